"""Shells complete our commands, and help and README name all of them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from sosmed_learn.cli.group import make_cli
from tests.cli.running import SRC, Run, in_a_process

PROGRESS = ["show", "leeches", "export", "merge", "backup", "restore", "doctor"]
POSIX = pytest.mark.skipif(os.name == "nt", reason="written in the words of a POSIX shell")
BASH = shutil.which("bash")
with_bash = pytest.mark.skipif(BASH is None or os.name == "nt", reason="there is no bash")


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
