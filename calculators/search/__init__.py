"""What the search of the site looks through: every page, question, heading and term as a hit of its own."""
