"""Hands that are quicker than the screen: nothing is answered, opened or left twice, and nothing shown is lost."""

import json
import time
from pathlib import Path

from sosmed_learn.core.module import TaskStep
from tests.journeys.learner import (
    do_step,
    exported,
    open_first_lesson,
    place,
    put_off,
    right_keys,
    settle_in,
    start,
)
from tests.terminal import LOOKING_SECONDS


def test_four_keys_at_once_on_the_first_screen(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        terminal.wait_for("Pilih bahasa")
        terminal.send("1111")
        terminal.wait_until(lambda screen: "Apa pekerjaanmu?" in screen or "Modul" in screen, "a next screen")
        terminal.settle()
        assert not terminal.ended


def test_a_second_enter_does_not_open_a_lesson_twice(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        settle_in(terminal)
        terminal.send("\r\r")
        terminal.wait_for("dari")
        terminal.settle()
        terminal.press("escape")
        terminal.wait_for("Hari ini")


def test_a_second_enter_after_the_last_step_leaves_the_result_on_screen(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        settle_in(terminal)
        lesson = open_first_lesson(terminal)
        for index in range(len(lesson.steps) - 1):
            do_step(terminal, lesson, index, "id")
        terminal.wait_for(place(lesson, len(lesson.steps) - 1, "id"))
        last = lesson.steps[-1]
        if isinstance(last, TaskStep):
            put_off(terminal, last, "id")
        terminal.wait_for("Enter lanjut")
        time.sleep(LOOKING_SECONDS)
        terminal.send("\r\r")
        terminal.wait_for("Selesai:")
        terminal.settle()
        assert "Selesai:" in terminal.text
        terminal.send("uu")
        terminal.wait_for("Enter jawab")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    verbs = [event["verb"] for event in exported(tmp_path)]
    assert verbs.count("finished") == 1
    assert verbs.count("undone") == 2


def test_an_answer_given_right_before_leaving_is_kept(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        settle_in(terminal)
        lesson = open_first_lesson(terminal)
        do_step(terminal, lesson, 0, "id")
        terminal.wait_for("Enter jawab")
        question = lesson.questions[0]
        terminal.press(*right_keys(question), "enter", "ctrl+q")
        assert terminal.wait() == 0
    assert [event["question"] for event in exported(tmp_path) if event["verb"] == "answered"] == [question.id]


def test_nothing_is_answered_while_nothing_can_be_seen(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        settle_in(terminal)
        open_first_lesson(terminal)
        terminal.wait_for("Enter lanjut")
        terminal.settle()
        terminal.resize(30, 8)
        terminal.wait_for("terlalu kecil")
        terminal.press("enter", "1", "enter")
        terminal.settle()
        terminal.resize(80, 24)
        terminal.wait_for("1 dari")
    assert json.dumps(exported(tmp_path)).count('"read"') == 0


def test_leaving_at_once_still_makes_the_next_start_quick(tmp_path: Path) -> None:
    cache = tmp_path / "cache" / "courses.msgpack"
    with start(tmp_path) as terminal:
        settle_in(terminal)
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    cache.unlink()
    with start(tmp_path) as terminal:
        terminal.wait_for("Hari ini")
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    assert cache.exists()
