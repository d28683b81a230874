"""Checks over one scenario of a lesson: names that must exist, ways that must end, and what makes it worth playing.

Reads no file. What a way through it costs and where it leads, the core tells (``playthrough``).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from sosmed_learn.content import format as shape
from sosmed_learn.content.build_scenario import reply_id
from sosmed_learn.content.build_scenario import scenario as build_scenario
from sosmed_learn.content.documents import Document
from sosmed_learn.content.guess import guess
from sosmed_learn.content.names import Known, Place, check_known, check_unique
from sosmed_learn.content.walk import Path
from sosmed_learn.core.playthrough import Playthrough, endless, reachable
from sosmed_learn.core.scenario import Reply, Scenario

LessonDocument = Document[shape.LessonFile]

_FEW = 8  # names that a hint lists
_MISSPELT = 0.8  # of two speakers: the one is the other with a slip of the finger
_TELLING = 2  # forks after which it tells something that the first choice was always the best


def check_scenario(document: LessonDocument, path: Path, scenario: shape.ScenarioShape, known: Known) -> None:
    """Everything that can be said about the scenario at ``path``."""
    check_known(document, "E304", (*path, "concept"), scenario.concept, known.concepts)
    nodes: dict[str, Place] = {}
    check_unique(document, (((*path, "nodes", at, "id"), node.id) for at, node in enumerate(scenario.nodes)), nodes)
    meters: dict[str, Place] = {}
    listed = (((*path, "meters", at, "id"), meter.id) for at, meter in enumerate(scenario.meters))
    check_unique(document, listed, meters)
    sound = _check_names(document, path, scenario)
    _check_meters(document, path, scenario)
    for at, node in enumerate(scenario.nodes):
        _check_replies(document, (*path, "nodes", at), node, known)
    _check_feedback(document, path, scenario)
    _check_speakers(document, path, scenario)
    _check_minutes(document, path, scenario)
    if sound and len(nodes) == len(scenario.nodes) and not document.is_broken(path):
        _check_ways(document, path, scenario)


def _names(scenario: shape.ScenarioShape, path: Path) -> Iterator[tuple[Path, str]]:
    """Every place that names a node."""
    if scenario.start:
        yield (*path, "start"), scenario.start
    for at, node in enumerate(scenario.nodes):
        for position, choice in enumerate(node.choices):
            yield (*path, "nodes", at, "choices", position, "to"), choice.to
    for at, meter in enumerate(scenario.meters):
        if meter.empty:
            yield (*path, "meters", at, "empty"), meter.empty
    if scenario.clock is not None:
        yield (*path, "clock", "late"), scenario.clock.late


def _check_names(document: LessonDocument, path: Path, scenario: shape.ScenarioShape) -> bool:
    """Whether every node that is named exists; says which do not."""
    nodes = [node.id for node in scenario.nodes]
    unread = document.is_broken((*path, "nodes")) and any(
        document.is_broken((*path, "nodes", at, "id")) for at in range(len(nodes))
    )
    missing = [(spot, name) for spot, name in _names(scenario, path) if name and name not in nodes]
    twice = len(set(nodes)) < len(nodes)  # then the one that is missing may have got another's id: that was said
    for spot, name in [] if unread else missing:
        meant = guess(name, nodes)
        if meant or not twice:
            document.report("E351", spot, id=name, guess=meant, allowed=_listed(nodes))
    return not missing


def _listed(names: list[str]) -> str:
    return ", ".join([*names[:_FEW], *(["…"] if len(names) > _FEW else [])])


def _check_meters(document: LessonDocument, path: Path, scenario: shape.ScenarioShape) -> None:
    """Effects are on meters that exist, and each meter begins within its limits and is moved by something."""
    meters = [meter.id for meter in scenario.meters]
    unread = document.is_broken((*path, "meters"))
    moved: set[str] = set()
    for at, node in enumerate(scenario.nodes):
        for position, choice in enumerate(node.choices):
            spot = (*path, "nodes", at, "choices", position, "effects")
            for name in choice.effects:
                moved.add(name)
                if name not in meters and not unread and not document.is_broken((*spot, name)):
                    span = document.key_span((*spot, name))
                    document.sheet.add("E352", span, id=name, guess=guess(name, meters))
    for at, meter in enumerate(scenario.meters):
        inner = (*path, "meters", at)
        if meter.start > meter.most and not document.is_broken((*inner, "most")):
            document.report("E453", (*inner, "start"), value=str(meter.start), high=str(meter.most))
        if meter.id not in moved and not document.is_broken((*path, "nodes")):
            document.report("W557", (*inner, "id"), id=meter.id)


def _check_replies(document: LessonDocument, path: Path, node: shape.NodeShape, known: Known) -> None:
    taken: dict[str, int] = {}
    for at, choice in enumerate(node.choices):
        inner = (*path, "choices", at)
        check_known(document, "E305", (*inner, "misconception"), choice.misconception, known.misconceptions)
        first = taken.setdefault(reply_id(choice, node.id), at)
        if first != at and not document.is_broken((*inner, "text")):
            line = document.span((*path, "choices", first)).line
            document.report("E403", (*inner, "id" if choice.id else "text"), other=f"{document.sheet.path}:{line}")


def _check_feedback(document: LessonDocument, path: Path, scenario: shape.ScenarioShape) -> None:
    """Once for the whole scenario: an author may draft it without."""
    choices = [choice for node in scenario.nodes for choice in node.choices]
    silent = sum(choice.why is None and choice.tone is None for choice in choices)
    if silent and not document.is_broken((*path, "nodes")):
        document.report("W552", (*path, "id"), count=str(silent), total=str(len(choices)))


def _check_speakers(document: LessonDocument, path: Path, scenario: shape.ScenarioShape) -> None:
    """A name that is there once and nearly the one of somebody else is that one, misspelt."""
    said: dict[str, list[Path]] = {}
    for at, node in enumerate(scenario.nodes):
        inner = (*path, "nodes", at)
        speakers = [((*inner, "from"), node.from_)]
        speakers += [((*inner, "messages", n, "from"), message.from_) for n, message in enumerate(node.messages)]
        for spot, speaker in speakers:
            name = speaker if isinstance(speaker, str) or speaker is None else speaker.id or speaker.en
            if name:
                said.setdefault(name, []).append(spot)
    often = [name for name, spots in said.items() if len(spots) > 1]
    for name, spots in said.items():
        like = next((other for other in often if _nearly(name, other)), "") if len(spots) == 1 else ""
        if like:
            document.report("W558", spots[0], value=name, other=like)


def _nearly(name: str, other: str) -> bool:
    one, two = name.casefold(), other.casefold()
    shared = (Counter(one) & Counter(two)).total()
    if 2 * shared / (len(one) + len(two)) < _MISSPELT:
        return False  # whatever their order is
    from difflib import SequenceMatcher  # noqa: PLC0415 - only for a name of nearly the same letters

    return SequenceMatcher(None, one, two, autojunk=False).ratio() >= _MISSPELT


def _check_minutes(document: LessonDocument, path: Path, scenario: shape.ScenarioShape) -> None:
    """Minutes mean nothing without a clock. Told once."""
    if scenario.clock is not None or document.is_broken((*path, "clock")):
        return
    for at, node in enumerate(scenario.nodes):
        for position, choice in enumerate(node.choices):
            if choice.minutes:
                document.report_key("W556", (*path, "nodes", at, "choices", position, "minutes"))
                return


def _check_ways(document: LessonDocument, path: Path, file: shape.ScenarioShape) -> None:
    """Every way ends, every node can come, and which way is good cannot be told from outside."""
    scenario = build_scenario(file)
    if not scenario.endings:
        document.report_key("E451", (*path, "nodes"))
        return
    place = {node.id: (*path, "nodes", at, "id") for at, node in enumerate(file.nodes)}
    stuck = endless(scenario)
    for name in stuck:
        document.report("E452", place[name], id=name)
    there = reachable(scenario)
    for node in scenario.nodes:
        if node.id not in there:
            document.report("W551", place[node.id], id=node.id)
    if scenario.clock is not None and not _runs_out(scenario, scenario.clock.minutes):
        document.report("W555", (*path, "clock", "minutes"), value=str(scenario.clock.minutes))
    if all(node.outcome == "good" for node in scenario.endings):
        document.report_key("W553", (*path, "nodes"))
    elif not stuck:
        _check_habits(document, path, scenario)


def _check_habits(document: LessonDocument, path: Path, scenario: Scenario) -> None:
    """Whoever always takes the first choice, or the longest, without reading, does not come to a good ending."""
    if _good_by(scenario, lambda replies: replies[0]):
        document.report_key("W554", (*path, "nodes"))
    elif _good_by(scenario, lambda replies: max(replies, key=lambda reply: len(reply.text.say("id")))):
        document.report_key("W559", (*path, "nodes"))


def _good_by(scenario: Scenario, habit: Callable[[Sequence[Reply]], Reply]) -> bool:
    """Whether that habit alone leads to a good ending, past enough forks to be one."""
    story, forks = Playthrough(scenario), 0
    clock, been = scenario.clock, set[object]()
    while not story.over:
        minutes = min(story.minutes, clock.minutes) if clock else 0
        told = story.turns[-1].told if story.turns else None
        here = (story.node.id, *story.meters.values(), minutes, told)
        if here in been:  # who always does the same goes round in a circle
            return False
        been.add(here)
        forks += len(story.node.replies) > 1
        story = story.choose(habit(story.node.replies).id)
    return story.node.outcome == "good" and forks >= _TELLING


def _runs_out(scenario: Scenario, minutes: int) -> bool:
    """Whether some way costs so many minutes before its last choice; in a circle they add up without end."""
    spent = {scenario.start: 0}
    for _ in scenario.nodes:
        before = dict(spent)
        for node in scenario.nodes:
            for reply in node.replies if node.id in spent else ():
                passed = spent[node.id] + reply.minutes
                goes_on = [name for name in _after(scenario, reply) if _has_replies(scenario, name)]
                if goes_on and passed >= minutes:
                    return True
                spent |= {name: max(passed, spent.get(name, 0)) for name in goes_on}
        if spent == before:
            return False
    return True


def _after(scenario: Scenario, reply: Reply) -> Iterator[str]:
    yield reply.to
    for meter in scenario.meters:
        if meter.empty is not None and reply.effects.get(meter.id, 0) < 0:
            yield meter.empty


def _has_replies(scenario: Scenario, name: str) -> bool:
    node = scenario.node(name)
    return node is not None and bool(node.replies)
