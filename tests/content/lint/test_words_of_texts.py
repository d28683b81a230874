"""How texts are parted into words: in whatever way, always the same words."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from sosmed_learn.content.lint.reading import blanked, plain, words

_WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
TEXTS = st.text(st.sampled_from("abZ09-'’_ .,:\n\té—“½ß٣") | st.characters(), max_size=40)


@given(TEXTS)
@example("oleh-oleh -- isn't 'quoted' -a- b--c 'd")
@example("Sering-sering: Rp50.000")
def test_words_are_letters_and_digits_with_hyphens_between(text: str) -> None:
    expected = _WORD.findall(text.casefold().replace("’", "'"))
    assert words(text) == expected
    if text.isascii():
        assert blanked(f" {plain(text)} ").split() == expected
