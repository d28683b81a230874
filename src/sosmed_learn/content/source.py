"""A file's bytes -> text that can be read on: right size, UTF-8, no characters that could harm. Knows no YAML."""

import os
import re
import stat
from pathlib import Path

from msgspec import Struct

from sosmed_learn.content.harmless import CONTROL, HIDDEN, escape, may_harm
from sosmed_learn.content.problems import Sheet, Span, name_of
from sosmed_learn.core.patterns import later
from sosmed_learn.i18n import N_

MOST_BYTES = 2_000_000
"""A long lesson has 60,000; the size is looked at before anything is read."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_USUAL = b"\n" + bytes(range(32, 127))
_MANY = 4  # of UTF-16 every second byte is NUL, where the letters are Latin

_TABBED = later(r"^[ ]*\t[ \t]*(?=(\S)?)", re.MULTILINE)
_LINE_END = re.compile(r"\r\n?")


class Source(Struct):
    """A file on its way.

    ``text`` is what to read on, with harmful characters replaced one for one; None when there is nothing to read on.
    """

    sheet: Sheet
    text: str | None = None


def read_source(path: Path, root: Path) -> Source:
    r"""The checked text of ``path``, which must lie in the folder ``root`` also after following links.

    Lines end in ``\n``; columns are as in the file. What is wrong stands on the sheet; nothing is raised.
    """
    sheet = Sheet(name_of(path))
    data = _bytes(path, root, sheet)
    if data is None:
        return Source(sheet)
    if data.startswith(_UTF16) or data.count(0) * _MANY > len(data):
        sheet.add("E138")
        return Source(sheet)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _not_utf8(data, error, sheet)
        return Source(sheet)
    # Among bytes, what needs a closer look is found several times as soon as among characters.
    return check_text(text, sheet, data.translate(None, _USUAL).decode())


def check_text(text: str, sheet: Sheet, odd: str | None = None) -> Source:
    """``text`` as if it came from a file: its lines go onto the sheet, with what is wrong with its characters.

    ``odd`` is all of it that is no plain ASCII, where that is known.
    """
    text = _LINE_END.sub("\n", text) if "\r" in text else text
    sheet.lines = text.split("\n")
    if not text.strip():
        sheet.add("E104")
        return Source(sheet)
    harm = may_harm(text if odd is None else odd)
    for code, pattern, stand_in in (("E105", CONTROL, "\ufffd"), ("E106", HIDDEN, " ")) if harm else ():
        if pattern.search(text):
            for line, content in enumerate(sheet.lines, 1):
                for match in pattern.finditer(content):
                    sheet.add(code, _one(line, match.start() + 1), character=escape(match[0]))
                if sheet.full:
                    break
            text = pattern.sub(stand_in, text)
    return Source(sheet, _without_tabs(text, sheet) if "\t" in text else text)


def _without_tabs(text: str, sheet: Sheet) -> str:
    """Spaces for the tabs before the first word of a line, one for one, so that reading can go on behind them."""
    line, at = 1, 0

    def space(match: re.Match[str]) -> str:
        nonlocal line, at
        line += text.count("\n", at, match.start())
        at = match.start()
        if match[1]:
            column = match[0].index("\t") + 1
            sheet.add("E107", _one(line, column))
        return " " * len(match[0])

    return _TABBED().sub(space, text)


def _bytes(path: Path, root: Path, sheet: Sheet) -> bytes | None:
    try:
        if not inside(path, root):
            sheet.add("E108", path=sheet.path)
        elif not stat.S_ISREG(path.stat().st_mode):
            sheet.add("E109", path=sheet.path, reason=N_("it is not a file"))
        else:
            return _of_right_size(path, sheet)
    except FileNotFoundError:
        sheet.add("E101", path=sheet.path)
    except PermissionError:
        sheet.add("E109", path=sheet.path, reason=N_("you have no permission"))
    except (OSError, ValueError):  # a disk error, a circle of links, a NUL in the name
        sheet.add("E109", path=sheet.path, reason=N_("the system refuses"))
    return None


def _of_right_size(path: Path, sheet: Sheet) -> bytes | None:
    size = path.stat().st_size
    if size <= MOST_BYTES:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        size = len(data)  # it may have grown since
        if size <= MOST_BYTES:
            return data
    sheet.add("E102", size=f"{size / 1_000_000:.1f}", most=str(MOST_BYTES // 1_000_000))
    return None


def inside(path: Path, root: Path) -> bool:
    """Whether ``path`` lies in ``root`` after following all links."""
    # Path.resolve raises for a circle of links, in a way that differs between Python versions; realpath does not.
    place, folder = os.path.realpath(path), os.path.realpath(root)
    if place.startswith(os.path.join(folder, "")):  # noqa: PTH118 - so it is of every file, and paths take longer
        return True
    return Path(place).is_relative_to(folder)


def _not_utf8(data: bytes, error: UnicodeDecodeError, sheet: Sheet) -> None:
    start = max(0, error.start)
    before = _LINE_END.sub("\n", data[:start].decode("utf-8-sig")).split("\n")
    sheet.lines = _LINE_END.sub("\n", data.decode("utf-8-sig", errors="replace")).split("\n")
    sheet.add("E103", _one(len(before), len(before[-1]) + 1), byte=f"0x{data[start]:02x}")


def _one(line: int, column: int) -> Span:
    return Span(line, column, line, column + 1)
