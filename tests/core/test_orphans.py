"""Answers whose question is gone: ids and aliases count, and what cannot be read just now is not gone."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from msgspec.structs import replace

from sosmed_learn.core.events import Answered, Event, ScenarioMoved, TaskChecked, TaskSaved, Undone
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.module import ScenarioStep, TaskStep
from sosmed_learn.core.orphans import Orphan, courses, orphans
from tests.core.builders import ask, lesson, module, single
from tests.core.stories import PARCEL
from tests.core.worksheets import PLAN

HERE = courses(
    [module("strategy", ("goals",), aliases=("plan",))],
    [("strategy", lesson(ask(single("pick", aliases=("choose",))), name="goals", aliases=("aims",)))],
)


def answer(module: str, lesson: str, question: str, number: int = 1, prompt: str = "") -> Answered:
    return Answered(
        id=f"e{number:03}",
        at=datetime(2026, 11, number, 20, 0, tzinfo=UTC),  # in Jakarta it is the next day
        offset=420,
        module=module,
        lesson=lesson,
        question=question,
        revision=1,
        fingerprint="f",
        response=Picked(("right",)),
        correct=True,
        score=1.0,
        prompt=prompt,
    )


@pytest.mark.parametrize("module", ["strategy", "plan"])
@pytest.mark.parametrize("lesson", ["goals", "aims"])
@pytest.mark.parametrize("question", ["pick", "choose"])
def test_whatever_is_known_under_any_of_its_ids_is_there(module: str, lesson: str, question: str) -> None:
    assert orphans([answer(module, lesson, question)], HERE) == []


@pytest.mark.parametrize(
    ("place", "gone"),
    [
        (("poetry", "goals", "pick"), "module"),
        (("strategy", "rhyme", "pick"), "lesson"),
        (("plan", "aims", "odd"), "step"),
    ],
)
def test_what_is_gone_is_said(place: tuple[str, str, str], gone: str) -> None:
    (found,) = orphans([answer(*place)], HERE)
    assert (found.module, found.lesson, found.step) == place
    assert found.gone == gone


def test_answers_to_one_question_are_counted_and_its_last_known_words_kept() -> None:
    events = [
        answer("strategy", "goals", "old", 3),
        answer("strategy", "goals", "old", 1, "Which one?"),
        answer("strategy", "goals", "old", 2, "Which of these?"),
    ]
    assert orphans(events, HERE) == [
        Orphan("strategy", "goals", "old", "question", "step", 3, prompt="Which of these?", last=date(2026, 11, 4))
    ]


def test_an_answer_that_was_taken_back_does_not_count() -> None:
    given = answer("strategy", "goals", "old")
    events: list[Event] = [Undone(id="u", at=given.at, offset=420, target=given.id), given]
    assert orphans(events, HERE) == []


def test_what_cannot_be_read_is_not_gone() -> None:
    there = courses([module("strategy", ("goals",))], [], [("strategy", "goals"), ("service", None)])
    given = [answer("strategy", "goals", "any"), answer("service", "whichever", "any")]
    assert orphans(given, there) == []
    (gone,) = orphans([answer("strategy", "other", "any")], there)
    assert gone.gone == "lesson"


def test_questions_of_one_lesson_come_together() -> None:
    events = [answer("b", "x", "1", 1), answer("a", "y", "2", 2), answer("b", "x", "0", 3), answer("a", "y", "1", 4)]
    found = [(one.module, one.step) for one in orphans(events, HERE)]
    assert found == [("a", "1"), ("a", "2"), ("b", "0"), ("b", "1")]


def test_scenarios_and_tasks_count_as_questions_do() -> None:
    there = courses(
        [module("strategy", ("goals",))],
        [("strategy", lesson(ScenarioStep(replace(PARCEL, aliases=("old-case",))), TaskStep(PLAN), name="goals"))],
    )
    first = answer("strategy", "goals", "x")
    where: dict[str, Any] = {"at": first.at, "offset": 420, "module": "strategy", "lesson": "goals"}
    known: list[Event] = [
        ScenarioMoved(id="m1", scenario=PARCEL.id, path=("a",), **where),
        ScenarioMoved(id="m2", scenario="old-case", path=("a",), **where),
        TaskSaved(id="m3", task=PLAN.id, fields={}, reader="id", **where),
    ]
    assert orphans(known, there) == []
    lost: list[Event] = [
        ScenarioMoved(id="m4", scenario="gone", path=("a",), **where),
        ScenarioMoved(id="m5", scenario="gone", path=(), **where),
        TaskSaved(id="m6", task="lost", fields={}, reader="id", **where),
        TaskChecked(id="m7", task="lost", rubric={}, **where),
    ]
    found = [(one.step, one.kind, one.gone, one.count) for one in orphans([*known, *lost], there)]
    assert found == [("gone", "scenario", "step", 2), ("lost", "task", "step", 2)]
