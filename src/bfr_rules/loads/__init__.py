"""Training load: how much weight to use."""
