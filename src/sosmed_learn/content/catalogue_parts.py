"""The sentences about orders, matches, bins, blanks and combinations, in English and marked for translation.

Finds nothing itself.
"""

from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

PARTS = {
    "E331": Entry(N_("This question has no bin `{id}`."), N_("Bins are declared under `bins` of the question.")),
    "E332": Entry(
        N_("The combination names `{id}`, but nothing in this question has that id."),
        N_("Only what has an `id:` of its own can be named. Here these have one: {allowed}."),
    ),
    "E333": Entry(
        N_("The sentence has a gap `[[{id}]]`, but there is no blank of that id."),
        N_("Write the id of a blank between the brackets, as it stands under `blanks`."),
    ),
    "E431": Entry(
        N_("Learners cannot tell this from `{other}`: the words are the same."),
        N_("Write other words here or there."),
    ),
    "E432": Entry(
        N_("Learners cannot tell this side from `{other}`: the words are the same."),
        N_("Write other words here or there. Where several things belong to the same one, use `kind: sort`."),
    ),
    "E433": Entry(
        N_("What this combination names is right, and so there is nothing to say about it."),
        N_("Name a wrong combination. The reasons for what is right stand under `why`."),
    ),
    "E434": Entry(
        N_("A blank has exactly one right choice; `{id}` has {count}."),
        N_("Mark one choice with `correct: true`. Where several words would do, let them be typed: `accept`."),
    ),
    "E435": Entry(
        N_("The gap `[[{id}]]` must stand in the sentence once, but stands there {count} times."),
        N_("Write `[[{id}]]` once where the blank is, in each language; or remove the blank."),
    ),
    "E436": Entry(
        N_("This combination is never reached: the one in {other} already takes it."),
        N_("Put this one before the other, or remove one of the two."),
    ),
    "E437": Entry(
        N_("The combination names `{id}` twice, so nobody can ever answer like this."), N_("Remove one of the two.")
    ),
    "W531": Entry(
        N_("Nothing belongs in the bin `{id}`."),
        N_("Add an item that belongs there, or remove the bin."),
        N_("Learners look for something that belongs there, and put a thing there that they knew better about."),
    ),
    "W532": Entry(
        N_("This has {count} characters; up to {high} can be read at a glance."),
        N_("Shorten it. What it needs besides can stand in `prompt` or `why`."),
        N_("On a small screen learners cannot see the rows together, and so cannot compare them."),
    ),
}
