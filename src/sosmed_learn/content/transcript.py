"""Courses as plain text, as a learner sees them: each step, each answer with what is said to it, and the sources.

The same files always give the same text, so that a reviewer reads a change as learners will. Reads no file; the words
around the course are in the language in use.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from sosmed_learn.content.attempts import alike, as_written, key_words, sets_of
from sosmed_learn.content.opening import Opened
from sosmed_learn.content.playing import Asked, Try, play
from sosmed_learn.content.prose import WIDTH, lines_of, numbered
from sosmed_learn.content.storytext import story_lines
from sosmed_learn.content.tasktext import task_lines
from sosmed_learn.content.transcript_parts import PartsQuestion, Words, lines_asked, lines_of_answers
from sosmed_learn.core.module import Lesson, Module, ScenarioStep, TaskStep, TextStep
from sosmed_learn.core.question import AnyQuestion, ChoiceQuestion, NumberQuestion, TextQuestion
from sosmed_learn.core.text import Language, Text
from sosmed_learn.i18n import N_, _, in_use, ngettext

MARK = "# sosmed-learn transcript"
"""The first line, by which a file of ours is known."""

_KINDS = {
    "single": N_("one choice"),
    "multiple": N_("several choices"),
    "true-false": N_("true or false"),
    "text": N_("a typed answer"),
    "number": N_("a number"),
    "order": N_("things to bring into order"),
    "match": N_("pairs to match"),
    "sort": N_("things to sort into bins"),
    "fill": N_("gaps to fill in a sentence"),
}


def transcript(opened: Opened) -> str:
    """All that was opened, as one text that ends with a line end."""
    lines = [MARK]
    for module in opened.modules:
        lessons = opened.lessons[module.id]
        if lessons:
            lines += ["", *_module(module)]
        for lesson in lessons:
            lines += ["", "", *_Writer(opened, module, lesson).lesson()]
        if len(lessons) == len(module.files) and opened.terms[module.id]:
            lines += ["", "", *_glossary(opened, module)]
    return "".join(f"{line}\n" for line in lines)


def _said(text: Text) -> str:
    return text.say(in_use())


def _module(module: Module) -> Iterator[str]:
    yield "=" * WIDTH
    yield from lines_of(_("MODULE {title}").format(title=_said(module.title)) + f" ({module.id} {module.version})")
    yield "=" * WIDTH
    yield ""
    yield from lines_of(_said(module.summary))
    if module.exam:
        exam = module.exam
        words = _("EXAM {count} questions drawn, {minutes} minutes, passed at {mark}%, next try after {hours} hours")
        told = words.format(count=exam.questions, minutes=exam.minutes, mark=exam.pass_mark, hours=exam.cooldown)
        yield ""
        yield from lines_of(told)


def _glossary(opened: Opened, module: Module) -> Iterator[str]:
    yield _("GLOSSARY")
    for term in opened.terms[module.id]:
        yield ""
        yield from lines_of(_said(term.term), 2)
        yield from lines_of(_said(term.definition), 4)


class _Writer:
    """One lesson on its way to text."""

    def __init__(self, opened: Opened, module: Module, lesson: Lesson) -> None:
        self._facts = opened.facts
        self._module = module
        self._lesson = lesson
        self._language: Language = in_use()

    def lesson(self) -> Iterator[str]:
        lesson = self._lesson
        time = ngettext("{count} minute", "{count} minutes", lesson.minutes).format(count=lesson.minutes)
        yield from lines_of(self._head().format(title=_said(lesson.title)))
        yield f"{self._module.id}/{lesson.id} · {time}"
        yield "-" * WIDTH
        for outcome in lesson.outcomes:
            yield from lines_of(_said(outcome), 2, "- ")
        played = play(self._module.id, lesson, self._language)
        for number, step in enumerate(played.steps, start=1):
            place = f"[{number}/{len(played.steps)}]"
            yield ""
            yield from self._step(step, place)
        yield ""
        yield _("[END] {right} of {asked} right on the best way").format(right=played.right, asked=played.asked)

    def _head(self) -> str:
        if self._lesson.id in self._module.probes:
            return _("QUESTIONS OF THE BLIND-SPOT MAP {title}")
        bank = self._module.exam.bank if self._module.exam else ()
        return _("EXAM QUESTIONS {title}") if self._lesson.id in bank else _("LESSON {title}")

    def _step(self, step: TextStep | ScenarioStep | TaskStep | Asked, place: str) -> Iterator[str]:
        match step:
            case TextStep():
                yield from self._text(step, place)
            case ScenarioStep():
                yield from self._scenario(step, place)
            case TaskStep():
                yield from self._task(step, place)
            case Asked():
                yield from self._asked(step, place)

    def _scenario(self, step: ScenarioStep, place: str) -> Iterator[str]:
        kind, count = _("SCENARIO"), len(step.scenario.endings)
        endings = ngettext("{count} ending", "{count} endings", count).format(count=count)
        yield from lines_of(f"{place} {kind} · {step.id} · {endings}")
        yield ""
        yield from story_lines(step.scenario, self._module)
        yield from self._sources(step.facts)

    def _task(self, step: TaskStep, place: str) -> Iterator[str]:
        kind, count = _("TASK"), step.task.minutes
        time = ngettext("{count} minute", "{count} minutes", count).format(count=count)
        yield from lines_of(f"{place} {kind} · {step.id} · {time}")
        yield ""
        yield from task_lines(step.task)
        yield from self._sources(step.facts)

    def _text(self, step: TextStep, place: str) -> Iterator[str]:
        kind = _("READ")
        yield f"{place} {kind} · {step.id}"
        yield ""
        yield from lines_of(numbered(_said(step.text), step.facts), 2)
        yield from self._sources(step.facts)

    def _sources(self, names: Sequence[str]) -> Iterator[str]:
        if names:
            yield ""
        for number, name in enumerate(names, start=1):
            fact = self._facts.get(name)
            if fact is None:
                yield from lines_of(_("{fact}: no such fact").format(fact=name), 6, f"  [{number}] ")
                continue
            dates = _("seen {seen}, check again {again}").format(seen=_day(fact.seen), again=_day(fact.check_again))
            yield from lines_of(f"{_said(fact.source)} · {dates} · {name}", 6, f"  [{number}] ")
            if fact.article and fact.correction:
                yield from lines_of(_said(fact.correction), 6)

    def _asked(self, asked: Asked, place: str) -> Iterator[str]:
        question = asked.question
        concept, kind = self._module.concept(question.concept), _("QUESTION")
        about = [
            f"{place} {kind}",
            question.id,
            _(_KINDS[question.kind]),
            _said(concept.title) if concept else question.concept,
            _("level {level}").format(level=question.level),
            *([_("a first guess, not scored")] if question.pretest else []),
            *([_tries(question.tries)] if question.tries is not None else []),
        ]
        yield from lines_of(" · ".join(about))
        yield ""
        yield from self._words(question, question.prompt, 2)
        yield ""
        if isinstance(question, ChoiceQuestion):
            for number, choice in enumerate(question.choices, start=1):
                yield from self._words(question, choice.text, 6, f"  {number}")
            yield ""
        elif isinstance(question, PartsQuestion):
            yield from lines_asked(question, self._words_of(question))
            yield ""
        for number, hint in enumerate(question.hints, start=1):
            yield from self._words(question, hint, 4, before=_("Hint {number}: ").format(number=number))
        yield from self._answers(asked)
        yield from self._words(question, question.explanation, 4, before=_("Then: "))
        yield from self._sources(question.facts)

    def _words(
        self, question: AnyQuestion, text: Text, indent: int, first: str = "", before: str = ""
    ) -> Iterator[str]:
        yield from lines_of(before + numbered(_said(text), question.facts), indent, first)

    def _words_of(self, question: AnyQuestion) -> Words:
        return partial(self._words, question)

    def _answers(self, asked: Asked) -> Iterator[str]:
        question = asked.question
        if isinstance(question, ChoiceQuestion):
            yield from self._choices(question, asked.tries)
        elif isinstance(question, PartsQuestion):
            yield from lines_of_answers(question, asked.tries, self._words_of(question), self._belief)
        else:
            for group in alike(asked.tries):
                yield from self._typed(question, group)

    def _choices(self, question: ChoiceQuestion, tries: Sequence[Try]) -> Iterator[str]:
        """Each choice with its reason; where several can be taken, also what each set of them gives."""
        for number, choice in enumerate(question.choices, start=1):
            mark = "✓" if choice.correct else "✗"
            yield from lines_of(_("Answer {answer}").format(answer=number), 4, f"  {mark}")
            yield from self._words(question, choice.why, 6)
            yield from self._belief(choice.misconception)
        numbers = {choice.id: str(number) for number, choice in enumerate(question.choices, start=1)}
        for each in question.combinations:
            picked = "+".join(numbers.get(name, "?") for name in each.ids)
            yield from lines_of(_("Answer {answer}").format(answer=picked), 4, "  ✗")
            yield from self._words(question, each.why, 6)
            yield from self._belief(each.misconception)
        if question.picks_many:
            yield from sets_of(question, tries)

    def _typed(self, question: NumberQuestion | TextQuestion, group: Sequence[Try]) -> Iterator[str]:
        """Typed answers that get the same reason."""
        verdict = group[0].verdict
        unit = _said(question.unit) if isinstance(question, NumberQuestion) and question.unit else ""
        answers = "; ".join(f"{as_written(question, attempt)} {unit}".rstrip() for attempt in group)
        words = _("Answer {answer}").format(answer=answers) if verdict.why else _("Any other answer")
        yield from lines_of(words, 4, "  ✓" if verdict.correct else "  ✗")
        if verdict.why:
            yield from self._words(question, verdict.why, 6)
        for name in verdict.misconceptions:
            yield from self._belief(name)
        if not verdict.why:
            yield from lines_of(_("The right answer is shown: {answer}").format(answer=key_words(question, unit)), 6)
            yield from self._words(question, question.why, 6)

    def _belief(self, name: str | None) -> Iterator[str]:
        belief = self._module.misconception(name)
        if belief:
            words = _("A common belief: {belief}").format(belief=_said(belief.belief))
            yield from lines_of(f"{words} → {_said(belief.truth)}", 6)


def _tries(most: int) -> str:
    """How often a question can be answered, where that is not until it is right."""
    return ngettext("one try", "{count} tries", most).format(count=most)


def _day(day: date) -> str:
    return f"{day:%Y-%m-%d}"
