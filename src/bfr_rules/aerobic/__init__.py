"""Walking and cycling with cuffs."""
