"""Playing a scenario: every way there is now and then, back to an earlier choice, the map, and at last an ending."""

from random import Random

from sosmed_learn.core.events import ScenarioMoved
from sosmed_learn.core.playthrough import Playthrough
from sosmed_learn.core.scenario import Node, Scenario
from sosmed_learn.core.text import Language, other
from tests.generated.reading import is_seen, session_of
from tests.tui.seeing import Seat

ASTRAY = 4
"""Choices that are left to chance; from then on the nearest ending is looked for."""
BACK = (1, 3)
"""At so many choices, and at the first ending, one goes back."""


async def play(seat: Seat, scenario: Scenario, reader: Language, chance: Random) -> None:
    """From the first moment to an ending, and to one more after going back."""
    player = _Player(seat, scenario, reader, chance)
    await player.on_to_an_ending()
    if chance.randrange(2):
        await player.back()
        await player.on_to_an_ending()


class _Player:
    """A learner in a story."""

    def __init__(self, seat: Seat, scenario: Scenario, reader: Language, chance: Random) -> None:
        self.seat = seat
        self.scenario = scenario
        self.reader: Language = reader
        self.chance = chance
        self.chosen = 0
        self.far = _far(scenario)

    @property
    def story(self) -> Playthrough:
        story = session_of(self.seat).story
        assert story
        return story

    async def on_to_an_ending(self) -> None:
        """All that can be done at each moment on the way."""
        while not self.story.over:
            await self._read(self.story.node)
            if self.story.turns and self.chosen in BACK and self.chance.randrange(2):
                await self.back()
            await self._choose()
        await self._read(self.story.node)

    async def _read(self, node: Node) -> None:
        """What is said at this moment, in either language, and the map."""
        texts = [message.text for message in node.messages] + ([node.debrief] if node.debrief else [])
        for text in texts if self.chosen <= ASTRAY else texts[-1:]:
            await is_seen(self.seat, text, self.reader)
        if self.chance.randrange(3) == 0:
            await self.seat.press("l")
            for text in texts:
                await is_seen(self.seat, text, other(self.reader))
            await self.seat.press("l")
        if self.chance.randrange(3) == 0:
            await self.seat.press("m")
            assert self.seat.on == "Paths", self.seat.text
            await self.seat.read_all()
            await self.seat.press("escape")

    async def _choose(self) -> None:
        """One of the replies; later one that leads to an ending soon."""
        story, saved = self.story, len(self.seat.saved(ScenarioMoved))
        replies = story.node.replies
        near = min(range(len(replies)), key=lambda at: self.far[replies[at].to])
        at = self.chance.randrange(len(replies)) if self.chosen < ASTRAY else near
        await self.seat.press(str(at + 1), "enter")
        self.chosen += 1
        moves = self.seat.saved(ScenarioMoved)
        assert len(moves) == saved + 1, self.seat.text
        assert moves[-1].path == (*story.path, replies[at].id)

    async def back(self) -> None:
        """To before one of the earlier choices: with one choice at once, with more by its number."""
        turns = len(self.story.turns)
        to = self.chance.randrange(min(turns, 9)) if turns > 1 else 0
        await self.seat.press("b")
        if turns > 1:
            assert self.seat.on == "Earlier", self.seat.text
            await self.seat.read_all()
            await self.seat.press(str(to + 1), "enter")
        assert len(self.story.turns) == to, self.seat.text


def _far(scenario: Scenario) -> dict[str, int]:
    """How many choices there are from each moment to the nearest ending, as far as only choices lead on."""
    far = {node.id: 0 for node in scenario.nodes if not node.replies}
    for _ in scenario.nodes:
        for node in scenario.nodes:
            for reply in node.replies:
                far[node.id] = min(far.get(node.id, len(scenario.nodes)), far.get(reply.to, len(scenario.nodes)) + 1)
    return far
