"""What is said beside a problem: that reading stopped, that quotes are curly; and what is not said after it."""

from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content.render import as_text
from sosmed_learn.content.saying import hint, message
from tests.content.building import LESSON, L, M, Place, place

_TITLE = "title: {id: Mulai dari pesanan, en: Start from orders}"
_UNREAD = "was not read yet"


@pytest.fixture
def here(tmp_path: Path) -> Place:
    i18n.use("en")
    return place(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("minutes: 8", "  minutes: 8", "E126"),
        (_TITLE, 'title: "Mulai', "E120"),
        ("concepts: [orders]", "concepts: [orders", "E121"),
        ("concepts: [orders]", "concepts: [,]", "E129"),
    ],
)
def test_a_file_that_was_not_read_to_its_end_says_so(here: Place, old: str, new: str, code: str) -> None:
    here.spoil(L, old, new)
    (problem,) = here.problems()
    assert problem.code == code
    assert _UNREAD in hint(problem)


@pytest.mark.parametrize("new", ["title:\n  id: @toko\n  en: x", "title:\n  id: a: b\n  en: x"])
def test_a_file_that_was_read_to_its_end_does_not(here: Place, new: str) -> None:
    here.spoil(L, _TITLE, new)
    (problem,) = here.problems()
    assert _UNREAD not in hint(problem)


def test_curly_quotes_are_named_where_yaml_fails(here: Place) -> None:
    here.spoil(L, _TITLE, "title:\n  id: “Mulai: dari” sini\n  en: x")
    (problem,) = here.problems()
    assert problem.code == "E119"
    assert "straight quotes" in hint(problem)
    here.write(L, LESSON.replace(_TITLE, "title:\n  id: “Mulai” dari\n  en: x"))
    assert here.problems() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: pick-one", "id: @toko"),
        ("concept: orders", "concept: @orders"),
        ("- text: reach", "- text: @reach"),
        ("misconception: followers-are-results", "misconception: @followers"),
        ("minutes: 8", "minutes: @8"),
        ("concepts: [orders]", "concepts:\n  - @orders"),
    ],
)
def test_nothing_follows_from_a_mended_mention(here: Place, old: str, new: str) -> None:
    here.spoil(L, old, new)
    assert [problem.code for problem in here.problems()] == ["E118"]


@pytest.mark.parametrize("words", ['"“Mulai”"', "“Mulai” dan “selesai”", "“Mulai” dari", "|-\n    “Mulai”"])
def test_curly_quotes_that_are_meant_to_be_seen(here: Place, words: str) -> None:
    here.spoil(L, _TITLE, f"title:\n  id: {words}\n  en: x")
    assert here.problems() == [], as_text(here.problems())


@pytest.mark.parametrize("block", ["```\nHalo\n```", "~~~\n```\n~~~", "- ```\n  a\n  ```", "kata ``` kata"])
def test_a_block_that_is_closed(here: Place, block: str) -> None:
    here.spoil(L, "sewa.[^f-001]", "sewa.[^f-001]\n\n" + "".join(f"        {line}\n" for line in block.split("\n")))
    assert here.problems() == [], as_text(here.problems())


def test_the_block_that_is_not_closed_is_pointed_at(here: Place) -> None:
    lines = ["```", "satu", "```", "dua", "```", "tiga"]
    here.spoil(L, "sewa.[^f-001]", "sewa.[^f-001]\n" + "".join(f"        {line}\n" for line in lines))
    (problem,) = here.problems()
    assert (problem.code, problem.line, problem.column) == ("W515", 18, 9)


def test_a_concept_that_is_not_the_lesson_s_is_said_once(here: Place) -> None:
    here.spoil(L, "concept: orders", "concept: prices", 3)
    assert [problem.code for problem in here.problems()] == ["W505"]


def test_ordinary_odd_spaces_inside_a_text_are_welcome(here: Place) -> None:
    words = "title:\n  id: Rp\u00a0500 per\u2009bulan\n  en: >-\n    \u00a0Only Rp\u00a0500:\u00a0yes\n"
    here.spoil(L, _TITLE, words)
    assert here.problems() == []


@pytest.mark.parametrize("words", ["https://toko.id", "-5 persen", "Jam:tutup", "nota:lunas"])
def test_text_that_only_looks_glued(here: Place, words: str) -> None:
    here.spoil(L, _TITLE, f"title:\n  id:\n    {words}\n  en: x")
    assert here.problems() == [], as_text(here.problems())


def test_every_escape_is_pointed_at(here: Place) -> None:
    here.spoil(L, _TITLE, 'title:\n  id: "A\\e B\\u202e C\\x07"\n  en: x')
    assert [(problem.code, problem.column) for problem in here.problems()] == [("E105", 9), ("E106", 13), ("E105", 21)]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_form_that_is_asked_for_is_whole_and_translated(tmp_path: Path, language: i18n.Reader) -> None:
    i18n.use(language)
    here = place(tmp_path)
    here.spoil(L, "id: pick-one", "id: Pick_One")
    (problem,) = here.problems()
    english = "small letters a to z, digits and hyphens, with a letter first"
    assert i18n._(english) in message(problem)
    assert "…" not in message(problem)


def test_more_of_a_kind_are_counted_by_their_kind(here: Place) -> None:
    here.write(L, LESSON + "".join(f"zz{n}: 1\n" for n in range(25)) + "minuets: 4\n")
    here.spoil(M, "pass: 80", "pass: 800")
    problems = here.problems()
    assert [problem.code for problem in problems] == ["E201"] * 20 + ["E198", "E207"]
    assert "6 more" in message(problems[20])
    assert here.check().errors == 27
