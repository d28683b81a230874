"""What the test of a lesson says of other concepts: it counts in the diagnosis behind the map, as one more reply.

Who is tested before a lesson was gone through answers as in a diagnosis, so the answer says as much about what the
concept needs and about what needs it. What was answered in a lesson, or after it, says that something was taught; to
carry that on to other concepts made the path longer for simulated learners, not shorter.
"""

from collections.abc import Iterable
from itertools import takewhile

from msgspec.structs import replace

from sosmed_learn.core.insight import Insight
from sosmed_learn.core.itembank import Item
from sosmed_learn.core.mapping.diagnosis import Diagnosis, replied
from sosmed_learn.core.mapping.probe import Reply, probe_of
from sosmed_learn.core.reviews import Review

Answers = Iterable[tuple[Item, Review]]


def untaught(known: Insight, since: str) -> Answers:
    """What was answered outside of lessons, exams and diagnoses after the event ``since``, in its order.

    Of each concept only what came before its first lesson, also where that was before the diagnosis.
    """
    of_concept: dict[str, list[tuple[Item, Review]]] = {}
    for item, reviews in known.answers:
        of_concept.setdefault(item.question.concept, []).extend((item, one) for one in reviews)
    found = [
        pair
        for pairs in of_concept.values()
        for pair in takewhile(lambda each: each[1].occasion != "", sorted(pairs, key=lambda each: each[1].id))
        if pair[1].occasion == "practice" and pair[1].id > since
    ]
    return sorted(found, key=lambda pair: pair[1].id)


def carried(diagnosis: Diagnosis, answers: Answers) -> Diagnosis:
    """The diagnosis with these answers as further replies. A question counts once, as in the diagnosis itself."""
    answers = list(answers)
    probes = {name: probe_of(item.question, name) for item, _ in answers for name in ["/".join(item.place)]}
    plan = replace(diagnosis.plan, probes={**diagnosis.plan.probes, **probes})
    return replied(replace(diagnosis, plan=plan), (_reply("/".join(item.place), one) for item, one in answers))


def _reply(name: str, answer: Review) -> Reply:
    belief = None if answer.right or not answer.held else answer.held[0]
    return Reply(name, "right" if answer.right else "wrong", answer.confidence, belief)
