"""One-repetition maximum (1RM), estimated from a lighter set."""
