"""Python looks for garbage as before once a command has read what it needs, also when the reading fails."""

import gc

import pytest

from sosmed_learn.cli.collecting import few_collections


def test_the_threshold_is_high_inside_and_as_before_behind() -> None:
    before = gc.get_threshold()
    with few_collections():
        assert gc.get_threshold()[0] > before[0]
    assert gc.get_threshold() == before


def test_the_threshold_is_as_before_behind_a_failure() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="unread"), few_collections():
        raise ValueError("unread")
    assert gc.get_threshold() == before


def test_what_was_new_counts_as_old_so_that_no_search_begins() -> None:
    with few_collections():
        kept: list[list[int]] = [[] for _ in range(5_000)]
    assert gc.get_count()[0] < len(kept)
