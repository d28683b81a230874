"""The glossary and the lessons: a term twice, a twin that nobody uses, a spelling that is nearly right."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.content.building import G, L, Place, place, position

BOTH = ("id", "en")


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


def glossary(here: Place, *terms: tuple[str, str]) -> str:
    rows = [
        f'  - {{id: t-{at}, term: {{id: "{one}", en: "{other}"}}, definition: {{id: Arti., en: Meaning.}}}}'
        for at, (one, other) in enumerate(terms)
    ]
    text = "\n".join(["terms:", *rows, ""])
    here.write(G, text)
    return text


def texts(here: Place, *pairs: tuple[str, str]) -> None:
    rows = "".join(f'  - text: {{id: "{one}", en: "{other}"}}\n' for one, other in pairs)
    here.spoil(L, "steps:\n", f"steps:\n{rows}")


def found(here: Place) -> list[tuple[str, str, str]]:
    problems = here.problems()
    return [(problem.code, dict(problem.args)["text"], dict(problem.args).get("value", "")) for problem in problems]


@pytest.mark.parametrize("again", ["Reach", "reach", "Reaches", "Reach (R)"])
def test_a_term_is_defined_once(here: Place, again: str) -> None:
    text = glossary(here, ("Jangkauan", "Reach"), ("Cakupan", again))
    (problem,) = here.problems()
    assert (problem.code, problem.line) == ("W525", 3)
    assert problem.column == text.splitlines()[2].index(f'"{again}"') + 1
    assert dict(problem.args)["other"].endswith("glossary.yaml:2")


def test_what_only_begins_alike_is_another_term(here: Place) -> None:
    glossary(here, ("Komunitas", "Community"), ("Pedoman komunitas", "Community guidelines"), ("Reach", "Range"))
    assert here.problems() == []


VANITY = ("Ukuran pamer", "Vanity metric")
PAIRS = [
    ("Suka itu ukuran pamer.", "Likes are a show-off number."),
    ("Ukuran pamernya menyesatkan.", "A show-off number misleads."),
]


def test_a_twin_that_no_translation_uses_is_told(here: Place) -> None:
    text = glossary(here, VANITY)
    texts(here, *PAIRS)
    (problem,) = here.problems()
    assert (problem.code, problem.line, problem.column) == ("W526", *position(text, '"Vanity metric"'))
    assert dict(problem.args) == {"language": "en", "text": VANITY[0], "value": VANITY[1], "count": "2"}


def test_the_other_way_too(here: Place) -> None:
    glossary(here, VANITY)
    texts(here, ("Suka itu pamer.", "Likes are a vanity metric."), ("Pamer saja.", "Vanity metrics mislead."))
    assert found(here) == [("W526", VANITY[1], VANITY[0])]


@pytest.mark.parametrize(
    ("term", "pairs"),
    [
        (VANITY, PAIRS[:1]),
        (VANITY, [*PAIRS, ("Apa itu ukuran pamer?", "What are vanity metrics?")]),
        (("Retur", "Return"), [("Kembali besok.", "Return tomorrow."), ("Ia kembali.", "They return.")]),
        (("Rasio klik (CTR)", "Click-through rate (CTR)"), [("Rasio klik naik.", "The CTR rose.")] * 2),
        (("COD, bayar di tempat", "Cash on delivery (COD)"), [("Bayar di tempat.", "Cash on delivery.")] * 2),
        (("Komunitas", "Community"), [("Komunitasmu sehat.", "The community's health.")] * 2),
    ],
)
def test_what_has_other_reasons_is_not_told(
    here: Place, term: tuple[str, str], pairs: Sequence[tuple[str, str]]
) -> None:
    glossary(here, term)
    texts(here, *pairs)
    assert here.problems() == []


@pytest.mark.parametrize(
    ("term", "pair", "spelt"),
    [
        (("Lokapasar", "Marketplace"), ("Toko di loka pasarnya.", "A shop."), "loka pasar"),
        (("Rundown acara", "Run sheet"), ("Acara.", "Read the runsheet."), "runsheet"),
        (("Siaran belanja", "Live shopping"), ("Siaranbelanja itu ramai.", "It is busy."), "siaranbelanja"),
    ],
)
def test_a_spelling_that_is_nearly_that_of_a_term(
    here: Place, term: tuple[str, str], pair: tuple[str, str], spelt: str
) -> None:
    glossary(here, term)
    texts(here, pair, pair)
    assert [(code, text) for code, text, _value in found(here)] == [("W527", spelt)]


@pytest.mark.parametrize(
    ("term", "pair"),
    [
        (("Pembayaran", "Checkout"), ("Bayar.", "Check out the new shop.")),
        (("Lokapasar", "Marketplace"), ("Lokapasar.", "The market place in town.")),
        (("Waktu respons", "Response time"), ("Waktu respons.", "A response-time target.")),
    ],
)
def test_spellings_that_have_their_own_right(here: Place, term: tuple[str, str], pair: tuple[str, str]) -> None:
    glossary(here, term)
    texts(here, pair)
    assert here.problems() == []
