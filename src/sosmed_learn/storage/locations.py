"""Where the learner's data is. Functions only: nothing is read or made at import."""

import os
from pathlib import Path

HOME_VARIABLE = "SOSMED_LEARN_HOME"


def data_folder() -> Path:
    """The folder named by ``SOSMED_LEARN_HOME``, else the customary place of this system for a user's own data."""
    chosen = os.environ.get(HOME_VARIABLE, "").strip()
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed where the variable is set

    return user_data_path("sosmed-learn", appauthor=False)


def cache_folder() -> Path:
    """Where things are kept that can be made again: inside the chosen folder, else the system's place for caches."""
    if os.environ.get(HOME_VARIABLE, "").strip():
        return data_folder() / "cache"
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("sosmed-learn", appauthor=False)


def progress_file() -> Path:
    """The file that holds the learner's events."""
    return data_folder() / "progress.json"
