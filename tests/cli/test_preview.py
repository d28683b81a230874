"""``preview``: what its argument means, the editor, the watch, and the whole of it in a terminal."""

import os
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.cli.preview.editor import editor_call
from sosmed_learn.cli.preview.service import CoursePreview
from sosmed_learn.cli.preview.target import LAST_LINE, Pointed, pointed
from sosmed_learn.cli.preview.watching import signature, watch_files
from sosmed_learn.content.editing import StepLines, Target, target_of
from sosmed_learn.content.locations import bundled
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.tui.preview.service import Aim
from tests.cli.running import LESSON, Run, course
from tests.terminal import Terminal, needs_terminal, this_checkout

PATIENCE_SECONDS = 30.0
QUESTION_LINE = LESSON.splitlines().index("  - question:") + 1


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    return course(tmp_path / "courses") / "shop" / "lessons" / "first.yaml"


def line_of(words: str) -> int:
    """The line of the lesson in which ``words`` stand, counted from 1."""
    return next(number for number, line in enumerate(LESSON.splitlines(), 1) if words in line)


# The argument


@pytest.mark.parametrize(
    ("behind", "line"),
    [("", 1), (":12", 12), (":12:5", 12), (":12:", 12), (":007", 7), (":999999999999", LAST_LINE)],
)
def test_a_line_and_a_column_may_stand_behind_the_path(lesson: Path, behind: str, line: int) -> None:
    assert pointed(f"{lesson}{behind}") == Pointed(lesson, line)


def test_a_drive_letter_is_no_path_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = r"C:\x.yaml"
    monkeypatch.setattr("sosmed_learn.cli.preview.target.look_at", lambda _path: None)
    assert pointed(f"{name}:12") == Pointed(Path(name), 12)
    assert pointed(f"{name}:12:3") == Pointed(Path(name), 12)
    assert pointed(name) == Pointed(Path(name))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no colons in names")
def test_a_file_whose_name_ends_like_a_line_is_that_file(tmp_path: Path) -> None:
    odd = tmp_path / "x.yaml:12"
    odd.write_text("", encoding="utf-8")
    assert pointed(str(odd)) == Pointed(odd)


@given(st.text(st.characters(exclude_characters="\0"), max_size=12))  # no argument of a command can hold a NUL
def test_no_argument_brings_more_than_a_sentence(words: str) -> None:
    try:
        assert pointed(words).line >= 1
    except click.UsageError as error:
        assert error.message  # noqa: PT017 - either outcome is right


@pytest.mark.parametrize(
    ("behind", "says"),
    [(":0", "lines are counted from 1"), (":twelve", '"twelve" is no line of'), (":-3", '"-3" is no line of')],
)
def test_what_is_no_line_is_told_with_exit_code_2(run: Run, lesson: Path, behind: str, says: str) -> None:
    ran = run("--lang", "en", "preview", f"{lesson}{behind}")
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err.replace("\n", " ")


def test_a_path_without_a_course_is_told_with_exit_code_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    for path in (tmp_path / "nowhere.yaml", tmp_path / "notes.txt", tmp_path):
        ran = run("--lang", "en", "preview", str(path))
        assert (ran.code, ran.out) == (2, ""), path


def test_without_a_terminal_it_says_that_it_needs_one(run: Run, lesson: Path) -> None:
    ran = run("--lang", "en", "preview", str(lesson))
    assert (ran.code, ran.out) == (1, "")
    assert "needs a terminal" in ran.err


# What stands where


def test_every_file_and_folder_of_a_course_is_known_for_what_it_is(lesson: Path) -> None:
    module = lesson.parent.parent
    expected = {
        lesson: Target("lesson", module, "first"),
        module / "module.yaml": Target("module", module),
        module / "glossary.yaml": Target("glossary", module),
        module: Target("module", module),
        lesson.parent: Target("module", module),
        module.parent: Target("courses", module.parent),
        module / "readme.txt": None,
    }
    assert {path: target_of(path) for path in expected} == expected


def service(path: Path, line: int = 1) -> CoursePreview:
    target = target_of(path)
    assert target
    preview = CoursePreview(target, line, bundled(), watches=False)
    preview.read()
    return preview


@pytest.mark.parametrize(
    ("line", "step"),
    [
        (1, 0),
        (line_of("- id: why"), 0),
        (line_of("text: {id: Pesanan"), 0),
        (QUESTION_LINE, 1),
        (line_of("explanation:"), 1),
        (LAST_LINE, 1),
    ],
)
def test_the_step_is_the_one_in_which_the_line_stands(lesson: Path, line: int, step: int) -> None:
    assert service(lesson, line).aim() == Aim("shop", "first", step)


def test_a_comment_belongs_to_what_stands_below_it() -> None:
    lines = StepLines(Path("x"), begin=(3, 8), comments=frozenset({6, 7}))
    assert [lines.step_at(line) for line in (5, 6, 7, 8)] == [0, 1, 1, 1]


def test_a_place_is_found_back_in_the_file(lesson: Path) -> None:
    preview = service(lesson)
    spot = preview.spot(Aim("shop", "first", 1))
    assert spot
    assert (spot.path, spot.line, spot.shown) == (str(lesson), QUESTION_LINE, f"lessons/first.yaml:{QUESTION_LINE}")
    module = preview.spot(Aim("shop"))
    assert module
    assert module.path == str(lesson.parent.parent / "module.yaml")


def test_a_broken_lesson_has_its_place_and_its_problems(lesson: Path) -> None:
    lesson.write_text(LESSON.replace("kind: single", "kind: singel"), encoding="utf-8")
    preview = service(lesson, line_of("explanation:"))
    assert preview.aim() == Aim("shop", "first", 1)
    with pytest.raises(LessonUnreadable):
        preview.read().lesson("shop", "first")
    errors = [finding for finding in preview.findings() if not finding.warning]
    assert [(finding.code, finding.spot.line) for finding in errors] == [("E204", line_of("kind:"))]
    assert errors[0].excerpt.strip() == "kind: singel"
    assert errors[0].hint.id != errors[0].hint.en


def test_a_lesson_can_be_seen_before_its_module_lists_it(lesson: Path) -> None:
    draft = lesson.with_name("draft.yaml")
    draft.write_text(LESSON.replace("id: first", "id: draft"), encoding="utf-8")
    preview = service(draft)
    assert preview.aim() == Aim("shop", "draft", 0)
    assert preview.read().lesson("shop", "draft").title.en == "Start from orders"


def test_without_module_yaml_its_absence_is_the_problem(lesson: Path) -> None:
    (lesson.parent.parent / "module.yaml").unlink()
    assert "E133" in {finding.code for finding in service(lesson).findings()}


# The editor


@pytest.mark.parametrize(
    ("editor", "command", "takes_terminal"),
    [
        ("vim", ["vim", "+7", "x.yaml"], True),
        ("/usr/bin/nvim -p", ["/usr/bin/nvim", "-p", "+7", "x.yaml"], True),
        ("nano", ["nano", "+7", "x.yaml"], True),
        ("emacs -nw", ["emacs", "-nw", "+7", "x.yaml"], True),
        ("kak", ["kak", "+7", "x.yaml"], True),
        ("hx", ["hx", "x.yaml:7"], True),
        ("code --wait", ["code", "--wait", "-g", "x.yaml:7"], False),
        ("subl -w", ["subl", "-w", "x.yaml:7"], False),
        ("kate", ["kate", "-l", "7", "x.yaml"], False),
        ("'my editor' --flag", ["my editor", "--flag", "x.yaml"], True),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(editor: str, command: list[str], *, takes_terminal: bool) -> None:
    call = editor_call("x.yaml", 7, {"EDITOR": editor, "PATH": ""})
    assert (list(call.command), call.takes_terminal, call.trouble) == (command, takes_terminal, "")


def test_visual_goes_before_editor_and_an_empty_one_counts_for_nothing() -> None:
    assert editor_call("x", 1, {"VISUAL": "vim", "EDITOR": "nano"}).command[0] == "vim"
    assert editor_call("x", 1, {"VISUAL": " ", "EDITOR": "nano"}).command[0] == "nano"


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"PATH": ""}, "EDITOR"),
        ({"EDITOR": "vim 'x"}, "kutip"),
        ({"EDITOR": "no-such-editor-anywhere"}, "no-such-editor-anywhere"),
    ],
)
def test_an_editor_that_is_not_there_is_one_sentence(environment: dict[str, str], says: str) -> None:
    assert says in editor_call("x.yaml", 1, environment).run()


def test_an_editor_that_fails_says_so() -> None:
    words = editor_call("x.yaml", 1, {"EDITOR": f'"{sys.executable}" -c "raise SystemExit(3)"'}).run()
    assert "kode 3" in words


# The watch


class Watched:
    """A watch in its thread. ``sees`` does something and waits until that was noticed."""

    def __init__(self, folder: Path) -> None:
        self._news, self._stop = threading.Event(), threading.Event()
        self._thread = threading.Thread(
            target=watch_files, args=([folder], signature([folder]), self._news.set, self._stop)
        )
        self._thread.start()

    def sees(self, act: Callable[[], object]) -> bool:
        self._news.clear()
        act()
        return self._news.wait(PATIENCE_SECONDS)

    def end(self) -> bool:
        self._stop.set()
        self._thread.join(PATIENCE_SECONDS)
        return not self._thread.is_alive()


@pytest.mark.parametrize("polling", ["", "true"])
def test_every_way_of_saving_is_noticed(lesson: Path, polling: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", polling)
    module = lesson.parent.parent
    watched = Watched(module)
    beside = lesson.with_suffix(".tmp")
    try:
        assert watched.sees(lambda: lesson.write_text(LESSON + "\n", encoding="utf-8"))
        beside.write_text(LESSON, encoding="utf-8")
        assert watched.sees(lambda: beside.replace(lesson)), "an atomic save"
        assert watched.sees(lesson.unlink)
        shutil.copytree(module, module.with_name("copy"))
        shutil.rmtree(module)
        assert watched.sees(lambda: module.with_name("copy").rename(module)), "another folder in its place"
        assert watched.sees(lambda: lesson.write_text(LESSON, encoding="utf-8")), "a save in the new folder"
    finally:
        assert watched.end()


# All of it


@needs_terminal
@pytest.mark.parametrize("atomic", [True, False])
def test_a_save_is_seen_in_the_terminal_and_nothing_is_kept(lesson: Path, tmp_path: Path, *, atomic: bool) -> None:
    home = tmp_path / "home"
    command, env = this_checkout(home, "--lang", "en", "preview", f"{lesson}:{QUESTION_LINE + 4}", "--watch")

    def save(text: str) -> None:
        if atomic:
            lesson.with_suffix(".new").write_text(text, encoding="utf-8")
            lesson.with_suffix(".new").replace(lesson)
        else:
            lesson.write_text(text, encoding="utf-8")

    with Terminal.start(command, env) as terminal:
        terminal.wait_for("Which one counts?", PATIENCE_SECONDS)
        terminal.press("2", "enter")
        terminal.wait_for("They pay nothing.", PATIENCE_SECONDS)
        save(LESSON.replace("Which one counts?", "Which one counts now?"))
        terminal.wait_for("Which one counts now?", PATIENCE_SECONDS)
        save(LESSON.replace("kind: single", "kind: singel"))
        terminal.wait_for("E204", PATIENCE_SECONDS)
        save(LESSON.replace("Which one counts?", "Mended?"))
        terminal.wait_for("Mended?", PATIENCE_SECONDS)
        terminal.press("ctrl+q")
        assert terminal.wait(PATIENCE_SECONDS) == 0
    assert not home.exists()


@needs_terminal
def test_what_a_learner_has_is_left_byte_for_byte(lesson: Path, tmp_path: Path, run: Run) -> None:
    home = tmp_path / "learner"  # where the tests keep a learner's data
    run("next")
    (home / "progress").mkdir(parents=True, exist_ok=True)
    (home / "progress" / "events-0001.json").write_text("{}", encoding="utf-8")
    before = contents(home)
    command, env = this_checkout(home, "--lang", "id", "preview", str(lesson.parent.parent))
    with Terminal.start(command, env) as terminal:
        terminal.wait_for("Kamu bisa menghitung pesanan.", PATIENCE_SECONDS)
        terminal.press("1")
        terminal.wait_for("1 dari 2", PATIENCE_SECONDS)
        terminal.press("ctrl+q")
        assert terminal.wait(PATIENCE_SECONDS) == 0
    assert contents(home) == before


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and its time."""
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}
