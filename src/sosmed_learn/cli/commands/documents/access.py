"""The documents as the commands find them: each brought up to date first, none written over that somebody changed."""

from pathlib import Path

from msgspec import Struct

from sosmed_learn.cli.streams import tell
from sosmed_learn.cli.wiring import Refused, documents, progress_of, study, tell_aside, unsaved
from sosmed_learn.core.errors import SaveFailed
from sosmed_learn.core.papers import Paper, papers
from sosmed_learn.core.task import Task
from sosmed_learn.core.text import other
from sosmed_learn.i18n import _, in_use


class Found(Struct, frozen=True):
    """A document and its file."""

    paper: Paper
    path: Path

    @property
    def task(self) -> Task:
        """The task that it comes from."""
        return self.paper.assigned.task

    @property
    def name(self) -> str:
        """How it is named on the command line."""
        return self.path.stem


def all_documents() -> list[Found]:
    """Every document that was begun. Raises ``Refused`` where they cannot be written."""
    opened = study()
    progress = progress_of(opened)
    tell_aside(opened)
    folder = documents()
    found = []
    for paper in papers(opened.library, progress):
        assigned = paper.assigned
        text, same = paper.sheet.document(in_use()), (paper.sheet.document(other(in_use())),)
        try:
            kept = folder.keep(assigned.owners, assigned.task.document, text, same)
        except SaveFailed as failure:
            raise Refused(unsaved(failure)) from failure
        if kept.beside is not None:
            words = _("{name} was changed outside of the app and is left as it is. The document is kept as {path}.")
            tell(words.format(name=kept.beside.name, path=kept.path))
        found.append(Found(paper, Path(kept.path)))
    return found


def the_document(name: str) -> Found:
    """The document of that name, with or without its ending. Raises ``Refused`` when there is none."""
    known = all_documents()
    wanted = Path(name).name.removesuffix(".md")
    called = [(found.name, found) for found in known]
    called += [(other_name, found) for found in known for other_name in (found.task.document, found.task.id)]
    for each, found in called:
        if each == wanted:
            return found
    if not known:
        raise Refused(nothing_yet())
    names = ", ".join(found.name for found in known)
    raise Refused(_("There is no document {name}. There are: {names}.").format(name=wanted, names=names))


def nothing_yet() -> str:
    """Why there is nothing, and where documents come from."""
    return _("No document yet. Worksheets in lessons become documents, for example in the first lesson of strategy.")
