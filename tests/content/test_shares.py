"""Several processes judge together: the report is that of one, whatever becomes of the others."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.content import check as module
from sosmed_learn.content import shares
from sosmed_learn.content.check import Report, check
from sosmed_learn.content.judged import as_bytes, from_bytes
from sosmed_learn.content.locations import bundled
from sosmed_learn.content.meaning import check_lesson
from sosmed_learn.content.problems import Problem
from sosmed_learn.content.remembered import Remembered
from sosmed_learn.content.render import RENDERERS, as_text
from tests.content.building import place
from tests.content.cases import CASES
from tests.generated.courses import Size, course, write
from tests.generated.voices import ODD, Odd, Usual

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork") or sys.platform == "darwin", reason="there are no children to judge anything"
)

SMALL = Size(lessons=(1, 3), steps=(1, 3))
NAMES = ["satu", "dua", "tiga", "empat"]


@pytest.fixture(autouse=True)
def born(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The numbers of all children, made for the smallest of courses and beside whatever threads the tests have."""
    numbers: list[int] = []
    real = os.fork

    def fork() -> int:
        number = real()
        numbers.append(number)
        return number

    monkeypatch.setattr(module, "WORTH_A_SHARE", 1)
    monkeypatch.setattr(shares, "possible", lambda: True)
    monkeypatch.setattr(os, "fork", fork)
    yield numbers
    for number in numbers:
        with pytest.raises(ChildProcessError):
            os.waitpid(number, os.WNOHANG)  # else it runs on, or nobody has taken it away


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """Four modules; in half of them there is something to tell."""
    write(tmp_path / "here", course(Random(5), Usual(), NAMES, SMALL))
    for name in NAMES[:2]:
        file = min((tmp_path / "here" / name / "lessons").iterdir())
        file.write_text(file.read_text(encoding="utf-8").replace("minutes:", "minuts:", 1), encoding="utf-8")
    return tmp_path / "here"


def everywhere(problems: Sequence[Problem]) -> list[str]:
    return [as_text(problems, 80), *(render(problems) for render in RENDERERS.values())]


def alike(*paths: Path, workers: int = 3) -> Report:
    """The report, which is the same of one process and of several, in all formats."""
    one, several = check(paths, workers=1), check(paths, workers=workers)
    assert several == one
    assert everywhere(several.problems) == everywhere(one.problems)
    return several


def elsewhere(do: Callable[[], None]) -> Callable[..., None]:
    """The judging of a lesson that does something else in every child."""
    parent = os.getpid()

    def judge(*given: object) -> None:
        if os.getpid() != parent:
            do()
        check_lesson(*given)  # type: ignore[arg-type]

    return judge


def test_the_bundled_courses(born: list[int]) -> None:
    report = check(bundled=bundled(), workers=2)
    assert report == check(bundled=bundled())
    assert (len(born), report.modules) == (1, 5)


@pytest.mark.parametrize("seed", range(8))
def test_generated_courses(tmp_path: Path, seed: int, born: list[int]) -> None:
    chance = Random(seed)
    write(tmp_path, course(chance, Odd(lambda: chance.choice(ODD)), NAMES, SMALL, both=False))
    alike(tmp_path, workers=2 + seed % 4)
    assert len(born) == 1 + min(seed % 4, 2)


@pytest.mark.parametrize("first", range(0, len(CASES), 12))
def test_broken_courses(tmp_path: Path, first: int, born: list[int]) -> None:
    spoilt = []
    for number, case in enumerate(CASES[first : first + 12]):
        here = place(tmp_path / str(number))
        here.spoil(case.file, case.old, case.new)
        spoilt += [here.courses, here.seeds]
    report = alike(*spoilt)
    assert report.problems
    assert len(born) == min(3, report.modules) - 1


def test_a_module_of_a_newer_format_and_a_single_file(here: Path, born: list[int]) -> None:
    file = here / "tiga" / "module.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("format: 1", "format: 99"), encoding="utf-8")
    single = min((here / "satu" / "lessons").iterdir())
    report = alike(here / "tiga", single, here / "dua")
    assert "E210" in {problem.code for problem in report.problems}
    assert len(born) == 2


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text(here: Path, born: list[int]) -> None:
    odd = os.fsdecode(b"odd-\xff")
    try:
        (here / "satu").rename(here / odd)
    except OSError:
        pytest.skip("this disk refuses such names")
    assert any(odd in problem.path for problem in alike(here).problems)
    assert born


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise RuntimeError("a bug that only the child meets")


@pytest.mark.parametrize("do", [kill, fail])
def test_a_child_that_dies_changes_nothing_and_says_nothing(
    here: Path, born: list[int], capfd: pytest.CaptureFixture[str], do: Callable[[], None]
) -> None:
    whole = check([here])
    with patch("sosmed_learn.content.check.check_lesson", elsewhere(do)):
        assert check([here], workers=3) == whole
    assert len(born) == 2
    assert capfd.readouterr() == ("", "")


def test_an_error_is_raised_as_by_one_process(here: Path) -> None:
    with (
        patch("sosmed_learn.content.check.check_lesson", side_effect=RuntimeError("a bug")),
        pytest.raises(RuntimeError, match="a bug"),
    ):
        check([here], workers=3)


@pytest.mark.parametrize(
    "answer",
    [
        lambda _whole: b"",
        lambda _whole: b"\xc1",
        lambda whole: whole[:-1],
        lambda _whole: b"\x92\x90\x90",  # of no module
        lambda _whole: b"\x92\x91\x93\x01\x00\x00\x90",  # a number in the place of the sheets
        lambda whole: whole + b"=",
    ],
)
def test_an_answer_that_is_not_whole_is_none(
    here: Path, monkeypatch: pytest.MonkeyPatch, answer: Callable[[bytes], bytes]
) -> None:
    whole = check([here])
    monkeypatch.setattr(module, "as_bytes", lambda *given: answer(as_bytes(*given)))
    assert check([here], workers=3) == whole


@pytest.mark.parametrize("call", ["fork", "pipe"])
def test_where_the_system_gives_no_child(here: Path, call: str) -> None:
    whole = check([here])
    with patch(f"os.{call}", side_effect=BlockingIOError("no more")):
        assert check([here], workers=3) == whole


def test_a_long_answer_is_no_hang(tmp_path: Path, born: list[int]) -> None:
    odd = "".join(f"odd-{at}: {'x' * 300}\n" for at in range(100))
    files = course(Random(1), Usual(), NAMES, SMALL)
    write(tmp_path, {name: text + odd if "/lessons/" in name else text for name, text in files.items()})
    with patch("sosmed_learn.content.check.from_bytes", wraps=from_bytes) as taken:
        alike(tmp_path)
    assert [len(call.args[0]) > 65_536 for call in taken.call_args_list] == [True] * len(born)  # so much a pipe holds


def test_what_was_clean_is_known_afterwards(here: Path, tmp_path: Path, born: list[int]) -> None:
    file = tmp_path / "cache" / "clean"
    first = check([here], remembered=Remembered(file), workers=3)
    alone = Remembered(tmp_path / "alone")
    check([here], remembered=alone)
    with patch("sosmed_learn.content.check.check_lesson", wraps=check_lesson) as judging:
        assert check([here], remembered=Remembered(file)) == first
        shared = judging.call_count
        check([here], remembered=alone)
    assert shared == judging.call_count - shared < first.lessons
    assert len(born) == 2


def test_every_lesson_is_heard_of(here: Path) -> None:
    heard: list[tuple[int, int]] = []
    report = check([here], workers=3, watch=lambda done, total: heard.append((done, total)))
    assert heard == sorted(heard)
    assert heard[-1][0] == heard[-1][1] >= report.lessons


def test_nobody_else_is_asked_unless_that_is_wanted(here: Path, born: list[int]) -> None:
    check([here])
    check([here / "satu"], workers=8)
    assert born == []


def test_nor_for_a_few_files(here: Path, born: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with patch("os.fork", side_effect=AssertionError):
        check([here], workers=8)
    assert born == []


def test_beside_another_thread_no_child_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not shares.possible()
    finally:
        done.set()
        thread.join()


@given(st.lists(st.integers(0, 1_000_000), min_size=1), st.integers(1, 9))
def test_each_is_in_one_share_and_the_shares_are_alike(sizes: list[int], count: int) -> None:
    dealt = shares.deal(sizes, count)
    assert sorted(at for share in dealt for at in share) == list(range(len(sizes)))
    loads = [sum(sizes[at] for at in share) for share in dealt]
    assert all(dealt)
    assert len(dealt) <= count
    assert loads == sorted(loads, reverse=True)
    assert loads[0] - (loads[-1] if len(loads) == count else 0) <= max(sizes)
