"""One reading of one tree: where its problems go, and what of it could not be read. Reads nothing itself."""

from pathlib import PurePath
from typing import Any, TypeAlias

from sosmed_learn.content.nodes import Mapping, Node, Scalar, Sequence
from sosmed_learn.content.problems import Sheet, Span
from sosmed_learn.i18n import N_

Path: TypeAlias = tuple[str | int, ...]
"""Keys and list positions from the root, as the author writes them: ``("steps", 0, "text", "id")``."""


class Walk:
    """One reading of one tree.

    ``broken`` are the paths of what could not be read; ``texts`` is what may be written as plain text or as a group,
    with its path, in the file's order. ``torn`` are the groups of which some lines could not be read.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.broken: set[Path] = set()
        self.texts: list[tuple[Path, Any]] = []
        self.torn: set[Path] = set()

    def fail(self, path: Path, code: str, span: Span, /, **args: str) -> None:
        """The value at ``path`` cannot be used."""
        self.broken.add(path)
        self.sheet.add(code, span, **args)

    def misses(self, path: Path, code: str, span: Span, /, **args: str) -> None:
        """The same for what is not there, unless it may stand in a line that could not be read: that was said."""
        self.broken.add(path)
        if not self.is_torn(path):
            self.sheet.add(code, span, **args)

    def enter(self, node: Mapping, path: Path) -> None:
        """Keep in mind whether some lines of the group are missing; of a whole file the rest is still looked at."""
        if node.torn:
            self.torn.add(path)
            self.broken.update([path] if path else [])

    def is_torn(self, path: Path) -> bool:
        """Whether some lines around ``path`` could not be read."""
        return bool(self.torn) and any(path[:length] in self.torn for length in range(len(path) + 1))

    def key(self, path: Path) -> str:
        """The key that a person would name for ``path``; the file's name for the whole of it."""
        return next((step for step in reversed(path) if isinstance(step, str)), PurePath(self.sheet.path).name)

    def was_said(self, node: Node, path: Path) -> bool:
        """Whether what is wrong with the node was said when it was read, as of an alias: nothing follows from it."""
        said = isinstance(node, Scalar) and node.mended
        if said:
            self.broken.add(path)
        return said


def found_in(node: Node) -> str:
    """What stands there, in a word or two that can be translated."""
    if isinstance(node, Sequence):
        return N_("a list")
    if isinstance(node, Mapping):
        return N_("a group of keys")
    return N_("text") if node.text or node.style else N_("nothing")
