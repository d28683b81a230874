"""The courses on disk as a ``core.study.Library``: modules at once, lessons, glossaries and facts when asked for.

A lesson is opened when its own file is right and what it refers to in its module exists. References to other modules
and to facts are the business of ``check``: one bad module or fact never takes another from a learner.
"""

from collections.abc import Container, Sequence
from pathlib import Path

from msgspec.structs import replace

from sosmed_learn.content import build
from sosmed_learn.content.build_words import text
from sosmed_learn.content.documents import Document
from sosmed_learn.content.facts import core_facts, read_register
from sosmed_learn.content.folders import CourseFolder, ModuleFolder, look_into, read_modules
from sosmed_learn.content.format import LessonFile, ModuleFile
from sosmed_learn.content.harmless import harmless, shorten
from sosmed_learn.content.locations import Places
from sosmed_learn.content.meaning import check_lesson
from sosmed_learn.content.names import Known
from sosmed_learn.content.problems import Problem, in_order, name_of
from sosmed_learn.content.relations import check_glossary, check_module, check_module_ids
from sosmed_learn.core.errors import LessonUnreadable
from sosmed_learn.core.fact import Fact
from sosmed_learn.core.module import Lesson, Module, Term
from sosmed_learn.core.study import Trouble
from sosmed_learn.core.text import Text


class CourseLibrary:
    """The bundled courses, then those of extra folders. Making one reads every module.yaml and nothing else.

    What was read is kept: changes on disk are seen by the next library. All methods may be called from any thread.
    """

    def __init__(self, places: Places, extra: Sequence[Path] = ()) -> None:
        self._registers = [places.seeds, *extra]  # the bundled facts first: theirs are the ids
        courses, self._extra = look_into(places.courses), [look_into(folder) for folder in dict.fromkeys(extra)]
        self._folders = read_modules([courses, *self._extra])
        for folder in self._folders:
            check_module(folder.file)
        check_module_ids([folder.file for folder in self._folders])
        opened = [
            (folder, folder.value) for folder in self._folders if folder.value and not folder.file.sheet.has_errors
        ]
        self._modules = tuple(build.module(value) for _, value in opened)
        self._by_id: dict[str, tuple[ModuleFolder, ModuleFile]] = {
            value.id: (folder, value) for folder, value in opened
        }
        self._lessons: dict[tuple[str, str], Lesson] = {}
        self._glossaries: dict[str, tuple[Term, ...]] = {}
        self._facts: dict[str, Fact] | None = None

    @property
    def modules(self) -> tuple[Module, ...]:
        """The modules that can be opened, in the order in which they are shown."""
        return self._modules

    def lesson(self, module: str, lesson: str) -> Lesson:
        """The lesson. Raises ``LessonUnreadable`` when its file has an error, or there is none."""
        key = (module, lesson)
        if key not in self._lessons:
            document = self._opened(module, lesson)
            if key not in self._lessons:
                where = _first_error(document.sheet.problems).where
                raise LessonUnreadable(module, lesson, where, _title(document.value))
        return self._lessons[key]

    def _opened(self, module: str, lesson: str) -> Document[LessonFile]:
        """What was read of the lesson; it is kept when it can be opened, as to read it takes long."""
        document = self._read(module, lesson)
        if document.value is not None and not document.sheet.has_errors:
            self._lessons[module, lesson] = build.lesson(document.value)
        return document

    def _read(self, module: str, lesson: str) -> Document[LessonFile]:
        if module not in self._by_id:
            raise LessonUnreadable(module, lesson, module)
        folder, value = self._by_id[module]
        if lesson not in value.files:
            raise LessonUnreadable(module, lesson, folder.file.sheet.path)
        document = folder.read_lesson(lesson)
        beliefs = frozenset(belief.id for belief in value.misconceptions)
        check_lesson(document, Known(languages=value.languages, misconceptions=beliefs), lesson)
        return document

    def glossary(self, module: str) -> tuple[Term, ...]:
        """The module's glossary, of module.yaml and glossary.yaml together; a file with an error gives no terms."""
        if module not in self._glossaries:
            self._glossaries[module] = self._read_glossary(module)
        return self._glossaries[module]

    def _read_glossary(self, module: str) -> tuple[Term, ...]:
        if module not in self._by_id:
            return ()
        folder, value = self._by_id[module]
        terms = value.glossary
        document = folder.read_glossary()
        if document is not None and document.value is not None:
            check_glossary(document, folder.file)
            if document.usable:
                terms += document.value.terms
        return build.terms(terms)

    def fact(self, fact: str) -> Fact | None:
        """The fact of that id, or None. The first call reads the register."""
        return self.facts().get(fact)

    def facts(self) -> dict[str, Fact]:
        """All facts by id. The first call reads the register."""
        if self._facts is None:
            registers = dict.fromkeys(self._registers)
            self._facts = core_facts([document for folder in registers for document in read_register(folder)])
        return self._facts

    def troubles(self) -> tuple[Trouble, ...]:
        """What cannot be opened, after reading everything: course folders, modules, and then lessons."""
        found = [_folder_trouble(folder) for folder in self._extra if folder.sheet.has_errors]
        titles = {module.title for module in self._modules}
        for folder in self._folders:
            value = folder.value
            if value is None or folder.file.sheet.has_errors:
                found.append(_module_trouble(folder, titles))
                continue
            for lesson in value.files:
                if (value.id, lesson) in self._lessons:
                    continue
                document = self._opened(value.id, lesson)
                if not document.usable:
                    found.append(_lesson_trouble(folder, value, lesson, document))
        return tuple(found)


def _title(value: ModuleFile | LessonFile | None) -> Text | None:
    """The title, if any of it could be read."""
    title = text(value.title) if value is not None else Text()
    return title if title.say("id").strip() else None


def _folder_trouble(folder: CourseFolder) -> Trouble:
    title = Text.same(shorten(harmless(folder.sheet.path), 100))
    trouble = Trouble(title=title, where=folder.sheet.path, module="", folder=folder.sheet.path)
    return _explained(trouble, folder.sheet.problems, placed=False)


def _module_trouble(folder: ModuleFolder, taken: Container[Text]) -> Trouble:
    """A module is told by its title, unless one that can be opened has the same: a copy, told by its folder."""
    value, place = folder.value, name_of(folder.path)
    title = _title(value)
    if title is None or title in taken:
        title = Text.same(shorten(harmless(place if title else folder.path.name), 100))
    trouble = Trouble(title=title, where="", module=(value and value.id) or folder.path.name, folder=place)
    return _explained(trouble, folder.file.sheet.problems)


def _lesson_trouble(folder: ModuleFolder, of: ModuleFile, lesson: str, document: Document[LessonFile]) -> Trouble:
    trouble = Trouble(
        title=_title(document.value) or Text.same(lesson),
        where="",
        module=of.id,
        lesson=lesson,
        module_title=text(of.title),
        folder=name_of(folder.path),
    )
    return _explained(trouble, document.sheet.problems)


def _explained(trouble: Trouble, problems: Sequence[Problem], *, placed: bool = True) -> Trouble:
    """The trouble with its first error in words, and with its place if it has one in a file."""
    from sosmed_learn.content.saying import hint, message  # noqa: PLC0415 - a course without errors needs no sentences

    first = _first_error(problems)
    return replace(
        trouble,
        where=first.where if placed else trouble.where,
        problems=sum(problem.severity == "error" for problem in problems),
        what=Text(id=message(first, "id"), en=message(first, "en")),
        hint=Text(id=hint(first, "id"), en=hint(first, "en")),
    )


def _first_error(problems: Sequence[Problem]) -> Problem:
    return next(problem for problem in in_order(problems) if problem.severity == "error")
