"""The examples for W6xx once more, for who reads the pages in English: what is wrong with a question is in its words.

Bad and good, as in ``of_questions``. Drawings need no words and are not here.
"""

from sosmed_learn.content.explain.of_questions import asked as _in_any


def _asked(prompt: str, *options: str) -> str:
    return _in_any(prompt, *options, reason="Reason")


_REACH = "What does reach count?"
_WHY = "choices:\n  - {text: Orders, correct: true, why: They are money.}\n  - {text: Likes, why: "

ENGLISH: dict[str, tuple[str, str]] = {
    "W601": (
        _asked(_REACH, "*Unique accounts that saw the post at least once", "Likes", "Comments"),
        _asked(_REACH, "*Accounts", "Likes", "Comments"),
    ),
    "W604": (
        _asked("What is in a catalogue?", "*Prices", "Recipes", "All of the above"),
        _asked("What is in a catalogue?", "*Prices", "Recipes", "Routes"),
    ),
    "W605": (
        _asked("Which of these does not count events?", "*Reach", "Impressions", "Views"),
        _asked("Which of these counts accounts?", "*Reach", "Impressions", "Views"),
    ),
    "W606": (
        _asked("When is a comment hidden?", "Always", "*When it shows private data", "When it is long"),
        _asked("When is a comment hidden?", "When it is harsh", "*When it shows private data", "When it is long"),
    ),
    "W607": (
        _asked("How often is stock counted?", "Often", "*Each morning", "Once a month"),
        _asked("How often is stock counted?", "Each hour", "*Each morning", "Once a month"),
    ),
    "W608": (
        _asked("Which document guides a crisis?", "*The crisis ladder", "The calendar", "The catalogue"),
        _asked("Which document guides a crisis?", "*The ladder of steps", "The calendar", "The catalogue"),
    ),
    "W609": (
        _asked("One showing of a post is an", "*impression", "reach", "rate"),
        _asked("What is one showing of a post called?", "*An impression", "A reach", "A rate"),
    ),
    "W610": (
        _asked("Where does a complaint move to?", "*To a DM", "To email", "to email."),
        _asked("Where does a complaint move to?", "*To a DM", "To email", "To the phone"),
    ),
    "W611": (
        _asked("What is written down?", "*Chats per hour", "Prices and stock", "Stock and prices"),
        _asked("What is written down?", "*Chats per hour", "Prices and stock", "Recipes and routes"),
    ),
    "W613": (
        _asked("____ counts unique accounts.", "*Reach", "Impressions", "Views"),
        _asked("The number of unique accounts is called ____.", "*reach", "impressions", "views"),
    ),
    "W614": (
        _asked("Bu Ratna opened a shop. " + "She sells biscuits that taste very good. " * 9 + _REACH),
        _asked(_REACH),
    ),
    "W615": (_asked("Which one is true?"), _asked("Which one counts accounts?")),
    "W616": (
        _asked("Who approves a discount?", "*The owner", "The cat lol", "The admin on duty"),
        _asked("Who approves a discount?", "*The owner", "The courier", "The admin on duty"),
    ),
    "W617": (f"{_WHY}They are money.}}", f"{_WHY}They are a reaction.}}"),
}
"""By code."""
