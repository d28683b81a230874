"""Does a text hold what could be a person's own data: a phone number, an address of e-mail, the number of an identity
card? A guess, for a gentle word; nothing is forbidden by it.
"""

import re
from typing import Literal

Personal = Literal["phone", "email", "card"]

_MOST = 20_000  # characters that are looked at
_PHONE = re.compile(r"(?<![\w.,])(?:\+?62[ .-]?|0)8\d{1,2}(?:[ .-]?\d{3,5}){2,3}(?![\w])")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_CARD = re.compile(r"(?<![\d.,])\d{16}(?!\d)")


def personal_in(text: str) -> Personal | None:
    """The first kind of personal data that the text seems to hold."""
    text = text[:_MOST]
    if _PHONE.search(text):
        return "phone"
    if _EMAIL.search(text):
        return "email"
    return "card" if _CARD.search(text) else None
