"""``check(paths)``: read everything that is asked for, whole, and report all problems at once. Draws nothing.

``gathering`` is what is read, this how it is judged.
"""

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from sosmed_learn.content import format as shape
from sosmed_learn.content.diagnosisrules import check_diagnosis
from sosmed_learn.content.documents import Document
from sosmed_learn.content.examrules import check_exam
from sosmed_learn.content.facts import check_register, fact_ids
from sosmed_learn.content.figures import check_figures
from sosmed_learn.content.folders import ModuleFolder
from sosmed_learn.content.gathering import Gathering
from sosmed_learn.content.ignores import apply_ignores
from sosmed_learn.content.lint.judge import lint_lesson, lint_module
from sosmed_learn.content.listing import compare
from sosmed_learn.content.locations import Places
from sosmed_learn.content.meaning import check_lesson, check_lesson_aliases
from sosmed_learn.content.names import Known, languages_of
from sosmed_learn.content.problems import COUNTS, Problem, Sheet, in_order, thinned
from sosmed_learn.content.relations import (
    check_concepts,
    check_glossary,
    check_module,
    check_module_ids,
    known_concepts,
)
from sosmed_learn.content.source import read_source
from sosmed_learn.content.taskrules import check_documents
from sosmed_learn.content.teaching import check_teaching
from sosmed_learn.content.terms import check_terms

if TYPE_CHECKING:
    from sosmed_learn.content.remembered import Remembered
    from sosmed_learn.content.translations import Version

History = Callable[[Path], "Iterable[Version]"]
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
    remembered: "Remembered | None" = None,
) -> Report:
    """The report on ``paths``; without any, on the bundled courses and facts and the ``extra`` course folders.

    A path is a folder of modules, a module, one of its files, the seeds folder, its facts folder or one file of it.
    Facts past their date are told where ``today`` is known. Warnings whose code is ``ignored`` are left out. With a
    ``history``, which gives the earlier versions of a file, translations that are older than their source are told.
    ``watch`` hears after each lesson how many are done and how many there are. What is ``remembered`` as clean is not
    judged again. Raises nothing for whatever the files hold.
    """
    read = Gathering(today)
    for path in paths or ((bundled.courses, bundled.seeds) if bundled else ()):
        read.add(_in_its_folder(path))
    for path in () if paths else extra:
        read.add_folder(path)
    read.read_near_modules(bundled, copies=bool(paths))
    read.read_near_facts(bundled)
    run = _Judging(read, today, history, watch, remembered)
    run.judge()
    if remembered is not None:
        remembered.keep()
    return run.report(ignored)


def _in_its_folder(path: Path) -> Path:
    """A file's path with the name of its folder, which tells what it is: ``x.yaml`` is a lesson in ``lessons/``."""
    if path.parent.name in {"", ".."} and not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises for long names
        return Path(os.path.abspath(path))  # noqa: PTH100 - resolve would follow links
    return path


class _Judging:
    """How one check judges what it has read."""

    def __init__(
        self,
        read: Gathering,
        today: date | None = None,
        history: History | None = None,
        watch: Callable[[int, int], None] | None = None,
        remembered: "Remembered | None" = None,
    ) -> None:
        self.read = read
        self.today = today
        self.history = history
        self.watch = watch
        self.remembered = remembered
        self.done = self.listed = 0
        self.lessons = self.questions = 0
        self.sheets: list[Sheet] = []

    def _once(
        self,
        read: Sequence[Sheet],
        about: Sequence[str],
        work: Callable[[], None],
        told: Sequence[Sheet] = (),
        known: Known | None = None,
    ) -> None:
        """Do ``work``, unless it is known to find nothing: see ``Remembered.judge``."""
        if self.remembered is None:
            work()
        else:
            self.remembered.judge(read, [*about, known.fingerprint if known else ""], work, told)

    def judge(self) -> None:
        """Everything that needs more than one value."""
        everything = [module.file for module in (*self.read.near_modules, *self.read.modules)]
        for module in self.read.modules:
            check_module(module.file)
            module.file.rest()
        check_module_ids(everything)
        check_concepts(everything)
        check_register(self.read.facts, self.read.near_facts, self.read.originals, self.today)
        registers = [*self.read.facts, *self.read.near_facts, *self.read.originals]
        for document in (*everything, *registers):
            document.rest()
        facts = fact_ids(registers) if registers and all(document.value for document in registers) else None
        concepts = known_concepts(everything) if all(document.value for document in everything) else None
        self.listed = sum(len(module.value.files) for module in self.read.modules if module.value)
        for module in self.read.modules:
            value = module.value
            known = Known(
                languages=languages_of(module.file) if value else Known().languages,
                concepts=concepts,
                misconceptions=frozenset(belief.id for belief in value.misconceptions) if value else None,
                facts=facts,
            )
            self._judge_module(module, known)
        for name, lesson in self.read.strays:
            check_lesson(lesson, Known(), name)
            self._read_twice(lesson, Known())
            apply_ignores(lesson, dated=self.today is not None)
            self._count(lesson)
        for document in self.read.facts:
            check_figures(document)
            self._compare_with_earlier(document)
            apply_ignores(document, dated=self.today is not None)
            document.close()
        self.sheets += [*self.read.others, *(document.sheet for document in self.read.facts)]

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
            work = partial(check_terms, glossary, list(documents.values()))
            self._once([glossary.sheet, *(document.sheet for document in documents.values())], ["terms"], work)
        if module.value is not None:
            listed = [documents[name] for name in documents if name in module.value.files]
            check_lesson_aliases(listed)
            check_exam(module.file, documents)
            check_diagnosis(module.file, documents)
            check_documents(listed)
            if known.languages and self.read.wants(module, module.file.sheet):
                work = partial(lint_module, module.file, listed, known.languages)
                read = [document.sheet for document in listed]
                self._once(read, ["module", *known.languages], work, [module.file.sheet])
        for document in (module.file, *([glossary] if glossary else []), *documents.values()):
            if self.read.wants(module, document.sheet):
                self._compare_with_earlier(document)
            apply_ignores(document, dated=self.today is not None)
        sheets += [*(document.sheet for document in documents.values()), *listing.sheets]
        self.sheets += [sheet for sheet in sheets if self.read.wants(module, sheet)]
        for sheet in sheets:
            sheet.lines = ()  # a problem has its excerpt; with the texts of all files the memory would grow
        module.file.close()

    def _compare_with_earlier(self, document: Document[Any]) -> None:
        if self.history is not None:
            from sosmed_learn.content.translations import check_translations  # noqa: PLC0415 - seldom asked for

            check_translations(document, self.history(Path(document.sheet.path)), str(self.today or ""))

    def _judge_lesson(
        self, module: ModuleFolder, name: str, known: Known, *, stray: bool
    ) -> Document[shape.LessonFile]:
        document = module.read_lesson(name)
        bank = module.value is not None and name in module.value.files and name not in module.value.lessons
        wanted = self.read.wants(module, document.sheet)
        work = partial(self._read_lesson, document, known, name, bank=bank, wanted=wanted)
        self._once([document.sheet], ["lesson", name, str((bank, wanted))], work, known=known)
        if stray:
            document.sheet.add("W501", document.span(("id",)), id=name)
        if wanted:
            self._count(document, bank=bank)
        document.shed(partial(read_source, module.lesson_path(name), module.path))
        self._step()
        return document

    def _read_lesson(
        self, document: Document[shape.LessonFile], known: Known, name: str, *, bank: bool, wanted: bool
    ) -> None:
        check_lesson(document, known, name)
        if wanted:
            self._read_twice(document, known, bank=bank)

    def _step(self) -> None:
        """Say that one more lesson is done; strays are not counted beforehand."""
        if self.watch:
            self.done += 1
            self.watch(self.done, max(self.done, self.listed))

    def _count(self, document: Document[shape.LessonFile], *, bank: bool = False) -> None:
        self.lessons += not bank
        self.questions += sum(step.question is not None for step in document.value.steps) if document.value else 0

    def _read_twice(self, document: Document[shape.LessonFile], known: Known, *, bank: bool = False) -> None:
        """What a second reader says of a lesson; nothing of it keeps a learner out. A bank teaches nothing."""
        check_figures(document)
        if not bank:
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
            modules=len(self.read.modules),
            lessons=self.lessons,
            questions=self.questions,
            paths=tuple(sheet.path for sheet in self.sheets),
        )


def _weight(problem: Problem) -> int:
    """How many problems it stands for."""
    return int(dict(problem.args).get("count", "0")) if problem.code in COUNTS else 1
