"""Odd surroundings end in a sentence: closed and full streams, poor encodings, strange folders, shells, languages."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from sosmed_learn import i18n
from sosmed_learn.cli import reader, streams
from sosmed_learn.cli.group import make_cli
from sosmed_learn.core.events import SettingChanged
from sosmed_learn.storage.locations import progress_folder, single_file
from sosmed_learn.storage.store import TinyEventStore
from tests.cli.running import SRC, Run, in_a_process
from tests.fakes import settings
from tests.terminal import Terminal, needs_terminal, this_checkout

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
PROGRESS = ["show", "export", "merge", "backup", "restore", "doctor"]
POSIX = pytest.mark.skipif(os.name == "nt", reason="written in the words of a POSIX shell")
BASH = shutil.which("bash")
with_bash = pytest.mark.skipif(BASH is None or os.name == "nt", reason="there is no bash")


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
    file.parent.mkdir(parents=True)
    file.write_text('{"meta": ', encoding="utf-8")
    ran = run("--lang", "en", *command)
    (aside,) = file.parent.glob("progress.json.damaged-*")
    told = [line for line in ran.err.splitlines() if aside.name in line]
    assert (ran.code, len(told)) == (0, 1)
    assert "damaged" in told[0]
    assert aside.name not in run("--lang", "en", *command).err, "told once"


# Languages


@pytest.fixture
def posix_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("LANG", "C")


@pytest.mark.usefixtures("english", "posix_locale")
@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("--help", "Usage:"),
        ("next", "Begin with"),
        ("check", "Nothing is wrong."),
        ("check nowhere", "There is nothing at nowhere."),
        ("progress show", "lessons finished"),
        ("progress export --nothing", "No such option"),
        ("nxt", "No such command"),
    ],
)
def test_every_command_speaks_the_language_chosen_in_the_app(run: Run, command: str, says: str) -> None:
    ran = run(*command.split())
    assert says in ran.out + ran.err


@pytest.mark.usefixtures("english", "posix_locale")
def test_export_and_the_bare_command_speak_it_too(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "events written to" in run("progress", "export", "-o", str(tmp_path / "mine.jsonl")).err
    monkeypatch.delenv("LANGUAGE", raising=False)
    assert "needs a terminal" in in_a_process().stderr


@pytest.mark.usefixtures("english", "posix_locale")
def test_the_language_asked_for_counts_first(run: Run) -> None:
    assert "Pemakaian:" in run("--lang", "id", "--help").out


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[1, 2]",
        b'{"events": {"1": "set"}, "meta": {}}',
        b'{"events": {"1": {"verb": "set", "name": "language", "value": ["en"]}}}',
        b"[" * 100_000,
    ],
    ids=["empty", "bytes", "list", "text", "value", "deep"],
)
@pytest.mark.parametrize("name", ["progress.json", "progress/journal-0a1b2c.jsonl"])
def test_a_file_that_cannot_be_read_stops_neither_check_nor_help(run: Run, content: bytes, name: str) -> None:
    file = single_file().parent / name
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert (run("check").code, run("--help").code, run("nxt").code) == (0, 0, 2)
    assert file.read_bytes() == content, "moving it aside is left to those who need it"
    assert reader.stored() is None


@pytest.mark.usefixtures("english")
def test_the_newest_choice_of_language_counts() -> None:
    store = TinyEventStore(progress_folder())
    assert reader.stored() == "en"
    store.append(SettingChanged(id="zz", at=datetime.now(UTC), offset=0, name="language", value="id"))
    assert reader.stored() == "id"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("nxt", ["Tidak ada perintah 'nxt'."]),
        ("progress export --outpt x", ["Tidak ada opsi", "maksudmu", "--output"]),
        ("next more words", ["argumen yang berlebih (more words)"]),
        ("progress export -o", ["'-o' harus diberi nilai."]),
        ("completion tcsh", ["'tcsh' tidak termasuk pilihan: 'bash', 'zsh', 'fish'."]),
        ("progress export -o .", ["Berkas '.' tidak bisa dipakai karena itu folder."]),
        ("--help", ["sosmed-learn [OPSI] [PERINTAH] [ARGUMEN]..."]),
        ("progress --help", ["sosmed-learn progress [OPSI] PERINTAH [ARGUMEN]..."]),
        ("check --help", ["sosmed-learn check [OPSI] [PATH]..."]),
        ("progress export --help", ["sosmed-learn progress export [OPSI]", "--output BERKAS"]),
    ],
)
def test_what_click_says_is_in_indonesian(run: Run, arguments: str, says: list[str]) -> None:
    ran = run("--lang", "id", *arguments.split())
    for words in says:
        assert words in ran.out + ran.err
    for words in ("No such", "Did you mean", "unexpected", "requires", "is not", "OPTIONS", "ARGS", "FILE", "Error"):
        assert words not in ran.out + ran.err


# Shells


def test_the_bare_command_loads_no_click() -> None:
    code = """
import sys
from sosmed_learn.cli.main import main
try:
    main([])
except SystemExit as ended:
    print(ended.code, sorted({"click", "textual", "yaml", "tinydb"} & sys.modules.keys()))
"""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(SRC)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ran.stdout == "1 []\n"


@pytest.mark.parametrize(
    ("typed", "offers"),
    [("nex", ["next"]), ("progress ", PROGRESS), ("check --fo", ["--format"]), ("completion f", ["fish"])],
)
@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_scripts_get_their_answers(name: str, typed: str, offers: list[str]) -> None:
    line = f"sosmed-learn {typed}"
    current = typed.rpartition(" ")[2]
    position = current if name == "fish" else str(len(line.split()) - bool(current))  # fish gives the word itself
    ran = in_a_process(COMP_WORDS=line, COMP_CWORD=position, _SOSMED_LEARN_COMPLETE=f"{name}_complete")
    assert (ran.returncode, ran.stderr) == (0, "")
    found = {
        "bash": lambda: [row.removeprefix("plain,") for row in ran.stdout.splitlines()],
        "zsh": lambda: ran.stdout.splitlines()[1::3],
        "fish": lambda: [row.removeprefix("plain,").partition("\t")[0] for row in ran.stdout.splitlines()],
    }[name]()
    assert sorted(found) == sorted(offers)


@pytest.fixture
def path_with_us(tmp_path: Path) -> str:
    """A PATH on which ``sosmed-learn`` is this checkout's."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "sosmed-learn"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{SRC}" exec "{sys.executable}" -m sosmed_learn "$@"\n', encoding="utf-8"
    )
    program.chmod(0o700)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


@with_bash
@pytest.mark.parametrize(
    ("words", "offers"),
    [("nex", ["next"]), ("progress ''", PROGRESS), ("check --strict --form", ["--format"])],
)
def test_bash_itself_completes(path_with_us: str, words: str, offers: list[str]) -> None:
    script = f"""
source <(sosmed-learn completion bash)
COMP_WORDS=(sosmed-learn {words})
COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
function=$(complete -p sosmed-learn | sed 's/.*-F \\([^ ]*\\).*/\\1/')
$function sosmed-learn
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    ran = subprocess.run(
        [str(BASH), "--norc", "-c", script],
        env={**os.environ, "PATH": path_with_us},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ran.stderr == ""
    assert sorted(ran.stdout.split()) == sorted(offers)


# Help and README


def test_the_help_names_the_variables_the_exit_codes_and_the_shells(run: Run) -> None:
    assert "SOSMED_LEARN_HOME" in run("--lang", "en", "--help").out
    checking = " ".join(run("--lang", "en", "check", "--help").out.split())
    assert "SOSMED_LEARN_COURSES" in checking
    assert "0 when nothing is wrong, 1 when problems were found, 2 when the command was used wrongly" in checking
    completing = run("--lang", "en", "completion", "--help").out
    for name in ("bash >> ~/.bashrc", "zsh >> ~/.zshrc", "fish > ~/.config/fish/completions/sosmed-learn.fish"):
        assert f"sosmed-learn completion {name}" in completing
    assert max(map(len, completing.splitlines())) <= 80


def commands(command: click.Command, name: str = "sosmed-learn") -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from commands(inner, f"{name} {inner.name}")


def test_every_command_and_option_stands_in_the_readme() -> None:
    readme = (SRC.parent / "README.md").read_text(encoding="utf-8")
    for name, command in commands(make_cli(lambda: None)):
        assert name in readme
        for option in command.params:
            if isinstance(option, click.Option) and option.name not in {"version", "help"}:  # what every program has
                assert any(spelling in readme for spelling in option.opts), f"{name} {option.opts}"
