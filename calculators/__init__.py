"""Everything that shows the rules: Markdown extension, templates, widgets and browser bundle."""
