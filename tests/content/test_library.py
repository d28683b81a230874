"""The library: what it opens, what it leaves out and says so, what it reads when."""

from pathlib import Path

import pytest

from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import Places, bundled, extra_folders
from sosmed_learn.content.source import read_source
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.study import Library
from sosmed_learn.core.text import Text
from tests.content.building import LESSON, MODULE, L, M, Place, place


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


def library(here: Place, *extra: Path) -> CourseLibrary:
    return CourseLibrary(Places(here.courses, here.seeds), extra)


def module(name: str) -> str:
    concepts = MODULE.replace("id: orders", f"id: o-{name}").replace("id: prices", f"id: p-{name}")
    return concepts.replace("id: shop", f"id: {name}").replace("[orders]", f"[o-{name}]").replace("[first]", "[]")


def test_it_is_a_library(here: Place) -> None:
    found: Library = library(here)
    assert [one.id for one in found.modules] == ["shop"]


def test_modules_stand_in_the_order_of_the_syllabus_then_extra_ones_by_name(tmp_path: Path) -> None:
    here = Place(tmp_path)
    for name in ("analytics", "commerce", "community", "service", "strategy"):
        here.write(f"courses/{name}/module.yaml", module(name))
    for name in ("zoo", "apotek"):
        here.write(f"extra/{name}/module.yaml", module(name))
    here.write("single/module.yaml", module("single"))
    found = library(here, tmp_path / "single", tmp_path / "extra", tmp_path / "missing")
    assert [one.id for one in found.modules] == [
        "strategy", "analytics", "community", "service", "commerce", "single", "apotek", "zoo",
    ]  # fmt: skip


def test_what_was_read_to_find_troubles_is_not_read_again(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    found = library(here)
    assert found.troubles() == ()
    monkeypatch.setattr("sosmed_learn.content.documents.read_source", None)
    assert found.lesson("shop", "first").id == "first"


def test_only_module_files_are_read_at_first(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def spy(path: Path, root: Path) -> object:
        read.append(path.name)
        return read_source(path, root)

    monkeypatch.setattr("sosmed_learn.content.documents.read_source", spy)
    found = library(here)
    assert read == ["module.yaml"]
    found.lesson("shop", "first")
    found.lesson("shop", "first")
    assert read == ["module.yaml", "first.yaml"]
    found.fact("f-001")
    found.fact("f-002")
    found.glossary("shop")
    found.glossary("shop")
    assert read == ["module.yaml", "first.yaml", "base.yaml", "glossary.yaml"]


def test_a_lesson_with_an_error_is_not_opened_and_says_where(here: Place) -> None:
    here.spoil(L, "minutes: 8", "minutes: 99")
    found = library(here)
    with pytest.raises(LessonUnreadable) as caught:
        found.lesson("shop", "first")
    assert (caught.value.module, caught.value.lesson) == ("shop", "first")
    assert caught.value.where.endswith("first.yaml:3:10")
    (trouble,) = found.troubles()
    assert (trouble.module, trouble.lesson, trouble.problems) == ("shop", "first", 1)
    assert trouble.title == Text(id="Mulai dari pesanan", en="Start from orders")
    assert trouble.where == caught.value.where


def test_an_unknown_misconception_is_an_error_of_the_lesson(here: Place) -> None:
    here.spoil(L, "misconception: followers-are-results", "misconception: unheard-of")
    with pytest.raises(LessonUnreadable):
        library(here).lesson("shop", "first")


def test_warnings_do_not_close_a_lesson(here: Place) -> None:
    here.spoil(L, "title: {id: Mulai dari pesanan, en: Start from orders}", "title: Mulai dari pesanan toko")
    found = library(here)
    assert found.lesson("shop", "first").title == Text.same("Mulai dari pesanan toko")
    assert found.troubles() == ()


def test_a_lesson_that_is_missing(here: Place) -> None:
    (here.root / L).unlink()
    found = library(here)
    with pytest.raises(LessonUnreadable):
        found.lesson("shop", "first")
    (trouble,) = found.troubles()
    assert trouble.title == Text.same("first")


@pytest.mark.parametrize(("of", "lesson"), [("shop", "none"), ("none", "first"), ("shop", "../shop/lessons/first")])
def test_a_lesson_that_nobody_lists(here: Place, of: str, lesson: str) -> None:
    with pytest.raises(LessonUnreadable):
        library(here).lesson(of, lesson)


def test_a_module_with_an_error_is_left_out_and_others_are_not(here: Place) -> None:
    titled = module("bad").replace("{id: Warung, en: Shop}", "{id: Kios, en: Stall}")
    here.write("courses/bad/module.yaml", titled.replace("pass: 80", "pass: 800"))
    here.write("courses/worse/module.yaml", "format: 1\nid: {")
    here.write("courses/worst/glossary.yaml", "terms: []\n")
    found = library(here)
    assert [one.id for one in found.modules] == ["shop"]
    assert [(trouble.module, trouble.lesson) for trouble in found.troubles()] == [
        ("bad", None), ("worse", None), ("worst", None),
    ]  # fmt: skip
    assert found.troubles()[0].title == Text(id="Kios", en="Stall")
    assert found.troubles()[1].title == Text.same("worse")
    assert found.lesson("shop", "first").id == "first"


def test_a_module_that_cannot_be_read_takes_no_other_with_it(here: Place) -> None:
    here.spoil(M, "needs: []", "needs: [o-other]")
    here.spoil(L, "concept: orders", "concept: o-other")
    here.write("courses/other/module.yaml", "format: 1\nid: {")
    found = library(here)
    assert [one.id for one in found.modules] == ["shop"]
    assert found.lesson("shop", "first").id == "first"


def test_a_second_module_of_the_same_id_is_the_trouble(here: Place) -> None:
    here.write("extra/shop/module.yaml", module("shop"))
    found = library(here, here.root / "extra")
    assert [one.lessons for one in found.modules] == [("first",)]
    (trouble,) = found.troubles()
    assert "extra" in trouble.where
    assert trouble.where.endswith("module.yaml:2:5")


def test_a_broken_copy_is_told_by_its_folder_since_it_has_the_title_of_the_module_that_works(here: Place) -> None:
    here.write("extra/mine/module.yaml", module("mine").replace("pass: 80", "pass: 800"))
    (trouble,) = library(here, here.root / "extra").troubles()
    assert trouble.title.say("id").endswith("mine")


def test_a_trouble_explains_itself_in_both_languages_and_says_what_to_check(here: Place) -> None:
    here.spoil(L, "minutes: 8", "minutes: 99")
    (trouble,) = library(here).troubles()
    assert trouble.module_title == Text(id="Warung", en="Shop")
    assert "1 sampai 60" in trouble.hint.say("id")
    assert "1 to 60" in trouble.hint.say("en")
    assert "`99`" in trouble.what.say("id") != trouble.what.say("en")
    assert Path(trouble.folder) == here.root / "courses/shop"


def test_an_old_id_of_a_module_is_taken_too(here: Place) -> None:
    here.spoil(M, "version:", "aliases: [warung]\nversion:")
    here.write("extra/x/module.yaml", module("warung"))
    found = library(here, here.root / "extra")
    assert [one.id for one in found.modules] == ["shop"]
    assert found.modules[0].aliases == ("warung",)


def test_a_bad_fact_takes_no_other_with_it(here: Place) -> None:
    here.spoil("seeds/facts/base.yaml", "confidence: memory", "confidence: sure")
    here.write("seeds/facts/broken.yaml", "facts: [")
    found = library(here)
    assert found.fact("f-001") is not None
    assert found.fact("f-002") is None


def test_a_bad_glossary_has_no_terms(here: Place) -> None:
    here.write("courses/shop/glossary.yaml", "terms: 1\n")
    assert library(here).glossary("shop") == ()
    assert library(here).glossary("none") == ()


def test_nothing_at_all_is_an_empty_library(tmp_path: Path) -> None:
    found = library(Place(tmp_path))
    assert found.modules == ()
    assert found.troubles() == ()
    assert found.fact("f-001") is None


def test_troubles_name_every_lesson(here: Place) -> None:
    here.spoil(M, "lessons: [first]", "lessons: [first, second, third]")
    here.write("courses/shop/lessons/second.yaml", LESSON.replace("id: first", "id: second", 1))
    here.write("courses/shop/lessons/third.yaml", "")
    assert [trouble.lesson for trouble in library(here).troubles()] == ["third"]


def test_bundled_places_are_those_of_the_checkout() -> None:
    places = bundled()
    root = Path(__file__).resolve().parents[2]
    assert (places.courses, places.seeds) == (root / "courses", root / "seeds")


def test_extra_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/sari")
    monkeypatch.setattr("os.pathsep", ":")
    assert extra_folders("/a: ~/b ::c") == (Path("/a"), Path("/home/sari/b"), Path("c"))
    assert extra_folders("") == ()
    assert extra_folders("~nobody-of-this-name/x") == (Path("~nobody-of-this-name/x"),)
