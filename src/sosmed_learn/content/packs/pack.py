"""One module as a value: its manifest and its files, from a pack on disk or from the folder of a module."""

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from sosmed_learn.content.build_words import text
from sosmed_learn.content.facts import read_register
from sosmed_learn.content.folders import GLOSSARY, LESSONS, MODULE, MOST_BYTES, ModuleFolder, read_module
from sosmed_learn.content.harmless import CONTROL
from sosmed_learn.content.packs import archive
from sosmed_learn.content.packs.cited import cited_in, facts_files
from sosmed_learn.content.packs.errors import PackError
from sosmed_learn.content.packs.manifest import PACK_FORMAT, Manifest, compare, decode, encode, rows_of
from sosmed_learn.content.packs.names import MANIFEST, TEXTS, check_names
from sosmed_learn.content.problems import name_of
from sosmed_learn.content.source import MOST_BYTES as MOST_BYTES_OF_A_FILE
from sosmed_learn.content.source import inside
from sosmed_learn.core.text import LANGUAGES
from sosmed_learn.i18n import N_


class Pack(Struct, frozen=True):
    """``files`` are those of the module, without the manifest; ``source`` is the file or folder that they came from."""

    manifest: Manifest
    files: dict[str, bytes]
    source: Path

    @property
    def id(self) -> str:
        return self.manifest.id

    @property
    def version(self) -> str:
        return self.manifest.version

    @property
    def number(self) -> tuple[int, ...]:
        """The version, to compare."""
        return numbered(self.manifest.version)

    @property
    def file_name(self) -> str:
        """What the pack is called where nobody calls it otherwise."""
        return f"{self.manifest.id}-{self.manifest.version}.zip"

    def as_bytes(self) -> bytes:
        """The pack as one file."""
        return archive.write({**self.files, MANIFEST: encode(self.manifest)})


def numbered(version: str) -> tuple[int, ...]:
    """A version that can be compared; empty for what is none."""
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isascii() and part.isdigit() for part in parts) else ()


def read_pack(data: bytes, source: Path) -> Pack:
    """The pack in ``data``, which anybody may have made. Raises ``PackError``; the course itself is not judged."""
    files = archive.read(data)
    manifest = decode(files[MANIFEST])
    compare(manifest, files)
    pack = Pack(manifest, {name: content for name, content in files.items() if name != MANIFEST}, source)
    _check_texts(pack.files)
    if MODULE not in files:
        raise PackError(N_("There is no module.yaml in the pack. Ask its author for a new one."))
    return pack


def read_pack_file(path: Path) -> Pack:
    """The pack in the file ``path``. Raises ``PackError`` and ``OSError``."""
    with path.open("rb") as file:
        return read_pack(file.read(MOST_BYTES + 1), path)


def pack_of(folder: Path, seeds: Path) -> Pack:
    """The module in ``folder`` with the facts that it cites, also from beside it and from ``seeds``.

    Raises ``PackError``, and ``OSError`` where a file cannot be read. The module must have passed ``check``.
    """
    module = read_module(folder, folder.parent)
    value = module.value
    if value is None or module.file.sheet.has_errors:
        raise PackError(N_("{path} has an error: sosmed-learn check shows it."), path=module.file.sheet.path)
    lessons = [module.read_lesson(name) for name in value.files]
    cited = cited_in(lessons)
    places = (seeds, folder, folder.parent) if cited else ()
    registers = [document for place in places for document in read_register(place)]
    files = {**_own_files(module, value.files), **facts_files(cited, registers)}
    check_names([*files, MANIFEST])
    _check_texts(files)
    title = text(value.title)
    manifest = Manifest(
        pack=PACK_FORMAT,
        id=value.id,
        version=value.version,
        title={language: title.say(language) for language in LANGUAGES},
        format=value.format,
        files=rows_of(files),
    )
    made = Pack(manifest, files, folder)
    read_pack(made.as_bytes(), folder)  # whoever gets it will ask the same questions
    return made


def _own_files(module: ModuleFolder, lessons: tuple[str, ...]) -> dict[str, bytes]:
    names = [MODULE, *(f"{LESSONS}/{name}.yaml" for name in lessons)]
    if os.path.lexists(module.path / GLOSSARY):
        names.append(GLOSSARY)
    files = {name: _read(module.path / name, module.path) for name in names}
    for path, name in _texts_of(module.path):
        files[name] = _read(path, module.path)
    return files


def _texts_of(folder: Path) -> Iterator[tuple[Path, str]]:
    """The texts for people and their names in the pack; a bare ``LICENSE`` gets an ending, because a pack has none."""
    for name in TEXTS:
        bare = name.removesuffix(".txt")
        found = next((each for each in (name, bare) if os.path.lexists(folder / each)), None)
        if found:
            yield folder / found, name


def _read(path: Path, folder: Path) -> bytes:
    if not inside(path, folder) or not path.is_file():
        raise PackError(N_("{path} is not a file of the module itself, so it cannot be packed."), path=name_of(path))
    with path.open("rb") as file:
        data = file.read(MOST_BYTES_OF_A_FILE + 1)
    if len(data) > MOST_BYTES_OF_A_FILE:
        most = MOST_BYTES_OF_A_FILE // 1_000_000
        raise PackError(N_("{path} is larger than {most} MB, so it cannot be packed."), path=name_of(path), most=most)
    return data


def _check_texts(files: dict[str, bytes]) -> None:
    """Raise ``PackError`` unless all of it is text; of the YAML, ``check`` says more."""
    for name in [name for name in files if name in TEXTS]:
        try:
            fit = not CONTROL.search(files[name].decode("utf-8-sig"))
        except UnicodeDecodeError:
            fit = False
        if not fit:
            raise PackError(N_("{name} is not plain UTF-8 text. Save it again as UTF-8, without pictures."), name=name)
