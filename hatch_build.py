"""What the package says of its makers and addresses: what the copy of the guide says from which it is built."""

import tomllib
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

AUTHORS = "The BFR Guide authors"
NO_ADDRESS = "nobody@bfr-guide.invalid"
"""No mail comes here, which its ending says (RFC 2606): a publisher's contact takes its place."""
NAMES = {"address": "Homepage", "repository": "Source"}
MAIN_SOURCE = "https://doi.org/10.3389/fphys.2019.00533"
"""Most ranges come from this position stand."""


class GuideMetadataHook(MetadataHookInterface):
    """Give `guide.toml` the word on where the guide stands and where its text is kept."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Write the makers and the addresses."""
        own = tomllib.loads((Path(self.root) / "guide.toml").read_text("utf-8"))
        urls = {name: own[key] for key, name in NAMES.items() if own.get(key)}
        if own.get("repository"):
            urls["Changelog"] = f"{own['repository']}/blob/{own.get('branch', 'main')}/CHANGELOG.md"
        contact = own.get("contact", "")
        email = contact if "@" in contact and "/" not in contact else NO_ADDRESS
        metadata["authors"] = [{"name": AUTHORS, "email": email}]
        metadata["urls"] = {**urls, "Main source": MAIN_SOURCE}
