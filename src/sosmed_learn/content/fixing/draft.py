"""A course file on its way to being mended: its lines as typed, and what reading them gives. Decides nothing."""

import re
from collections import Counter
from functools import cached_property

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document, read_document
from sosmed_learn.content.nodes import Mapping, Node, Scalar, Sequence
from sosmed_learn.content.problems import Problem, Sheet
from sosmed_learn.content.source import check_text

Kind = type[shape.ModuleFile] | type[shape.LessonFile] | type[shape.GlossaryFile] | type[shape.FactsFile]

_END = re.compile(r"(\r\n|\r|\n)")


class Draft:
    """One state of the text; it never changes, and ``with_...`` gives the next state.

    ``lines`` are without their ends, which stand in ``ends``: the last one is empty. Lines count from 1 where a
    number is given, as in nodes and problems.
    """

    def __init__(self, lines: list[str], ends: list[str], kind: Kind) -> None:
        self.lines = lines
        self.ends = ends
        self.kind = kind

    @classmethod
    def of(cls, text: str, kind: Kind) -> "Draft":
        pieces = _END.split(text)
        return cls(pieces[::2], [*pieces[1::2], ""], kind)

    @property
    def text(self) -> str:
        return "".join(line + end for line, end in zip(self.lines, self.ends, strict=True))

    @property
    def ending(self) -> str:
        """How lines end in this file."""
        return self.ends[0] or "\n"

    @cached_property
    def document(self) -> Document[shape.ModuleFile | shape.LessonFile | shape.GlossaryFile | shape.FactsFile]:
        source = check_text("\n".join(self.lines), Sheet(""))
        return read_document(source, self.kind)

    @property
    def problems(self) -> list[Problem]:
        return self.document.sheet.problems

    @property
    def readable(self) -> bool:
        """Whether YAML could read all of it, so that the nodes are what was typed."""
        return self.document.node is not None and not self.yaml_problems

    def with_line(self, number: int, line: str) -> "Draft":
        """The same with another text of one line."""
        return self.with_lines({number: line})

    def with_lines(self, changed: dict[int, str]) -> "Draft":
        """The same with other texts of some lines."""
        lines = [changed.get(number, line) for number, line in enumerate(self.lines, start=1)]
        return Draft(lines, self.ends, self.kind)

    def with_new_line(self, number: int, line: str) -> "Draft":
        """The same with one more line, which gets that number."""
        at = number - 1
        lines = [*self.lines[:at], line, *self.lines[at:]]
        return Draft(lines, [*self.ends[:at], self.ending, *self.ends[at:]], self.kind)

    def improves(self, before: "Draft") -> bool:
        """Whether some problems of ``before`` are gone and no other came for them."""
        now, then = _codes(self.problems), _codes(before.problems)
        return now.total() < then.total() and not now - then

    def reads_on(self, before: "Draft", line: int) -> bool:
        """Whether reading, which stopped at ``line`` in ``before``, now comes further, and takes that line as it is.

        Problems that stand behind it may show only now.
        """
        if before.document.node is not None or any(problem.line == line for problem in self.problems):
            return False
        now, then = (_codes(draft.yaml_problems) for draft in (self, before))
        return not now - then and (self.document.node is not None or self.last > before.last)

    @property
    def yaml_problems(self) -> list[Problem]:
        """Those of characters and YAML, which are told even where nothing could be read."""
        return [problem for problem in self.problems if problem.code.startswith("E1")]

    @property
    def last(self) -> int:
        """The line of the last of those."""
        return max((problem.line for problem in self.yaml_problems), default=0)


def _codes(problems: list[Problem]) -> Counter[str]:
    return Counter(problem.code for problem in problems)


def same(one: Node | None, other: Node | None) -> bool:
    """Whether two trees say the same, wherever it stands in their files."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return (one.text, one.style) == (other.text, other.style)
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return len(one.items) == len(other.items) and all(map(same, one.items, other.items))
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        pairs = zip(one.entries.values(), other.entries.values(), strict=False)
        return [*one.entries] == [*other.entries] and all(same(left[1], right[1]) for left, right in pairs)
    return False
