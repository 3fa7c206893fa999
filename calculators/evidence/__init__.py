"""What the guide cites: works, findings, terms, hazards, and how a published number is printed."""
