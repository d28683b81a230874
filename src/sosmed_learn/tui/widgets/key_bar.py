"""The bottom line: what can be pressed now. It is made from the bindings that work at this moment, so it cannot lie."""

from typing import NamedTuple

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from sosmed_learn.i18n import N_, _

GAP = "   "
_HELP = {"question_mark", "?"}
_NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "space": N_("Space"),
    "question_mark": "?",
    "exclamation_mark": "!",
    "slash": "/",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "shift+up": "Shift+↑",
    "shift+down": "Shift+↓",
    "backspace": "Backspace",
    "delete": "Del",
}


class KeyHint(NamedTuple):
    """A key as it is pressed, as it is shown, and what it does."""

    key: str
    shown: str
    what: str


def active_keys(screen: Screen[object], *, hidden: bool = False) -> list[KeyHint]:
    """The keys that do something now: the way forward first, help last, one row for keys that do the same.

    ``hidden`` adds those that would crowd the bottom line and stand only in the help.
    """
    rows: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for node, binding, enabled, _tooltip in screen.active_bindings.values():
        if not enabled or not (binding.show or hidden) or not _ours(node, binding):
            continue
        own_name = getattr(node, "key_name", None)
        shown = (own_name(binding.key) if own_name else None) or binding.key_display or _name(binding.key)
        group = binding.action.partition("(")[0]
        own_words = getattr(node, "key_words", None)
        words = (own_words(binding.key) if own_words else None) or _(binding.description)
        rows.setdefault((group, words), []).append((binding.key, shown))
    hints = [
        KeyHint(keys[0][0], _together([shown for _key, shown in keys], hidden=hidden), description)
        for (_group, description), keys in rows.items()
    ]
    return sorted(hints, key=lambda hint: 0 if hint.key == "enter" else 2 if hint.key in _HELP else 1)


def _ours(node: DOMNode, binding: Binding) -> bool:
    """Whether a class of ours declared the binding; Textual's own speak English and are not part of our promise."""
    ours = [cls for cls in type(node).__mro__ if cls.__module__.startswith("sosmed_learn")]
    declared = [own for cls in ours for own in cls.__dict__.get("BINDINGS", ()) if isinstance(own, Binding)]
    return any((own.action, own.description) == (binding.action, binding.description) for own in declared)


def _together(names: list[str], *, hidden: bool) -> str:
    """The first name for the bottom line; all of them, but no single number behind a range, for the help."""
    if not hidden:
        return names[0]
    ranged = "-" in names[0]
    return " ".join(name for name in dict.fromkeys(names) if not (ranged and name.isdigit()))


def _name(key: str) -> str:
    return _(_NAMES[key]) if key in _NAMES else key.title() if key.startswith(("ctrl", "f")) and len(key) > 1 else key


class KeyBar(Widget):
    """The keys, each of which can be clicked.

    On a page they take one line: what does not fit is left out from the end, the help key never. ``whole`` shows all of
    them, on as many lines as they need, for a dialog that asks something and has no help.
    """

    def __init__(self, *, whole: bool = False) -> None:
        super().__init__(classes="-whole" if whole else "")
        self._whole = whole

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.refresh(layout=self._whole))

    def _rows(self, room: int) -> list[list[KeyHint]]:
        hints = active_keys(self.screen)
        if self._whole:
            return _wrapped(hints, room)
        while len(hints) > 1 and _width(hints) > room:
            del hints[-2 if hints[-1].key in _HELP else -1]
        return [hints]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._rows(width))

    def render(self) -> RenderResult:
        rows = self._rows(self.content_size.width)
        return Content("\n").join([Content(GAP).join([_drawn(hint) for hint in row]) for row in rows])

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        column = 0
        for hint in self._rows(self.content_size.width)[event.y]:
            end = column + len(_drawn(hint))
            if event.x in range(column, end):
                self.app.simulate_key(hint.key)
            column = end + len(GAP)


def _drawn(hint: KeyHint) -> Content:
    return Content.assemble((hint.shown, "bold $accent"), " ", (hint.what, "$text-muted"))


def _width(hints: list[KeyHint]) -> int:
    return sum(len(_drawn(hint)) for hint in hints) + len(GAP) * (len(hints) - 1)


def _wrapped(hints: list[KeyHint], room: int) -> list[list[KeyHint]]:
    """The hints in rows that fit into ``room`` cells, as far as one alone does."""
    rows: list[list[KeyHint]] = [[]]
    for hint in hints:
        if rows[-1] and _width([*rows[-1], hint]) > room:
            rows.append([])
        rows[-1].append(hint)
    return rows
