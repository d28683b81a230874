"""A task's worksheet: one field at a time, then the rubric, then the document and where it is kept.

What is typed is recorded after a short pause, at the latest some seconds on, when a field is left, and when the screen
is. ``record`` is called, not sent: a message could still be on its way when the app ends.
"""

import time
from collections.abc import Callable, Iterable
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Static

from sosmed_learn.core.events import TaskChecked, TaskSaved
from sosmed_learn.core.study import Clock, Kept
from sosmed_learn.core.task import Worksheet
from sosmed_learn.core.taskwork import Assignment
from sosmed_learn.i18n import N_, _, in_use
from sosmed_learn.tui.messages import DocumentAsked, WorksheetLeft
from sosmed_learn.tui.page import Page
from sosmed_learn.tui.widgets.meter import Meter
from sosmed_learn.tui.widgets.prose import Prose, inline
from sosmed_learn.tui.widgets.scroller import Scroller
from sosmed_learn.tui.widgets.worksheet.card import FieldCard
from sosmed_learn.tui.widgets.worksheet.rubric import RubricCard
from sosmed_learn.tui.wording import safe, said

Stage = Literal["fields", "rubric", "document"]

PAUSE = 2.0
"""Seconds without a key after which what was typed is recorded."""
LONGEST = 5.0
"""Seconds after which it is recorded even while somebody types on."""
TICK = 0.5


class WorksheetScreen(Page):
    """``again``: it is asked about days afterwards, so the rubric comes first.

    ``editable``: the document can be opened in the learner's own editor.
    """

    CSS_PATH = "../styles/lesson.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "next", N_("go on")),
        Binding("enter", "leave(True)", N_("close")),  # one key in the line with Esc, where both do the same
        Binding("tab", "type", N_("type")),
        Binding("escape", "leave", N_("close")),
        Binding("left", "previous", N_("back")),
        Binding("z", "later", N_("not now")),
        Binding("e", "edit", N_("own editor")),
        Binding("right", "next", N_("go on"), show=False),
    ]

    saving: var[str] = var("", init=False)

    def __init__(
        self,
        assigned: Assignment,
        clock: Clock,
        record: Callable[[TaskSaved | TaskChecked], None],
        *,
        again: bool = False,
        editable: bool = False,
    ) -> None:
        super().__init__()
        self.assigned = assigned
        self._clock = clock
        self._record = record
        self._again = again
        self._editable = editable
        task, work = assigned.task, assigned.work
        self._saved = {name: entry.text for name, entry in work.entries.items()}
        self._entries = dict(work.entries)
        self._ticked = frozenset(at for at, each in enumerate(task.rubric) if work.rubric.get(each.id))
        self.stage: Stage = "rubric" if again else "fields"
        self._at = self._first_open()
        self._kept: Kept | None = None
        self._trouble = ""
        self._pressed = self._unsaved_since = 0.0

    @property
    def sheet(self) -> Worksheet:
        """The worksheet as it is now."""
        return Worksheet(self.assigned.task, self._entries)

    def _first_open(self) -> int:
        """Where one stopped: the first field without a value, or the first one when all have one."""
        faults = [self.sheet.fault(field.id) for field in self.assigned.task.inputs]
        return next((at for at, fault in enumerate(faults) if fault), 0)

    # What is seen

    def body(self) -> Iterable[Widget]:
        yield Horizontal(
            Static(said(self.assigned.task.title), classes="place", markup=False),
            Static(id="count", classes="right", markup=False),
            classes="head",
        )
        yield Meter(id="meter")
        if self.assigned.task.personal:
            words = _("Write no names, phone numbers or addresses of customers here.")
            yield Static(words, id="warning", markup=False)
        yield Scroller(*self._shown(), id="reading")

    def _shown(self) -> Iterable[Widget]:
        match self.stage:
            case "fields":
                for at, field in enumerate(self.assigned.task.inputs):
                    card = FieldCard(field, self.sheet, in_use(), self.go)
                    card.display = at == self._at
                    yield card
            case "rubric":
                words = _("What of it holds by now?") if self._again else _("Check your document yourself.")
                yield Static(words, classes="label", markup=False)
                yield Static(_("Tick what holds. What does not yet may stay open."), classes="quiet", markup=False)
                yield RubricCard([inline(said(each.text)) for each in self.assigned.task.rubric], self._ticked)
                yield Static(_("This is what your document says."), classes="where", markup=False)
                yield Prose(self.sheet.document(in_use()))
            case "document":
                yield Static(self._where(), classes="where", markup=False)
                yield Prose(self.sheet.document(in_use()))

    def _where(self) -> str:
        if self._trouble:
            return self._trouble
        if self._kept is None:
            return _("This is what your document says.")
        words = _("Your document is kept as {path}.").format(path=safe(str(self._kept.path)))
        if self._kept.edited:
            return words + " " + _("You have changed that file yourself; below stands what your worksheet says.")
        if self._kept.beside is not None:
            name = safe(self._kept.beside.name)
            words = _("{name} was changed outside of the app and is left as it is.").format(name=name) + " " + words
        return words

    def on_mount(self) -> None:
        self.set_interval(TICK, self._save_in_time)
        self._settle()

    async def retell(self) -> None:
        self._save()
        await super().retell()
        self._settle()

    async def _show(self, stage: Stage) -> None:
        self.stage = stage
        reading = self.query_one("#reading", Scroller)
        with self.app.batch_update():
            await reading.remove_children()
            if not reading.is_attached:  # the app has ended meanwhile
                return
            reading.scroll_home(animate=False, immediate=True)
            await reading.mount(*self._shown())
            self._settle()

    def _settle(self) -> None:
        """Take up the top lines and the cursor."""
        for at, card in enumerate(self.query(FieldCard)):
            card.display = at == self._at
            if at == self._at:
                self.set_focus(card.editor)
        for rubric in self.query(RubricCard):
            rubric.focus(scroll_visible=False)  # what is asked stays in view, above it
        self.watch_saving()
        self.drawn()
        self.call_after_refresh(self.refresh_bindings)

    def watch_saving(self) -> None:
        steps = len(self.assigned.task.inputs) + 2
        at = {"fields": self._at, "rubric": steps - 2, "document": steps - 1}[self.stage]
        count = _("{step} of {steps}").format(step=at + 1, steps=steps)
        for meter in self.query(Meter):
            meter.share = at / max(1, steps - 1)
        # Until the pause is over, what was just typed is on no disk, whatever the app has saved before it.
        told = _("saving") if self._unsaved_since and self.saving == _("saved") else self.saving
        for label in self.query("#count").results(Static):
            label.update(f"{told}  {count}" if told else count)

    def key_words(self, key: str) -> str | None:
        """What Enter and the arrow do where that changes."""
        if key == "enter" and self.stage == "rubric":
            return _("checked")
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        typing = self.stage == "fields" and self.focused is not None
        offered = {
            "next": not typing and self.stage != "document",
            "leave": not parameters or self.stage == "document",
            "type": self.stage == "fields" and not typing,
            "previous": not typing and not (self.stage == "fields" and self._at == 0),
            "later": not typing and self._again and self.stage != "document",
            "edit": not typing and self._editable and self.sheet.begun,
        }
        return offered[action] if action in offered else super().check_action(action, parameters)

    # What is typed

    def on_field_card_changed(self, message: FieldCard.Changed) -> None:
        message.stop()
        before = self.sheet
        self._take_up()
        if self.sheet.entries == before.entries:
            return
        self._pressed = time.monotonic()
        if not self._unsaved_since:
            self._unsaved_since = self._pressed
            self.watch_saving()
        for card in self.query(FieldCard):
            if card.display:
                card.show(self.sheet)

    def _take_up(self) -> None:
        """Take what stands in the editors, as far as somebody has changed it there."""
        entries = {card.field.id: card.entry for card in self.query(FieldCard)}
        changed = {name: entry for name, entry in entries.items() if entry != self.sheet.entry(name)}
        self._entries = self._entries | changed

    def _save_in_time(self) -> None:
        now = time.monotonic()
        if self._unsaved_since and (now - self._pressed >= PAUSE or now - self._unsaved_since >= LONGEST):
            self._save()

    def put_down(self) -> None:
        self._save()

    def _save(self) -> None:
        """Record the fields that have changed since the last time."""
        self._take_up()
        self._unsaved_since = 0.0
        changed = {name: entry.text for name, entry in self._entries.items() if entry.text != self._saved.get(name, "")}
        if not changed:
            self.watch_saving()
            return
        self._saved |= changed
        stamp, assigned = self._clock.stamp(), self.assigned
        self._record(
            TaskSaved(
                id=stamp.id, at=stamp.at, offset=stamp.offset, module=assigned.module, lesson=assigned.lesson,
                task=assigned.task.id, fields=changed, reader=in_use(),
            )
        )  # fmt: skip

    # Going on and back

    def go(self, by: int) -> None:
        """So many fields on, at once; behind the last one comes the rubric. With 0 away from typing."""
        self._save()
        if 0 <= self._at + by < len(self.assigned.task.inputs):
            self._at += by
            if by:
                self._settle_field()
                return
        self.set_focus(None)
        self.refresh_bindings()
        if by > 0:
            self.call_later(self._show, "rubric")

    def action_next(self) -> None:
        if self.stage == "fields":
            self.go(1)
        elif self.stage == "rubric":
            self._check()
            self.leave_by(DocumentAsked(self))

    async def action_previous(self) -> None:
        if self.stage == "fields":
            self.go(-1)
            return
        self._keep_ticks()
        self._at = len(self.assigned.task.inputs) - 1
        await self._show("fields" if self.stage == "rubric" else "rubric")

    def _settle_field(self) -> None:
        """Another field, without a new page: keys that are on their way belong to it."""
        for at, card in enumerate(self.query(FieldCard)):
            card.display = at == self._at
            if at == self._at:
                card.show(self.sheet)
                self.set_focus(card.editor)
        self.query_one("#reading", Scroller).scroll_home(animate=False, immediate=True)
        self.watch_saving()
        self.refresh_bindings()

    def action_type(self) -> None:
        self._settle_field()

    def _keep_ticks(self) -> None:
        for card in self.query(RubricCard):
            self._ticked = card.ticked

    def _check(self, *, later: bool = False) -> None:
        self._keep_ticks()
        rubric = {} if later else {each.id: at in self._ticked for at, each in enumerate(self.assigned.task.rubric)}
        stamp, assigned = self._clock.stamp(), self.assigned
        self._record(
            TaskChecked(
                id=stamp.id, at=stamp.at, offset=stamp.offset, module=assigned.module, lesson=assigned.lesson,
                task=assigned.task.id, rubric=rubric, later=later, again=self._again,
            )
        )  # fmt: skip

    async def show_document(self, kept: Kept | None, trouble: str) -> None:
        """The document, and where it was written or why not."""
        self._kept, self._trouble = kept, trouble
        await self._show("document")

    def action_later(self) -> None:
        self._save()
        self._check(later=True)
        self.leave_by(WorksheetLeft(self))

    def action_edit(self) -> None:
        self._save()
        self.leave_by(DocumentAsked(self, edit=True))

    def action_leave(self, _by_enter: bool = False) -> None:  # noqa: FBT001, FBT002 - a parameter of a binding
        self._save()
        self.leave_by(WorksheetLeft(self))
