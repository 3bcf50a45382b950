"""Entries of attendance from the names in a stretch of text, and whether a text is a list of names at all."""

import re
from collections.abc import Iterator

from extract.attendance.labels import Label
from extract.findings import Findings
from extract.people.lists import UNNAMED, people_in
from extract.people.offices import initials_apart
from extract.people.person import Person
from extract.people.words import TITLES, are_initials, begins_with_given, is_role, untitled
from minutes.model import Attendance

_EXCUSED = re.compile(r"(?:with )?(?:excused|apolog(?:y|ies)|regrets|leave of absence)(?: \w+)?", re.IGNORECASE)
_AWAY = re.compile(r"absent|not present|did not attend", re.IGNORECASE)  # "Una Keld (absent)" in a roll call
# Why somebody was away or how somebody came, which is no office: "(holiday)", "(via Zoom)", "(accepted)"
_NO_OFFICE = re.compile(
    r"(?:(?:on |due to |personal |family |annual |sick |maternity |paternity |work |prior |other )*"
    r"(?:holidays?|vacation|leave|ill(?:ness)?|sick(?:ness)?|unwell|work(?:ing)?|commitments?|engagements?|business|reasons"
    r"|bereavement|away|accepted|approved|noted|received|late|online|remote(?:ly)?|virtual(?:ly)?|in person|elsewhere)"
    r"(?: commitments?)?|(?:arrived|arriving|joined|joining) (?:late|online|remotely|virtually)"
    r"|(?:via|by|on|through) (?:(?:ms |microsoft )?teams|zoom|webex|skype|(?:tele)?phone|video\w*|link"
    r"|conference call))",
    re.IGNORECASE,
)
# Who came for somebody who sent apologies, in brackets behind the name: "(Una Keld substituting)"
SOMEBODY = rf"(?:{TITLES}\s+)*[A-Z][\w.’'-]*(?: [A-Z][\w’'-]+){{1,2}}"
_INSTEAD = re.compile(
    rf"(?:[Ss]ubstitut(?:e|ed by)|[Ss]ub|[Rr]epresented by|[Rr]eplaced by|[Dd]eputy)\b[:\s–-]+(?P<by>{SOMEBODY})"
    rf"|(?P<who>{SOMEBODY}) (?:(?:(?:is |was )?(?:substitut|deputi[sz]|attend|stand)(?:ed|ing)\b.{{0,30}}"
    r"|(?:came |present )?as (?:a )?substitute|in (?:his|her|their) place))"
)
_BEHIND = re.compile(r"\s*[(;:]\s*|,\s|\s[–—-]\s")
# "Present: all members except Una Keld"
_ALL_BUT = re.compile(
    r"\s*(?:all|every|the (?:full|whole))\b[^.;:(),]{0,60}?\b(?:except(?: for)?|exception of|apart from|save for)\s",
    re.IGNORECASE,
)
# "Boat Yard: Una Keld", as a club lists who sees to what
# and not "Una Keld (UK): Mill Trust", where the initials are those of one who is from there
_OFFICE_LEADS = re.compile(
    r"\s*(?P<office>[A-Z][^:;\n]{1,60})(?<!\([A-Z]{2}\))(?<!\([A-Z]{3}\)): (?P<who>[^:;,\n]{4,60})"
)
_TITLED = re.compile(rf"{TITLES}\s(?!.*\b(?:was|were|is|are|had|has|[a-z]+ed)\b)")
_LETTERED = re.compile(
    rf"(?:{TITLES}\s+)*[A-Z][\w’'-]+ [A-Z][\w’'-]+ [A-Z]{{2,3}} (?=[A-Z])"
    r"(?!.*[.;]|.*\b(?:was|were|is|are|had|has|[a-z]+ed)\b)"
)
_NAME_LAST = re.compile(r"[^,;.]{4,80}, [A-Z]\. [A-Z][\w’'-]+")  # "Manager of Parks and Trees / Clerk, U. Keld"
_FIRST_IS = re.compile(
    rf"(?:{TITLES}\s+)*[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]+){{1,2}}(?:\s\([A-Z]{{2,4}}\))?"
    r"(?:,|\s[–—-]|\sof)\s+(?:the\s)?[A-Z]"
    r"(?!.*\b(?:was|were|is|are|had|has|said|asked)\b)"
)


def names_one(text: str) -> bool:
    """Whether a cell holds one person's name and little else."""
    return len(people_in(text)) == 1 and not is_role(text) and is_list(re.sub(r"\(.*", "", text), share=0.6)


def is_list(text: str, *, share: float = 0.3) -> bool:
    """Whether names are no less than `share` of a text's words."""
    text = UNNAMED.sub("", text)
    people = people_in(text)
    if people and people[0].start == 0 and re.match(r"[^.;:]{3,160}$", text) and _FIRST_IS.match(text):
        return True  # "Ada Brindle, Assistant Director of Highways, Fenwold County Council"
    if len(people) == 1 and people[0].start == 0 and people[0].role and _TITLED.match(text) and len(text.split()) <= 16:
        return True  # "Mr T Orme Clerk and Executive Officer to the Council"
    if people and people[0].initials and _LETTERED.match(text) and len(people) == 1:
        return True  # "Una Keld UK Fenwold Boat Club Committee (Chair)"
    if _NAME_LAST.fullmatch(text) and is_role(text.partition(",")[0]):
        return True
    # "City Attorney Tom Orme": what he is stands before his name.
    offices = sum(
        len(p.role.split())
        for p in people
        if p.role and text.startswith((f"{p.role} {p.name}", f"{p.role} ({p.name}"), p.start)
    )
    return bool(people) and sum(len(p.name.split()) for p in people) + offices >= share * len(text.split())


def entries(
    found: Findings, start: int, end: int, label: Label, *, role: str | None = None, initials: str | None = None
) -> Iterator[Attendance]:
    text = found.document.text[start:end]
    if label[0] == "apologies" and re.search(r"\b(?:from|by)\s+", text):
        return  # told in a sentence; see `in_prose`
    if label[0] == "present" and (but := _ALL_BUT.match(text)):
        text, start, label = text[but.end() :], start + but.end(), ("absent", None)
    led = _OFFICE_LEADS.fullmatch(text)
    if led and names_one(led["who"]) and not begins_with_given(led["office"]):
        role = role or led["office"]
        text, start = led["who"], start + led.start("who")
    yield from named_in(found, text, start, label, role=role, initials=initials)


def whole(found: Findings, start: int, end: int, label: Label, *, role: str | None = None) -> Iterator[Attendance]:
    """One person whose name is all of a stretch of text: "Brindle, Ada"."""
    status, capacity = label
    citation = found.document.cite(start, end)
    yield Attendance(name=citation.quote, role=role, status=status, capacity=capacity, citation=citation)


def named_in(
    found: Findings, text: str, start: int, label: Label, *, role: str | None = None, initials: str | None = None
) -> Iterator[Attendance]:
    status, capacity = label
    people = people_in(text, offset=start)
    for person in people:
        office = person.role or (role if len(people) == 1 else None)
        letters, office = _letters_first(person.name, office, person.initials)
        excused = status != "apologies" and _EXCUSED.fullmatch(person.role or "")
        if status == "present" and _AWAY.fullmatch(person.role or ""):
            continue
        instead = _INSTEAD.fullmatch(role or office or "") if status == "apologies" else None
        if instead:
            yield from _stood_in(found, instead[instead.lastgroup or 0], person)
            office = person.role if role and person.role != role else None
        yield Attendance(
            name=person.name,
            role=_office(office),
            status="apologies" if excused else status,
            capacity=None if excused else capacity,
            initials=letters or _tabbed(found, person.end) or (initials if len(people) == 1 else None),
            citation=found.document.cite(person.start, person.end),
        )


def stand_in(cell: str) -> str | None:
    """What the cell beside a name says of who came instead: "Apologies – Una Keld attended as substitute"."""
    said = _BEHIND.split(cell, maxsplit=1)[1:]
    more = said[0].strip(" ().") if said else ""
    return more if _INSTEAD.fullmatch(more) else None


def _stood_in(found: Findings, name: str, whom: Person) -> Iterator[Attendance]:
    """Who came for somebody, of whom the text behind that name says so."""
    at = found.document.text.find(name, whom.start)
    for one in named_in(found, name, max(at, whom.start), ("present", "substitute")):
        yield one.model_copy(update={"substitute_for": whom.name})


def _letters_first(name: str, role: str | None, initials: str | None) -> tuple[str | None, str | None]:
    """Initials and office of what stands behind a dash, "Ada Brindle – AB – Chair", or in brackets "(DfW) – AB"."""
    first, *rest = initials_apart(role or "")
    if first and first == "".join(word[0] for word in untitled(name).split()):
        return first, rest[0] if rest else initials
    return initials, role


def _office(role: str | None) -> str | None:
    """What is told of somebody without why they were away or how they came, or who else from there was away."""
    parts = [p for p in (role or "").split("; ") if not (_NO_OFFICE.fullmatch(p) or _AWAY.search(p))]
    return "; ".join(parts) or None


def _tabbed(found: Findings, end: int) -> str | None:
    """Initials that a tab sets right after a name."""
    match = re.match(r"\t([A-Z][A-Za-z]{0,2}[A-Z])(?=[\t\n]|$)", found.document.text[end : end + 8])
    return match[1] if match else None


def initials_beside(texts: list[str], index: int) -> str | None:
    """Initials in one of the cells after a name: "Ada Brindle | Chief Nurse | AB"."""
    name = texts[index].strip()
    letters = [text.strip() for text in texts[index + 1 :] if re.fullmatch(r"\s*[A-Z][A-Za-z]{0,2}[A-Z]\s*", text)]
    return next((text for text in letters if are_initials(text, name)), None)
