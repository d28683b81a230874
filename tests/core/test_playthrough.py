"""Playing a scenario: whatever is chosen or gone back to, the story stands where its path says and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from sosmed_learn.core.paths import paths_of, walk
from sosmed_learn.core.playthrough import LATE, LONGEST, Playthrough, endless, play_path, reachable
from sosmed_learn.core.scenario import Meter, Scenario, StoryClock
from tests.core.builders import words
from tests.core.stories import PARCEL, ending, fork, reply, scenarios


def played(*path: str, of: Scenario = PARCEL) -> Playthrough:
    story = Playthrough(of)
    for name in path:
        story = story.choose(name)
    return story


def test_a_choice_changes_the_meters_and_the_clock_and_leads_on() -> None:
    story = played("sorry")
    assert (story.node.id, story.meters, story.minutes, story.minutes_left) == ("wait", {"trust": 3}, 5, 15)
    assert story.path == ("sorry",)


def test_an_ending_takes_no_more_choices() -> None:
    story = played("sorry", "call")
    assert story.over
    assert story.node.outcome == "good"
    with pytest.raises(ValueError, match="no reply call"):
        story.choose("call")


def test_what_is_not_offered_here_cannot_be_chosen() -> None:
    with pytest.raises(ValueError, match="no reply call at ask of parcel"):
        played().choose("call")


def test_an_empty_meter_leads_the_story_away_once() -> None:
    story = played("blame")
    assert (story.node.id, story.meters["trust"], story.turns[-1].cause) == ("angry", 0, "trust")
    again = story.choose("argue")
    assert (again.node.id, again.turns[-1].forced) == ("angry", False)


def test_a_meter_that_was_filled_again_can_run_empty_again() -> None:
    two_quarrels = replace(PARCEL, meters=(replace(PARCEL.meters[0], empty="gone"),))
    story = play_path(two_quarrels, ("sorry", "idle", "blame"))
    assert (story.meters["trust"], story.node.id) == (1, "angry")
    assert story.choose("argue").node.id == "gone"
    refilled = played("blame", "repair", "idle", "blame")
    assert [turn.cause for turn in refilled.turns] == ["trust", None, None, "trust"]


def test_a_meter_that_begins_empty_leads_nowhere_before_it_was_filled() -> None:
    begins_empty = replace(PARCEL, meters=(Meter("trust", words("trust"), 0, 5, empty="gone"),))
    assert played("blame", of=begins_empty).node.id == "angry"
    assert played("sorry", "idle", "blame", of=begins_empty).node.id == "gone"


def test_the_clock_leads_the_story_away_once() -> None:
    goes_on = replace(PARCEL, clock=StoryClock("19:40", 10, "ask"))
    story = played("sorry", "idle", of=goes_on)
    assert (story.node.id, story.turns[-1].cause, story.minutes_left) == ("ask", LATE, 0)
    assert story.choose("sorry").node.id == "wait"


def test_a_reply_that_ends_the_story_ends_it_as_written_however_late_it_is() -> None:
    late = replace(PARCEL, clock=StoryClock("19:40", 1, "too-late"), meters=())
    assert played("blame", "mute", of=late).node.id == "gone"
    story = played("sorry", of=late)
    assert (story.node.id, story.over) == ("too-late", True)


def test_both_an_empty_meter_and_the_clock_have_their_say() -> None:
    both = Scenario(
        id="both",
        title=words("both"),
        start="a",
        nodes=(
            fork("a", reply("x", "a", minutes=9, trust=-9)),
            fork("sad", reply("y", "a")),
            ending("late", "poor"),
        ),
        meters=(Meter("trust", words("trust"), 1, 5, empty="sad"),),
        clock=StoryClock("09:00", 5, "late"),
    )
    story = played("x", "y", of=both)
    assert [turn.to for turn in story.turns] == ["sad", "late"]


def test_a_circle_ends_by_itself() -> None:
    circle = Scenario(
        id="circle", title=words("circle"), start="a", nodes=(fork("a", reply("x", "a")), ending("never"))
    )
    story = Playthrough(circle)
    for _ in range(LONGEST):
        assert not story.over
        story = story.choose("x")
    assert story.over
    with pytest.raises(ValueError, match="no reply x"):
        story.choose("x")
    assert endless(circle) == ("a",)


def test_going_back_stands_before_that_choice() -> None:
    story = played("blame", "repair", "call")
    assert story.back_to(1) == played("blame")
    assert story.back_to(0) == Playthrough(PARCEL)
    assert story.back_to(-5) == Playthrough(PARCEL)
    assert story.back_to(99) == story


def test_a_path_is_followed_as_far_as_its_author_has_left_it() -> None:
    shorter = replace(PARCEL, nodes=tuple(node for node in PARCEL.nodes if node.id != "angry"))
    assert play_path(shorter, ("blame", "repair")).path == ("blame",)
    assert play_path(PARCEL, ("sorry", "gone-since", "call")).path == ("sorry",)
    assert play_path(PARCEL, ("sorry", "call", "call")).path == ("sorry", "call")


@given(st.data(), scenarios())
def test_any_story_keeps_its_promises(data: st.DataObject, scenario: Scenario) -> None:
    story = Playthrough(scenario)
    for _ in range(data.draw(st.integers(0, 12))):
        if story.over or (story.turns and data.draw(st.booleans())):
            story = story.back_to(data.draw(st.integers(0, len(story.turns))))
            continue
        story = story.choose(data.draw(st.sampled_from(story.node.replies)).id)
    assert all(0 <= story.meters[meter.id] <= meter.most for meter in scenario.meters)
    assert story.minutes == sum(turn.reply.minutes for turn in story.turns)
    assert story.node.id in reachable(scenario)
    assert play_path(scenario, story.path) == story
    assert story.minutes_left is None or story.minutes_left >= 0
    for before, turn in zip(story.turns, story.turns[1:], strict=False):
        assert before.to == turn.node.id
    if scenario.node(story.node.id) is story.node and not story.over:
        assert story.node.replies


@given(st.data(), scenarios())
def test_nothing_but_what_is_offered_is_taken(data: st.DataObject, scenario: Scenario) -> None:
    story = Playthrough(scenario)
    name = data.draw(st.sampled_from([reply.id for node in scenario.nodes for reply in node.replies] or ["x"]))
    if story.node.reply(name) is None:
        with pytest.raises(ValueError, match="no reply"):
            story.choose(name)
    else:
        assert story.choose(name).path == (name,)


@given(scenarios())
def test_from_every_place_that_is_not_endless_some_way_ends(scenario: Scenario) -> None:
    """Shorter paths only: what is called endless may be left by force, never the other way round."""
    ways = walk(scenario)
    stuck = set(endless(scenario))
    assert set(ways.arrivals) <= reachable(scenario)
    if not stuck:
        assert any(story.node.outcome is not None for story in ways.arrivals.values())


@given(scenarios())
def test_a_walk_takes_every_choice_of_every_place_that_it_comes_to(scenario: Scenario) -> None:
    ways = walk(scenario)
    assert ways.whole
    for name, story in ways.arrivals.items():
        assert story.node.id == name
        assert play_path(scenario, story.path) == story
        assert {reply.id for reply in story.node.replies} <= set(ways.edges)
    for name, after in ways.edges.items():
        assert after.path[-1] == name
    assert set(ways.arrivals) >= {after.node.id for after in ways.edges.values()}


def test_the_map_shows_what_was_met_and_gives_nothing_else_away() -> None:
    before = paths_of(Playthrough(PARCEL), ())
    assert [fork.node.id for fork in before.forks] == ["ask"]
    assert (before.open, before.reached, before.endings) == (2, (), 3)
    after = paths_of(played("sorry"), {"blame", "mute", "gone"})
    assert [(fork.node.id, fork.here, fork.open) for fork in after.forks] == [
        ("ask", False, 0),
        ("wait", True, 2),
        ("angry", False, 2),
    ]
    assert [node.id for node in after.reached] == ["gone"]


@given(st.data(), scenarios())
def test_the_map_knows_every_place_of_the_path(data: st.DataObject, scenario: Scenario) -> None:
    story = Playthrough(scenario)
    while not story.over and len(story.turns) < 8:
        story = story.choose(data.draw(st.sampled_from(story.node.replies)).id)
    known = paths_of(story, ())
    assert {turn.node.id for turn in story.turns} <= {fork.node.id for fork in known.forks}
    assert [fork.here for fork in known.forks].count(True) == (not story.node.outcome)
