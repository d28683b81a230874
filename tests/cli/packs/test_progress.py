"""What an update and a removal mean for what a learner has done."""

from pathlib import Path

import pytest

from sosmed_learn.cli import wiring
from sosmed_learn.cli.commands.courses import asking
from sosmed_learn.core.beginning import begin
from sosmed_learn.core.grading import Picked
from sosmed_learn.core.session import Session
from tests.cli.packs.making import ASKED_AGAIN, REWORDED, author, english, left, pack
from tests.cli.running import Run


def sitting() -> Session:
    """The first lesson of shop, where the learner left it."""
    opened = wiring.study()
    module = next(module for module in opened.library.modules if module.id == "shop")
    lesson = opened.library.lesson("shop", "first")
    lessons = (module.id, *module.aliases), (lesson.id, *lesson.aliases)
    return begin("shop", lesson, opened.store.progress().lesson(*lessons))


def learn() -> None:
    """Read the first text and answer the question behind it."""
    opened, session = wiring.study(), sitting()
    session, event = session.forward(opened.clock.stamp())
    assert event is not None
    opened.store.append(event)
    _, _, answered = session.answer(Picked((session.lesson.questions[0].choices[0].id,)), opened.clock.stamp())  # type: ignore[union-attr]
    opened.store.append(answered)


def test_an_update_keeps_progress(run: Run, here: Path) -> None:
    english(run, "install", str(pack(run, here / "a")), "--yes")
    learn()
    assert sitting().over
    ran = english(run, "install", str(pack(run, here / "a", "1.1.0", REWORDED)), "--yes")
    assert (ran.code, left()) == (0, ["shop.2"])
    assert "takes the place of shop 1.0.0" in ran.err
    assert "no progress would be lost" in ran.err
    assert sitting().over
    assert sitting().lesson.questions[0].prompt.say("en") == "Which of them counts?"


def test_an_update_that_asks_again_says_so_before(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    english(run, "install", str(pack(run, here / "a")), "--yes")
    learn()
    newer = str(pack(run, here / "a", "1.1.0", ASKED_AGAIN))
    monkeypatch.setattr(asking, "somebody_there", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _words: "")  # Enter
    ran = english(run, "install", newer)
    assert (ran.code, left()) == (1, ["shop.1"]), "where something is lost, Enter means no"
    assert '! Question shop/first/pick-one "Which one counts?" is asked again' in ran.err
    assert sitting().over
    assert english(run, "install", newer, "--yes").code == 0
    assert (sitting().at, sitting().changed) == (1, frozenset({"pick-one"}))


def test_removing_keeps_progress_until_it_is_installed_again(run: Run, here: Path) -> None:
    made = str(pack(run, here / "a"))
    english(run, "install", made, "--yes")
    learn()
    assert english(run, "courses", "remove", "shop").code == 2
    ran = english(run, "courses", "remove", "shop", "--yes")
    assert (ran.code, ran.out, left()) == (0, "Removed: shop\n", [])
    assert "Progress is kept" in ran.err
    assert "shop" not in [module.id for module in wiring.study().library.modules]
    english(run, "install", made, "--yes")
    assert sitting().over


def test_a_module_under_a_new_id_takes_the_place_of_the_old(run: Run, here: Path) -> None:
    english(run, "install", str(pack(run, here / "a")), "--yes")
    module = author(here / "a", "2.0.0", name="store")
    with (module / "module.yaml").open("a", encoding="utf-8") as file:
        file.write("aliases: [shop]\n")
    ran = english(run, "courses", "update", "shop", "a", "--yes")
    assert (ran.code, ran.out, left()) == (0, "Installed: store 2.0.0\n", ["store.1"])
    assert "takes the place of shop 1.0.0" in ran.err
