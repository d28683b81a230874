"""Course folders of others: copies, facts beside courses, folders that are none, too much, unreadable or misnamed."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sosmed_learn.content import folders
from sosmed_learn.content.check import check
from sosmed_learn.content.compiled import CompiledLibrary
from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import Places, bundled
from sosmed_learn.content.problems import Problem
from sosmed_learn.content.saying import hint, message
from tests.content.building import FACTS, LESSON, MODULE, L, M, Place, place

OWN = FACTS.replace("f-001", "own-1").replace("f-002", "own-2")


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


@pytest.fixture
def places(here: Place) -> Places:
    return Places(here.courses, here.seeds)


def only(problems: tuple[Problem, ...]) -> Problem:
    assert [problem.code for problem in problems] == [problems[0].code]
    return problems[0]


def own(here: Place, root: str = "own") -> Path:
    """A course folder with a module of its own, copied from the bundled one."""
    here.write(f"{root}/mine/module.yaml", MODULE.replace("id: shop", "id: mine"))
    here.write(f"{root}/mine/lessons/first.yaml", LESSON)
    return here.root / root


def test_a_copy_of_a_real_module_with_another_id_is_clean_and_opens(tmp_path: Path) -> None:
    real = bundled()
    copy = tmp_path / "courses/mine"
    for path in (real.courses / "strategy").rglob("*.yaml"):
        target = copy / path.relative_to(real.courses / "strategy")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text(encoding="utf-8").replace("id: strategy\n", "id: mine\n", 1), encoding="utf-8")
    for given in (tmp_path / "courses", copy, copy / "module.yaml"):
        assert check([given], bundled=real).problems == ()
    assert check(bundled=real, extra=[tmp_path / "courses"]).problems == ()
    found = CourseLibrary(real, [tmp_path / "courses"])
    assert found.troubles() == ()
    assert found.modules[-1].id == "mine"
    assert found.lesson("mine", found.modules[-1].lessons[0]).steps


@pytest.mark.parametrize("folder", ["facts", "seeds/facts"])
def test_facts_beside_own_courses(here: Place, places: Places, folder: str) -> None:
    root = own(here)
    here.write(f"own/{folder}/base.yaml", OWN + "  - {id: f-001, claim: X, source: Y, confidence: seen, "
               "shelf-life: stable, seen: 2026-01-01, check-again: 2031-01-01}\n")  # fmt: skip
    here.spoil("own/mine/lessons/first.yaml", "facts: [f-001]", "facts: [f-001, own-1]")
    for words in ("sewa.", "rent."):
        here.spoil("own/mine/lessons/first.yaml", f"{words}[^f-001]", f"{words}[^f-001][^own-1]")
    for given in (root / "mine", root / "mine/lessons/first.yaml"):
        assert check([given], bundled=places).problems == ()
    found = CourseLibrary(places, [root])
    assert found.fact("own-1") is not None
    assert found.facts()["f-001"].claim.say("id") == "Pesanan membayar sewa."


def test_facts_of_others_are_seen_when_they_change(here: Place, places: Places) -> None:
    root, cache = own(here), here.root / "cache"

    def opened() -> CompiledLibrary:
        return CompiledLibrary(places, [root], cache, lambda: CourseLibrary(places, [root]))

    opened().troubles()
    assert opened().fact("own-1") is None
    here.write("own/facts/base.yaml", OWN)
    assert opened().fact("own-1") is not None


@pytest.mark.parametrize("code", ["E101", "E140", "E132", "E109"])
def test_an_extra_folder_that_has_nothing_to_open(
    here: Place, places: Places, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    extra = here.root / "extra"
    if code == "E140":
        extra.write_text("x", encoding="utf-8")
    elif code != "E101":
        extra.mkdir()
    if code == "E109":  # root may look everywhere
        listed = os.scandir

        def refuse(path: str | Path) -> Iterator[os.DirEntry[str]]:
            if Path(path) == extra:
                raise PermissionError
            return listed(path)

        monkeypatch.setattr("os.scandir", refuse)
    report = check(bundled=places, extra=[extra, extra])
    problem = only(report.problems)
    assert (problem.code, problem.path.endswith("extra")) == (code, True)
    found = CourseLibrary(places, [extra, extra])
    (trouble,) = found.troubles()
    assert trouble.where.endswith("extra")
    assert trouble.title.say("id").endswith("extra")
    assert [module.id for module in found.modules] == ["shop"]


def test_a_folder_that_is_listed_no_more_is_no_trouble_from_the_cache(here: Place, places: Places) -> None:
    cache, missing = here.root / "cache", here.root / "missing"
    first = CompiledLibrary(places, [missing], cache, lambda: CourseLibrary(places, [missing]))
    assert len(first.troubles()) == 1
    assert CompiledLibrary(places, [], cache, lambda: CourseLibrary(places)).troubles() == ()


def test_the_same_folder_twice_counts_once(here: Place, places: Places) -> None:
    root = own(here)
    (here.root / "other-name").symlink_to(root)
    for extra in ([root, root], [root, root / "mine"], [root, here.root / "other-name"], [root / "../own", root]):
        found = CourseLibrary(places, extra)
        assert [module.id for module in found.modules] == ["shop", "mine"]
        assert found.troubles() == ()
        assert check(bundled=places, extra=extra).problems == ()


def test_odd_paths_among_course_folders(here: Place, places: Places) -> None:
    loop = here.root / "loop"
    loop.symlink_to(loop)
    own(here)
    (here.root / "own/circle").symlink_to("circle")
    (here.root / "own/mine/lessons/second.yaml").symlink_to("second.yaml")
    extra = [loop, Path("/" + "x" * 5000), here.root / "own", Path(os.fsdecode(b"/n\xff"))]
    cache = here.root / "cache"
    found = CompiledLibrary(places, extra, cache, lambda: CourseLibrary(places, extra))
    assert [module.id for module in found.modules] == ["shop", "mine"]
    assert len(found.troubles()) == 3
    assert {problem.code for problem in check(bundled=places, extra=extra).problems} == {"E101", "E140", "E109", "W501"}
    assert {problem.code for problem in check(extra).problems} >= {"E101"}


def test_a_name_that_is_not_unicode_only_means_no_cache(here: Place, places: Places) -> None:
    own(here)
    bad = Path(os.fsdecode(os.fsencode(here.root / "own/mine/lessons") + b"/n\xff.yaml"))
    bad.write_text("x: 1\n", encoding="utf-8")
    root, cache = here.root / "own", here.root / "caches/courses"
    found = CompiledLibrary(places, [root], cache, lambda: CourseLibrary(places, [root]))
    assert found.troubles() == ()
    assert not cache.parent.exists() or list(cache.parent.iterdir()) == []


def test_a_cache_that_cannot_be_put_in_place_leaves_nothing_behind(
    here: Place, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError

    cache = here.root / "caches/courses"
    monkeypatch.setattr("sosmed_learn.content.compiled.os.replace", refuse)
    CompiledLibrary(places, [], cache, lambda: CourseLibrary(places)).troubles()
    assert list(cache.parent.iterdir()) == []


def test_a_damaged_cache_is_no_cache(here: Place, places: Places) -> None:
    cache = here.root / "cache"
    cache.write_bytes(b"\xc1" * 40)
    found = CompiledLibrary(places, [], cache, lambda: CourseLibrary(places))
    assert [module.id for module in found.modules] == ["shop"]


@pytest.mark.parametrize("limit", ["MOST_MODULES", "MOST_BYTES"])
def test_a_folder_that_holds_too_much(here: Place, places: Places, limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    padded = MODULE.replace("[first]", "[]") + "# filling\n" * 2_000
    for number in range(6):
        here.write(f"own/m{number}/module.yaml", padded.replace("id: shop", f"id: m{number}"))
    monkeypatch.setattr(folders, limit, {"MOST_MODULES": 4, "MOST_BYTES": 4 * len(padded)}[limit])
    root = here.root / "own"
    problem = only(check([root], bundled=places).problems)
    assert problem.code == "E139"
    assert " 4 modul" in message(problem)  # in either language
    found = CourseLibrary(places, [root])
    assert [module.id for module in found.modules] == ["shop", "m0", "m1", "m2", "m3"]
    assert [trouble.where for trouble in found.troubles()] == [str(root)]


@pytest.mark.parametrize("name", ["module.yml", "Module.yaml", "module.yaml.txt"])
@pytest.mark.parametrize("given", ["courses", "courses/shop"])
def test_a_module_file_under_another_name(here: Place, name: str, given: str) -> None:
    (here.root / M).rename(here.courses / "shop" / name)
    problem = next(problem for problem in here.problems(given) if problem.code.startswith("E"))
    assert (problem.code, problem.path.endswith(name)) == ("E137", True)
    assert f"`{name}`" in message(problem)
    assert "module.yaml" in hint(problem)


@pytest.mark.parametrize(
    ("name", "code", "proper"),
    [
        ("second.yaml", "W508", "lessons/second.yaml"),
        ("second.yaml.txt", "W504", "lessons/second.yaml"),
        ("Glossary.yaml", "W508", "glossary.yaml"),
        ("glossary.yml", "W504", "glossary.yaml"),
        ("lessons/second.yaml.txt", "W504", "lessons/second.yaml"),
        ("lessons/second.YAML", "W504", "lessons/second.yaml"),
        ("Lessons/second.yaml", "W508", "lessons"),
    ],
)
def test_files_that_are_not_read(here: Place, name: str, code: str, proper: str) -> None:
    here.write(f"courses/shop/{name}", LESSON)
    problem = only(tuple(here.problems()))
    assert problem.code == code
    assert f"`{proper}`" in hint(problem)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named(here: Place, encoding: str) -> None:
    here.write(L, LESSON.encode(encoding))
    problem = only(tuple(here.problems()))
    assert problem.code == "E138"
    assert "UTF-16" in message(problem)
