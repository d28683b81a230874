"""Do the answers that an author wrote down get the verdict that the author means? Asks the real grader."""

import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeAlias

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_questions import accepted, choice_id
from sosmed_learn.content.build_questions import question as build_question
from sosmed_learn.content.build_words import text as build_text
from sosmed_learn.content.documents import Document
from sosmed_learn.content.walk import Path
from sosmed_learn.core.folding import LONGEST_ANSWER
from sosmed_learn.core.grading import Picked, Typed, Verdict, grade
from sosmed_learn.core.model_answer import sample, written
from sosmed_learn.core.question import AnyQuestion
from sosmed_learn.core.text import LANGUAGES, Language

Judge: TypeAlias = Callable[[str, Language], Verdict]
"""What becomes of words that a reader of that language types."""

_ANYTHING = "zq"  # no course word: a pattern that takes it takes everything


def check_key(
    document: Document[shape.LessonFile], path: Path, question: shape.SingleShape | shape.MultipleShape
) -> None:
    """Ticking every choice is not right: that would need no thought. Of ``single`` only one can be picked."""
    broken = document.is_broken(path) or not any(choice.correct for choice in question.choices)
    if broken or isinstance(question, shape.SingleShape):
        return
    built = build_question(question)
    everything = tuple(choice_id(choice) for choice in question.choices)
    if len(set(everything)) == len(everything) and grade(built, Picked(everything)).correct:
        document.report_key("W518", (*path, "choices"))


def check_answers(
    document: Document[shape.LessonFile], path: Path, question: shape.TextQuestionShape | shape.NumberQuestionShape
) -> None:
    """Each answer, also the model answer, is accepted when typed; each slip is refused with its own reason."""
    if document.is_broken(path):
        return
    built = build_question(question)
    if isinstance(question, shape.NumberQuestionShape):
        _check_number(document, path, question, built)
        return

    def judge(words: str, language: Language) -> Verdict:
        return grade(built, Typed(words, language))

    if check_typed(document, path, question.accept, question.slips, judge):
        check_model(document, (*path, "model-answer"), question.model_answer, judge)


def check_typed(
    document: Document[shape.LessonFile],
    path: Path,
    accept: Sequence[shape.AnswerShape],
    slips: Sequence[shape.TextSlipShape],
    judge: Judge,
) -> bool:
    """The same for the words under ``path``, whatever asks for them. Whether it makes sense to look further."""
    if _swells(document, path, accept, slips):
        return False
    if judge(_ANYTHING, "id").correct:
        at = next((at for at, answer in enumerate(accept) if _takes_all(answer)), 0)
        document.report("E408", (*path, "accept", at), value=_words(accept[at]))
        return False
    for at, answer in enumerate(accept):
        if not judge(_sample(answer), "id").correct:
            document.report("E405", (*path, "accept", at), value=_words(answer))
    for at, slip in enumerate(slips):
        _misjudged(document, (*path, "slips", at), _words(slip), slip.why, judge(_sample(slip), "id"))
    return True


def _swells(
    document: Document[shape.LessonFile],
    path: Path,
    accept: Sequence[shape.AnswerShape],
    slips: Sequence[shape.AnswerShape],
) -> bool:
    """Whether an answer becomes too long to compare: a single Arabic ligature folds into eighteen letters."""
    for key, answers in (("accept", accept), ("slips", slips)):
        for at, answer in enumerate(answers):
            count = len(unicodedata.normalize("NFKD", _words(answer)))
            if count > LONGEST_ANSWER:
                document.report("E213", (*path, key, at), key="text", count=str(count), high=str(LONGEST_ANSWER))
                return True
    return False


def _check_number(
    document: Document[shape.LessonFile], path: Path, question: shape.NumberQuestionShape, built: AnyQuestion
) -> None:
    if question.answer is None:  # drawn values have their own checks
        return
    for language in LANGUAGES:
        typed = written(question.answer, language)
        if not grade(built, Typed(typed, language)).correct:
            document.report("E405", (*path, "answer"), value=typed)
            break
    if question.answer and grade(built, Typed("0", "id")).correct:
        document.report("W517", (*path, "tolerance"), value=written(question.answer, "en"))
    for at, slip in enumerate(question.slips):
        if slip.answer is None:  # the formula of a mistake, for which nothing is drawn here
            continue
        for language in LANGUAGES:
            typed = written(slip.answer, language)
            if _misjudged(
                document, (*path, "slips", at, "answer"), typed, slip.why, grade(built, Typed(typed, language))
            ):
                break


def check_model(document: Document[shape.LessonFile], path: Path, model: shape.Text | None, judge: Judge) -> None:
    """What is shown as the right answer is one, in each language."""
    if isinstance(model, str):
        if not judge(model, "id").correct:
            document.report("E405", path, value=model)
        return
    for language in LANGUAGES:
        words = getattr(model, language, None)
        if words is not None and not judge(words, language).correct:
            document.report("E405", (*path, language), value=words)


def _misjudged(document: Document[shape.LessonFile], path: Path, value: str, why: shape.Text, verdict: Verdict) -> bool:
    """Whether the slip is not recognised as what it is; says so."""
    if verdict.correct:
        document.report("E406", path, value=value)
    elif verdict.why is None:
        document.report("E405", path, value=value)
    elif verdict.why != build_text(why):
        document.report("E407", path, value=value)
    else:
        return False
    return True


def _words(answer: shape.AnswerShape) -> str:
    return answer.text or answer.pattern or ""


def _sample(answer: shape.AnswerShape) -> str:
    """Something that the answer should take."""
    return sample(accepted(answer)) or _ANYTHING


def _takes_all(answer: shape.AnswerShape) -> bool:
    return answer.pattern is not None and not answer.pattern.replace("*", "").strip()
