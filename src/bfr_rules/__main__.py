"""`python -m bfr_rules` is the command line."""

from bfr_rules.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
