"""Whose minutes these are where only their first lines say so: a letterhead, a club, a partnership, a company."""

import re
from collections import Counter

from extract.bodies.ahead import ahead_of_its_body
from extract.bodies.letters import in_full
from extract.bodies.named import MEMBER, less_body
from extract.bodies.words import (
    BARE,
    BODY,
    BODY_WORD,
    CAPITALISED,
    COUNCILLORS,
    LINK,
    NAME,
    OPENING,
    capitalised,
    head_of,
)
from extract.dates import MONTH
from minutes.model import Document, DocumentKind

# Smaller bodies, that only the first lines name as whose minutes these are.
_LESSER = re.compile(
    rf"\b((?:Friends of (?:the )?{MEMBER}(?: {MEMBER}){{0,3}}"
    rf"|(?:(?!(?:Annual|General|Minutes|Meeting)\b){CAPITALISED} )?"
    rf"(?:Union|Guild|League|Society|Federation|Association|Order) of (?:the )?{CAPITALISED}"
    rf"(?: (?:(?:and|of) )?{CAPITALISED}){{0,4}}"
    rf"|{CAPITALISED}(?:[ -](?:{CAPITALISED}|{LINK}))*? "
    r"(?:Library(?: District)?|(?:Water|Fire|Sanitary|Park|Hospital|Irrigation|Drainage|Recreation|Transit"
    r"|Transportation|Utilit(?:y|ies)|Ambulance|Cemetery|Sewer|Wastewater|Improvement"
    r"|Community Services)(?: [A-Z][a-z]+)? District"
    r"|Club|RFC|AFC|CFC|FC|Surgery|(?:Medical|Health) (?:Centre|Center)|(?:Medical )?Practice|Church"
    r"|(?:Village|Memorial|Community|Parish|Town) Hall|Village Trust|Township|Homeowners|Union|Museum"
    r"|Co-?[Oo]perative(?: Limited| Ltd)?"
    r"|Agency|Guild|PTA|PTO|PTSA|Allotments|Gardens|Parish|Town|Village|Residents|Network|Project(?! Management)"
    r"|Company|CIC"
    r"|(?:Group|Club|League|Society|Association) (?:Inc|Incorporated)))"
    r"(?= (?i:board|committee|management|steering|trustees|minutes|meeting|agm|annual|executive|patient|annual"
    r"|selectboard|draft|regular|special|governing|community association)\b|\s*[-–—:,(]|\s*$))"
)
_OF_A_KIND = re.compile(
    r"(?:The |Our |Full |Draft )?(?:Annual |Regular |Special )?(?:\w+ )?(?:Library|Village Hall)$|Parochial Church$"
)
_CHARITY = re.compile(r" \((?:Registered )?Charity\b", re.IGNORECASE)
NAME_ALONE = re.compile(rf"{CAPITALISED}(?: (?:{LINK} )?{CAPITALISED}){{1,5}}(?: \([A-Z]{{2,6}}\))?")
# "Fenwold Ramblers Minutes of AGM held", where the letterhead is in the line of the title
_ABOVE_MINUTES = re.compile(
    rf"(?:(?!(?:{BODY_WORD}|Agenda|Approved|Confidential|Confirmed|Draft|Final|Full|Item|Meeting|Minutes|Notes|Open"
    rf"|Part|Private|Public|Regular|Session|Special|The|Unconfirmed|(?i:{MONTH}|\w+day))\b)"
    rf"{CAPITALISED}(?:\s(?:{LINK} )?)){{2,5}}"
    r"(?=[–—-]? ?Minutes of (?:(?i:the )?(?:AGM|Annual General Meeting)|(?i:meeting held)\b))"
)
# "Overview and Scrutiny", "Public Question Time": what a body does, and no name
_NOT_OVER = (
    "Actions|Agenda|Audit|Draft|Finance|Governance|Licensing|Meeting|Minutes|Motions|Notes|Overview|Planning|Questions?"
    "|Resources|Scrutiny|Standards"
)
_PARTNERS = re.compile(
    r"(?!(?:The )?(?:[A-Z][a-z]+ )?(?:Evaluation|Review|Report|Update|Assessment|Audit|Study|Summary|Plan|Strategy)"
    r" (?:of|for|on)\b)"
    rf"{NAME} (?:Partnership|Programme|Alliance|Collaborative)"
)
_BOARD = re.compile(r"\b(?:Board|Committee|Trustees|Directors|Steering Group|Executive Group)\b")
# "OpenTide Board Meeting"
_CAMEL = re.compile(rf"(?P<whose>[A-Z][a-z]+[A-Z]\w*) {BODY_WORD} (?i:meeting|minutes|call|notes)\b")
# "Committee meeting for Fenwold Makers 4 May 2024", "the third meeting of the Tide Center, Q4"
_OF_WHOM = re.compile(
    rf"\b[Mm]eeting (?:for (?:the )?(?P<for>{CAPITALISED}(?: {CAPITALISED}){{1,3}})(?= \d|,| [–-]|$)"
    # "Annual General Meeting of the Fenwold Weavers"
    rf"|(?<=General Meeting )of (?:the )?(?P<general>{CAPITALISED}(?: (?:{LINK} )?{CAPITALISED}){{0,4}})"
    r"(?=,| \d| [–-]| held| on|$)"
    rf"|of (?:the )?(?P<of>{CAPITALISED}(?: {CAPITALISED}){{0,2}} (?:Center|Centre|Project|Network|Club))"
    r"(?=,| \d| held|$))"
)
_COMPANY = r"(?:C\.?I\.?C\.?|Limited|Ltd\.?|Inc\.?|PLC|Plc|LLP|CIO)"
# "Directors’ Meeting – Tide Works", where the text goes on to speak of it
_OF_MEETING = re.compile(
    rf"(?:(?:Annual|General|Special|Regular) )*(?:Directors[’']|Trustees[’']|Members[’']|Board|Committee) (?:General )?"
    rf"Meeting(?: Minutes)? [–—-] (?P<whose>{CAPITALISED}(?: {CAPITALISED}){{1,3}}(?P<company> {_COMPANY})?)"
)
_ROOM = re.compile(
    r"(?:Hall|Rooms?|Centre|Center|Library|School|Church|House|Pavilion|Office|Street|Road|Park|Agenda)\b"
)
_OFTEN = 3  # times, beside the title
_OF_A_BODY = re.compile(rf"(?P<whose>{NAME}) [–—-] (?:the )?{BODY}$")
# "Apologies: Ada Brindle - Fenwold City Council": those who came or did not, with whom they are from
LISTED = re.compile(
    r"\W*(?:also )?(?:present|apologies|attendees|(?:in )?attendance|attending|absent)\b[^:\d]{0,30}:\s*[A-Z]",
    re.IGNORECASE,
)
_VENUE = re.compile(r"(?:venue|location|place)\b", re.IGNORECASE)
_MET_THERE = re.compile(r",$|\b(?:at|in)(?: the)?$")  # "4 May 2024, Fenwold Town Hall"
# "held at the Mill Pavilion, Fenwold College"
WHERE = re.compile(r"(?:to be )?(?:held )?(?:at|in)\s|venue\b|location\b", re.IGNORECASE)


def before_its_body(document: Document) -> str | None:
    """ "Example Runtime", where minutes are headed "Example Runtime – Technical Steering Committee"."""
    for line in (*head_of(document)[:3], document.title or ""):
        if match := _CAMEL.match(line):
            return match["whose"]
        if match := _OF_WHOM.search(line):
            return match["for"] or match["general"] or match["of"]
        match = _OF_MEETING.fullmatch(capitalised(line).strip())
        known = match and (match["company"] or document.text.count(match["whose"]) > _OFTEN)
        if match and known and not _ROOM.search(match["whose"]):
            return match["whose"]
        match = _OF_A_BODY.match(capitalised(line))
        if match and not re.search(rf"\b{BODY_WORD}\b|\b(?:Minutes|Meeting|Notes|Agenda)\b", match["whose"]):
            return match["whose"]
    return None


def at_its_head(document: Document) -> str | None:
    """The partnership, the name before the body, or the letterhead, of minutes that name no organisation of a kind."""
    ahead = in_full(ahead_of_its_body(document) or "", document.text)
    council = COUNCILLORS.search(document.text, 0, OPENING)  # whose scrutiny may be headed "Roads and Bridges"
    named = _partnership(document) or ahead or before_its_body(document)
    return named or (None if council else _letterhead(document) or _lesser(document))


def by_its_head(document: Document, kind: DocumentKind) -> str | None:
    """A society, a club or a partnership by what the first lines of such a document are."""
    if kind == "minutes":
        return _letterhead(document) or _lesser(document) or _place(document)
    return partners(document) if kind == "report" else None


def _letterhead(document: Document) -> str | None:
    """ "Example Homes", a first line that is nothing but a name, above one that says whose minutes these are."""
    lines = [line for line in head_of(document)[:3] if re.search(r"[a-z]{3}|[A-Z]{3}[a-z]* [A-Z]", line)]
    first, second = [*map(capitalised, lines[:2]), "", ""][:2]
    if headed := _ABOVE_MINUTES.match(first):
        return headed[0].strip()
    of_a_meeting = re.search(rf"\b(?i:minutes|notes)\b|\b{BODY_WORD}\b", second)
    named = NAME_ALONE.fullmatch(first) and not BARE.fullmatch(first)
    about = re.search(rf"\b(?:{BODY_WORD}|{_NOT_OVER})\b", first)
    return first if named and not about and of_a_meeting else None


def _lesser(document: Document) -> str | None:
    """A club, a library, a surgery: the one that one of the first lines of minutes begins with or belongs to."""
    for line in (*head_of(document)[:5], document.title or ""):
        for match in (
            () if any(each.match(line) for each in (_VENUE, WHERE, LISTED)) else _LESSER.finditer(capitalised(line))
        ):
            name, before = less_body(match[1]), line[: match.start()].strip()
            met_there = _MET_THERE.search(before) or re.search(r"\b(?:Held|At|In)\b", name)
            any_hall = _OF_A_KIND.fullmatch(name) and (before or not _CHARITY.match(line[match.end() :]))
            if len(name.split()) > 1 and not met_there and not any_hall:
                return name
    return None


def _partnership(document: Document) -> str | None:
    """ "Mill Vale Safety Partnership", the first line of minutes whose next lines name a board of it."""
    first, *below = [*map(capitalised, head_of(document)[:4]), ""]
    ours = _PARTNERS.fullmatch(first) and first.endswith("Partnership")
    return first if ours and any(map(_BOARD.search, below)) else None


def partners(document: Document) -> str | None:
    """ "Mill Vale Inclusion Partnership", alone in one of the first lines of a report."""
    lines = map(capitalised, head_of(document)[:4])
    return next((line for line in lines if _PARTNERS.fullmatch(line)), None)


def _place(document: Document) -> str | None:
    """ "Example", where minutes are headed by nothing but the place whose services they keep speaking of."""
    top = " ".join(head_of(document)[:4])
    for place, count in Counter(re.findall(r"\b(?:in|across) ([A-Z][a-z’-]{3,})\b", document.text)).most_common(3):
        if count > 1 and place in top.split() and document.text.count(place) >= 5:
            return str(place)
    return None
