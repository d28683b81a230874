"""Every bundled lesson has the shape that was promised: its length, its guesses, an example with money, practice."""

import re
from collections.abc import Iterator

import pytest

from sosmed_learn.content.locations import bundled
from sosmed_learn.content.opening import open_courses
from sosmed_learn.core.module import Lesson, ScenarioStep, TaskStep, TextStep
from sosmed_learn.core.question import Choice, ChoiceQuestion, NumberQuestion
from sosmed_learn.core.text import LANGUAGES, Language
from tests.content.sums import sums

PLACES = bundled()
OPENED = open_courses(PLACES.courses, PLACES.seeds)
TAUGHT = {(module.id, name) for module in OPENED.modules for name in module.lessons}
EVERY = {f"{module}-{lesson.id}": lesson for module, lessons in OPENED.lessons.items() for lesson in lessons}
LESSONS = {
    f"{module}-{lesson.id}": lesson
    for module, lessons in OPENED.lessons.items()
    for lesson in lessons
    if (module, lesson.id) in TAUGHT
}
WORDS = range(350, 501)
SCREEN = 90
PRETESTS = 2
NODES = 8
BOX = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
CITATION = re.compile(r"\[\^[^\]]*\]")
MARKS = re.compile(r"[*`#>_]")
WRAPPED = re.compile(r"\n(?! *(?:[-|>]|\d+\.|\n))")
OUTCOMES = {"good", "fair", "poor"}
CAST = (
    *("Mbok Sarti", "Kopi Lereng Tujuh", "Larasati", "Naraya", "Mama Ina", "Roda Tekun"),
    *("Kebun Teras Hijau", "Binatu Kinclong Kilat", "Nusarum", "Bocah Jati"),
)
"""Those whose figures are worked out, by the name they go by."""


def words(text: str) -> int:
    """How many words a learner reads in a text.

    What stands in a box (chat, post, chart) is seen rather than read and does not count, nor do citations and the marks
    of Markdown. What is left counts as it is read aloud: a figure is a word, so is a sign between two figures, and the
    cells of a table count by their words.
    """
    plain = MARKS.sub("", CITATION.sub("", BOX.sub(" ", text))).replace("|", " ")
    return sum(not re.fullmatch("-+", word) for word in plain.split())


def _screens(lesson: Lesson, language: Language = "id") -> list[str]:
    return [step.text.say(language) for step in lesson.steps if isinstance(step, TextStep)]


@pytest.fixture(params=list(LESSONS.values()), ids=list(LESSONS))
def lesson(request: pytest.FixtureRequest) -> Lesson:
    found: Lesson = request.param
    return found


def test_there_are_39_lessons() -> None:
    assert len(LESSONS) == 39


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("## Dua kata\n\n- satu\n- dua", 4),
        ("Rp6.000 ÷ 3 = **Rp2.000**.[^f-001]", 5),
        ("| Ukuran | Hasil |\n| --- | --- |\n| akun unik | 30 |", 5),
        ("Lihat ini:\n\n```chat\nSari: halo kak\n```\n\nSelesai.", 3),
        ("> rata-rata *content calendar* ___", 3),
    ],
)
def test_words_are_counted_as_they_are_read(text: str, count: int) -> None:
    assert words(text) == count


def test_a_lesson_is_short_and_each_screen_fits(lesson: Lesson) -> None:
    counts = [words(text) for text in _screens(lesson)]
    assert sum(counts) in WORDS
    assert max(counts) <= SCREEN, counts


def test_a_lesson_begins_with_two_guesses_and_asks_on_all_levels(lesson: Lesson) -> None:
    guesses = [question for question in lesson.questions if question.pretest]
    scored = [question for question in lesson.questions if not question.pretest]
    assert len(guesses) == PRETESTS
    assert lesson.questions[:PRETESTS] == tuple(guesses)
    assert {question.level for question in scored} == {1, 2, 3}


def test_a_lesson_works_out_an_example_of_the_cast_in_rupiah(lesson: Lesson) -> None:
    """That its sums are right is a test of the banks."""
    for language in LANGUAGES:
        lines = [line for text in _screens(lesson, language) for line in WRAPPED.sub(" ", text).split("\n")]
        assert any("Rp" in line and list(sums(line, language)) for line in lines)
        assert any(name in line for name in CAST for line in lines)


def test_a_lesson_ends_in_something_done_by_the_learner(lesson: Lesson) -> None:
    assert any(isinstance(step, ScenarioStep | TaskStep) for step in lesson.steps)


def test_a_computation_in_a_lesson_can_be_helped(lesson: Lesson) -> None:
    """Not in the banks: an exam gives no hints."""
    asked = [question for question in lesson.questions if isinstance(question, NumberQuestion)]
    assert all(question.hints for question in asked if not question.pretest)


@pytest.mark.parametrize("file", EVERY.values(), ids=EVERY)
def test_every_choice_says_why_and_every_wrong_one_names_a_belief(file: Lesson) -> None:
    for question, choice in _choices(file):
        assert choice.why.say("id"), question
        assert choice.why.say("en"), question
        assert choice.correct or choice.misconception, (question, choice.text.say("id"))


@pytest.mark.parametrize("file", LESSONS.values(), ids=LESSONS)
def test_every_scenario_is_a_whole_one(file: Lesson) -> None:
    for step in file.steps:
        if isinstance(step, ScenarioStep):
            told = step.scenario
            assert len(told.nodes) >= NODES
            assert {node.outcome for node in told.endings} == OUTCOMES
            assert all(node.debrief for node in told.endings)
            leads = [(reply, told.node(reply.to)) for node in told.nodes for reply in node.replies]
            assert all(reply.why and node and node.messages for reply, node in leads)


def _choices(file: Lesson) -> Iterator[tuple[str, Choice]]:
    for question in file.questions:
        if isinstance(question, ChoiceQuestion):
            yield from ((question.id, choice) for choice in question.choices)
