"""What a page about a code shows: a bad and a good piece of a course, why it matters, and where the rule comes from."""

from typing import Literal, NamedTuple

Part = Literal["lesson", "question", "step", "module", "glossary", "facts", "fact", "place"]
"""What the pieces are parts of: keys of a file, of its question or fact, a whole step, or what stands where on disk."""


class Example(NamedTuple):
    """``bad`` gives the code and nothing else, ``good`` in its place does not; tests hold each to that.

    ``why`` and ``source`` are empty where those of the whole family of codes hold. ``sketch`` is shown in the place of
    the two where they are too long to see what matters, and ``legend`` says how it is to be read.
    """

    part: Part
    bad: str
    good: str
    why: str = ""
    source: str = ""
    sketch: tuple[str, str] | None = None
    legend: str = ""


def claim(name: str = "q", more: str = "") -> str:
    """A true-or-false question as a step of a list, with ``more`` keys behind its id."""
    keys = (
        *(f"id: {name}", *([more] if more else []), "kind: true-false", "concept: orders", "level: 1"),
        *("prompt: P", "answer: true", "why: {true: A, false: B}", "explanation: E"),
    )
    return "- question:\n" + "\n".join(f"    {key}" for key in keys)


def indented(piece: str, by: int = 2) -> str:
    """The piece further in."""
    return "\n".join(" " * by + line if line else line for line in piece.split("\n"))
