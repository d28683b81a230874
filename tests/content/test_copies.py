"""Runs of words in two places are found however they are written, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.content.locations import bundled
from tests.cues import telling
from tests.cues.copies import RUN, Passage, claims, copies, lessons

words = st.text(alphabet="abcdefgh", min_size=1, max_size=5)
few = st.lists(st.text(alphabet="xyz", min_size=1, max_size=4), max_size=RUN - 1)
others = st.lists(st.text(alphabet="uvw", min_size=1, max_size=4), max_size=RUN - 1)


def passage(of: str, said: list[str], line: int = 1) -> Passage:
    return Passage(of, f"{of}:{line}", "id", tuple(said))


@given(shared=st.lists(words, min_size=RUN, max_size=15), start=few, end=few, head=others, tail=others)
def test_a_run_in_two_lessons_is_found_whole(
    shared: list[str], start: list[str], end: list[str], head: list[str], tail: list[str]
) -> None:
    found = copies([passage("one", start + shared + end), passage("two", head + shared + tail)])
    assert [copy.words for copy in found] == [tuple(shared)]
    assert found[0].places == ("one:1", "two:1")


@given(shared=st.lists(words, max_size=RUN - 1), start=few, tail=others)
def test_a_shorter_one_is_not(shared: list[str], start: list[str], tail: list[str]) -> None:
    assert copies([passage("one", start + shared), passage("two", shared + tail)]) == []


def test_a_lesson_may_repeat_itself_and_three_places_are_one_finding() -> None:
    said = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh"]
    assert copies([passage("one", said), passage("one", said, 9)]) == []
    found = copies([passage("one", said), passage("two", said), passage("three", said)])
    assert [copy.places for copy in found] == [("one:1", "two:1", "three:1")]
    assert list(telling.repeated(found)) == [
        "  7 words, id: satu dua tiga empat lima enam tujuh",
        "    one:1",
        "    two:1",
        "    three:1",
    ]


def test_against_originals_lessons_are_not_compared_with_each_other() -> None:
    said, claim = ["a", "b", "c", "d", "e", "f", "g", "h"], ["s", "t", "u", "v", "w", "x", "y", "z"]
    found = copies([passage("one", said + claim), passage("two", said)], [passage("f-001", claim)])
    assert [(copy.words, copy.places) for copy in found] == [(tuple(claim), ("f-001:1", "one:1"))]


def test_every_text_of_the_bundled_lessons_and_claims_is_read_in_both_languages() -> None:
    places = bundled()
    read = list(lessons(places.courses))
    assert {passage.language for passage in read} == {"id", "en"}
    assert len({passage.of for passage in read}) >= 39 + 10
    assert len({passage.of for passage in claims(places.seeds)}) >= 100
