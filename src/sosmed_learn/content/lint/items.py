"""A question as it is read in one language: its stem, its options, its reasons, with their places. Judges nothing."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_questions import choice_id
from sosmed_learn.content.lint import reading
from sosmed_learn.content.reading import Path
from sosmed_learn.core.text import Language


class Found(NamedTuple):
    """Something doubtful at ``place``, a path within the question; ``args`` are the words of its sentence."""

    place: Path
    args: Mapping[str, str] = MappingProxyType({})


class Option:
    """One option with its id; ``place`` is the path of its text within the question."""

    def __init__(self, name: str, text: str, place: Path, *, correct: bool) -> None:
        self.name = name
        self.text = reading.clean(text).strip()
        self.place = place
        self.correct = correct

    @cached_property
    def words(self) -> list[str]:
        return reading.words(self.text)


class Item:
    """One question in one language. ``options`` is empty where none are shown."""

    def __init__(self, question: shape.Question, language: Language) -> None:
        self.language = language
        self.kind = question.__struct_config__.tag
        self.level = question.level
        self.stem, self.stem_place = said(question.prompt, ("prompt",), language)
        self.stem = reading.clean(self.stem).strip()
        self.options = list(_options(question, language))
        self.reasons = list(_reasons(question, language))
        self.explanation, _ = said(question.explanation, ("explanation",), language)

    @cached_property
    def stem_words(self) -> list[str]:
        return reading.words(self.stem)

    @property
    def keys(self) -> list[Option]:
        return [option for option in self.options if option.correct]

    @property
    def wrong(self) -> list[Option]:
        return [option for option in self.options if not option.correct]


def said(text: shape.Text, place: Path, language: Language) -> tuple[str, Path]:
    """What is written in ``language``, and where; nothing where that language is missing."""
    if isinstance(text, str):
        return text, place
    return getattr(text, language) or "", (*place, language)


def _options(question: shape.Question, language: Language) -> Iterator[Option]:
    if isinstance(question, shape.SingleShape | shape.MultipleShape):
        for at, choice in enumerate(question.choices):
            text, place = said(choice.text, ("choices", at, "text"), language)
            yield Option(choice_id(choice), text, place, correct=choice.correct)


def _reasons(question: shape.Question, language: Language) -> Iterator[tuple[str, Path]]:
    """Every ``why`` in the author's order, with its place."""
    if isinstance(question, shape.SingleShape | shape.MultipleShape):
        for at, choice in enumerate(question.choices):
            yield said(choice.why, ("choices", at, "why"), language)
    elif isinstance(question, shape.TrueFalseShape):
        yield said(question.why.true, ("why", "true"), language)
        yield said(question.why.false, ("why", "false"), language)
    else:
        yield said(question.why, ("why",), language)
        slips: tuple[shape.TextSlipShape | shape.NumberSlipShape, ...] = question.slips
        for at, slip in enumerate(slips):
            yield said(slip.why, ("slips", at, "why"), language)
