"""Which question comes next: the one that tells most, weighed by role, with a check of what is presumed."""

from collections import Counter

from sosmed_learn.core.mapping.asking import next_probe
from sosmed_learn.core.mapping.blindspots import draw_map
from sosmed_learn.core.mapping.diagnosis import FULL, QUICK, Wanted, begin, replied
from sosmed_learn.core.mapping.probe import TYPED, Probe, Reply, Verdict
from sosmed_learn.core.plan import Role
from tests.core.diagnosing import CHAIN, GRAPH, PROBES, after, probe, start, walk


def knows_all(asked: Probe) -> Reply:
    return Reply(asked.id, "right", "sure")


def test_a_concept_of_a_chain_is_asked_before_one_that_tells_nothing_of_others() -> None:
    asked = next_probe(start())
    assert asked is not None
    assert asked.concept in CHAIN


def test_the_role_weighs_what_is_asked() -> None:
    counts = {}
    roles: tuple[Role, ...] = ("owner", "lead")
    for role in roles:
        done = walk(start(Wanted(role=role)), lambda asked: Reply(asked.id, "wrong", "fairly"))
        counts[role] = Counter(GRAPH.modules[name] for name in done.asked)
    assert counts["owner"]["commerce"] > counts["lead"]["commerce"]


def test_quick_and_full_ask_their_number_of_questions() -> None:
    lots = [probe(name, number) for name in GRAPH.ids for number in range(8)]
    for length in (QUICK, FULL):
        done = walk(begin(GRAPH, lots, Wanted(length=length)), knows_all)
        assert len(done.replies) == length
        assert done.ended
        assert draw_map(done).ended


def test_no_concept_is_asked_twice_in_a_row_while_there_is_another() -> None:
    done = walk(start(Wanted(length=FULL)), knows_all)
    assert all(one != other for one, other in zip(done.asked, done.asked[1:], strict=False))
    alone = [probe("goals", number) for number in range(3)]
    assert walk(begin(GRAPH, alone), knows_all).asked == ("goals", "goals", "goals")


def test_what_is_presumed_is_checked_once_from_half_way_on() -> None:
    known = after(("brief", "right", "sure"), ("calendar", "right", "sure"))
    assert known.presumed("goals")
    assert not known.presumed("consent")
    short = replied(start(Wanted(length=4)), known.replies)
    asked = next_probe(short)
    assert asked is not None
    assert asked.concept in ("goals", "channels")
    checked = replied(short, [Reply(asked.id, "right", "sure")])
    assert checked.spot_checked == asked.concept
    assert not checked.presumed(asked.concept)


def test_the_level_fits_what_others_tell_of_the_learner() -> None:
    others = [each for each in PROBES if each.concept in CHAIN[1:]]
    left = [probe("goals", 9, level) for level in (1, 2, 3)]
    levels = {}
    verdicts: tuple[Verdict, ...] = ("unknown", "right")
    for verdict in verdicts:
        told = replied(
            begin(GRAPH, [*others, *left], Wanted(length=FULL)), [Reply(each.id, verdict, "sure") for each in others]
        )
        asked = next_probe(told)
        assert asked is not None
        levels[verdict] = asked.level
    assert levels == {"unknown": 1, "right": 3}


def test_other_seeds_ask_other_questions() -> None:
    walks = {tuple(r.probe for r in walk(start(Wanted(seed=seed)), knows_all).replies) for seed in range(8)}
    assert len(walks) == 8


def test_a_retake_asks_nothing_that_was_asked_the_last_time() -> None:
    first = walk(start(), knows_all)
    seen = {each.probe for each in first.replies}
    second = walk(begin(GRAPH, PROBES, excluded=seen), knows_all)
    assert len(second.replies) == 15
    assert seen.isdisjoint(each.probe for each in second.replies)


def test_the_first_question_is_one_to_pick_from() -> None:
    typed = [Probe(f"{name}-typed", name, level, TYPED) for name in GRAPH.ids for level in (1, 2, 3)]
    alone = next_probe(begin(GRAPH, typed))
    assert alone in typed, "where there is none, any question will do"
    first = next_probe(begin(GRAPH, [*typed, *PROBES]))
    assert first in PROBES
