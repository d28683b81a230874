"""Do two versions of a question have the same right answers? Old answers are graded by the new question."""

from sosmed_learn.content.playing import UNFORESEEN, responses
from sosmed_learn.core.grading import Typed, grade
from sosmed_learn.core.question import AnyQuestion, Choice, ChoiceQuestion
from sosmed_learn.core.text import LANGUAGES


def key_changed(old: AnyQuestion, new: AnyQuestion) -> bool:
    """Whether an answer that was right would be wrong now, or one that was wrong would be right."""
    if isinstance(old, ChoiceQuestion) and isinstance(new, ChoiceQuestion):
        return _other_choices(old, new)
    if type(old) is not type(new):
        return True
    for language in LANGUAGES:
        for response in responses(old, language):
            before, after = grade(old, response), grade(new, response)
            foreseen = before.why is not None and not (isinstance(response, Typed) and response.text == UNFORESEEN)
            if foreseen and before.correct != after.correct:
                return True
    return False


def _other_choices(old: ChoiceQuestion, new: ChoiceQuestion) -> bool:
    """Choices are the same by their id or, where only words were mended, by their place."""
    there = {choice.id: choice for choice in new.choices}
    known = {choice.id for choice in old.choices}
    pairs = [(choice, there[choice.id]) for choice in old.choices if choice.id in there]
    gone: list[Choice] = [choice for choice in old.choices if choice.id not in there]
    fresh: list[Choice] = [choice for choice in new.choices if choice.id not in known]
    if len(gone) == len(fresh):
        pairs += zip(gone, fresh, strict=True)
        gone = fresh = []
    return any(first.correct != second.correct for first, second in pairs) or any(
        choice.correct for choice in (*gone, *fresh)
    )
