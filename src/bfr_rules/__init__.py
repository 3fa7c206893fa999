"""The rules of blood flow restriction (BFR) training: pure, cited, standard library only."""

__version__ = "0.2.0"
