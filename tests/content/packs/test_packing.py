"""A module becomes a pack and comes back: whole, the same every time, with the facts that it cites."""

import hashlib
import io
import json
import os
import zipfile
from datetime import date
from pathlib import Path

import pytest

from sosmed_learn.content.check import check
from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import Places
from sosmed_learn.content.packs import archive
from sosmed_learn.content.packs.errors import PackError
from sosmed_learn.content.packs.judging import judge
from sosmed_learn.content.packs.pack import pack_of, read_pack
from sosmed_learn.content.packs.placing import place, stage
from tests.content.building import LESSON
from tests.content.packs.making import OWN_FACTS, course, mine

ANY = Path("any.zip")


def test_what_was_packed_is_read_back(tmp_path: Path) -> None:
    pack = mine(tmp_path)
    again = read_pack(pack.as_bytes(), pack.source)
    assert again == pack
    assert set(again.files) == {"module.yaml", "lessons/first.yaml", "facts/base.yaml", "facts/foto.yaml"}
    assert (again.id, again.version, again.file_name) == ("mine", "1.0.0", "mine-1.0.0.zip")
    assert again.manifest.title == {"id": "Warung", "en": "Shop"}


def test_the_same_module_gives_the_same_bytes_wherever_and_whenever(tmp_path: Path) -> None:
    first = mine(tmp_path / "a")
    second = mine(tmp_path / "b")
    for path in (tmp_path / "b").rglob("*.yaml"):
        os.utime(path, (0, 0))
        path.chmod(0o600)
    assert second.as_bytes() == first.as_bytes()
    assert pack_of(second.source, tmp_path / "b" / "seeds").as_bytes() == first.as_bytes()


def test_the_form_of_an_archive_never_changes() -> None:
    made = archive.write({"b.txt": b"two", "a.txt": b"one"})
    assert hashlib.sha256(made).hexdigest() == "84af20e718a6cbb2415d539a0d0c0643905f6f71d4f79cf82755c9cddfd9ef5a"


def test_the_manifest_lists_each_file_with_size_and_checksum(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(mine(tmp_path).as_bytes())) as zipped:
        listed = json.loads(zipped.read("manifest.json"))
        assert (listed["pack"], listed["format"], listed["id"]) == (1, 1, "mine")
        assert [row["name"] for row in listed["files"]] == sorted(set(zipped.namelist()) - {"manifest.json"})
        for row in listed["files"]:
            data = zipped.read(row["name"])
            assert (row["size"], row["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_only_what_belongs_to_the_module_is_packed(tmp_path: Path) -> None:
    here = course(tmp_path)
    for name in ("README.md", "LICENSE", "draft.yaml", ".hidden.yaml", "run.sh", "lessons/spare.yaml", "old/x.yaml"):
        here.write(f"own/mine/{name}", "Halo.\n" if name[0] in "RL" else LESSON)
    found = pack_of(tmp_path / "own/mine", here.seeds).files
    assert {"README.md", "LICENSE.txt"} <= set(found)
    assert not {name for name in found if "draft" in name or "hidden" in name or "spare" in name or name == "run.sh"}


def test_it_carries_the_cited_facts_and_those_that_correct_them_but_no_others(tmp_path: Path) -> None:
    text = mine(tmp_path).files["facts/foto.yaml"].decode()
    assert "foto-001" in text
    assert "foto-002" in text
    assert "foto-003" not in text


def test_a_pack_needs_nothing_from_where_it_was_made(tmp_path: Path) -> None:
    pack = mine(tmp_path / "author")
    nothing = Places(courses=tmp_path / "none", seeds=tmp_path / "none")
    (tmp_path / "courses").mkdir()
    there = place(stage(pack, tmp_path / "courses"), pack.id, tmp_path / "courses")
    assert judge(there, "x", nothing, date(2026, 11, 23)).errors == ()
    found = CourseLibrary(nothing, [there])
    claim = found.facts()["foto-001"].claim
    assert (claim.say("id"), claim.say("en")) == ("Foto #1 laku: 40%.", "Photo #1 sells: 40%.")
    assert found.facts()["foto-001"].seen == date(2026, 11, 20)


def test_two_installed_modules_may_carry_the_same_fact_beside_the_register(tmp_path: Path) -> None:
    here = course(tmp_path)
    here.write(
        "own/second/module.yaml", (tmp_path / "own/mine/module.yaml").read_text("utf-8").replace("mine", "second")
    )
    here.write("own/second/lessons/first.yaml", (tmp_path / "own/mine/lessons/first.yaml").read_bytes())
    courses = tmp_path / "installed"
    courses.mkdir()
    packs = [pack_of(tmp_path / "own" / name, here.seeds) for name in ("mine", "second")]
    folders = [place(stage(pack, courses), pack.id, courses) for pack in packs]
    places = Places(courses=here.courses, seeds=here.seeds)
    for given in ((), (folders[0],), tuple(folders)):
        assert check(given, bundled=places, extra=folders).problems == ()


def test_another_fact_under_a_taken_id_is_still_a_problem(tmp_path: Path) -> None:
    here = course(tmp_path)
    here.write("own/facts/foto.yaml", OWN_FACTS.replace("foto-003", "f-001"))
    report = check([tmp_path / "own"], bundled=Places(courses=here.courses, seeds=here.seeds))
    assert [problem.code for problem in report.problems] == ["E301"]


@pytest.mark.parametrize("outside", ["README.md", "LICENSE"])
def test_links_and_what_is_no_text_are_not_packed(tmp_path: Path, outside: str) -> None:
    here = course(tmp_path)
    link = tmp_path / "own/mine" / outside
    link.symlink_to("/etc/hosts")
    with pytest.raises(PackError, match="milik modul itu"):
        pack_of(tmp_path / "own/mine", here.seeds)
    link.unlink()
    link.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PackError, match="UTF-8 biasa"):
        pack_of(tmp_path / "own/mine", here.seeds)


def test_a_fact_that_is_nowhere_is_named(tmp_path: Path) -> None:
    here = course(tmp_path)
    (tmp_path / "own/facts/foto.yaml").unlink()
    with pytest.raises(PackError) as caught:
        pack_of(tmp_path / "own/mine", here.seeds)
    assert "foto-001" in str(caught.value)


def test_a_lesson_that_windows_cannot_hold_is_named(tmp_path: Path) -> None:
    here = course(tmp_path)
    here.spoil("own/mine/module.yaml", "lessons: [first]", "lessons: [con]")
    here.write("own/mine/lessons/con.yaml", (tmp_path / "own/mine/lessons/first.yaml").read_bytes())
    with pytest.raises(PackError) as caught:
        pack_of(tmp_path / "own/mine", here.seeds)
    assert "lessons/con.yaml" in str(caught.value)
