"""``sosmed-learn documents list``: the documents, how far each is, and the folder that they are in."""

import click

from sosmed_learn.cli.streams import say, tell
from sosmed_learn.i18n import _, in_use


def list_command() -> click.Command:
    """The command, with its help in the language in use."""
    return click.Command("list", callback=list_documents, help=_("List the documents and where they are."))


def list_documents() -> None:
    """Say a line or two for each."""
    from sosmed_learn.cli.commands.documents.access import Found, all_documents, nothing_yet  # noqa: PLC0415
    from sosmed_learn.cli.wiring import documents  # noqa: PLC0415

    def row(found: Found) -> str:
        paper, task = found.paper, found.paper.assigned.task
        filled = _("{done} of {all} fields filled in.").format(done=paper.sheet.filled, all=len(task.inputs))
        rubric = paper.assigned.work.rubric
        holds = sum(rubric.get(each.id, False) for each in task.rubric)
        checked = _("Not checked yet.")
        if rubric:
            checked = _("Checked: {done} of {all} points hold.").format(done=holds, all=len(task.rubric))
        about = f"{task.title.say(in_use())} · {paper.module_title.say(in_use())}"
        return f"{found.name}\n  {about}\n  {filled} {checked}"

    known = all_documents()
    if not known:
        say(nothing_yet())
        return
    say("\n".join(map(row, known)))
    tell(_("They are in {path}").format(path=documents().place))
