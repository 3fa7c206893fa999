"""What is checked of the pages before a reader sees them."""
