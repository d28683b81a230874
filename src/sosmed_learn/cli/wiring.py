"""Puts the parts together: courses from disk, events from TinyDB, the real clock. Nothing is opened at import."""

import os
from pathlib import Path

from sosmed_learn.cli import streams
from sosmed_learn.core.errors import SosmedError, StoreUnusable
from sosmed_learn.core.progress import Progress, fold
from sosmed_learn.core.study import Library, Study
from sosmed_learn.i18n import _

COURSES_VARIABLE = "SOSMED_LEARN_COURSES"


class Refused(SosmedError):
    """Something outside of us is in the way; the message says what and how to mend it. Ends with exit code 1."""


def extra_courses() -> tuple[Path, ...]:
    """The course folders that ``SOSMED_LEARN_COURSES`` adds."""
    from sosmed_learn.content.locations import extra_folders  # noqa: PLC0415

    return tuple(extra_folders(os.environ.get(COURSES_VARIABLE, "")))


def study() -> Study:
    """The library, the store and the clock. Nothing is read but what stands in the cache of compiled courses.

    Raises ``Refused`` when there is no telling where the store is.
    """
    from sosmed_learn.cli.clock import SystemClock  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.content.compiled import CompiledLibrary  # noqa: PLC0415
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415
    from sosmed_learn.storage.locations import cache_folder, progress_file  # noqa: PLC0415
    from sosmed_learn.storage.store import TinyEventStore  # noqa: PLC0415

    places, extra = bundled(), extra_courses()
    try:
        file, cache = progress_file(), cache_folder() / "courses.msgpack"
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error

    def read() -> Library:
        from sosmed_learn.content.library import CourseLibrary  # noqa: PLC0415 - not while the cache is fresh

        return CourseLibrary(places, extra)

    library = CompiledLibrary(places, extra, cache, read)
    return Study(library, TinyEventStore(file), SystemClock())


def progress_of(opened: Study) -> Progress:
    """What the learner has done. From here on the clock's ids sort behind all of it.

    Raises ``Refused`` when the store cannot be read.
    """
    from sosmed_learn.cli.clock import SystemClock  # noqa: PLC0415

    try:
        progress = fold(opened.store.load())
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error
    if isinstance(opened.clock, SystemClock):
        opened.clock.after(progress.newest)
    return progress


def tell_aside(opened: Study) -> None:
    """Say on stderr that a damaged progress file was moved aside, if one was."""
    aside = opened.store.set_aside()
    if aside is not None:
        words = _("The progress file was damaged. It was kept as {name}, nothing was overwritten, and a new one began.")
        streams.tell(words.format(name=aside.name))


def unusable(error: StoreUnusable) -> str:
    """Why the store cannot be read and what to do, in a sentence."""
    from sosmed_learn.storage.locations import HomeUnknown  # noqa: PLC0415

    path, cause = error.path, error.__cause__
    why = streams.reason(cause) if isinstance(cause, OSError) and cause.errno else error.detail or error.trouble
    if isinstance(error, HomeUnknown):
        words = _("The home folder in {path} is not known. Set SOSMED_LEARN_HOME to the full path of a folder.")
    elif error.trouble == "newer":
        words = _("{path} was made by a newer version of sosmed-learn. Update the app; the file was left as it is.")
    elif error.trouble == "locked":
        words = _("{path} is held by another program for too long. Close other copies of sosmed-learn, then try again.")
    elif isinstance(cause, NotADirectoryError):
        path = _in_the_way(path)
        words = _("{path} is not a folder, so no progress can be kept in it. Set SOSMED_LEARN_HOME to a folder.")
    else:
        words = _(
            "{path} cannot be read ({reason}). Make it readable for you, or set SOSMED_LEARN_HOME to another folder."
        )
    return words.format(path=path, reason=why)


def _in_the_way(path: str) -> str:
    """The part of ``path`` that should be a folder and is something else."""
    folders = [str(folder) for folder in Path(path).parents]
    return next((name for name in folders if os.path.exists(name) and not os.path.isdir(name)), folders[0])  # noqa: PTH110, PTH112 - these raise nothing
