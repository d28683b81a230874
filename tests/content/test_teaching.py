"""Teaching before testing, minutes against reading, and claims about the world without a fact."""

from datetime import date
from pathlib import Path

import pytest

from sosmed_learn.content.check import check
from sosmed_learn.content.facts import core_facts, read_register
from sosmed_learn.content.teaching import claimed
from tests.content.building import LESSON, F, L, Place, place, position


@pytest.fixture
def here(tmp_path: Path) -> Place:
    return place(tmp_path)


TEXT = LESSON[LESSON.index("  - id: why\n") : LESSON.index("  - question:\n      id: pick-one")]


def _codes(here: Place) -> list[str]:
    return [problem.code for problem in here.problems()]


def test_a_concept_is_tested_after_a_text(here: Place) -> None:
    text = here.spoil(L, TEXT, "")
    (problem,) = here.problems()
    assert (problem.code, problem.line, problem.column) == ("W519", *position(text, "orders\n      level"))


def test_what_is_not_scored_may_come_first(here: Place) -> None:
    first, second = (
        LESSON.index("  - question:\n      id: pick-many"),
        LESSON.index("  - question:\n      id: say-which"),
    )
    question = LESSON[first:second].replace("level: 2", "level: 2\n      pretest: true")
    here.write(L, LESSON[:first].replace(TEXT, "") + LESSON[second:])
    assert _codes(here) == ["W519"]
    here.write(L, (LESSON[:first] + LESSON[second:]).replace(TEXT, question + TEXT))
    assert _codes(here) == []
    here.write(L, (LESSON[:first] + LESSON[second:]).replace(TEXT, TEXT + question))
    assert _codes(here) == ["W519"]


def test_a_first_guess_has_no_tries(here: Place) -> None:
    here.spoil(L, "      level: 1\n      prompt", "      level: 1\n      pretest: true\n      tries: 2\n      prompt")
    (problem,) = [problem for problem in here.problems() if problem.code == "W533"]
    assert problem.excerpt.strip() == "tries: 2"
    here.spoil(L, "tries: 2", "tries: until-right")
    assert "W533" not in _codes(here)


def test_minutes_that_are_too_short_are_told_with_what_is_needed(here: Place) -> None:
    long = "".join(f"  - text: {{id: '{word * 700}', en: Short.}}\n" for word in ("satu ", "dua ", "tiga "))
    here.spoil(L, "steps:\n", f"steps:\n{long}")
    (problem,) = here.problems()
    assert (problem.code, dict(problem.args)) == ("W520", {"value": "8", "count": "12"})
    assert problem.excerpt == "minutes: 8"


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Menurut survei, 78% pembeli bertanya harga.", "Menurut"),
        ("According to a study, 3 of 4 buyers return.", "According to"),
        ("Sejak 2023 aturannya berubah.", "2023"),
        ("In 2019 the app changed its name.", "2019"),
        ("Menurut Bu Ratna, daunnya kuning.", ""),
        ("Sebanyak 78% orang Indonesia berbelanja daring.", "orang Indonesia"),
        ("Rata-rata pengguna Instagram membuka aplikasinya 30 menit sehari.", "pengguna Instagram"),
        ("Of 10 TikTok users, 7 read reviews.", "TikTok users"),
        ("Menurut hitungan Bu Sri, 3 dari 10 botol pecah.", ""),
        ("According to the price list, it costs Rp5,000.", ""),
        ("Studi kasus: Toko Ratna punya 40 pesanan.", ""),
        ("This case study has 3 parts.", ""),
        ("Kampanye Ramadan 2026 dimulai 1 Maret.", ""),
        ("Targetnya 2000 pengikut.", ""),
        ("Margin 15% dari Rp180.000 adalah Rp27.000.", ""),
        ("40 × Rp2.000 = Rp80.000, sisa 2.025 akun.", ""),
        ("Pesanan naik dari 40 ke 60 pada 31 Maret 2027.", ""),
        ("Orders rise to 60 by March 31, 2027.", ""),
        ("Dicek: Maret 2026.", ""),
        ("Lihat SKKNI/2024/05 dan 1999-2000x.", ""),
        ("It reached 2000 % of nothing, or 2,019 accounts.", ""),
    ],
)
def test_claims_about_the_world_are_told_from_sums(sentence: str, mark: str) -> None:
    assert claimed(sentence) == mark


def test_a_claim_needs_a_fact_in_its_step(here: Place) -> None:
    here.spoil(L, "Pesanan membayar sewa.", "Menurut riset, 4 dari 5 toko menyewa.")
    assert _codes(here) == []
    here.spoil(L, "    facts: [f-001]\n", "")
    here.spoil(L, "menyewa.[^f-001]", "menyewa.")
    here.spoil(L, "rent.[^f-001]", "rent.")
    (problem,) = here.problems()
    assert (problem.code, dict(problem.args)["text"]) == ("W522", "Menurut")


def test_facts_past_their_day_are_told_when_the_day_is_known(here: Place) -> None:
    assert check([here.seeds]).problems == ()
    assert check([here.seeds], today=date(2027, 3, 31)).problems == ()
    (problem,) = check([here.seeds], today=date(2027, 4, 1)).problems
    assert (problem.code, dict(problem.args)["id"]) == ("W523", "f-002")
    assert problem.excerpt.strip() == "check-again: 2027-03-31"
    text = here.spoil(F, "facts:\n", "ignore: [{code: W523, reason: Old.}]\nfacts:\n")
    assert "W523" in text
    assert check([here.seeds], today=date(2027, 4, 1)).problems == ()
    assert check([here.seeds]).problems == ()
    assert [problem.code for problem in check([here.seeds], today=date(2027, 3, 1)).problems] == ["W524"]


def test_a_fact_has_not_changed_in_days_to_come(here: Place) -> None:
    here.spoil(F, "    seen: 2026-03-31\n", "    seen: 2026-03-31\n    changed: 2026-03-31\n")
    assert check([here.seeds]).problems == ()
    assert check([here.seeds], today=date(2026, 3, 31)).problems == ()
    (problem,) = check([here.seeds], today=date(2026, 3, 30)).problems
    assert (problem.code, problem.excerpt.strip()) == ("W590", "changed: 2026-03-31")


def test_the_day_of_a_change_reaches_the_learner(here: Place) -> None:
    here.spoil(F, "    seen: 2026-03-31\n", "    seen: 2026-03-31\n    changed: 2026-02-01\n")
    facts = core_facts(read_register(here.seeds))
    assert [fact.changed for fact in facts.values()] == [date(2026, 2, 1), None]


def test_a_tolerance_as_large_as_the_answer(here: Place) -> None:
    here.spoil(L, "answer: 1250.5\n      tolerance: 0.5", "answer: 0.5\n      tolerance: 0.5")
    (problem,) = here.problems()
    assert (problem.code, problem.excerpt.strip()) == ("W517", "tolerance: 0.5")
    here.spoil(L, "answer: 0.5", "answer: 0")
    assert _codes(here) == []


def test_ticking_everything_must_not_be_right(here: Place) -> None:
    here.spoil(L, "{text: {id: Tiga, en: Three}, why", "{text: {id: Tiga, en: Three}, correct: true, why")
    (problem,) = here.problems()
    assert (problem.code, problem.excerpt.strip()) == ("W518", "choices:")
