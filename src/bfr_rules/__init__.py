"""The rules of blood flow restriction (BFR) training: pure, cited, standard library only."""

__version__ = "0.1.0"
