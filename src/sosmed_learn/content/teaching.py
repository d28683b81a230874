"""Is there teaching before testing, and time for both? Over one lesson, for ``check`` alone. Reads no file.

A figure that looks like a claim about the world and rests on no fact is found here too: it is taught without a source.
"""

import re
from collections.abc import Iterator

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document
from sosmed_learn.content.oneway import one_way
from sosmed_learn.content.texts import said_in
from sosmed_learn.content.walk import Path
from sosmed_learn.core.patterns import later
from sosmed_learn.core.text import LANGUAGES

LessonDocument = Document[shape.LessonFile]

WORDS_A_MINUTE = 200
"""What a grown-up reads of new matter on a screen: silently it is 238 in English (Brysbaert 2019), and here it is to be
understood.
"""

MINUTES_A_QUESTION = 1 / 3
"""To think and to answer; reading the question comes on top."""

_SLACK = 1.35  # times as long as said
_AT_LEAST = 2  # minutes more than said

_STUDIED = re.compile(
    r"\b(?:menurut(?! (?:hitungan|catatan|daftar|jadwal|rencana|rumus))|riset|survei(?! toko)|penelitian"
    r"|studi(?! kasus)|(?<!case )stud(?:y|ies)|surveys?|research|researchers"
    r"|according to(?! (?:the|her|his|its|our|your) (?:list|price list|notes|plan|schedule|rota|formula)))\b",
    re.IGNORECASE,
)
_OF_THE_WORLD = re.compile(
    r"\b(?:(?:orang|warga|konsumen|penduduk|pengguna) indonesia|penduduk"
    r"|pengguna (?:internet|media sosial|instagram|tiktok|facebook|whatsapp|youtube)"
    r"|indonesians|(?:indonesian|internet|social media|instagram|tiktok|facebook|whatsapp|youtube) users)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d")
_YEAR = re.compile(r"(?<![\w.,/-])(?:19|20)\d\d(?!\w| ?%|[.,/-]\d)")
_DAY_BEFORE = later(r"\b(?:ramadan|lebaran|idulfitri|natal|imlek|nyepi|christmas|eid|target\w*) \Z", re.IGNORECASE)
_MONTH_BEFORE = later(r"\b\d{1,2} [^\W\d]{3,10} \Z|\b[^\W\d]{3,10} \d{1,2},? \Z")
_CHECKED = re.compile(r"\b(?:dicek|diperiksa|checked)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+|\n\n+")


def check_teaching(document: LessonDocument) -> None:
    """A scored question comes after a text, the minutes are enough, figures of the world have facts, and a first guess
    has no tries.
    """
    lesson = document.value
    if lesson is None:
        return
    _check_order(document, lesson)
    _check_minutes(document, lesson)
    for at, step in enumerate(lesson.steps):
        if step.question is not None and step.question.pretest and step.question.tries != "until-right":
            document.report("W533", ("steps", at, "question", "tries"))
        if step.text is not None and not step.facts and not document.is_broken(("steps", at)):
            _check_claims(document, ("steps", at, "text"), step.text)


def _check_order(document: LessonDocument, lesson: shape.LessonFile) -> None:
    """Each concept is told once, at the first scored question that comes too early."""
    taught = False
    guessed: set[str] = set()  # asked before teaching, and nothing was taught since
    said: set[str] = set()
    for at, step in enumerate(lesson.steps):
        question = step.question
        if question is None:
            taught = taught or step.text is not None
            guessed.clear()
        elif question.pretest:
            guessed.add(question.concept)
        elif question.concept not in said and (not taught or question.concept in guessed):
            said.add(question.concept)
            document.report("W519", ("steps", at, "question", "concept"), id=question.concept)


def _check_minutes(document: LessonDocument, lesson: shape.LessonFile) -> None:
    needed = max(minutes(lesson))
    if needed > lesson.minutes * _SLACK and needed - lesson.minutes >= _AT_LEAST:
        document.report("W520", ("minutes",), value=str(lesson.minutes), count=str(round(needed)))


def minutes(lesson: shape.LessonFile) -> Iterator[float]:
    """How long the lesson takes in each language: texts, questions and options are read, and questions thought over.

    So are the choices of a scenario, on the way through it on which most is to be read. Of a task only the brief
    counts: the work itself has minutes of its own.
    """
    stories = [one_way(step.scenario) for step in lesson.steps if step.scenario is not None]
    for language in LANGUAGES:
        count = sum(len(text.split()) for text in _read(lesson) for text in _in(text, language))
        count += sum(len(text.split()) for story in stories for read in story.texts for text in _in(read, language))
        decisions = sum(step.question is not None for step in lesson.steps) + sum(story.forks for story in stories)
        yield count / WORDS_A_MINUTE + decisions * MINUTES_A_QUESTION


def _read(lesson: shape.LessonFile) -> Iterator[shape.Text]:
    for step in lesson.steps:
        if step.text is not None:
            yield step.text
        if step.task is not None and step.task.brief is not None:
            yield step.task.brief
        if step.question is not None:
            yield step.question.prompt
            yield from _shown(step.question)


def _shown(question: shape.Question) -> Iterator[shape.Text]:
    """What is read besides the prompt before answering."""
    match question:
        case shape.SingleShape() | shape.MultipleShape():
            yield from (choice.text for choice in question.choices)
        case shape.OrderShape():
            yield from (item.text for item in question.items)
        case shape.SortShape():
            yield from (each.title for each in question.bins)
            yield from (item.text for item in question.items)
        case shape.MatchShape():
            yield from (pair.left for pair in question.pairs)
            yield from (pair.right for pair in question.pairs)
            yield from (extra.text for extra in question.extras)
        case shape.FillShape():
            yield question.sentence
            yield from (choice.text for blank in question.blanks for choice in blank.choices)


def _in(text: shape.Text, language: str) -> Iterator[str]:
    said = text if isinstance(text, str) else getattr(text, language)
    if said:
        yield said


def _check_claims(document: LessonDocument, path: Path, text: shape.Text) -> None:
    """One sentence of a text, in the first language in which it shows, that speaks of the world in figures."""
    for inner, said in said_in(path, text):
        claim = next((mark for sentence in _SENTENCE_END.split(said) if (mark := claimed(sentence))), "")
        if claim:
            document.report("W522", inner, text=claim)
            return


def claimed(sentence: str) -> str:
    """The year, or the word for a study beside a figure, by which the sentence is a claim about the world; or nothing.

    A figure about the people of a country or of a platform is one too. A whole date or a feast is a plan or an example,
    a date of checking is a note, and sums of an invented shop have neither.
    """
    if not _NUMBER.search(sentence) or _CHECKED.search(sentence):
        return ""
    studied = _STUDIED.search(sentence)
    if studied:
        return studied[0]
    people = _OF_THE_WORLD.search(sentence)
    if people:
        return people[0]
    for year in _YEAR.finditer(sentence):
        before = sentence[max(0, year.start() - 24) : year.start()]
        if not (_MONTH_BEFORE().search(before) or _DAY_BEFORE().search(before)):
            return year[0]
    return ""
