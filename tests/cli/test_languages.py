"""Which language a command speaks: the one asked for, the one chosen in the app, then the system's."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sosmed_learn.cli import reader
from sosmed_learn.core.events import SettingChanged
from sosmed_learn.storage.locations import progress_folder, single_file
from sosmed_learn.storage.store import TinyEventStore
from tests.cli.running import Run, in_a_process
from tests.fakes import settings

pytestmark = pytest.mark.usefixtures("not_the_first_time")

POSIX = pytest.mark.skipif(os.name == "nt", reason="written in the words of a POSIX shell")


@pytest.fixture
def english() -> None:
    """The learner has chosen English in the app."""
    for event in settings(language="en", role="owner"):
        TinyEventStore(progress_folder()).append(event)


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
    file.parent.mkdir(parents=True, exist_ok=True)
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
        ("check --help", ["sosmed-learn check [OPSI] [JALUR]..."]),
        ("progress export --help", ["sosmed-learn progress export [OPSI]", "--output BERKAS"]),
    ],
)
def test_what_click_says_is_in_indonesian(run: Run, arguments: str, says: list[str]) -> None:
    ran = run("--lang", "id", *arguments.split())
    for words in says:
        assert words in ran.out + ran.err
    for words in ("No such", "Did you mean", "unexpected", "requires", "is not", "OPTIONS", "ARGS", "FILE", "Error"):
        assert words not in ran.out + ran.err
