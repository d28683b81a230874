"""What the groups and keys of orders, matches, bins, blanks and combinations are for. A part of ``keydocs``."""

from collections.abc import Mapping

from sosmed_learn.content import format as shape
from sosmed_learn.i18n import N_

GROUPS: Mapping[type[shape.Shape], str] = {
    shape.CombinationShape: N_("What is said to an answer in which certain things come together."),
    shape.ChosenTogetherShape: N_("What is said to whoever picks exactly these choices."),
    shape.OrderShape: N_("Things to bring into the right order (`kind: order`)."),
    shape.OrderItemShape: N_("One of the things to bring into order."),
    shape.OrderedTogetherShape: N_("What is said where these items stand one right after the other."),
    shape.MatchShape: N_("Pairs whose sides are to be matched (`kind: match`)."),
    shape.PairShape: N_("Two things that belong together."),
    shape.ExtraShape: N_("A right side that belongs to nothing."),
    shape.PlacedTogetherShape: N_(
        "What is said where each of these things was put in the place that stands behind it."
    ),
    shape.SortShape: N_("Things to sort into two to five bins (`kind: sort`)."),
    shape.BinShape: N_("A bin to sort things into."),
    shape.SortItemShape: N_("One of the things to sort."),
    shape.FillShape: N_("A sentence with gaps to fill (`kind: fill`)."),
    shape.BlankShape: N_("A gap in the sentence: words to type (`accept`) or to pick (`choices`), never both."),
}

_MADE = N_("An id, if the words may still change or a combination names it. Without one, it is made from the words.")
_PUT_ELSEWHERE = N_("The id of the common wrong belief of those who put it elsewhere.")
_BELONGS = N_("Why it belongs there. It is shown after every answer.")

KEYS: Mapping[type[shape.Shape], Mapping[str, str]] = {
    shape.CombinationShape: {
        "why": N_("What is said: why this tempts, and where it goes wrong."),
        "misconception": N_("The id of the common wrong belief that shows in it."),
    },
    shape.ChosenTogetherShape: {"choices": N_("The ids of the choices, and no other may be picked.")},
    shape.OrderItemShape: {
        "text": N_("What is moved; a few words."),
        "why": N_("Why it stands where it does. It is shown after every answer."),
        "id": _MADE,
        "misconception": _PUT_ELSEWHERE,
    },
    shape.OrderedTogetherShape: {"items": N_("The ids of the items, in the order in which they stand.")},
    shape.OrderShape: {
        "items": N_("Three to nine things, in the right order. Learners see them shuffled."),
        "combinations": N_("What is said to certain wrong neighbours; the first that fits is taken."),
    },
    shape.PairShape: {
        "left": N_("What is given; a few words."),
        "right": N_("What belongs to it, and to nothing else here."),
        "why": _BELONGS,
        "id": _MADE,
        "misconception": _PUT_ELSEWHERE,
    },
    shape.ExtraShape: {"text": N_("What is shown among the right sides."), "id": _MADE},
    shape.PlacedTogetherShape: {
        "places": N_("Ids of things, each with the id of a bin, or of the pair or extra whose right side it was given.")
    },
    shape.MatchShape: {
        "pairs": N_("Two to nine pairs. Learners see the right sides shuffled."),
        "extras": N_("Up to three right sides that fit nowhere, so that the last pair is not left over."),
        "combinations": N_("What is said to certain wrong matches; the first that fits is taken."),
    },
    shape.BinShape: {"id": N_("The id that items name."), "title": N_("What belongs in it, in a few words.")},
    shape.SortItemShape: {
        "text": N_("What is sorted; a few words."),
        "bin": N_("The id of the bin that it belongs in."),
        "why": _BELONGS,
        "id": _MADE,
        "misconception": _PUT_ELSEWHERE,
    },
    shape.SortShape: {
        "bins": N_("Two to five bins, in the order in which they are shown."),
        "items": N_("Two to nine things, each with its bin."),
        "combinations": N_("What is said to certain wrong placings; the first that fits is taken."),
    },
    shape.BlankShape: {
        "id": N_("The id by which the sentence names the gap: `[[id]]`."),
        "accept": N_("The typed answers that count as right."),
        "choices": N_("Two to nine choices, of which exactly one is right."),
        "why": N_("Why the accepted words are right; of picked words each has its own reason."),
        "slips": N_("Usual wrong typed answers, each with its own reason."),
        "model-answer": N_("The answer that is shown to whoever missed it; without it, the first exact text."),
    },
    shape.FillShape: {
        "sentence": N_("One to three sentences in which each gap stands once as `[[id]]`, in each language."),
        "blanks": N_("One to six gaps."),
    },
}
