"""One course file all the way: bytes -> a value of the format with the problems of its text, YAML and shape.

Knows nothing of what the values mean. The document keeps its nodes, so that later checks can point at any value.
"""

from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Generic, TypeVar

from msgspec import Struct

from sosmed_learn.content.format import FORMAT, Words
from sosmed_learn.content.nodes import Mapping, Node, Scalar, span_of
from sosmed_learn.content.problems import Sheet, Span
from sosmed_learn.content.reading import locate, read
from sosmed_learn.content.source import Source, read_source
from sosmed_learn.content.syntax import compose
from sosmed_learn.content.walk import Path

_F = TypeVar("_F", bound=Struct)
_F_co = TypeVar("_F_co", bound=Struct, covariant=True)


class Document(Generic[_F_co]):
    """A file that was read.

    ``value`` has blanks where ``broken`` says so; it is None when nothing could be read. ``texts`` are the texts for
    readers with their paths.
    """

    def __init__(self, sheet: Sheet, node: Node | None = None, value: _F_co | None = None) -> None:
        self.sheet = sheet
        self._node = node
        self._again: Callable[[], Source] | None = None
        self.value = value
        self.broken: set[Path] = set()
        self.texts: list[tuple[Path, Words | str]] = []
        self._around: set[Path] | None = None  # the groups around what is broken; few files need it

    @property
    def node(self) -> Node | None:
        """The nodes of the file, read again if they were let go."""
        if self._node is None and self._again is not None:
            source = self._again()
            self._node = compose(source.text, Sheet(self.sheet.path, source.sheet.lines)) if source.text else None
            self.sheet.lines = source.sheet.lines
        return self._node

    def let_go(self, again: Callable[[], Source], *, at_once: bool = True) -> None:
        """Keep neither nodes nor lines, which are most of a file. ``again`` gives it back when a problem is to be told.

        Nodes with errors are kept: where keys were misspelt, they are no longer what stands in the file. Without
        ``at_once`` the rest is kept too until ``rest`` is called, for what is sure to be asked for soon.
        """
        if not self.sheet.has_errors and self._node is not None:
            self._again = again
            if at_once:
                self.rest()

    def shed(self, again: Callable[[], Source]) -> None:
        """The same for the nodes alone, which take ten times the room of the lines."""
        if not self.sheet.has_errors and self._node is not None:
            self._again = again
            self._node = None

    def rest(self) -> None:
        """Let go again of what was given back."""
        if self._again is not None:
            self._node = None
            self.sheet.lines = ()

    def close(self) -> None:
        """Nothing is asked or told of this file any more; its sheet keeps what was told."""
        self._node = self._again = self.value = None
        self.texts = []
        self.sheet.lines = ()

    @property
    def usable(self) -> bool:
        """Whether the value can go to a learner."""
        return self.value is not None and not self.sheet.has_errors

    def is_broken(self, path: Path) -> bool:
        """Whether the value at ``path``, or a part of it, or a group around it could not be read."""
        if not self.broken:
            return False
        if self._around is None:
            self._around = {gone[:length] for gone in self.broken for length in range(len(gone))}
        return path in self._around or any(path[:length] in self.broken for length in range(len(path) + 1))

    def report(self, code: str, path: Path, /, **args: str) -> None:
        """A problem with the value at ``path``, unless it was a problem already."""
        if not self.is_broken(path):
            self.sheet.add(code, self.span(path), **args)

    def report_key(self, code: str, path: Path, /, **args: str) -> None:
        """The same, pointing at the key: for what is wrong with a list or a group as a whole."""
        if not self.is_broken(path):
            self.sheet.add(code, self.key_span(path), **args)

    def span(self, path: Path) -> Span:
        """Where the value at ``path`` stands, or the nearest group around it."""
        return span_of(locate(self.node, path)) if self.node is not None else Span()

    def key_span(self, path: Path) -> Span:
        """Where the key of the value at ``path`` stands."""
        above = locate(self.node, path[:-1]) if self.node is not None else None
        if isinstance(above, Mapping) and path[-1] in above.entries:
            return span_of(above.entries[str(path[-1])][0])
        return self.span(path)


def read_file(path: FilePath, root: FilePath, kind: type[_F]) -> Document[_F]:
    """The document of the file ``path``, which must lie in ``root``. Raises nothing: see its sheet."""
    return read_document(read_source(path, root), kind)


def read_lightly(
    path: FilePath, root: FilePath, kind: type[_F], soon: Callable[[Document[_F]], bool] | None = None
) -> Document[_F]:
    """The same for files of which many are held at a time. ``soon`` tells of which a problem will be told."""
    document = read_file(path, root, kind)
    document.let_go(lambda: read_source(path, root), at_once=soon is None or not soon(document))
    return document


def read_document(source: Source, kind: type[_F]) -> Document[_F]:
    """The document of a checked text."""
    sheet = source.sheet
    node = compose(source.text, sheet) if source.text is not None else None
    if node is None or (isinstance(node, Mapping) and _from_the_future(node, sheet)):
        return Document(sheet, node)
    value, walk = read(node, kind, sheet)
    document = Document(sheet, node, value)
    document.broken = walk.broken
    document.texts = walk.texts
    return document


def _from_the_future(node: Mapping, sheet: Sheet) -> bool:
    """Whether a newer app is needed; what such a file holds is not for us to judge."""
    version = node.entries.get("format", (None, None))[1]
    if not isinstance(version, Scalar) or not version.text.isdecimal() or len(version.text) > 9:  # noqa: PLR2004
        return False
    if int(version.text) <= FORMAT:
        return False
    sheet.add("E210", span_of(version), value=version.text, known=str(FORMAT))
    return True
