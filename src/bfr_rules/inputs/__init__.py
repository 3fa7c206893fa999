"""Questions: how they are asked, read, shown and written, and the answers to all of a calculator's."""
