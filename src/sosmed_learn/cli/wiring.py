"""Puts the parts together: courses from disk, events from TinyDB, the real clock. Nothing is opened at import."""

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from sosmed_learn.cli import streams
from sosmed_learn.core.errors import SosmedError, StoreError, StoreUnusable
from sosmed_learn.i18n import _

if TYPE_CHECKING:
    from sosmed_learn.core.progress import Progress
    from sosmed_learn.core.study import Damage, Editing, Library, Study
    from sosmed_learn.storage.documents import DocumentFolder
    from sosmed_learn.storage.store import TinyEventStore

COURSES_VARIABLE = "SOSMED_LEARN_COURSES"


class Refused(SosmedError):
    """Something outside of us is in the way; the message says what and how to mend it. Ends with exit code 1."""


def extra_courses() -> tuple[Path, ...]:
    """The course folders that ``SOSMED_LEARN_COURSES`` adds, then each installed module, which is one of its own."""
    return (*listed_courses(), *installed_courses().values())


def listed_courses() -> tuple[Path, ...]:
    """The course folders that ``SOSMED_LEARN_COURSES`` adds."""
    from sosmed_learn.content.locations import extra_folders  # noqa: PLC0415

    return tuple(extra_folders(os.environ.get(COURSES_VARIABLE, "")))


def installed_courses() -> dict[str, Path]:
    """The folders of the installed modules by their ids; none when there is no telling where they are."""
    from sosmed_learn.content.packs.installed import installed  # noqa: PLC0415
    from sosmed_learn.storage.locations import HomeUnknown, courses_folder  # noqa: PLC0415

    try:
        return installed(courses_folder())
    except HomeUnknown:  # who needs the learner's folder says so; courses can be checked without one
        return {}


def study() -> "Study":
    """The library, the store and the clock. Nothing is read but what stands in the cache of compiled courses.

    Raises ``Refused`` when there is no telling where the store is.
    """
    from sosmed_learn.cli.clock import SystemClock  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.content.compiled import CompiledLibrary  # noqa: PLC0415
    from sosmed_learn.content.locations import bundled  # noqa: PLC0415
    from sosmed_learn.core.study import Study  # noqa: PLC0415
    from sosmed_learn.storage.locations import cache_folder  # noqa: PLC0415

    places, extra = bundled(), extra_courses()
    kept = store()
    cache = cache_folder() / "courses.msgpack"

    def read() -> "Library":
        from sosmed_learn.content.library import CourseLibrary  # noqa: PLC0415 - not while the cache is fresh

        return CourseLibrary(places, extra)

    library = CompiledLibrary(places, extra, cache, read)
    return Study(library, kept, SystemClock(), documents(), _editor)


def documents() -> "DocumentFolder":
    """The learner's documents. Nothing is read yet. Raises ``Refused`` when there is no telling where they are."""
    from sosmed_learn.storage.documents import DocumentFolder  # noqa: PLC0415
    from sosmed_learn.storage.locations import HomeUnknown, documents_folder  # noqa: PLC0415

    try:
        return DocumentFolder(documents_folder())
    except HomeUnknown as error:
        raise Refused(unusable(error)) from error


def _editor(path: PurePath) -> "Editing":
    from sosmed_learn.cli.preview.editor import editor_call  # noqa: PLC0415 - only when it is asked for

    return editor_call(str(path), 1)


def store() -> "TinyEventStore":
    """The learner's event store. Nothing is read yet. Raises ``Refused`` when there is no telling where it is."""
    from sosmed_learn.storage import locations  # noqa: PLC0415
    from sosmed_learn.storage.store import TinyEventStore  # noqa: PLC0415

    try:
        return TinyEventStore(
            locations.progress_folder(),
            snapshot=locations.snapshot_file(),
            backups=locations.backups_folder(),
            legacy=locations.single_file(),
        )
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error


def progress_of(opened: "Study") -> "Progress":
    """What the learner has done. From here on the clock's ids sort behind all of it.

    Raises ``Refused`` when the store cannot be read.
    """
    try:
        progress = opened.store.progress()
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error
    opened.clock.after(progress.newest)
    return progress


def tell_aside(opened: "Study") -> None:
    """Say on stderr that a file of the store was damaged, if one was."""
    damage = opened.store.damage()
    if damage is not None:
        streams.tell(damage_words(damage))


def damage_words(damage: "Damage") -> str:
    """What was found and what became of it, in a sentence or two."""
    if damage.gone:
        return _(
            "What was saved before is gone from {name}: it was removed while the app was open. "
            "New answers are saved; for a backup: sosmed-learn progress restore"
        ).format(name=damage.name)
    words = (
        _("A progress file was damaged. All that could be read in it is kept, and the file itself as {name}.")
        if damage.kept
        else _("The progress file {name} is damaged and was left as it is. All that can be read in it counts.")
    )
    return words.format(name=damage.name)


def unsaved(error: StoreError) -> str:
    """Why nothing could be written to the store and what to do, in a sentence or two."""
    if error.trouble in {"newer", "locked"}:
        return unusable(error)
    cause = error.__cause__
    why = streams.reason(cause) if isinstance(cause, OSError) and cause.errno else error.detail or error.trouble
    words = _("{path} cannot be written ({reason}). What was there is as it was; mend that, then try again.")
    return words.format(path=error.path, reason=why)


def unusable(error: StoreError) -> str:
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
