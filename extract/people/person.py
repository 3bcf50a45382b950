"""A person as printed, and what the next part of a list says of the one before it."""

import re
from dataclasses import dataclass, replace

from extract.people.words import AN_OFFICE, GROUP, HONOURS, INITIALS, OF_OFFICE, ROLE, TITLES, are_initials

_SUFFIX = re.compile(rf"{HONOURS}|M\.?D|[JS]r|I{{2,3}}|IV")
# "Mr G Orme, NHS Fenwold": an organisation by its letters, whose people have titles.
_OFFICE = re.compile(r"[A-Z]{3,}\s[A-Z]?[a-z]")
# "Savills", "DfT", "DH"
_FROM = re.compile(r"[A-Z][a-z]+|[A-Z]{2}|[A-Z][a-z]*[A-Z]\w*")
# "Orme Keld LLP", "Weir Constabulary"
_COMPANY = re.compile(r"(?:[A-Z][\w&’'-]*\s){1,4}(?:LLP|Ltd|Limited|plc|PLC|LLC|CIC|Constabulary)")
_ALL = re.compile(r"Councillors|Members|Officers")  # of those who are listed, not what one of them is


@dataclass(frozen=True)
class Person:
    """A person as printed: the name with its title, the role, and the initials used for them below."""

    name: str
    role: str | None
    initials: str | None
    start: int  # in the text that was read
    end: int


def with_more(last: Person, text: str, notes: list[str], *, alone: bool) -> Person | None:
    """The person with the honours, the initials or the office that a part is, or whom the person comes from.

    Null where the part is none of these. `alone`: the line lists one person and one thing more.
    """
    if _SUFFIX.fullmatch(text) and " " in last.name:  # "Una, JP, Tom" are three
        return replace(last, name=f"{last.name}, {text}")
    if " " in last.name and _COMPANY.fullmatch(text):
        return replace(last, role=", ".join(filter(None, (last.role, text))))
    if re.fullmatch(INITIALS, text) and are_initials(text, last.name):
        return replace(last, initials=last.initials or text)
    if alone and " " in last.name and (_FROM.fullmatch(text) or (GROUP.search(text) and not re.match(TITLES, text))):
        return replace(last, role="; ".join([text, *notes]))  # "Ada Brindle, Savills (item 4)"
    if re.fullmatch(r"[A-Z]{4,6}", text) and re.fullmatch(r"[A-Z]{3,6}(?:, [A-Z]{3,6})*", last.role or ""):
        return replace(last, role=f"{last.role}, {text}")  # "Ada Brindle, OFS, ACFX"
    if last.role:
        return None
    if re.fullmatch(AN_OFFICE, text):
        letters = next((note for note in notes if are_initials(note, last.name)), None)
        return replace(last, role=text, initials=last.initials or letters)  # "Chair (AB)"
    lettered = re.fullmatch(r"[A-Z]{2,3}", last.name)  # "RW, AMG, BS" are three by their initials
    if re.fullmatch(r"[A-Z]{3,6}", text) and not lettered:
        return replace(last, role=text)  # whom somebody comes from
    return None


def with_office(last: Person, text: str, part: str, *, role: str | None, closed: bool) -> Person | None:
    """The person with an office that a part is, whose name without a title it might look like; else null.

    "Mr A Smith, Assistant Director, Education and Inclusion": what the role goes on with is no name, unless the role
    is `closed` by a bracket. A `role` in the part itself is that of somebody else.
    """
    open_ended = last.role and " " in last.name and not closed
    if not role and (OF_OFFICE.fullmatch(text) or (open_ended and re.fullmatch(r"[A-Z][a-z]+", text))):
        return replace(last, role=", ".join(filter(None, (last.role, text))))
    if (re.match(TITLES, last.name) or text.startswith("NHS ")) and _OFFICE.match(text):
        return replace(last, role=last.role or part.strip(" ."))
    return None


def with_role(last: Person, part: str) -> Person:
    """The person with a part that is no name, where it says what somebody is."""
    told = ROLE.search(part) and not _ALL.fullmatch(part.strip(" ."))
    return replace(last, role=last.role or part.strip(" .")) if told else last


def of_one_family(person: Person, following: str) -> Person:
    """ "Jean and Roy Pascoe" are two Pascoes."""
    given = not re.match(TITLES, person.name) and not person.role and re.fullmatch(r"[A-Z][a-z]+", person.name)
    return replace(person, name=f"{person.name} {following.partition(' ')[2]}") if given else person
