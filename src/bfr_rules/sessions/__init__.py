"""Session: sets, rests and time under the cuff."""
