"""What the small functions that make a course draw from: chance, words in the course's languages, ids not yet taken."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, Literal, Protocol, TypeAlias, TypeVar

from sosmed_learn.core.text import LANGUAGES, Language

Form: TypeAlias = Literal["title", "line", "prompt", "option", "reason", "prose", "unit"]
"""What a text is for: it decides how long it is and whether it has blocks."""
Shape: TypeAlias = dict[str, Any]
"""A group of keys as it will stand in a file."""
_T = TypeVar("_T")


class Voice(Protocol):
    """Where words come from. Both languages of one text are asked for together, since they carry the same numbers."""

    def say(self, chance: Random, form: Form) -> dict[Language, str]:
        """One text in both languages."""
        ...

    def answer(self, chance: Random) -> str:
        """Something that a learner could type; letters before anything else."""
        ...

    def slug(self, chance: Random, stem: str) -> str:
        """An id, or the beginning of one."""
        ...


class Maker:
    """One course in the making. ``citable`` are the ids of the facts that its texts may cite."""

    def __init__(self, chance: Random, voice: Voice, languages: Sequence[Language] = LANGUAGES) -> None:
        self.chance = chance
        self.voice = voice
        self.languages = tuple(languages)
        self.citable: tuple[str, ...] = ()
        self.concepts: tuple[str, ...] = ()
        self.beliefs: tuple[str, ...] = ()
        self._taken: set[str] = set()
        self._answers = self._rows = 0

    def text(self, form: Form, *, cite: Sequence[str] = (), change: Callable[[str], str] = str) -> Any:
        """A text as a course file has it: a group of languages, or plain where there is one.

        ``change`` is done to what is said in each language, and it cites ``cite``.
        """
        said = self.voice.say(self.chance, form)
        words = {language: change(said[language]) + _citing(cite) for language in LANGUAGES}
        if len(self.languages) == 1:
            only = self.languages[0]
            return words[only] if self.maybe() else {only: words[only]}
        return {language: words[language] for language in self.languages}

    def row(self) -> Any:
        """Something that stands among others and that nobody takes for one of them."""
        self._rows += 1
        mark = f"r{self._rows}"
        return self.text("option", change=lambda said: f"{mark} {said}" if self.maybe(0.8) else f"{said} {mark}")

    def name(self, stem: str) -> str:
        """An id that nothing else in this course has."""
        base = self.voice.slug(self.chance, stem)
        name, number = base, 1
        while name in self._taken:
            number += 1
            name = f"{base[:50]}-{number}"
        self._taken.add(name)
        return name

    def answer(self) -> str:
        """An answer that begins like no other of this course, so that no pattern takes two of them."""
        self._answers += 1
        return f"q{self._answers}z {self.voice.answer(self.chance)}"[:99].strip()

    def maybe(self, share: float = 0.5) -> bool:
        """Yes, so often."""
        return self.chance.randrange(100) < share * 100

    def count(self, low: int, high: int) -> int:
        return self.chance.randint(low, high)

    def one_of(self, things: Sequence[_T]) -> _T:
        return things[self.chance.randrange(len(things))]

    def some_of(self, things: Sequence[_T]) -> list[_T]:
        return [thing for thing in things if self.maybe()]


def _citing(facts: Sequence[str]) -> str:
    return "".join(f"[^{fact}]" for fact in facts)
