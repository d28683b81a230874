"""The sentences about how questions are written, W6xx, in English and marked for translation. Finds nothing itself."""

from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

OPTIONS = {
    "W601": Entry(
        N_("The right option is clearly longer than the others: {count} characters, the next has {high}."),
        N_("Shorten it, or say as much in the others. Reasons and limits belong in `why`."),
        N_("Learners who do not know pick the longest option, and are right without having learnt."),
    ),
    "W602": Entry(
        N_("The right option is the longest in {count} of {total} questions here ({language})."),
        N_("Shorten some right options, or lengthen wrong ones, until the length tells nothing."),
        N_("After a few questions learners notice, and then they only compare lengths."),
    ),
    "W603": Entry(
        N_("The right option stands at place {number} in {count} of {total} questions here."),
        N_("Move some right options; a place should have hardly more than its share."),
        N_("After a few questions learners notice, and then only count."),
    ),
    "W604": Entry(
        N_("`{text}` is an option about the other options."),
        N_("Write an option of its own, or use `kind: multiple` and let learners choose all that fit."),
        N_("Whoever knows that two options are right, or one is wrong, has the answer with half the knowledge."),
    ),
    "W606": Entry(
        N_("`{text}` stands only in options that do not hold."),
        N_("Take the absolute word out, or write options that are wrong for another reason."),
        N_("Absolute claims hardly ever hold, and learners know that: they decide by the word, not by the subject."),
    ),
    "W607": Entry(
        N_("The option rests on `{text}`, and everybody reads that in their own way."),
        N_("Say it exactly: a number, a day, a share."),
        N_("Whether it is right depends on what a learner takes the word to mean."),
    ),
    "W610": Entry(
        N_("Two options differ in no word: this is also `{other}`."),
        N_("Change one of them, or remove it."),
        N_("Equal options cannot both be right, so both are out, and the question becomes easier than it looks."),
    ),
    "W611": Entry(
        N_("Two options say the same: this is also `{other}`."),
        N_("Change one of them, or remove it."),
        N_("Equal options cannot both be right, so both are out, and the question becomes easier than it looks."),
    ),
    "W616": Entry(
        N_("Nobody would choose this option in earnest."),
        N_("Write what people really believe; a `misconception` of the module is the best source."),
        N_("A joke leaves fewer options to think about, and shows nothing about what a learner believes."),
    ),
}

STEMS = {
    "W605": Entry(
        N_("The question turns on `{text}`, which is easily overlooked."),
        N_("Ask for what is right. If that cannot be, write it in capitals: {value}."),
        N_("Learners who know the answer miss the small word, and are told that they are wrong."),
    ),
    "W613": Entry(
        N_("The sentence begins with its gap."),
        N_("Put the gap at the end, or ask a question."),
        N_("Learners meet the gap before they know what is asked, and must read everything twice."),
    ),
    "W614": Entry(
        N_("The question has {count} words; at level {value}, {high} should be enough."),
        N_("Leave out what nobody needs for the answer, or move it into a text before the question."),
        N_("Then reading is tested, not the subject, and on a small screen the options are out of sight."),
    ),
    "W615": Entry(
        N_("Without the options nobody could tell what is asked here."),
        N_("Ask a whole question about one thing, so that learners can think of the answer before they see any."),
        N_("Learners must judge several unrelated claims at once, and a wrong answer does not tell what they lack."),
    ),
}

CLUES = {
    "W608": Entry(
        N_("`{text}` stands in the question too, and of the options only the right one repeats it."),
        N_("Use another word in one of the two places, or let a wrong option repeat it as well."),
        N_("Learners match the word and need not know what it means."),
    ),
    "W609": Entry(
        N_("Only the right option fits the question by its grammar: {reason}."),
        N_("Write all options in the same form, or ask in such a way that every form fits."),
        N_("Learners hear which option sounds right and need not know why."),
    ),
    "W612": Entry(
        N_("Of {total} true-or-false claims here, {count} have the answer `{value}`."),
        N_("Turn some claims round, until both answers are about as common."),
        N_("After a few questions learners guess what comes next, and are right."),
    ),
    "W617": Entry(
        N_("This reason is word for word that of `{other}`."),
        N_("Say what makes this very option tempting, and where it goes wrong."),
        N_("Whoever chose this option learns nothing about their own mistake."),
    ),
}

LINT: dict[str, Entry] = OPTIONS | STEMS | CLUES
