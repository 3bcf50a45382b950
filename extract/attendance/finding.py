"""Who was there and who sent apologies: from labelled lists, tables and prose."""

import re
from functools import lru_cache
from itertools import pairwise

from spacy.tokens import Doc

from extract.attendance.comings import with_comings
from extract.attendance.lists import in_lists, under_apologies
from extract.attendance.prose import in_prose
from extract.findings import findings
from extract.people.words import is_role, untitled
from minutes.model import Attendance, Document

_SEX = re.compile(r"(?:cllr |councillor )?(?:(mr|sir|lord)|(mrs|ms|miss|dame|lady))\b", re.IGNORECASE)
_LETTERS = re.compile(r"[A-Z]{2,4}")
_ASIDE = re.compile(r"\s?\(.*")
_ROWS = 4  # of a table that says of each member whether they came
# The head of a column, or what stands in it: "Name | Present", "Yes"; below a list also "Item | Discussion".
_COLUMN = re.compile(
    r"names?|office|role|position|yes|no|present|absent|apologies|(?:agenda )?items?|topics?|subjects?", re.IGNORECASE
)


def find_attendance(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).attendance` for minutes."""
    found = findings(doc)
    if found.kind == "minutes":
        listed = [entry for entry in (*in_lists(found), *under_apologies(found)) if not _COLUMN.fullmatch(entry.name)]
        listed = _without_letters(found.document, _without_roster(found.document, listed))
        told = [entry for entry in in_prose(found) if not any(_is_listed(entry, one) for one in listed)]
        there = _without_places(_once(listed, told))
        found.attendance += [entry for entry in there if not (entry in told and _is_fuller(entry, there))]
        found.attendance[:] = with_comings(found)
    return doc


def _without_roster(document: Document, listed: list[Attendance]) -> list[Attendance]:
    """Less the members that a letterhead names above the table which says of most of them whether they came."""
    rows = [entry for entry in listed if entry.citation and _is_in_table(document, entry.citation.start)]
    if len(rows) < _ROWS or len({entry.status for entry in rows}) < 2:
        return listed
    first = min(entry.citation.start for entry in rows if entry.citation)
    above = [entry for entry in listed if entry.citation and entry.citation.start < first]
    surnames = {_parts_of(entry.name)[2] for entry in rows}
    again = sum(_parts_of(entry.name)[2] in surnames for entry in above)
    return [entry for entry in listed if entry not in above] if 2 * again > len(above) else listed


def _without_places(there: list[Attendance]) -> list[Attendance]:
    """Less the place behind somebody's comma that another on the lists is from: "Absent: Ada Brindle, Fen Vale"."""
    places = {_ASIDE.sub("", entry.role) for entry in there if entry.role}
    return [
        entry
        for before, entry in pairwise([None, *there])
        if entry and not (before and entry.name in places and _is_behind(before, entry))
    ]


def _is_behind(before: Attendance, entry: Attendance) -> bool:
    """Whether nothing but a comma stands between two that a list names."""
    ahead, own = before.citation, entry.citation
    return bool(ahead and own and 0 < own.start - ahead.end < 3 and before.status == entry.status)


def _without_letters(document: Document, listed: list[Attendance]) -> list[Attendance]:
    """Less the initials that stand alone in the line below somebody's name or office: they are no person's name."""
    kept: list[Attendance] = []
    for entry in listed:
        above = kept[-1] if kept else None
        if above and entry.citation and above.citation and _LETTERS.fullmatch(entry.name):
            letters = "".join(word[0] for word in untitled(above.name).split())
            first, last = (document.block_index(one.start) for one in (above.citation, entry.citation))
            alone = entry.name == document.text[document.blocks[last].start : document.blocks[last].end].strip()
            if alone and 0 < last - first < 3 and (letters[0], letters[-1]) == (entry.name[0], entry.name[-1]):
                between = document.blocks[first + 1]
                told = document.text[between.start : between.end].strip() if last - first > 1 else ""
                role = above.role or (told if is_role(told) else None)
                kept[-1] = above.model_copy(update={"initials": above.initials or entry.name, "role": role})
                continue
        kept.append(entry)
    return kept


def _is_in_table(document: Document, offset: int) -> bool:
    block = document.blocks[document.block_index(offset)]
    return block.kind == "table_row" and len(block.cells) > 2


def _once(listed: list[Attendance], told: list[Attendance]) -> list[Attendance]:
    """Everybody once in a state; a list of those invited or expected may hold people who then sent their apologies."""
    sorry = [entry.name for entry in (*listed, *told) if entry.status == "apologies"]
    kept: list[Attendance] = []
    seen: set[tuple[str, str]] = set()
    for entry in (*listed, *told):
        key = (entry.name.casefold().replace(".", ""), entry.status)  # "Mrs. U. Keld" is "Mrs U. Keld"
        excused = entry.status in ("present", "absent") and any(_same_person(entry.name, name) for name in sorry)
        again = (entry in told or entry.status == "apologies") and _namesakes(entry, kept)
        again = again or _by_forename(entry, kept)
        if key in seen and is_role(entry.role or ""):
            kept = [_with_role(one, entry) for one in kept]
        elif key not in seen and not excused and not again:
            seen.add(key)
            kept.append(entry)
    return kept


def _with_role(entry: Attendance, again: Attendance) -> Attendance:
    """Somebody who is listed again, as the list has them that says what they are."""
    same = (entry.name.casefold(), entry.status) == (again.name.casefold(), again.status)
    return again if same and not entry.role else entry


def _is_fuller(entry: Attendance, there: list[Attendance]) -> bool:
    """Whether somebody told of by a surname alone is also there with a forename: "Chairman Orme", "Tom Orme"."""
    return any(_parts_of(one.name)[1] for one in _namesakes(entry, there))


def _namesakes(entry: Attendance, there: list[Attendance]) -> list[Attendance]:
    """Those in the same state whom somebody told of by a surname alone may be."""
    if _parts_of(entry.name)[1]:
        return []
    return [one for one in there if one.status == entry.status and _same_person(entry.name, one.name)]


def _by_forename(entry: Attendance, there: list[Attendance]) -> list[Attendance]:
    """The one in the same state whom a forename with an office tells: "Secretary: Una", below "Una Keld"; else none."""
    if " " in entry.name or not entry.role:
        return []
    same = [one for one in there if one.status == entry.status and one.name.startswith(f"{entry.name} ")]
    return same if len(same) == 1 else []


def _is_listed(entry: Attendance, one: Attendance) -> bool:
    """Whether a name, or initials, told in a sentence may be somebody's on the list.

    A list of those who belong to a body may hold people of whom a sentence then says that they are excused.
    """
    excused = entry.status == "apologies" and one.status in ("present", "absent")
    return not excused and (entry.name == _initials_of(one) or _same_person(entry.name, one.name))


def _initials_of(one: Attendance) -> str:
    """Somebody's initials as the list has them, or as the name gives them: "UK" for Ms Una Keld."""
    return one.initials or "".join(word[0] for word in untitled(one.name).split())


def _same_person(one: str, other: str) -> bool:
    """Whether "Ada Brindle", "Ms A Brindle" and "Ms Brindle" may be one: no part of either name speaks against it."""
    (sex, first, last), (sex2, first2, last2) = _parts_of(one), _parts_of(other)
    forenames = not first or not first2 or first.startswith(first2) or first2.startswith(first)
    return last == last2 and forenames and (not sex or not sex2 or sex == sex2)


@lru_cache(512)  # everybody is compared with everybody
def _parts_of(name: str) -> tuple[str, str, str]:
    """What a title tells of the sex, the forename or initial, and the surname; without honours, in one case."""
    words = re.findall(r"[\w’'-]+", untitled(name.split(",")[0]).casefold()) or [""]
    title = _SEX.match(name)
    sex = "" if not title else "m" if title[1] else "f"
    return sex, words[0] if len(words) > 1 else "", words[-1]
