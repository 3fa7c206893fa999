"""Everything that shows the rules, in rooms.

A room of Python imports only from the rooms below it:

    dev        what people run: serve, preview, test, check, format, lock
    build      the site: staged files, the browser's Python, headers, feed, service worker
    checks     what is checked of pages; search: what its index holds
    markdown   what a page may ask for, and what is written in its place
    figures    drawings from cited numbers
    views      HTML from declarations, with its templates
    evidence   works, findings, terms and hazards

`browser` is what runs in a reader's tab, in folders as on the site; `theme` is the page around it, and `styles` its look.
"""
