"""Benchmarks that anyone can rerun, with their last results beside them."""
