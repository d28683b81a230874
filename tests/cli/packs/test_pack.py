"""``pack``: a module as one file, or the reason why not."""

import shutil
from pathlib import Path

import pytest

from tests.cli.packs.making import author, english, left
from tests.cli.running import LESSON, MODULE, Run


def test_a_pack_is_named_after_the_module_and_always_the_same(run: Run, here: Path) -> None:
    ran = english(run, "pack", str(author(here / "a")))
    assert (ran.code, ran.out) == (0, "shop-1.0.0.zip\n")
    assert "sosmed-learn install shop-1.0.0.zip" in ran.err
    first = (here / "shop-1.0.0.zip").read_bytes()
    (here / "out").mkdir()
    assert english(run, "pack", str(author(here / "b") / "module.yaml"), "-o", "out").out == "out/shop-1.0.0.zip\n"
    assert (here / "out/shop-1.0.0.zip").read_bytes() == first
    assert english(run, "pack", "b/shop", "-o", "mine.zip").code == 0
    assert (here / "mine.zip").read_bytes() == first


def test_a_pack_is_never_overwritten_by_chance(run: Run, here: Path) -> None:
    target = here / "shop-1.0.0.zip"
    target.write_bytes(b"mine")
    ran = english(run, "pack", str(author(here / "a")))
    assert (ran.code, ran.out, target.read_bytes()) == (1, "", b"mine")
    assert "is there already" in ran.err
    assert english(run, "pack", "a/shop", "--force").code == 0
    assert target.read_bytes().startswith(b"PK")
    assert [path.name for path in here.iterdir() if path.name.startswith(".")] == []


def test_a_module_with_errors_is_not_packed_and_they_are_shown(run: Run, here: Path) -> None:
    ran = english(run, "pack", str(author(here / "a", lesson=LESSON.replace("minutes: 8", "minutes: x"))))
    assert (ran.code, ran.out) == (1, "")
    assert "a/shop/lessons/first.yaml:3:10: E" in ran.err
    assert "shop has 1 error" in ran.err
    assert list(here.glob("*.zip")) == []


def test_a_module_may_need_concepts_of_its_neighbour(run: Run, here: Path) -> None:
    folder = author(here / "a")
    other = here / "a" / "next"
    shutil.copytree(folder, other)
    text = MODULE.replace("id: shop", "id: next").replace("id: orders", "id: returns").replace("[]}", "[orders]}")
    (other / "module.yaml").write_text(text, encoding="utf-8")
    lesson = LESSON.replace("[orders]", "[returns]").replace("concept: orders", "concept: returns")
    (other / "lessons" / "first.yaml").write_text(lesson, encoding="utf-8")
    assert english(run, "pack", "a/next").code == 0
    ran = english(run, "install", "next-1.0.0.zip", "--yes")
    assert ran.code == 1
    assert "E307" in ran.err
    assert left() == []
    assert english(run, "install", "a", "--yes").code == 0, "together they can be installed"
    assert left() == ["next.1", "shop.1"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("nowhere",), "nothing at nowhere"),
        (("empty",), "no module in empty"),
        (("many",), "several modules"),
        ((), "MODULE"),
    ],
)
def test_pack_used_wrongly_ends_with_2(run: Run, here: Path, arguments: tuple[str, ...], says: str) -> None:
    (here / "empty").mkdir()
    shutil.copytree(author(here / "many"), here / "many" / "twin")
    ran = english(run, "pack", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err


def test_a_pack_that_cannot_be_written_is_one_sentence(run: Run, here: Path) -> None:
    ran = english(run, "pack", str(author(here / "a")), "-o", "no/such/x.zip")
    assert (ran.code, ran.err.count("\n")) == (1, 1)
