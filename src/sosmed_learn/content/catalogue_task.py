"""The sentences about tasks, E47x and W57x, in English and marked for translation. Finds nothing itself."""

from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

TASKS = {
    "E471": Entry(
        N_("The template names `{id}`, but the task has no such field."),
        N_("Write the id of a field between the braces, or add the field under `fields`."),
    ),
    "E472": Entry(
        N_("The formula uses `{id}`, but above it there is no number of that name."),
        N_("A formula can use fields of `kind: number` and other formulas that stand above it."),
    ),
    "E473": Entry(
        N_("The formula `{value}` cannot be worked out: {reason}."),
        N_("Write it as on a calculator, with the ids of fields, such as `chats * closing / 100`."),
    ),
    "E474": Entry(
        N_("The field `{id}` is for choosing, but there are not two things to choose from."),
        N_("Give it `choices` with an id and a text each, or another `kind`."),
    ),
    "E475": Entry(
        N_("Every field is worked out, so there is nothing to fill in."),
        N_("Add the fields that the formulas start from, with `kind: number`."),
    ),
    "E476": Entry(
        N_("`{id}` is the name of a function in formulas."), N_("Give the field another id, such as `{id}_value`.")
    ),
    "W571": Entry(
        N_("The field `{id}` comes up neither in the template nor in a formula."),
        N_("Put `{{{id}}}` where its words belong in the template, or remove the field."),
        N_("Learners fill something in and never see it again."),
    ),
    "W572": Entry(
        N_("The field `{id}` is in the template of the other language, but not in this one."),
        N_("Put `{{{id}}}` into both templates."),
        N_("Learners who read in this language lose what they filled in."),
    ),
    "W573": Entry(
        N_('"{text}" asks for data of customers, and the task does not say so.'),
        N_("Write `customer-data: true`: learners are then warned. Or ask for something that names nobody."),
        N_("Learners could put names and phone numbers of customers into a file without thinking of it."),
    ),
    "W574": Entry(
        N_("`{key}` does nothing in this field."),
        N_("`choices` belongs to `kind: choice`, `unit` to numbers, `round` to a `formula`, which needs no `kind`."),
        N_("What you meant by it does not happen."),
    ),
    "W575": Entry(
        N_("Another task of this module already writes a document `{id}`: {other}."),
        N_("Give this task's document a name of its own: `document: …`."),
        N_("Both become files of nearly one name, and learners cannot tell which is which."),
    ),
}
