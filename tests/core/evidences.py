"""Answers on a concept, for tests of what follows from them."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from sosmed_learn.core.evidence import Evidence

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def days(count: float) -> datetime:
    """So many days after the first answer."""
    return AT + timedelta(days=count)


def said(question: str = "q", score: float = 1, day: float = 0, **rest: Any) -> Evidence:
    """One answer, to a question with four choices that asks to apply."""
    values: dict[str, Any] = {"concept": "goals", "level": 2, "chance": 0.25} | rest
    return Evidence(question=question, score=score, at=days(day), **values)


scores = st.sampled_from([0.0, 1.0]) | st.floats(0, 1)


def answers(score: st.SearchStrategy[float] = scores, day: st.SearchStrategy[float] | None = None) -> Any:
    """Any answer, at any time of some years; moments often coincide."""
    return st.builds(
        said,
        question=st.sampled_from("abcdef"),
        score=score,
        day=st.integers(0, 6) | st.floats(0, 2000) if day is None else day,
        level=st.sampled_from([1, 2, 3]),
        chance=st.floats(0, 1),
        confidence=st.sampled_from([None, "sure", "fairly", "guess"]),
        hints=st.integers(0, 3),
        exam=st.booleans(),
    )


histories = st.lists(answers(), max_size=8)
