"""Whose document it is where the text calls it by letters alone, or by a name whose letters it goes on with."""

import re
from collections import Counter
from collections.abc import Iterable

from extract.bodies.words import (
    ACRONYM,
    BODY_WORD,
    COUNCILLORS,
    OPENING,
    ORGANISED,
    SHOUTED,
    furniture,
    initials_of,
    leading,
    spelled_out,
)
from minutes.model import Document

_COLLEGE = re.compile(r"\b(?:[Tt]he (?:[Cc]ollege|[Uu]niversity|Academy)\b(?! of)|Provost\b|Faculty\b)")
_LETTERS = re.compile(r"\bat ([A-Z]{3,5})\b(?! [A-Z])|\b([A-Z]{3,5})[’']s\b")
_LETTERS_FIRST = re.compile(
    rf"(?!(?:APPROVED|CONFIRMED|COUNCIL|CABINET|MEETING|RECORD|REGULAR|SPECIAL|SUMMARY|DRAFT|FINAL|MINUTES|NOTES|AGENDA)\b)"
    rf"([A-Z]{{3,7}}) {BODY_WORD}\b"
)
_COUNCIL_ACRONYM = re.compile(r"(?<!\b[Tt]he )(?<![-/&])\b(?!BBC\b)([A-Z]{1,3}(?:CC|BC|DC))\b")
# "Mill Transformation Office (MTO)"
_INTRODUCED = re.compile(
    r"\b(?:[Tt]he )?(?P<name>(?:[A-Z][\w’.'-]*,? (?:(?:of|and|for|the|in) (?:the )?)?){1,6}"
    r"(?:Office|Services?|Agency|Foundation|Association|Authority|Council|Trust|Society|Commission|Institute|Consortium"
    r"|Union|Network|Company|Federation|Administration|Bureau|Corporation|Board|Department))"
    r" \((?:the )?[“\"‘]?(?P<letters>[A-Z]{3,6})[”\"’]?\)"
)
_ORGANISED = re.compile(rf"\b{ORGANISED}\b")
_COUNCIL = re.compile(r"\bCouncil$")
_OF_COUNCIL = re.compile(r"[A-Z]{1,3}[BCDPT]C")
# What is somebody's own: "the MRA’s website", "MRA members"
_OWN = (
    r"(?:[Bb]oard|[Mm]embers?(?:hip)?|[Ss]taff|[Pp]resident|[Cc]hair|[Cc]ommittee|[Ww]ebsite|[Aa]ccounts?|[Ee]mail|[Tt]reasurer"
    r"|[Bb]ylaws|[Cc]onstitution|[Nn]ewsletter|[Pp]olic(?:y|ies)|[Bb]udget|[Tt]enants|[Oo]fficers|[Tt]rustees)"
)
_OWNING = re.compile(rf"\b(?P<letters>[A-Z]{{3,6}})(?:[’']s\b| (?={_OWN}\b))")
_HOST = re.compile(r"[@/.\s]([a-z]{3,6})\.(?:org|com|net|org\.uk|co\.uk)\b")
_COMMON = re.compile(
    r"(?:AGM|EGM|PDF|NHS|USA|VAT|CEO|CFO|COO|TSC|TAC|PMB|PMC|SIG|PCC|PPG|DRAFT|THE|GOV|ICT|HMRC|COVID|CCTV|GDPR)"
)
FIRST = 2500  # characters, in which somebody introduces themselves
ENOUGH = 5  # uses of the letters, by which an organisation that is introduced goes on to speak of itself


def introduced(text: str) -> str | None:
    """ "Mill Transformation Office", where the text begins with it and "(MTO)" behind it, and goes on with "MTO"."""
    letters = _letters_in(text)
    known = {
        match["letters"]: match["name"]
        for match in _INTRODUCED.finditer(text, 0, FIRST)
        if initials_of(match["name"]) == match["letters"]
    }
    first, count, _ = leading(Counter({each: letters[each] for each in known}))
    return known[first] if count >= ENOUGH and 2 * count > max(letters.values()) else None


def by_own_letters(document: Document) -> str | None:
    """ "MRA", where the text speaks of "MRA members" and of nobody else’s, or gives an address of that name."""
    text = document.text
    letters = _letters_in(text)
    first, count, other = leading(letters)
    hosts = {host.upper() for host in _HOST.findall(text)}
    owning = Counter(match["letters"] for match in _OWNING.finditer(text))
    own = first in hosts or (owning[first] > 1 and owning[first] == owning.most_common(1)[0][1])
    full = spelled_out(first, text) if own and count > 2 and count > 1.3 * other else ""
    return first if full is None or (full and not re.search(rf"\b{BODY_WORD}$", full)) else None  # a body's letters


def in_full(letters: str, text: str) -> str:
    """ "Mill River Foundation" for "MRF", where the text prints it; else the letters."""
    if not letters.isalpha() or not letters.isupper():
        return letters
    initials = r"\s(?:(?:of|and|the|for|&)\s)?".join(rf"{letter}[a-z]+" for letter in letters)
    names = (" ".join(match[0].split()) for match in re.finditer(rf"\b{initials}\b", text))
    council = _OF_COUNCIL.fullmatch(letters) and COUNCILLORS.search(text, 0, OPENING)
    kind = _COUNCIL if council else _ORGANISED  # where councillors met, "FCC" is no cycling club
    return next((name for name in names if kind.search(name)), letters)


def _letters_in(text: str) -> Counter[str]:
    return Counter(each for each in re.findall(r"\b[A-Z]{3,6}\b", text) if not _COMMON.fullmatch(each))


def titled_by_letters(lines: Iterable[str]) -> str | None:
    """ "MRF", where a line is "MRF TSC Meeting", "MRF-AUX", where it is nothing else."""
    for line in lines:
        if re.fullmatch(r"[A-Z]{2,6}-[A-Z]{2,6}", line.strip()):
            return line.strip()
        match = ACRONYM.match(line.strip())
        if match and match["whose"] and not SHOUTED.fullmatch(match["whose"]):
            return match["whose"]
    return None


def by_acronym(text: str, kind: str | None) -> str | None:
    """ "KCC", where nothing else is printed."""
    end = f"{kind[0]}C" if kind else "C"
    acronyms = Counter(name for name in _COUNCIL_ACRONYM.findall(text) if name.endswith(end))
    first, count, other = leading(acronyms)
    spoken = re.findall(r"\b[Tt]he (?:County |District |Borough |City )?Council\b", text)
    known = len(spoken) > 1 or (spoken and count > 2 and len(first) == 3)
    return first if known and count > 2 * other else None


def in_running_lines(document: Document) -> str | None:
    """ "MVAT", where each page is headed or ends "MVAT Board of Trustees 4 May 2024"."""
    whose = {match[1] for line in furniture(document) if (match := _LETTERS_FIRST.match(line))}
    return whose.pop() if len(whose) == 1 else None


def by_its_letters(text: str) -> str | None:
    """ "EXU", where the text speaks of "the University" and says "at EXU" and "EXU’s", and so of hardly any other."""
    if len(_COLLEGE.findall(text)) < 2:
        return None
    first, count, other = leading(Counter(a or b for a, b in _LETTERS.findall(text)))
    return first if count >= 2 and count > 1.5 * other else None
