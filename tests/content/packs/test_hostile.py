"""Packs that somebody has forged or that broke on the way: each is refused with a sentence that says what is wrong."""

import io
import re
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn import i18n
from sosmed_learn.content.harmless import harmless
from sosmed_learn.content.packs import archive
from sosmed_learn.content.packs.errors import PackError
from sosmed_learn.content.packs.pack import Pack, read_pack
from sosmed_learn.content.packs.placing import place, stage
from tests.content.packs.making import forged, mine

ANY = Path("any.zip")
OK = {"module.yaml": b"format: 1\n"}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return mine(tmp_path_factory.mktemp("author"))


def refusal(data: bytes) -> str:
    """The sentence in English; the Indonesian one is another."""
    with pytest.raises(PackError) as caught:
        read_pack(data, ANY)
    i18n.use("id")
    indonesian = str(caught.value)
    i18n.use("en")
    english = str(caught.value)
    assert english != indonesian
    assert harmless(english) == english
    assert "{" not in english + indonesian
    return english


OUTSIDE = ["../x.yaml", "/etc/x.yaml", "lessons/../../x.yaml", "..", "lessons\\x.yaml", "\\\\host\\x.yaml", "C:x.yaml",
           "c:/x.yaml", "//host/x.yaml"]  # fmt: skip
UNFIT = ["lessons/a\x00.yaml", "lessons/a\x1b[31m.yaml", "lessons/con.yaml", "lessons/nul.yaml", "lessons/com1.yaml",
         "lessons/a.yaml.", "lessons/a ", f"lessons/{'a' * 100}.yaml", "a/b/c/d.yaml", "lessons//a.yaml",
         "./module.yaml", "AUX", "\x00x", "lpt9.txt", "lessons/prn.txt.yaml"]  # fmt: skip
NO_COURSE_FILE = ["run.py", "lessons/a.sh", "x.zip", "a.yml", "icon.png", "LICENSE", "x.yaml.exe"]
NO_PLACE = ["other.yaml", "lessons/A.yaml", "lessons/é.yaml", "notes/a.md", "lessons/a.md", "lessons/a.b.yaml", "x.txt"]


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (OUTSIDE, "outside of its folder"),
        (UNFIT, "cannot be used on every system"),
        (NO_COURSE_FILE, "no course file"),
        (NO_PLACE, "has no place in a module"),
        ([".hidden.yaml", "lessons/.a.yaml", ".origin.json"], "hidden file"),
    ],
)
def test_names(names: list[str], says: str) -> None:
    for name in names:
        assert says in refusal(raw({**OK, name: b"x\n"})), name


def raw(files: dict[str, bytes]) -> bytes:
    """A zip with exactly these names, also those that zipfile would tidy up."""
    plain = {chr(ord("Q") + at) * len(name.encode()): name for at, name in enumerate(files)}
    made = forged(dict(zip(plain, files.values(), strict=True)))
    for stand_in, name in plain.items():
        made = made.replace(stand_in.encode(), name.encode())
    return made


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("README.md", "readme.md"),
        ("lessons/a.yaml", "lessons/A.yaml"),
        ("lessons/caf\u00e9.yaml", "lessons/cafe\u0301.yaml"),
        ("lessons/strasse.yaml", "lessons/stra\u00dfe.yaml"),
        ("lessons/\ufb01rst.yaml", "lessons/first.yaml"),
    ],
)
def test_names_that_are_one_on_some_systems(first: str, second: str) -> None:
    assert "one on some systems" in refusal(forged({**OK, first: b"x\n", second: b"y\n"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_name_twice(pack: Pack) -> None:
    made = io.BytesIO(pack.as_bytes())
    with zipfile.ZipFile(made, "a") as zipped:
        zipped.writestr("module.yaml", "x")
    assert "one on some systems" in refusal(made.getvalue())


@pytest.mark.parametrize("mode", [0o120777, 0o020666, 0o060666, 0o010666, 0o140666, 0o040755])
def test_links_devices_and_folders_in_disguise(mode: int) -> None:
    assert "is a link or device" in refusal(forged(OK, external_attr=mode << 16))


@pytest.mark.parametrize("bit", [0x10, 0x400])
def test_windows_marks_of_folders_and_links(bit: int) -> None:
    assert "is a link or device" in refusal(forged(OK, external_attr=0o100644 << 16 | bit))


def test_folders_among_the_files() -> None:
    assert "changed after it was made" in refusal(forged({**OK, "lessons/": b""}))


@pytest.mark.parametrize("flag", [0x1, 0x40, 0x2000])
def test_encrypted_files(pack: Pack, flag: int) -> None:
    assert "is encrypted" in refusal(patched(pack, 8, struct.pack("<H", flag)))


def patched(pack: Pack, at: int, new: bytes, *, local: bool = False, row: int = 0) -> bytes:
    """The pack with other bytes in the entry ``row`` of its list, or in front of that file."""
    data = bytearray(pack.as_bytes())
    mark = b"PK\x03\x04" if local else b"PK\x01\x02"
    start = [match.start() for match in re.finditer(mark, data)][row] + at
    data[start : start + len(new)] = new
    return bytes(data)


def test_bombs_are_told_before_anything_is_unpacked(pack: Pack) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("manifest.json", "{}")
        zipped.writestr("module.yaml", b"0" * 50_000_000)
    assert "is compressed, and a pack never is" in refusal(made.getvalue())
    assert "a course file has 2 at most" in refusal(patched(pack, 20, struct.pack("<LL", 2**31, 2**31)))
    assert "changed after it was made" in refusal(patched(pack, 24, struct.pack("<L", 1_000)))
    assert "a course file has 2 at most" in refusal(forged({**OK, "glossary.yaml": b"x" * 2_000_001}))
    assert "larger than a pack may be" in refusal(b"PK\x03\x04" + b"0" * 20_000_001)


def test_files_that_overlap(pack: Pack) -> None:
    """Many rows for the same bytes: small as an archive, huge when taken apart."""
    data = pack.as_bytes()
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    row = data[start : data.index(b"PK\x01\x02", start + 4)]
    name = row[46 : 46 + int.from_bytes(row[28:30], "little")]
    rows = b"".join(
        row.replace(name, f"lessons/a{n:03}.yaml".encode()[: len(name)].ljust(len(name), b"a")) for n in range(300)
    )
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 300, 300, len(rows), start, 0)
    assert refusal(data[:start] + rows + tail)
    assert end > start


def test_more_files_than_a_module_has() -> None:
    many = {f"lessons/l{number}.yaml": b"x\n" for number in range(600)}
    assert "holds 60" in refusal(forged({**OK, **many}))


@pytest.mark.parametrize(
    ("at", "new"),
    [(4, b"\x3f"), (6, b"\x08"), (8, b"\x08"), (10, b"\x01"), (14, b"\0\0\0\0"), (18, b"\1"), (22, b"\1"), (30, b"x")],
)
def test_what_stands_before_a_file_contradicts_the_list(pack: Pack, at: int, new: bytes) -> None:
    said = refusal(patched(pack, at, new, local=True))
    assert "changed after it was made" in said or "damaged or not complete" in said


def test_a_file_that_is_not_what_its_checksum_says(pack: Pack) -> None:
    data = pack.as_bytes()
    assert "damaged or not complete" in refusal(data.replace(b"Mulai dari pesanan", b"Mulai dari pesakan"))


def test_every_beginning_of_a_pack_is_not_complete(pack: Pack) -> None:
    data = pack.as_bytes()
    for length in (4, 30, 1_000, len(data) // 2, len(data) - 23, len(data) - 1):
        assert "not complete" in refusal(data[:length]), length
    assert "This is not a pack" in refusal(b"")


def test_what_stands_around_a_pack(pack: Pack) -> None:
    data = pack.as_bytes()
    assert "behind the end" in refusal(data + b"\0")
    assert "behind the end" in refusal(data + data[:30])
    assert "carries a comment" in refusal(data[:-2] + b"\x09\0\x1b[2J evil")
    assert "not a pack" in refusal(b"#!/bin/sh\n" + data)
    assert refusal(data + data)


@pytest.mark.parametrize(
    "data", [b"<html>", b"\x1f\x8b\x08", b"Rar!", b"PK", b"PK\x05\x06" + b"\0" * 18, b"format: 1\n"]
)
def test_other_files(data: bytes) -> None:
    assert "This is not a pack" in refusal(data)


def test_a_zip_that_somebody_made_by_hand() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.mkdir("mine")
        zipped.writestr("mine/module.yaml", "format: 1\n")
    assert "no manifest.json" in refusal(made.getvalue())


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"pack":' * 20_000 + b"1" + b"}" * 20_000,
        b'{"pack": 1, "format": 1, "files": ' + b"[" * 60_000,
        b"{" + b" " * 200_000 + b"}",
        b'{"pack": "1"}',
        b'{"pack": 0, "format": 1}',
        b'{"pack": 1e400}',
    ],
)
def test_a_manifest_that_cannot_be_read(manifest: bytes) -> None:
    assert "manifest.json) cannot be read" in refusal(forged(OK, manifest))


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"pack": 2}, "newer version of sosmed-learn"),
        ({"format": 2, "unknown": []}, "newer version of sosmed-learn"),
        ({"more": 1}, "cannot be read"),
        ({"title": {"fr": "x"}}, "cannot be read"),
        ({"files": []}, "not in its list"),
        ({"files": [{"name": "x.yaml", "size": 1, "sha256": ""}]}, "x.yaml is missing"),
        ({"files": [{"name": "module.yaml", "size": 10, "sha256": "0" * 64}]}, "not what its list says"),
        ({"files": [{"name": "module.yaml", "size": -1, "sha256": "0" * 64}]}, "not what its list says"),
    ],
)
def test_a_manifest_that_does_not_fit(keys: dict[str, object], says: str) -> None:
    assert says in refusal(forged(OK, keys))


def test_a_pack_needs_a_module_and_readable_texts() -> None:
    assert "no module.yaml" in refusal(canonical({"glossary.yaml": b"x\n"}))
    assert "README.md is not plain" in refusal(canonical({**OK, "README.md": b"\x1b[2J"}))
    assert "README.md is not plain" in refusal(canonical({**OK, "README.md": b"\xff"}))


def canonical(files: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(forged(files))) as zipped:
        return archive.write({name: zipped.read(name) for name in zipped.namelist()})


def test_a_forged_pack_in_the_right_form_is_read_but_in_no_other() -> None:
    assert read_pack(canonical(OK), ANY).files == OK
    assert "changed after it was made" in refusal(forged(OK, date_time=(2020, 1, 1, 0, 0, 0)))
    assert "changed after it was made" in refusal(forged(OK, extra=b"\x0d\0\4\0link"))
    assert "changed after it was made" in refusal(forged(OK, comment=b"\x1b]0;x\x07"))


# Anything at all


def installed_or_refused(data: bytes, room: Path) -> bool:
    """Whether it was installed, exactly as its list says; nothing else may have been written anywhere."""
    courses = room / "courses"
    courses.mkdir(exist_ok=True)
    before = sorted(path.relative_to(room) for path in room.rglob("*"))
    try:
        found = read_pack(data, ANY)
    except PackError as error:
        said = str(error)
    else:
        said = ""
    if said:
        assert harmless(said) == said
        assert sorted(path.relative_to(room) for path in room.rglob("*")) == before
        return False
    there = place(stage(found, courses), "mine", courses)
    names = {path.relative_to(there).as_posix() for path in there.rglob("*") if path.is_file()}
    assert names == {row.name for row in found.manifest.files} | {"manifest.json", ".origin.json"}
    for row in found.manifest.files:
        assert (there / row.name).stat().st_size == row.size
    assert {path.name for path in courses.iterdir()} == {there.name}
    assert {path.name for path in room.iterdir()} == {"courses"}
    return True


@given(data=st.binary(max_size=400), head=st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06"]))
def test_any_bytes(data: bytes, head: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert not installed_or_refused(head + data, tmp_path_factory.mktemp("room"))


@given(
    changes=st.lists(st.tuples(st.integers(0, 10**6), st.binary(max_size=6), st.integers(0, 6)), min_size=1, max_size=4)
)
def test_any_change_of_a_pack_is_noticed(
    changes: list[tuple[int, bytes, int]], pack: Pack, tmp_path_factory: pytest.TempPathFactory
) -> None:
    good = data = pack.as_bytes()
    for at, new, gone in changes:
        start = at % (len(data) + 1)
        data = data[:start] + new + data[start + gone :]
    assert installed_or_refused(data, tmp_path_factory.mktemp("room")) == (data == good)


NAMES = st.one_of(
    st.sampled_from([*OUTSIDE, *UNFIT, *NO_PLACE, "module.yaml", "lessons/a.yaml", "facts/b.yaml", "README.md"]),
    st.text(min_size=1, max_size=12),
)


@given(files=st.dictionaries(NAMES, st.binary(max_size=40), max_size=5))
def test_any_names_and_contents_with_a_list_that_fits(
    files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    try:
        data = canonical({**OK, **files})
    except (UnicodeEncodeError, KeyError, IndexError, zipfile.BadZipFile):  # names that no zip can hold, or twice
        return
    installed_or_refused(data, tmp_path_factory.mktemp("room"))
