"""A task of the format -> a task of the core. Checks nothing."""

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_words import maybe, text
from sosmed_learn.core.task import Criterion, FieldChoice, FieldKind, Task, TaskField

_DECIMALS = 2


def task(file: shape.TaskShape) -> Task:
    """The task."""
    return Task(
        id=file.id,
        title=text(file.title),
        fields=tuple(_field(field) for field in file.fields),
        template=text(file.template),
        rubric=tuple(Criterion(each.id, text(each.text)) for each in file.rubric),
        document=file.document or file.id,
        brief=maybe(file.brief),
        personal=file.customer_data,
        minutes=file.minutes,
        concept=file.concept,
        facts=file.facts,
        aliases=file.aliases,
    )


def kind_of(file: shape.TaskFieldShape) -> FieldKind:
    """The kind that is written, or the one that the other keys ask for."""
    if file.kind is not None:
        return file.kind
    if file.choices:
        return "choice"
    return "number" if file.formula is not None or file.unit is not None else "line"


def _field(file: shape.TaskFieldShape) -> TaskField:
    return TaskField(
        id=file.id,
        label=text(file.label),
        kind=kind_of(file),
        help=maybe(file.help),
        unit=maybe(file.unit),
        choices=tuple(FieldChoice(choice.id, text(choice.text)) for choice in file.choices),
        formula=file.formula,
        places=_DECIMALS if file.round is None else file.round,
    )
