"""What answers say of concepts: the four classes, prerequisites in both directions, and any answers at all."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.events import Confidence
from sosmed_learn.core.mapping.asking import next_probe
from sosmed_learn.core.mapping.blindspots import draw_map
from sosmed_learn.core.mapping.conceptgraph import ConceptGraph
from sosmed_learn.core.mapping.diagnosis import FULL, Diagnosis, Wanted, begin, replied, reply
from sosmed_learn.core.mapping.evidence import Class
from sosmed_learn.core.mapping.probe import Probe, Reply, Verdict
from sosmed_learn.core.module import Concept
from tests.core.builders import module, words
from tests.core.diagnosing import ALONE, CHAIN, GRAPH, PROBES, Told, after, probe, spot, start, walk

VERDICTS: st.SearchStrategy[Verdict] = st.sampled_from(["right", "wrong", "unknown"])
CONFIDENCES: st.SearchStrategy[Confidence | None] = st.sampled_from(["sure", "fairly", "guess", None])
REPLIES = st.lists(
    st.builds(
        Reply,
        st.sampled_from([*(each.id for each in PROBES), "gone"]),
        VERDICTS,
        CONFIDENCES,
        st.sampled_from([None, "belief"]),
    ),
    max_size=40,
)
NAMES = st.sampled_from("abcdefgh")
GRAPHS = st.dictionaries(NAMES, st.lists(NAMES, max_size=3), min_size=1).map(ConceptGraph)
"""With needs that are no concepts, and with loops."""


@pytest.mark.parametrize(
    ("verdict", "confidence", "place"),
    [
        ("right", "sure", "strong"),
        ("right", "guess", "unsure"),
        ("wrong", "guess", "missing"),
        ("wrong", "sure", "blind"),
        ("unknown", None, "missing"),
    ],
)
def test_two_answers_alike_place_a_concept(verdict: Verdict, confidence: Confidence | None, place: Class) -> None:
    told: Told = ("consent", verdict, confidence)
    once, twice = after(told), after(told, told)
    assert spot(once, "consent").hatched
    assert spot(twice, "consent").place == place
    assert spot(twice, "consent").chance > spot(once, "consent").chance
    assert (spot(twice, "consent").asked, spot(twice, "consent").hatched) == (2, False)


def test_without_confidence_it_is_told_whether_a_concept_is_known() -> None:
    assert spot(after(("consent", "right", None), ("consent", "right", None)), "consent").known > 0.85
    assert spot(after(("consent", "wrong", None), ("consent", "wrong", None)), "consent").known < 0.15


def test_a_concept_that_is_known_makes_what_it_needs_likely_and_not_the_other_way_round() -> None:
    first = start()
    up = after(("goals", "right", "sure"), ("goals", "right", "sure"))
    down = after(("brief", "right", "sure"), ("brief", "right", "sure"))
    gain_below = spot(down, "channels").known - spot(first, "channels").known
    gain_above = spot(up, "brief").known - spot(first, "brief").known
    assert spot(down, "channels").known > 0.75
    assert gain_below > gain_above > 0
    assert spot(down, "consent").known < spot(down, "channels").known


def test_a_concept_that_is_not_known_makes_those_that_need_it_unlikely() -> None:
    missed = after(("goals", "unknown", None), ("goals", "unknown", None))
    known = [spot(missed, name).known for name in CHAIN]
    assert all(chance < 0.2 for chance in known)
    assert spot(missed, "consent").known > max(known)


def test_who_broke_the_order_is_placed_right_all_the_same() -> None:
    low: Told = ("goals", "wrong", "guess")
    high: Told = ("brief", "right", "sure")
    mixed = after(low, high, low, high, ("goals", "unknown", None), high)
    assert (spot(mixed, "goals").place, spot(mixed, "brief").place) == ("missing", "strong")


def test_belum_tahu_is_no_blind_spot_and_says_more_than_a_wrong_guess() -> None:
    honest, guessed = after(("consent", "unknown", None)), after(("consent", "wrong", "guess"))
    assert honest.classes("consent").blind < 0.1
    assert spot(honest, "consent").chance >= spot(guessed, "consent").chance


def test_a_named_belief_makes_a_blind_spot_more_likely() -> None:
    asked = probe("consent").id
    named, other = (reply(start(), Reply(asked, "wrong", "fairly", belief)) for belief in ("belief", None))
    assert named.classes("consent").blind > other.classes("consent").blind
    assert spot(named, "consent").misconceptions == ("belief",)


def test_somebody_who_was_sure_of_wrong_answers_is_trusted_less_elsewhere() -> None:
    sure: list[Told] = [(name, "wrong", "sure") for name in (*CHAIN, *CHAIN, "consent")]
    bold, meek = after(*sure), after(*[(name, verdict, "guess") for name, verdict, _ in sure])
    assert bold.classes("privacy").blind > 2 * meek.classes("privacy").blind


def test_nothing_is_said_of_what_nothing_tells_of() -> None:
    assert all(spot(start(), name).place is None for name in ALONE)


@given(REPLIES)
def test_any_answers_make_a_map(replies: list[Reply]) -> None:
    diagnosis = replied(start(Wanted(length=FULL)), replies)
    drawn = draw_map(diagnosis)
    assert tuple(each.concept for each in drawn.spots) == GRAPH.ids
    assert drawn.questions == len({each.probe for each in replies} - {"gone"})
    for each in drawn.spots:
        assert sum(diagnosis.classes(each.concept)) == pytest.approx(1)
        assert all(0 <= chance <= 1 for chance in (*diagnosis.classes(each.concept), each.known, each.chance))
        assert each.hatched or each.asked >= 2


@given(st.lists(st.tuples(VERDICTS, CONFIDENCES), min_size=1, max_size=300))
def test_however_often_one_concept_is_asked_the_chances_stay_chances(given_: list[tuple[Verdict, Any]]) -> None:
    probes = [probe("goals", number) for number in range(len(given_))]
    diagnosis = begin(GRAPH, probes, Wanted(length=300))
    diagnosis = replied(diagnosis, [Reply(p.id, *each) for p, each in zip(probes, given_, strict=True)])
    for name in GRAPH.ids:
        assert sum(diagnosis.classes(name)) == pytest.approx(1)


@given(GRAPHS, st.integers(0, 99), st.lists(st.tuples(VERDICTS, CONFIDENCES), min_size=40, max_size=40))
def test_on_any_web_every_walk_ends_repeats_nothing_and_is_the_same_again(
    graph: ConceptGraph, seed: int, given_: list[tuple[Verdict, Any]]
) -> None:
    probes = [Probe(f"{name}{n}", name, n, 0.25) for name in graph.ids for n in (1, 2, 3)]

    def once() -> Diagnosis:
        answers = iter(given_)
        return walk(begin(graph, probes, Wanted(seed=seed)), lambda asked: Reply(asked.id, *next(answers)))

    first, second = once(), once()
    asked = [each.probe for each in first.replies]
    assert len(asked) == len(set(asked)) == min(15, len(probes))
    assert asked == [each.probe for each in second.replies]
    assert draw_map(first) == draw_map(second)


@given(REPLIES, st.integers(0, 40))
def test_a_diagnosis_that_was_left_goes_on_where_it_stood(replies: list[Reply], at: int) -> None:
    whole = replied(start(), replies)
    again = replied(replied(start(), replies[:at]), replies[at:])
    assert draw_map(again) == draw_map(whole)
    assert next_probe(again) == next_probe(whole)


@given(GRAPHS)
def test_whatever_a_web_is_like_needs_come_first_and_loops_are_cut(graph: ConceptGraph) -> None:
    at = {name: number for number, name in enumerate(graph.order)}
    assert sorted(graph.order) == sorted(graph.ids)
    assert all(at[need] < at[name] for name, needs in graph.needs.items() for need in needs)
    assert all(name not in graph.before[name] for name in graph.ids)


def test_a_web_is_made_from_modules_across_their_borders() -> None:
    goals, brief = Concept("goals", words("goals")), Concept("brief", words("brief"), ("goals", "ads"))
    ads = Concept("ads", words("ads"))
    graph = ConceptGraph.of([module(concepts=(brief, goals)), module("analytics", concepts=(ads,))])
    assert graph.ids == ("brief", "goals", "ads")
    assert graph.needs["brief"] == ("goals", "ads")
    assert graph.modules == {"brief": "strategy", "goals": "strategy", "ads": "analytics"}
    assert graph.depth == {"brief": 1, "goals": 0, "ads": 0}
