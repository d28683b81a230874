"""The cache of compiled courses: used while it is fresh, never believed when it is not."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sosmed_learn.content.compiled import CompiledLibrary
from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import Places, bundled
from sosmed_learn.core.study import Library
from tests.content.building import LESSON, MODULE, L, M, Place, place


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path / "work")


def never() -> Library:
    raise AssertionError("the courses were read again")


def opened(here: Place, read: Callable[[], Library] | None = None) -> CompiledLibrary:
    places = Places(here.courses, here.seeds)
    return CompiledLibrary(places, (), here.root / "cache" / "courses", read or (lambda: CourseLibrary(places)))


def filled(here: Place) -> CompiledLibrary:
    """A library that has written its cache."""
    first = opened(here)
    first.troubles()
    return first


def test_a_fresh_cache_gives_the_same_and_reads_nothing(here: Place) -> None:
    first, second = filled(here), opened(here, never)
    assert second.modules == first.modules
    assert second.lesson("shop", "first") == first.lesson("shop", "first")
    assert second.glossary("shop") == first.glossary("shop")
    assert second.facts() == first.facts()
    assert second.troubles() == ()


def test_a_module_without_terms_is_not_read_again_for_them(here: Place) -> None:
    (here.root / "courses/shop/glossary.yaml").unlink()
    filled(here)
    assert opened(here, never).glossary("shop") == ()


def test_the_bundled_courses_survive_it_whole(tmp_path: Path) -> None:
    real = CourseLibrary(bundled())
    CompiledLibrary(bundled(), (), tmp_path / "courses", lambda: real).troubles()
    cached = CompiledLibrary(bundled(), (), tmp_path / "courses", never)
    for module in real.modules:
        assert cached.lesson(module.id, module.lessons[0]) == real.lesson(module.id, module.lessons[0])
    assert cached.facts() == real.facts()


@pytest.mark.parametrize("file", [M, L])
def test_a_changed_file_is_read_again(here: Place, file: str) -> None:
    filled(here)
    text = {M: MODULE, L: LESSON}[file]
    here.write(file, text + "# changed\n")
    with pytest.raises(AssertionError, match="read again"):
        opened(here, never).modules  # noqa: B018 - asking is what counts


def test_a_change_that_keeps_time_and_size_is_seen_too(here: Place) -> None:
    filled(here)
    path = here.root / M
    before = path.stat()
    here.write(M, MODULE.replace("1.0.0", "1.0.1"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert opened(here).modules[0].version == "1.0.1"


@pytest.mark.parametrize("cut", [0, 1, 40, 200, -1])
def test_a_damaged_cache_is_no_cache(here: Place, cut: int) -> None:
    whole = filled(here)
    cache = here.root / "cache" / "courses"
    cache.write_bytes(cache.read_bytes()[:cut])
    assert opened(here).lesson("shop", "first") == whole.lesson("shop", "first")


def test_a_flipped_byte_anywhere_never_ends_the_app(here: Place) -> None:
    whole = filled(here)
    cache = here.root / "cache" / "courses"
    good = cache.read_bytes()
    for at in range(0, len(good), max(1, len(good) // 150)):
        cache.write_bytes(good[:at] + bytes([good[at] ^ 0x81]) + good[at + 1 :])
        library = opened(here)
        assert len(library.modules) == len(whole.modules)
        library.lesson("shop", "first")
        library.glossary("shop")
        library.facts()


def test_places_of_troubles_are_told_from_where_the_app_runs(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    here.write(L, LESSON.replace("kind: single", "kind: singel", 1))
    monkeypatch.chdir(here.root)
    (first,) = filled(here).troubles()
    monkeypatch.chdir(here.courses)
    (second,) = opened(here).troubles()
    assert first.where.startswith("courses")
    assert not second.where.startswith("courses")


def test_a_renamed_lesson_is_known_by_its_old_name_too(here: Place) -> None:
    here.spoil(L, "minutes: 8", "minutes: 8\naliases: [beginning]")
    filled(here)
    assert opened(here, never).modules[0].lesson_aliases == {"first": ("beginning",)}


def test_a_cache_that_cannot_be_written_is_done_without(here: Place) -> None:
    here.write("cache", "a file where the folder should be")
    assert filled(here).modules == opened(here).modules
