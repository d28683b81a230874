"""Questions whose answers have parts, as plain lines: what is to be moved or filled, and what is said to each answer.

Things have numbers and places letters, so that an answer can be named in a few signs.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from string import ascii_lowercase
from typing import TypeAlias

from sosmed_learn.content.attempts import by_result, shown_words
from sosmed_learn.content.misplacing import UNFORESEEN
from sosmed_learn.content.playing import Try
from sosmed_learn.content.prose import lines_of
from sosmed_learn.core.arranging import Part
from sosmed_learn.core.grading import Arranged, Filled, Placed
from sosmed_learn.core.model_answer import sample
from sosmed_learn.core.question import (
    BLANK,
    Blank,
    FillQuestion,
    Item,
    OrderQuestion,
    Place,
    PlaceQuestion,
    Together,
)
from sosmed_learn.core.text import Text
from sosmed_learn.i18n import _, in_use

PartsQuestion: TypeAlias = OrderQuestion | PlaceQuestion | FillQuestion
Words: TypeAlias = Callable[[Text, int, str], Iterator[str]]
"""The lines of a text: how far they are indented, and what stands in the margin of the first one."""
Belief: TypeAlias = Callable[[str | None], Iterator[str]]
"""The lines about a misconception."""

_WRONG = "  ✗"
_RIGHT = "  ✓"


def lines_asked(question: PartsQuestion, words: Words) -> Iterator[str]:
    """What the learner is given, the things to order in their right order."""
    if isinstance(question, FillQuestion):
        numbers = {blank.id: number for number, blank in enumerate(question.blanks, start=1)}
        said = BLANK.sub(lambda gap: f"____ ({numbers.get(gap[1], '')})", question.sentence.say(in_use()))
        yield from words(Text.same(said), 2, "")
        for blank in question.blanks:
            for choice in blank.choices:
                yield from words(choice.text, 8, f"  ({numbers[blank.id]})")
        return
    for number, item in enumerate(question.items, start=1):
        yield from words(item.text, 6, f"  {number}")
    if isinstance(question, PlaceQuestion):
        yield ""
        for letter, place in zip(ascii_lowercase, question.places, strict=False):
            yield from words(place.text, 6, f"  {letter}")


def lines_of_answers(question: PartsQuestion, tries: Sequence[Try], words: Words, belief: Belief) -> Iterator[str]:
    """The right answer with its reasons, what is said to combinations, and what the others are worth."""
    match question:
        case OrderQuestion():
            yield from _order(question, tries, words, belief)
        case PlaceQuestion():
            yield from _places(question, tries, words, belief)
        case FillQuestion():
            for number, blank in enumerate(question.blanks, start=1):
                yield from _blank(blank, number, tries, words, belief)


def _order(question: OrderQuestion, tries: Sequence[Try], words: Words, belief: Belief) -> Iterator[str]:
    numbers = {item.id: str(number) for number, item in enumerate(question.items, start=1)}
    right = _("The right order: {order}").format(order="-".join(numbers.values()))
    yield from lines_of(right, 4, _RIGHT)
    for item in question.items:
        yield from _reason(item, f"    {numbers[item.id]}", words, belief)
    for each in question.combinations:
        yield from _together(each, "-".join(numbers.get(name, "?") for name in each.ids), words, belief)
    orders = [
        (attempt.verdict, "-".join(numbers[name] for name in attempt.response.items))
        for attempt in tries
        if isinstance(attempt.response, Arranged) and not attempt.verdict.correct
    ]
    yield from by_result(orders)


def _places(question: PlaceQuestion, tries: Sequence[Try], words: Words, belief: Belief) -> Iterator[str]:
    numbers = {item.id: str(number) for number, item in enumerate(question.items, start=1)}
    letters = _letters(question.places)

    def named(pairs: Iterable[tuple[str, str]]) -> str:
        return " ".join(f"{numbers.get(thing, '?')}{letters.get(place, '?')}" for thing, place in pairs)

    right = {(item.id, item.place) for item in question.items}
    yield from lines_of(_("Answer {answer}").format(answer=named((i.id, i.place) for i in question.items)), 4, _RIGHT)
    for item in question.items:
        yield from _reason(item, f"    {numbers[item.id]}", words, belief)
    for each in question.combinations:
        together = Together((), each.why, each.misconception)
        yield from _together(together, named(each.places), words, belief)
    others = [
        (attempt.verdict, named(pair for pair in attempt.response.places if pair not in right))
        for attempt in tries
        if isinstance(attempt.response, Placed) and not attempt.verdict.correct
    ]
    yield from by_result(others)


def _letters(places: Sequence[Place]) -> dict[str, str]:
    return {place.id: letter for place, letter in zip(places, ascii_lowercase, strict=False)}


def _reason(item: Item, margin: str, words: Words, belief: Belief) -> Iterator[str]:
    yield from words(item.why, 6, margin)
    yield from belief(item.misconception)


def _together(each: Together, named: str, words: Words, belief: Belief) -> Iterator[str]:
    yield from lines_of(_("Answer {answer}").format(answer=f"… {named} …"), 4, _WRONG)
    yield from words(each.why, 6, "")
    yield from belief(each.misconception)


def _blank(blank: Blank, number: int, tries: Sequence[Try], words: Words, belief: Belief) -> Iterator[str]:
    """What is said to each thing that can stand in the blank; typed words with the same reason together."""
    groups: dict[tuple[Part, tuple[str, ...]], list[str]] = {}
    for attempt in tries:
        if isinstance(attempt.response, Filled):
            part = next(part for part in attempt.verdict.parts if part.id == blank.id)
            filled = dict(attempt.response.blanks)[blank.id]
            alone = part, () if part.correct else attempt.verdict.misconceptions
            listed = groups.setdefault(alone, [])
            if filled not in listed:
                listed.append(filled)
    for (part, beliefs), given in groups.items():
        answer = "; ".join(_written(blank, words_given) for words_given in given)
        said = _("Any other answer") if given == [UNFORESEEN] else _("Answer {answer}").format(answer=answer)
        yield from lines_of(f"({number}) {said}", 4, _RIGHT if part.correct else _WRONG)
        if part.why is not None:
            yield from words(part.why, 6, "")
        else:
            shown = blank.model.say(in_use()) if blank.model else shown_words(blank.accept)
            yield from lines_of(_("The right answer is shown: {answer}").format(answer=shown), 6)
            yield from words(blank.why, 6, "")
        for name in beliefs:
            yield from belief(name)


def _written(blank: Blank, given: str) -> str:
    """What was given as its author wrote it: the words of a choice, the ``*`` of a pattern."""
    choice = next((choice for choice in blank.choices if choice.id == given), None)
    if choice is not None:
        return choice.text.say(in_use())
    foreseen = [*blank.accept, *(slip.answer for slip in blank.slips)]
    return next((each.text for each in foreseen if sample(each) == given), given)
