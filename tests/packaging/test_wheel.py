"""What people install: the wheel, in an empty environment outside the checkout, started as they would."""

import json
import zipfile
from pathlib import Path

import pytest

from sosmed_learn import __version__
from tests.packaging.installing import ROOT, build, install, run
from tests.terminal import Terminal, needs_terminal

MODULES = ("strategy", "analytics", "community", "service", "commerce")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(wheel, tmp_path_factory.mktemp("some where") / "env")


def test_the_wheel_holds_all_that_a_learner_needs_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("courses", "seeds"):
        here = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert {f"sosmed_learn/bundled/{name}" for name in here} <= names
    assert {f"sosmed_learn/bundled/courses/{name}/module.yaml" for name in MODULES} <= names
    assert {f"sosmed_learn/i18n/locale/{name}/LC_MESSAGES/sosmed_learn.mo" for name in ("id", "en")} <= names
    code = [path for path in (ROOT / "src/sosmed_learn").rglob("*") if path.is_file()]
    assert {p.relative_to(ROOT / "src").as_posix() for p in code if p.suffix not in {".po", ".pyc"}} <= names
    assert "sosmed_learn/py.typed" in names
    assert {name.split("/")[0] for name in names} == {"sosmed_learn", f"sosmed_learn-{__version__}.dist-info"}
    assert not [name for name in names if name.endswith((".po", ".pot", ".pyc")) or "test" in Path(name).name]


def test_both_licences_are_named_and_shipped(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        about = f"sosmed_learn-{__version__}.dist-info"
        metadata = archive.read(f"{about}/METADATA").decode()
        assert "License-Expression: MIT AND CC-BY-SA-4.0" in metadata
        assert "Requires-Python: >=3.11" in metadata
        assert b"Attribution-ShareAlike" in archive.read(f"{about}/licenses/LICENSE")


def test_the_command_says_its_version(commands: Path, tmp_path: Path) -> None:
    assert __version__ in run(commands / "sosmed-learn", "--version", cwd=tmp_path)
    assert __version__ in run(commands / "python", "-m", "sosmed_learn", "--version", cwd=tmp_path)


def test_the_installed_courses_are_checked_and_clean(commands: Path, tmp_path: Path) -> None:
    found = run(commands / "sosmed-learn", "check", "--format", "json", cwd=tmp_path)
    assert json.loads(found) == []


def test_the_installed_app_knows_what_to_do_next(commands: Path, tmp_path: Path) -> None:
    assert "peta titik buta" in run(commands / "sosmed-learn", "--lang", "id", "next", cwd=tmp_path).casefold()


def test_the_installed_copy_begins_a_module_that_passes_check(commands: Path, tmp_path: Path) -> None:
    command = commands / "sosmed-learn"
    run(command, "new", "module", "Konten Video", "--in", tmp_path, cwd=tmp_path)
    assert (tmp_path / ".schema" / "lesson.json").is_file()
    run(command, "check", "--strict", tmp_path / "konten-video", cwd=tmp_path)


@needs_terminal
def test_a_newcomer_reaches_home_by_three_keys(commands: Path, tmp_path: Path) -> None:
    data = {"SOSMED_LEARN_HOME": str(tmp_path / "data")}
    with Terminal.start([commands / "sosmed-learn"], data, cwd=tmp_path) as terminal:
        terminal.wait_for("Pilih bahasa / Choose a language")
        terminal.press("1")
        terminal.wait_for("Apa pekerjaanmu?")
        terminal.press("1")
        terminal.wait_for("Berapa waktumu")
        terminal.press("1")
        home = terminal.wait_for("Perdagangan sosial")
        titles = ("Strategi", "Analitik", "Manajemen komunitas", "Layanan pelanggan", "Perdagangan")
        rows = [" ".join(line.split()) for line in home.splitlines()]
        for number, title in enumerate(titles, start=1):
            assert any(row.startswith(f"{number} {title}") for row in rows), f"{title} in\n{home}"
        terminal.press("ctrl+q")
        assert terminal.wait() == 0
    assert list((tmp_path / "data" / "progress").glob("journal-*.jsonl")), "the answers are kept"
