"""Plan: sessions over several weeks."""
