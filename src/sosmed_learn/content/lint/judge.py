"""Runs the rules over a lesson or a module and puts what they find on the sheet. Called by ``check`` alone.

A question of which a part could not be read is left alone: what is wrong with it was said.
"""

from collections.abc import Callable, Iterator, Sequence

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.lint import balance, clues, negation, options, reasons, sameness, stems
from sosmed_learn.content.lint.items import Found, Item, once
from sosmed_learn.content.walk import Path
from sosmed_learn.core.text import Language

LessonDocument = Document[shape.LessonFile]

RULES: dict[str, Callable[[Item], Iterator[Found]]] = {
    "W601": options.longest,
    "W604": options.about_options,
    "W605": negation.negative,
    "W606": options.absolute,
    "W607": options.vague,
    "W608": clues.repeated_word,
    "W609": clues.grammar,
    "W610": sameness.duplicate,
    "W611": sameness.same_meaning,
    "W613": stems.gap_first,
    "W614": stems.too_long,
    "W615": stems.unfocused,
    "W616": options.joke,
    "W617": reasons.repeated_reason,
}
"""The rules over one question, by the code of their problem."""

BANK_RULES: dict[str, Callable[[Sequence[Item]], Iterator[dict[str, str]]]] = {
    "W602": balance.longest_too_often,
    "W603": balance.same_place,
}
"""The rules over many questions."""

_ENOUGH_FOR_A_MODULE = 10


def lint_lesson(document: LessonDocument, languages: Sequence[Language]) -> None:
    """Every rule over every question, then those over all questions of the file."""
    asked = [(path, _Asked(question, languages)) for path, question in questions(document)]
    for path, each in asked:
        for item in () if document.sheet.full else each.items.values():
            for code, rule in RULES.items():
                for found in rule(item):
                    document.report(code, (*path, *found.place), **found.args)
    for code, args in _of_all([each for _, each in asked], languages):
        document.report_key(code, ("steps",), **args)


def lint_module(
    module: Document[shape.ModuleFile], documents: Sequence[LessonDocument], languages: Sequence[Language]
) -> None:
    """The rules over all questions of a module, where that is more than one of its files has."""
    counts = [sum(1 for _ in questions(document)) for document in documents]
    if sum(counts) < _ENOUGH_FOR_A_MODULE or sum(count > 0 for count in counts) < 2:  # noqa: PLR2004 - one file has said it
        return
    asked = [_Asked(question, languages) for document in documents for _, question in questions(document)]
    for code, args in _of_all(asked, languages):
        module.report_key(code, ("lessons",), **args)


def questions(document: LessonDocument) -> Iterator[tuple[Path, shape.Question]]:
    """The questions that could be read whole, with their paths."""
    for at, step in enumerate(document.value.steps if document.value else ()):
        path = ("steps", at, "question")
        if step.question is not None and not document.is_broken(path):
            yield path, step.question


class _Asked:
    """A question with how it reads in each language, which the rules over it and those over many share."""

    def __init__(self, question: shape.Question, languages: Sequence[Language]) -> None:
        self.question = question
        self._languages = languages

    @once
    def items(self) -> dict[Language, Item]:
        return {language: Item(self.question, language) for language in self._languages}


def _of_all(asked: Sequence[_Asked], languages: Sequence[Language]) -> Iterator[tuple[str, dict[str, str]]]:
    """What is uneven over all questions; each rule once, in the first language in which it shows."""
    single = [each for each in asked if isinstance(each.question, shape.SingleShape)]  # the rules are about those
    for code, rule in BANK_RULES.items():
        for language in languages:
            found = list(rule([each.items[language] for each in single]))
            yield from ((code, {"language": language, **args}) for args in found)
            if found:
                break
    answers = [each.question.answer for each in asked if isinstance(each.question, shape.TrueFalseShape)]
    yield from (("W612", args) for args in balance.one_sided(answers))
