"""Next time: what to do after a session."""
