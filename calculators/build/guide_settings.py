"""What makes a copy of the guide its publisher's: `guide.toml`, and `SITE_URL` of the environment.

A generator is told by its environment, which `mkdocs.yml` reads: so all of them can be told. What they do not write
themselves, such as the manifest, is written here.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from calculators.build import colours
from calculators.paths import ROOT

FILE = ROOT / "guide.toml"
MANIFEST = "manifest.webmanifest"

NAME = "BFR Guide"
DESCRIPTION = (
    "Blood flow restriction training, explained and calculated, with every number's source."
)
MAIL = re.compile(r"[^@\s/:]+@[^@\s/:]+\.[^@\s/:.]+")
RESERVED = (".example", ".invalid", ".test")
"""Names that no site can have: nobody is told to go there."""


class GuideSettingsError(ValueError):
    """The settings of a copy cannot be used; the message says which, and what to write."""


@dataclass(frozen=True)
class GuideSettings:
    """The settings of a copy.

    Attributes:
        name: Of the site.
        description: In one sentence.
        address: Where it stands, with a slash at the end; nothing when that is not known.
        contact: An address of e-mail or of a page.
        legal: What the law wants said.
        repository: Where its text is kept.
        branch: Of the repository, which is built.
        colours: By name, in light and in dark.
    """

    name: str = NAME
    description: str = DESCRIPTION
    address: str = ""
    contact: str = ""
    legal: str = ""
    repository: str = ""
    branch: str = "main"
    colours: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """What `mkdocs.yml` asks of the environment."""
        return {
            "SITE_URL": self.address,
            "BFR_NAME": self.name,
            "BFR_DESCRIPTION": self.description,
            "BFR_CONTACT": self.contact_href,
            "BFR_LEGAL": self.legal,
            "BFR_REPOSITORY": self.repository,
            "BFR_EDIT": f"edit/{self.branch}/docs/" if self.repository else "",
        }

    @property
    def contact_href(self) -> str:
        """The contact as a link has it.

        >>> GuideSettings(contact="a@b.example").contact_href, GuideSettings().contact_href
        ('mailto:a@b.example', '')
        """
        return f"mailto:{self.contact}" if MAIL.fullmatch(self.contact) else self.contact

    def style(self, sheet: str) -> str:
        """Write what a style sheet has besides, in the colours and with the name of this copy."""
        written = [colours.own(sheet, self.colours)]
        if self.name != NAME:
            written.append(f"@page {{ @bottom-left {{ content: {json.dumps(self.name)}; }} }}")
        return "\n".join(each for each in written if each)


def read(file: Path = FILE, environment: Mapping[str, str] = os.environ) -> GuideSettings:
    """Read the settings of this copy.

    Raises:
        GuideSettingsError: One is unknown, or cannot be used.
    """
    try:
        said = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
    except tomllib.TOMLDecodeError as error:
        raise GuideSettingsError(f"{file.name} cannot be read: {error}.") from error
    if environment.get("SITE_URL"):
        said["address"] = environment["SITE_URL"]
    unknown = sorted(set(said) - set(GuideSettings.__dataclass_fields__))
    if unknown:
        known = ", ".join(GuideSettings.__dataclass_fields__)
        raise GuideSettingsError(
            f"{file.name} has {unknown[0]!r}, which nothing reads; there are {known}."
        )
    chosen = _colours(said.pop("colours", {}), file.name)
    for name, value in said.items():
        if not isinstance(value, str) or "\n" in value:
            raise GuideSettingsError(f"{file.name}: {name} is a text in quotes, in one line.")
    settings = GuideSettings(**said, colours=chosen)
    _check(settings)
    return settings


def _colours(said: object, file: str) -> dict[str, tuple[str, str]]:
    wrong = GuideSettingsError(f'{file}: a colour is written accent = ["#0a5568", "#84d3e0"].')
    if not isinstance(said, dict):
        raise wrong
    chosen = {}
    for name, pair in said.items():
        if not isinstance(pair, list) or [type(each) for each in pair] != [str, str]:
            raise wrong
        chosen[name] = (pair[0], pair[1])
    return chosen


def _check(settings: GuideSettings) -> None:
    """Refuse what would be published and lead nowhere.

    Raises:
        GuideSettingsError: It says what to write instead.
    """
    if not settings.name.strip():
        raise GuideSettingsError(
            "The name of the site is empty: give it one, or leave the line out."
        )
    for name in ("address", "repository"):
        value = getattr(settings, name)
        if value and not _is_web(value):
            raise GuideSettingsError(f"The {name} begins with https://, which {value!r} does not.")
    host = urlsplit(settings.address).hostname or ""
    if f".{host}".endswith(RESERVED):
        raise GuideSettingsError(
            f"{settings.address} is a made-up name: give the address where the site stands."
        )
    if settings.address and not settings.address.endswith("/"):
        raise GuideSettingsError(f"The address ends with a slash: {settings.address}/")
    if settings.contact and not (MAIL.fullmatch(settings.contact) or _is_web(settings.contact)):
        raise GuideSettingsError(
            f"The contact is an e-mail or a web address, not {settings.contact!r}."
        )


def _is_web(value: str) -> bool:
    parts = urlsplit(value)
    plain = not parts.query and not parts.fragment and not re.search(r"[\s\"<>]", value)
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and plain


def write_manifest(site: Path, settings: GuideSettings, sheet: str) -> None:
    """Write name and colours of this copy into the manifest of a built site."""
    file = site / MANIFEST
    said = json.loads(file.read_text("utf-8"))
    shown = colours.tokens(sheet) | dict(settings.colours)
    said |= {
        "name": settings.name,
        "short_name": settings.name,
        "description": settings.description,
        "background_color": shown["paper"][0],
        "theme_color": shown["accent"][0],
    }
    file.write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", "utf-8")
