"""Build the browser bundle: `python -m calculators.build.bundle`."""

import sys

from calculators.build.bundle.build import BundleError, build, describe


def main() -> int:
    """Build the bundle where something changed, and say what it weighs."""
    try:
        print(describe(build()))
    except BundleError as error:
        print(f"Bundle: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
