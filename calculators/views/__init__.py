"""HTML from declarations: a function for each thing that a page shows, and its templates."""
