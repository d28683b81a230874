"""``documents``: what was written on worksheets is listed, opened and exported; what somebody changed is never lost."""

import sys
from pathlib import Path

import pytest

from sosmed_learn.core.events import TaskChecked, TaskSaved
from sosmed_learn.storage.locations import documents_folder, progress_folder
from sosmed_learn.storage.store import TinyEventStore
from tests.cli.running import Run
from tests.fakes import TickingClock

NAME = "strategi-satu-halaman"
LESSON = "strategi-bukan-jadwal"


def typed(clock: TickingClock, **fields: str) -> None:
    """Fields of the worksheet in strategy's first lesson are filled in."""
    stamp = clock.stamp()
    TinyEventStore(progress_folder()).append(
        TaskSaved(
            id=stamp.id, at=stamp.at, offset=420, module="strategy", lesson=LESSON, task="tangga-toko",
            fields=fields, reader="id",
        )
    )  # fmt: skip


def checked(clock: TickingClock) -> None:
    stamp = clock.stamp()
    TinyEventStore(progress_folder()).append(
        TaskChecked(
            id=stamp.id, at=stamp.at, offset=420, module="strategy", lesson=LESSON, task="tangga-toko",
            rubric={"angka": True, "tunda": False},
        )
    )  # fmt: skip


@pytest.mark.parametrize(("language", "says"), [("id", "Belum ada dokumen"), ("en", "No document yet")])
def test_before_there_is_any_it_says_where_they_come_from(run: Run, language: str, says: str) -> None:
    ran = run("--lang", language, "documents")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(says)
    assert not documents_folder().exists()
    assert run("documents", "open", NAME).code == 1


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("id", ["Tangga sasaran tokomu", "2 dari 10 isian terisi", "1 dari 4 butir"]),
        ("en", ["Your shop's goal ladder", "2 of 10 fields", "1 of 4 points"]),
    ],
)
def test_what_was_written_is_listed_with_how_far_it_is(run: Run, language: str, says: list[str]) -> None:
    clock = TickingClock()
    typed(clock, usaha="Keripik", penjualan="12 jt")
    assert "Belum dicek" in run("--lang", "id", "documents").out
    checked(clock)
    for arguments in (("documents",), ("documents", "list")):
        ran = run("--lang", language, *arguments)
        assert ran.code == 0
        assert ran.out.startswith(f"{NAME}\n")
        for words in says:
            assert words in ran.out
        assert str(documents_folder()) in ran.err


def test_a_document_goes_to_the_screen_or_to_a_new_file(run: Run, tmp_path: Path) -> None:
    typed(TickingClock(), usaha="Keripik", penjualan="12 jt", belanja="60rb")
    out = tmp_path / "mine.md"
    assert run("--lang", "id", "documents", "export", f"{NAME}.md", "-o", str(out)).code == 0
    said = out.read_text(encoding="utf-8")
    assert "200 pesanan, rata-rata Rp60.000" in said
    assert said == (documents_folder() / f"{NAME}.md").read_text(encoding="utf-8")
    again = run("--lang", "en", "documents", "export", NAME, "-o", str(out))
    assert again.code == 1
    assert "exists already" in again.err
    assert out.read_text(encoding="utf-8") == said
    unknown = run("--lang", "en", "documents", "export", "plan")
    assert unknown.code == 1
    assert NAME in unknown.err


def test_what_was_typed_since_is_in_it_and_what_was_changed_by_hand_stays(run: Run) -> None:
    clock = TickingClock()
    typed(clock, usaha="Keripik")
    run("documents")
    file = documents_folder() / f"{NAME}.md"
    typed(clock, usaha="Kopi Lereng")
    run("documents")
    assert "Kopi Lereng" in file.read_text(encoding="utf-8")
    file.write_text("# Punyaku\n", encoding="utf-8")
    assert run("--lang", "en", "documents", "list").out.startswith(f"{NAME}\n")
    typed(clock, usaha="Batik")
    ran = run("--lang", "en", "documents", "list")
    assert "left as it is" in ran.err
    assert file.read_text(encoding="utf-8") == "# Punyaku\n"
    assert "Batik" in (documents_folder() / f"{NAME}-2.md").read_text(encoding="utf-8")


def test_it_opens_in_the_editor_that_is_set(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(TickingClock(), usaha="Keripik")
    script = tmp_path / "editor.py"
    script.write_text("import sys; open(sys.argv[-1], 'a').write('by hand\\n')", encoding="utf-8")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{script}"')
    ran = run("documents", "open", NAME)
    assert (ran.code, ran.err) == (0, "")
    assert Path(ran.out.strip()).read_text(encoding="utf-8").endswith("by hand\n")
    monkeypatch.setenv("EDITOR", "no-such-editor")
    assert run("documents", "open", NAME).code == 1


def test_a_folder_that_cannot_be_made_is_one_sentence(run: Run) -> None:
    typed(TickingClock(), usaha="Keripik")
    documents_folder().write_text("in the way", encoding="utf-8")
    ran = run("--lang", "en", "documents")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
