"""Keys go into the usual order as whole lines, with their comments; where a comment would be lost, they stay."""

from collections.abc import Iterator
from datetime import date

import pytest
from msgspec import Struct
from msgspec.structs import fields

from sosmed_learn.content import format as shape
from sosmed_learn.content.fixing.draft import Kind
from sosmed_learn.content.fixing.mender import mended
from sosmed_learn.content.fixing.order import ORDER, QUESTION, SCENARIO, TASK, ranks
from sosmed_learn.content.scaffold import NewModule, Title, Voice, module_files
from tests.content.building import FACTS, LESSON, MODULE

HEAD = "id: first\ntitle: {id: Mulai dari pesanan, en: Start from orders}\nminutes: 8\n"
QUESTION_HEAD = "      id: pick-one\n      kind: single\n      concept: orders\n      level: 1\n"


def _mended(text: str, kind: Kind = shape.LessonFile) -> str:
    return mended(text.encode(), kind, "first").data.decode()


def _keys(kind: type[Struct]) -> set[str]:
    return {field.encode_name for field in fields(kind)}


def test_every_key_of_the_format_has_its_place() -> None:
    for kind, order in ORDER.items():
        assert set(ranks(order)) == _keys(kind), "a key without a place keeps its file from being put in order"
    kinds = shape.QuestionShape.__subclasses__()
    assert set(ranks(SCENARIO)) == _keys(shape.ScenarioShape)
    assert set(ranks(TASK)) == _keys(shape.TaskShape)
    assert set(ranks(QUESTION)) == {"kind", *(key for kind in kinds for key in _keys(kind))}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (HEAD, "minutes: 8\nid: first\ntitle: {id: Mulai dari pesanan, en: Start from orders}\n"),
        (QUESTION_HEAD, "      level: 1\n      concept: orders\n      kind: single\n      id: pick-one\n"),
    ],
)
def test_they_are_moved_in_files_and_in_questions(old: str, new: str) -> None:
    assert _mended(LESSON.replace(old, new)) == LESSON


def test_whatever_belongs_to_a_key_moves_with_it() -> None:
    explanation = '      explanation: {id: "Lain kali, lihat kas.", en: "Next time, look at the till."}\n'
    note = "      # nanti ditambah\n      # satu lagi\n"
    spoilt = LESSON.replace(explanation, "").replace(QUESTION_HEAD, f"{QUESTION_HEAD}{note}{explanation}")
    assert _mended(spoilt) == LESSON.replace(explanation, note + explanation)
    # The steps are a list with blocks, comments further in and empty lines.
    head, _, steps = LESSON.partition("steps:\n")
    steps = "steps:\n" + steps.replace("    facts:", "    # sumber\n\n    facts:")
    ahead = head.replace("minutes: 8\n", "")
    assert _mended(ahead + steps + "# lamanya\nminutes: 8\n") == head.replace("minutes", "# lamanya\nminutes") + steps


def test_a_modeline_and_a_paragraph_of_comments_stay_on_top() -> None:
    for top in ("# yaml-language-server: $schema=x.json\n", "# Tentang toko.\n\n", "---\n"):
        spoilt = LESSON.replace(HEAD, "".join(reversed(HEAD.splitlines(keepends=True))))
        assert _mended(top + spoilt) == top + LESSON


def test_empty_lines_stay_where_they_are() -> None:
    text = LESSON.replace("id: first\n", "id: first\n\n", 1).replace("steps:\n", "\nsteps:\n", 1)
    swapped = text.replace("title: {id: Mulai dari pesanan, en: Start from orders}\nminutes: 8\n", "@").replace(
        "@", "minutes: 8\ntitle: {id: Mulai dari pesanan, en: Start from orders}\n"
    )
    assert swapped != text
    assert _mended(swapped) == text


def test_the_last_line_has_no_end_whichever_it_is() -> None:
    head, _, steps = LESSON.rstrip("\n").partition("steps:\n")
    spoilt = head.replace("minutes: 8\n", "") + f"steps:\n{steps}\nminutes: 8"
    assert _mended(spoilt) == LESSON.rstrip("\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (HEAD, "# tentang menit\nminutes: 8\nid: first\ntitle: {id: A, en: B}\n"),  # on the key, or on the file?
        (HEAD, "minutes: 8\n# sepotong\n\nid: first\ntitle: {id: A, en: B}\n"),  # on which of them?
        (QUESTION_HEAD, QUESTION_HEAD.replace("      kind: single\n", "") + "      # sepotong\n\n      kind: single\n"),
        ("minutes: 8\n", "minutes: delapan\nid: second\n"),  # there are errors
    ],
)
def test_where_a_comment_would_be_lost_or_errors_are_left_they_stay(old: str, new: str) -> None:
    spoilt = LESSON.replace(old, new)
    assert spoilt != LESSON
    assert _mended(spoilt) == spoilt


def test_a_comment_at_the_end_of_a_file_is_on_no_key_in_particular() -> None:
    spoilt = LESSON.replace(HEAD, "".join(reversed(HEAD.splitlines(keepends=True)))) + "# selesai\n"
    assert _mended(spoilt) == spoilt


def test_between_brackets_they_stay() -> None:
    flow = "  - question: {level: 1, kind: true-false, id: x, concept: orders, prompt: Benar?, answer: true, why: {true: A, false: B}, explanation: C}\n"  # noqa: E501 - one line is what this is about
    assert _mended(LESSON + flow) == LESSON + flow


def test_empty_lines_that_are_words_hold_their_key_where_it_is() -> None:
    # With |+ the empty lines at the end of a block belong to the text.
    outcomes = "outcomes:\n  - {id: Menghitung pesanan., en: Count orders.}\n"
    text = LESSON.replace(outcomes, "") + "outcomes:\n  - |+\n    Hitung.\n\n"
    made = _mended(text)
    assert made == text


def _examples() -> Iterator[tuple[Kind, str]]:
    for language in ("id", "en"):
        for spoken in (("id", "en"), (language,)):
            new = NewModule("shop", Title("Warung", "Shop"), "first", date(2026, 11, 27))
            modelines = dict.fromkeys(("module", "glossary", "lesson"), "# yaml-language-server: $schema=x\n")
            for path, text in module_files(new, Voice(language, spoken), modelines).items():
                kinds: dict[str, Kind] = {"module": shape.ModuleFile, "glossary": shape.GlossaryFile}
                yield kinds.get(path.stem, shape.LessonFile), text


def test_what_we_write_ourselves_is_in_order() -> None:
    for kind, text in [*_examples(), (shape.ModuleFile, MODULE), (shape.LessonFile, LESSON), (shape.FactsFile, FACTS)]:
        assert _mended(text, kind) == text
