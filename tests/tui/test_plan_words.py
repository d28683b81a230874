"""Today's plan in words: it promises no lesson that its minutes cannot hold, and no name reads as two."""

from msgspec.structs import replace

from sosmed_learn.core.asks import Ask, Why
from sosmed_learn.core.offers import OfferView
from sosmed_learn.core.plan import Offer
from sosmed_learn.core.text import Text
from sosmed_learn.core.today import Today
from sosmed_learn.tui.plan_words import offer_reason, plan_facts, plan_reason, plan_title
from tests.core.known import found

LESSON = OfferView(Offer("next", "strategy", "first"), Text("Strategi"), Text("Tujuan"), 10, 0, 5)


def ask(name: str, concept: str, why: Why = "due") -> Ask:
    return Ask(replace(found(name), concept=Text(concept)), why)


def test_a_lesson_is_announced_only_where_there_is_time_for_it() -> None:
    asks = (ask("g0", "Tujuan"), ask("g1", "Tujuan"))
    some, full = Today(7, asks, 4, LESSON), Today(7, asks, 7, LESSON)
    assert (plan_title(some), plan_facts(some)) == (
        '2 soal ulasan, lalu "Tujuan"',
        "sekitar 7 menit, sisanya boleh menyusul",
    )
    assert (plan_title(full), plan_facts(full)) == ("2 soal ulasan", "sekitar 7 menit")
    assert plan_facts(replace(some, minutes=20)) == "sekitar 14 menit"


def test_what_comes_behind_the_questions_has_its_reason_too() -> None:
    asks = (ask("g0", "Tujuan"),)
    reason = "Mulai pudar: Tujuan."
    assert plan_reason(Today(7, asks, 4, LESSON)) == f'{reason} "Tujuan": {offer_reason(LESSON)}'
    assert plan_reason(Today(7, asks, 7, LESSON)) == reason, "there is no time left for it"


def test_two_sentences_on_the_questions_are_enough_and_no_concept_is_named_twice() -> None:
    asks = (
        ask("g0", "Tujuan", "sure"),
        ask("g1", "Tujuan"),
        ask("u0", "Satuan", "words"),
        ask("u1", "Retur", "confirm"),
    )
    assert plan_reason(Today(7, asks, 7)) == (
        "Kamu yakin pada jawaban lain soal Tujuan. Satu salah kaprah tentang Satuan ditanyakan dengan kata lain."
    )


def test_what_waits_besides_is_said_in_words() -> None:
    asks = (ask("g0", "Tujuan"),)
    assert plan_facts(Today(7, asks, 7)) == "sekitar 7 menit"
    assert plan_facts(Today(7, asks, 7, more=True)) == "sekitar 7 menit, sisanya boleh menyusul"


def test_names_with_an_and_of_their_own_do_not_run_together() -> None:
    plain = Today(7, (ask("g0", "Tujuan"), ask("u0", "Satuan")), 1)
    assert plan_reason(plain) == "Mulai pudar: Tujuan dan Satuan."
    joined = Today(7, (ask("g0", "Tujuan dan tangga"), ask("u0", "Satuan")), 1)
    assert plan_reason(joined) == "Mulai pudar: Tujuan dan tangga; Satuan."


def test_no_concept_is_said_to_rest_on_itself() -> None:
    own = Offer("remedy", "strategy", "first", concept="goals", through="goals")
    view = replace(LESSON, offer=own, concept_title=Text("Tujuan"), through_title=Text("Tujuan"))
    assert offer_reason(view) == "Tujuan sudah beberapa kali keliru, jadi pelajarannya dulu."
    below = replace(view, offer=replace(own, through="units"), through_title=Text("Satuan"))
    assert "Dasarnya Satuan" in offer_reason(below)


def test_a_map_that_was_only_looked_into_is_offered_as_if_it_was_not() -> None:
    def reason(done: int) -> str:
        return offer_reason(replace(LESSON, offer=Offer("mapping", "", ""), done=done, steps=15))

    assert reason(0).startswith("15 soal pendek menunjukkan")
    assert reason(1).startswith("Kamu berhenti setelah soal ke-1;")
