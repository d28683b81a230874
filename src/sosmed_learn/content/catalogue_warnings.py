"""The sentences of warnings, W5xx, in English and marked for translation. Finds nothing itself."""

from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

WARNINGS = {
    "W501": Entry(
        N_("This lesson is not listed in module.yaml, so learners cannot open it."),
        N_("Add `{id}` to `lessons`, or remove the file."),
    ),
    "W502": Entry(
        N_("This is shown to readers of both languages: it has no language."),
        N_("Write `id: …` and `en: …` under the key."),
    ),
    "W503": Entry(
        N_("The fact `{id}` is listed, but no text here cites `[^{id}]`."),
        N_("Cite it where it is used, or remove it."),
    ),
    "W504": Entry(
        N_("This file is not read: its name does not end in `.yaml`."),
        N_("Rename it to `{other}`, if it belongs here."),
    ),
    "W505": Entry(
        N_("The question tests `{id}`, which this lesson does not list under `concepts`."),
        N_("Add it to the lesson's `concepts`, or change the question's concept."),
    ),
    "W506": Entry(
        N_("The text is in `{language}`, which is not a language of this module."),
        N_("Add it to `languages` in module.yaml, or remove the text."),
    ),
    "W507": Entry(
        N_("The concept `{id}` has another title in {other}. It is the same concept, and the title there is used."),
        N_("Write the same title, or give this concept another id."),
    ),
    "W508": Entry(N_("`{path}` is not read where it is."), N_("If it belongs to the course, it must be `{other}`.")),
    "W509": Entry(
        N_("This text ends with a quote mark that opens nowhere."),
        N_("Put a quote mark at its beginning too, or remove this one."),
    ),
    "W510": Entry(
        N_("`{text}` became {meaning}, because the text is between double quotes."),
        N_("If a backslash is meant, write it twice, `\\\\`, or use single quotes. For lines use a block with `|-`."),
    ),
    "W511": Entry(
        N_("`{text}` is not shown to learners: ` #` begins a comment in YAML, here in the middle of a text."),
        N_('If it belongs to the text, put the whole text in quotes: "…". If not, write it on a line of its own.'),
    ),
    "W513": Entry(
        N_("The text in `{language}` does not cite `[^{id}]`, but the one in `{other}` does."),
        N_("Cite the fact in both languages, or in neither."),
    ),
    "W514": Entry(
        N_("Learners see the curly quote marks round this text: to YAML they are a part of it."),
        N_('Write straight ones, "…", or none. If learners shall see quote marks, write "“…”".'),
    ),
    "W515": Entry(
        N_("The block that {text} opens here is not closed, so all of the text behind it is shown as code."),
        N_("Write {text} on a line of its own where the block ends."),
    ),
    "W516": Entry(
        N_("`{path}` is not read: its name cannot be the id of a lesson."),
        N_("If it is a copy, delete it. If not, rename it; the id of a lesson is made of {form}."),
    ),
    "W517": Entry(
        N_("`0` would also be right: the tolerance is as large as the answer {value}."),
        N_("Make the tolerance smaller; it is in the unit of the answer, not in percent."),
        N_("Learners who have not understood the sum are told that they have."),
    ),
    "W518": Entry(
        N_("Every choice is right, so ticking all of them needs no thought."),
        N_("Add a wrong choice that people really believe, or ask another question."),
        N_("Learners get no picture of what they know."),
    ),
    "W519": Entry(
        N_("`{id}` is tested here before any text has taught it."),
        N_("Put a text before the question, or mark it with `pretest: true`, so that it is not scored."),
        N_("Learners lose marks for what nobody has told them."),
    ),
    "W533": Entry(
        N_("A first guess is made once, so `tries` changes nothing here."),
        N_("Remove `tries`, or `pretest: true`."),
        N_("Learners do not get the tries that you meant for them."),
    ),
    "W520": Entry(
        N_("{value} minutes are too few: reading and answering takes about {count}."),
        N_("Raise `minutes`, shorten the texts, or make two lessons of it."),
        N_("Learners plan by the minutes, and stop before the end when these are over."),
    ),
    "W521": Entry(
        N_("The numbers are not those of the text in `{other}`: only here {value}, only there {number}."),
        N_("Find out which of the two is right, and write it in both."),
        N_("Learners of one language learn a wrong number, or count with another than is asked for."),
    ),
    "W522": Entry(
        N_("`{text}` with a figure is a claim about the world, but this step lists no fact."),
        N_("Cite the fact, `[^f-016]`, and list it under `facts`; or take the figure out."),
        N_("Learners repeat what they read here; nobody can look up whether it still holds."),
    ),
    "W523": Entry(
        N_("The fact `{id}` should have been looked at again by this day."),
        N_("Open its source. If it still says so, set `seen` to today and `check-again` to a later day."),
        N_("The app marks the fact as perhaps out of date wherever it is shown."),
    ),
    "W524": Entry(
        N_("No warning `{value}` is left here that would need to be ignored."),
        N_("Remove it from `ignore`."),
        N_("It would hide the next warning of this kind from you, which nobody has thought about."),
    ),
    "W525": Entry(
        N_("The glossary has the term `{text}` twice; the first is in {other}."),
        N_("Keep one of them and put into it what both say."),
        N_("Learners who look the word up get two meanings, and cannot tell which one is meant."),
    ),
    "W526": Entry(
        N_("{count} texts say `{text}`, and none of their translations says `{value}`."),
        N_("Use the term of the glossary in the translations too, or write here what they call it."),
        N_("Learners of that language meet a word that they cannot look up."),
    ),
    "W527": Entry(
        N_("`{text}` is written `{value}` in the glossary."),
        N_("Write it here as it is written there, or change the glossary."),
        N_("Learners wonder whether it is another thing, and do not find it when they look it up."),
    ),
    "W529": Entry(
        N_("Lists and quotes stand {count} deep in each other here."),
        N_("Use at most {high}: break the list up, or make a heading of what is outermost."),
        N_("In a narrow window nothing is left of the line for the words, and what follows may not be seen."),
    ),
    "W528": Entry(
        N_("The text in `{language}` may be out of date: the one in `{other}` was changed on {day}, this one was not."),
        N_("Read both side by side, and bring this one in line."),
        N_("Learners of the two languages are told different things."),
    ),
    "W590": Entry(
        N_("The day of `changed` has not come, or is later than that of `seen`."),
        N_("Set `seen` to the day on which the source was read, and `changed` to that day or an earlier one."),
        N_("Learners who knew what was so before are asked again from that day on, and not earlier."),
    ),
    "W598": Entry(
        N_("{count} more problems of the kind {kind} in this file are not shown."),
        N_("Mend these first and check again."),
    ),
}
