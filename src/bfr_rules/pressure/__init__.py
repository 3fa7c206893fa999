"""Cuff pressure: a share of a measured AOP."""
