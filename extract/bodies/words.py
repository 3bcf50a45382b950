"""What names whose document it is: the lines at its head, and the words for organisations and bodies."""

import re
from collections import Counter
from functools import lru_cache

from extract.dates import MONTH
from extract.people.lists import people_in
from extract.people.words import TITLES, is_work, untitled
from minutes.model import Document

HEAD = 30  # blocks
LINES = 14  # lines at the head that may name the organisation and the body
CAPITALISED = r"[A-Z][\w’'&-]*+"
LINK = r"(?:of|and|the|upon|on|in|cum|le|&)"
COUNCIL_KIND = (
    r"(?:County Borough|County|Borough|City|District|Parish|Town|Community|Metropolitan(?: Borough)?|Unitary"
    r"|Shire|Regional|Village|Common|Municipal)"
)
COUNCILLORS = re.compile(r"\b(?:Cllrs?|Councillors?)\b")
OPENING = 2000  # characters, in which those who came are named
LEADING = re.compile(
    r"^(?:(?:(?:annual )?general meeting of|record of|notes of|summary of|the|of"
    r"|and|in|on|for|minutes|agenda|meeting|agm|draft|board of directors|a|an|annual|extraordinary|special"
    r"|ordinary|full|regular|proceedings|by|with|at|to|from|that|this|regarding|members|members of"
    r"|whereas|(?:officers|leader|staff|councillors|residents) of)\s+)+",
    re.IGNORECASE,
)
# What stands before "Council" where it is a body of an organisation, or any council at all.
BARE = re.compile(
    r"(?:(?:Town|Parish|City|County|Community|Common|Municipal|Borough|District|Full|College|Faculty"
    r"|Technical Advisory|\w+ Advisory"
    r"|Advisory|General|Local|Youth|Leader of the|Student|Executive|Annual|Each|Every|Other|Neighbouring|Unrestricted"
    r"|Municipal|Common|Cultural|Regional|National"
    r"|Diversity|Academic|Parent|Pupil|School|Parochial Church|Church|Care|Medical|Staff|Health|Works)\s)*Council"
    r"|.*\b(?:Leader|Meeting|Minutes|Chamber|Member|Papers?|Held"
    r"|and (?:the )?(?:Full )?(?:(?:Parish|Town) )?(?:College|School|University|Council))\b.*"
    r"|.*\b(?:Advisory|Technical|Youth|Parent|Student|Diversity|Care|Medical|Research|Arts|Sports|Union) Council"
    r"|\w+(?:ial|ional|ative|itive|utive|ific|ical|ory) Council"
    r"|(?:National Park|Fire(?: and Rescue)?|Combined|Police|Port|Local|Transport|Planning|Housing|Highways?|Public)"
    r" Authority"
    r"|(?:Our|All|Old|New|High|Primary|Secondary|Honors|Every|Each|Local|Public|Housing|Law|Medical|Summer|Middle)"
    r" (?:School|Trust|University|College|Association|Society|Authority|Academy)",
    re.IGNORECASE,
)
# "Fenwold Annual Parish Council", of whose meeting the word tells
KIND_OF_MEETING = re.compile(
    rf"(?<=\w) (?:Annual|Ordinary|Extraordinary|Monthly|Full|Special|Inaugural)(?= {COUNCIL_KIND} Council$)"
)
BODY_WORD = (
    r"(?:PCC|PPG|Council|(?:Sub-?\s?)?Comm?itt?ee|Board(?: of (?:(?:School )?Directors|Trustees|Governors|Education"
    r"|Supervisors"
    r"|Commissioners|Selectmen|Health|Management|Regents|Visitors|Finance|Adjustments?|Appeals))?|Cabinet|Syndicate|Panel|Commission|Group|Forum"
    r"|Senate|Assembly|Partnership|Team|Trustees|Governors"
    r"|Governing Body|Executive|Task Force|University Court|Court of (?:Governors|Directors)|Select ?[Bb]oard"
    rf"|(?:Municipal|Metropolitan) District(?: of (?-i:{CAPITALISED}(?: {CAPITALISED})?))?)"
)
NAME = r"[A-Z][\w’'&()/-]*(?:,? (?:\([A-Z]{2,8}\)|[A-Z&][\w’'&()/-]*|of|and|the|for|in|on|with))*?"
# "Working Group on Open Data", but not "Board on Tuesday"
_ON = (
    rf"(?:(?:(?<=Group|Panel|Forum) (?:on|for)|(?:(?<=Committee)|(?<=Commission)) on)"
    rf" (?!(?i:{MONTH}|\w+day)\b){CAPITALISED}(?: (?:and )?{CAPITALISED}){{0,3}}"
    r"(?=$|[\s,:–-]))?"
)
_OF_WHOM = "of (?:(?:School )?Directors|Trustees|Governors|Education|Supervisors|Commissioners|Selectmen)"
BODY = rf"(?P<body>(?:{NAME} )?(?i:{BODY_WORD}){_ON})(?! (?i:{BODY_WORD})\b)(?!(?<=[Bb]oard) (?i:{_OF_WHOM})\b)"
DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d"
ACRONYM = re.compile(
    rf"^(?:(?P<whose>[A-Z]{{3,6}}) )?(?P<body>[A-Z]{{3,6}})(?=:? (?i:meeting|minutes|conference call|action log"
    rf"|agenda|{DAY}))"
)
# Who came, and the first item of business: below these a line that is a name is what is spoken of
BUSINESS = re.compile(
    r"\W*(?:(?:[IVX]+|[A-Z])[.)]\s)?(?:(?:members |also |those )?present\b|attend|in attendance|apologies\b|roll call"
    r"|call to order|1[.)]\s)",
    re.IGNORECASE,
)
# A name in capitals within a line that is not: "FENWOLD COMMUNITY COUNCIL Minutes of the meeting held"
_SHOUTED_NAME = re.compile(
    r"\b[A-Z][A-Z’'&-]{2,}(?: (?:[A-Z][A-Z’'&-]{2,}|OF|ON|&))*"
    r" (?:COUNCIL|COMMITTEE|BOARD|DISTRICT|AUTHORITY|FEDERATION|FOUNDATION"
    r"|ASSOCIATION|TRUST|SOCIETY|CLUB|FORUM|PARTNERSHIP|SCHOOL|CHURCH|LIBRARY|UNION|AGENCY"
    r"|COLLEGE|UNIVERSITY)\b"
    r"|\bBOARD OF (?:TRUSTEES|DIRECTORS|GOVERNORS|EDUCATION|SUPERVISORS|COMMISSIONERS|MANAGEMENT)\b"
)
SHOUTED = re.compile(
    r"(?:MON|FRI|SUN)DAY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST"
    r"|ACTION|AUDIT|BUDGET|CALL|CITY|CLUB|CORE|EVENTS|FINANCE|FIRST|FRIENDS|FULL|HEALTH|JOINT|LAST|LOCAL|MAIN|MONTHLY"
    r"|NEXT|ONLINE|PARENT|PARISH|PLANNING|REGULAR|SAFETY|SCHOOL|SPECIAL|SPORTS|STAFF|SUMMARY|TEAMS|TOWN|TRUST|WEEKLY"
    r"|YOUTH|ZOOM"
    r"|[AE]GM|AGENDA|MINUTES|NOTES|DRAFT|BOARD|FINAL|THE|ITEM|PAGE|REPORT|APPENDIX|ANNUAL|PUBLIC|NHS|UK|OPEN"
)


ORGANISED = (
    r"(?:Alliance|Association|Authority|Club|Consortium|Council|Federation|Foundation|Guild|Initiative|Institute|League"
    r"|Network|Office|Project|Service|Society|Trust|Union)"
)
_IS_ONE = re.compile(rf"\b(?:{BODY_WORD}|{ORGANISED})\b", re.IGNORECASE)


def head_of(document: Document) -> list[str]:
    """The lines at the head of a document, running headers among them, a cell a line."""
    lines = []
    web = document.media_type == "text/html"
    for block in document.blocks[:HEAD]:
        if block.furniture and web:  # a site's menus name all its services
            continue
        if block.page is None or block.page <= 2:
            spans = [(start, end) for start, end in block.cells or ((block.start, block.end),) if end > start]
            texts = [document.text[start:end] for start, end in spans]
            # A row of a table of figures names nobody, and one of those who came whom they are from.
            if len(spans) < 5:
                lines += ["" for _ in texts] if len(texts) > 1 and _is_somebody(texts[0].strip()) else texts
    return lines


_TITLED = re.compile(rf"{TITLES} [A-Z]")


@lru_cache(256)  # the head of a document is asked for several times
def _is_somebody(cell: str) -> bool:
    """Whether a cell is a person's name and nothing else: but for an office in brackets, "Cllr Ada Brindle (Chair)"."""
    name = re.sub(r"\s?\([^()]*\)$", "", cell) if _TITLED.match(cell) else cell
    return " " in name and not is_work(untitled(name)) and [person.name for person in people_in(name)] == [name]


def furniture(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks[:60] if block.furniture]


@lru_cache(1024)  # so are its lines
def capitalised(text: str) -> str:
    """Text in capitals as titles are written, so that one pattern reads both."""
    words = text.split()
    if sum(word.isupper() for word in words) <= 0.6 * len(words):
        return _SHOUTED_NAME.sub(lambda run: capitalised(run[0]), text)
    title = re.sub(r"\b(Of|And|The|On|In|Upon|For|Held|Cum|By|With|At|To)\b", lambda m: m[0].casefold(), text.title())
    title = re.sub(r"([’'])S\b", r"\1s", title)
    return re.sub(r"\b(?:Nhs|Ips|Icb|Uk|Pcc|Ppg)\b", lambda m: m[0].upper(), title)


def spelled_out(acronym: str, text: str) -> str | None:
    """What letters stand for, where the text prints it and it is a body or an organisation: "Tide Council" for "TC"."""
    if not acronym.isalpha():
        return None
    initials = r"\s(?:(?:of|and|the|for|&)\s)?".join(rf"{letter}[a-z]+" for letter in acronym)
    names = (" ".join(match[0].split()) for match in re.finditer(rf"\b{initials}\b", text))
    return next((name for name in names if _IS_ONE.search(name)), None)


def leading(names: Counter[str]) -> tuple[str, int, int]:
    """The name that is printed most often, how often it is, and how often the next."""
    (first, count), (_, other) = [*names.most_common(2), ("", 0), ("", 0)][:2]
    return first, count, other


def initials_of(name: str) -> str:
    """The capitals that the words of a name begin with."""
    return "".join(word[0] for word in name.split() if word[0].isupper())
