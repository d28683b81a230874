"""``sosmed-learn preview``: the app on files that are being written, at the line under the author's cursor.

Nothing of it is kept: neither in the learner's progress nor in the cache.
"""

import sys

import click

from sosmed_learn import i18n
from sosmed_learn.cli.preview.target import pointed
from sosmed_learn.i18n import _


def preview_command() -> click.Command:
    """The command, with its help in the language in use."""
    place = click.Argument(["place"], metavar=_("PATH[:LINE]"))
    watch = click.Option(["--watch"], is_flag=True, help=_("Show every change as soon as the file is saved."))
    words = _(
        "See a lesson, a module or a folder of modules as learners do, at the line that you are writing. "
        "Every step and every answer can be tried; nothing is added to your progress."
    )
    keys = _(
        "PATH is a lesson, module.yaml, glossary.yaml or a folder. e opens your editor at the line on screen; "
        "EDITOR or VISUAL names it."
    )
    return click.Command("preview", callback=_preview, params=[place, watch], help=words, epilog=keys)


def _preview(place: str, *, watch: bool) -> None:
    from sosmed_learn.cli.main import obstacle  # noqa: PLC0415 - it imports this module's group
    from sosmed_learn.cli.wiring import Refused  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.content.editing import target_of  # noqa: PLC0415

    point = pointed(place)
    target = target_of(point.path)
    if target is None:
        words = _("{path} is no part of a course. Name a lesson, module.yaml, glossary.yaml or a folder of modules.")
        raise click.UsageError(words.format(path=point.path))
    if reason := obstacle(i18n.in_use()):
        raise Refused(reason)
    from sosmed_learn.cli.clock import SystemClock  # noqa: PLC0415
    from sosmed_learn.cli.preview.service import CoursePreview  # noqa: PLC0415 - it brings Textual
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415
    from sosmed_learn.core.fleeting import FleetingStore  # noqa: PLC0415
    from sosmed_learn.core.progress import Progress  # noqa: PLC0415
    from sosmed_learn.core.study import Study  # noqa: PLC0415
    from sosmed_learn.tui.preview.app import PreviewApp  # noqa: PLC0415

    language = i18n.in_use()
    preview = CoursePreview(target, point.line, bundled(), watches=watch)
    begun = Progress(settings={"role": "admin", "language": language})
    app = PreviewApp(Study(preview.read(), FleetingStore(begun), SystemClock()), begun, preview, language)
    app.run()
    sys.exit(app.return_code or 0)
