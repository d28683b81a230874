"""The shapes of a task as authors write it: fields to fill in, a template for the document, a rubric."""

from typing import Annotated

from msgspec import Meta

from sosmed_learn.content.format_base import Formula, Id, Ignores, Shape, Text, ValueName
from sosmed_learn.core.task import FieldKind

MOST_FIELDS = 20
MOST_CHOICES = 9
MOST_CRITERIA = 7


class FieldChoiceShape(Shape, frozen=True, kw_only=True):
    """One of the things to choose from."""

    id: Id
    text: Text


class TaskFieldShape(Shape, frozen=True, kw_only=True):
    """Something to fill in, or with ``formula`` to be worked out."""

    id: ValueName
    label: Text
    kind: FieldKind | None = None
    help: Text | None = None
    unit: Text | None = None
    choices: Annotated[tuple[FieldChoiceShape, ...], Meta(max_length=MOST_CHOICES)] = ()
    formula: Formula | None = None
    round: Annotated[int, Meta(ge=0, le=6)] | None = None


class CriterionShape(Shape, frozen=True, kw_only=True):
    """A point of the rubric."""

    id: Id
    text: Text


class TaskShape(Shape, frozen=True, kw_only=True):
    """A worksheet. Its document is named after it, unless ``document`` says otherwise."""

    id: Id
    title: Text
    minutes: Annotated[int, Meta(ge=1, le=120)]
    fields: Annotated[tuple[TaskFieldShape, ...], Meta(min_length=1, max_length=MOST_FIELDS)]
    template: Text
    rubric: Annotated[tuple[CriterionShape, ...], Meta(min_length=2, max_length=MOST_CRITERIA)]
    brief: Text | None = None
    document: Id | None = None
    customer_data: bool = False
    concept: Id | None = None
    facts: tuple[Id, ...] = ()
    aliases: tuple[Id, ...] = ()
    ignore: Ignores = ()
