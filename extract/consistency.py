"""What does not fit together in the record of one meeting, and what it says of the record of an earlier one.

A finding accuses somebody's minutes of a slip, so whatever can be read in another way is none: a name that may be a
person present, a number that stands anywhere in the text, an appendix that may be another paper's.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from itertools import pairwise

from extract.dates import dates_in
from extract.exempt import quarantined
from extract.people.lists import people_in
from extract.people.person import Person
from extract.people.words import HONOURS, TITLES
from extract.text import sentences_of
from minutes.found import Compared, Finding, FindingKind
from minutes.model import AgendaItem, Attendance, Citation, Decision, Document, Minutes, Votes

ENOUGH = 3  # people recorded as present; with fewer the list is kept elsewhere
GAPS = 0.25  # of a series; where more of its numbers are missing, they do not count the items
LONG = 600  # characters of corrections that are cited as one
ALIKE = 0.8  # names that are spelt as nearly the same may be one person's


@dataclass(frozen=True)
class Correction:
    """What a meeting corrected in the minutes of an earlier one: the day of that (null: the last), and its item."""

    citation: Citation
    held: date | None
    number: str | None


def inconsistencies(document: Document, minutes: Minutes) -> list[Finding]:
    """What does not fit together in one document, in the order of the text."""

    def found(kind: FindingKind, message: str, *cited: Citation | None) -> Finding:
        citations = tuple(citation for citation in cited if citation)
        return Finding(
            kind=kind, message=message, document=minutes.document, meeting=minutes.meeting, citations=citations
        )

    told = [found("exempt", f"Text is {quarantined(document, each)}.", each.mark) for each in minutes.exempt]
    if minutes.document.kind == "minutes":
        told += [found("votes", *each) for each in _too_many_votes(document, minutes)]
        told += [found("votes", *each) for each in _on_both_sides(document, minutes)]
        told += [found("not present", *each) for each in _not_present(document, minutes)]
        told += [found("numbering", *each) for each in _numbering(document, minutes)]
        told += [found("appendix", *each) for each in _missing_appendices(document, minutes)]
    return sorted(told, key=lambda each: each.citations[0].start)


def compared(document: Document, minutes: Minutes) -> Compared:
    """What of one document was held against something, so that nothing is said to fit that was not looked at."""
    told = Compared(documents=1, without_text=int(not document.text.strip()))
    if minutes.document.kind != "minutes" or told.without_text:
        return told
    listed = len(_present(document, minutes)) >= ENOUGH
    votes = {(each.item_id, str(each.votes)) for each in minutes.decisions if isinstance(each.votes, Votes)}
    people = {(name, what == "voted") for name, what, _ in _acting(document, minutes.decisions)}
    appendices = {name[0] for decision in minutes.decisions for name in _CITED.finditer(decision.text)}
    return told.model_copy(update={
        "minutes": 1,
        "listed": int(listed),
        "votes": len(votes),
        "movers": sum(not voted for _, voted in people),
        "voters": sum(voted for _, voted in people),
        "items": sum(item.parent_id is None and bool(item.number) for item in minutes.items),
        "appendices": len(appendices),
    })  # fmt: skip


# ---- votes ----------------------------------------------------------------------------------------------------------


def _too_many_votes(document: Document, minutes: Minutes) -> Iterator[tuple[str, Citation]]:
    """Counts that add up to more than those present, less the officers, who are in attendance with a role."""
    members = [p for p in _present(document, minutes) if not (p.capacity == "in attendance" and p.role)]
    places = sum(_places(document, index) for index in _blocks(document, members))
    told: set[tuple[str | None, str]] = set()
    for decision in minutes.decisions if len(members) >= ENOUGH else ():
        votes = decision.votes
        cast = sum(filter(None, (votes.for_, votes.against, votes.abstain))) if isinstance(votes, Votes) else 0
        vote = (decision.item_id, str(votes))  # the limbs of a resolution share one
        if cast > max(len(members), places) and vote not in told:
            told.add(vote)
            yield f"{cast} votes are recorded, and {len(members)} members as present.", decision.citation


def _on_both_sides(document: Document, minutes: Minutes) -> Iterator[tuple[str, Citation, Citation]]:
    """Those whom one recorded vote names both for and against, where one person alone among those present is so called.

    Two members of the same surname may each have voted.
    """
    here = _present(document, minutes)
    if len(here) < ENOUGH:
        return
    cast: dict[str, list[Person]] = {}
    for side, people in _lists(document):
        last = max((person.end for each in cast.values() for person in each), default=0)
        if side in cast or _VERDICT.search(document.text, last, people[0].start):
            cast = {}  # another vote
        cast[side] = people
        if side == "abstain" or len(cast.keys() - {"abstain"}) < 2:
            continue
        against = {person.name: person for person in cast["against"]}
        both = [person for person in cast["for"] if person.name in against and _is_one(person.name, here)]
        if both:
            *first, end = [person.name for person in both]
            named = f"{', '.join(first)} and {end} are" if first else f"{end} is"
            cited = [document.cite(each.start, each.end) for each in (against[both[0].name], both[0])]
            yield f"{named} recorded as voting both for and against.", cited[0], cited[1]


def _is_one(name: str, here: Sequence[Attendance]) -> bool:
    """Whether exactly one of those present has the surname."""
    surname = _words(name)[-1:]
    return bool(surname) and sum(surname[0] in _words(person.name) for person in here) == 1


def _blocks(document: Document, people: Sequence[Attendance]) -> set[int]:
    return {document.block_index(person.citation.start) for person in people if person.citation}


def _places(document: Document, index: int) -> int:
    """How many names a line of a list has room for, whether or not each was taken for one."""
    block = document.blocks[index]
    parts = r",|;|\n|\band\b|&" if block.kind != "table_row" else r"\n"
    return 1 + len(re.findall(parts, document.text[block.start : block.end]))


def _present(document: Document, minutes: Minutes) -> list[Attendance]:
    """Those recorded as present; nobody where the list is kept elsewhere or a line of it could not be read."""
    if _ELSEWHERE.search(document.text):
        return []
    told = _blocks(document, minutes.attendance)
    listed = {index for index in told if document.blocks[index].kind == "list_item"}
    beside = {near for index in listed for near in (index - 1, index + 1) if 0 <= near < len(document.blocks)} - told
    unread = any(document.blocks[index].kind == "list_item" for index in beside)
    return [] if unread else [person for person in minutes.attendance if person.status == "present"]


# ---- who was there --------------------------------------------------------------------------------------------------

_CAME = r"[^.\n]{0,80}\b(?:arriv|join|enter|came|attend|return|in the chair|chaired|present|online|left)"
_HONOURS = re.compile(rf",?\s+{HONOURS}\b\.?")
_LISTED = re.compile(
    r"^\W*(?:those |members )?(?:voting |voted )?"
    r"(?P<side>for|in favour|against|abstain(?:ed|ing)?|abstentions?|ayes?|nays?|noes)(?: the (?:motion|amendment))?"
    r"\s*(?:\((?P<count>\d+)\)\s*[:–—-]?|\d*\s*[:–—-])\s*(?P<names>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SIDES = {"ab": "abstain", "ag": "against", "na": "against", "no": "against"} | dict.fromkeys(("fo", "in", "ay"), "for")
_VERDICT = re.compile(r"\b(?:carried|lost|agreed|resolved|defeated|fell)\b", re.IGNORECASE)
_ASSEMBLY = re.compile(
    r"\bannual (?:parish |town |community |public |general |electors.? )?(?:meeting|assembly)\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"\battendance\b.{0,30}\b(?:appendix|attached|separate|sheet|register)", re.IGNORECASE)


def _not_present(document: Document, minutes: Minutes) -> Iterator[tuple[str, Citation, Citation | None]]:
    """Those who moved, seconded or voted by name and are not recorded as present."""
    here = _present(document, minutes)
    if len(here) < ENOUGH:
        return
    titled = 2 * sum(bool(re.match(TITLES, person.name)) for person in here) > len(here)
    open_to_all = _ASSEMBLY.search(document.text, 0, 600)  # residents are counted there, and may move
    told: set[tuple[str, str]] = set()
    for name, what, citation in _acting(document, minutes.decisions):
        if (name, what) in told or not _is_name(name, titled=titled) or any(_may_be(name, person) for person in here):
            continue
        told.add((name, what))
        missed = [p for p in minutes.attendance if p.status != "present" and _may_be(name, p)]
        if missed and not _came(document, name):
            sent = "having sent apologies" if missed[0].status == "apologies" else "absent"
            yield f"{name} {what}, and is recorded as {sent}.", citation, missed[0].citation
        elif not missed and not open_to_all and not _named_at_head(document, minutes, name):
            yield f"{name} {what}, and is not recorded as present.", citation, None


def _acting(document: Document, decisions: Sequence[Decision]) -> Iterator[tuple[str, str, Citation]]:
    for decision in decisions:
        for name, what in ((decision.mover, "moved this"), (decision.seconder, "seconded this")):
            if name:
                yield name, what, decision.citation
    for _, people in _lists(document):
        for person in people:
            yield person.name, "voted", document.cite(person.start, person.end)


def _lists(document: Document) -> Iterator[tuple[str, list[Person]]]:
    """The sides of recorded votes with those who are named on them, on the line of the label or on the one below."""
    blocks = [block for block in document.blocks if not block.furniture]
    for block, below in pairwise([*blocks, None]):
        listed = _LISTED.match(document.text[block.start : block.end]) if block else None
        if not block or not listed:
            continue
        names, start = listed["names"], block.start + listed.start("names")
        if not names.strip() and below and int(listed["count"] or 0):
            names, start = document.text[below.start : below.end], below.start
        people = people_in(names, offset=start)
        if people:
            yield _SIDES[listed["side"].casefold()[:2]], people


def _is_name(name: str, *, titled: bool) -> bool:
    """Whether it names a person to the surname, with a title where people are `titled`; "Tom" may be anybody."""
    words = _words(name)
    whole = bool(re.match(rf"{TITLES}\s+[A-Z]", name)) or (len(words) > 1 and not titled)
    return whole and bool(words) and len(words[-1]) > 2


def _words(name: str) -> list[str]:
    """The words of a name in small letters, without titles, honours and accents; "St. John-O’Dea" has three."""
    bare = re.sub(rf"^(?:(?:{TITLES})\s*)+", "", _HONOURS.sub("", name.strip()))
    plain = unicodedata.normalize("NFKD", re.sub(r"[’'`]", "", bare))
    return re.findall(r"[a-z]+", "".join(c for c in plain if not unicodedata.combining(c)).casefold())


def _may_be(name: str, person: Attendance) -> bool:
    """Whether a name may be that person's: the same surname or nearly, and no other first name or initial."""
    words, known = _words(name), _words(person.name)
    if not words or not known:
        return bool(words) and person.name.casefold().strip() == name.casefold().strip()
    if len(words) == 1 and (words[0] in known or words[0] == (person.initials or "").casefold()):
        return True
    if SequenceMatcher(None, "".join(words), "".join(known)).ratio() >= ALIKE:
        return True
    same = words[-1] in known or known[-1] in words or SequenceMatcher(None, words[-1], known[-1]).ratio() >= ALIKE
    return same and (1 in (len(words), len(known)) or words[0][0] == known[0][0])


def _came(document: Document, name: str) -> bool:
    """Whether the minutes say that somebody came after all."""
    surname = re.escape(name.split()[-1])
    return bool(re.search(surname + _CAME, document.text, re.IGNORECASE))


def _named_at_head(document: Document, minutes: Minutes, name: str) -> bool:
    """Whether a surname stands before the first record of business, or is said to have come: it may be on the list."""
    first = min(decision.citation.start for decision in minutes.decisions) if minutes.decisions else 0
    surname = name.split()[-1].casefold()
    last = max((p.citation.end for p in minutes.attendance if p.citation), default=0)
    head = document.text[: max(last, min(first, last + 2000))].casefold()
    return surname in head or _came(document, name)


# ---- numbers of items -----------------------------------------------------------------------------------------------


def _numbering(document: Document, minutes: Minutes) -> Iterator[tuple[str, Citation]]:
    """Gaps and repeats in the numbers of the top items, whatever their style: 4, 4.22, 16/24, PL/23/017."""
    if minutes.receipt.partial:
        return
    for series in _series([item for item in minutes.items if item.parent_id is None and item.number]):
        values = [value for value, _ in series]
        for (before, first), (after, item) in pairwise(series):
            if before == after and not _ends_list(minutes, first):
                yield f"Item {item.number} follows another of the same number.", item.citation
        missing = sorted(set(range(min(values), max(values))) - set(values))
        if len(missing) > GAPS * len(values):
            continue
        gaps: dict[str, tuple[AgendaItem, list[str]]] = {}
        for value in missing:
            before, item = min((each for each in series if each[0] > value), key=lambda each: each[0])
            number = _with(item.number or "", before, value)
            if not _occurs(document, number, series):
                gaps.setdefault(item.id, (item, []))[1].append(number)
        for item, numbers in gaps.values():
            yield f"There is no item {' or '.join(numbers)} before item {item.number}.", item.citation


def _series(items: Sequence[AgendaItem]) -> Iterator[list[tuple[int, AgendaItem]]]:
    """Runs of at least three items whose numbers are alike but for one part that counts, with its value."""
    alike: dict[str, list[AgendaItem]] = {}
    for item in items:
        alike.setdefault(_shape(item), []).append(item)
    for shape, same in alike.items():
        parts = [[int(digits) for digits in re.findall(r"\d+", item.number or "")] for item in same]
        varying = [at for at in range(shape.count("#")) if len({part[at] for part in parts}) > 1]
        if len(same) >= ENOUGH and len(varying) == 1 and not re.search(r"[a-z]$", shape):
            yield from _runs([(part[varying[0]], item) for part, item in zip(parts, same, strict=True)])


def _shape(item: AgendaItem) -> str:
    """An item's number with a mark in the place of each part that may count: `PL/#/#`."""
    return re.sub(r"\d+", "#", item.number or "")


def _runs(counted: Sequence[tuple[int, AgendaItem]]) -> Iterator[list[tuple[int, AgendaItem]]]:
    """Cut where the count begins anew, as in papers that are appended."""
    starts = [0, *(at for at in range(1, len(counted)) if counted[at][0] <= 1 < counted[at - 1][0]), len(counted)]
    for start, end in pairwise(starts):
        if end - start >= ENOUGH:
            yield list(counted[start:end])


def _with(number: str, value: int, other: int) -> str:
    """The number with one of its parts, the last that has this value, put in the place of another."""
    digits = [match for match in re.finditer(r"\d+", number) if int(match[0]) == value][-1]
    width = len(digits[0]) if digits[0].startswith("0") else 0
    return f"{number[: digits.start()]}{other:0{width}d}{number[digits.end() :]}"


def _ends_list(minutes: Minutes, item: AgendaItem) -> bool:
    """Whether an item rather goes on a list under another: one of the two before it stands below an item."""
    above = [each for each in minutes.items if _shape(each) == _shape(item)]
    at = above.index(item)
    return any(each.parent_id for each in above[max(0, at - 2) : at])


def _occurs(document: Document, number: str, series: Sequence[tuple[int, AgendaItem]]) -> bool:
    """Whether a line or a cell begins with a number, where its item may not have been told for what it is."""
    start, end = series[0][1].citation.start, series[-1][1].citation.end
    line = rf"(?:^|\t|\n)\W*(?:item |minute |no\.? )?{re.escape(number)}(?!\d|[./]\d)"
    ranged = rf"\b{re.escape(number)}\s*(?:-|–|to|and|&)\s*\d|\d\s*(?:-|–|to|and|&)\s*{re.escape(number)}\b"
    text = document.text[start:end]
    return bool(re.search(line, text, re.IGNORECASE) or re.search(ranged, text))


# ---- appendices -----------------------------------------------------------------------------------------------------

_LABEL = r"(?P<kind>appendix|annexe?|schedule|attachment|enclosure) (?P<label>[A-Z]{1,2}|\d{1,2}[A-Z]?|[IVX]{1,4})\b"
_CITED = re.compile(
    rf"(?i:{_LABEL.replace('[A-Z]', '(?-i:[A-Z])').replace('[IVX]', '(?-i:[IVX])')})(?P<after>.{{0,60}})"
)
_OF_ANOTHER = re.compile(
    r"\W{0,2}(?:to|of|in|within|from|at|on)\b(?! (?:these|the|this) (?:minutes?|record|resolution)\b)"
)
_PAPERS = re.compile(
    r"\b(?:reports?|agenda|papers?|circulated|website|published|documents?|act|regulations|policy|plan|strategy"
    r"|constitution"
    r"|contract|agreement|lease|order|appended to the)\b",
    re.IGNORECASE,
)


def _missing_appendices(document: Document, minutes: Minutes) -> Iterator[tuple[str, Citation]]:
    """Appendices of the minutes that a resolution cites, and that neither follow nor belong to another paper."""
    cited = [(decision, match) for decision in minutes.decisions for match in _CITED.finditer(decision.text)]
    named = [(d, f"{m['kind']} {m['label']}", bool(_OF_ANOTHER.match(m["after"]))) for d, m in cited]
    # Where one limb cites an appendix to the report, the others do, too.
    others = {d.item_id for d, name, other in named if other or _anothers(document, name, d)}
    told: set[str] = set()
    for decision, name, _ in named:
        known = name.casefold() in told or name.endswith("12A") or decision.item_id in others
        told.add(name.casefold())
        if not known and not _held(document, name):
            yield f"It cites {name}, which the document does not hold.", decision.citation


def _held(document: Document, name: str) -> bool:
    """Whether a line begins with the name of an appendix."""
    begins = re.compile(rf"\W*{name.replace(' ', '[ :–-]+')}\b(?!\.\d)", re.IGNORECASE)
    return any(begins.match(document.text, block.start, block.end) for block in document.blocks)


def _anothers(document: Document, name: str, decision: Decision) -> bool:
    """Whether an appendix is, by any sentence that names it, that of a report or of another paper."""
    named = re.compile(rf"\b{name.replace(' ', ' +')}\b", re.IGNORECASE)
    own = f"{decision.stem or ''} {decision.text}"
    told = [document.text[s.start : s.end] for s in sentences_of(document)]
    return any(_PAPERS.search(text) for text in [own, *(text for text in told if named.search(text))])


# ---- corrections ----------------------------------------------------------------------------------------------------

_MINUTES = re.compile(r"\bminutes?\b|\b(?:last|previous) meeting\b|\bcorrect record\b", re.IGNORECASE)
_ONE = (
    r"(?:the |a |an |one |two |three |some |this |these |those |following |minor |small |above |further |additional "
    r"|typographical )*"
)
_CHANGE = r"(?:amendment|correction|alteration|addition|change|deletion)s?"
_CORRECTS = re.compile(
    rf"\b(?:with|apart from|after) (?:the|a|an|one|two|three|this|these|some) {_ONE}{_CHANGE}\b"
    rf"|\b(?:subject to {_ONE}|(?:the )?following ){_CHANGE}\b"
    r"|\b(?:amended|corrected|changed) (?:to (?:read|state|show|say|record|reflect)|as follows)"
    r"|\bshould (?:have (?:read|said|stated|been recorded)|read|be (?:amended|corrected|recorded))\b"
    rf"|\b{_CHANGE} (?:was|were) (?:made|requested|noted|agreed)\b"
    r"|\b(?:incorrectly|wrongly) (?:recorded|stated|named|shown)",
    re.IGNORECASE,
)
_ACCURACY = re.compile(r"\baccura|\bcorrect|\bamend|\bminutes\b", re.IGNORECASE)
_NO_CHANGE = re.compile(rf"\b(?:no|without|any) (?:further |other )?{_CHANGE}\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:minute|item|agenda item|paragraph|para|section|no)\.? (?:no\.? |number )?(?P<n>\d[\w/.]*)", re.IGNORECASE
)
_APPROVED = re.compile(
    r"\bminutes\b.*\b(?:with|subject to)\b"
    r"|\b(?:with|subject to)\b.*\bminutes\b.*\b(?:approved|agreed|confirmed|accepted|signed)\b",
    re.IGNORECASE | re.DOTALL,
)


def corrections(document: Document, minutes: Minutes) -> list[Correction]:
    """What a meeting corrected in the minutes that it approved: one for each item that approves some."""
    if minutes.document.kind != "minutes":
        return []
    heads = [item for item in minutes.items if _approves(item.title)]
    found = [each for item in heads if (each := _corrected(document, minutes, item.citation, _own_end(minutes, item)))]
    told = [(each.citation.start, each.citation.end) for each in found]
    for s in sentences_of(document):  # and one that says all of it wherever it stands
        text = document.text[s.start : s.end]
        if _APPROVED.search(text) and not any(start < s.end and s.start < end for start, end in told):
            each = _corrected(document, minutes, document.cite(s.start, s.start + 1), s.end)
            found += [each] if each else []
    return found


def _approves(title: str) -> bool:
    """Whether an item approves earlier minutes; "Matters arising from the minutes" comes after that."""
    return bool(_MINUTES.search(title)) and not re.match(r"\W*(?:matters|actions?|issues) ", title, re.IGNORECASE)


def _own_end(minutes: Minutes, item: AgendaItem) -> int:
    """Where what is said of the minutes themselves ends: at the next title, but for "Points of accuracy"."""
    below = (each for each in minutes.items if item.citation.end <= each.citation.start < item.end)
    other = (each.citation.start for each in below if not _ACCURACY.search(each.title))
    return next(other, item.end)


def _corrected(document: Document, minutes: Minutes, head: Citation, end: int) -> Correction | None:
    """What is corrected between the title of an item and its end, if anything is."""
    sentences = [s for s in sentences_of(document) if head.start <= s.start < end]
    said = [s for s in sentences if _CORRECTS.search(document.text, s.start, s.end)]
    said = [s for s in said if not _NO_CHANGE.search(document.text, s.start, s.end)]
    if not said:
        return None
    told = document.text[head.start : max(s.end for s in said)]
    number = _NUMBERED.search(document.text, said[0].start, min(max(end, said[0].end + 200), len(document.text)))
    last = said[-1] if said[-1].end - said[0].start < LONG else said[0]
    after = [s for s in sentences if s.start >= last.end][:1] if document.text[last.end - 1] == ":" else []
    return Correction(
        citation=document.cite(said[0].start, after[0].end if after else last.end),
        held=_day_before(told, minutes.meeting.date),
        number=number["n"].rstrip(".") if number else None,
    )


def _day_before(text: str, meeting: str | None) -> date | None:
    """The first day named in `text` that is before the meeting; without its year the last such day."""
    held = date.fromisoformat(meeting) if meeting and len(meeting) == 10 else None
    for found in dates_in(text):
        day = found.on(held.year if held else None)
        if day and held and day >= held and not found.year:
            day = found.on(held.year - 1)
        if day and (held is None or day < held):
            return day
    return None
