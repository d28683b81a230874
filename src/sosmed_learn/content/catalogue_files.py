"""The sentences about files and their YAML, E1xx, in English and marked for translation. Finds nothing itself."""

from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

DASH = N_("If a new item begins here, put a dash before it: `- {key}: …`. If not, keep one of the two.")
"""How to mend what may be one item or two."""

_QUOTE = N_('Put the whole text in quotes: "…".')

FILE = {
    "E101": Entry(N_("There is nothing at `{path}`."), N_("Check the spelling of the path, and where you are.")),
    "E102": Entry(
        N_("This file is too large: {size} MB."),
        N_("A course file has at most {most} MB. Split the lesson, or see whether something else was saved here."),
    ),
    "E103": Entry(
        N_("This file is not UTF-8 text: byte {byte} cannot be read."),
        N_("Save it again with the encoding UTF-8; most editors offer it in the save dialogue."),
    ),
    "E104": Entry(N_("This file is empty."), N_("Write the content, or delete the file.")),
    "E105": Entry(
        N_("There is a control character here ({character}), which could upset a learner's screen."),
        N_("Delete it; it probably came along when text was pasted."),
    ),
    "E106": Entry(
        N_("There is a hidden character here ({character}), which turns the reading direction or breaks the line."),
        N_("Delete it and type the words around it anew."),
    ),
    "E107": Entry(N_("This line is indented with a tab."), N_("Use spaces, two for each level.")),
    "E108": Entry(
        N_("`{path}` leads out of the course folder."),
        N_("Put the file itself into the folder; a course reads nothing from elsewhere."),
    ),
    "E109": Entry(N_("`{path}` cannot be read: {reason}."), N_("Check that it is a file and that you may open it.")),
    "E110": Entry(
        N_("Too many levels stand inside each other here, more than {most}."),
        N_("A lesson needs fewer than ten. Look for brackets that are not closed."),
    ),
    "E111": Entry(
        N_("This file has too many parts, more than {most}."),
        N_("Split it into several lessons, or see whether something else was saved here."),
    ),
    "E131": Entry(
        N_("It is not clear what this file is: not module.yaml, glossary.yaml, a lesson or facts."),
        N_("Lessons stand in `lessons/` beside module.yaml; a file of facts has the key `facts`."),
    ),
    "E132": Entry(
        N_("There is no module and no file of facts in `{path}`."),
        N_("Name a folder that has module.yaml in it or in its folders, one lesson, or a facts folder."),
    ),
    "E133": Entry(
        N_("The folder `{path}` has course files but no module.yaml."),
        N_("Write module.yaml in it: it names the module, its concepts and its lessons."),
    ),
    "E137": Entry(
        N_("`{name}` is not read: the file of a module must be named `{other}`."), N_("Rename it to `{other}`.")
    ),
    "E138": Entry(
        N_("This file is UTF-16, not UTF-8."),
        N_("Save it again with the encoding UTF-8; most editors offer it in the save dialogue."),
    ),
    "E139": Entry(
        N_("`{path}` holds too much: only {count} modules of it are read."),
        N_("A course folder may have {most} modules and {size} MB of YAML. Split it, or name another folder."),
    ),
    "E140": Entry(N_("`{path}` is not a folder."), N_("SOSMED_LEARN_COURSES lists folders that have modules in them.")),
    "E144": Entry(
        N_("`{character}` is not the dash `-` with which an item of a list begins."), N_("Write `-` in its place.")
    ),
    "E145": Entry(N_("The key `{key}` stands twice in one item; the first is in line {line}."), DASH),
    "E146": Entry(
        N_("This line is not indented far enough for the text under `{key}`, and it is no key either."),
        N_("Indent it further than `{key}`, as all lines of the text, or write it as `key: value`."),
    ),
    "E143": Entry(N_("`{path}` is not read where it is, or under this name."), N_("It must be `{other}`.")),
    "E198": Entry(
        N_("{count} more problems of the kind {kind} in this file are not shown."),
        N_("Mend these first and check again."),
    ),
    "E199": Entry(
        N_("There are more problems in this file; they are not shown."), N_("Mend these first and check again.")
    ),
}

YAML = {
    "E112": Entry(
        N_("`{text}` begins with `*`, which to YAML means a repeated part; a course cannot repeat parts."),
        N_('If it is text, put it in quotes: "…". If not, write the content out once more.'),
    ),
    "E113": Entry(
        N_("`{text}` begins with `&`, which to YAML names a part for repeating; a course cannot repeat parts."),
        N_('If it is text, put it in quotes: "…". If not, delete the word with `&`.'),
    ),
    "E114": Entry(
        N_("`{text}` begins with `!`, which to YAML is a type tag; a course has none."),
        N_('If it is text, put it in quotes: "…". If not, delete the word with `!`.'),
    ),
    "E115": Entry(
        N_("The key `{key}` stands here twice; the first is in line {line}."),
        N_("Keep one of them, or rename the other."),
    ),
    "E116": Entry(N_("`<<` would merge other parts in here; a course cannot do that."), N_("Write the keys out.")),
    "E117": Entry(
        N_("`{text}` is cut off here: a `#` after a space begins a comment in YAML, so learners would not see it."),
        N_('Put the whole text in quotes: "…". For a real comment write a space after `#`.'),
    ),
    "E118": Entry(N_("Text without quotes cannot begin with {character}, as in {text} here."), _QUOTE),
    "E119": Entry(N_("Text without quotes cannot contain a colon with a space behind it."), _QUOTE),
    "E120": Entry(
        N_("The quote that opens here is not closed where it should be."),
        N_("Add the closing quote. A quote mark inside the text is written `\\\"` between \"…\" and `''` between '…'."),
    ),
    "E121": Entry(
        N_("The bracket `{character}` that opens here is not closed, or a comma is missing in it."),
        N_("Close it, put commas between its parts, and put text with commas, colons or quotes in quotes."),
    ),
    "E122": Entry(
        N_("`{text}` means nothing between double quotes."),
        N_("A backslash is written twice there: `\\\\`. Or use single quotes."),
    ),
    "E123": Entry(
        N_("Text cannot stand on the same line behind `{character}`, which opens a block of text."),
        N_('Begin the text on the next line, indented; or, if `{character}` is part of it, put it in quotes: "…".'),
    ),
    "E124": Entry(
        N_("A second document begins here; a course file has one."), N_("Remove the line `---` or what follows it.")
    ),
    "E125": Entry(
        N_("A key must be a word, but here is {found}."), N_('If this is text with brackets, put it in quotes: "…".')
    ),
    "E126": Entry(
        N_("This line does not fit the lines above it: the indentation is off, or text above lacks quotes."),
        N_("Keys of one group, and the dashes of one list, begin in the same column."),
    ),
    "E127": Entry(
        N_("A colon is missing: this line is neither `key: value` nor an item of a list."),
        N_("Write `key: value`. If the line goes on with the text above, indent it or put that text in quotes."),
    ),
    "E128": Entry(
        N_("Something stands behind the closing quote of this text."),
        N_("Put the quote marks round the whole text. One inside the text is written `\\\"` or, between '…', `''`."),
    ),
    "E129": Entry(
        N_("YAML cannot make sense of this place."),
        N_('Look for a missing quote, bracket or colon here or just above. When in doubt, put texts in quotes: "…".'),
    ),
    "E130": Entry(
        N_("`{character}` opens a bracket here, but text follows behind it."),
        _QUOTE,
    ),
    "E134": Entry(
        N_("The space behind the colon is missing: `{text}`."),
        N_("Write `{key}: …`, with a space behind the colon."),
    ),
    "E135": Entry(
        N_("The space behind the dash is missing: `{text}`."),
        N_("Write `- …`, with a space behind the dash. Text that begins with a dash is put in quotes."),
    ),
    "E136": Entry(
        N_("The space here is not an ordinary one ({character}), and YAML does not take it for a space."),
        N_("Replace it with an ordinary space."),
    ),
    "E141": Entry(N_("Without quotes a comma ends the text: `{text}` does not belong to it any more."), _QUOTE),
    "E147": Entry(
        N_("`{text}` stands behind the closing bracket, where the group is at its end."),
        N_("If the group goes on, remove the bracket that is one too many; otherwise remove what stands behind it."),
    ),
    "E142": Entry(N_("A comma is missing before `{text}`."), N_("Put a comma between the two.")),
}
