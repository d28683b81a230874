"""What is wrong in the fences ``chat``, ``post`` and ``chart``: E46x and W56x."""

from sosmed_learn.content.entry import Entry
from sosmed_learn.i18n import N_

FENCES = {
    "E461": Entry(
        N_("This line of a chat has no name: `{text}`."),
        N_("Write `Rani 19.38: …`, with `> ` before the name for our own side; indent what goes on with two spaces."),
    ),
    "E462": Entry(
        N_("A post has no `{text}`."),
        N_("It has {allowed}, each with a colon; indent what goes on with two spaces."),
    ),
    "E463": Entry(
        N_("This line of a chart is no number with a label: `{text}`."),
        N_("Write `Minggu 1: 1200`: digits only, a point for decimals, `|` between the numbers of several series."),
    ),
    "E464": Entry(
        N_("The chart cannot be drawn: {reason}."),
        N_("`type` is bars, line or share; each row has one number for each name at `series`."),
    ),
    "W562": Entry(
        N_("`{text}` shows what is below it as code, not as a drawing."),
        N_("Only `chat`, `post` and `chart` are drawn: in small letters, with nothing behind them."),
    ),
    "W563": Entry(
        N_("Here a chat, a post or a chart is not drawn: learners see its lines as you typed them."),
        N_("Move it into the text of a step, the prompt or the explanation."),
    ),
    "W564": Entry(N_("Nothing stands in this fence, so nothing is shown."), N_("Write its lines, or remove it.")),
    "W561": Entry(
        N_("The two languages show different fences here: {value} and {other}."),
        N_("Show the same chats, posts and charts in both."),
    ),
}
