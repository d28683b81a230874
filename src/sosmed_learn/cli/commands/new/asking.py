"""Questions to the person at the terminal, for everything that was not said on the command line.

Asked on stderr, because stdout is for the answer. Enter takes what stands in brackets.
"""

import sys
from collections.abc import Callable, Sequence
from itertools import zip_longest

import click

from sosmed_learn.cli.streams import tell
from sosmed_learn.cli.wiring import Refused
from sosmed_learn.content.scaffold import LONGEST_TITLE, Title, as_title, slug
from sosmed_learn.i18n import _


def somebody_there() -> bool:
    """Whether a person can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(words: str, default: str, understand: Callable[[str], str], otherwise: str) -> str:
    """The answer as ``understand`` gives it back; while that is empty, say ``otherwise`` and ask again."""
    while True:
        answer = understand(click.prompt(words, default=default, err=True))
        if answer:
            return answer
        tell(otherwise)


def choose(words: str, choices: Sequence[str], about: Sequence[str] = ()) -> str:
    """One of ``choices``, by its number or its name; Enter takes the first. ``about`` says what each of them is."""
    if len(choices) == 1:
        return choices[0]
    width = max(map(len, choices))
    for number, (choice, what) in enumerate(zip_longest(choices, about, fillvalue=""), start=1):
        tell(f"  {number}  {choice:{width}}  {what}".rstrip())

    def understand(answer: str) -> str:
        if answer in choices:
            return answer
        return choices[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(choices) else ""

    return ask(words, "1", understand, _("Type one of the numbers."))


def ask_title(words: str, default: str) -> str:
    """A title on one line."""
    return ask(words, default, as_title, _too_long())


def title_of(name: str) -> str:
    """The title that is in a name. Raises ``click.UsageError`` for words that cannot be one."""
    title = as_title(name)
    if not title:
        raise click.UsageError(_too_long())
    return title


def id_of(name: str) -> str:
    """The id that is in a name. Raises ``click.UsageError`` if there is none."""
    found = slug(name)
    if not found:
        raise click.UsageError(_no_id().format(name=name))
    return found


def name_and_title(
    name: str | None,
    title: str | None,
    title_en: str | None,
    *,
    example: str,
    refusal: Callable[[str], str],
) -> tuple[str, Title]:
    """The id and the title, given or asked for. ``refusal`` says why an id cannot be had, or nothing.

    A person is asked again. Raises ``click.UsageError`` if there is nobody to ask, and ``Refused`` for a given id that
    cannot be had.
    """
    if name is None and not somebody_there():
        raise click.UsageError(_("Say what it shall be called: give a NAME."))
    if name is not None:
        indonesian = title_of(title or name)
        found = id_of(name)
        if refusal(found):
            raise Refused(refusal(found))
        return found, Title(indonesian, title_of(title_en or indonesian))
    indonesian = title_of(title) if title else ask_title(_("Title in Indonesian"), example)
    english = title_of(title_en) if title_en else ask_title(_("Title in English"), indonesian)
    while True:
        found = ask(_("Id: short, and never changed later"), slug(indonesian) or slug(english), slug, _no_id_here())
        if not refusal(found):
            return found, Title(indonesian, english)
        tell(refusal(found))


def _too_long() -> str:
    return _("A title has up to {most} characters, on one line.").format(most=LONGEST_TITLE)


def _no_id() -> str:
    return _("No id can be made of {name}: it needs a letter from a to z first, then letters, digits or hyphens.")


def _no_id_here() -> str:
    return _("An id needs a letter from a to z first, then letters, digits or hyphens.")
