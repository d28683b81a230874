"""The interface's own words in Indonesian and English, through gettext catalogues.

Knows nothing of the rest. One process has one reader, so the language in use is one value for the process, as with
``gettext`` itself; ``use`` switches it while the app runs. Course texts carry their own languages and do not pass here.

The source strings are English. Both languages have a catalogue, so that a string missing from either is found by the
tests. ``python -m tests.catalogues`` extracts and compiles them with Babel.
"""

import gettext
from pathlib import Path
from typing import Literal

Reader = Literal["id", "en"]

LOCALES = Path(__file__).parent / "locale"
_catalogues: dict[str, gettext.NullTranslations] = {}
_in_use: Reader = "id"


def use(language: Reader) -> None:
    """Speak ``language`` from now on."""
    global _in_use  # noqa: PLW0603 - the one place that holds the reader's language, see the module's docstring
    _in_use = language


def in_use() -> Reader:
    """The language that is spoken now."""
    return _in_use


def in_language(language: Reader, message: str) -> str:
    """``message`` in ``language``, whichever is in use."""
    return _catalogue(language).gettext(message) if message else ""


def _catalogue(language: Reader) -> gettext.NullTranslations:
    if language not in _catalogues:
        _catalogues[language] = gettext.translation("sosmed_learn", LOCALES, [language], fallback=True)
    return _catalogues[language]


def _(message: str) -> str:
    """``message`` in the language in use."""
    return in_language(_in_use, message)


def ngettext(one: str, many: str, count: int) -> str:
    """The form of a message that fits ``count``."""
    return _catalogue(_in_use).ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - the customary name, which the extraction looks for
    """Mark ``message`` for translation where it stands; it is translated where it is shown."""
    return message
