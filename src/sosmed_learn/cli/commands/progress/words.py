"""How events, sizes and days are said by the commands that look after the files."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sosmed_learn.core.study import Library
from sosmed_learn.core.tally import Kind, Tally
from sosmed_learn.i18n import _, in_use, ngettext

if TYPE_CHECKING:
    from sosmed_learn.storage.sources import Source

COLUMNS = 79
_KILO = 1000


def number(value: Decimal | int) -> str:
    """``1.250,5`` / ``1,250.5``."""
    from sosmed_learn.tui.wording import number as said  # noqa: PLC0415 - each command imports only what it needs

    return said(value)


def day_words(day: date) -> str:
    """``23 Nov 2026`` in the reader's language."""
    from sosmed_learn.tui.wording import month_of  # noqa: PLC0415

    return f"{day.day} {month_of(day)}"


def events_words(count: int) -> str:
    """``1.234 peristiwa``."""
    return ngettext("{count} event", "{count} events", count).format(count=number(count))


def size_words(size: int) -> str:
    """``612 kB``."""
    if size < _KILO:
        return ngettext("{count} byte", "{count} bytes", size).format(count=size)
    if size < _KILO * _KILO:
        return f"{number(round(size / _KILO))} kB"
    return f"{number(Decimal(size / _KILO / _KILO).quantize(Decimal('0.1')))} MB"


def path_words(path: Path) -> str:
    """The path, safe to print."""
    return safe(str(path))


def safe(words: str) -> str:
    """Words from files, safe to print: another app may have written them."""
    from sosmed_learn.content.harmless import harmless  # noqa: PLC0415

    return harmless(words)


def filled(words: str, first: str = "", rest: str = "") -> str:
    """Lines at most as wide as a terminal, behind ``first`` and then ``rest``; a path is never broken."""
    return textwrap.fill(
        words, COLUMNS, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )


def item(words: str) -> str:
    """A point of a list."""
    return filled(words, "- ", "  ")


def tally_lines(heading: str, rows: Sequence[dict[str, Any]], library: Library) -> Iterator[str]:
    """``heading`` with how many events and of which days, then a line a module with how many of each kind."""
    from sosmed_learn.core.tally import tally  # noqa: PLC0415
    from sosmed_learn.storage.rows import to_events  # noqa: PLC0415

    counted = tally(to_events(rows))
    yield f"{heading} {events_words(len({row['id'] for row in rows}))}{_days(counted)}"
    titles = {name: module.title.say(in_use()) for module in library.modules for name in (module.id, *module.aliases)}
    for module, kinds in counted.modules.items():
        name = titles.get(module, safe(module)) if module else _("Outside the modules")
        yield f"  {name}: {', '.join(_kind_words(kind, count) for kind, count in kinds.items())}"
    strange = len({row["id"] for row in rows}) - counted.events
    if strange > 0:
        yield "  " + _("From a newer app: {events}").format(events=events_words(strange))


def _days(counted: Tally) -> str:
    if counted.first is None or counted.last is None:
        return ""
    first, last = day_words(counted.first), day_words(counted.last)
    days = first if first == last else _("{first} to {last}").format(first=first, last=last)
    return f" ({days})"


def _kind_words(kind: Kind, count: int) -> str:
    words = {
        "answered": ngettext("{count} answer", "{count} answers", count),
        "read": ngettext("{count} step read", "{count} steps read", count),
        "moved": ngettext("{count} scenario choice", "{count} scenario choices", count),
        "wrote": ngettext("{count} save of a worksheet", "{count} saves of worksheets", count),
        "checked": ngettext("{count} task checked", "{count} tasks checked", count),
        "finished": ngettext("{count} lesson finished", "{count} lessons finished", count),
        "passed": ngettext("{count} lesson tested out of", "{count} lessons tested out of", count),
        "diagnosing": ngettext("{count} diagnosis begun", "{count} diagnoses begun", count),
        "diagnosed": ngettext("{count} diagnosis ended", "{count} diagnoses ended", count),
        "looked": ngettext("{count} day with nothing due", "{count} days with nothing due", count),
        "sat": ngettext("{count} exam begun", "{count} exams begun", count),
        "paused": ngettext("{count} exam paused", "{count} exams paused", count),
        "examined": ngettext("{count} exam handed in", "{count} exams handed in", count),
        "undone": ngettext("{count} taken back", "{count} taken back", count),
        "noted": ngettext("{count} note", "{count} notes", count),
        "flagged": ngettext("{count} report", "{count} reports", count),
        "disputed": ngettext("{count} disputed answer", "{count} disputed answers", count),
        "set": ngettext("{count} setting", "{count} settings", count),
    }[kind]
    return words.format(count=number(count))


def trouble_lines(sources: "Iterable[Source]") -> Iterator[str]:
    """A line for each file or folder that could not be read whole."""
    from sosmed_learn.cli.streams import reason  # noqa: PLC0415

    for source in sources:
        if source.trouble is None:
            continue
        words = {
            "damaged": _("{path} is damaged; what can be read in it: {events}."),
            "newer": _("{path} was made by a newer version of sosmed-learn. Update the app; it was left as it is."),
            "foreign": _("{path} holds no events of sosmed-learn."),
            "large": _("{path} is too large to be read at once. Split it by lines, then merge the parts."),
            "many": _("{path} has too many files. Name the folders in it one by one."),
            "refused": _("{path} cannot be read: {reason}."),
        }[source.trouble]
        why = reason(source.error) if source.error else ""
        yield words.format(path=path_words(source.path), events=events_words(len(source.rows)), reason=why)
