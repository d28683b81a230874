"""Which language to speak on the command line, before anything is opened."""

import os
from collections.abc import Sequence

from sosmed_learn.core.text import LANGUAGES, Language


def asked(arguments: Sequence[str]) -> Language | None:
    """The language of ``--lang``, looked up by hand because even ``--help`` is to speak it."""
    for index, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or (arguments[index + 1] if index + 1 < len(arguments) else "")
            return language(value)
    return None


def language(value: object) -> Language | None:
    """``value`` as a language, or None."""
    return next((language for language in LANGUAGES if language == value), None)


def of_system() -> Language:
    """The language that the system asks for, Indonesian where it asks for neither of ours."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        found = language(os.environ.get(variable, "")[:2].lower())
        if found:
            return found
    return "id"


def stored() -> Language | None:
    """The language that the learner has set in the app.

    Looks at the newest events and the snapshot only, without opening the store: a file that is damaged or cannot be
    read is none of the business of ``check`` and ``--help``, and mending it is not theirs to do.
    """
    from sosmed_learn.storage.settings import newest_setting  # noqa: PLC0415 - not with --lang, nor for the app

    return language(newest_setting("language"))
