"""Who was there and who sent apologies: from labelled lists, tables and prose."""

import re

from spacy.tokens import Doc

from extract.attendance.lists import in_lists, under_apologies
from extract.attendance.prose import in_prose
from extract.comings import with_comings
from extract.findings import Findings, findings
from extract.people.words import TITLES, is_role
from minutes.model import Attendance


def find_attendance(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).attendance` for minutes."""
    found = findings(doc)
    if found.kind == "minutes":
        listed = [*in_lists(found), *under_apologies(found)]
        # A list of those who belong to a body may hold people of whom a sentence then says that they are excused.
        told = [
            entry
            for entry in in_prose(found)
            if not any(
                _is_one(entry.name, one) and not (entry.status == "apologies" and one.status in ("present", "absent"))
                for one in listed
            )
        ]
        # A list of those invited or expected may hold people who then sent their apologies.
        sorry = [entry.name for entry in (*listed, *told) if entry.status == "apologies"]
        seen: set[tuple[str, str]] = set()
        for entry in (*listed, *told):
            key = (entry.name.casefold(), entry.status)
            excused = entry.status in ("present", "absent") and any(_same_person(entry.name, name) for name in sorry)
            again = (entry in told or entry.status == "apologies") and any(
                one.status == entry.status and not _parts_of(entry.name)[1] and _same_person(entry.name, one.name)
                for one in found.attendance
            )
            if key in seen and is_role(entry.role or ""):
                found.attendance[:] = [_with_role(one, entry) for one in found.attendance]
            elif key not in seen and not excused and not again:
                seen.add(key)
                found.attendance.append(entry)
        found.attendance[:] = [entry for entry in found.attendance if not (entry in told and _is_fuller(found, entry))]
        found.attendance[:] = with_comings(found)
    return doc


def _with_role(entry: Attendance, again: Attendance) -> Attendance:
    """Somebody who is listed again, as the list has them that says what they are."""
    same = (entry.name.casefold(), entry.status) == (again.name.casefold(), again.status)
    return again if same and not entry.role else entry


def _is_fuller(found: Findings, entry: Attendance) -> bool:
    """Whether somebody told of by a surname alone is also there with a forename: "Chairman Orme", "Tom Orme"."""
    return not _parts_of(entry.name)[1] and any(
        one.status == entry.status and _parts_of(one.name)[1] and _same_person(entry.name, one.name)
        for one in found.attendance
    )


def _is_one(name: str, entry: Attendance) -> bool:
    """Whether a name, or initials, told in a sentence may be somebody's on the list."""
    return name == entry.initials or _same_person(name, entry.name)


def _same_person(one: str, other: str) -> bool:
    """Whether "Ada Brindle", "Ms A Brindle" and "Ms Brindle" may be one: no part of either name speaks against it."""
    (sex, first, last), (sex2, first2, last2) = _parts_of(one), _parts_of(other)
    forenames = not first or not first2 or first.startswith(first2) or first2.startswith(first)
    return last == last2 and forenames and (not sex or not sex2 or sex == sex2)


def _parts_of(name: str) -> tuple[str, str, str]:
    """What a title tells of the sex, the forename or initial, and the surname; without honours, in one case."""
    bare = re.sub(rf"^(?:{TITLES}\s+)+", "", name.split(",")[0])
    words = re.findall(r"[\w’'-]+", bare.casefold()) or [""]
    title = re.match(r"(?:cllr |councillor )?(?:(mr|sir|lord)|(mrs|ms|miss|dame|lady))\b", name, re.IGNORECASE)
    sex = "" if not title else "m" if title[1] else "f"
    return sex, words[0] if len(words) > 1 else "", words[-1]
