"""The verbs behind `make`: `python -m calculators.dev VERB`."""

import argparse
import os
import sys
from collections.abc import Callable

from calculators.build import site, works
from calculators.build.bundle.build import BundleError
from calculators.build.colours import ColourError
from calculators.build.guide_settings import GuideSettingsError
from calculators.build.static_api import ApiError
from calculators.dev import browser, checks, package, preview, serve, successors

VERBS: dict[str, Callable[[argparse.Namespace], int]] = {
    "serve": lambda given: serve.serve(given.port),
    "stage": lambda _: site.prepare(),
    "site": lambda _: site.main(),
    "preview": lambda given: preview.main(given.port),
    "test": lambda given: browser.ensure_browsers() or checks.test(given.rest),
    "check": lambda _: checks.check(),
    "format": lambda _: checks.format_code(),
    "lock": lambda _: checks.lock(),
    "successor": lambda _: successors.build(successors.PROPERDOCS),
    "zensical": lambda _: successors.build(successors.ZENSICAL),
    "package": lambda _: package.package(),
    "sbom": lambda _: package.sbom(),
}

WRITE_WORKS = {"serve", "stage", "site", "test", "format"}
"""Verbs that need the module of works, and write it first."""


def main() -> int:
    """Run one verb; an expected failure is one sentence on standard error."""
    parser = argparse.ArgumentParser(
        prog="python -m calculators.dev", usage="%(prog)s VERB [--port PORT] [arguments of pytest]"
    )
    parser.add_argument("verb", choices=VERBS)
    parser.add_argument("--port", type=int, default=8000, help="of serve and preview")
    given, rest = parser.parse_known_args()
    given.rest = rest
    # Material tells at every build of its successor; `make successor` shows what comes of it.
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    try:
        if given.verb in WRITE_WORKS and works.write():
            print("• Wrote what the rules cite into works.py", flush=True)
        return VERBS[given.verb](given)
    except (
        ApiError,
        BundleError,
        ColourError,
        GuideSettingsError,
        serve.PortError,
        site.SiteError,
        works.WorksError,
    ) as error:
        print(error, file=sys.stderr)
    except KeyboardInterrupt:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main())
