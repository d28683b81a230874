"""What stands where in a course folder, and reading one module's files. Checks nothing over several files.

A module is a folder with ``module.yaml``, perhaps ``glossary.yaml``, and ``lessons/<lesson>.yaml``.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document, read_file
from sosmed_learn.content.problems import Sheet, name_of
from sosmed_learn.content.source import inside

MODULE = "module.yaml"
GLOSSARY = "glossary.yaml"
LESSONS = "lessons"

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
        sheet = Sheet(name_of(path))
        sheet.add("E133", path=name_of(folder))
        return ModuleFolder(folder, Document(sheet))
    if not inside(folder, root):
        sheet = Sheet(name_of(path))
        sheet.add("E108", path=name_of(folder))
        return ModuleFolder(folder, Document(sheet))
    return ModuleFolder(folder, read_file(path, folder, shape.ModuleFile))


def read_modules(folders: Iterable[Path]) -> list[ModuleFolder]:
    """The modules of course folders; each is a folder of modules or a module itself."""
    return [read_module(folder, root) for root in folders for folder in module_folders(root)]


def module_folders(folder: Path) -> list[Path]:
    """The folder itself if it is a module, otherwise the folders in it that are, or that look as if they should be."""
    if os.path.lexists(folder / MODULE):
        return [folder]
    found = [path for path in _entries(folder) if is_folder(path) and _looks_like_module(path)]
    return sorted(found, key=lambda path: (_ORDER.index(path.name) if path.name in _ORDER else len(_ORDER), path.name))


def _looks_like_module(folder: Path) -> bool:
    if folder.name.startswith(".") or folder.name == "facts":
        return False
    return any(path.suffix in {".yaml", ".yml"} or path.name == LESSONS for path in _entries(folder))


def files_in(folder: Path, ending: str) -> list[Path]:
    """The files with that ending, by name; none when there is no such folder or it cannot be read."""
    return [path for path in _entries(folder) if path.suffix == ending and not path.name.startswith(".")]


def lesson_files(module: ModuleFolder, ending: str = ".yaml") -> list[Path]:
    """The files with that ending in the module's lessons folder, unless the folder leads elsewhere."""
    folder = module.path / LESSONS
    return files_in(folder, ending) if inside(folder, module.path) else []


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
    except OSError:  # missing, not a folder, or not ours to read: the caller finds nothing
        return []
