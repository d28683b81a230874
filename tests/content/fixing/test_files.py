"""Mended files on disk: as a whole, with their rights, through links, and never over what somebody else wrote."""

import os
from pathlib import Path

import pytest

from sosmed_learn.content.check import check
from sosmed_learn.content.fixing.files import Change, ChangedMeanwhile, changes, marked, write
from sosmed_learn.content.fixing.showing import difference
from tests.content.building import FILES, G, L, M, Place, place

HASHTAG = ("id: Mulai dari pesanan", "id: Pakai #promo")


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


def _changes(here: Place) -> list[Change]:
    return changes(check([here.courses, here.seeds]).paths)


def test_a_clean_course_needs_nothing(here: Place) -> None:
    assert _changes(here) == []


def test_every_kind_of_file_is_mended_and_only_what_was_spoilt_changes(here: Place) -> None:
    for name, old in ((M, "format: 1"), (G, "terms:"), (L, "minutes: 8"), ("seeds/facts/base.yaml", "format: 1")):
        here.spoil(name, f"{old}\n", f"{old}  \n")
    wanted = _changes(here)
    assert len(wanted) == len(FILES)
    write(wanted)
    assert all((here.root / name).read_text(encoding="utf-8") == text for name, text in FILES.items())
    assert _changes(here) == []


def test_a_module_gets_the_name_of_its_folder_and_a_lesson_that_of_its_file(here: Place) -> None:
    here.spoil(M, "id: shop\n", "")
    here.spoil(L, "id: first\n", "")
    write(_changes(here))
    assert here.problems() == []
    assert "\nid: shop\n" in f"\n{(here.root / M).read_text(encoding='utf-8')}"


@pytest.mark.parametrize("name", [M, G, L, "seeds/facts/base.yaml"])
def test_a_file_that_stands_nowhere_in_particular_is_known_by_its_keys(here: Place, name: str) -> None:
    stray = here.write("somewhere/first.yaml", FILES[name].replace("\n", "  \n", 1))
    write(changes(check([stray]).paths))
    assert stray.read_text(encoding="utf-8") == FILES[name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights, and links need a right of their own")
def test_rights_are_kept_and_a_link_stays_a_link(here: Place) -> None:
    here.spoil(L, *HASHTAG)
    lesson = here.root / L
    real = lesson.with_name("other.yaml.txt")
    lesson.rename(real)
    lesson.symlink_to(real.name)
    real.chmod(0o640)
    write(_changes(here))
    assert lesson.is_symlink()
    assert '"Pakai #promo"' in real.read_text(encoding="utf-8")
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own on Windows")
def test_a_link_out_of_the_course_is_not_followed(here: Place, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(FILES[L].replace(*HASHTAG), encoding="utf-8")
    (here.root / L).unlink()
    (here.root / L).symlink_to(outside)
    assert _changes(here) == []


def test_what_was_changed_meanwhile_is_left_alone_and_so_are_the_others(here: Place) -> None:
    here.spoil(L, *HASHTAG)
    here.spoil(M, "format: 1\n", "format: 1  \n")
    wanted = _changes(here)
    here.write(L, "# mine\n")
    before = (here.root / M).read_bytes()
    with pytest.raises(ChangedMeanwhile) as refusal:
        write(wanted)
    assert refusal.value.path.name == "first.yaml"
    assert (here.root / L).read_text(encoding="utf-8") == "# mine\n"
    assert (here.root / M).read_bytes() == before


def test_a_file_that_can_only_be_read_is_not_replaced(here: Place) -> None:
    text = here.spoil(L, *HASHTAG)
    (here.root / L).chmod(0o444)
    with pytest.raises(PermissionError) as refusal:
        write(_changes(here))
    assert refusal.value.filename.endswith("first.yaml")
    (here.root / L).chmod(0o644)
    assert (here.root / L).read_text(encoding="utf-8") == text


def test_when_the_disk_is_full_the_file_is_as_before(here: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    text = here.spoil(L, *HASHTAG)
    wanted = _changes(here)

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write(wanted)
    assert (here.root / L).read_text(encoding="utf-8") == text
    assert [path.name for path in (here.root / L).parent.iterdir()] == ["first.yaml"]


def test_problems_know_whether_they_can_be_mended(here: Place) -> None:
    here.spoil(L, *HASHTAG)
    here.spoil(L, "      id: type-it\n", "")
    here.spoil(L, "minutes: 8", "minutes: 8 #menit")
    assert [(problem.code, problem.fixable) for problem in marked(here.problems())] == [
        ("E117", True),
        ("E117", False),
        ("E202", True),
    ]


def test_a_file_that_is_gone_meanwhile_is_none_that_can_be_mended(here: Place) -> None:
    here.spoil(L, *HASHTAG)
    problems = here.problems()
    (here.root / L).unlink()
    assert [problem.fixable for problem in marked(problems)] == [False]
    assert changes([str(here.root / L)]) == []


def test_the_difference_cannot_harm_a_terminal(here: Place) -> None:
    here.spoil(L, *HASHTAG)
    here.spoil(L, "en: Start from orders}", "en: Start from orders} # \x1b[31m")
    shown = difference(changes([str(here.root / L)]))
    assert "\x1b" not in shown
    here.spoil(L, " # \x1b[31m", "")
    lines = difference(changes([str(here.root / L)])).splitlines()
    assert lines[0] == f"--- {here.root / L}"
    assert [line for line in lines[2:] if line[0] in "+-"] == [
        "-title: {id: Pakai #promo, en: Start from orders}",
        '+title: {id: "Pakai #promo", en: Start from orders}',
    ]
