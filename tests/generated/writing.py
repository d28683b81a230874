"""A group of keys -> a course file as an author could have typed it: quotes of either kind, blocks, flow and plain."""

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9.,]*(?: [A-Za-z0-9.,]+)*")
_TYPED = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_AS_IT_IS = re.compile(r"[a-z][a-z0-9-]*|-?[0-9]+(?:\.[0-9]+)*|[0-9]+(?:-[0-9]+)+")


def page(made: dict[str, Any], chance: Random) -> str:
    """The text of the file."""
    return "\n".join(_group(made, 0, chance)) + "\n"


def _group(made: dict[str, Any], indent: int, chance: Random) -> Iterator[str]:
    for key, value in made.items():
        # Only quoted are these two names to every reader of YAML.
        name = f'"{key}"' if key in {"true", "false"} else key
        yield from _entry(f"{' ' * indent}{name}:", value, indent, chance)


def _entry(head: str, value: Any, indent: int, chance: Random) -> Iterator[str]:
    """A key with what belongs to it, further in."""
    if isinstance(value, dict):
        yield head
        yield from _group(value, indent + 2, chance)
    elif isinstance(value, list) and any(isinstance(one, dict) or not _AS_IT_IS.fullmatch(one) for one in value):
        yield head
        for one in value:
            yield from _item(one, indent + 2, chance)
    elif isinstance(value, list):
        yield f"{head} [{', '.join(map(str, value))}]"
    elif isinstance(value, bool):
        yield f"{head} {str(value).lower()}"
    else:
        yield from _scalar(head, str(value), indent, chance)


def _item(item: Any, indent: int, chance: Random) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    if isinstance(item, dict):
        first, *rest = _group(item, indent + 2, chance)
        yield f"{dash} {first.lstrip(' ')}"
        yield from rest
    else:
        yield from _scalar(dash, item, indent, chance)


def _scalar(head: str, words: str, indent: int, chance: Random) -> Iterator[str]:
    if "\n" in words and _fits_block(words):
        yield f"{head} |-"
        for line in words.split("\n"):
            yield f"{' ' * (indent + 2)}{line}" if line else ""
    elif _AS_IT_IS.fullmatch(words) or (_is_plain(words) and chance.randrange(2)):
        yield f"{head} {words}"
    elif "\n" not in words and "\t" not in words and not chance.randrange(2):
        yield "{} '{}'".format(head, words.replace("'", "''"))
    else:
        yield f"{head} {json.dumps(words, ensure_ascii=False)}"


def _is_plain(words: str) -> bool:
    return bool(_PLAIN.fullmatch(words)) and words.casefold() not in _TYPED


def _fits_block(words: str) -> bool:
    """Whether a block gives back what is put into it: no line ends in spaces, and the first one begins with none."""
    lines = words.split("\n")
    if any(line.lstrip(" ").startswith("\t") for line in lines):
        return False
    return bool(lines[0] and lines[-1]) and not lines[0][0].isspace() and all(line == line.rstrip() for line in lines)
