"""What stands where in a course folder, and reading one module's files. Checks nothing over several files.

A module is a folder with ``module.yaml``, perhaps ``glossary.yaml``, and ``lessons/<lesson>.yaml``.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document, read_file
from sosmed_learn.content.problems import Sheet, name_of
from sosmed_learn.content.source import MOST_BYTES as MOST_BYTES_OF_A_FILE
from sosmed_learn.content.source import inside
from sosmed_learn.i18n import N_

MODULE = "module.yaml"
GLOSSARY = "glossary.yaml"
LESSONS = "lessons"

MOST_MODULES = 200
MOST_BYTES = 20_000_000
"""What is read of one course folder at most: a folder that was named by mistake may hold anything."""

_YAML_LIKE = re.compile(r"(.+?)\.ya?ml(?:\.txt)?", re.IGNORECASE)

# The order of the syllabus; modules of others come behind, by name.
_ORDER = ("strategy", "analytics", "community", "service", "commerce")


class ModuleFolder(Struct):
    """A module on disk with its module.yaml read."""

    path: Path
    file: Document[shape.ModuleFile]

    @property
    def value(self) -> shape.ModuleFile | None:
        return self.file.value

    def lesson_path(self, lesson: str) -> Path:
        return self.path / LESSONS / f"{lesson}.yaml"

    def read_lesson(self, lesson: str) -> Document[shape.LessonFile]:
        """The lesson's document. Raises nothing."""
        return read_file(self.lesson_path(lesson), self.path, shape.LessonFile)

    def read_glossary(self) -> Document[shape.GlossaryFile] | None:
        """The document of glossary.yaml, or None when there is none. Raises nothing."""
        path = self.path / GLOSSARY
        return read_file(path, self.path, shape.GlossaryFile) if os.path.lexists(path) else None


def read_module(folder: Path, root: Path) -> ModuleFolder:
    """The module in ``folder``, which must lie in ``root`` also after following links. Raises nothing."""
    path = folder / MODULE
    if not os.path.lexists(path):
        misnamed = _misnamed_module(folder)
        sheet = Sheet(name_of(misnamed or path))
        if misnamed:
            sheet.add("E137", name=misnamed.name, other=MODULE)
        else:
            sheet.add("E133", path=name_of(folder))
        return ModuleFolder(folder, Document(sheet))
    if not inside(folder, root):
        sheet = Sheet(name_of(path))
        sheet.add("E108", path=name_of(folder))
        return ModuleFolder(folder, Document(sheet))
    return ModuleFolder(folder, read_file(path, folder, shape.ModuleFile))


class CourseFolder(Struct):
    """A folder of modules, or a module itself, before anything is read. ``sheet`` has what is wrong with it."""

    path: Path
    modules: list[Path]
    facts: list[Path]
    sheet: Sheet


def look_into(folder: Path) -> CourseFolder:
    """What stands in a course folder, which need not exist. Raises nothing."""
    found = CourseFolder(folder, [], [], Sheet(name_of(folder)))
    name = found.sheet.path
    if not is_folder(folder):
        found.sheet.add("E140" if os.path.lexists(folder) else "E101", path=name)
    elif refusal := _refusal(folder):
        found.sheet.add("E109", path=name, reason=refusal)
    else:
        modules = module_folders(folder)
        found.modules = list(_bounded(modules))
        found.facts = [path for facts in facts_folders(folder) for path in files_in(facts, ".yaml")]
        if len(found.modules) < len(modules):
            most, size = str(MOST_MODULES), str(MOST_BYTES // 1_000_000)
            found.sheet.add("E139", path=name, count=str(len(found.modules)), most=most, size=size)
        elif not modules and not found.facts:
            found.sheet.add("E132", path=name)
    return found


def _refusal(folder: Path) -> str:
    """Why we may not look into the folder; empty when we may."""
    try:
        os.scandir(folder).close()
    except PermissionError:
        return N_("you have no permission")
    except (OSError, ValueError):
        return N_("the system refuses")
    return ""


def _bounded(modules: Iterable[Path]) -> Iterator[Path]:
    """Those modules from the first that are not too many, and whose YAML is not too much to read."""
    size = 0
    for at, module in enumerate(modules):
        size += sum(_size(path) for folder in (module, module / LESSONS) for path in files_in(folder, ".yaml"))
        if at >= MOST_MODULES or size > MOST_BYTES:
            return
        yield module


def _size(path: Path) -> int:
    try:
        size = path.stat().st_size
    except OSError:  # gone, or a link to nowhere
        return 0
    return size if size <= MOST_BYTES_OF_A_FILE else 0  # a larger one is refused unread


def facts_folders(folder: Path) -> list[Path]:
    """Where the facts beside courses stand: ``facts`` or ``seeds/facts`` in ``folder``, or that folder itself."""
    found = [path for path in (folder / "facts", folder / "seeds" / "facts") if is_folder(path)]
    return found or ([folder] if folder.name == "facts" else [])


def read_modules(folders: Iterable[CourseFolder]) -> list[ModuleFolder]:
    """The modules of course folders, each once."""
    places = {os.path.realpath(path): (path, found.path) for found in reversed([*folders]) for path in found.modules}
    ordered = {os.path.realpath(path): None for found in folders for path in found.modules}
    return [read_module(*places[place]) for place in ordered]


def module_folders(folder: Path) -> list[Path]:
    """The folder itself if it is a module, otherwise the folders in it that are, or that look as if they should be."""
    if os.path.lexists(folder / MODULE) or _misnamed_module(folder):
        return [folder]
    if any(path.name.lower() == LESSONS and is_folder(path) for path in _entries(folder)):
        return [folder]
    found = [path for path in _entries(folder) if is_folder(path) and _looks_like_module(path)]
    return sorted(found, key=lambda path: (_ORDER.index(path.name) if path.name in _ORDER else len(_ORDER), path.name))


def _looks_like_module(folder: Path) -> bool:
    if folder.name.startswith(".") or folder.name == "facts":
        return False
    return any(_YAML_LIKE.fullmatch(path.name) or path.name.lower() == LESSONS for path in _entries(folder))


def _misnamed_module(folder: Path) -> Path | None:
    """The file that was meant to be module.yaml, such as ``Module.yaml`` or ``module.yml``."""
    return next((path for path in _entries(folder) if _proper(path.name).lower() == MODULE), None)


def _proper(name: str) -> str:
    """How a file must be called that is meant as YAML; empty for other files."""
    like = _YAML_LIKE.fullmatch(name)
    return f"{like[1]}.yaml" if like and not name.startswith(".") else ""


def unread(module: ModuleFolder) -> Iterator[tuple[Path, str, str]]:
    """What stands in a module but is not read: the path, the code of the problem, and the name that it should have."""
    if not (os.path.lexists(module.path / MODULE) or _misnamed_module(module.path)):
        return  # a module.yaml under another name somewhere: what is around it is nobody's business
    for path in _entries(module.path):
        proper = _proper(path.name)
        if path.name.lower() == LESSONS and path.name != LESSONS and is_folder(path):
            yield path, "W508", LESSONS
        elif proper and proper.lower() in {MODULE, GLOSSARY}:
            if path.name not in {MODULE, GLOSSARY} and os.path.lexists(module.path / MODULE):
                yield path, "W504" if proper != path.name else "W508", proper.lower()
        elif proper and not is_folder(path):
            yield path, "W504" if proper != path.name else "W508", f"{LESSONS}/{proper}"
    if inside(module.path / LESSONS, module.path):
        for path in _entries(module.path / LESSONS):
            proper = _proper(path.name)
            if proper and proper != path.name:
                yield path, "W504", proper


def files_in(folder: Path, ending: str) -> list[Path]:
    """The files with that ending, by name; none when there is no such folder or it cannot be read."""
    return [path for path in _entries(folder) if path.suffix == ending and not path.name.startswith(".")]


def lesson_files(module: ModuleFolder) -> list[Path]:
    """The files in the module's lessons folder, unless the folder leads elsewhere."""
    folder = module.path / LESSONS
    return files_in(folder, ".yaml") if inside(folder, module.path) else []


def unlisted(module: ModuleFolder) -> Sequence[str]:
    """Lessons that have a file, but that module.yaml does not list."""
    listed = module.value.lessons if module.value else ()
    return [path.stem for path in lesson_files(module) if path.stem not in listed]


def is_folder(path: Path) -> bool:
    """Whether there is a folder; a path that may not be looked at is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where we may not look


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except (OSError, ValueError):  # missing, not a folder, or not ours to read: the caller finds nothing
        return []
