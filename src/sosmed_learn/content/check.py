"""``check(paths)``: read everything that is asked for, whole, and report all problems at once. Draws nothing.

``gathering`` is what is read, this how it is judged.
"""

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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
from sosmed_learn.content.folders import ModuleFolder, size_of
from sosmed_learn.content.gathering import Gathering
from sosmed_learn.content.ignores import apply_ignores
from sosmed_learn.content.judged import Judged, as_bytes, from_bytes
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

WORTH_A_SHARE = 350_000
"""Bytes of a module's files which take a fifth of a second: for less no other process need be asked."""

_Module = tuple[ModuleFolder, Known]

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
    workers: int = 1,
) -> Report:
    """The report on ``paths``; without any, on the bundled courses and facts and the ``extra`` course folders.

    A path is a folder of modules, a module, one of its files, the seeds folder, its facts folder or one file of it.
    Facts past their date are told where ``today`` is known. Warnings whose code is ``ignored`` are left out. With a
    ``history``, which gives the earlier versions of a file, translations that are older than their source are told.
    ``watch`` hears after each lesson how many are done and how many there are. What is ``remembered`` as clean is not
    judged again. With more ``workers`` than one, other processes judge modules at the same time, where that pays; the
    report is the same. Raises nothing for whatever the files hold.
    """
    read = Gathering(today)
    for path in paths or ((bundled.courses, bundled.seeds) if bundled else ()):
        read.add(_in_its_folder(path))
    for path in () if paths else extra:
        read.add_folder(path)
    read.read_near_modules(bundled, copies=bool(paths))
    read.read_near_facts(bundled)
    run = _Judging(read, today, history, watch, remembered)
    run.judge(workers)
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
        self.done_elsewhere: Callable[[], int] = int
        self.judged: list[Judged] = []

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

    def judge(self, workers: int = 1) -> None:
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
        known = [_known_in(module, concepts, facts) for module in self.read.modules]
        self._judge_modules([*zip(self.read.modules, known, strict=True)], workers)
        rest = Judged([*self.read.others, *(document.sheet for document in self.read.facts)])
        for name, lesson in self.read.strays:
            check_lesson(lesson, Known(), name)
            self._read_twice(lesson, Known())
            apply_ignores(lesson, dated=self.today is not None)
            rest.count(lesson)
        for document in self.read.facts:
            check_figures(document)
            self._compare_with_earlier(document)
            apply_ignores(document, dated=self.today is not None)
            document.close()
        self.judged.append(rest)

    def _judge_modules(self, modules: Sequence[_Module], workers: int) -> None:
        """One after the other, or in shares where that pays."""
        if workers > 1 and self.history is None:  # git, which that asks, is a process already
            sizes = [size_of(module.path) for module, _ in modules]
            count = min(workers, len(modules), sum(sizes) // WORTH_A_SHARE)
            if count > 1:
                from sosmed_learn.content import shares  # noqa: PLC0415 - not for a few files

                if shares.possible():
                    self._judge_in_shares(modules, shares.deal(sizes, count))
                    return
        self.judged += [self._judge_module(*each) for each in modules]

    def _judge_in_shares(self, modules: Sequence[_Module], dealt: Sequence[Sequence[int]]) -> None:
        """The last share here, each of the others in a process of its own unless that fails."""
        from sosmed_learn.content.shares import Children  # noqa: PLC0415 - not for a few files

        found: dict[int, Judged] = {}
        with Children(partial(self._judge_elsewhere, modules)) as children:
            own = [*dealt[-1]]
            own += [at for share in dealt[:-1] if not children.hand_out(share) for at in share]
            self.done_elsewhere = children.steps
            found |= {at: self._judge_module(*modules[at]) for at in own}
            for share, answer in children.answers(self._say_how_far):
                judged, clean = from_bytes(answer)
                if len(judged) != len(share):
                    judged, clean = [self._judge_module(*modules[at]) for at in share], []
                for at, each in zip(share, judged, strict=True):
                    found[at] = each
                    modules[at][0].file.close()
                if self.remembered is not None:
                    self.remembered.learn(clean)
        self.judged += [found[at] for at in range(len(modules))]

    def _judge_elsewhere(self, modules: Sequence[_Module], share: Sequence[int], step: Callable[[], None]) -> bytes:
        """What another process does. That each lesson is said also tells it when nobody listens any more."""
        self.watch = lambda _done, _all: step()
        judged = [self._judge_module(*modules[at]) for at in share]
        return as_bytes(judged, self.remembered.met if self.remembered else ())

    def _judge_module(self, module: ModuleFolder, known: Known) -> Judged:
        sheets = [module.file.sheet]
        if any(problem.code == "E210" for problem in module.file.sheet.problems):
            return Judged(sheets)  # its other files are of that format too
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
        judged = self._told(module, sheets, documents)
        for sheet in sheets:
            sheet.lines = ()  # a problem has its excerpt; with the texts of all files the memory would grow
        module.file.close()
        return judged

    def _told(
        self, module: ModuleFolder, sheets: Sequence[Sheet], documents: Mapping[str, Document[shape.LessonFile]]
    ) -> Judged:
        """Those of a module's files that are reported on."""
        judged = Judged([sheet for sheet in sheets if self.read.wants(module, sheet)])
        for name, document in documents.items():
            if self.read.wants(module, document.sheet):
                judged.count(document, bank=_is_bank(module, name))
        return judged

    def _compare_with_earlier(self, document: Document[Any]) -> None:
        if self.history is not None:
            from sosmed_learn.content.translations import check_translations  # noqa: PLC0415 - seldom asked for

            check_translations(document, self.history(Path(document.sheet.path)), str(self.today or ""))

    def _judge_lesson(
        self, module: ModuleFolder, name: str, known: Known, *, stray: bool
    ) -> Document[shape.LessonFile]:
        document = module.read_lesson(name)
        bank = _is_bank(module, name)
        wanted = self.read.wants(module, document.sheet)
        work = partial(self._read_lesson, document, known, name, bank=bank, wanted=wanted)
        self._once([document.sheet], ["lesson", name, str((bank, wanted))], work, known=known)
        if stray:
            document.sheet.add("W501", document.span(("id",)), id=name)
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
        """One more lesson is done."""
        self.done += 1
        self._say_how_far()

    def _say_how_far(self) -> None:
        """How many lessons are done; strays are not counted beforehand."""
        if self.watch:
            done = self.done + self.done_elsewhere()
            self.watch(done, max(done, self.listed))

    def _read_twice(self, document: Document[shape.LessonFile], known: Known, *, bank: bool = False) -> None:
        """What a second reader says of a lesson; nothing of it keeps a learner out. A bank teaches nothing."""
        check_figures(document)
        if not bank:
            check_teaching(document)
        lint_lesson(document, known.languages or ())

    def report(self, ignored: Collection[str]) -> Report:
        """The problems of all sheets but warnings that are ``ignored``, and the counts."""
        sheets = [sheet for judged in self.judged for sheet in judged.sheets]
        for sheet in sheets:
            sheet.problems[:] = [
                problem for problem in sheet.problems if problem.severity == "error" or problem.code not in ignored
            ]
        return Report(
            problems=in_order(problem for sheet in sheets for problem in thinned(sheet)),
            files=len(sheets),
            modules=len(self.read.modules),
            lessons=sum(judged.lessons for judged in self.judged),
            questions=sum(judged.questions for judged in self.judged),
            paths=tuple(sheet.path for sheet in sheets),
        )


def _known_in(module: ModuleFolder, concepts: Collection[str] | None, facts: Collection[str] | None) -> Known:
    """What the lessons of a module can refer to."""
    value = module.value
    return Known(
        languages=languages_of(module.file) if value else Known().languages,
        concepts=concepts,
        misconceptions=frozenset(belief.id for belief in value.misconceptions) if value else None,
        facts=facts,
    )


def _is_bank(module: ModuleFolder, name: str) -> bool:
    """Whether the file is none of the lessons, but questions for the exam or the map."""
    return module.value is not None and name in module.value.files and name not in module.value.lessons


def _weight(problem: Problem) -> int:
    """How many problems it stands for."""
    return int(dict(problem.args).get("count", "0")) if problem.code in COUNTS else 1
