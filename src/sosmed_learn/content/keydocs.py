"""What each group and key of the format is for, in a sentence: hover texts and the reference are made of it.

Says nothing of types and limits, which stand in ``format``; a test sees to it that no key is forgotten.
"""

from collections.abc import Mapping

from sosmed_learn.content import format as shape
from sosmed_learn.content import keydocs_parts
from sosmed_learn.content.keydocs_scenario import SCENARIO_GROUPS, SCENARIO_KEYS
from sosmed_learn.content.keydocs_task import TASK_GROUPS, TASK_KEYS
from sosmed_learn.i18n import N_, in_language

GROUPS: Mapping[type[shape.Shape], str] = {
    **SCENARIO_GROUPS,
    **TASK_GROUPS,
    shape.ModuleFile: N_("module.yaml: what the module is about, and which lessons it has in which order."),
    shape.LessonFile: N_("lessons/<id>.yaml: one lesson of 5 to 10 minutes, as a list of steps."),
    shape.GlossaryFile: N_("glossary.yaml: words that learners can look up."),
    shape.FactsFile: N_("facts/<subject>.yaml: dated claims with their sources, which lessons cite."),
    shape.Words: N_("One text in each language of the module."),
    shape.ConceptShape: N_("A concept: what questions test and mastery is measured over."),
    shape.MisconceptionShape: N_("A common wrong belief, to which wrong answers can point."),
    shape.TermShape: N_("A word of the glossary."),
    shape.ExamShape: N_("How the module's exam is held."),
    shape.DiagnosisShape: N_("What the blind-spot map asks about the module's concepts."),
    shape.StepShape: N_(
        "One step: something to read (`text`), to answer (`question`), to play through (`scenario`) or to work on "
        "(`task`), never two."
    ),
    shape.QuestionShape: N_("What every kind of question has."),
    shape.SingleShape: N_("A question with exactly one right choice (`kind: single`)."),
    shape.MultipleShape: N_("A question with one or more right choices (`kind: multiple`)."),
    shape.TrueFalseShape: N_("A claim that is true or false (`kind: true-false`)."),
    shape.TextQuestionShape: N_("A question whose answer is a typed word or short phrase (`kind: text`)."),
    shape.NumberQuestionShape: N_("A question whose answer is a typed number (`kind: number`)."),
    shape.ChoiceShape: N_("One choice with the reason why it is right or wrong."),
    shape.SidesShape: N_("What is said about choosing each side."),
    shape.AnswerShape: N_("A typed answer that counts as right: `text` or `pattern`, never both."),
    shape.TextSlipShape: N_("A usual wrong typed answer, with its own reason."),
    shape.NumberSlipShape: N_("A usual wrong number, or the formula of a usual mistake, with its own reason."),
    shape.GivenShape: N_("A value that is drawn each time anew: from a range (`from`, `to`) or from a list (`of`)."),
    shape.FactShape: N_("One dated claim with its source."),
    shape.IgnoreShape: N_("A warning of `check` that does not fit here, and why."),
    **keydocs_parts.GROUPS,
}

_BELIEF = N_("The id of the common wrong belief behind this answer.")
_IGNORE = N_("Warnings that do not fit here, each with its reason.")
_FORMAT = N_("The version of the course format; always 1 for now.")

KEYS: Mapping[type[shape.Shape], Mapping[str, str]] = {
    **SCENARIO_KEYS,
    **TASK_KEYS,
    shape.Words: {"id": N_("The words in Indonesian."), "en": N_("The words in English.")},
    shape.ConceptShape: {
        "id": N_("The concept's id, which questions name. It never changes."),
        "title": N_("The concept in two or three words."),
        "needs": N_("The ids of the concepts to know first, also of other modules."),
    },
    shape.MisconceptionShape: {
        "id": N_("The id that wrong answers name."),
        "belief": N_("The belief in the words of somebody who holds it."),
        "truth": N_("What holds instead, and why."),
    },
    shape.IgnoreShape: {
        "code": N_("The code of the warning, such as W601."),
        "reason": N_("Why it does not fit, for whoever reads the file after you."),
    },
    shape.TermShape: {
        "id": N_("The id of the entry."),
        "term": N_("The word itself."),
        "definition": N_("What it means, in a sentence or two."),
    },
    shape.ExamShape: {
        "questions": N_("How many questions are drawn."),
        "pass": N_("How many percent must be right."),
        "minutes": N_("How many minutes there are. A learner may switch the limit off."),
        "cooldown": N_("How many hours must pass between a result and the next try. A day where it is not said."),
        "bank": N_(
            "Files lessons/<id>.yaml with questions that only the exam asks. They are written like lessons of "
            "questions alone, and do not stand under `lessons`."
        ),
    },
    shape.DiagnosisShape: {
        "bank": N_(
            "Files lessons/<id>.yaml with questions that only the blind-spot map asks. They are written like lessons "
            "of questions alone, and stand neither under `lessons` nor under `exam`."
        ),
    },
    shape.ModuleFile: {
        "ignore": _IGNORE,
        "format": _FORMAT,
        "id": N_("The module's id, best the name of its folder. It never changes: progress is kept under it."),
        "version": N_("The version of the module. Raise it with each release."),
        "title": N_("The title that learners see."),
        "summary": N_("What a learner can do after the module, in one or two sentences."),
        "lessons": N_("The ids of the lessons in teaching order; each has a file lessons/<id>.yaml."),
        "languages": N_("The languages in which every text of the module is there."),
        "reviewed": N_("The day on which somebody last read the whole module critically."),
        "concepts": N_("The concepts that the module teaches."),
        "misconceptions": N_("Common wrong beliefs about the subject."),
        "exam": N_("How the module's exam is held."),
        "diagnosis": N_("What the blind-spot map asks about the module's concepts."),
        "glossary": N_("The glossary, where it is too short for a file of its own (glossary.yaml)."),
        "aliases": N_("Ids that the module had before, so that progress is kept after renaming."),
    },
    shape.GlossaryFile: {"ignore": _IGNORE, "terms": N_("The entries, in the order in which they are shown.")},
    shape.ChoiceShape: {
        "text": N_("What the learner picks."),
        "why": N_("Why it is right; or why it tempts, and why it is wrong all the same."),
        "id": N_("An id, if the words may still change. Without one, it is made from the Indonesian words."),
        "correct": N_("Whether this choice is right."),
        "misconception": _BELIEF,
    },
    shape.QuestionShape: {
        "ignore": _IGNORE,
        "kind": N_("The kind of question. It decides which other keys are needed."),
        "id": N_("The question's id, unique in its lesson. It never changes: answers are kept under it."),
        "concept": N_("The id of the concept that is tested."),
        "level": N_("1 is recall, 2 is apply, 3 is judge."),
        "prompt": N_("The question. It can be understood without reading the choices."),
        "explanation": N_("What to do next time, shown after every answer. It says more than the reasons do."),
        "hints": N_("Up to three hints, each giving away a little more."),
        "facts": N_("The ids of the facts that the texts of this question cite as [^id]."),
        "aliases": N_("Ids that the question had before, so that answers are kept after renaming."),
        "pretest": N_("Whether it is a first guess before the teaching, which is never scored."),
        "tries": N_("How often it can be answered in a lesson; only the first answer counts. Without it, until right."),
        "revision": N_("Raise it when what is asked or what is right changes: only then is it asked again."),
    },
    shape.SingleShape: {"choices": N_("Two to nine choices, of which exactly one is right.")},
    shape.MultipleShape: {
        "choices": N_("Two to nine choices, of which at least one is right."),
        "combinations": N_("What is said to certain wrong sets of choices; the first that fits is taken."),
    },
    shape.SidesShape: {
        "true": N_("What is said to whoever answered true."),
        "false": N_("What is said to whoever answered false."),
    },
    shape.TrueFalseShape: {
        "answer": N_("Whether the claim is true or false."),
        "why": N_("A reason for each side."),
        "misconception": N_("The id of the common wrong belief behind the wrong side."),
    },
    shape.AnswerShape: {
        "text": N_("The exact words; capitals and accents do not matter."),
        "pattern": N_("Words with `*` for any text, such as `unique account*`."),
    },
    shape.TextSlipShape: {"why": N_("Why it tempts, and why it is wrong all the same."), "misconception": _BELIEF},
    shape.TextQuestionShape: {
        "accept": N_("The answers that count as right."),
        "why": N_("Why it is right."),
        "slips": N_("Usual wrong answers, each with its own reason."),
        "model-answer": N_("The answer that is shown to whoever missed it; without it, the first exact text."),
    },
    shape.NumberSlipShape: {
        "answer": N_("The wrong number that people arrive at."),
        "formula": N_("How people arrive at it, with drawn values. `{slip}` in `why` shows what it comes to."),
        "why": N_("Which step of the calculation went wrong."),
        "misconception": _BELIEF,
    },
    shape.GivenShape: {
        "from": N_("The smallest number that can be drawn."),
        "to": N_("The largest number that can be drawn."),
        "step": N_("From one number to the next; 1 without it."),
        "of": N_("The numbers to draw from, instead of a range."),
        "unit": N_("How the number is shown in texts, such as Rp or %."),
    },
    shape.NumberQuestionShape: {
        "given": N_("Values that are drawn each time anew, by their names; `{name}` in a text shows one."),
        "computed": N_("Values worked out from others by a formula, for texts and for the formulas below them."),
        "where": N_("A condition on the values, such as `views > reach`; other draws are skipped."),
        "formula": N_("How the answer is worked out from the values, in place of `answer`."),
        "round": N_("To how many decimals the answer is rounded."),
        "answer": N_("The right number: digits only, with a point for decimals. For percent, write 2.5."),
        "why": N_("How the number is worked out."),
        "tolerance": N_("How far an answer may be off, in the unit of the answer."),
        "unit": N_("What is counted, such as orders, Rp or %."),
        "slips": N_("Usual wrong numbers, each with its own reason."),
    },
    shape.StepShape: {
        "id": N_("An id for the text. Without one, it is made from the words, and a changed text counts as unread."),
        "text": N_("Something to read in Markdown: one idea, at most about 90 words."),
        "facts": N_("The ids of the facts that this text cites as [^id]."),
        "question": N_("Something to answer."),
        "scenario": N_("A case to play through."),
        "task": N_("A worksheet to fill in."),
    },
    shape.LessonFile: {
        "ignore": _IGNORE,
        "id": N_("The lesson's id, the same as its file name. It never changes: progress is kept under it."),
        "title": N_("The title that learners see."),
        "minutes": N_("How many minutes the lesson takes."),
        "steps": N_("The steps, in the order in which they come."),
        "concepts": N_("The ids of the concepts that the lesson teaches."),
        "outcomes": N_("What the learner can do afterwards; each begins with a verb."),
        "reviewed": N_("The day on which somebody last read the lesson critically."),
        "aliases": N_("Ids that the lesson had before, so that progress is kept after renaming."),
    },
    shape.FactShape: {
        "id": N_("The fact's id, which texts cite as [^id]."),
        "claim": N_("The claim in our own words, with its year and place."),
        "source": N_("Who says so and where, as it is shown under the text."),
        "confidence": N_("How sure it is: seen (the source was read), secondary (read about it), memory."),
        "shelf-life": N_("How soon it can become wrong."),
        "seen": N_("The day on which the source is known to have said so."),
        "check-again": N_("The day from which the claim is marked until the source was looked at again."),
        "changed": N_("The day from which it states something else; who knew it before is asked again."),
        "figure": N_("The figure alone, for lists."),
        "addresses": N_("Web addresses of the source."),
        "article": N_("Whether it is a claim of the article that the project started from, which is shown as such."),
        "corrected-by": N_("The ids of the facts that correct this one."),
        "correction": N_("What is known to be wrong or old about it, shown together with the claim."),
        "note": N_("A note for authors."),
    },
    shape.FactsFile: {
        "ignore": _IGNORE,
        "format": _FORMAT,
        "title": N_("The subject of the file."),
        "facts": N_("The facts."),
    },
    **keydocs_parts.KEYS,
}


def key_doc(group: type[shape.Shape], key: str) -> str:
    """What the key of a group is for, untranslated. Raises ``KeyError`` for a key that nobody has described."""
    for kind in group.__mro__:
        for described, keys in KEYS.items():
            if described is kind and key in keys:
                return keys[key]
    raise KeyError(group.__name__, key)


def in_both(words: str) -> str:
    """Both languages in one text, the Indonesian first."""
    return f"{in_language('id', words)}\n\n{in_language('en', words)}"
