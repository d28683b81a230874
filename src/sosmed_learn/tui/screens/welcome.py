"""The first run: language, what you do, how many minutes. Three keystrokes, each with a sensible answer under Enter."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn import i18n
from sosmed_learn.core.plan import ROLES
from sosmed_learn.core.text import LANGUAGES
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.messages import LanguageChosen, WelcomeEnded
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.widgets.scroller import Scroller

MINUTES = (5, 7, 10, 20)
TAGLINE = N_("Social media work, learned in a few minutes a day.")
PRIVACY = N_("Your answers stay on this computer. No account, nothing is sent.")
_ROLE_NAMES = {
    "admin": N_("I look after social media accounts"),
    "owner": N_("I own a small business"),
    "lead": N_("I lead a team"),
}
_LANGUAGE_NAMES = {"id": "Bahasa Indonesia", "en": "English"}


class Option(Static):
    """One answer, by number or by mouse."""

    class Clicked(Message):
        """The answer was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, number: int, words: str, *, chosen: bool) -> None:
        mark, style = ("▸", "bold $accent") if chosen else (" ", "")
        super().__init__(Content.assemble((f"{mark} {number}  {words}", style)), markup=False)
        self._number = number

    def on_click(self) -> None:
        # Choosing removes this widget, and a widget cannot wait for its own removal: the screen has to do it.
        self.post_message(self.Clicked(self._number))


class WelcomeScreen(Page):
    """Asks three things, one at a time, and sends the answers when the last one is given."""

    CSS_PATH = "../styles/welcome.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose(0)", N_("choose this")),
        *(Binding(str(n), f"choose({n})", N_("choose"), show=n == 1) for n in range(1, 5)),
        Binding("up", "move(-1)", N_("up"), show=False),
        Binding("down", "move(1)", N_("down"), show=False),
        Binding("escape,left", "back", N_("back")),
    ]

    def __init__(self, *, ask_language: bool = True) -> None:
        super().__init__()
        self._first = 0 if ask_language else 1
        self._asking = self._first
        self._cursor = 0
        self._role = ROLES[0]

    def body(self) -> Iterable[Widget]:
        question, options = self._question()
        with_text = [
            Static("sosmed-learn", classes="name", markup=False),
            *(Static(words, classes="quiet", markup=False) for words in self._both(TAGLINE)),
            Static(question, classes="asks", markup=False),
            *(Option(n, words, chosen=n - 1 == self._cursor) for n, words in enumerate(options, start=1)),
        ]
        if self._asking == self._first:
            with_text += [Static(words, classes="quiet foot", markup=False) for words in self._both(PRIVACY)]
        yield Scroller(*with_text, id="welcome")

    def _both(self, words: str) -> list[str]:
        """``words`` in both languages while nobody has chosen one."""
        if self._asking > 0:
            return [_(words)]
        return [i18n.in_language(language, words) for language in LANGUAGES]

    def _question(self) -> tuple[str, list[str]]:
        if self._asking == 0:
            return "Pilih bahasa / Choose a language", [_LANGUAGE_NAMES[language] for language in LANGUAGES]
        if self._asking == 1:
            return _("What do you do?"), [_(_ROLE_NAMES[role]) for role in ROLES]
        times = [ngettext("{count} minute", "{count} minutes", n).format(count=n) for n in MINUTES]
        return _("How much time do you have on a usual day?"), times

    def key_name(self, key: str) -> str | None:
        return f"1-{len(self._question()[1])}" if key == "1" else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "back":
            return self._asking > self._first
        return super().check_action(action, parameters)

    async def action_move(self, by: int) -> None:
        self._cursor = (self._cursor + by) % len(self._question()[1])
        await self.recompose()

    async def action_back(self) -> None:
        self._asking -= 1
        self._cursor = 0
        await self._ask()

    async def on_option_clicked(self, message: Option.Clicked) -> None:
        await self.action_choose(message.number)

    async def action_choose(self, number: int) -> None:
        index = number - 1 if number else self._cursor
        if index >= len(self._question()[1]):
            return
        if self._asking == 0:
            self.post_message(LanguageChosen(LANGUAGES[index]))
        elif self._asking == 1:
            self._role = ROLES[index]
        else:
            self.leave_by(WelcomeEnded(self._role, MINUTES[index]))
            return
        self._asking += 1
        self._cursor = 1 if self._asking == len(MINUTES) - 2 else 0
        await self._ask()

    async def _ask(self) -> None:
        await self.recompose()
        self.drawn()
