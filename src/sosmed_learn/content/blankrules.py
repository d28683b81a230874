"""Checks over gaps in a sentence: each is filled by one blank, and what fills it is what the author means."""

import re
from collections import Counter

from msgspec.structs import replace

from sosmed_learn.content import format as shape
from sosmed_learn.content.answers import check_model, check_typed
from sosmed_learn.content.build_questions import question as build_question
from sosmed_learn.content.choicerules import check_options
from sosmed_learn.content.documents import Document
from sosmed_learn.content.guess import guess
from sosmed_learn.content.names import Known, check_known, check_unique
from sosmed_learn.content.rowrules import check_rows
from sosmed_learn.content.texts import said_in
from sosmed_learn.content.walk import Path
from sosmed_learn.core.grading import Filled, Verdict, grade
from sosmed_learn.core.question import FillQuestion
from sosmed_learn.core.text import Language

LessonDocument = Document[shape.LessonFile]

_GAP = re.compile(r"\[\[([^\[\]\n]{0,80})\]\]")


def check_fill(document: LessonDocument, path: Path, question: shape.FillShape, known: Known) -> None:
    """The sentence in each language, and each of its blanks."""
    blanks = (*path, "blanks")
    names = [blank.id for blank in question.blanks]
    check_unique(document, (((*blanks, at, "id"), name) for at, name in enumerate(names)), {})
    if not document.is_broken(blanks):
        for inner, words in said_in((*path, "sentence"), question.sentence):
            _check_gaps(document, inner, words, list(dict.fromkeys(names)))
    built = None if document.is_broken(path) else build_question(question)
    for at, blank in enumerate(question.blanks):
        inner = (*blanks, at)
        for number, slip in enumerate(blank.slips):
            place = (*inner, "slips", number, "misconception")
            check_known(document, "E305", place, slip.misconception, known.misconceptions)
        if blank.choices:
            _check_picked(document, inner, blank, known)
        elif isinstance(built, FillQuestion):
            _check_typed(document, inner, blank, replace(built, blanks=(built.blanks[at],)))


def _check_gaps(document: LessonDocument, path: Path, words: str, names: list[str]) -> None:
    """Each blank stands in the sentence once, and nothing else looks like a gap."""
    found = Counter(_GAP.findall(words))
    strange = [name for name in found if name not in names]
    missing = [name for name in names if name not in found]
    meant: set[str] = set()
    for name in strange:
        if document.sheet.full:
            return
        likely = guess(name, missing) or (missing[0] if len(missing) == len(strange) == 1 else guess(name, names))
        meant.add(likely)  # that this one is missing follows from the odd name
        document.report("E333", path, id=name, guess=likely)
    for name in names:
        if found[name] != 1 and name not in meant:
            document.report("E435", path, id=name, count=str(found[name]))


def _check_picked(document: LessonDocument, path: Path, blank: shape.BlankShape, known: Known) -> None:
    right = sum(choice.correct for choice in blank.choices)
    if right != 1:
        document.report_key("E434", (*path, "choices"), id=blank.id, count=str(right))
    check_options(document, (*path, "choices"), blank.choices, known)
    check_rows(document, [((*path, "choices", at, "text"), choice.text) for at, choice in enumerate(blank.choices)])


def _check_typed(document: LessonDocument, path: Path, blank: shape.BlankShape, alone: FillQuestion) -> None:
    """``alone`` is the question with this blank and no other."""

    def judge(words: str, _language: Language) -> Verdict:
        verdict = grade(alone, Filled(((blank.id, words),)))
        return replace(verdict, why=verdict.parts[0].why)

    if check_typed(document, path, blank.accept, blank.slips, judge):
        check_model(document, (*path, "model-answer"), blank.model_answer, judge)
