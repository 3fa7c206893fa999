"""Everything that shows the rules, in rooms.

A room of Python imports only from the rooms below it; two on one line do not know each other:

    dev        what people run: serve, preview, test, check, format, lock
    build      the site: staged files, the browser's Python, headers, feed, service worker
    checks     what is checked of pages; search: what its index holds
    markdown   what a page may ask for, and what is written in its place
    figures    drawings from cited numbers
    views      HTML from declarations, with its templates
    evidence   works, findings, terms and hazards

`browser` is what runs in a reader's tab, in folders as on the site; `theme` is the page around it, and `styles` its look.
A script imports only from its own folder and those below it, late and for a type, too; a test reads the order here:

    embed       a calculator in a page of another site, and its lesson
    offline     the site without a net
    search      the field, and what it finds
    flow        what readers know as *Start here*, or *Start*: the way to a session, one screen at a time
    numbers     *My numbers*: today, what is kept, and what was done
    player      the timer of a session, and the count of repetitions
    calculator  a form and its answer
    gate        where a screening leaves the reader, and what stands in the place of settings
    kept        what a reader keeps on this device: exercises, cuffs and sessions
    python      the rules in a worker, and the answers that the build has made
    shared      forms, words, storage, and the card of a session
"""
