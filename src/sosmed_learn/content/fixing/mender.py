"""One course file -> the same with everything mended that can be mended in one way only. Touches no disk.

Done until nothing changes any more, so that a second run finds nothing; unless the file is so broken that time is up.
"""

import codecs
from collections import Counter

from msgspec import Struct

from sosmed_learn.content.fixing import idents, quoting
from sosmed_learn.content.fixing.draft import Draft, Kind
from sosmed_learn.content.fixing.order import in_order
from sosmed_learn.content.fixing.spacing import TAB, without_tabs, without_trailing
from sosmed_learn.content.problems import Problem

CODES = quoting.CODES | {idents.CODE, TAB}
"""The codes of problems that may be mended."""

BUDGET = 12_000_000
"""Characters that may be read for one file; it bounds the time, and leaves a usual lesson hundreds of tries."""


class Mended(Struct, frozen=True):
    """The new bytes of a file, in how many places they differ, and which problems are gone, as (code, line) each."""

    data: bytes
    places: int
    gone: Counter[tuple[str, int]]


def mended(data: bytes, kind: Kind, own: str) -> Mended:
    """``data``, which must be UTF-8, mended. ``own`` is the name from which a missing id is made."""
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    job = _Job(Draft.of(data[len(mark) :].decode(), kind))
    while job.left > 0 and job.once(own):
        pass
    return Mended(mark + job.draft.text.encode(), job.places, job.gone)


class _Job:
    """The draft so far. What is gone is told in the lines of the file as it was, so only in the first round."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.places = 0
        self.gone: Counter[tuple[str, int]] = Counter()
        self.left = BUDGET
        self._first = True

    def once(self, own: str) -> bool:
        """Whether one round over everything changed anything."""
        before = self.places
        while self._quote() and self.left > 0:
            pass
        self._take(*without_tabs(self.draft))
        self._take(*idents.with_ids(self.draft, own))
        if self.draft.readable:
            for mend in (without_trailing, in_order):
                self.draft, count = mend(self.draft)
                self.places += count
        self._first = False
        return self.places > before

    def _quote(self) -> bool:
        """Whether some problem of reading could be mended. Of each line one: behind it the columns are others."""
        if self._all_at_once():
            return True
        touched: set[int] = set()
        for problem in list(self.draft.problems):
            if self.left > 0 and problem.line not in touched and self._try(problem):
                touched.add(problem.line)
        return bool(touched)

    def _all_at_once(self) -> bool:
        """Whether the likeliest way helped wherever it was tried; reading is slow where much is wrong."""
        likely: dict[int, str] = {}
        for problem in self.draft.problems:
            made = next(quoting.mended(self.draft, problem), None) if problem.line not in likely else None
            if made is not None:
                likely[problem.line] = made.lines[problem.line - 1]
        while len(likely) > 1 and self.left > 0:
            made = self._read(self.draft.with_lines(likely))
            now, then = _spots(made), _spots(self.draft)
            still = {line for _, line in now} & likely.keys()
            if not still and not now - then:
                self._accept(made, len(likely))
                return True
            if not still:
                return False
            likely = {line: words for line, words in likely.items() if line not in still}
        return False

    def _try(self, problem: Problem) -> bool:
        for tried in quoting.mended(self.draft, problem):
            made = self._read(tried)
            if self.left < 0:
                return False
            if made.improves(self.draft) or made.reads_on(self.draft, problem.line):
                self._accept(made, 1)
                return True
        return False

    def _read(self, made: Draft) -> Draft:
        """``made``, read now. YAML begins again at each of its errors, so these cost as much as the text."""
        self.left -= sum(map(len, made.lines)) * (1 + len(made.yaml_problems))
        return made

    def _accept(self, made: Draft, places: int) -> None:
        self._count(_spots(self.draft) - _spots(made))
        self.draft = made
        self.places += places

    def _take(self, draft: Draft, gone: list[Problem]) -> None:
        self.draft = draft
        self.places += len(gone)
        self._count(Counter((problem.code, problem.line) for problem in gone))

    def _count(self, gone: Counter[tuple[str, int]]) -> None:
        if self._first:
            self.gone += gone


def _spots(draft: Draft) -> Counter[tuple[str, int]]:
    return Counter((problem.code, problem.line) for problem in draft.problems)
