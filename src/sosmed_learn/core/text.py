"""Text in the languages of a course. Holds words, draws nothing and translates nothing."""

from typing import Literal

from msgspec import Struct

Language = Literal["id", "en"]
LANGUAGES: tuple[Language, ...] = ("id", "en")


def other(language: Language) -> Language:
    """The language that the peek key shows."""
    return "en" if language == "id" else "id"


class Text(Struct, frozen=True):
    """One piece of course text. A one-language module leaves the other language out."""

    id: str | None = None
    en: str | None = None

    @classmethod
    def same(cls, words: str) -> "Text":
        """The same words for every reader: a brand, a number, or a one-language module."""
        return cls(id=words, en=words)

    def say(self, language: Language) -> str:
        """The words in ``language``, or in the other one where that is all there is."""
        first, second = (self.id, self.en) if language == "id" else (self.en, self.id)
        return first if first is not None else second or ""
