"""The sentences about values, E2xx to E4xx, in English and marked for translation. Finds nothing itself."""

from sosmed_learn.content.catalogue_files import DASH
from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

SHAPE = {
    "E201": Entry(N_("The key `{key}` is not known here."), N_("Known here: {allowed}.")),
    "E202": Entry(N_("The key `{key}` is missing here."), N_("Add `{key}: {example}`.")),
    "E203": Entry(
        N_("`{key}` must be a list, but here is {found}."),
        N_("Write each item on its own line behind `- `, or write [a, b]; [] is an empty list."),
    ),
    "E204": Entry(N_("`{value}` is not possible for `{key}`."), N_("Possible: {allowed}.")),
    "E205": Entry(N_("`{value}` does not fit `{key}`: it must be {form}."), N_("Write it in that form.")),
    "E221": Entry(
        N_("`{key}` takes the id of a lesson, not the name of its file."),
        N_("Write the id alone, without folder and ending."),
    ),
    "E222": Entry(
        N_("An item of `{key}` must be a group of keys, but here is {found}."),
        N_("Write `- {example}`. Known here: {allowed}."),
    ),
    "E223": Entry(N_("`{value}` for `{key}` is too small."), N_("It can be {low} or more.")),
    "E224": Entry(
        N_("`{value}` for `{key}` must be a number and nothing else."),
        N_("Write `{number}` alone. What an `answer` is counted in goes under `unit`."),
    ),
    "E225": Entry(N_("`{key}` and `{other}` cannot be in one item."), DASH),
    "E226": Entry(
        N_("`{key}` does not belong here, but to the group of `{other}` above."),
        N_("Indent it as far as `{other}`, with all that belongs to it."),
    ),
    "E227": Entry(
        N_("`{key}` must be names with something behind each, but here is {found}."),
        N_("Write each on a line of its own below it, indented, as `name: {example}`; or all as {{name: {example}}}."),
    ),
    "E228": Entry(N_("One of these keys is missing here: {allowed}."), N_("Add one of them.")),
    "E206": Entry(
        N_("`{value}` for `{key}` must be {expected}."),
        N_("Write {form}."),
    ),
    "E207": Entry(N_("`{value}` for `{key}` is out of range."), N_("It can be from {low} to {high}.")),
    "E208": Entry(N_("`{key}` has no text."), N_("Write the text, or remove the key where it is optional.")),
    "E209": Entry(
        N_("The text for the language `{language}` is missing."),
        N_("Add `{language}: …`. This module is in these languages: {languages}."),
    ),
    "E210": Entry(
        N_("This course is written for a newer version of the app: format {value}, and this app knows {known}."),
        N_("Update sosmed-learn, or write the course in format {known}."),
    ),
    "E211": Entry(N_("Exactly one of these keys must be here: {allowed}."), N_("Keep one of them.")),
    "E212": Entry(
        N_("The key `{key}` can only stand together with `{other}`."), N_("Add `{other}`, or remove `{key}`.")
    ),
    "E213": Entry(N_("The text of `{key}` is too long: {count} characters, at most {high}."), N_("Shorten it.")),
    "E220": Entry(
        N_("The text of `{key}` has too many lines: {count}, at most {high}."), N_("Split it into several steps.")
    ),
    "E214": Entry(N_("`{key}` has {count} items."), N_("It can have from {low} to {high}.")),
    "E215": Entry(N_("`{value}` for `{key}` must be {expected}."), N_("Write year, month and day: 2026-11-23.")),
    "E217": Entry(
        N_("`{key}` must be a group of keys, but here is {found}."),
        N_("Write the keys below it, indented, or as {{key: …, key: …}}. Known here: {allowed}."),
    ),
    "E218": Entry(
        N_("`{key}` must be {expected}, but here is {found}."),
        N_('Write it behind the colon; a text with brackets is put in quotes: "…".'),
    ),
    "E216": Entry(N_("`{value}` for `{key}` must be {expected}."), N_("Write `true` or `false`.")),
    "E219": Entry(
        N_("Is `{value}` for `{key}` {whole} or {decimal}? A point before three digits can be read either way."),
        N_("Write `{whole}` or `{written}`."),
    ),
}

REFERENCES = {
    "E301": Entry(N_("The id `{id}` is already taken in {other}."), N_("Ids are used once; give this one another id.")),
    "E302": Entry(N_("The lesson's id `{id}` is not its file name `{other}`."), N_("Rename the file or the id.")),
    "E303": Entry(
        N_("The lesson `{id}` is listed, but there is no file `{path}`."), N_("Write the file, or remove the line.")
    ),
    "E313": Entry(N_("The lesson `{id}` is listed twice; the first is in {other}."), N_("Remove one of the two.")),
    "E304": Entry(N_("There is no concept `{id}`."), N_("Concepts are declared in a module.yaml under `concepts`.")),
    "E305": Entry(
        N_("There is no misconception `{id}` in this module."), N_("Declare it in module.yaml under `misconceptions`.")
    ),
    "E306": Entry(N_("There is no fact `{id}`."), N_("Facts are declared in `seeds/facts/`.")),
    "E307": Entry(
        N_("There is no concept `{id}` that could be needed here."),
        N_("Concepts are declared in a module.yaml under `concepts`."),
    ),
    "E308": Entry(
        N_("These concepts need each other in a circle: {cycle}."),
        N_("Remove one of these needs, so that one comes first."),
    ),
    "E309": Entry(
        N_("The text cites `[^{id}]`, but `facts` here does not list it."), N_("Add `{id}` to `facts` of this step.")
    ),
    "W512": Entry(
        N_("A bundled module has the id `{id}` too: {other}. The app would not open this one beside it."),
        N_("Give this one another id, unless it is a copy of the bundled one that you are working on."),
    ),
    "E312": Entry(
        N_("The old id `{id}` is also used in {other}."),
        N_("`aliases` are ids that this very lesson or question had before; nothing else has them. Remove it here."),
    ),
    "E310": Entry(N_("The module id `{id}` is already taken by {other}."), N_("Give this one another id.")),
    "E311": Entry(
        N_("`{text}` does not cite a fact: what stands behind `^` is no fact id."),
        N_("Cite a fact by its id in small letters, such as `[^f-016]`."),
    ),
}

MEANING = {
    "E401": Entry(
        N_("A question of kind `{kind}` has exactly one right choice; this has {count}."),
        N_("Mark one choice with `correct: true`, or use `kind: multiple`."),
    ),
    "E402": Entry(N_("No choice of this question is right."), N_("Mark the right ones with `correct: true`.")),
    "E403": Entry(
        N_("Two choices are the same: this is also `{other}`."), N_("Change one, or give each its own `id`.")
    ),
    "E404": Entry(
        N_("A right choice cannot stand for a misconception."),
        N_("Move `misconception` to a wrong choice, or remove `correct: true`."),
    ),
    "E405": Entry(
        N_("The answer `{value}` would not be accepted when a learner types it."),
        N_("Write an answer in letters or digits that a learner can type; `accept` must take a model answer too."),
    ),
    "E406": Entry(
        N_("The slip `{value}` counts as a right answer when a learner types it."),
        N_("Remove the slip, or make the answer or the tolerance narrower."),
    ),
    "E407": Entry(
        N_("The slip `{value}` is never reached: another slip before it already takes it."),
        N_("Remove one of the two."),
    ),
    "E408": Entry(
        N_("The pattern `{value}` accepts anything that is typed."), N_("Add a word to it, such as `jangkau*`.")
    ),
    "E409": Entry(
        N_("The day of `check-again` is not later than that of `seen`."),
        N_("The day of the next check comes after the day of the last."),
    ),
    "E410": Entry(
        N_("`corrected-by` names facts, but there is no `correction` that a learner can read."),
        N_("Add `correction` in one or two sentences."),
    ),
    "E411": Entry(N_("A fact cannot correct itself."), N_("Name the fact that corrects it.")),
    "E412": Entry(
        N_("There is no warning `{value}` that could be ignored."),
        N_("Write the code of a warning as `check` prints it, such as W601."),
    ),
    "E413": Entry(
        N_("`{value}` is an error, and errors cannot be ignored."),
        N_("Mend what it points at, and remove this line."),
    ),
}
