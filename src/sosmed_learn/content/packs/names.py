"""Which names a pack may hold. Knows no archive and no disk."""

import re
import unicodedata
from collections.abc import Iterable

from sosmed_learn.content.format import SLUG
from sosmed_learn.content.packs.errors import PackError
from sosmed_learn.i18n import N_

MANIFEST = "manifest.json"
TEXTS = ("README.md", "README.txt", "LICENSE.md", "LICENSE.txt", "NOTICE.md", "NOTICE.txt")
"""What a module may bring along for people to read."""

LONGEST_NAME = 80
_DEEPEST = 2

_PLACES = re.compile(rf"(?:module|glossary)\.yaml|(?:lessons|facts)/{SLUG}\.yaml")
_ENDINGS = (".yaml", ".md", ".txt")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])", re.IGNORECASE)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f]")

_OUTSIDE = N_(
    "The pack would write outside of its folder: {name}. Nothing was unpacked; do not use this pack, and tell who gave "
    "it to you."
)
_UNFIT = N_(
    "The name {name} in the pack cannot be used on every system. Ask its author to rename it: small letters a to z, "
    "digits and hyphens."
)


def check_name(name: str) -> None:
    """Raise ``PackError`` unless a pack may hold a file of this name."""
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or "\\" in name or re.match(r"[A-Za-z]:", name):
        raise PackError(_OUTSIDE, name=name)
    if _UNPRINTABLE.search(name) or len(name) > LONGEST_NAME or len(parts) > _DEEPEST or "" in parts or "." in parts:
        raise PackError(_UNFIT, name=name)
    if any(_RESERVED.fullmatch(part.split(".")[0].rstrip(" ")) or part.endswith((".", " ")) for part in parts):
        raise PackError(_UNFIT, name=name)
    if name in {MANIFEST, *TEXTS} or _PLACES.fullmatch(name):
        return
    if any(part.startswith(".") for part in parts):
        raise PackError(
            N_("The pack holds a hidden file: {name}. Ask its author to make it with sosmed-learn pack."), name=name
        )
    if not name.endswith(_ENDINGS):
        raise PackError(
            N_(
                "The pack holds {name}, which is no course file: a pack has only .yaml, .md and .txt files, never code."
            ),
            name=name,
        )
    raise PackError(
        N_(
            "{name} in the pack has no place in a module, which has module.yaml, glossary.yaml, lessons/NAME.yaml, "
            "facts/NAME.yaml and a README or LICENSE."
        ),
        name=name,
    )


def check_names(names: Iterable[str]) -> None:
    """Raise ``PackError`` for a name that may not be there, and for two that are the same file on some system."""
    seen: dict[str, str] = {}
    for name in names:
        alike = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
        if alike in seen:
            raise PackError(
                N_("Two files of the pack are one on some systems: {name} and {other}. Ask its author for a new pack."),
                name=name,
                other=seen[alike],
            )
        seen[alike] = name
    for name in seen.values():
        check_name(name)
