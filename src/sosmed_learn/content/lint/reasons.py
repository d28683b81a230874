"""A rule over the reasons: each says something of its own."""

from collections.abc import Iterator

from sosmed_learn.content.lint.items import Found, Item
from sosmed_learn.content.lint.reading import letters, words


def repeated_reason(item: Item) -> Iterator[Found]:
    """A ``why`` is word for word the explanation or another ``why``: it explains nothing about its own option.

    HDR 2002, guideline 30: distractors come from typical errors, so each has its own. Our item rubric, I9: feedback
    says why each wrong option tempts.
    """
    if len({letters(item.explanation), *(letters(text) for text, _ in item.reasons)}) > len(item.reasons):
        return  # all differ, which is seen without their words
    seen = {tuple(words(item.explanation)): "explanation"}
    one_each = item.kind in {"text", "fill"}  # several spellings of one slip have one reason
    for text, place in item.reasons:
        said = tuple(words(text))
        if not said:
            continue
        if said in seen:
            yield Found(place, {"other": seen[said]})
        elif not (one_each and "slips" in place):
            seen[said] = ".".join(str(step + 1) if isinstance(step, int) else step for step in place)
