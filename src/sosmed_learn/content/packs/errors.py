"""What is wrong with a pack, or with a module that shall become one, as a sentence that waits for its language."""

from sosmed_learn.content.harmless import harmless, shorten
from sosmed_learn.core.errors import SosmedError
from sosmed_learn.i18n import _


class PackError(SosmedError):
    """``words`` are in English and marked for translation; ``values`` may come from a hostile file."""

    def __init__(self, words: str, **values: object) -> None:
        super().__init__(words)
        self.words = words
        self.values = values

    def __str__(self) -> str:
        """The sentence in the language in use, on one line and fit for a terminal."""
        shown = {name: shorten(harmless(str(value)), 200) for name, value in self.values.items()}
        return _(self.words).format(**shown)
