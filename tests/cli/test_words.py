"""Help, version, languages, completion, and what happens without a terminal."""

import pytest

from sosmed_learn import __version__
from tests.cli.running import Run, in_a_process

COMMANDS = (
    "next",
    "documents",
    "check",
    "new",
    "preview",
    "transcript",
    "diff",
    "pack",
    "install",
    "courses",
    "schema",
    "progress",
    "completion",
)
NEW = ("module", "lesson", "question", "scenario", "task")
DOCUMENTS = ("list", "open", "export")
COURSES = ("list", "remove", "update")
PROGRESS = ("show", "export", "merge", "backup", "restore", "doctor")


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("id", ["Pemakaian:", "Opsi:", "Perintah:", "Belajar pekerjaan media sosial", "Sebutkan langkah berikutnya"]),
        ("en", ["Usage:", "Options:", "Commands:", "Learn social media work", "Say what to do next"]),
    ],
)
def test_help_is_in_the_language_asked_for(run: Run, language: str, says: list[str]) -> None:
    ran = run("--lang", language, "--help")
    assert (ran.code, ran.err) == (0, "")
    for words in (*says, *COMMANDS, "--lang [id|en]", "--version"):
        assert words in ran.out


@pytest.mark.parametrize(
    "command",
    [
        *COMMANDS,
        *(f"progress {name}" for name in PROGRESS),
        *(f"new {name}" for name in NEW),
        *(f"courses {name}" for name in COURSES),
        *(f"documents {name}" for name in DOCUMENTS),
    ],
)
def test_each_command_has_help_in_both_languages(run: Run, command: str) -> None:
    indonesian = run(*command.split(), "--lang", "id", "--help")
    english = run("--lang=en", *command.split(), "-h")
    assert (indonesian.code, english.code) == (0, 0)
    assert "Pemakaian: sosmed-learn" in indonesian.out
    assert "Usage: sosmed-learn" in english.out
    assert indonesian.out.splitlines()[2] != english.out.splitlines()[2], "the sentence itself"


def test_without_a_choice_the_systems_language_counts(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en_GB.UTF-8")
    assert "Usage:" in run("--help").out
    monkeypatch.setenv("LANGUAGE", "fr_FR")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "Pemakaian:" in run("--help").out


def test_the_version_is_one_line(run: Run) -> None:
    assert run("--version").out == f"sosmed-learn {__version__}\n"


@pytest.mark.parametrize("arguments", [("--lang", "xx"), ("--lang=fr", "next"), ("next", "--lang", "english")])
def test_an_unknown_language_is_a_usage_error(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert "--lang" in ran.err
    assert "'id', 'en'" in ran.err


def test_an_unknown_command_is_a_usage_error_in_both_languages(run: Run) -> None:
    assert run("--lang", "en", "nxt").code == 2
    assert "nxt" in run("--lang", "id", "nxt").err


@pytest.mark.parametrize(("language", "says"), [("id", "perlu terminal"), ("en", "needs a terminal")])
def test_without_a_terminal_one_sentence_and_code_1(language: str, says: str) -> None:
    ran = in_a_process("--lang", language)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert says in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_the_bare_command_without_a_terminal_does_the_same() -> None:
    ran = in_a_process()
    assert (ran.returncode, ran.stdout) == (1, "")
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("shell", "says"),
    [("bash", "complete -o nosort"), ("zsh", "#compdef sosmed-learn"), ("fish", "complete --no-files")],
)
def test_completion_scripts(run: Run, shell: str, says: str) -> None:
    ran = run("completion", shell)
    assert (ran.code, ran.err) == (0, "")
    assert says in ran.out
    assert "_SOSMED_LEARN_COMPLETE" in ran.out


def test_completion_of_another_shell_is_refused(run: Run) -> None:
    ran = run("completion", "tcsh")
    assert (ran.code, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("typed", "offers"),
    [
        ("nex", "next"),
        ("progress ex", "export"),
        ("check --fo", "--format"),
        ("new les", "lesson"),
        ("schema g", "glossary"),
        ("courses up", "update"),
    ],
)
def test_the_bash_script_gets_its_answers(typed: str, offers: str) -> None:
    line = f"sosmed-learn {typed}"
    ran = in_a_process(
        COMP_WORDS=line, COMP_CWORD=str(len(line.split()) - 1), _SOSMED_LEARN_COMPLETE="bash_complete"
    )  # fmt: skip
    assert ran.stdout.split() == [f"plain,{offers}"]
