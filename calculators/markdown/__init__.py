"""What a page may ask for in Markdown, and what is written in its place."""
