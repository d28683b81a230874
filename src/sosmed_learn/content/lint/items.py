"""A question as it is read in one language: its stem, its options, its reasons, with their places. Judges nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Generic, NamedTuple, Protocol, TypeVar

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_questions import choice_id
from sosmed_learn.content.lint import reading
from sosmed_learn.content.walk import Path
from sosmed_learn.core.text import Language

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class once(Generic[_Owner, _Value]):  # noqa: N801 - named as what it takes the place of
    """``functools.cached_property`` without its lock, which takes as long as the work of most of these."""

    def __init__(self, work: Callable[[_Owner], _Value]) -> None:
        self._work = work

    def __get__(self, owner: _Owner, kind: type[_Owner] | None = None) -> _Value:
        value = owner.__dict__[self._work.__name__] = self._work(owner)
        return value


class Found(NamedTuple):
    """Something doubtful at ``place``, a path within the question; ``args`` are the words of its sentence."""

    place: Path
    args: Mapping[str, str] = MappingProxyType({})


class Option:
    """One option; ``place`` is the path of its text within the question, ``made`` what it was read from."""

    def __init__(self, made: shape.ChoiceShape | str, text: str, place: Path, *, correct: bool) -> None:
        self._made = made
        self.text = reading.clean(text).strip()
        self.place = place
        self.correct = correct

    @property
    def name(self) -> str:
        """Its id: only twins are asked for it, and most are made from a hash."""
        return self._made if isinstance(self._made, str) else choice_id(self._made)

    @once
    def words(self) -> list[str]:
        return reading.words(self.text)

    @once
    def outside_quotes(self) -> str:
        return reading.outside_quotes(self.text)

    @once
    def own_words(self) -> list[str]:
        """The words that are not somebody's speech; several rules ask for them."""
        return reading.words(self.outside_quotes) if self.outside_quotes != self.text else self.words

    @once
    def pieces(self) -> tuple[str, ...]:
        return tuple(reading.pieces(self.text))


class Item:
    """One question in one language. ``options`` is empty where none are shown.

    ``sets`` are all options to choose between, also those for blanks, ``rows`` what is moved and what takes it.
    """

    def __init__(self, question: shape.Question, language: Language) -> None:
        self.language = language
        self._question = question
        self.kind = question.__struct_config__.tag
        self.level = question.level
        self.stem, self.stem_place = said(question.prompt, ("prompt",), language)
        self.stem = reading.clean(self.stem).strip()
        self.options = list(_options(question, language))
        self.keys = [option for option in self.options if option.correct]
        self.wrong = [option for option in self.options if not option.correct]

    @once
    def sets(self) -> list[list[Option]]:
        return [self.options, *_for_blanks(self._question, self.language)]

    @once
    def rows(self) -> list[list[Option]]:
        return list(_rows(self._question, self.language))

    @once
    def reasons(self) -> list[tuple[str, Path]]:
        return list(_reasons(self._question, self.language))

    @property
    def explanation(self) -> str:
        return said(self._question.explanation, ("explanation",), self.language)[0]

    @once
    def asking(self) -> list[tuple[str, list[str]]]:
        """The sentences of the stem that ask, each with its words."""
        found = reading.asking(self.stem)
        return [(each, self.stem_words if each == self.stem else reading.words(each)) for each in found]

    @once
    def stem_words(self) -> list[str]:
        return reading.words(self.stem)


def said(text: shape.Text, place: Path, language: Language) -> tuple[str, Path]:
    """What is written in ``language``, and where; nothing where that language is missing."""
    if isinstance(text, str):
        return text, place
    return getattr(text, language) or "", (*place, language)


def _options(question: shape.Question, language: Language) -> Iterator[Option]:
    if isinstance(question, shape.SingleShape | shape.MultipleShape):
        yield from _choices(question.choices, ("choices",), language)


def _choices(choices: Sequence[shape.ChoiceShape], path: Path, language: Language) -> Iterator[Option]:
    for at, choice in enumerate(choices):
        text, place = said(choice.text, (*path, at, "text"), language)
        yield Option(choice, text, place, correct=choice.correct)


def _for_blanks(question: shape.Question, language: Language) -> Iterator[list[Option]]:
    if isinstance(question, shape.FillShape):
        for at, blank in enumerate(question.blanks):
            yield list(_choices(blank.choices, ("blanks", at, "choices"), language))


def _rows(question: shape.Question, language: Language) -> Iterator[list[Option]]:
    """What is moved and what takes it. Nothing of it is wrong in itself."""

    def row(key: str, side: str, texts: Sequence[shape.Text]) -> list[Option]:
        found = [said(text, (key, at, side), language) for at, text in enumerate(texts)]
        return [Option(f"{key}-{at}", text, place, correct=True) for at, (text, place) in enumerate(found)]

    match question:
        case shape.OrderShape():
            yield row("items", "text", [item.text for item in question.items])
        case shape.SortShape():
            yield row("items", "text", [item.text for item in question.items])
            yield row("bins", "title", [each.title for each in question.bins])
        case shape.MatchShape():
            yield row("pairs", "left", [pair.left for pair in question.pairs])
            right = row("pairs", "right", [pair.right for pair in question.pairs])
            yield right + row("extras", "text", [extra.text for extra in question.extras])


def _reasons(question: shape.Question, language: Language) -> Iterator[tuple[str, Path]]:
    """Every ``why`` in the author's order, with its place."""
    for text, place in _whys(question):
        yield said(text, place, language)


def _whys(question: shape.Question) -> Iterator[tuple[shape.Text, Path]]:
    match question:
        case shape.SingleShape() | shape.MultipleShape():
            yield from _each(question.choices, ("choices",))
        case shape.TrueFalseShape():
            yield question.why.true, ("why", "true")
            yield question.why.false, ("why", "false")
        case shape.TextQuestionShape() | shape.NumberQuestionShape():
            yield question.why, ("why",)
            yield from _each(question.slips, ("slips",))
        case shape.OrderShape() | shape.SortShape():
            yield from _each(question.items, ("items",))
        case shape.MatchShape():
            yield from _each(question.pairs, ("pairs",))
        case shape.FillShape():
            for at, blank in enumerate(question.blanks):
                yield from [(blank.why, ("blanks", at, "why"))] if blank.why is not None else []
                yield from _each(blank.choices, ("blanks", at, "choices"))
                yield from _each(blank.slips, ("blanks", at, "slips"))
    yield from _each(getattr(question, "combinations", ()), ("combinations",))


class _HasWhy(Protocol):
    """A part of a question with a reason of its own."""

    @property
    def why(self) -> shape.Text: ...


def _each(parts: Sequence[_HasWhy], path: Path) -> Iterator[tuple[shape.Text, Path]]:
    for at, part in enumerate(parts):
        yield part.why, (*path, at, "why")
