"""The answers to one question in words: as they were written, together where the same is said to them."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from sosmed_learn.content.harmless import harmless
from sosmed_learn.content.playing import Try
from sosmed_learn.content.prose import lines_of
from sosmed_learn.core.grading import Typed, Verdict
from sosmed_learn.core.model_answer import sample, written
from sosmed_learn.core.question import Accepted, ChoiceQuestion, NumberQuestion, TextQuestion
from sosmed_learn.i18n import _, in_use, ngettext

MOST_SETS = 12
"""More sets of choices with the same result are counted, not listed."""


def alike(tries: Sequence[Try]) -> Iterator[list[Try]]:
    """The answers parted by what is said to them, in the order in which that is first said."""
    groups: dict[Verdict, list[Try]] = {}
    for attempt in tries:
        groups.setdefault(replace(attempt.verdict, read_as=None), []).append(attempt)
    yield from groups.values()


def as_written(question: NumberQuestion | TextQuestion, attempt: Try) -> str:
    """The answer as its author wrote it: with the ``*`` of a pattern."""
    typed = attempt.response.text if isinstance(attempt.response, Typed) else ""
    if isinstance(question, NumberQuestion):
        return typed
    accepted = [*question.accept, *(slip.answer for slip in question.slips)]
    return next((one.text for one in accepted if sample(one) == typed), typed)


def sets_of(question: ChoiceQuestion, tries: Iterable[Try]) -> Iterator[str]:
    """Lines with the sets of choices that give the same result, the best first."""
    numbers = {choice.id: str(number) for number, choice in enumerate(question.choices, start=1)}
    yield from by_result((each.verdict, "+".join(numbers[name] for name in each.verdict.picked)) for each in tries)


def by_result(answers: Iterable[tuple[Verdict, str]]) -> Iterator[str]:
    """Lines with the answers that give the same result, each answer in a few signs, the best result first."""
    results: dict[str, list[str]] = {}
    for verdict, named in sorted(answers, key=lambda answer: -answer[0].score):
        results.setdefault(_result(verdict), []).append(named)
    for result, listed in results.items():
        words = ", ".join(listed[:MOST_SETS])
        more = len(listed) - MOST_SETS
        if more > 0:
            words += " " + ngettext("and {count} more", "and {count} more", more).format(count=more)
        yield from lines_of(f"{result}: {words}", 4)


def _result(verdict: Verdict) -> str:
    if verdict.correct:
        return _("Right")
    share = round(verdict.score * 100)
    return _("{share}% right").format(share=share) if share else _("Not right")


def key_words(question: NumberQuestion | TextQuestion, unit: str) -> str:
    """What is shown to whoever missed it."""
    if isinstance(question, NumberQuestion):
        return f"{written(question.answer, in_use())} {unit}".rstrip()
    if question.model:
        return harmless(question.model.say(in_use()))
    return shown_words(question.accept)


def shown_words(accept: Sequence[Accepted]) -> str:
    """The first exact words, and only where there are none, a pattern with its gaps."""
    exact = [accepted.text for accepted in accept if not accepted.wildcard]
    return harmless(exact[0] if exact else accept[0].text.replace("*", "…"))
