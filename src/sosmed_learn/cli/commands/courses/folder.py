"""The folder of installed modules: held by one command at a time, and what goes wrong there in a sentence."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sosmed_learn.cli.streams import reason
from sosmed_learn.cli.wiring import Refused, unusable
from sosmed_learn.core.errors import StoreUnusable
from sosmed_learn.i18n import _


def courses_place() -> Path:
    """Where installed modules are. Raises ``Refused`` when there is no telling."""
    from sosmed_learn.storage.locations import courses_folder  # noqa: PLC0415 - each command imports what it needs

    try:
        return courses_folder()
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error


@contextlib.contextmanager
def alone() -> Iterator[Path]:
    """The folder, held and without what earlier commands left half done. Raises ``Refused``."""
    from sosmed_learn.content.packs.placing import clean  # noqa: PLC0415
    from sosmed_learn.storage.locking import alone_in  # noqa: PLC0415
    from sosmed_learn.storage.troubles import trouble_of  # noqa: PLC0415

    courses = courses_place()
    try:
        with alone_in(courses):
            clean(courses)
            yield courses
    except OSError as error:
        if trouble_of(error) == "locked":
            words = _("Another command is changing the courses in {path}. Wait until it is done, then try again.")
            raise Refused(words.format(path=courses)) from error
        words = _("{path} cannot be written ({reason}). Every course is whole, old or new. Mend that, then try again.")
        raise Refused(words.format(path=error.filename or courses, reason=reason(error))) from error
