"""The committee or board whose document it is."""

import re
from collections import Counter
from itertools import pairwise, takewhile

from extract.bodies.words import (
    ACRONYM,
    BARE,
    BODY,
    BODY_WORD,
    BUSINESS,
    CAPITALISED,
    COUNCIL_KIND,
    DAY,
    KIND_OF_MEETING,
    LEADING,
    LINES,
    NAME,
    SHOUTED,
    capitalised,
    furniture,
    head_of,
    spelled_out,
)
from extract.dates import MONTH, UNNAMED_DATE
from extract.people.words import is_role
from minutes.model import Document, DocumentKind

_KINDS_OF_MEETING = (
    r"(?:(?:extraordinary|special|annual|ordinary|regular|virtual|general|full|inaugural|adjourned|business"
    r"|monthly|quarterly|weekly|hybrid|online|working(?! (?:group|party))) )*"
)
_ADDRESSED = re.compile(
    rf"^(?i:(?:report )?to|committee(?! (?:reports?|updates?|members|business)\b)"
    rf"|meeting(?: of)?|body|decision to be taken by|title of meeting|name of meeting)\s*:"
    rf"?[\s:]+(?i:the )?(?:[^\t]+? [–-] )?{BODY}\b",
)
_TITLED = [
    re.compile(pattern)
    for pattern in (
        rf"^{BODY}(?=\s*[–,-]\s*(?i:{DAY}))",
        r"^(?P<body>(?:Standing |National |Local )?Advisory Council (?:on|for) [A-Z]\w+(?: (?:and )?[A-Z]\w+){0,3})"
        rf"(?=$|,| [–-]| (?i:meeting|minutes|{DAY}))",
        r"(?i:minutes?|notes) of (?:the |a )?(?P<body>Directors|Trustees|Governors|Members)[’']s? (?i:meeting)",
        # "Directors’ Meeting – Tide Works", "Trustees’ meeting notes"
        r"^(?P<body>Directors|Trustees|Governors)[’']s? (?i:meeting(?: notes| minutes)?)(?=\s*[–—-]\s|$)",
        rf"(?i:minutes?|notes|record|summary|agenda|synopsis)\b.{{0,60}}?\b(?i:meeting of (?:the )?){BODY}\b",
        rf"(?i:minutes?|notes|record|proceedings|summary|synopsis) (?:of|from) (?i:a |an |the )?"
        rf"(?i:{_KINDS_OF_MEETING}){BODY}"
        rf"(?=[’']?(?i:,| meeting| held| of\b| on\b| for\b| \d| [–-]| {MONTH} \d| \w{{3,6}}day\b|$"
        r"| (?:regular|special|annual|ordinary|monthly|quarterly) meeting))",
        rf"(?i:meeting of (?:the )?){BODY}(?=,| (?i:meeting|held|of|on|will|was|at|\w{{3,6}}day)\b|$)",
        # "Ferries Advisory Committee of the Fenwold Harbour Commission"
        rf"^(?!An? )(?P<body>{NAME} (?:(?:Sub-?)?(?:Committee|COMMITTEE)|Panel|Working Group|Task Force)) of (?:the )?"
        rf"{NAME} (?:Commission|Council|Authority|Board|Committee)$",
        # "Governing Body (An Comhlacht)", "Local Governing Body of Fenwold Primary School"
        r"^(?P<body>(?:Local |Academy |Interim )?(?:Governing B(?:ody|oard)|(?:Advisory )?Board|Council) of (?:the )?"
        rf"{NAME} (?:School|Academy|College|Federation))$",
        rf"^{BODY}(?= \([A-Za-zÀ-ÿ’' -]+\)|\s*[–-]\s*|,? (?i:{DAY})|,? (?i:{MONTH}) \d{{4}}|$"
        rf"|:? (?i:{_KINDS_OF_MEETING}meeting"
        r"|minutes|(?:tele)?conference(?: call)?|(?:telecon|call|session)\b|agenda|chair’?'?s? report|report$"
        r"|action log))",
        rf"[–-]\s*{BODY} (?i:meeting)",
        rf"^(?i:the) {BODY}(?=(?: of .{{3,80}}?)?,? (?:convened|met|held (?:its|a))\b)",
        # "WG2 Schema and Transport – Minutes of Teleconference #87"
        r"^(?P<body>(?:WG|TC|SC|TF|SIG|Working Group)[ -]?\d*\b[^–—]{0,60}?)\s+[–—-]\s+(?i:minutes|notes|agenda)\b",
        rf"^{NAME} [–—-] {BODY}$",
        rf"^(?P<body>{NAME} (?:Branch|Chapter))(?= (?i:{_KINDS_OF_MEETING}meeting|minutes))",
        # "Trustees of the Mill Library, meeting minutes", "Minutes of the annual meeting of the members of the Guild"
        r"^(?P<body>Trustees|Governors|Selectmen|Commissioners) of (?:the )?[A-Z].{3,60}\b(?i:meeting|minutes)\b",
        r"(?i:minutes of (?:the )?(?:\w+ ){0,3}meeting of (?:the )?)(?P<body>Members)(?= (?i:of)\b)",
        rf"^(?i:{DAY}).{{0,25}}\b(?:19|20)\d\d [–—-] {BODY}$",
        r"(?i:interpretation|report|decision|briefing|presentation)(?: [\w-]+){0,3} (?i:of|by|to) (?i:the )?"
        rf"{BODY}(?=$|,? (?i:on )?(?i:{DAY}))",
    )
]
_OWNED = re.compile(
    rf"(?!Parochial )(?P<whose>(?:{CAPITALISED} (?:and )?){{1,5}}(?:Library(?: District)?|District|School|College|Trust"
    rf"|Foundation|Club"
    r"|Society|FC|RFC|Association|Hall|Surgery|Practice|Church|Centre|Center|Union|PTA|PTO|Town|Village|Township"
    r"|Partnership(?= \w+ (?:Board|Committee)$)))"
    r" (?P<body>(?:Management |Executive |Steering |Strategic |Delivery )?(?:Committee|Board(?: of [A-Z]\w+)?"
    r"|Executive|Council|Senate|PCC|PPG"
    r"|Patient Participation Group|Trustees))"
)
# "Fenwold County Board of Supervisors", "Fenwold Selectboard"
_SEATED = re.compile(
    rf"(?P<whose>(?!(?:The|This|School|Library|Regular|Joint|Local|City|Town|County|Regional|Special)\s){CAPITALISED}"
    rf"(?: (?:of )?{CAPITALISED}){{0,3}}?) (?:Board of (?:County )?(?:Commissioners|Supervisors"
    r"|Selectmen|Aldermen|Education|Health|Appeals)|Select ?[Bb]oard|School (?:Committee|Board)"
    r"|(?:City|Town|Village) Council"
    r"|(?:Planning|Conservation) Commission|(?<=County )Board)"
)
_REPORTED_TO = re.compile(
    rf"(?:[\w-]+ ){{0,3}}(?i:(?:report|presented|presentation|submitted) to the) {BODY}(?=$|,| (?i:on )?(?i:{DAY}))"
)
# "Version 3 for the Fenwold Harbour Board, 4 May 2024"
_DATED_FOR = re.compile(rf"\b(?i:for|to) (?i:the )?{BODY}(?:,| [–—-])? (?i:on )?(?i:{UNNAMED_DATE})$")
_ACTS = (
    r"(?= (?:was|were|agree|note|approve|resolve|discuss|consider|thank|would|will|also|endorse|receive|ask|had|has"
    r"|heard|request)|’s|\.)"
)
_ACTING = re.compile(
    rf"\b[Tt]he (?P<body>(?:{NAME} )?(?:Board(?: of (?:Directors|Trustees|Governors))?"
    r"|Cabinet|Committee|Panel|Commission|Group|Senate|Forum|Assembly"
    rf"|Partnership))\b{_ACTS}"
)
_THIS = re.compile(
    rf"\b[Tt]his (?P<body>(?:{CAPITALISED} (?:and )?){{1,5}}(?:Committee|Panel|Board|Forum|Commission|Cabinet))\b"
)
_ITS_MINUTES = re.compile(
    rf"\b[Mm]inutes of the (?:\w+ )?[Mm]eeting of the (?P<body>(?:{CAPITALISED} (?:and )?){{1,5}}"
    r"(?:Authority|Committee|Panel|Board|Forum|Commission)) held"
)
_IN_FULL = re.compile(rf"\b(?<![Tt]he )(?:{CAPITALISED} ){{1,3}}(?:Forum|Panel|Committee|Board)\b")
_OF_MONTH = re.compile(r"^(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+")
_NO_BODY = re.compile(
    r"Minutes|(?:\w+ )*Meeting|Team|Group|Executive|(?:.* )?(?:Chief |Non-)Executive|Partnership|(?:Task )?Force"
    r"|(?:Open|Public) Forum"
)
# An authority whose members meet as such, as a council does; a committee of it is named at the head.
_IS_ITS_BODY = re.compile(
    r"\b(?:(?:Fire(?: and Rescue)?|Combined|National Park|Police|Port|Waste(?: Disposal)?|Transport|Broads) Authority"
    r"|(?:Drainage|Harbour|Health) Board)$"
)
_MINUTES_ALONE = re.compile(r"(?:(?:draft|approved|official|meeting) )?minutes(?: of (?:the )?meeting)?", re.IGNORECASE)
# What stands before the body in a title, beside it or within: "Notes:", "Minutes from the", "3rd", "(OBT)", a date
_BESIDE = [
    (re.compile(pattern, re.IGNORECASE), plain)
    for pattern, plain in (
        (UNNAMED_DATE, ""),
        (rf"\b(?:{MONTH},? (?:19|20)\d\d|(?:19|20)\d\d,? {MONTH}|(?:19|20)\d\d)(?=[\s,:–-]|$)", ""),
        (r"\s\((?-i:[A-Z][A-Za-z]{1,7})\)", ""),
        (
            r"^\W*(?:(?:draft|approved|summary|action|meeting|final) )*(?:notes?|minutes|summary|recap|agenda)"
            r"(?:\s*[:,–-]\s*|\s+(?:for|from|of)\s+)",
            "",
        ),
        (r"^[\W_]*(?:the\s+)?(?:(?:\d{1,3}(?:st|nd|rd|th)|(?-i:[IVX]{1,5}))\s+)?[\W_]*", ""),
        (r"\s{2,}", " "),
        (r"\s*[,–—-]\s*$", ""),
    )
]
_LETTERED = re.compile(
    rf"(?P<body>(?:{NAME} )?(?:SIG|TC|TSC|PMC|PMB|TAC|CG|WG|Exec))(?=:? (?i:{_KINDS_OF_MEETING}meeting|minutes|call)|$)"
)
_TITLE = 18  # words of a line that may be one
# A college of further education is run by its corporation: a line of the head, "CORPORATION"
_CORPORATION = re.compile(r"(?:the )?(?:minutes of the )?corporation(?: meeting| minutes)?", re.IGNORECASE)
_OF_COLLEGE = re.compile(r"\bCollege\b")
_OVER = 5  # lines, of which one may break off
_OPENS_TITLE = re.compile(
    r"MINUTES OF [A-Z ,’'-]*\bMEETING OF (?:THE )?(?:MUNICIPAL|METROPOLITAN)?(?: DISTRICT(?: OF)?)?\s*$"
)
_GOES_ON = re.compile(
    r"(?:[A-Z-]+ ){1,3}HELD\b|(?:(?:MUNICIPAL |METROPOLITAN )?DISTRICT )?OF [A-Z]"
    r"|[A-Z’'& -]+ (?:COMMITTEE|BOARD|COUNCIL)\b"
)
# "Board members present:", where nothing else names the board
_SITTING = re.compile(
    r"\W*(?:other )?(?P<body>Board|Committee|Council|Commission|Panel) [Mm]embers "
    r"(?:(?:were )?[Pp]resent|[Ii]n [Aa]ttendance|[Aa]ttending)\b"
)
_COUNCIL_OF = re.compile(r"(?P<kind>City|Town|Village|Borough|Township) of ")
# "Decision maker: Cabinet Member for Roads", in the form that records a decision
_DECIDER = re.compile(
    r"(?:decision[- ](?:maker|taker|(?:to be )?(?:made|taken) by)|decided by)\s*:?\s*(?P<who>.*)", re.IGNORECASE
)


# "2024-03-12 Mill Board Meeting", "Minutes from the 2024-03-12 Mill Board Meeting"
_DAY_AHEAD = re.compile(
    r"^(|.{0,40}\b(?:[Mm]inutes|[Nn]otes|[Aa]genda) (?:from|of|for) (?:the )?)(?:19|20)\d\d-\d\d-\d\d:? (?=[A-Z])"
)
# Lines that name other bodies: items of business, of which one approves earlier minutes, and who reports
_OTHERS = re.compile(
    r"(?:past|previous|future) pathway|from\b|by:|subject|\W*\d+[.)]|[A-Z][.)] (?:approv|confirm|adopt|call|apolog)"
    # but not "Confirmed minutes of the Mill Committee"
    r"|.{0,12}\b(?:approv|confirm|adopt)(?!ed\b)\w* (?:of )?(?:the )?minutes of\b|.{0,20}\bthat the minutes of\b",
    re.IGNORECASE,
)


def find_body(document: Document, kind: DocumentKind, organisation: str | None) -> str | None:
    """The committee or board: in the lines at the head, else the one that the text lets act ("the Board noted")."""
    head = takewhile(lambda line: not BUSINESS.match(line), _unbroken(head_of(document)[:LINES]))
    lines = [
        _DAY_AHEAD.sub(r"\1", line)
        for line in (*head, document.title or "")
        if not _OTHERS.match(line)
        and line.strip() not in ("Governors", "Trustees", "Executive", "Board", "Committee")  # over those who came
    ]
    titled = _titled(lines, organisation)
    found = (
        _addressed(document, organisation)
        or (_decider(lines) if kind == "other" else None)
        or (_reported_to(lines, organisation) if kind == "report" else None)
        or _fuller(_titled(_below_minutes(lines), organisation), titled)
        or titled
        or _titled([*map(alone, lines)], organisation)
        or _acronym_of_body(lines, document, organisation)
        or next((_less(organisation, match["body"]) for line in lines if (match := _LETTERED.match(alone(line)))), None)
        or _acronym_of_body([*map(alone, lines)], document, organisation)
        or _titled(furniture(document), organisation)
    )
    if found or kind not in ("minutes", "agenda"):
        return _council_itself(found, organisation)
    if organisation and organisation.endswith("Council"):
        own = re.search(rf"\b(?:{COUNCIL_KIND}|Common|Municipal|Parochial Church) Council$", organisation)
        return own[0] if own else "Council"
    if organisation and organisation.endswith(("Integrated Care Board", "Health Board", "Integration Joint Board")):
        return "Integration Joint Board" if organisation.endswith("Joint Board") else "Board"
    if organisation and _OF_COLLEGE.search(organisation) and any(map(_CORPORATION.fullmatch, lines)):
        return "Corporation"
    if organisation and (sits := _IS_ITS_BODY.search(organisation)):
        return sits[0] if any(line.casefold() == sits[0].casefold() for line in lines) else organisation
    if (seat := _COUNCIL_OF.match(organisation or "")) and f"{seat['kind']} Council" in document.text:
        return f"{seat['kind']} Council"
    general = any(re.search(r"\bannual (?:general )?meeting\b|\bagm\b", line, re.IGNORECASE) for line in lines)
    if general or kind == "agenda":
        return None
    sitting = next((match["body"] for line in head_of(document) if (match := _SITTING.match(line))), None)
    return _spoken_of(document) or _named_in_passing(document.text) or sitting


def _unbroken(lines: list[str]) -> list[str]:
    """Lines, those put together at the head of which a title in capitals runs over the first: "MINUTES OF THE MILL"."""
    for at, (line, below) in enumerate(pairwise(lines[:_OVER])):
        if _OPENS_TITLE.match(line) and below.isupper() and _GOES_ON.match(below):
            return [*lines[:at], f"{line} {below}", *lines[at + 1 :]]
    return lines


def with_its_council(organisation: str | None, body: str | None) -> tuple[str | None, str | None]:
    """Organisation and body, where only the body is printed with the name of whose it is.

    "Fenwold Community Council" is both; "Fenwold Library Board of Trustees" is the board of the library.
    """
    if organisation or not body:
        return organisation, body
    own = re.search(rf"(?<=\S ){COUNCIL_KIND} Council$", body)
    if own and not BARE.fullmatch(body):
        return KIND_OF_MEETING.sub("", body), own[0]
    seat = _SEATED.fullmatch(body)
    if seat:
        return seat["whose"], body
    owned = _OWNED.fullmatch(body)
    return (owned["whose"], owned["body"]) if owned else (organisation, body)


def names_its_own(line: str) -> bool:
    """Whether a title is a body's name that tells whose it is: "Fenwold Library Board of Trustees"."""
    title = LEADING.sub("", capitalised(line))
    return bool(_SEATED.match(title) or _OWNED.match(title))


def whose_seat(document: Document, body: str) -> str | None:
    """ "Fenwold", where a heading says "Fenwold Board of Education" and the minutes "Board of Education" alone."""
    for line in (*head_of(document)[:3], document.title or ""):
        if (seat := _SEATED.match(capitalised(line))) and seat[0].endswith(f" {body}"):
            return seat["whose"]
    return None


def _decider(lines: list[str]) -> str | None:
    """Who took the decision that a form records, by office and not by name."""
    for line, below in pairwise([*lines, ""]):
        if told := _DECIDER.fullmatch(line):
            parts = re.split(r",\s|\s[–-]\s", told["who"] or below)
            return next((part for part in parts if is_role(part) or part in ("Cabinet", "Leader", "Mayor")), None)
    return None


def _addressed(document: Document, organisation: str | None) -> str | None:
    """The body after a label such as "To:" or "Committee:", in the same line, the next cell or the cell below."""
    lines = head_of(document)[: 2 * LINES]
    for line, after in pairwise([*lines, ""]):
        labelled = line if not line.rstrip().endswith(":") else f"{line} {after}"
        if re.fullmatch(r"to|committee|meeting|body|title of meeting|name of meeting", line.strip(), re.IGNORECASE):
            labelled = f"{line}: {after}"
        if re.match(r"(?:report )?to\b(?! *:)", labelled, re.IGNORECASE):
            continue
        match = _ADDRESSED.match(labelled)
        if match:
            body = _tidy(match["body"], organisation)
            if body:
                return body
    return None


def _reported_to(lines: list[str], organisation: str | None) -> str | None:
    """ "Progress report to the Mill Board, 4 March 2024"."""
    told = (_REPORTED_TO.match(text) or _DATED_FOR.search(text) for text in map(capitalised, lines))
    return next((body for match in told if match and (body := _tidy(match["body"], organisation))), None)


def _titled(lines: list[str], organisation: str | None) -> str | None:
    for pattern in _TITLED:
        for line in lines:
            match = pattern.search(capitalised(line))
            body = _tidy(match["body"], organisation) if match else None
            if body:
                return body
    return None


def alone(line: str) -> str:
    """A title less what stands beside the body: "Minutes from the 3rd Mill Board meeting" is "Mill Board meeting"."""
    if len(line.split()) > _TITLE:
        return ""
    for beside, plain in _BESIDE:
        line = beside.sub(plain, line)
    return line


def _below_minutes(lines: list[str]) -> list[str]:
    """The two lines below "MINUTES", above which a letterhead names the board and all who sit on it."""
    at = next((index for index, line in enumerate(lines) if _MINUTES_ALONE.fullmatch(line.strip())), None)
    return lines[at + 1 : at + 3] if at else []


def _fuller(body: str | None, titled: str | None) -> str | None:
    """ "The Board met on 4 May" below "Minutes" is of the "Fenwold Information Board" that the title names."""
    return titled if body and titled and " " not in body and titled.endswith(f" {body}") else body


def _tidy(body: str, organisation: str | None) -> str | None:
    """A body's name without what kind of meeting it held; null if it is none, or the organisation."""
    body = _less(organisation, capitalised(body.strip(" -–")))
    if organisation:
        body = re.sub(rf" of (?:the )?{re.escape(organisation)}$", "", body)
    body = _less(organisation, LEADING.sub("", _OF_MONTH.sub("", LEADING.sub("", body))))
    body = re.sub(rf"^(?:Open|Public|Private|Closed|Virtual)\s+(?!Forum$)(?={BODY_WORD}$)", "", body)
    body = re.sub(
        r"^.*\b(?:Meeting|Interpretation|Report|Minutes|Leader|Chair(?:man|woman|person)?)\b.*? of (?:the )?"
        rf"(?={NAME}|{BODY_WORD})",
        "",
        body,
    )
    body = re.sub(r"^(?:Summary|Meeting|Draft) (?:Notes|Minutes), ", "", body)
    named = 0 < len(body.split()) <= 12 and body.casefold() != (organisation or "").casefold()
    return body if named and not _NO_BODY.fullmatch(body) else None


def _less(organisation: str | None, body: str) -> str:
    """ "Steering Group", of "OarTide Steering Group"."""
    if organisation and len(body) > len(organisation) and body.startswith(organisation):
        return re.sub(r"^[’']s?\b", "", body[len(organisation) :]).strip(" -–,’'")
    return body


def _acronym_of_body(lines: list[str], document: Document, organisation: str | None) -> str | None:
    """ "TAC Conference Call": the acronym, or what it stands for where the text says so."""
    for line in lines:
        match = ACRONYM.match(line.strip())
        if match and not line.isupper() and not SHOUTED.fullmatch(match["body"]) and match["body"] != organisation:
            full = spelled_out(match["body"], document.text) or match["body"]
            return full if full != organisation else None
    return None


def _council_itself(body: str | None, organisation: str | None) -> str | None:
    """At Example Town Council a meeting of the "Council" and one of the "Town Council" are both of its Town Council."""
    if not body or not organisation or not body.endswith("Council") or not organisation.endswith("Council"):
        return body
    if not organisation.endswith(body):
        return body
    kind = re.search(rf"\b{COUNCIL_KIND} Council$", organisation)
    return kind[0] if kind else "Council"


def _spoken_of(document: Document) -> str | None:
    """The body that the text lets act: "the Board was informed"; one that has a name before one that has not."""
    spoken = Counter(match["body"] for match in _ACTING.finditer(document.text))
    bare = {name: count for name, count in spoken.items() if " " not in name or name.startswith("Board of")}
    named = {name: count for name, count in spoken.items() if name not in bare}
    if bare:
        own = max(bare, key=lambda name: bare[name])
        full = [name for name in named if name.endswith(f" {own}") and named[name] >= 2]
        return max(full, key=lambda name: named[name]) if len(full) == 1 else own
    name, count = max(named.items(), key=lambda pair: pair[1], default=("", 0))
    return name if count >= 2 and 2 * count > sum(named.values()) else None


def _named_in_passing(text: str) -> str | None:
    """The one body that calls itself "this Mill Committee", or whose last minutes were confirmed, or whose name the
    text gives in full and then shortens: "Mill Forum" and "the Forum"."""
    for pattern in (_THIS, _ITS_MINUTES):
        named = {match["body"] for match in pattern.finditer(text)}
        if named:
            return named.pop() if len(named) == 1 else None
    full = Counter(_IN_FULL.findall(text))
    short = {name for name, count in full.items() if count >= 2 and text.count(f"the {name.split()[-1]} ") >= 2}
    return short.pop() if len(short) == 1 else None
