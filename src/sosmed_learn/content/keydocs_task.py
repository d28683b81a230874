"""What each group and key of a task is for, in a sentence. ``keydocs`` adds them to those of the rest."""

from collections.abc import Mapping

from sosmed_learn.content import format as shape
from sosmed_learn.i18n import N_

TASK_GROUPS: Mapping[type[shape.Shape], str] = {
    shape.TaskShape: N_("A worksheet that becomes a document of the learner's own, as a file of Markdown."),
    shape.TaskFieldShape: N_("Something to fill in; with `formula`, a number that follows from others."),
    shape.FieldChoiceShape: N_("One of the things to choose from."),
    shape.CriterionShape: N_("Something to check the finished document for."),
}

TASK_KEYS: Mapping[type[shape.Shape], Mapping[str, str]] = {
    shape.TaskShape: {
        "id": N_("The task's id, unique in its lesson. It never changes: what learners wrote is kept under it."),
        "title": N_("The title of the worksheet."),
        "minutes": N_("How long the worksheet takes; this is not part of the lesson's `minutes`."),
        "fields": N_("What is filled in, one after the other."),
        "template": N_("The document in Markdown; `{name}` is where the words of that field go."),
        "rubric": N_("Two to seven points for learners to check their document against."),
        "brief": N_("What to do and what for, in Markdown, shown before the worksheet opens."),
        "document": N_("The name of the file, without an ending; the task's id without it."),
        "customer-data": N_("Whether customers' data could get into it: then a warning stands above the fields."),
        "concept": N_("The id of the concept that is practised."),
        "facts": N_("The ids of the facts that the brief cites as [^id]."),
        "aliases": N_("Ids that the task had before, so that what was written is kept after renaming."),
        "ignore": N_("Warnings that do not fit here, each with its reason."),
    },
    shape.TaskFieldShape: {
        "id": N_("The name by which the template and formulas use the field. It never changes."),
        "label": N_("What is to be filled in, in a few words."),
        "kind": N_("A `line`, several `lines`, a `number`, or a `choice`; a line without it."),
        "help": N_("An example, or where to find it."),
        "unit": N_("What a number counts, such as Rp, % or orders."),
        "choices": N_("What can be chosen."),
        "formula": N_("How the number follows from fields above it, such as `spend / orders`."),
        "round": N_("To how many decimals the result is shown; 2 without it."),
    },
    shape.FieldChoiceShape: {
        "id": N_("The choice's id, under which it is kept. It never changes."),
        "text": N_("What is chosen, and what the document then says."),
    },
    shape.CriterionShape: {
        "id": N_("The point's id. It never changes."),
        "text": N_("What must be true of a good document, so that it can be answered with yes or no."),
    },
}
