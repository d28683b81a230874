"""How the commands that look after the files get at them, and how what goes wrong there becomes a sentence."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sosmed_learn.cli.commands.progress.words import path_words
from sosmed_learn.cli.streams import reason
from sosmed_learn.cli.wiring import Refused, store, unsaved, unusable
from sosmed_learn.core.errors import SaveFailed, StoreUnusable
from sosmed_learn.i18n import _

if TYPE_CHECKING:
    from sosmed_learn.storage.findings import Places
    from sosmed_learn.storage.store import TinyEventStore


def opened() -> "tuple[TinyEventStore, Places]":
    """The store and its places. Raises ``Refused`` when there is no telling where they are."""
    return store(), places()


def places() -> "Places":
    """Where everything of the learner's is. Raises ``Refused``."""
    from sosmed_learn.storage import locations  # noqa: PLC0415 - each command imports only what it needs
    from sosmed_learn.storage.findings import Places  # noqa: PLC0415

    try:
        return Places(
            data=locations.data_folder(),
            folder=locations.progress_folder(),
            snapshot=locations.snapshot_file(),
            backups=locations.backups_folder(),
            legacy=locations.single_file(),
        )
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error


@contextlib.contextmanager
def in_words() -> Iterator[None]:
    """What goes wrong with the files inside is raised as ``Refused``, with what, where and how to mend it."""
    from sosmed_learn.storage.formats import NewerError  # noqa: PLC0415

    try:
        yield
    except StoreUnusable as error:
        raise Refused(unusable(error)) from error
    except SaveFailed as error:
        raise Refused(unsaved(error)) from error
    except NewerError as error:
        raise Refused(_("A progress file was made by a newer version of sosmed-learn. Update the app.")) from error
    except RuntimeError as error:  # of the lock, where the file system has none
        words = _("{path} cannot be locked there. Set SOSMED_LEARN_HOME to a folder on another disk.")
        raise Refused(words.format(path=path_words(places().folder))) from error
    except OSError as error:
        raise Refused(_system_words(error)) from error


def _system_words(error: OSError) -> str:
    from sosmed_learn.storage.troubles import trouble_of  # noqa: PLC0415

    unfit = StoreUnusable(trouble_of(error), str(error.filename or places().folder))
    unfit.__cause__ = error
    if unfit.trouble == "locked" or (isinstance(error, NotADirectoryError) and not places().data.is_dir()):
        return unusable(unfit)
    words = _("{path} cannot be read or written ({reason}). Nothing is lost; mend that, then try again.")
    return words.format(path=_where(error), reason=reason(error))


def _where(error: OSError) -> str:
    """The file or folder to name: of a name that is only ours while we write, its folder."""
    path = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else places().data
    return path_words(path.parent if path.name.startswith(".") and path.name.endswith(".new") else path)


def rows_of(kept: "TinyEventStore", where: "Places", *, only_look: bool) -> Sequence[dict[str, Any]]:
    """All rows of the learner's. ``only_look``: nothing is mended or taken in for it.

    Raises ``Refused``.
    """
    with in_words():
        if not only_look:
            return kept.rows()
        from sosmed_learn.storage.formats import look  # noqa: PLC0415
        from sosmed_learn.storage.sources import read  # noqa: PLC0415

        contents = look(where.folder)
        paths = [*(where.folder / name for name in contents.segments), *contents.journals]
        found = [read(path) for path in (*paths, *([where.legacy] if where.legacy.exists() else []))]
    for source in found:
        if source.trouble in {"newer", "refused"}:
            unfit = StoreUnusable("newer" if source.trouble == "newer" else "other", str(source.path))
            unfit.__cause__ = source.error
            raise Refused(unusable(unfit))
    return [row for source in found for row in source.rows]
