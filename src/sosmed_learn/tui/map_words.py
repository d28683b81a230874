"""What a person would say of a blind-spot map: how sure it is, what it shows, where to begin and why."""

import math
from collections.abc import Iterator, Sequence

from sosmed_learn.core.mapping.blindspots import Change, Spot
from sosmed_learn.core.mapping.studypath import How, PathStep, Why
from sosmed_learn.i18n import N_, _, ngettext
from sosmed_learn.tui.map_opening import MapMaterial
from sosmed_learn.tui.place_words import PLACES
from sosmed_learn.tui.wording import minutes, said, short_date

_WHY: dict[Why, str] = {
    "blind": N_("you were sure of something else"),
    "missing": N_("you do not know it yet"),
    "unsure": N_("you were right, but not sure"),
    "needed": N_("“{wanted}” builds on it"),
    "unchecked": N_("not checked yet"),
}
_HOW: dict[How, str] = {
    "study": N_("study it, {minutes}"),
    "example": N_("its worked example is enough, {minutes}"),
    "test": N_("test yourself out, {minutes}"),
}
_CERTAIN, _PARTLY = 0.6, 0.3
"""Shares of what is on the map that is no guess."""
MOST_BLIND, MOST_LESSONLESS = 3, 5
"""How many concepts a sentence can bear."""


def head_words(material: MapMaterial) -> str:
    """How much was asked, when, and how sure the map is."""
    picture = material.picture
    if picture.blank or picture.day is None:
        return ""
    count = ngettext("{count} question", "{count} questions", picture.questions).format(count=picture.questions)
    placed = [spot for spot in picture.drawn.spots if spot.place]
    firm = sum(not spot.hatched for spot in placed) / len(placed)
    how = _("fairly certain") if firm >= _CERTAIN else _("partly guesses") if firm >= _PARTLY else _("mostly guesses")
    return " · ".join([count, short_date(picture.day), how])


def sentences(material: MapMaterial) -> str:
    """One or two sentences on what the map shows, and where to begin."""
    return " ".join([*_shown(material), *_start(material)])


def _shown(material: MapMaterial) -> Iterator[str]:
    picture = material.picture
    told = picture.said
    if picture.blank:
        yield _("Nothing was checked yet.")
        return
    if picture.day is None:
        yield _("This map knows only your answers in lessons.")
    modules = [said(module.title) for module in material.modules if module.id in told.of_modules]
    strong = [*modules, *_titles(material, told.strong[: max(0, 3 - len(modules))])]
    if strong:
        spots = picture.drawn.of("strong")
        guessed = 2 * sum(spot.hatched for spot in spots) > len(spots)
        words = _("So far you seem strong in {concepts}.") if guessed else _("You are strong in {concepts}.")
        yield words.format(concepts=listed(strong))
    if told.blind:
        one, more = (
            _("Something that you were sure of turned out different: {concepts}."),
            _("{count} things that you were sure of turned out different: {concepts}."),
        )
        words = one if len(told.blind) == 1 else more
        yield words.format(count=len(told.blind), concepts=listed(_some(material, told.blind, MOST_BLIND)))
    elif told.missing:
        yield _("What helps most now: {concepts}.").format(concepts=listed(_titles(material, told.missing)))
    elif strong:
        yield _("No blind spot showed.")


def _start(material: MapMaterial) -> Iterator[str]:
    steps = material.picture.way
    if material.picture.day is None:
        yield _("Until the map has asked you something, you go through the modules in their order.")
    elif steps:
        first = steps[0]
        title = said(material.lesson(first.module, first.lesson).title)
        words = (
            _("Test yourself out of “{lesson}” first, {minutes}.")
            if first.how == "test"
            else _("Start with “{lesson}”, {minutes}.")
        )
        yield words.format(lesson=title, minutes=minutes(math.ceil(first.minutes)))
    elif material.picture.path.to_confirm:
        yield _("There is nothing to study for it now; what is only a guess is asked about again later.")
    elif not material.picture.blank:
        yield _("There is nothing to study for it now.")


def step_words(material: MapMaterial, step: PathStep) -> tuple[str, str]:
    """A lesson of the path: its title, and how to take it up and why."""
    how = _(_HOW[step.how]).format(minutes=minutes(math.ceil(step.minutes)))
    reason = _(_WHY[step.why]).format(wanted=said(material.title(step.wanted)))
    lesson, concept = said(material.lesson(step.module, step.lesson).title), said(material.title(step.concept))
    why = reason if concept == lesson else _("{concept}: {reason}").format(concept=concept, reason=reason)
    return lesson, f"{how} · {why}"


def further_words(steps: Sequence[PathStep]) -> str:
    """What comes behind the lessons that are shown; empty where nothing does."""
    if not steps:
        return ""
    words = ngettext(
        "Behind that, {count} more lesson, about {minutes} minutes. The map changes with everything that you learn.",
        "Behind that, {count} more lessons, about {minutes} minutes. The map changes with everything that you learn.",
        len(steps),
    )
    return words.format(count=len(steps), minutes=round(sum(step.minutes for step in steps)))


def about_words(material: MapMaterial, spot: Spot) -> str:
    """One concept: its whole name, its place, and what that rests on."""
    title = said(material.title(spot.concept))
    if spot.place is None:
        return _("{concept}: not checked yet").format(concept=title)
    place = _(PLACES[spot.place])
    if not spot.asked:
        basis = _("a guess from what builds on it") if spot.presumed else _("a guess from other concepts")
    elif spot.asked == 1:
        basis = _("a guess from one question")
    else:
        basis = _("a guess from {count} questions") if spot.hatched else _("from {count} questions")
    return _("{concept}: {place}, {basis}").format(concept=title, place=place, basis=basis.format(count=spot.asked))


def change_words(material: MapMaterial, change: Change) -> str:
    """How a concept stood, and how it stands."""
    words = _("{concept}: {was} → {now}")
    return words.format(
        concept=said(material.title(change.concept)), was=_(PLACES[change.was]), now=_(PLACES[change.now])
    )


def lessonless_words(material: MapMaterial) -> str:
    """Which concepts have no lesson yet; empty where all have one."""
    names = material.picture.lessonless
    if not names:
        return ""
    return _("No lesson yet for {concepts}.").format(concepts=listed(_some(material, names, MOST_LESSONLESS)))


def again_words(material: MapMaterial) -> str:
    """When another diagnosis makes sense."""
    again = material.picture.again
    if again is None:
        return _("r asks a few questions for a whole map.")
    if again <= material.today:
        return _("A month has passed: r asks other questions and shows what has changed.")
    return _("r asks again, with other questions. From {day} on it shows most.").format(day=short_date(again))


def _some(material: MapMaterial, names: Sequence[str], most: int) -> list[str]:
    """The first of them, and how many more there are."""
    more = len(names) - most
    if more <= 0:
        return _titles(material, names)
    return [*_titles(material, names[:most]), ngettext("{count} more", "{count} more", more).format(count=more)]


def _titles(material: MapMaterial, names: Sequence[str]) -> list[str]:
    return [_in_sentence(said(material.title(name))) for name in names]


def _in_sentence(title: str) -> str:
    """A title as it stands in a sentence: small, but not where it begins with an abbreviation."""
    first = title.split(" ", 1)[0]
    return title if first[1:] != first[1:].lower() or len(first) == 1 else title[:1].lower() + title[1:]


def listed(names: Sequence[str]) -> str:
    """``a, b and c``, with semicolons where a name has commas of its own."""
    if len(names) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(names)
    if any("," in name or _(" and ") in name for name in names):
        return "; ".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
