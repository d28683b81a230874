"""What happens in the middle: the window is killed, a course folder is broken, two windows are open."""

import shutil
import signal
from pathlib import Path

import pytest

from sosmed_learn.content.locations import bundled
from tests.journeys.learner import do_step, exported, library, open_first_lesson, place, run, settle_in, start

pytestmark = pytest.mark.usefixtures("courses_known")


def test_after_kill_9_the_lesson_goes_on_where_it_was_shown_as_saved(tmp_path: Path) -> None:
    with start(tmp_path) as terminal:
        settle_in(terminal)
        lesson = open_first_lesson(terminal)
        for index in range(6):
            do_step(terminal, lesson, index, "id")
        terminal.wait_for(place(lesson, 6, "id"))
        terminal.wait_for("tersimpan")
        terminal.kill()
    with start(tmp_path) as terminal:
        terminal.wait_for("Kamu berhenti di langkah 7")
        terminal.press("enter")
        terminal.wait_for(place(lesson, 6, "id"))
    verbs = [event["verb"] for event in exported(tmp_path)]
    assert verbs.count("answered") + verbs.count("read") == 6


def test_a_broken_lesson_in_an_extra_folder_is_explained_and_leaves_the_rest_usable(tmp_path: Path) -> None:
    extra = tmp_path / "extra"
    shutil.copytree(bundled().courses / "strategy", extra / "promosi")
    module = extra / "promosi" / "module.yaml"
    module.write_text(module.read_text("utf-8").replace("id: strategy\n", "id: promosi\n", 1), "utf-8")
    lesson = next((extra / "promosi" / "lessons").iterdir())
    lesson.write_text(lesson.read_text("utf-8").replace("kind: single", "kind: singel", 1), "utf-8")
    home = tmp_path / "home"
    with start(home, SOSMED_LEARN_COURSES=str(extra)) as terminal:
        settle_in(terminal)
        terminal.wait_for("belum bisa dibuka")
        terminal.press("x")
        terminal.wait_for("sosmed-learn check")
        terminal.press("enter")
        terminal.wait_for("Hari ini")
        terminal.press("1")
        terminal.wait_for(library().modules[0].summary.say("id")[:20])
    found = run(home, "check", str(extra), "--lang", "en")
    assert found.returncode == 1
    assert "Did you mean `single`?" in found.stdout
    assert "Traceback" not in found.stdout + found.stderr


def test_two_windows_lose_nothing_of_each_other(tmp_path: Path) -> None:
    with start(tmp_path) as first:
        settle_in(first)
        with start(tmp_path) as second:
            second.wait_for("Modul")
            for terminal, number in ((first, 1), (second, 2)):
                lesson = open_first_lesson(terminal, number)
                for index in range(3):
                    do_step(terminal, lesson, index, "id")
                terminal.wait_for(place(lesson, 3, "id"))
                terminal.wait_for("tersimpan")
            for terminal in (second, first):
                terminal.press("ctrl+q")
                assert terminal.wait() == 0
    events = [event for event in exported(tmp_path) if "lesson" in event]
    steps = [(event["module"], event.get("step") or event.get("question")) for event in events]
    assert len(steps) == len(set(steps)) == 6


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM"])
def test_a_closed_window_or_a_shutdown_ends_the_app_and_loses_nothing(tmp_path: Path, name: str) -> None:
    with start(tmp_path) as terminal:
        settle_in(terminal)
        lesson = open_first_lesson(terminal)
        for index in range(3):
            do_step(terminal, lesson, index, "id")
        terminal.wait_for(place(lesson, 3, "id"))
        terminal.process.send_signal(getattr(signal, name))
        assert terminal.wait() == 143
    verbs = [event["verb"] for event in exported(tmp_path)]
    assert verbs.count("answered") + verbs.count("read") == 3
