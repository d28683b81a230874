"""What a learner does to answer each kind of question rightly, and wrongly: as many kinds as in ``kinds``."""

from collections.abc import Callable, Sequence
from string import ascii_lowercase
from typing import TypeAlias

from sosmed_learn.core.grading import right_choices
from sosmed_learn.core.model_answer import written
from sosmed_learn.core.question import (
    AnyQuestion,
    Blank,
    ChoiceQuestion,
    FillQuestion,
    NumberQuestion,
    OrderQuestion,
    PlaceQuestion,
    TextQuestion,
)
from sosmed_learn.core.shuffling import shown_items, shown_places
from sosmed_learn.core.text import Language


class Typing(str):
    """Words to put into the line to type in; all other acts are keys."""

    __slots__ = ()


Answer: TypeAlias = Callable[[AnyQuestion, Language, bool], Sequence[str]]

UNFORESEEN = Typing("tidak tahu [/b]")


def picked(question: AnyQuestion, _reader: Language, right: bool) -> Sequence[str]:  # noqa: FBT001 - the one question asked
    """All of the key; wrongly, one that is not of it, or of a key that is everything a part."""
    assert isinstance(question, ChoiceQuestion)
    key = right_choices(question)
    wrong = [choice for choice in question.choices if choice not in key] or list(key)
    numbers = {choice.id: str(at) for at, choice in enumerate(question.choices, 1)}
    return [numbers[choice.id] for choice in (key if right else wrong[:1])]


def words(question: AnyQuestion, _reader: Language, right: bool) -> Sequence[str]:  # noqa: FBT001
    """The first answer that is accepted, a slip, or something that nobody foresaw."""
    assert isinstance(question, TextQuestion)
    return [_typed(question, right=right)]


def _typed(asked: TextQuestion | Blank, *, right: bool) -> Typing:
    if right:
        return Typing(asked.accept[0].text.replace("*", ""))
    return Typing(asked.slips[0].answer.text.replace("*", "")) if asked.slips else UNFORESEEN


def figure(question: AnyQuestion, reader: Language, right: bool) -> Sequence[str]:  # noqa: FBT001
    """The number as the reader writes it, a slip, or one that is far off."""
    assert isinstance(question, NumberQuestion)
    far = question.slips[0].answer if question.slips else question.answer + question.tolerance + 10**18
    return [Typing(written(question.answer if right else far, reader))]


def arranged(question: AnyQuestion, _reader: Language, right: bool) -> Sequence[str]:  # noqa: FBT001
    """One after the other is brought to its place; wrongly, all are brought into an order that is not there yet."""
    assert isinstance(question, OrderQuestion)
    now = [item.id for item in shown_items(question)]
    key = [item.id for item in question.items]
    wrong = key[::-1] if key[::-1] != now else [*key[1:], key[0]]
    keys = []
    for to, name in enumerate(key if right else wrong):
        at = now.index(name)
        if at != to:
            keys += [str(at + 1), str(to + 1)]
            now.insert(to, now.pop(at))
    return keys


def placed(question: AnyQuestion, _reader: Language, right: bool) -> Sequence[str]:  # noqa: FBT001
    """Each thing goes where it belongs; wrongly, each one where another one does, or elsewhere."""
    assert isinstance(question, PlaceQuestion)
    names = [place.id for place in shown_places(question)]
    belongs = {item.id: item.place for item in question.items}
    if not right:
        after = dict(zip(belongs.values(), [*belongs.values()][1:] + [*belongs.values()][:1], strict=True))
        elsewhere = {name: names[at - 1] for at, name in enumerate(names)}
        turn = after if question.takes_once else elsewhere
        belongs = {item: turn[place] for item, place in belongs.items()}
    keys = []
    for number, item in enumerate(shown_items(question), start=1):
        keys += [str(number), ascii_lowercase[names.index(belongs[item.id])]]
    return keys


def filled(question: AnyQuestion, _reader: Language, right: bool) -> Sequence[str]:  # noqa: FBT001
    """Gap after gap from the first, wherever one was; all of them wrongly, if wrongly."""
    assert isinstance(question, FillQuestion)
    acts: list[str] = ["tab", "shift+tab"] if len(question.blanks) > 1 else []
    for at, blank in enumerate(question.blanks):
        if at:
            acts.append("enter")
        choice = next((at for at, choice in enumerate(blank.choices, 1) if choice.correct is right), None)
        acts.append(_typed(blank, right=right) if choice is None else str(choice))
    return acts


ANSWERS: dict[str, Answer] = {
    "single": picked,
    "multiple": picked,
    "true-false": picked,
    "text": words,
    "number": figure,
    "order": arranged,
    "match": placed,
    "sort": placed,
    "fill": filled,
}
