"""Orders, matches, bins, blanks and combinations in files: what is right, what is not, and what becomes of them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sosmed_learn import i18n
from sosmed_learn.content.answerkey import key_changed
from sosmed_learn.content.changes import changes
from sosmed_learn.content.library import CourseLibrary
from sosmed_learn.content.locations import Places
from sosmed_learn.content.opening import Opened, open_courses
from sosmed_learn.content.playing import Asked, play, responses
from sosmed_learn.content.render import as_text
from sosmed_learn.content.saying import hint, message
from sosmed_learn.content.teaching import WORDS_A_MINUTE, minutes
from sosmed_learn.content.transcript import transcript
from sosmed_learn.core.grading import Arranged, Filled, Placed, grade, recognised, understood
from sosmed_learn.core.model_answer import model_response
from sosmed_learn.core.question import AnyQuestion, FillQuestion, OrderQuestion, PlaceQuestion
from tests.content.building import Place, position
from tests.content.cases import Case
from tests.content.parts import PARTS, SHAPE, WRONG, P, parts_place
from tests.content.test_any_input import judge


@pytest.fixture
def here(tmp_path: Path) -> Place:
    i18n.use("en")
    return parts_place(tmp_path)


@pytest.fixture
def opened(here: Place) -> Opened:
    return open_courses(here.courses, here.seeds)


def question(opened: Opened, name: str) -> AnyQuestion:
    return next(q for lesson in opened.lessons["shop"] for q in lesson.questions if q.id == name)


def test_the_valid_lesson_has_no_problem(here: Place) -> None:
    assert as_text(here.problems()) == ""


@pytest.mark.parametrize("case", [*WRONG, *SHAPE], ids=str)
def test_each_mistake_is_told_where_it_is_and_how_to_mend_it(here: Place, case: Case) -> None:
    text = here.spoil(case.file, case.old, case.new)
    problems = here.problems()
    codes = {problem.code for problem in problems}
    assert codes == {case.code, *case.also}, as_text(problems)
    found = [p for p in problems if (p.line, p.column) == position(text, case.at, case.nth) and p.code == case.code]
    assert found, as_text(problems)
    assert case.says in message(found[0])
    assert case.mend in hint(found[0])
    for language in ("id", "en"):
        assert "{" not in message(found[0], language)


def test_the_values_are_those_of_the_file(opened: Opened) -> None:
    order, match, sort, fill, many = (
        question(opened, name) for name in ("bring-into-order", "match-pairs", "sort-things", "fill-gaps", "pick-sets")
    )
    assert isinstance(order, OrderQuestion)
    assert [item.id for item in order.items][:3] == ["baca", "balas", "catat"]
    assert order.items[3].id.startswith("i-"), "from the words, and never the position"
    assert [each.ids for each in order.combinations] == [("catat", "balas", "baca"), ("balas", "baca")]
    assert isinstance(match, PlaceQuestion)
    assert (match.kind, match.takes_once) == ("match", True)
    assert [item.place for item in match.items] == ["suka", "chat"]
    assert [each.id for each in match.places] == ["suka", "chat", "sewa"]
    assert isinstance(sort, PlaceQuestion)
    assert [item.place for item in sort.items] == ["milik", "pinjam", "milik"]
    assert sort.combinations[0].places == (("akun", "milik"), ("situs", "pinjam"))
    assert isinstance(fill, FillQuestion)
    assert [len(blank.choices) for blank in fill.blanks] == [0, 2]
    assert getattr(many, "combinations")[0].ids == ("satu", "tiga")  # noqa: B009 - of any kind of question


def test_learners_can_open_the_lesson(here: Place) -> None:
    lesson = CourseLibrary(Places(here.courses, here.seeds)).lesson("shop", "parts")
    assert [q.kind for q in lesson.questions] == ["order", "match", "sort", "fill", "multiple"]


def test_what_check_passes_is_answered_right_by_its_key_and_by_nothing_less(opened: Opened) -> None:
    for lesson in opened.lessons["shop"]:
        for asked in lesson.questions:
            model = model_response(asked)
            assert grade(asked, model).correct
            assert understood(asked, model)
            if isinstance(model, Arranged | Placed | Filled):
                assert grade(asked, type(model)(())).score == 0


def test_every_answer_that_makes_a_difference_is_played(opened: Opened) -> None:
    played = play("shop", opened.lessons["shop"][1], "en")
    assert (played.right, played.asked) == (5, 5)
    for step in played.steps:
        if isinstance(step, Asked):
            assert step.tries[0].response == model_response(step.question) or step.question.kind == "multiple"
            assert len({attempt.response for attempt in step.tries}) == len(step.tries)
            assert all(recognised(step.question, attempt.response) for attempt in step.tries)
            said = {attempt.verdict.why for attempt in step.tries}
            assert {each.why for each in getattr(step.question, "combinations", ())} <= said
            assert sum(attempt.verdict.correct for attempt in step.tries) >= 1
            assert not all(attempt.verdict.correct for attempt in step.tries)


def test_one_thing_misplaced_is_tried_for_each_thing_and_place(opened: Opened) -> None:
    orders = [r.items for r in responses(question(opened, "bring-into-order"), "id") if isinstance(r, Arranged)]
    assert {tuple(sorted(items)) for items in orders} == {tuple(sorted(orders[0]))}
    assert len(orders) == 1 + 2 + 3 + 3 - 1  # one swap of neighbours is also a combination
    sorted_things = responses(question(opened, "sort-things"), "id")
    assert len(sorted_things) == 1 + 1 + 3
    matched = responses(question(opened, "match-pairs"), "id")
    assert len(matched) == 1 + 1 + 2  # swapped, and each side given the extra one
    filled = [dict(r.blanks) for r in responses(question(opened, "fill-gaps"), "id") if isinstance(r, Filled)]
    assert [blanks["apa"] for blanks in filled] == ["pesanan", "orders", "suka", "…", "pesanan"]
    assert len({blanks["kapan"] for blanks in filled}) == 2


def test_the_transcript_says_what_learners_see(opened: Opened) -> None:
    text = transcript(opened)
    for words in (
        "bring-into-order · things to bring into order",
        "  ✓ The right order: 1-2-3-4\n    1 The start.\n",
        "  ✗ Answer … 3-2-1 …\n      Backwards.\n",
        "  ✗ Answer … 2-1 …\n      Reversed.\n      A common belief: Followers are results.",
        "    33% right: 2-1-3-4, 1-2-4-3\n",
        "match-pairs · pairs to match",
        "  ✓ Answer 1a 2b\n    1 Quick.\n    2 They ask.\n",
        "  ✗ Answer … 2c …\n      Not that.\n",
        "    50% right: 2c, 1c\n",
        "sort-things · things to sort into bins",
        "  a   Owned\n  b   Borrowed\n",
        "  ✗ Answer … 2a 1b …\n      Swapped.\n",
        "fill-gaps · gaps to fill in a sentence",
        "  The number of ____ (1) rises, ____ (2).\n",
        "  ✓ (1) Answer pesanan; orders",
        "  ✗ (1) Answer suka\n      A mere reaction.\n      A common belief: Followers are results.",
        "  ✗ (1) Any other answer\n      The right answer is shown: orders\n      That is money.\n",
        "  ✓ (2) Answer on Friday\n      A day.\n",
        "  ✗ (2) Answer soon\n      No day.\n",
        "  ✗ Answer 1+3\n      Mixed.\n      A common belief: Followers are results.",
    ):
        assert words in text, words


CLOSE = "        - {text: {id: Tutup buku, en: Close it}, why: {id: Usai., en: All done.}}\n"
READ = "        - {id: baca, text:"
RENT = "        - {id: sewa, text: {id: Biaya sewa, en: The rent}}\n"
MAIL = "        - {text: {id: Daftar surel, en: A mailing list}, bin: milik, why: {id: Tersimpan., en: You keep it.}}\n"
WORD = "            - text: orders\n"
KEYS: list[tuple[str, bool, tuple[str, ...]]] = [
    ("bring-into-order", False, ("items: [balas, baca]", "items: [catat, baca]")),
    ("bring-into-order", False, ("en: Read it}", "en: Read the message}")),
    ("bring-into-order", False, ("{id: Tutup buku, en", "{id: Tutup bukumu, en")),
    ("bring-into-order", True, (CLOSE, "")),
    ("bring-into-order", True, (CLOSE, f"{CLOSE}        - {{text: {{id: Pulang, en: Go home}}, why: Sudah.}}\n")),
    ("bring-into-order", True, (CLOSE, "", READ, f"{CLOSE}{READ}")),
    ("match-pairs", False, ("right: {id: Niat beli, en", "right: {id: Niat membeli, en")),
    ("match-pairs", False, (RENT, f"{RENT}        - {{text: Pajak}}\n")),
    ("match-pairs", True, ("      extras:\n", "        - {left: A, right: B, why: C}\n      extras:\n")),
    (
        "match-pairs",
        True,
        ("right: {id: Reaksi, en: A reaction}", "right: X", "right: {id: Niat beli, en: A wish}",
         "right: {id: Reaksi, en: A reaction}", "right: X", "right: {id: Niat beli, en: A wish}"),
    ),
    ("sort-things", False, ("title: {id: Milik sendiri", "title: {id: Milikmu sendiri")),
    ("sort-things", False, ("{id: Daftar surel, en", "{id: Daftar surat, en")),
    ("sort-things", True, ("bin: milik, why: {id: Tersimpan", "bin: pinjam, why: {id: Tersimpan")),
    ("sort-things", True, (MAIL, "")),
    ("fill-gaps", False, (WORD, f"{WORD}            - text: order\n")),
    ("fill-gaps", True, (WORD, "", "{id: pesanan, en: orders}", "{id: pesanan, en: pesanan}")),
    ("fill-gaps", True, (WORD, f"{WORD}            - text: suka\n", "{text: suka,", "{text: rasa,")),
    (
        "fill-gaps",
        True,
        ("correct: true, why: {id: Ada", "why: {id: Ada", "why: {id: Tanpa", "correct: true, why: {id: Tanpa"),
    ),
    ("fill-gaps", False, ("{id: hari Jumat, en", "{id: Jumat sore, en")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "changed", "edits"), KEYS)
def test_only_a_change_of_what_is_right_changes_the_key(
    opened: Opened, tmp_path: Path, name: str, *, changed: bool, edits: tuple[str, ...]
) -> None:
    there = parts_place(tmp_path / "new")
    for old, new in batched(edits):
        there.spoil(P, old, new)
    after = question(open_courses(there.courses, there.seeds), name)
    before = question(opened, name)
    assert not key_changed(before, before)
    assert key_changed(before, after) is changed
    told = between(opened, there)
    assert (("key", name) in told) is changed
    assert ("changed", name) in told


def batched(edits: tuple[str, ...]) -> list[tuple[str, str]]:
    """What is there now, and what comes in its place."""
    return list(zip(edits[::2], edits[1::2], strict=True))


def between(old: Opened, new: Place) -> set[tuple[str, str]]:
    """What changed, and of what."""
    found = changes(old, open_courses(new.courses, new.seeds))
    return {(change.what, change.place[-1]) for each in found for change in each.changes}


def test_another_way_of_answering_loses_the_answers_given(opened: Opened, tmp_path: Path) -> None:
    there = parts_place(tmp_path / "new")
    start, mark = "      id: sort-things\n", "  - question:\n"
    head, _, rest = PARTS.partition(start)
    body = PARTS.partition("      id: bring-into-order\n")[2].partition(mark)[0]
    there.write(P, f"{head}{start}{body}{mark}{rest.partition(mark)[2]}")
    assert ("answered-otherwise", "sort-things") in between(opened, there)


def test_what_is_read_before_answering_takes_time(here: Place) -> None:
    before = max(_minutes(here))
    here.spoil(P, "en: Note it}", "en: Note it" + " and" * 90 + "}")
    assert max(_minutes(here)) == pytest.approx(before + 90 / WORDS_A_MINUTE, abs=0.02)


def _minutes(here: Place) -> list[float]:
    value = judge((here.root / P).read_text(encoding="utf-8")).value
    assert value is not None
    return list(minutes(value))


@pytest.mark.parametrize("part", range(8))
def test_cut_at_any_byte(part: int) -> None:
    for at in range(part, len(PARTS), 8):
        judge(PARTS[:at])


def test_without_any_line() -> None:
    lines = PARTS.splitlines(keepends=True)
    for at in range(len(lines)):
        judge("".join(lines[:at] + lines[at + 1 :]))


@given(st.integers(0, len(PARTS) - 1), st.characters())
@settings(max_examples=max(200, settings().max_examples))
def test_with_any_character_changed(at: int, character: str) -> None:
    judge(PARTS[:at] + character + PARTS[at + 1 :])
