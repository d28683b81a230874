"""``courses``: the list, removing, and looking for newer versions."""

import json
from pathlib import Path

import pytest

from sosmed_learn.storage.locations import courses_folder
from tests.cli.packs.making import REWORDED, author, english, left, pack
from tests.cli.running import Run


def test_the_list_says_where_each_comes_from(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = pack(run, here / "a")
    english(run, "install", str(made), "--yes")
    monkeypatch.setenv("SOSMED_LEARN_COURSES", str(author(here / "mine", "0.1.0", name="draft").parent))
    lines = english(run, "courses", "list").out.splitlines()
    assert len(lines) == 7
    assert lines[0].split()[:4] == ["strategy", "1.0.0", "of", "the"]
    assert lines[5] == "draft      0.1.0  folder      Shop (1 lesson)"
    assert lines[6] == "shop       1.0.0  installed   Shop (1 lesson)"
    assert "bawaan" in run("--lang", "id", "courses", "list").out
    rows = json.loads(run("courses", "list", "--format", "json").out)
    assert [row["from"] for row in rows] == ["bundled"] * 5 + ["folder", "installed"]
    assert rows[6] == {
        "id": "shop",
        "version": "1.0.0",
        "title": {"id": "Warung", "en": "Shop"},
        "lessons": 1,
        "from": "installed",
        "path": str(courses_folder() / "shop.1"),
        "source": str(made),
    }


def test_a_module_that_cannot_be_opened_is_listed_and_can_be_removed(run: Run, here: Path) -> None:
    english(run, "install", str(pack(run, here / "a")), "--yes")
    (courses_folder() / "shop.1" / "module.yaml").write_text("x", encoding="utf-8")
    ran = english(run, "courses", "list")
    assert "shop       ?      installed   cannot be opened" in ran.out.splitlines()
    assert "sosmed-learn check" in ran.err
    assert english(run, "courses", "update", "shop", "--yes").out == "Installed: shop 1.0.0\n"
    assert english(run, "courses", "remove", "shop", "--yes").code == 0


@pytest.mark.parametrize(
    ("name", "code", "says"),
    [
        ("strategy", 1, "comes with the app"),
        ("draft", 1, "SOSMED_LEARN_COURSES"),
        ("shopp", 2, "Did you mean `shop`?"),
        ("\x1b[2J", 2, "\\x1b[2J"),
        ("../x", 2, "No module ../x"),
    ],
)
@pytest.mark.parametrize("command", ["remove", "update"])
def test_only_what_is_installed_is_removed_or_updated(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str, code: int, says: str
) -> None:
    english(run, "install", str(pack(run, here / "a")), "--yes")
    monkeypatch.setenv("SOSMED_LEARN_COURSES", str(author(here / "mine", name="draft").parent))
    ran = english(run, "courses", command, name, "--yes")
    assert (ran.code, ran.out, left()) == (code, "", ["shop.1"])
    assert says in ran.err


def test_an_update_finds_newer_packs_beside_the_old_one(run: Run, here: Path) -> None:
    english(run, "install", str(pack(run, here / "a", "1.9.0")), "--yes")
    ran = english(run, "courses", "update", "--yes")
    assert (ran.code, ran.out) == (0, "shop 1.9.0 is the newest there is where it came from.\n")
    pack(run, here / "a", "1.10.0", REWORDED)
    pack(run, here / "a", "1.2.0")
    (here / "shop-99.0.0.zip").write_bytes(b"PK\x03\x04")
    ran = english(run, "courses", "update", "--yes")
    assert (ran.code, ran.out, left()) == (0, "Installed: shop 1.10.0\n", ["shop.2"])


def test_an_update_of_a_folder_and_from_another_place(run: Run, here: Path) -> None:
    english(run, "install", str(author(here / "a")), "--yes")
    author(here / "a", "1.1.0")
    assert english(run, "courses", "update", "shop", "--yes").out == "Installed: shop 1.1.0\n"
    author(here / "b", "1.2.0")
    assert english(run, "courses", "update", "shop", "b", "--yes").out == "Installed: shop 1.2.0\n"
    author(here / "b", "1.3.0")
    assert english(run, "courses", "update", "--yes").out == "Installed: shop 1.3.0\n"


def test_a_source_that_is_gone_is_one_sentence(run: Run, here: Path) -> None:
    made = pack(run, here / "a")
    english(run, "install", str(made), "--yes")
    made.unlink()
    ran = english(run, "courses", "update", "--yes")
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert f"shop came from {made}, where nothing is now." in ran.err
    (here / "empty").mkdir()
    assert english(run, "courses", "update", "shop", "empty", "--yes").code == 2
    other = author(here / "other", name="other")
    assert "no module shop in" in english(run, "courses", "update", "shop", str(other), "--yes").err


def test_without_installed_modules_there_is_nothing_to_update(run: Run) -> None:
    ran = english(run, "courses", "update")
    assert (ran.code, ran.out) == (0, "")
    assert "Nothing is installed" in ran.err
