"""How many concepts the diagnosis puts into the right class, after how many questions, against other ways to ask; what
the path that follows from it saves; and how long the next question takes to be chosen.

All ways to ask are judged by the same beliefs and the same map, so only the choice of questions differs. A concept that
a map shows as not checked counts as not right.
"""

from collections.abc import Callable, Iterable, Iterator
from random import Random
from statistics import mean, median
from time import process_time

from sosmed_learn.core.mapping.asking import next_probe
from sosmed_learn.core.mapping.blindspots import draw_map
from sosmed_learn.core.mapping.conceptgraph import ConceptGraph
from sosmed_learn.core.mapping.diagnosis import FULL, Diagnosis, Wanted, begin, reply
from sosmed_learn.core.mapping.probe import Probe, Reply
from tests.bench.learners import PROFILES, Learner, Profile, courses, learner, pool
from tests.bench.planning import FRAME
from tests.bench.studying import TARGET, along_the_path, module_by_module
from tests.bench.telling import report, take_turns

AFTER = (5, 10, 15, 20, 25, 30)
LEARNERS = 40
"""Of each profile."""
FIRST_SEED = 1_000
"""Nothing was tuned on learners from here on."""

PATH_LIMITS: dict[Profile, float] = {"even": 1.05, "uneven": 0.65, "overconfident": 1.05}
"""What share of the minutes module by module the path may take."""
PLAN_PAIRS = 3

Way = Callable[[Diagnosis], Probe | None]
Shares = dict[int, tuple[float, float]]


def in_order(probes: list[Probe]) -> Way:
    """Ask these, one after the other, whatever is replied."""
    return lambda diagnosis: probes[len(diagnosis.replies)]


def at_random(graph: ConceptGraph, seed: int) -> Way:
    probes = pool(graph.ids)
    Random(seed).shuffle(probes)
    return in_order(probes)


def fixed_form(graph: ConceptGraph, length: int) -> Way:
    """The best form of that length that an author might write: every module in turn, basics first, of middle level."""
    middle: dict[str, list[Probe]] = {}
    for probe in pool(graph.ids):
        if probe.level == 2:
            middle.setdefault(probe.concept, []).append(probe)
    by_module: dict[str, list[str]] = {}
    for name in sorted(graph.ids, key=lambda name: -sum(name in before for before in graph.before.values())):
        by_module.setdefault(graph.modules[name], []).append(name)
    names = [name for place in range(9) for group in by_module.values() for name in group[place : place + 1]]
    return in_order([middle[name][turn] for turn in range(2) for name in names][:length])


def shares(start: Diagnosis, who: Learner, way: Way) -> Iterator[tuple[int, float, float]]:
    """After how many questions, the share of concepts in the right class, and rightly taken as known or not."""
    diagnosis = start
    while not diagnosis.ended:
        probe = way(diagnosis)
        if probe is None:
            return
        diagnosis = reply(diagnosis, who.reply(probe))
        if len(diagnosis.replies) in AFTER:
            spots = draw_map(diagnosis).spots
            right = [spot.place == who.true_class(spot.concept) for spot in spots]
            known = [bool(spot.place) and (spot.known >= 0.5) == who.knows(spot.concept) for spot in spots]
            yield len(diagnosis.replies), mean(right), mean(known)


def adaptive(_seed: int) -> Way:
    return next_probe


def measure(learners: Iterable[Learner], graph: ConceptGraph, way: Callable[[int], Way]) -> Shares:
    """The mean shares over all learners."""
    found: dict[int, list[tuple[float, float]]] = {after: [] for after in AFTER}
    for number, who in enumerate(learners):
        start = begin(graph, pool(graph.ids), Wanted(length=FULL, seed=number))
        for after, right, known in shares(start, who, way(number)):
            found[after].append((right, known))
    return {after: (mean(r for r, _ in each), mean(k for _, k in each)) for after, each in found.items()}


def asking(count: int) -> list[bool]:
    """Print how the ways to ask compare, for each profile and all together; whether ours holds what it must."""
    graph = courses()
    ways: dict[str, Callable[[int], Way]] = {
        "adaptive": adaptive,
        "fixed form": lambda _: fixed_form(graph, FULL),
        "random order": lambda seed: at_random(graph, seed),
    }
    print(f"share of concepts in the right class (and rightly known or not); {count} learners of each profile")
    print(f"{'':28}" + "".join(f"{after:>13}" for after in AFTER))
    together: dict[str, list[Shares]] = {}
    for profile in PROFILES:
        for name, way in ways.items():
            learners = (learner(profile, graph, FIRST_SEED + number) for number in range(count))
            found = measure(learners, graph, way)
            together.setdefault(name, []).append(found)
            _row(f"{profile:14}{name}", found)
    all_of = {name: _mean_of(found) for name, found in together.items()}
    for name, found in all_of.items():
        _row(f"{'all':14}{name}", found)
    return [
        _verdict("after 15 at least as good as random after 25", all_of["adaptive"][15], all_of["random order"][25]),
        *(
            _verdict(f"after {after} at least as good as the fixed form", all_of["adaptive"][after], found)
            for after, found in all_of["fixed form"].items()
        ),
    ]


def _mean_of(found: list[Shares]) -> Shares:
    return {after: (mean(each[after][0] for each in found), mean(each[after][1] for each in found)) for after in AFTER}


def _row(title: str, found: Shares) -> None:
    print(f"{title:28}" + "".join(f"{right:7.2f} ({known:.2f})"[1:] for right, known in found.values()), flush=True)


def _verdict(what: str, ours: tuple[float, float], theirs: tuple[float, float]) -> bool:
    fine = ours[0] >= theirs[0]
    print(f"{what:52} {ours[0]:.3f} against {theirs[0]:.3f}   {'pass' if fine else 'FAIL'}")
    return fine


def learning(count: int) -> list[bool]:
    """Print what the path saves of the minutes until most is mastered; whether that is enough."""
    graph = courses()
    print(f"\nminutes until {TARGET:.0%} of concepts are mastered, means of {count} learners")
    fine = []
    for profile, limit in PATH_LIMITS.items():
        times = []
        for seed in range(FIRST_SEED, FIRST_SEED + count):
            plain = module_by_module(learner(profile, graph, seed), graph, seed)
            if plain:  # else enough was known from the beginning
                ours = along_the_path(learner(profile, graph, seed), graph, seed)
                told = module_by_module(learner(profile, graph, seed), graph, seed, told_at_once=True)
                times.append((ours, plain, told))
        ours, theirs, told = (mean(column) for column in zip(*times, strict=True))
        fine.append(report(f"path, {profile}", "min", ours, theirs, limit, beside="module by module"))
        worse = mean(our > 1.05 * their for our, their, _ in times)
        print(f"{'':38} longer than module by module by more than 5 %: {worse:.0%} of learners")
        print(f"{'':38} against somebody who is told at once what was not understood: {ours / told:.2f}")
    return fine


def planning(bare_key: Callable[[], float]) -> bool:
    """How long it takes to work in a reply and choose the next question, with many concepts and questions."""
    names = [f"c{number}" for number in range(60)]
    needs = {name: [names[number // 2]] if number else [] for number, name in enumerate(names)}
    graph = ConceptGraph(needs, {name: f"m{number % 5}" for number, name in enumerate(names)})
    guesses = (0.02, 0.25, 1 / 3, 0.5)
    probes = [Probe(f"q{n}", names[n % 60], 1 + n // 60 % 3, guesses[n // 180 % 4]) for n in range(2_000)]
    print("\nthe next of 2,000 questions on 60 concepts")
    ours, theirs = take_turns(lambda _: _one_question(graph, probes), lambda _: bare_key(), PLAN_PAIRS)
    return report("a reply and the question after it", "ms", ours * 1000, theirs * 1000, FRAME)


def _one_question(graph: ConceptGraph, probes: list[Probe]) -> float:
    """The median second of a whole diagnosis, as the processor counts."""
    diagnosis = begin(graph, probes, Wanted(length=FULL))
    times: list[float] = []
    while True:
        begun = process_time()
        probe = next_probe(diagnosis)
        if probe is None:
            return median(times)
        diagnosis = reply(diagnosis, Reply(probe.id, "right", "sure"))
        times.append(process_time() - begun)


def main(bare_key: Callable[[], float], count: int = LEARNERS) -> int:
    """Everything about the diagnosis; 1 when something is not as good as it must be."""
    fine = [*asking(count), *learning(4 * count), planning(bare_key)]
    return 0 if all(fine) else 1
