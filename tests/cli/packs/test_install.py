"""``install``: where a module can come from, who is asked, and what is refused."""

import shutil
from pathlib import Path

import pytest

from sosmed_learn.cli import wiring
from sosmed_learn.cli.commands.courses import asking
from sosmed_learn.storage.locations import courses_folder
from tests.cli.packs.making import REWORDED, author, english, forged, left, pack
from tests.cli.running import LESSON, Run
from tests.terminal import Terminal, needs_terminal, this_checkout


@pytest.mark.parametrize(
    "source",
    ["{zip}", "file://{zip}", "FILE://localhost{zip}", "~/shop-1.0.0.zip", "a/shop", "a", "a/shop/module.yaml"],
)
def test_where_a_module_can_come_from(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    monkeypatch.setenv("HOME", str(here))
    monkeypatch.setenv("USERPROFILE", str(here))
    made = pack(run, here / "a")
    ran = english(run, "install", source.format(zip=made), "--yes")
    assert (ran.code, ran.out) == (0, "Installed: shop 1.0.0\n")
    assert "Shop · shop 1.0.0 · 1 lesson, 1 question" in ran.err
    assert f"from {here}" in ran.err
    assert left() == ["shop.1"]


def test_an_installed_module_is_read_like_any_other(run: Run, here: Path) -> None:
    english(run, "install", str(pack(run, here / "a")), "--yes")
    assert "shop" in [module.id for module in wiring.study().library.modules]
    assert wiring.study().library.troubles() == ()
    assert "40 lessons" in english(run, "check").err
    assert "Shop" in english(run, "courses", "list").out
    shutil.rmtree(here / "a")
    assert wiring.study().library.lesson("shop", "first").title.say("en") == "Start from orders"


def test_a_folder_of_modules_is_installed_whole_and_one_bad_one_stops_no_other(run: Run, here: Path) -> None:
    author(here / "a")
    bad = author(here / "b", lesson="id: [", name="bad")
    bad.rename(here / "a" / "bad")
    ran = english(run, "install", "a", "--yes")
    assert (ran.code, ran.out) == (1, "Installed: shop 1.0.0\n")
    assert "bad has 1 error" in ran.err
    assert left() == ["shop.1"]


def test_two_modules_of_one_id_are_not_both_installed(run: Run, here: Path) -> None:
    shutil.copytree(author(here / "a"), here / "a" / "twin")
    ran = english(run, "install", "a", "--yes")
    assert (ran.code, ran.out) == (1, "Installed: shop 1.0.0\n")
    assert "has the same id as" in ran.err


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("https://example.org/shop.zip", "Download https://example.org/shop.zip first"),
        ("http://example.org/\x1b[2J", "\\x1b[2J"),
        ("ftp://example.org/x", "Nothing is fetched"),
        ("file://server/x.zip", "names another computer"),
        ("nowhere.zip", "nothing at nowhere.zip"),
        (".", "no module in"),
    ],
)
@pytest.mark.usefixtures("here")
def test_sources_that_are_none(run: Run, source: str, says: str) -> None:
    ran = english(run, "install", source, "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert "\x1b" not in ran.err


def test_without_a_person_nothing_is_installed_unless_agreed_beforehand(run: Run, here: Path) -> None:
    ran = english(run, "install", str(pack(run, here / "a")))
    assert (ran.code, ran.out) == (2, "")
    assert "Add --yes" in ran.err
    assert left() == []


def test_a_person_is_asked(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = str(pack(run, here / "a"))
    answers = iter(["t", "what", "ya"])
    monkeypatch.setattr(asking, "somebody_there", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _words: next(answers))
    ran = run("install", made)
    assert (ran.code, left()) == (1, [])
    assert "Tidak ada yang dipasang." in ran.err
    ran = run("install", made)
    assert (ran.code, ran.out, left()) == (0, "Terpasang: shop 1.0.0\n", ["shop.1"])


@needs_terminal
def test_a_person_agrees_in_a_terminal(run: Run, here: Path, tmp_path: Path) -> None:
    made = pack(run, here / "a")
    command, env = this_checkout(tmp_path / "home", "--lang", "id", "install", str(made))
    with Terminal.start(command, env) as terminal:
        terminal.wait_for("Pasang 1 modul ini? (y/t) [y]")
        terminal.press("enter")
        terminal.wait_for("Terpasang: shop 1.0.0")
        assert terminal.wait() == 0


def test_a_pack_with_errors_is_refused_and_they_are_shown(run: Run, here: Path) -> None:
    made = pack(run, here / "a")
    broken = LESSON.replace("correct: true, ", "")
    author(here / "a", lesson=broken)
    made.write_bytes(forged(here / "a" / "shop"))
    ran = english(run, "install", str(made), "--yes")
    assert (ran.code, ran.out, left()) == (1, "", [])
    assert "shop-1.0.0.zip/lessons/first.yaml:" in ran.err
    assert "shop-1.0.0.zip has 1 error" in ran.err


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"id": "other"}, "of another module or version"),
        ({"version": "9.0.0"}, "of another module or version"),
        ({"version": "1.0.0\n"}, "of another module or version"),
        ({"version": "\x1b[2J"}, "(manifest.json) cannot be read"),
        ({"id": "../x"}, "(manifest.json) cannot be read"),
    ],
)
def test_a_manifest_that_speaks_of_another_module(run: Run, here: Path, keys: dict[str, object], says: str) -> None:
    (here / "x.zip").write_bytes(forged(author(here / "a"), **keys))
    ran = english(run, "install", "x.zip", "--yes")
    assert (ran.code, ran.out, left()) == (1, "", [])
    assert says in ran.err
    assert "\x1b" not in ran.err


def test_a_title_with_escape_codes_is_harmless(run: Run, here: Path) -> None:
    (here / "x.zip").write_bytes(forged(author(here / "a")))
    ran = english(run, "install", "x.zip", "--yes")
    assert ran.code == 0
    assert "\\x1b[31mS" in ran.err
    assert "\x1b" not in ran.err


def test_what_another_folder_has_too_is_said_before(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fact = "format: 1\ntitle: Foto\nfacts:\n  - {id: f-own, claim: {id: CLAIM, en: CLAIM}, source: Kami, "
    fact += "confidence: seen, shelf-life: yearly, seen: 2026-11-20, check-again: 2027-11-20}\n"
    cited = LESSON.replace(
        "text: {id: Pesanan membayar sewa., en: Orders pay the rent.}",
        'text: {id: "Pesanan membayar sewa.[^f-own]", en: "Orders pay the rent.[^f-own]"}\n    facts: [f-own]',
    )
    for name, claim in (("a", "Satu"), ("b", "Dua")):
        author(here / name, lesson=cited, name="shop" if name == "a" else "other")
        (here / name / "facts").mkdir()
        (here / name / "facts" / "own.yaml").write_text(fact.replace("CLAIM", claim), encoding="utf-8")
    assert english(run, "install", "a", "--yes").code == 0
    ran = english(run, "install", "b", "--yes")
    assert (ran.code, left()) == (0, ["other.1", "shop.1"])
    assert "The fact f-own stands in" in ran.err
    assert english(run, "check").code == 0, "the learner need not mend what two authors did"
    monkeypatch.setenv("SOSMED_LEARN_COURSES", str(here / "b"))
    (here / "b.zip").write_bytes(forged(courses_folder() / "other.1", id="other"))
    (courses_folder() / "other.1").rename(here / "gone")
    assert "opens only the module of this id in b/shop" in english(run, "install", "b.zip", "--yes").err


def test_what_is_no_pack_is_named_with_the_reason(run: Run, here: Path) -> None:
    (here / "x.zip").write_bytes(b"<html>")
    ran = english(run, "install", "x.zip", "--yes")
    assert (ran.code, ran.err) == (1, "x.zip: This is not a pack: a pack is one zip file, made by sosmed-learn pack.\n")


@pytest.mark.parametrize(
    ("alias", "says"), [(False, "strategy is a course of the app itself"), (True, "E310 The module id `strategy` is")]
)
def test_nothing_takes_the_place_of_a_course_of_the_app(run: Run, here: Path, says: str, *, alias: bool) -> None:
    module = author(here / "a", "9.0.0", name="mine" if alias else "strategy")
    if alias:
        with (module / "module.yaml").open("a", encoding="utf-8") as file:
            file.write("aliases: [strategy]\n")
    ran = english(run, "install", "a", "--yes", "--force")
    assert (ran.code, ran.out, left()) == (1, "", [])
    assert says in ran.err


def test_the_same_again_is_nothing_to_do(run: Run, here: Path) -> None:
    made = str(pack(run, here / "a"))
    english(run, "install", made, "--yes")
    ran = english(run, "install", made)
    assert (ran.code, ran.out) == (0, "shop 1.0.0 is installed already; there is nothing to do.\n")
    assert left() == ["shop.1"]


@pytest.mark.parametrize(
    ("version", "lesson", "says"), [("1.0.0", REWORDED, "with other content"), ("0.9.0", LESSON, "0.9.0 is older")]
)
def test_other_content_and_older_versions_only_by_force(
    run: Run, here: Path, version: str, lesson: str, says: str
) -> None:
    english(run, "install", str(pack(run, here / "a")), "--yes")
    other = str(pack(run, here / "a", version, lesson))
    ran = english(run, "install", other, "--yes")
    assert (ran.code, ran.out, left()) == (1, "", ["shop.1"])
    assert says in ran.err
    ran = english(run, "install", other, "--yes", "--force")
    assert (ran.code, ran.out, left()) == (0, f"Installed: shop {version}\n", ["shop.2"])


def test_a_copy_that_was_changed_by_hand_is_not_the_same(run: Run, here: Path) -> None:
    made = str(pack(run, here / "a"))
    english(run, "install", made, "--yes")
    (courses_folder() / "shop.1" / "lessons" / "first.yaml").write_text("x", encoding="utf-8")
    assert "with other content" in english(run, "install", made, "--yes").err
    assert english(run, "install", made, "--yes", "--force").code == 0
    assert (courses_folder() / "shop.2" / "lessons" / "first.yaml").read_text(encoding="utf-8") == LESSON
