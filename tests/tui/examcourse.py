"""A course with an exam of six questions, one of them in a bank of its own, and a learner who takes it."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from sosmed_learn.core.events import ExamBegun
from sosmed_learn.core.exam import draw, pool
from sosmed_learn.core.examsession import begin_exam
from sosmed_learn.core.module import Exam, Lesson, Module, QuestionStep
from sosmed_learn.core.text import Text
from tests.fakes import NOW, MemoryLibrary, TickingClock
from tests.tui.course import FRESH, QUESTIONS, RIGHT, STALE, TOUR, choice, lesson, module
from tests.tui.seeing import Seat

EXTRA = replace(
    QUESTIONS[1],
    id="extra",
    concept="business-goals",
    prompt=Text("Angka mana yang paling dekat dengan laba?", "Which figure is closest to profit?"),
    facts=(),
    choices=(
        choice("e-sales", "Omzet", "Turnover"),
        choice("e-margin", "Margin dikali penjualan", "Margin times sales", right=True),
    ),
)
OLD = replace(QUESTIONS[1], id="old", prompt=Text("Berapa pengguna?", "How many users?"), facts=("stale",))
BANK: Lesson = lesson("bank", Text("Soal ujian", "Exam questions"), QuestionStep(EXTRA), QuestionStep(OLD))
MODULE: Module = replace(
    module("strategy", "Strategi", "Strategy", "tour"), exam=Exam(6, 80, 30, bank=("bank",)), version="1.0.0"
)
TAUGHT = replace(TOUR, concepts=("smart-goals", "business-goals"))
ASKED = {question.id: question for question in (*QUESTIONS[1:], EXTRA, OLD)}
KEYS: dict[str, tuple[str, ...]] = {**RIGHT, "extra": ("2",)}
"""The keys of the right answers."""
WRONG: dict[str, tuple[str, ...]] = {
    "vanity": ("1",), "signals": ("2",), "margin": ("1",), "term": tuple("endorse"), "revenue": tuple("2000"),
    "extra": ("1",),
}  # fmt: skip


def library(exam: Exam | None = None, *questions: Any) -> MemoryLibrary:
    """The course; with ``questions``, these alone are asked."""
    tour = replace(TAUGHT, steps=tuple(QuestionStep(each) for each in questions)) if questions else TAUGHT
    of = replace(MODULE, exam=exam or MODULE.exam)
    lessons: Mapping[tuple[str, str], Lesson | str] = {("strategy", "tour"): tour, ("strategy", "bank"): BANK}
    return MemoryLibrary((of,), lessons, facts=(FRESH, STALE))


def begun(minutes: int | None = 30, seed: int = 7) -> ExamBegun:
    """An exam that was begun before, with everything that can be asked."""
    found = pool((TAUGHT, BANK), {"fresh": FRESH, "stale": STALE}, NOW.date()).questions
    event = begin_exam(MODULE, TickingClock(90).stamp(), draw(found, 6, seed), seed, limited=True)
    return replace(event, minutes=minutes)


async def open_exam(seat: Seat) -> None:
    """From Home to the page before the exam."""
    await seat.press("1", "e")


def shown(seat: Seat) -> str:
    """The id of the question that is to be seen."""
    for name, question in ASKED.items():
        words = question.prompt.say("id").replace("*", ""), question.prompt.say("en").replace("*", "")
        if any(" ".join(said.split())[:30] in seat.flat for said in words):
            return name
    raise AssertionError(seat.text)


async def answer(seat: Seat, *, right: bool = True) -> str:
    """Answer what is on screen."""
    name = shown(seat)
    await seat.press(*(KEYS if right else WRONG)[name], "enter")
    return name
