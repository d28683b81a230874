"""Puts the parts together: courses from disk, events from TinyDB, the real clock. Nothing is opened at import."""

import os
import sys
from pathlib import Path

from sosmed_learn import i18n
from sosmed_learn.cli import reader
from sosmed_learn.core.errors import SosmedError, StoreUnusable
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.study import Library, Study
from sosmed_learn.core.text import Language
from sosmed_learn.i18n import _

COURSES_VARIABLE = "SOSMED_LEARN_COURSES"


class Refused(SosmedError):
    """Something outside of us is in the way; the message says what and how to mend it. Ends with exit code 1."""


def extra_courses() -> tuple[Path, ...]:
    """The course folders that ``SOSMED_LEARN_COURSES`` adds."""
    from sosmed_learn.content.locations import extra_folders  # noqa: PLC0415

    return tuple(extra_folders(os.environ.get(COURSES_VARIABLE, "")))


def study() -> Study:
    """The library, the store and the clock. Nothing is read but what stands in the cache of compiled courses."""
    from sosmed_learn.cli.clock import SystemClock  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.content.compiled import CompiledLibrary  # noqa: PLC0415
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415
    from sosmed_learn.storage.locations import cache_folder, progress_file  # noqa: PLC0415
    from sosmed_learn.storage.store import TinyEventStore  # noqa: PLC0415

    places, extra = bundled(), extra_courses()

    def read() -> Library:
        from sosmed_learn.content.library import CourseLibrary  # noqa: PLC0415 - not while the cache is fresh

        return CourseLibrary(places, extra)

    library = CompiledLibrary(places, extra, cache_folder() / "courses.msgpack", read)
    return Study(library, TinyEventStore(progress_file()), SystemClock())


def progress_of(opened: Study) -> Progress:
    """What the learner has done. Raises ``Refused`` when the store cannot be read."""
    try:
        return fold(opened.store.load())
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error


def tell_aside(opened: Study) -> None:
    """Say on stderr that a damaged progress file was moved aside, if one was."""
    aside = opened.store.set_aside()
    if aside is not None:
        words = _(
            "The progress file was damaged. It was kept as {name}, nothing was overwritten, and a new one began."
        )
        sys.stderr.write(words.format(name=aside.name) + "\n")


def speak(asked: Language | None, progress: Progress) -> None:
    """Speak the language asked for, else the learner's, else the system's."""
    i18n.use(asked or reader.chosen(progress) or reader.of_system())


def unusable(error: StoreUnusable) -> str:
    """Why the store cannot be read and what to do, in a sentence."""
    if error.trouble == "newer":
        return _(
            "{path} was made by a newer version of sosmed-learn. Update the app; the file was left as it is."
        ).format(path=error.path)
    if error.trouble == "locked":
        return _(
            "{path} is held by another program for too long. Close other copies of sosmed-learn, then try again."
        ).format(path=error.path)
    return _(
        "{path} cannot be read ({reason}). Make it readable for you, or set SOSMED_LEARN_HOME to another folder."
    ).format(path=error.path, reason=error.detail or error.trouble)
