"""Typed words are compared as people mean them."""

import fnmatch
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.core.folding import LONGEST_ANSWER, fold, matches
from sosmed_learn.core.question import Accepted


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Co-Branding  é!", "co branding e"),
        ("  UGC ", "ugc"),
        ("Kafé", "kafe"),
        ("call-to-action", "call to action"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁnal", "final"),
        ("１２", "12"),
        ("℡", "tel"),
        ("\u200bmerek\u00a0dagang", "merek dagang"),
        ("?!", ""),
        ("", ""),
    ],
)
def test_fold(words: str, folded: str) -> None:
    assert fold(words) == folded


@given(st.text())
def test_folding_what_is_folded_changes_nothing(words: str) -> None:
    assert fold(fold(words)) == fold(words)


@given(st.text())
def test_case_never_counts(words: str) -> None:
    assert fold(words.casefold()) == fold(words)


@pytest.mark.parametrize(
    "typed", ["user generated content", "User-Generated Content", "usergeneratedcontent", " USER  GENERATED CONTENT. "]
)
def test_case_spaces_and_punctuation_do_not_count(typed: str) -> None:
    assert matches(typed, Accepted("user-generated content"))


@pytest.mark.parametrize("typed", ["", " ", "!", "user", "user generated contents", "user generate content"])
def test_other_words_do_not_match(typed: str) -> None:
    assert not matches(typed, Accepted("user-generated content"))


@pytest.mark.parametrize(
    ("pattern", "typed", "match"),
    [
        ("*target*", "target pasar", True),
        ("*target*", "pasar", False),
        ("kalender*", "Kalender konten", True),
        ("kalender*", "sebuah kalender", False),
        ("ko*ten", "konten", True),
        ("*", "anything", True),
        ("*", " ", False),
        ("[abc]", "a", False),
        ("[abc]", "abc", True),
        ("a?c", "abc", False),
        ("*é*", "cafe", True),
    ],
)
def test_only_the_star_is_a_wildcard(pattern: str, typed: str, *, match: bool) -> None:
    assert matches(typed, Accepted(pattern, wildcard=True)) is match


def test_a_star_is_an_ordinary_sign_where_no_pattern_is_meant() -> None:
    assert not matches("target pasar", Accepted("target*"))
    assert matches("target", Accepted("target*"))


def test_a_nasty_pattern_gives_up_at_once() -> None:
    # A backtracking match would need more steps than there are atoms; this test would then never end.
    nasty = Accepted("*a" * 60 + "*b*", wildcard=True)
    assert not matches("a" * LONGEST_ANSWER, nasty)


@given(st.text("ab*", max_size=40))
def test_every_star_but_the_last_is_matched_once_and_for_all(pattern: str) -> None:
    expression = fnmatch.translate(pattern)
    # What is inside an atomic group is never tried a second time, so the work is at most pattern times text.
    outside = re.sub(r"\(\?>[^()]*\)", "", expression)
    assert outside.count("*") <= 1


def test_only_the_beginning_of_a_huge_paste_is_looked_at() -> None:
    assert not matches("x" * LONGEST_ANSWER + "target", Accepted("*target*", wildcard=True))
    assert matches("target" + "x" * 10_000_000, Accepted("*target*", wildcard=True))


@given(typed=st.text(), accepted=st.text(), wildcard=st.booleans())
def test_nothing_raises(typed: str, accepted: str, *, wildcard: bool) -> None:
    assert matches(typed, Accepted(accepted, wildcard)) in {True, False}
