"""The command ``sosmed-learn``: opens the app, or hands over to the command that was asked for.

Plain ``sosmed-learn`` goes straight to the app; everything else is click's to read (``group``).
"""

import codecs
import os
import signal
import sys
from collections.abc import Sequence
from typing import NoReturn

from sosmed_learn import i18n
from sosmed_learn.cli import reader, streams
from sosmed_learn.cli.collecting import few_collections, leave_at_once
from sosmed_learn.cli.wiring import Refused, progress_of, study
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _

COMPLETION_VARIABLE = "_SOSMED_LEARN_COMPLETE"
"""Set by the scripts of ``completion``, which call the bare command and let click say how the line can go on."""
INTERRUPTED = 130
"""The exit code that shells give to a command ended with Ctrl+C."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run with ``arguments``, by default those of the process, and exit with the command's code."""
    streams.prepare()
    leave_at_once()
    try:
        try:
            _run(sys.argv[1:] if arguments is None else arguments)
        finally:
            sys.stdout.flush()  # what fails at the very end fails here and not when Python has left
    except Refused as refusal:
        streams.tell(str(refusal))
        sys.exit(1)
    except OSError as error:
        streams.lost(error)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    finally:
        if arguments is None:  # a second Ctrl+C, while Python takes its leave, would end in a traceback
            signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(0)


def _run(given: Sequence[str]) -> None:
    language = reader.asked(given)
    if not given and not os.environ.get(COMPLETION_VARIABLE):
        i18n.use(reader.of_system())
        run_app(None)
        return
    i18n.use(language or reader.stored() or reader.of_system())
    streams.forgive()
    with few_collections():
        from sosmed_learn.cli.group import PROGRAM, make_cli, speak_click  # noqa: PLC0415 - the app needs no click

        speak_click()
        wanted = () if os.environ.get(COMPLETION_VARIABLE) else given
        command = make_cli(lambda: run_app(language), wanted)
    command(args=list(given), prog_name=PROGRAM)


def run_app(language: Language | None) -> None:
    """Open the app and exit with its code.

    Raises ``Refused`` without a fitting terminal or with a store that cannot be read.
    """
    reason = obstacle(language)
    if reason:
        raise Refused(reason)
    opened = study()
    progress = progress_of(opened)
    from sosmed_learn.tui.app import LearnApp  # noqa: PLC0415 - the other commands run without Textual

    app = LearnApp(opened, progress, language)
    app.run()
    sys.exit(app.return_code or 0)


def obstacle(language: Language | None) -> str:
    """Why the app cannot be drawn here and what to do, in the learner's language; empty if it can."""
    utf8 = codecs.lookup(sys.stdout.encoding).name == "utf-8"
    if utf8 and sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty():
        return ""
    i18n.use(language or reader.stored() or reader.of_system())
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _("The app needs a terminal to draw on. Commands such as sosmed-learn next work without one.")
    if not sys.stderr.isatty():
        words = _("The app is drawn through stderr, which leads somewhere else here. Start it without 2>.")
        streams.say(words)  # to the person in front of the terminal; the refusal itself goes where stderr leads
        return words
    return _(
        "The terminal is not set to UTF-8, so the app cannot be drawn. "
        "Set PYTHONUTF8=1 (on Windows also run chcp 65001), then start it again."
    )
