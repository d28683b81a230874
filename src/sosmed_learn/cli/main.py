"""The command ``sosmed-learn``: opens the app, or hands over to the command that was asked for.

Plain ``sosmed-learn`` goes straight to the app; everything else is click's to read (``group``).
"""

import os
import sys
from typing import NoReturn

from sosmed_learn import i18n
from sosmed_learn.cli import reader
from sosmed_learn.cli.wiring import Refused, progress_of, study
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _

COMPLETION_VARIABLE = "_SOSMED_LEARN_COMPLETE"
"""Set by the scripts of ``completion``, which call the bare command and let click say how the line can go on."""


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run with ``arguments``, by default those of the process, and exit with the command's code."""
    given = sys.argv[1:] if arguments is None else arguments
    language = reader.asked(given)
    i18n.use(language or reader.of_system())
    try:
        if not given and COMPLETION_VARIABLE not in os.environ:
            run_app(language)
        else:
            from sosmed_learn.cli.group import PROGRAM, make_cli, speak_click  # noqa: PLC0415 - the app needs no click

            speak_click()
            make_cli(lambda: run_app(language))(args=given, prog_name=PROGRAM, obj=language)
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        sys.exit(1)
    sys.exit(0)


def run_app(language: Language | None) -> None:
    """Open the app and exit with its code.

    Raises ``Refused`` without a terminal or with a store that cannot be read.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Refused(_("The app needs a terminal to draw on. Commands such as sosmed-learn next work without one."))
    opened = study()
    progress = progress_of(opened)
    from sosmed_learn.tui.app import LearnApp  # noqa: PLC0415 - the other commands run without Textual

    app = LearnApp(opened, progress, language)
    app.run()
    sys.exit(app.return_code or 0)
