"""What tells sooner than words that texts differ, or where words stand, agrees with the words themselves."""

from hypothesis import given
from hypothesis import strategies as st

from sosmed_learn.content.lint.reading import blanked, letters, parted, pieces, plain, words

SIGNS = st.sampled_from(["-", "--", "'", "''", "’", "_", ".", "“", " ", "  ", "\n", "\r", "2,5", "+"])
WORDS = st.sampled_from(["klik", "Rasio", "RASIO", "iklan", "reach", "é", "ß", "2"])
TEXTS = st.lists(SIGNS | WORDS, max_size=10).map("".join)
PLAIN = TEXTS.filter(str.isascii)


@given(PLAIN)
def test_blanked_texts_have_the_same_words_between_spaces(text: str) -> None:
    found = blanked(f" {plain(text)} ")
    assert parted(found) == words(text)
    assert all(f" {word} " in found.replace("\n", " ") for word in words(text))


@given(st.lists(PLAIN, min_size=1, max_size=4))
def test_lines_stay_lines_when_texts_are_blanked_together(texts: list[str]) -> None:
    joined = " \n ".join(text.replace("\n", " ") for text in texts)
    together = blanked(f" {plain(joined)} ")
    assert [parted(line) for line in together.split("\n")] == [words(text) for text in texts]


@given(TEXTS, TEXTS)
def test_texts_with_the_same_words_or_pieces_have_the_same_letters(one: str, other: str) -> None:
    if words(one) == words(other) or pieces(one) == pieces(other):
        assert letters(one) == letters(other)
