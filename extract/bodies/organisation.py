"""The council, trust or society whose document it is."""

import re
from collections import Counter
from itertools import pairwise, takewhile

from extract.bodies.ahead import ahead_of_its_body
from extract.bodies.letters import (
    by_acronym,
    by_its_letters,
    by_own_letters,
    in_full,
    in_running_lines,
    introduced,
    titled_by_letters,
)
from extract.bodies.named import less_body, named
from extract.bodies.words import (
    BODY,
    BODY_WORD,
    CAPITALISED,
    COUNCIL_KIND,
    LEADING,
    LINES,
    LINK,
    NAME,
    capitalised,
    furniture,
    head_of,
    initials_of,
    leading,
)
from extract.dates import MONTH
from extract.people.words import TITLES, is_work
from minutes.model import Document, DocumentKind

# Smaller bodies, that only the first lines name as whose minutes these are.
_LESSER = re.compile(
    rf"\b((?:Friends of (?:the )?{CAPITALISED}(?: {CAPITALISED}){{0,3}}"
    rf"|(?:(?!(?:Annual|General|Minutes|Meeting)\b){CAPITALISED} )?"
    rf"(?:Union|Guild|League|Society|Federation|Association|Order) of (?:the )?{CAPITALISED}"
    rf"(?: (?:(?:and|of) )?{CAPITALISED}){{0,4}}"
    rf"|{CAPITALISED}(?:[ -](?:{CAPITALISED}|{LINK}))*? "
    r"(?:Library(?: District)?|(?:Water|Fire|Sanitary|Park|Hospital|Irrigation|Drainage|Recreation|Transit"
    r"|Transportation|Utilit(?:y|ies)|Ambulance|Cemetery|Sewer|Wastewater|Improvement)(?: [A-Z][a-z]+)? District"
    r"|Club|RFC|AFC|CFC|FC|Surgery|(?:Medical|Health) (?:Centre|Center)|(?:Medical )?Practice|Church"
    r"|(?:Village|Memorial|Community|Parish|Town) Hall|Village Trust|Township|Homeowners|Union|Co-?operative|Museum"
    r"|Guild|PTA|PTO|PTSA|Allotments|Gardens|Parish|Town|Village|Residents|Network|Project|Company|CIC"
    r"|(?:Group|Club|League|Society|Association) (?:Inc|Incorporated)))"
    r"(?= (?i:board|committee|management|steering|trustees|minutes|meeting|agm|annual|executive|patient|annual"
    r"|selectboard|draft|regular|special|governing|community association)\b|\s*[-–—:,(]|\s*$))"
)
_OF_A_KIND = re.compile(
    r"(?:The |Our |Full |Draft )?(?:Annual |Regular |Special )?(?:\w+ )?(?:Library|Village Hall)$|Parochial Church$"
)
_NAME_ALONE = re.compile(rf"{CAPITALISED}(?: (?:{LINK} )?{CAPITALISED}){{1,5}}(?: \([A-Z]{{2,6}}\))?")
_PARTNERS = re.compile(
    r"(?!(?:The )?(?:[A-Z][a-z]+ )?(?:Evaluation|Review|Report|Update|Assessment|Audit|Study|Summary|Plan|Strategy)"
    r" (?:of|for|on)\b)"
    rf"{NAME} (?:Partnership|Programme|Alliance|Collaborative)"
)
_SIDE_BY_SIDE = re.compile(r"\w\s?[•·|]\s?[A-Z]")
_KIND_ALONE = re.compile(rf"NHS (?:Foundation )?Trust|NHS Integrated Care Board|{COUNCIL_KIND} Council")
# "OpenTide Board Meeting"
_CAMEL = re.compile(rf"(?P<whose>[A-Z][a-z]+[A-Z]\w*) {BODY_WORD} (?i:meeting|minutes|call|notes)\b")
# "Committee meeting for Fenwold Makers 4 May 2024", "the third meeting of the Tide Center, Q4"
_OF_WHOM = re.compile(
    rf"\b[Mm]eeting (?:for (?:the )?(?P<for>{CAPITALISED}(?: {CAPITALISED}){{1,3}})(?= \d|,| [–-]|$)"
    rf"|of (?:the )?(?P<of>{CAPITALISED}(?: {CAPITALISED}){{0,2}} (?:Center|Centre|Project|Network|Club))"
    r"(?=,| \d| held|$))"
)
# "Directors’ Meeting – Tide Works", where the text goes on to speak of it
_OF_MEETING = re.compile(
    rf"(?:(?:Annual|General|Special|Regular) )*(?:Directors[’']|Trustees[’']|Members[’']|Board|Committee) (?:General )?"
    rf"Meeting(?: Minutes)? [–—-] (?P<whose>{CAPITALISED}(?: {CAPITALISED}){{1,3}})"
)
_ROOM = re.compile(
    r"(?:Hall|Rooms?|Centre|Center|Library|School|Church|House|Pavilion|Office|Street|Road|Park|Agenda)\b"
)
_OFTEN = 3  # times, beside the title
_OF_A_BODY = re.compile(rf"(?P<whose>{NAME}) [–—-] (?:the )?{BODY}$")
# A line that names whose document it is, up to the name.
_OWNS = re.compile(
    r"(?:minutes|notes|record|agenda|reports?|meeting|agm|published|produced|notice|clerk|resolution|strategy|plan"
    r"|review"
    r"|statements?|members|governors|directors|trustees|board|committee|panel|commission|council|senate)\b.*"
    r"\b(?:of|for|by|to|at)(?: the)?$|[–|:-]$",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"\W*(?:draft |confirmed )?(?:minutes|notes|record|report|agenda|published|a meeting"
    r"|(?:the |an? )?(?:[\w-]+ ){0,3}meeting of)",
    re.IGNORECASE,
)
_DATED = re.compile(rf"^(?:\d{{1,2}} )?{MONTH} (?:\d{{1,2}}, )?(?:19|20)\d\d,?\s", re.IGNORECASE)
_HOST = re.compile(r"[@/.]([a-z][a-z0-9-]+)\.(?:gov\.uk|gov|nhs\.uk|org\.uk|org|edu|ac\.uk|sch\.uk|co\.uk|com)\b")
PROSE = 40  # words of a paragraph
_KINDS = ("Foundation", "Association", "Society", "Consortium", "Federation", "Institute")
_MET = re.compile(rf"{BODY_WORD} meeting\b")
_MET_AT = re.compile(r"\b(?:held|met|meeting)\b.* (?:at|in)(?: the)?$", re.IGNORECASE)
# "Ada Brindle –", of whom a list says where from
_SOMEBODY = re.compile(rf"\W*(?:{TITLES} )*[A-Z][\w’'.-]* (?:[A-Z]\.? )?[A-Z][\w’'-]+(?: \([^()]*\))? ?[–,:-]")
# "Apologies: Ada Brindle - Fenwold City Council": those who came or did not, with whom they are from
_LISTED = re.compile(
    r"\W*(?:also )?(?:present|apologies|attendees|(?:in )?attendance|attending|absent)\b[^:\d]{0,30}:\s*[A-Z]",
    re.IGNORECASE,
)
_VENUE = re.compile(r"(?:venue|location|place)\b", re.IGNORECASE)
# "held at the Mill Pavilion, Fenwold College"
_WHERE = re.compile(r"(?:to be )?(?:held )?(?:at|in)\s|venue\b|location\b", re.IGNORECASE)


def find_organisation(document: Document, kind: DocumentKind) -> str | None:
    """The council, trust or society whose document it is, as printed; null where none is clearly it.

    A website says whose it is. Elsewhere its first lines come first, then the file's title, running headers and
    footers; then the name that the text itself uses most; then a short name or an acronym.
    """
    for name, _, _ in named(document.site or ""):
        return name
    printed = [*named(document.text)]
    everywhere = Counter(name for name, _, _ in printed)
    if letters := titled_by_letters((*head_of(document)[:3], document.title or "")):
        return in_full(letters, document.text)
    head = [*_joined(head_of(document)[:LINES])]
    if kind == "report":  # below whose first paragraph names head sections
        if any(map(_joins, head)) and (partners := _partners(document)):
            return partners
        above = [*takewhile(lambda line: len(line.split()) < PROSE, head)]
        if titled := _in_title(document, above, everywhere) or introduced(document.text):
            return titled
    if titled := _in_title(document, head, everywhere):
        return titled
    council = _kind_of_council(document.text)
    ours = Counter({name: count for name, count in everywhere.items() if _may_be_ours(name, council)})
    return (
        _at_the_address(document, ours)
        or _whose_board_met(printed)
        or _most_named(ours, document.text)
        or (_parish(document.text) if council == "Parish" else None)
        or titled_by_letters(head_of(document)[:LINES])
        or by_acronym(document.text, council)
        or in_running_lines(document)
        or _before_its_body(document)
        or (in_full(ahead_of_its_body(document) or "", document.text) if kind == "minutes" else None)
        or _by_its_head(document, kind)
        or by_its_letters(document.text)
        or _introduced(document)
        or (_by_its_kind(everywhere, document.text) if kind == "minutes" else None)
        or (by_own_letters(document) if not council and kind != "other" else None)
    )


def _in_title(document: Document, head: list[str], everywhere: Counter[str]) -> str | None:
    """The one that these first lines, the file's title or running lines name as whose document it is."""
    title = document.title or ""
    first = [title] if document.media_type == "text/html" else []
    lines = [*first, *head, title, *furniture(document)]
    for index, line in enumerate(lines):
        for name, before, after in named(line):
            if (
                _LISTED.match(line)
                or _MET_AT.search(before)
                or (index > 2 and _SOMEBODY.fullmatch(before) and not is_work(before))
            ):
                continue
            short = index < 3 and not after and len(line.split()) < 15 and not _WHERE.match(line)
            if short or _is_title(line, name, before, after):
                return _best_variant(name, everywhere)
    return None


def _introduced(document: Document) -> str | None:
    """The one that the text is introduced with, if it is not what an item of business is about."""
    name = introduced(document.text)
    titles = (b for b in document.blocks if b.kind == "heading" or b.in_bold)
    about = name and any(f"{name} " in document.text[b.start : b.end] for b in titles)
    return None if about else name


def _by_its_head(document: Document, kind: DocumentKind) -> str | None:
    """A society, a club or a partnership by what the first lines of such a document are."""
    if kind == "minutes":
        return _letterhead(document) or _lesser(document) or _place(document)
    return _partners(document) if kind == "report" else None


def _joined(lines: list[str]) -> list[str]:
    """Lines with those put first that a letterhead breaks: "Mill Vale Hospitals" over "NHS Foundation Trust".

    What stands below "held on 4 May at" is left out: it is where they met.
    """
    broken = [
        f"{first} {second}"
        for first, second in pairwise(map(capitalised, lines))
        if _KIND_ALONE.fullmatch(second) and _NAME_ALONE.fullmatch(first)
    ]
    return [
        *broken,
        *(line for before, line in pairwise(["", *lines]) if not re.search(r"\b(?:at|in)(?: the)?$", before)),
    ]


def _is_title(line: str, name: str, before: str, after: str) -> bool:
    """Whether a line is headed by the name or says that the document is that organisation's, not just speaks of it."""
    before = LEADING.sub("", _DATED.sub("", before + " ")).strip()
    words = len(line.split())
    if name.endswith(("School", "College", "University")) and before and words > 2 * len(name.split()):
        return False
    told = re.match(r"(?!of|meeting|minutes|held|at|on|for)[a-z]+\b|[’']s|, (?:which|who|whose)\b", after)
    sentence = line.rstrip().endswith(".") and not _HEADS.match(line)
    owned = bool(_OWNS.search(before)) and not re.search(r"[.;]\s", before)
    return (not before and not told) or (owned and not sentence)


def _best_variant(name: str, everywhere: Counter[str]) -> str:
    """A letterhead may say "Example’s Libraries" where the text says "Example Libraries"."""
    plain = re.sub("[’']s", "", name)
    if plain in everywhere:
        return plain
    # "THE CITY OF EXAMPLE DOES ORDAIN", in capitals, does not tell where the name ends; the text does.
    shorter = [other for other in everywhere if name.startswith(f"{other} ") and everywhere[other] > everywhere[name]]
    return max(shorter, key=len, default=name)


def _may_be_ours(name: str, kind: str | None) -> bool:
    """Whether a name that only the running text prints may be whose document it is: a council of the kind that
    the text calls "the Parish Council", or a body of that size."""
    if name.endswith("Council"):
        plain = not re.search(rf"{COUNCIL_KIND} Council$", name)
        return not kind or name.endswith(f"{kind} Council") or (plain and kind not in ("Parish", "Town", "Community"))
    return bool(
        re.search(
            r"(?:NHS(?: Foundation)? Trust|Integrated Care Board|Consortium)$|^(?:College|University|City|Ministry)",
            name,
        )
    )


def _at_the_address(document: Document, everywhere: Counter[str]) -> str | None:
    """The organisation that the text names and that most of its web and e-mail addresses belong to."""
    hosts = Counter(match[1].replace("-", "") for match in _HOST.finditer(document.text))
    host, count = next(iter(hosts.most_common(1)), ("", 0))
    own = [name for name in everywhere if _letters(name).startswith(host) or (len(host) > 5 and host in _letters(name))]
    return max(own, key=lambda name: everywhere[name]) if own and 2 * count > hosts.total() else None


def _whose_board_met(printed: list[tuple[str, str, str]]) -> str | None:
    """ "Mill Vale NHS Trust", where those who came were welcomed "to the Mill Vale NHS Trust Board meeting"."""
    met = {name for name, _, after in printed if _MET.match(after)}
    return met.pop() if len(met) == 1 else None


def _most_named(everywhere: Counter[str], text: str) -> str | None:
    """The one organisation that the text keeps naming, in full or by its acronym, if no other comes near it."""
    acronyms = Counter(re.findall(r"\b[A-Z]{3,5}\b", text))
    known = {name: acronyms[initials_of(name)] for name in everywhere}
    everywhere = Counter({name: count + (known[name] if known[name] > 2 else 0) for name, count in everywhere.items()})
    first, count, other = leading(everywhere)
    return first if count >= 2 and count >= 2 * other else None


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.casefold())


def _kind_of_council(text: str) -> str | None:
    """ "Parish", where the text speaks of "the Parish Council" and of no other kind as often."""
    kinds = Counter(kind.title() for kind in re.findall(rf"\b[Tt]he ({COUNCIL_KIND}) Council\b", text))
    first, count, other = leading(kinds)
    return first if count > other else None


def _by_its_kind(everywhere: Counter[str], text: str) -> str | None:
    """ "Mill Foundation", where the text speaks of "the Foundation" and names one only."""
    for kind in _KINDS:
        if len(re.findall(rf"\b[Tt]he {kind}\b(?! (?:of|for)\b)", text)) > 1:
            named = [name for name in everywhere if name.endswith(f" {kind}")]
            return named[0] if len(named) == 1 else None
    return None


def _parish(text: str) -> str | None:
    """ "Example Parish", where the text speaks of the Parish Council and of one parish only."""
    pattern = (
        rf"\b((?!(?:The|Annual|Our|This)\b){CAPITALISED}(?:[ -]{CAPITALISED})* Parish)\b(?! Council| Meeting| Clerk)"
    )
    places = set(re.findall(pattern, text))
    return str(places.pop()) if len(places) == 1 else None


def _before_its_body(document: Document) -> str | None:
    """ "Example Runtime", where minutes are headed "Example Runtime – Technical Steering Committee"."""
    for line in (*head_of(document)[:3], document.title or ""):
        if match := _CAMEL.match(line):
            return match["whose"]
        if match := _OF_WHOM.search(line):
            return match["for"] or match["of"]
        match = _OF_MEETING.fullmatch(capitalised(line).strip())
        if match and not _ROOM.search(match["whose"]) and document.text.count(match["whose"]) > _OFTEN:
            return match["whose"]
        match = _OF_A_BODY.match(capitalised(line))
        if match and not re.search(rf"\b{BODY_WORD}\b|\b(?:Minutes|Meeting|Notes|Agenda)\b", match["whose"]):
            return match["whose"]
    return None


def _letterhead(document: Document) -> str | None:
    """ "Example Homes", a first line that is nothing but a name, above one that says whose minutes these are."""
    lines = [line for line in head_of(document)[:3] if re.search(r"[a-z]{3}|[A-Z]{3}[a-z]* [A-Z]", line)]
    first, second = [*map(capitalised, lines[:2]), "", ""][:2]
    of_a_meeting = re.search(rf"\b(?i:minutes|notes)\b|\b{BODY_WORD}\b", second)
    named = _NAME_ALONE.fullmatch(first) and not re.search(
        rf"\b(?:{BODY_WORD}|Minutes|Meeting|Notes|Agenda|Draft)\b", first
    )
    return first if named and of_a_meeting else None


def _lesser(document: Document) -> str | None:
    """A club, a library, a surgery: the one that one of the first lines of minutes begins with or belongs to."""
    for line in (*head_of(document)[:5], document.title or ""):
        for match in (
            () if any(each.match(line) for each in (_VENUE, _WHERE, _LISTED)) else _LESSER.finditer(capitalised(line))
        ):
            name = less_body(match[1])
            if len(name.split()) > 1 and not _OF_A_KIND.fullmatch(name) and not re.search(r"\b(?:Held|At|In)\b", name):
                return name
    return None


def _partners(document: Document) -> str | None:
    """ "Mill Vale Inclusion Partnership", alone in one of the first lines of a report."""
    lines = map(capitalised, head_of(document)[:4])
    return next((line for line in lines if _PARTNERS.fullmatch(line)), None)


def _joins(line: str) -> bool:
    """Whether a line of a cover names several organisations side by side, whose joint report it is."""
    return bool(_SIDE_BY_SIDE.search(line)) and len({name for name, _, _ in named(line)}) > 1


def _place(document: Document) -> str | None:
    """ "Example", where minutes are headed by nothing but the place whose services they keep speaking of."""
    top = " ".join(head_of(document)[:4])
    for place, count in Counter(re.findall(r"\b(?:in|across) ([A-Z][a-z’-]{3,})\b", document.text)).most_common(3):
        if count > 1 and place in top.split() and document.text.count(place) >= 5:
            return str(place)
    return None
