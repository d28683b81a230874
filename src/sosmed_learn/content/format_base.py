"""What all shapes of the course format are made of: ids, texts, numbers, and the group of keys itself.

The files stand in ``format``, which also gives all of these names.
"""

from decimal import Decimal
from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from sosmed_learn.core.formula import LONGEST
from sosmed_learn.i18n import N_

SLUG = r"[a-z][a-z0-9-]*"
"""What an id looks like, as a regular expression and in words."""
ID_FORM = N_("small letters a to z, digits and hyphens, with a letter first")

Id = Annotated[str, Meta(pattern=f"^{SLUG}$", max_length=60, description=ID_FORM)]
LessonName = Annotated[Id, Meta(extra={"names-file": True})]
Version = Annotated[
    str, Meta(pattern=r"^\d{1,6}\.\d{1,6}\.\d{1,6}$", description=N_("three numbers with points, such as 1.0.0"))
]
Address = Annotated[
    str,
    Meta(
        pattern=r'^https?://[^\s<>"]+$', max_length=500, description=N_("a full web address that begins with https://")
    ),
]
Code = Annotated[str, Meta(pattern=r"^[A-Z][0-9]{3}$", description=N_("the code of a warning, such as W601"))]
Said = Annotated[str, Meta(min_length=1, max_length=4_000)]
Typed = Annotated[str, Meta(min_length=1, max_length=100)]

ValueName = Annotated[
    str,
    Meta(
        pattern=r"^[a-z][a-z0-9_]*$",
        max_length=30,
        description=N_("small letters a to z, digits and underscores, with a letter first"),
    ),
]
Formula = Annotated[str, Meta(min_length=1, max_length=LONGEST)]

_PLAIN_NUMBER = {"type": "number"}  # msgspec would write "string" for a decimal
Number = Annotated[Decimal, Meta(extra_json_schema=_PLAIN_NUMBER)]
Tolerance = Annotated[Decimal, Meta(extra_json_schema={**_PLAIN_NUMBER, "minimum": 0})]


class Shape(Struct, frozen=True, kw_only=True, rename="kebab", forbid_unknown_fields=True):
    """A group of keys."""


class Words(Shape, frozen=True, kw_only=True):
    """One text in the languages of the module. A plain string in its place is the same for all readers."""

    id: Said | None = None
    en: Said | None = None


Text: TypeAlias = Said | Words


class IgnoreShape(Shape, frozen=True, kw_only=True):
    """A warning of ``check`` that is not wanted here, and why."""

    code: Code
    reason: Said


Ignores = Annotated[tuple[IgnoreShape, ...], Meta(max_length=50)]
