"""What one check reads: everything that is asked for, and what that can refer to. Judges none of it.

What the given files refer to may also stand in the bundled courses and facts; the problems of those are their own
affair, unless they are given too.
"""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path, PurePath

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document, read_document, read_lightly
from sosmed_learn.content.facts import FactsDocument, fact_ids, facts_of, is_old
from sosmed_learn.content.folders import (
    COURSES,
    GLOSSARY,
    LESSONS,
    MODULE,
    ModuleFolder,
    facts_folders,
    files_in,
    is_folder,
    is_project,
    look_into,
    module_folders,
    read_module,
)
from sosmed_learn.content.locations import Places
from sosmed_learn.content.nodes import Mapping
from sosmed_learn.content.problems import Sheet, name_of
from sosmed_learn.content.source import Source, inside, read_source


class Gathering:
    """What one check has read.

    ``only`` are the files to report on where a single file of a module was asked for; ``strays`` the lessons that
    stand in no module, each with its name.
    """

    def __init__(self, today: date | None = None) -> None:
        self.today = today
        self.modules: list[ModuleFolder] = []
        self.facts: list[FactsDocument] = []
        self.strays: list[tuple[str, Document[shape.LessonFile]]] = []
        self.others: list[Sheet] = []  # files and folders that belong to neither
        self.near_modules: list[ModuleFolder] = []
        self.near_facts: list[FactsDocument] = []
        self.originals: list[FactsDocument] = []  # bundled files of which another copy is given
        self._only: dict[str, set[str]] = {}
        self._beside: list[Path] = []  # folders whose facts what is given can refer to
        self._seen: set[str] = set()

    def add(self, path: Path) -> None:
        """Read what ``path`` names, as far as it needs nothing else."""
        if is_folder(path):
            if is_project(path):
                self._add_project(path)
            else:
                self.add_folder(path)
        elif not os.path.lexists(path):
            self.others.append(_one("E101", path))
        elif path.name in {MODULE, GLOSSARY} and os.path.lexists(path.parent / MODULE):
            self._add_module(path.parent, path.parent, path)
        elif path.parent.name == LESSONS and os.path.lexists(path.parent.parent / MODULE):
            self._add_module(path.parent.parent, path.parent.parent, path)
        elif path.parent.name == "facts":
            self._add_facts([path])
            self._beside.append(path.parent)
        else:
            self._add_stray(path)

    def _add_project(self, root: Path) -> None:
        """The courses folder, and what else the folder around it holds."""
        self.add_folder(root / COURSES)
        for module in module_folders(root):
            if os.path.lexists(module / MODULE):  # other YAML in a project need not be ours
                self._add_module(module, root, None)
        for facts in facts_folders(root):
            self._add_facts(files_in(facts, ".yaml"))

    def add_folder(self, folder: Path) -> None:
        """Read what a folder holds; one that is none or holds nothing is a problem."""
        found = look_into(folder)
        for module in found.modules:
            self._add_module(module, folder, None)
        self._add_facts(found.facts)
        if found.sheet.problems and self._first_time(folder / "."):
            self.others.append(found.sheet)

    def _add_module(self, folder: Path, root: Path, only: Path | None) -> None:
        place = os.path.realpath(folder)
        if self._first_time(folder):
            self.modules.append(read_module(folder, root))
            self._beside += [folder, folder.parent]
            if only is not None:
                self._only[place] = set()
        elif only is None:
            self._only.pop(place, None)
        if only is not None and place in self._only:
            self._only[place].add(only.name)

    def _add_facts(self, paths: Sequence[Path]) -> None:
        for path in paths:
            if self._first_time(path):
                self.facts.append(read_lightly(path, path.parent, shape.FactsFile, self._has_old))

    def _has_old(self, document: FactsDocument) -> bool:
        """Whether a fact of the file is past its date: to tell where, the file would have to be read again."""
        return self.today is not None and any(is_old(fact, self.today) for fact in facts_of(document))

    def _add_stray(self, path: Path) -> None:
        """A file that stands nowhere in particular is what its keys say."""
        source = read_source(path, path.parent)
        mark = len(source.sheet.problems)
        looked = read_document(Source(source.sheet, source.text), shape.GlossaryFile)
        keys = set(looked.node.entries) if isinstance(looked.node, Mapping) else set()
        if source.text is None or looked.node is None:
            self.others.append(source.sheet)
            return
        del source.sheet.problems[mark:]  # of the look; the true reading says them again
        if "facts" in keys:
            self.facts.append(read_document(source, shape.FactsFile))
        elif "steps" in keys:
            document = read_document(source, shape.LessonFile)
            self.strays.append((path.stem, document))
            self.others.append(document.sheet)
        elif "terms" in keys:
            self.others.append(read_document(source, shape.GlossaryFile).sheet)
        elif "lessons" in keys or "concepts" in keys:
            self.modules.append(ModuleFolder(path.parent, read_document(source, shape.ModuleFile)))
            self._only[os.path.realpath(path.parent)] = {path.name}
        else:
            source.sheet.add("E131")
            self.others.append(source.sheet)

    def read_near_modules(self, bundled: Places | None, *, copies: bool) -> None:
        """The bundled modules that are not given.

        With ``copies`` a given module may stand in for the bundled one of its id; it is only warned that the app would
        not open both.
        """
        if bundled is None:
            return
        courses = bundled.courses
        # An id that is taken is the problem of the one that is not bundled, whatever was named first.
        self.modules.sort(key=lambda module: not inside(module.path, courses))
        near = [read_module(path, courses) for path in look_into(courses).modules if self._first_time(path)]
        given = {module.value.id: module for module in self.modules if module.value} if copies else {}
        for module in near:
            stands_in = given.get(module.value.id) if module.value else None
            if stands_in is None:
                self.near_modules.append(module)
            else:
                place = f"{module.file.sheet.path}:{module.file.span(('id',)).line}"
                stands_in.file.report("W512", ("id",), id=stands_in.value.id if stands_in.value else "", other=place)

    def read_near_facts(self, bundled: Places | None) -> None:
        """The files beside given ones, and the bundled register; what is given may be another copy of that."""
        self.near_facts = self._read_new(self._beside)
        if bundled is not None:
            given, names = fact_ids(self.facts), {_name(document.sheet) for document in self.facts}
            for document in self._read_new([bundled.seeds]):
                copied = _name(document.sheet) in names and not given.isdisjoint(fact_ids([document]))
                (self.originals if copied else self.near_facts).append(document)

    def _read_new(self, folders: Sequence[Path]) -> list[FactsDocument]:
        paths = [
            path
            for folder in dict.fromkeys(folders)
            for facts in facts_folders(folder)
            for path in files_in(facts, ".yaml")
        ]
        return [read_lightly(path, path.parent, shape.FactsFile) for path in paths if self._first_time(path)]

    def _first_time(self, path: Path) -> bool:
        place = os.path.realpath(path)
        new = place not in self._seen
        self._seen.add(place)
        return new

    def wants(self, module: ModuleFolder, sheet: Sheet) -> bool:
        """Whether the file is reported on: all of a module, unless only some of its files were asked for."""
        only = self._only.get(os.path.realpath(module.path))
        return only is None or _name(sheet) in only


def _one(code: str, path: Path) -> Sheet:
    sheet = Sheet(name_of(path))
    sheet.add(code, path=sheet.path)
    return sheet


def _name(sheet: Sheet) -> str:
    return PurePath(sheet.path).name
