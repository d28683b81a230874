"""The interface's catalogues: ``python -m tests.catalogues update | compile | check``.

``update`` brings the ``.po`` files in step with the code, ``compile`` writes the ``.mo`` files beside them, ``check``
ends with 1 and a line for everything that is missing. No line numbers and no dates are written, so that a change of the
code that adds no words changes no catalogue.
"""

import io
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[1] / "src" / "sosmed_learn"
LOCALES = SOURCE / "i18n" / "locale"
PARTS = ("cli", "content", "plain", "tui")
LANGUAGES = ("en", "id")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
PLURALS = {"en": "nplurals=2; plural=(n != 1);", "id": "nplurals=1; plural=0;"}
HEAD = "The interface of sosmed-learn. `python -m tests.catalogues update` keeps this file in step with the code."

Words = str | tuple[str, ...]


def extract(source: Path = SOURCE) -> dict[Words, list[str]]:
    """Every string of the interface with the files that it stands in."""
    found: dict[Words, set[str]] = {}
    for file in sorted(path for part in PARTS for path in (source / part).rglob("*.py")):
        for _line, words, _comments, _context in extract_from_file("python", file, keywords=KEYWORDS):
            key = tuple(words) if isinstance(words, list | tuple) else words
            found.setdefault(key, set()).add(file.relative_to(source).as_posix())
    for key in [key for key in found if isinstance(key, tuple) and key[0] in found]:
        found[key] |= found.pop(key[0])  # said with a count here and without one there: one entry serves both
    return {words: sorted(files) for words, files in found.items()}


def po_file(language: str, locales: Path = LOCALES) -> Path:
    """The catalogue of ``language``, for people."""
    return locales / language / "LC_MESSAGES" / "sosmed_learn.po"


def mo_file(language: str, locales: Path = LOCALES) -> Path:
    """The catalogue of ``language``, for gettext."""
    return po_file(language, locales).with_suffix(".mo")


def update(source: Path = SOURCE, locales: Path = LOCALES) -> None:
    """Add new strings, drop those that are gone, keep what was translated. English translates to itself."""
    words = extract(source)
    for language in LANGUAGES:
        old = _read(language, locales)
        new = _empty(language)
        for key in sorted(words, key=_first):
            string = key if language == "en" else _translation(old, key)
            new.add(key, string, locations=[(name, 0) for name in words[key]])
        target = po_file(language, locales)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_po_bytes(new))


def compile_all(locales: Path = LOCALES) -> None:
    """Write the files that gettext reads."""
    for language in LANGUAGES:
        mo_file(language, locales).write_bytes(_mo_bytes(_read(language, locales)))


def problems(source: Path = SOURCE, locales: Path = LOCALES) -> Iterator[str]:
    """One line for everything that is out of step."""
    words = extract(source)
    for language in LANGUAGES:
        catalogue = _read(language, locales)
        for key in words:
            message = catalogue.get(_first(key))
            if message is None:
                yield f"{language}: not in the catalogue, run update: {_first(key)!r} ({words[key][0]})"
            else:
                yield from (f"{language}: {problem}" for problem in _wrong_with(message))
        known = {_first(key) for key in words}
        for message in catalogue:
            if message.id and _first(message.id) not in known:
                yield f"{language}: no longer in the code, run update: {_first(message.id)!r}"
        yield from _out_of_step(language, catalogue, locales)


def _wrong_with(message: Message) -> Iterator[str]:
    sources = _forms(message.id)
    translations = _forms(message.string)
    if message.fuzzy:
        yield f"marked as fuzzy: {sources[0]!r}"
    if not translations or not all(translations):
        yield f"not translated: {sources[0]!r}"
        return
    allowed = [placeholders(form) for form in sources]
    for form in translations:
        if placeholders(form) not in allowed:
            yield f"placeholders differ: {sources[0]!r} and {form!r}"


def _out_of_step(language: str, catalogue: Catalog, locales: Path) -> Iterator[str]:
    try:
        with mo_file(language, locales).open("rb") as file:
            compiled = _translated(read_mo(file))
    except FileNotFoundError:
        yield f"{language}: not compiled, run compile"
        return
    if compiled != _translated(catalogue):
        yield f"{language}: the .mo file does not say what the .po file says, run compile"


def _translated(catalogue: Catalog) -> dict[tuple[str, ...], tuple[str, ...]]:
    ready = (m for m in catalogue if m.id and not m.fuzzy and _forms(m.string) and all(_forms(m.string)))
    return {tuple(_forms(m.id)): tuple(_forms(m.string)) for m in ready}


def placeholders(words: str) -> list[str]:
    """The names in braces, with how often each stands there. Words with a lone brace are not a format string."""
    try:
        return sorted(name for _, name, _, _ in Formatter().parse(words) if name is not None)
    except ValueError:
        return []


def _read(language: str, locales: Path) -> Catalog:
    try:
        with po_file(language, locales).open("rb") as file:
            return read_po(file, locale=language)
    except FileNotFoundError:
        return _empty(language)


def _empty(language: str) -> Catalog:
    catalogue = Catalog(locale=language, header_comment=f"# {HEAD}", fuzzy=False)
    catalogue.mime_headers = [("Plural-Forms", PLURALS[language])]
    return catalogue


def _po_bytes(catalogue: Catalog) -> bytes:
    out = io.BytesIO()
    write_po(out, catalogue, width=110, sort_output=False, include_lineno=False)
    volatile = (b'"POT-Creation-Date:', b'"PO-Revision-Date:', b'"Generated-By:', b'"Project-Id-Version:')
    unused = (b'"Report-Msgid-Bugs-To:', b'"Last-Translator:', b'"Language-Team:')
    return b"".join(line for line in out.getvalue().splitlines(keepends=True) if not line.startswith(volatile + unused))


def _mo_bytes(catalogue: Catalog) -> bytes:
    # A plural of which only one form is translated would be shown as nothing: gettext then speaks the source instead.
    for message in [m for m in catalogue if m.id and not all(_forms(m.string))]:
        catalogue.delete(_first(message.id))
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def _translation(catalogue: Catalog, key: Words) -> Words:
    message = catalogue.get(_first(key))
    if message is None or isinstance(message.string, str) != isinstance(key, str):
        return "" if isinstance(key, str) else ("",) * catalogue.num_plurals
    return message.string if isinstance(message.string, str) else tuple(message.string or ())


def _first(key: str | Sequence[str]) -> str:
    return key if isinstance(key, str) else key[0]


def _forms(words: str | Sequence[str] | None) -> list[str]:
    return [words] if isinstance(words, str) else list(words or ())


def main(arguments: list[str]) -> int:
    """Do what the one argument says."""
    match arguments:
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case ["check"]:
            found = list(problems())
            print("\n".join(found) or f"catalogues: {len(extract())} strings, complete in {' and '.join(LANGUAGES)}")
            return bool(found)
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
