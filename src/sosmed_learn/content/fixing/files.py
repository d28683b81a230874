"""Course files on disk: what can be mended in them, and writing it. Shows nothing and asks nobody."""

import errno
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from sosmed_learn.content import format as shape
from sosmed_learn.content.fixing.draft import Kind
from sosmed_learn.content.fixing.mender import CODES, Mended, mended
from sosmed_learn.content.folders import GLOSSARY, LESSONS, MODULE
from sosmed_learn.content.newfiles import replace_whole
from sosmed_learn.content.problems import Problem
from sosmed_learn.content.source import read_source
from sosmed_learn.core.errors import SosmedError

_WRITABLE = 0o222

# As ``check`` tells files that stand nowhere in particular, in its order.
_BY_KEYS: tuple[tuple[bytes, Kind], ...] = (
    (rb"(?m)^facts[ \t]*:", shape.FactsFile),
    (rb"(?m)^steps[ \t]*:", shape.LessonFile),
    (rb"(?m)^terms[ \t]*:", shape.GlossaryFile),
    (rb"(?m)^(?:lessons|concepts)[ \t]*:", shape.ModuleFile),
)


class ChangedMeanwhile(SosmedError):
    """The file ``path`` is not what it was when it was read; nothing was written into it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Change(Struct, frozen=True):
    """A file, its bytes before and after, and in how many places they differ."""

    path: Path
    before: bytes
    after: bytes
    places: int


def changes(names: Iterable[str]) -> list[Change]:
    """What can be mended in the files of those names, each file once. Raises nothing."""
    found: dict[str, Change] = {}
    for name in names:
        path = Path(name)
        place = os.path.realpath(path)
        if place not in found and _is_course_file(path):
            result = _mended(path)
            if result is not None and result[0] != result[1].data:
                before, after = result
                found[place] = Change(path, before, after.data, after.places)
    return list(found.values())


def marked(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The problems, those that can be mended being marked as ``fixable``. Raises nothing."""
    left: dict[str, Counter[tuple[str, int]]] = {}
    for name in {problem.path for problem in problems if problem.code in CODES}:
        path = Path(name)
        result = _mended(path) if _is_course_file(path) else None
        left[name] = Counter(result[1].gone) if result else Counter()
    shown = []
    for problem in problems:
        spot = (problem.code, problem.line)
        if left.get(problem.path, Counter())[spot] > 0:
            left[problem.path][spot] -= 1
            shown.append(replace(problem, fixable=True))
        else:
            shown.append(problem)
    return tuple(shown)


def _is_course_file(path: Path) -> bool:
    return path.suffix == ".yaml" and os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises where we may not look


def _mended(path: Path) -> tuple[bytes, Mended] | None:
    """The bytes of the file and those mended; None if it cannot be read as a course file."""
    here = Path(os.path.abspath(path))  # noqa: PTH100 - resolve would follow links
    root = here.parent.parent if here.parent.name == LESSONS else here.parent
    if read_source(here, root).text is None:
        return None
    try:
        data = here.read_bytes()
        kind = _kind_of(here, data)
        own = here.parent.name if kind is shape.ModuleFile else here.stem
        return (data, mended(data, kind, own)) if kind else None
    except (OSError, UnicodeDecodeError):  # it was read a moment ago: somebody is writing it
        return None


def _kind_of(path: Path, data: bytes) -> Kind | None:
    if path.name == MODULE:
        return shape.ModuleFile
    if path.name == GLOSSARY:
        return shape.GlossaryFile
    if path.parent.name == LESSONS:
        return shape.LessonFile
    if path.parent.name == "facts":
        return shape.FactsFile
    return next((kind for pattern, kind in _BY_KEYS if re.search(pattern, data)), None)


def write(wanted: Sequence[Change]) -> None:
    """Write all of the changes, each file as a whole; none of them if one cannot be.

    A link stays one: what it leads to is written. Raises ``ChangedMeanwhile``, and ``OSError`` with the file's name
    where the system refuses.
    """
    for change in wanted:
        _look_again(change)
        if not os.stat(change.path).st_mode & _WRITABLE or not os.access(change.path, os.W_OK):  # noqa: PTH116
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(change.path))
    for change in wanted:
        _look_again(change)
        replace_whole(change.path, change.after)


def _look_again(change: Change) -> None:
    if change.path.read_bytes() != change.before:
        raise ChangedMeanwhile(change.path)
