"""What makes the site work without a net: `service-worker.js`, and the list of files that it goes by.

The service worker is the site's `sw.js`, and only a whole build has one: `make serve` has none, and a page of `make
serve` removes one that an earlier preview left behind, so that nobody edits a page and sees an old copy.

A build is told from another by the hashes of its files, and only files of one build are kept together. Pages come from
the net while it answers; the parts of a page come from the copy, once the page has proved to be of the same build. What
is kept is what a reader has opened, and, once Python has started, what the calculators need. With Save-Data on, nothing
is fetched ahead.
"""
