"""One mistake is one message, at the place of the mistake: what only follows from it goes without saying."""

from pathlib import Path

import pytest

from sosmed_learn import i18n
from sosmed_learn.content.render import as_text
from sosmed_learn.content.saying import hint, message
from tests.content.building import L, M, Place, place, position

_TITLE = "title: {id: Mulai dari pesanan, en: Start from orders}"
_ONE, _MANY = "question:\n      id: pick-one", "question:\n      id: pick-many"
_LAST = 'explanation: {id: "Lain kali, bagi'
_HINT = "        - {id: Lihat kasnya., en: Look at the till.}\n"


@pytest.fixture
def here(tmp_path: Path) -> Place:
    i18n.use("en")
    return place(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "at"),
    [
        (L, "steps:\n", "steps\n", "E127", "steps"),
        (L, "steps:\n", "stpes\n", "E127", "stpes"),
        (L, "      choices:\n", "      choices\n", "E127", "choices\n"),
        (L, "    text:\n", "    text\n", "E127", "text\n"),
        (L, "title:", "title", "E127", "title"),
        (L, "minutes: 8", "minits 8", "E127", "minits"),
        (L, "kind: multiple", "kind multiple", "E127", "kind multiple"),
        (L, "kind: multiple", "kind = multiple", "E127", "kind = multiple"),
        (L, 'explanation: {id: "Lain kali, bagi', 'explanation {id: "Lain kali, bagi', "E127", "explanation {"),
        (L, "      kind: single", "    kind: single", "E126", "kind: single"),
        (L, "      concept: orders", "        concept: orders", "E126", "concept: orders"),
        (L, "      level: 1\n      prompt", "       level: 1\n       prompt", "E126", "level: 1"),
        (L, "      kind: single", "        kind: single", "E126", "kind: single"),
        (L, "  - id: why\n", "  - id why\n", "E127", "id why"),
        (L, "          why: {id: Itu bukan", "            why: {id: Itu bukan", "E126", "why: {id: Itu bukan"),
        (L, "        ## Mengapa\n", "      ## Mengapa\n", "E146", "## Mengapa"),
        (L, "        Pesanan membayar", "      Pesanan membayar", "E146", "Pesanan membayar"),
        (L, "        ## Why\n\n        Orders", "## Why\n\nOrders", "E146", "## Why"),
        (L, '      explanation: {id: "Lain kali, bagi', '    explanation: {id: "Lain kali, bagi', "E226", _LAST),
        (L, "      en: |-\n        ## Why", "    en: |-\n        ## Why", "E226", "en: |-"),
        (L, "kind: multiple", "kind: *jenis", "E112", "*jenis"),
        (M, "reviewed: 2026-11-23", "languages: [Indonesia]", "E204", "Indonesia]"),
        (L, "facts: [f-001]", "facts: [f-999]", "E306", "f-999]"),
        (
            L,
            "  - question:\n      id: pick-many",
            "    question:\n      id: pick-many",
            "E145",
            "question:\n      id: pick-m",
        ),
        (
            L,
            "  - question:\n      id: pick-one",
            "    question:\n      id: pick-one",
            "E225",
            "question:\n      id: pick-o",
        ),
        (L, "        - text: {id: Pengikut", "          text: {id: Pengikut", "E145", "text: {id: Pengikut"),
    ],
)
def test_one_mistake(here: Place, file: str, old: str, new: str, code: str, at: str) -> None:
    text = here.spoil(file, old, new)
    problems = here.problems()
    assert [problem.code for problem in problems] == [code], as_text(problems)
    assert (problems[0].line, problems[0].column) == position(text, at)


@pytest.mark.parametrize("sign", ["–", "—", "•", "−"])
def test_a_dash_that_an_editor_changed(here: Place, sign: str) -> None:
    here.spoil(L, "  - question:", f"  {sign} question:", 2)
    here.spoil(L, "concepts: [orders]", f"concepts:\n  {sign} orders\n  {sign} prices")
    problems = here.problems()
    assert [problem.code for problem in problems] == ["E144"] * 4, as_text(problems)
    assert f"`{sign}` is not the dash" in message(problems[0])


def test_a_text_may_begin_with_any_sign(here: Place) -> None:
    here.spoil(L, _TITLE, "title:\n  id: – kira-kira • begitu\n  en: • x")
    here.spoil(L, "  - {id: Menghitung pesanan., en: Count orders.}", "  - – satu")
    assert here.problems() == [], as_text(here.problems())


def test_what_is_right_behind_a_line_without_colon_is_still_checked(here: Place) -> None:
    here.spoil(L, "kind: multiple", "kind multiple")
    here.spoil(L, "correct: true, ", "", 2)
    assert [problem.code for problem in here.problems()] == ["E127", "E402"]


def test_a_dash_is_missing_and_nothing_shall_be_deleted(here: Place) -> None:
    here.spoil(L, "  - question:\n      id: pick-many", "    question:\n      id: pick-many")
    (problem,) = here.problems()
    assert "`- question: …`" in hint(problem)


@pytest.mark.parametrize(
    ("old", "new", "guess"),
    [
        (_TITLE, "title: {id: Mulai, ind: Start}", "Did you mean `en`?"),
        (_TITLE, "title: {en: Start, ind: Mulai}", "Did you mean `id`?"),
        (_TITLE, "title: {id: Mulai, en: Start, ind: x}", ""),
        (_HINT, _HINT + "      hint: []\n", ""),
    ],
)
def test_only_a_key_that_is_missing_is_suggested(here: Place, old: str, new: str, guess: str) -> None:
    here.spoil(L, old, new)
    (problem,) = here.problems()
    assert problem.code == "E201"
    assert guess in hint(problem)
    assert bool(guess) == ("Did you mean" in hint(problem))


@pytest.mark.parametrize(
    ("value", "code", "mend"),
    [
        ("2500 kunjungan", "E224", "`2500`"),
        ("2500%", "E224", "`unit`"),
        ("Rp 50000", "E224", "`50000`"),
        ("2.5 persen", "E224", "`2.5`"),
        ("10rb", "E206", "1250000"),
        ("10 ribu", "E206", "1250000"),
        ("1,2 jt", "E206", "1250000"),
    ],
)
def test_a_number_with_its_unit(here: Place, value: str, code: str, mend: str) -> None:
    here.spoil(L, "answer: 1250.5", f"answer: {value}")
    (problem,) = here.problems()
    assert (problem.code, mend in hint(problem)) == (code, True)


@pytest.mark.parametrize("value", ["7.5", "lima"])
def test_a_whole_number_is_shown_no_decimals(here: Place, value: str) -> None:
    here.spoil(L, "minutes: 8", f"minutes: {value}")
    (problem,) = here.problems()
    assert problem.code == "E206"
    assert "0.25" not in hint(problem)


@pytest.mark.parametrize(("new", "code"), [("format: satu\n", "E204"), ("format: 0\n", "E204"), ("", "E202")])
def test_the_only_format_is_named(here: Place, new: str, code: str) -> None:
    here.spoil(M, "format: 1\n", new)
    (problem,) = here.problems()
    assert (problem.code, "1" in hint(problem)) == (code, True)
