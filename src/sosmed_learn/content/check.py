"""``check(paths)``: read everything that is asked for, whole, and report all problems at once. Draws nothing.

What the given files refer to may also stand in the bundled courses and facts; the problems of those are their own
affair and are not reported, unless they are given too.
"""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from msgspec import Struct

from sosmed_learn.content import format as shape
from sosmed_learn.content.documents import Document, read_document, read_lightly
from sosmed_learn.content.facts import FactsDocument, check_register, fact_ids
from sosmed_learn.content.figures import check_figures
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
from sosmed_learn.content.ignores import apply_ignores
from sosmed_learn.content.lint.judge import lint_lesson, lint_module
from sosmed_learn.content.listing import compare
from sosmed_learn.content.locations import Places
from sosmed_learn.content.meaning import check_lesson, check_lesson_aliases
from sosmed_learn.content.names import Known, languages_of
from sosmed_learn.content.nodes import Mapping
from sosmed_learn.content.problems import COUNTS, Problem, Sheet, in_order, name_of, thinned
from sosmed_learn.content.relations import (
    check_concepts,
    check_glossary,
    check_module,
    check_module_ids,
    known_concepts,
)
from sosmed_learn.content.source import Source, inside, read_source
from sosmed_learn.content.teaching import check_teaching
from sosmed_learn.content.terms import check_terms
from sosmed_learn.content.translations import Version, check_translations

History = Callable[[Path], Iterable[Version]]
"""A file's path -> its earlier versions, the oldest first."""


class Report(Struct, frozen=True):
    """All problems by path, line and column, and how much was looked at; ``paths`` as problems name them."""

    problems: tuple[Problem, ...]
    files: int = 0
    modules: int = 0
    lessons: int = 0
    questions: int = 0
    paths: tuple[str, ...] = ()

    @property
    def errors(self) -> int:
        return sum(_weight(problem) for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> int:
        return sum(_weight(problem) for problem in self.problems if problem.severity == "warning")


def check(  # noqa: PLR0913 - each answers a question of its own
    paths: Sequence[Path] = (),
    *,
    bundled: Places | None = None,
    extra: Sequence[Path] = (),
    today: date | None = None,
    ignored: Collection[str] = (),
    history: History | None = None,
    watch: Callable[[int, int], None] | None = None,
) -> Report:
    """The report on ``paths``; without any, on the bundled courses and facts and the ``extra`` course folders.

    A path is a folder of modules, a module, one of its files, the seeds folder, its facts folder or one file of it.
    Facts past their date are told where ``today`` is known. Warnings whose code is ``ignored`` are left out. With a
    ``history``, which gives the earlier versions of a file, translations that are older than their source are told.
    ``watch`` hears after each lesson how many are done and how many there are. Raises nothing for whatever the files
    hold.
    """
    run = _Run(today, history, watch)
    for path in paths or ((bundled.courses, bundled.seeds) if bundled else ()):
        run.add(_in_its_folder(path))
    for path in () if paths else extra:
        run.add_folder(path)
    run.read_near_modules(bundled, copies=bool(paths))
    run.read_near_facts(bundled)
    run.judge()
    return run.report(ignored)


def _in_its_folder(path: Path) -> Path:
    """A file's path with the name of its folder, which tells what it is: ``x.yaml`` is a lesson in ``lessons/``."""
    if path.parent.name in {"", ".."} and not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for long names
        return Path(os.path.abspath(path))  # noqa: PTH100 - resolve would follow links
    return path


class _Run:
    """What one check has read. ``only`` are the files to report on where a single file of a module was asked for."""

    def __init__(
        self,
        today: date | None = None,
        history: History | None = None,
        watch: Callable[[int, int], None] | None = None,
    ) -> None:
        self.today = today
        self.history = history
        self.watch = watch
        self.done = self.listed = 0
        self.modules: list[ModuleFolder] = []
        self.facts: list[FactsDocument] = []
        self.others: list[Sheet] = []  # files and folders that belong to neither
        self.lessons = self.questions = 0
        self.sheets: list[Sheet] = []
        self.only: dict[str, set[str]] = {}
        self.near_modules: list[ModuleFolder] = []
        self.near_facts: list[FactsDocument] = []
        self.originals: list[FactsDocument] = []  # bundled files of which another copy is given
        self.beside: list[Path] = []  # folders whose facts what is given can refer to
        self.seen: set[str] = set()

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
            self.beside.append(path.parent)
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
            self.beside += [folder, folder.parent]
            if only is not None:
                self.only[place] = set()
        elif only is None:
            self.only.pop(place, None)
        if only is not None and place in self.only:
            self.only[place].add(only.name)

    def _add_facts(self, paths: Sequence[Path]) -> None:
        for path in paths:
            if self._first_time(path):
                self.facts.append(read_lightly(path, path.parent, shape.FactsFile))

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
            check_lesson(document, Known(), path.stem)
            self._read_twice(document, Known())
            apply_ignores(document, dated=self.today is not None)
            self._count(document)
            self.others.append(document.sheet)
        elif "terms" in keys:
            self.others.append(read_document(source, shape.GlossaryFile).sheet)
        elif "lessons" in keys or "concepts" in keys:
            self.modules.append(ModuleFolder(path.parent, read_document(source, shape.ModuleFile)))
            self.only[os.path.realpath(path.parent)] = {path.name}
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
        self.near_facts = self._read_new(self.beside)
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
        new = place not in self.seen
        self.seen.add(place)
        return new

    def judge(self) -> None:
        """Everything that needs more than one value."""
        everything = [module.file for module in (*self.near_modules, *self.modules)]
        for module in self.modules:
            check_module(module.file)
            module.file.rest()
        check_module_ids(everything)
        check_concepts(everything)
        check_register(self.facts, self.near_facts, self.originals, self.today)
        registers = [*self.facts, *self.near_facts, *self.originals]
        for document in (*everything, *registers):
            document.rest()
        facts = fact_ids(registers) if registers and all(document.value for document in registers) else None
        concepts = known_concepts(everything) if all(document.value for document in everything) else None
        self.listed = sum(len(module.value.lessons) for module in self.modules if module.value)
        for module in self.modules:
            value = module.value
            known = Known(
                languages=languages_of(module.file) if value else Known().languages,
                concepts=concepts,
                misconceptions=frozenset(belief.id for belief in value.misconceptions) if value else None,
                facts=facts,
            )
            self._judge_module(module, known)
        for document in self.facts:
            check_figures(document)
            self._compare_with_earlier(document)
            apply_ignores(document, dated=self.today is not None)
            document.close()
        self.sheets += [*self.others, *(document.sheet for document in self.facts)]

    def _judge_module(self, module: ModuleFolder, known: Known) -> None:
        sheets = [module.file.sheet]
        if any(problem.code == "E210" for problem in module.file.sheet.problems):
            self.sheets += sheets  # its other files are of that format too
            return
        check_figures(module.file)
        glossary = module.read_glossary()
        if glossary is not None:
            check_glossary(glossary, module.file)
            check_figures(glossary)
            sheets.append(glossary.sheet)
        listing = compare(module)
        documents = {
            name: self._judge_lesson(module, name, known, stray=name in listing.strays) for name in listing.names
        }
        if glossary is not None:
            check_terms(glossary, list(documents.values()))
        if module.value is not None:
            listed = [documents[name] for name in documents if name in module.value.lessons]
            check_lesson_aliases(listed)
            if known.languages and self._wanted(module, module.file.sheet):
                lint_module(module.file, listed, known.languages)
        for document in (module.file, *([glossary] if glossary else []), *documents.values()):
            if self._wanted(module, document.sheet):
                self._compare_with_earlier(document)
            apply_ignores(document, dated=self.today is not None)
        sheets += [*(document.sheet for document in documents.values()), *listing.sheets]
        self.sheets += [sheet for sheet in sheets if self._wanted(module, sheet)]
        for sheet in sheets:
            sheet.lines = ()  # a problem has its excerpt; with the texts of all files the memory would grow
        module.file.close()

    def _compare_with_earlier(self, document: Document[Any]) -> None:
        if self.history is not None:
            check_translations(document, self.history(Path(document.sheet.path)), str(self.today or ""))

    def _wanted(self, module: ModuleFolder, sheet: Sheet) -> bool:
        """Whether the file is reported on: all of a module, unless only some of its files were asked for."""
        only = self.only.get(os.path.realpath(module.path))
        return only is None or _name(sheet) in only

    def _judge_lesson(
        self, module: ModuleFolder, name: str, known: Known, *, stray: bool
    ) -> Document[shape.LessonFile]:
        document = module.read_lesson(name)
        check_lesson(document, known, name)
        if stray:
            document.sheet.add("W501", document.span(("id",)), id=name)
        if self._wanted(module, document.sheet):
            self._count(document)
            self._read_twice(document, known)
        self._step()
        return document

    def _step(self) -> None:
        """Say that one more lesson is done; strays are not counted beforehand."""
        if self.watch:
            self.done += 1
            self.watch(self.done, max(self.done, self.listed))

    def _count(self, document: Document[shape.LessonFile]) -> None:
        self.lessons += 1
        self.questions += sum(step.question is not None for step in document.value.steps) if document.value else 0

    def _read_twice(self, document: Document[shape.LessonFile], known: Known) -> None:
        """What a second reader says of a lesson; nothing of it keeps a learner out."""
        check_figures(document)
        check_teaching(document)
        lint_lesson(document, known.languages or ())

    def report(self, ignored: Collection[str]) -> Report:
        """The problems of all sheets but warnings that are ``ignored``, and the counts."""
        for sheet in self.sheets:
            sheet.problems[:] = [
                problem for problem in sheet.problems if problem.severity == "error" or problem.code not in ignored
            ]
        return Report(
            problems=in_order(problem for sheet in self.sheets for problem in thinned(sheet)),
            files=len(self.sheets),
            modules=len(self.modules),
            lessons=self.lessons,
            questions=self.questions,
            paths=tuple(sheet.path for sheet in self.sheets),
        )


def _weight(problem: Problem) -> int:
    """How many problems it stands for."""
    return int(dict(problem.args).get("count", "0")) if problem.code in COUNTS else 1


def _one(code: str, path: Path) -> Sheet:
    sheet = Sheet(name_of(path))
    sheet.add(code, path=sheet.path)
    return sheet


def _name(sheet: Sheet) -> str:
    return PurePath(sheet.path).name
