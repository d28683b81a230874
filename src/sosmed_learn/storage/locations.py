"""Where the learner's data is. Functions only: nothing is read or made at import."""

import os
from pathlib import Path

from sosmed_learn.core.errors import StoreUnusable

HOME_VARIABLE = "SOSMED_LEARN_HOME"


class HomeUnknown(StoreUnusable):
    """``SOSMED_LEARN_HOME`` begins with the home folder (``~``) of somebody whom the system does not know."""

    def __init__(self, chosen: str) -> None:
        super().__init__("other", chosen)


def data_folder() -> Path:
    """The folder named by ``SOSMED_LEARN_HOME``, else the customary place of this system for a user's own data.

    Raises ``HomeUnknown``.
    """
    chosen = os.environ.get(HOME_VARIABLE, "").strip()
    if chosen:
        try:
            return Path(chosen).expanduser()
        except RuntimeError as error:
            raise HomeUnknown(chosen) from error
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where the variable is set

    return user_data_path("sosmed-learn", appauthor=False)


def cache_folder() -> Path:
    """Where things are kept that can be made again: inside the chosen folder, else the system's place for caches.

    Raises ``HomeUnknown``.
    """
    if os.environ.get(HOME_VARIABLE, "").strip():
        return data_folder() / "cache"
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("sosmed-learn", appauthor=False)


def progress_folder() -> Path:
    """The folder that holds the learner's events. Raises ``HomeUnknown``."""
    return data_folder() / "progress"


def backups_folder() -> Path:
    """The folder with copies of that folder. Raises ``HomeUnknown``."""
    return data_folder() / "backups"


def documents_folder() -> Path:
    """The folder with the documents that the learner has written. Raises ``HomeUnknown``."""
    return data_folder() / "documents"


def courses_folder() -> Path:
    """The folder with the modules that the learner has installed. Raises ``HomeUnknown``."""
    return data_folder() / "courses"


def single_file() -> Path:
    """Where format 1 kept all events. Raises ``HomeUnknown``."""
    return data_folder() / "progress.json"


def snapshot_file() -> Path:
    """Where the progress that follows from the events is kept for the next start. Raises ``HomeUnknown``."""
    return cache_folder() / "progress.msgpack"
