"""Which keys the format has, and which of them can stand in one group. Reads no file."""

from collections.abc import Iterable
from functools import cache

from msgspec.structs import fields

from sosmed_learn.content.format import Shape


@cache
def _groups() -> tuple[frozenset[str], ...]:
    """The keys of each group of the format."""
    found, waiting = [], [Shape]
    while waiting:
        shape = waiting.pop()
        waiting += shape.__subclasses__()
        tag = shape.__struct_config__.tag_field
        found.append(frozenset([*(field.encode_name for field in fields(shape)), *([tag] if tag else [])]))
    return tuple(found)


@cache
def known_keys() -> frozenset[str]:
    """Every key of the format."""
    return frozenset().union(*_groups())


def in_one_group(names: Iterable[str]) -> bool:
    """Whether some group of the format has all these keys."""
    keys = frozenset(names)
    return any(keys <= group for group in _groups())
