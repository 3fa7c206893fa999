"""What `make` runs: set-up, live preview, site build, and a preview as a production host would serve."""
