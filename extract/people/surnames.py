"""Lists that print surnames first: "BRINDLE, Ada (Chair); ORME, Tom"."""

import re

from extract.people.offices import initials_and_role, name_and_notes
from extract.people.person import Person
from extract.people.words import is_work

# Capitals, or semicolons between, tell that the surname stands first
_FORENAME = r"[A-ZÀ-Þ][a-zà-ÿ][\w’'-]*(?: [A-Z]\.?)?"
_BESIDE_NAME = r"(?:\s*\([^()]{2,60}\))*"
_SHOUTED_FIRST = re.compile(rf"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ’'-]+, {_FORENAME}){_BESIDE_NAME}\s*(?:[;,.]|\band\b|$)[;,.\s]*")
_SURNAME_FIRST = re.compile(rf"(?P<name>[A-ZÀ-Þ][\w’'-]+, {_FORENAME}){_BESIDE_NAME}\s*(?:;|\.?\s*$)\s*")


def surnames_first(text: str, offset: int) -> list[Person]:
    """People in a list that prints their surnames first: "BRINDLE, Ada (Chair); ORME, Tom"."""
    for pattern in (_SHOUTED_FIRST, _SURNAME_FIRST) if "," in text else ():
        at = len(text) - len(text.lstrip(" ;"))
        found = []
        while one := pattern.match(text, at):
            _, notes = name_and_notes(one[0].rstrip(" ;.,"))
            initials, role = initials_and_role(None, notes)
            found.append(Person(one["name"], role, initials, offset + one.start(), offset + one.end("name")))
            at = max(one.end(), at + 1)
        several = pattern is _SHOUTED_FIRST or len(found) > 1
        if found and several and at >= len(text.rstrip()) and not any(is_work(one.name) for one in found):
            return found
    return []
