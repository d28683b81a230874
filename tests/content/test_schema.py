"""The JSON Schema against the loader, with the package ``jsonschema`` as second opinion.

As text, scalar by scalar, both must agree on everything that is a matter of shape. With YAML's types, as an editor
reads a file, whatever is right must stay right, and what is wrong is refused as far as a type can show it.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields

from sosmed_learn.content.documents import read_document
from sosmed_learn.content.format import FactsFile, GlossaryFile, LessonFile, ModuleFile, Shape
from sosmed_learn.content.keydocs import GROUPS, KEYS, key_doc
from sosmed_learn.content.locations import bundled
from sosmed_learn.content.problems import Sheet
from sosmed_learn.content.schema import FILES as SCHEMAS
from sosmed_learn.content.schema import schema_of, schema_of_any
from sosmed_learn.content.schemafiles import modeline, write_schemas
from sosmed_learn.content.source import check_text
from tests.content import views
from tests.content.building import FILES, F, G, L, M, place
from tests.content.cases import SHAPE, Case
from tests.content.parts import PARTS, P, parts_place
from tests.content.parts import SHAPE as PARTS_SHAPE

GOOD = {**FILES, P: PARTS}
LOADED: dict[str, type[Shape]] = {M: ModuleFile, G: GlossaryFile, L: LessonFile, F: FactsFile, P: LessonFile}
KINDS = {M: "module", G: "glossary", L: "lesson", F: "facts", P: "lesson"}
# The languages of a module stand in another file than its lessons.
UNSEEN = {"E209"}
# 012 is the number 12 to YAML, 1.250 is 1.25: once it is a number, nobody sees what was typed.
HIDDEN_BY_TYPES = {("E206", "minutes: 012"), ("E219", "answer: 1.250"), ("E219", "answer: 1.255")}
HIDDEN_BY_TYPES |= {("E219", "tolerance: 1.000")}
# To a pattern, a sign without a look of its own is a sign like others.
SEEN = [case for case in (*SHAPE, *PARTS_SHAPE) if case.code not in UNSEEN and "\u200b" not in case.new]

ODD = [
    ("title: {id: Mulai dari pesanan, en: Start from orders}", f"title: {words}")
    for words in ("Yes", "19:00", "012", "2024", "1.10", "true", '"2024"', "{id: 2024, en: No}", "2026-11-23")
]
ODD += [("minutes: 8", f"minutes: {words}") for words in ("'8'", "60", "1")]
ODD += [("answer: 1250.5", f"answer: {words}") for words in ('"1250.5"', "-3", "0.25", "1250", "0")]
ODD += [("correct: true", 'correct: "true"'), ("tolerance: 0.5", "tolerance: 0"), ("id: why", "id: true")]
BAD = [
    ("minutes: 8", f"minutes: {words}")
    for words in ("0", "61", "'61'", "-8", "8.5", '"08"', '""', "''", "~", "{a: 1}", "[]", "true", "lima")
]
BAD += [("level: 1", f"level: {words}") for words in ("0", "4", "'10'", "01x")]
BAD += [("correct: true", f"correct: {words}") for words in ("yes", "ya", "1", '"True"', "[]")]
BAD += [("answer: 1250.5", f"answer: {words}") for words in ("1.250.000", "'1,5'", "Rp5", "[1]", '"1.250"', "'-1.000'")]
BAD += [("id: pick-one", f"id: {words}") for words in ("9lives", "Pick", "a_b", "''", "[a]", "é", "a" * 61, "'a b'")]
BAD += [("kind: single", f"kind: {words}") for words in ("Single", "matching", "''", "[single]")]
BAD += [("concepts: [orders]", f"concepts: {words}") for words in ("{a: b}", "orders", "[[orders]]", "[Orders]")]
BAD += [
    ("title: {id: Mulai dari pesanan, en: Start from orders}", f"title: {words}")
    for words in ("[a]", "{id: A, en: B, fr: C}", "{}", "{id: ''}", "'   '", '"\\n\\n"', "{id: [a], en: b}", "x" * 4001)
]
BAD += [
    ("minutes: 8", f'minutes: 8\nreviewed: "{words}"') for words in ("2026-13-01", "2026-02-30", "23-11-2026", "2026")
]
BAD += [("minutes: 8", "minutes: 8\nauthor: Rani"), ("    facts: [f-001]\n", "    facts: f-001\n")]
BAD += [("        - text: reach\n", "        - {}\n"), ("steps:\n", "steps: []\nx:\n")]


@cache
def validator(name: str) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(schema_of(name), format_checker=jsonschema.FormatChecker())


@cache
def validator_of_any() -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(schema_of_any(), format_checker=jsonschema.FormatChecker())


def spoilt(case: Case) -> str:
    assert case.old in GOOD[case.file]
    return GOOD[case.file].replace(case.old, case.new, 1)


@pytest.mark.parametrize("name", SCHEMAS)
def test_it_is_a_schema_of_draft_07(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema_of(name))
    assert schema_of(name)["$schema"] == "http://json-schema.org/draft-07/schema#"


def bundled_files() -> Iterator[tuple[Path, str]]:
    places = bundled()
    yield from ((path, "module") for path in places.courses.glob("*/module.yaml"))
    yield from ((path, "glossary") for path in places.courses.glob("*/glossary.yaml"))
    yield from ((path, "lesson") for path in places.courses.glob("*/lessons/*.yaml"))
    yield from ((path, "facts") for path in places.seeds.glob("facts/*.yaml"))


@pytest.mark.parametrize(("path", "name"), list(bundled_files()), ids=lambda part: Path(part).name)
def test_every_bundled_file_passes(path: Path, name: str) -> None:
    text = path.read_text(encoding="utf-8")
    for value in (views.typed(text), views.as_text(text)):
        assert [error.message for error in validator(name).iter_errors(value)] == []
        validator_of_any().validate(value)


@pytest.mark.parametrize("file", GOOD)
def test_good_files_pass_as_text_and_as_types(file: str) -> None:
    for view in (views.typed, views.as_text):
        validator(KINDS[file]).validate(view(GOOD[file]))


@pytest.mark.parametrize(("old", "new"), ODD)
def test_what_the_loader_takes_as_typed_the_schema_takes_too(tmp_path: Path, old: str, new: str) -> None:
    here = place(tmp_path)
    text = here.spoil(L, old, new)
    assert [p.code for p in here.problems(L) if p.code.startswith("E2")] == []
    for view in (views.typed, views.as_text):
        validator("lesson").validate(view(text))


@pytest.mark.parametrize("case", SEEN, ids=str)
def test_what_the_loader_calls_a_mistake_of_shape_the_schema_refuses(tmp_path: Path, case: Case) -> None:
    here = parts_place(tmp_path) if case.file == P else place(tmp_path)
    text = here.spoil(case.file, case.old, case.new)
    assert case.code in {problem.code for problem in here.problems(case.file)}
    try:
        plain, value = views.as_text(text), views.typed(text)
    except yaml.YAMLError:
        return  # an editor marks that without any schema
    if case.code == "E145":
        return  # YAML itself calls a key that is there twice a mistake
    assert not validator(KINDS[case.file]).is_valid(plain)
    if (case.code, case.new) not in HIDDEN_BY_TYPES:
        assert not validator(KINDS[case.file]).is_valid(value)


@pytest.mark.parametrize(("old", "new"), BAD)
def test_both_refuse_what_is_wrong(tmp_path: Path, old: str, new: str) -> None:
    here = place(tmp_path)
    text = here.spoil(L, old, new)
    assert [p.code for p in here.problems(L) if p.code.startswith(("E2", "E1"))]
    assert not validator("lesson").is_valid(views.as_text(text))
    assert not validator_of_any().is_valid(views.as_text(text))


VALUES = (
    "0", "1", "-1", "8.0", "08", "1e3", "0x8", "true", "True", "no", "~", "null", "''", "' '", "a b", "[]", "[a]", "é",
    "{id: x, en: y}", "{fr: a}", "[a, {b: c}]", "2026-02-30", "2026-11-23", "1.250", "1.2500", "999999999", "-0", "+1",
    "1000000000", "-0.0", "1.", ".5", '"a\\nb"', "a-", "-a", "single", "text", "1.0.0", "https://a.b", "101", "61",
)  # fmt: skip
NAMES = ("id", "en", "why", "facts", "text", "kind", "zzz", "hints", "choices", "unit", "places", "bins", "accept")


@st.composite
def spoilt_files(draw: st.DrawFn) -> tuple[str, str]:
    """A good file with one line changed: another value, another key, or gone."""
    file = draw(st.sampled_from(sorted(GOOD)))
    lines = GOOD[file].split("\n")
    at = draw(st.sampled_from([i for i, line in enumerate(lines) if re.search(r": \S", line) and "|-" not in line]))
    way = draw(st.sampled_from(["value", "key", "gone"]))
    if way == "value":
        lines[at] = lines[at].partition(": ")[0] + ": " + draw(st.sampled_from(VALUES))
    elif way == "key":
        lines[at] = re.sub(r"[a-z-]+:", f"{draw(st.sampled_from(NAMES))}:", lines[at], count=1)
    else:
        del lines[at]
    return file, "\n".join(lines)


@given(spoilt_files())
@settings(max_examples=300)
def test_schema_and_loader_agree_on_any_spoilt_file(spoilt: tuple[str, str]) -> None:
    file, text = spoilt
    sheet = Sheet(file)
    read_document(check_text(text, sheet), LOADED[file])
    codes = {problem.code for problem in sheet.problems if problem.severity == "error"}
    try:
        value = views.as_text(text)
    except yaml.YAMLError:
        assert codes
        return
    if not any(code.startswith("E1") for code in codes):  # of YAML itself; then both see something else
        assert validator(KINDS[file]).is_valid(value) == (not codes), codes


def groups(above: type[Shape] = Shape) -> Iterator[type[Shape]]:
    for group in above.__subclasses__():
        yield group
        yield from groups(group)


@pytest.mark.parametrize("group", list(groups()), ids=lambda group: group.__name__)
def test_every_group_and_key_is_described(group: type[Shape]) -> None:
    assert group in GROUPS or any(issubclass(other, group) for other in GROUPS)
    for field in fields(group):
        assert key_doc(group, field.encode_name)


def test_nothing_is_described_that_is_not_there() -> None:
    for group, keys in KEYS.items():
        names = {field.encode_name for field in fields(group)}
        assert set(keys) - {"kind"} <= names
    with pytest.raises(KeyError):
        key_doc(Shape, "id")


def test_hover_texts_are_in_both_languages() -> None:
    minutes = schema_of("lesson")["properties"]["minutes"]["description"]
    assert minutes.split("\n\n") == ["Berapa menit pelajaran ini.", "How many minutes the lesson takes."]


def test_editors_that_take_true_and_false_for_no_names_find_their_keys_all_the_same() -> None:
    sides = schema_of("lesson")["definitions"]["Sides"]
    assert set(sides["patternProperties"]) == {"^true$", "^false$"}
    assert set(sides["properties"]) == {"true", "false"}


def test_the_first_line_of_a_file_leads_to_its_schema(tmp_path: Path) -> None:
    written = write_schemas(tmp_path)
    assert [path.name for path in written] == [f"{name}.json" for name in SCHEMAS]
    lesson = tmp_path / "shop" / "lessons" / "first.yaml"
    named = modeline("lesson", lesson, tmp_path).partition("$schema=")[2]
    assert (lesson.parent / named).resolve() == (tmp_path / ".schema" / "lesson.json").resolve()
    assert write_schemas(tmp_path) == written, "again, over the old ones"


def test_check_and_the_library_do_not_see_the_schemas(tmp_path: Path) -> None:
    here = place(tmp_path)
    write_schemas(here.courses)
    assert here.problems() == []
