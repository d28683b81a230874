"""Odd surroundings end in a sentence: closed and full streams, poor encodings, strange folders, shells, languages."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.cli import streams
from sosmed_learn.storage.locations import progress_folder, single_file
from sosmed_learn.storage.store import TinyEventStore
from tests.cli.running import SRC, Run, in_a_process
from tests.fakes import settings
from tests.terminal import Terminal, needs_terminal, this_checkout

pytestmark = pytest.mark.usefixtures("not_the_first_time")

COMMANDS = [
    "next",
    "check --format json",
    "progress show",
    "progress export",
    "progress doctor --format json",
    "completion bash",
    "--help",
    "--version",
]
STORE_COMMANDS = [("next",), ("progress", "show"), ("progress", "export")]
CARE_COMMANDS = [
    ("progress", "backup"),
    ("progress", "backup", "--list"),
    ("progress", "restore"),
    ("progress", "doctor"),
    ("progress", "doctor", "--repair"),
    ("progress", "merge", "."),
]
POSIX = pytest.mark.skipif(os.name == "nt", reason="written in the words of a POSIX shell")


@pytest.fixture
def english() -> None:
    """The learner has chosen English in the app."""
    for event in settings(language="en", role="owner"):
        TinyEventStore(progress_folder()).append(event)


def shell(command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """``command`` as typed into a shell, where ``$run`` is ours."""
    return subprocess.run(
        ["/bin/sh", "-c", command],
        env={
            **os.environ,
            "PYTHONPATH": str(SRC),
            "PYTHONUTF8": "1",
            "run": f"{sys.executable} -m sosmed_learn --lang en",
            **variables,
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


# Streams


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("english")
def test_a_full_disk_is_one_sentence(command: str) -> None:
    ran = shell(f"$run {command} >/dev/full")
    assert (ran.returncode, ran.stderr) == (1, "The answer could not be written to stdout: the disk is full.\n")


@POSIX
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("english")
def test_a_closed_stdout_is_one_sentence(command: str) -> None:
    ran = shell(f"$run {command} >&-")
    assert (ran.returncode, ran.stderr) == (1, "The answer could not be written to stdout: it is closed.\n")


@POSIX
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.usefixtures("english")
def test_a_reader_that_has_left_is_silence(command: str) -> None:
    theirs, ours = os.pipe()
    os.close(theirs)
    ran = subprocess.run(
        [sys.executable, "-m", "sosmed_learn", *command.split()],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        stdout=ours,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(ours)
    assert (ran.returncode, ran.stderr) == (1, b"")


@POSIX
@pytest.mark.parametrize("away", ["<&-", "2>&-", "<&- 2>&-"])
@pytest.mark.parametrize("command", COMMANDS)
def test_the_answer_comes_without_the_other_streams(command: str, away: str) -> None:
    ran = shell(f"$run {command} {away}")
    assert ran.returncode == 0
    assert "Traceback" not in ran.stderr
    assert ran.stdout or command == "progress export"


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_narration_that_cannot_be_written_changes_no_verdict() -> None:
    assert shell("$run check 2>/dev/full").returncode == 0


@POSIX
@pytest.mark.parametrize("away", ["<&-", ">&-", "<&- >&-"])
def test_the_app_without_a_stream_is_one_sentence(away: str) -> None:
    ran = shell(f"$run {away}")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "needs a terminal" in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@needs_terminal
def test_the_app_is_not_drawn_into_a_log(tmp_path: Path) -> None:
    command, env = this_checkout(tmp_path / "home", "--lang", "en")
    script = f"exec {' '.join(command)} 2>{tmp_path / 'log'}"
    with Terminal.start(["/bin/sh", "-c", script], env, columns=200) as terminal:
        assert terminal.wait() == 1
        seen = " ".join(terminal.text.split())
    assert "Start it without 2>." in seen
    assert (tmp_path / "log").read_text(encoding="utf-8") == f"{seen}\n"


@needs_terminal
def test_the_app_says_how_to_switch_a_terminal_to_utf_8(tmp_path: Path) -> None:
    command, env = this_checkout(tmp_path / "home", "--lang", "en")
    with Terminal.start(command, {**env, "PYTHONIOENCODING": "cp1252"}, columns=200) as terminal:
        assert terminal.wait() == 1
        assert "PYTHONUTF8=1" in terminal.text
        assert "Traceback" not in terminal.text


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_signs_that_stdout_does_not_have_are_escaped(tmp_path: Path, encoding: str) -> None:
    folder = tmp_path / "toko ☃"
    folder.mkdir()
    variables = {"PYTHONUTF8": "0", "PYTHONIOENCODING": f"{encoding}:strict"}
    if os.name != "nt":
        variables["LC_ALL"] = "C.UTF-8"  # file names are still UTF-8
    ran = in_a_process("--lang", "en", "check", str(folder), **variables)
    assert ran.returncode == 1
    assert r"toko \u2603" in ran.stdout
    assert "Traceback" not in ran.stderr
    assert in_a_process("--lang", "en", "check", str(folder / "no"), **variables).returncode == 2


# Paths and folders


def test_a_path_too_long_to_look_at_is_wrong_use(run: Run) -> None:
    ran = run("--lang", "en", "check", "/".join(["folder"] * 700))
    assert (ran.code, ran.out) == (2, "")
    assert "folder/folder" in ran.err.replace("\\", "/")
    assert max(map(len, ran.err.splitlines())) < 400


@pytest.mark.parametrize(
    ("number", "says"),
    [(errno.EACCES, "permission denied."), (errno.ENAMETOOLONG, "the name is too long."), (errno.ELOOP, ".")],
)
def test_a_path_in_a_folder_that_we_may_not_open(
    run: Run, monkeypatch: pytest.MonkeyPatch, number: int, says: str
) -> None:
    real = Path.stat

    def stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "shut":
            raise OSError(number, os.strerror(number), str(path))
        return real(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", stat)
    ran = run("--lang", "en", "check", "shut")
    assert (ran.code, ran.out) == (2, "")
    assert "shut cannot be looked at: " in ran.err
    assert ran.err.rstrip().endswith(says)


@POSIX
@pytest.mark.parametrize("command", STORE_COMMANDS + CARE_COMMANDS, ids=" ".join)
def test_a_home_that_nobody_has(run: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.setenv("SOSMED_LEARN_HOME", "~nouser-of-this-name/x")
    ran = run("--lang", "en", *command)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("The home folder in ~nouser-of-this-name/x is not known.")
    assert len(ran.err.splitlines()) == 1


@POSIX
@pytest.mark.parametrize("below", ["", "one/two"])
@pytest.mark.parametrize("command", STORE_COMMANDS + CARE_COMMANDS, ids=" ".join)
def test_a_home_that_is_a_file(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: tuple[str, ...], below: str
) -> None:
    file = tmp_path / "file"
    file.touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOSMED_LEARN_HOME", str(file / below))
    ran = run("--lang", "en", *command)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{file} is not a folder, ")
    assert "Set SOSMED_LEARN_HOME to a folder." in ran.err


def test_usual_reasons_are_in_our_words_and_others_in_the_systems() -> None:
    i18n.use("en")
    assert streams.reason(OSError(errno.EROFS, "Read-only file system")) == "it can only be read"
    assert streams.reason(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert streams.reason(OSError("no number")) == "no number"


@pytest.mark.parametrize("command", STORE_COMMANDS, ids=" ".join)
def test_a_damaged_file_that_was_moved_aside_is_told(run: Run, command: tuple[str, ...]) -> None:
    file = single_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('{"meta": ', encoding="utf-8")
    ran = run("--lang", "en", *command)
    (aside,) = file.parent.glob("progress.json.damaged-*")
    told = [line for line in ran.err.splitlines() if aside.name in line]
    assert (ran.code, len(told)) == (0, 1)
    assert "damaged" in told[0]
    assert aside.name not in run("--lang", "en", *command).err, "told once"
