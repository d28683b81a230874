"""``sosmed-learn progress leeches``: questions missed on eight days or more, which their author should look at."""

import click

from sosmed_learn.cli.commands.progress.words import filled, number, safe
from sosmed_learn.cli.streams import say, tell
from sosmed_learn.cli.wiring import progress_of, study, tell_aside
from sosmed_learn.core.leeches import Leech, told_leeches
from sosmed_learn.core.memory import LEECH
from sosmed_learn.i18n import _, in_use, ngettext

FORMATS = ("text", "json")
_WORDS = 60
"""Letters of a question that are told: enough to know it by."""


def leeches_command() -> click.Command:
    """The command, with its help in the language in use."""
    style = click.Option(
        ["--format", "style"], type=click.Choice(FORMATS), default="text", help=_("How to print what was found.")
    )
    words = _(
        "List the questions that you missed on {count} days or more, worst first. Then the question is to blame and "
        "not you: this list is for whoever writes it."
    ).format(count=LEECH)
    short = _("List the questions that are missed again and again, for their author.")
    return click.Command("leeches", callback=_leeches, params=[style], help=words, short_help=short)


def _leeches(style: str) -> None:
    from sosmed_learn.core.itembank import item_bank  # noqa: PLC0415 - each command imports only what it needs

    opened = study()
    progress = progress_of(opened)
    tell_aside(opened)
    found = told_leeches(item_bank(opened.library), progress, opened.clock.today())
    if style == "json":
        say(_as_json(found))
        return
    for leech in found:
        say(_line(leech))
        say(filled(f'"{_beginning(leech)}"', "  ", "  "))
    if not found:
        say(_("No question was missed on {count} days or more.").format(count=LEECH))
    else:
        tell(_("Read each as somebody who does not know the answer: often two choices can be right, or a word is new."))


def _line(leech: Leech) -> str:
    place = safe(f"{leech.module} › {leech.lesson} › {leech.question}")
    days = ngettext("missed on {count} day", "missed on {count} days", leech.days).format(count=number(leech.days))
    times = ngettext("{missed} of {asked} time", "{missed} of {asked} times", leech.asked)
    words = [days, times.format(missed=number(leech.missed), asked=number(leech.asked))]
    words += [_("reported")] if leech.flagged else []
    words += [_("disputed")] if leech.disputed else []
    return f"{place}: {', '.join(words)}"


def _beginning(leech: Leech) -> str:
    words = " ".join(safe(leech.prompt.say(in_use())).split())
    return words if len(words) <= _WORDS else f"{words[: _WORDS - 1].rstrip()}…"


def _as_json(found: list[Leech]) -> str:
    import msgspec  # noqa: PLC0415

    rows = [
        {
            "module": leech.module,
            "lesson": leech.lesson,
            "question": leech.question,
            "prompt": _beginning(leech),
            "days_missed": leech.days,
            "missed": leech.missed,
            "asked": leech.asked,
            "flagged": leech.flagged,
            "disputed": leech.disputed,
        }
        for leech in found
    ]
    return msgspec.json.format(msgspec.json.encode(rows)).decode()
