"""Every bundled lesson can be finished at a real terminal with the keyboard alone."""

from pathlib import Path

import pytest

from sosmed_learn.core.text import Language
from tests.journeys.learner import do_step, library, settle_in, start

pytestmark = pytest.mark.usefixtures("courses_known")

MODULES = [module.id for module in library().modules]


@pytest.mark.parametrize("number", range(1, len(MODULES) + 1), ids=MODULES)
def test_a_lesson_is_finished_by_keyboard_with_every_answer_right(tmp_path: Path, number: int) -> None:
    # The languages and the sizes take turns, so that each is walked through more than once.
    language: Language = "id" if number % 2 else "en"
    columns, rows = ((80, 24), (60, 20), (160, 50))[number % 3]
    module = library().modules[number - 1]
    lesson = library().lesson(module.id, module.lessons[0])
    scored = sum(not question.pretest for question in lesson.questions)
    with start(tmp_path, columns, rows) as terminal:
        settle_in(terminal, language)
        terminal.press(str(number))
        terminal.wait_for(module.summary.say(language)[:20])
        terminal.press("1")
        for index in range(len(lesson.steps)):
            do_step(terminal, lesson, index, language)
        words = f"{scored} dari {scored} benar" if language == "id" else f"{scored} of {scored} right"
        terminal.wait_for(words)
        terminal.press("enter")
        terminal.wait_for("selesai" if language == "id" else "finished")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
