"""The course format, version 1: the one declaration that the loader reads by and the JSON Schema is made from.

These are the shapes as authors write them: files and steps here, their parts in ``format_base``, ``format_questions``,
``format_scenario`` and ``format_task``; all names can be had from here. Keys are the field names with hyphens. A
value's limits stand in ``Meta``; rules between the keys of one group stand there too, in JSON Schema's words
(``oneOf``, ``dependentRequired``). No file is read here.
"""

from datetime import date
from typing import Annotated

from msgspec import Meta

from sosmed_learn.content.format_base import (
    ID_FORM,
    SLUG,
    Address,
    Code,
    Formula,
    Id,
    Ignores,
    IgnoreShape,
    LessonName,
    Number,
    Said,
    Shape,
    Text,
    Tolerance,
    Typed,
    ValueName,
    Version,
    Words,
)
from sosmed_learn.content.format_questions import (
    AnswerShape,
    BinShape,
    BlankShape,
    ChoiceShape,
    ChosenTogetherShape,
    CombinationShape,
    ExtraShape,
    FillShape,
    GivenShape,
    MatchShape,
    MultipleShape,
    NumberQuestionShape,
    NumberSlipShape,
    OrderedTogetherShape,
    OrderItemShape,
    OrderShape,
    PairShape,
    PlacedTogetherShape,
    Question,
    QuestionShape,
    SidesShape,
    SingleShape,
    SortItemShape,
    SortShape,
    TextQuestionShape,
    TextSlipShape,
    TrueFalseShape,
)
from sosmed_learn.content.format_scenario import (
    Change,
    ClockShape,
    MessageShape,
    MeterShape,
    Minutes,
    Node,
    NodeShape,
    ReplyShape,
    ScenarioShape,
    TimeOfDay,
)
from sosmed_learn.content.format_task import CriterionShape, FieldChoiceShape, TaskFieldShape, TaskShape
from sosmed_learn.core.fact import Confidence, ShelfLife
from sosmed_learn.core.module import COOLDOWN
from sosmed_learn.core.text import LANGUAGES, Language

__all__ = [
    "CITED",
    "FORMAT",
    "ID_FORM",
    "SLUG",
    "Address",
    "AnswerShape",
    "BinShape",
    "BlankShape",
    "Change",
    "ChoiceShape",
    "ChosenTogetherShape",
    "ClockShape",
    "Code",
    "CombinationShape",
    "ConceptShape",
    "CriterionShape",
    "ExamShape",
    "ExtraShape",
    "FactShape",
    "FactsFile",
    "FieldChoiceShape",
    "FillShape",
    "Formula",
    "GivenShape",
    "GlossaryFile",
    "Id",
    "IgnoreShape",
    "Ignores",
    "LessonFile",
    "LessonName",
    "MatchShape",
    "MessageShape",
    "MeterShape",
    "Minutes",
    "MisconceptionShape",
    "ModuleFile",
    "MultipleShape",
    "Node",
    "NodeShape",
    "Number",
    "NumberQuestionShape",
    "NumberSlipShape",
    "OrderItemShape",
    "OrderShape",
    "OrderedTogetherShape",
    "PairShape",
    "PlacedTogetherShape",
    "Question",
    "QuestionShape",
    "ReplyShape",
    "Said",
    "ScenarioShape",
    "Shape",
    "SidesShape",
    "SingleShape",
    "SortItemShape",
    "SortShape",
    "Step",
    "StepShape",
    "TaskFieldShape",
    "TaskShape",
    "TermShape",
    "Text",
    "TextQuestionShape",
    "TextSlipShape",
    "TimeOfDay",
    "Tolerance",
    "TrueFalseShape",
    "Typed",
    "ValueName",
    "Version",
    "Words",
]

FORMAT = 1
"""The newest version that this app reads."""


class ConceptShape(Shape, frozen=True, kw_only=True):
    """What questions test. ``needs`` are the concepts to know first, of any module."""

    id: Id
    title: Text
    needs: tuple[Id, ...] = ()


class MisconceptionShape(Shape, frozen=True, kw_only=True):
    """A named wrong belief, and what holds instead."""

    id: Id
    belief: Text
    truth: Text


class TermShape(Shape, frozen=True, kw_only=True):
    """A glossary entry."""

    id: Id
    term: Text
    definition: Text


class ExamShape(Shape, frozen=True, kw_only=True):
    """How the module's exam is held; ``pass`` in percent, ``cooldown`` in hours."""

    questions: Annotated[int, Meta(ge=1, le=200)]
    pass_: Annotated[int, Meta(ge=1, le=100)]
    minutes: Annotated[int, Meta(ge=1, le=300)]
    cooldown: Annotated[int, Meta(ge=0, le=720)] = COOLDOWN
    bank: Annotated[tuple[LessonName, ...], Meta(max_length=20)] = ()


class DiagnosisShape(Shape, frozen=True, kw_only=True):
    """What the blind-spot map asks about the module's concepts."""

    bank: Annotated[tuple[LessonName, ...], Meta(min_length=1, max_length=20)]


class ModuleFile(Shape, frozen=True, kw_only=True):
    """module.yaml."""

    format: Annotated[int, Meta(ge=1, le=FORMAT)]
    id: Id
    version: Version
    title: Text
    summary: Text
    lessons: tuple[LessonName, ...]
    languages: Annotated[tuple[Language, ...], Meta(min_length=1, max_length=2)] = LANGUAGES
    reviewed: date | None = None
    concepts: tuple[ConceptShape, ...] = ()
    misconceptions: tuple[MisconceptionShape, ...] = ()
    exam: ExamShape | None = None
    diagnosis: DiagnosisShape | None = None
    glossary: tuple[TermShape, ...] = ()
    aliases: tuple[Id, ...] = ()
    ignore: Ignores = ()

    @property
    def files(self) -> tuple[str, ...]:
        """All lesson files: the lessons, and behind them those with questions for the exam or the diagnosis alone."""
        return (*self.examined, *(self.diagnosis.bank if self.diagnosis else ()))

    @property
    def examined(self) -> tuple[str, ...]:
        """The files from which the exam draws."""
        return (*self.lessons, *(self.exam.bank if self.exam else ()))


class GlossaryFile(Shape, frozen=True, kw_only=True):
    """glossary.yaml."""

    terms: tuple[TermShape, ...]
    ignore: Ignores = ()


class StepShape(Shape, frozen=True, kw_only=True):
    """One step: something to read, a question, a scenario, or a task."""

    id: Id | None = None
    text: Text | None = None
    facts: tuple[Id, ...] = ()
    question: Question | None = None
    scenario: ScenarioShape | None = None
    task: TaskShape | None = None


Step = Annotated[
    StepShape,
    Meta(
        extra_json_schema={
            "oneOf": [{"required": [key]} for key in ("text", "question", "scenario", "task")],
            "dependentRequired": {"id": ["text"], "facts": ["text"]},
        }
    ),
]


class LessonFile(Shape, frozen=True, kw_only=True):
    """lessons/<id>.yaml."""

    id: Id
    title: Text
    minutes: Annotated[int, Meta(ge=1, le=60)]
    steps: Annotated[tuple[Step, ...], Meta(min_length=1, max_length=100)]
    concepts: tuple[Id, ...] = ()
    outcomes: tuple[Text, ...] = ()
    reviewed: date | None = None
    aliases: tuple[Id, ...] = ()
    ignore: Ignores = ()


class FactShape(Shape, frozen=True, kw_only=True):
    """A dated claim with its source, which is plain text where both languages cite it alike."""

    id: Id
    claim: Text
    source: Text
    confidence: Confidence
    shelf_life: ShelfLife
    seen: date
    check_again: date
    changed: date | None = None
    figure: Text | None = None
    addresses: tuple[Address, ...] = ()
    article: bool = False
    corrected_by: tuple[Id, ...] = ()
    correction: Text | None = None
    note: Text | None = None


class FactsFile(Shape, frozen=True, kw_only=True):
    """seeds/facts/<subject>.yaml."""

    format: Annotated[int, Meta(ge=1, le=FORMAT)]
    title: Text
    facts: tuple[FactShape, ...]
    ignore: Ignores = ()


CITED = rf"\[\^({SLUG})\]"
"""How text cites a fact: ``[^f-016]``."""
