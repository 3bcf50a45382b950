"""Whose document it is: the organisation and the body, as a careful reader of its first lines would name them."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from extract.dates import MONTH
from extract.people.words import is_role
from minutes.model import Document, DocumentKind

HEAD = 30  # blocks
TITLES = 14  # lines at the head that may name the organisation and the body

_CAPITALISED = r"[A-Z][\w’'&-]*+"
# "THE CITY OF EXAMPLE DOES ORDAIN": in a line of capitals the verb looks like a part of the name.
_PLACE = (
    r"(?!(?:Does|Do|Did|Is|Are|Was|Has|Have|Shall|Will|May|Ordains?|Resolves?|Hereby|Amending|Adopting|Establishing"
    rf"|Authori[sz]ing|Regarding|Relating|Providing|Regular|Special|Annual|Minutes|Meeting"
    rf"|Board|Committee|Court|Senate)\b){_CAPITALISED}"
)
_LINK = r"(?:of|and|the|upon|on|in|cum|le|&)"
_COUNCIL_KIND = (
    r"(?:County Borough|County|Borough|City|District|Parish|Town|Community|Metropolitan(?: Borough)?|Unitary"
    r"|Shire|Regional|Village)"
)
_ORGANISATION = re.compile(
    rf"\b((?:(?:St|Mt)\. )?{_CAPITALISED}(?:[ -](?:{_CAPITALISED}|{_LINK}))*?[ -]"
    rf"(?:{_COUNCIL_KIND} Council|Council\b(?! Meeting| Chamber| Tax)|NHS (?:Foundation )?Trust"
    r"|Integrated Care (?:Board|Partnership|System)|Integration Joint Board"
    r"|Conservation District|(?:Health|Drainage|Water|Harbour) Board|Harbou?r (?:Improvement )?Commissioners"
    r"|Healthwatch|Health Watch|Consortium|Association"
    r"|Federation|Society|IPS|University|College|School(?: District)?|Academy|Trust|Libraries(?: IPS)?|Authority"
    r"|Foundation(?! Trust)|Institute|Constabulary|(?:Homes|Housing|Housing Group) (?:Limited|Ltd))\b"
    r"(?! (?:NHS|Hospitals?|Teaching|Health|Trust|Academy|Council|College|School|Association|Foundation|District)\b)"
    rf"|(?:City and County|College|University|City|Town|Village|County|Shire|Municipality|Township) of {_PLACE}"
    rf"(?: (?!(?i:{MONTH})\b){_PLACE}){{0,2}}"
    rf"|(?:{_CAPITALISED} ){{0,3}}Museums? of (?:the )?{_PLACE}(?: {_PLACE}){{0,2}}"
    rf"|(?:(?:London|Royal|Metropolitan) )?Borough of {_CAPITALISED}(?: (?:and )?{_CAPITALISED})?"
    rf"|(?:Department|Ministry) (?:for|of) {_CAPITALISED}(?:(?:,| and| &)? {_CAPITALISED})*?"
    r"(?=,|\.|’|'|\s(?!and\b|&)[a-z(–-]|\s(?:Open|Annual|Strategy|Report|Business|Plan|Review)\b|$)"
    rf"|Office of the Police and Crime Commissioner for {_CAPITALISED}(?: {_CAPITALISED})?"
    r"|(?:Home|Cabinet|Foreign) Office\b"
    rf"|Healthwatch (?:(?!(?:Board|Committee|Meeting|Minutes|Annual|Advisory|Steering|Group)\b){_CAPITALISED}"
    rf"(?: (?:(?:and|of) )?(?!(?:Board|Committee|Meeting|Minutes|Annual|Advisory|Steering|Group)\b){_CAPITALISED})"
    r"{0,3}))"
)
# Smaller bodies, that only the first lines name as whose minutes these are.
_LESSER = re.compile(
    rf"\b((?:Friends of (?:the )?{_CAPITALISED}(?: {_CAPITALISED}){{0,3}}"
    rf"|{_CAPITALISED}(?:[ -](?:{_CAPITALISED}|{_LINK}))*? "
    r"(?:Library(?: District)?|(?:Water|Fire|Sanitary|Park|Hospital|Irrigation|Drainage|Recreation)(?: [A-Z][a-z]+)?"
    r" District|Club|RFC|AFC|CFC|FC|Surgery|(?:Medical|Health) (?:Centre|Center)|(?:Medical )?Practice|Church"
    r"|(?:Village|Memorial|Community|Parish|Town) Hall|Village Trust|Township|Homeowners|Union|Co-?operative|Museum"
    r"|Guild|PTA|PTO|PTSA|Allotments|Gardens|Parish|Town|Village|Residents|Network|Project|Company|CIC))"
    r"(?= (?i:board|committee|management|steering|trustees|minutes|meeting|agm|annual|executive|patient|annual"
    r"|selectboard|draft|regular|special|governing|community association)\b|\s*[-–—:,(]|\s*$))"
)
_OF_A_KIND = re.compile(
    r"(?:The |Our |Full |Draft )?(?:Annual |Regular |Special )?(?:\w+ )?(?:Library|Village Hall)$|Parochial Church$"
)
_LEADING = re.compile(
    r"^(?:(?:the|of|and|in|on|for|minutes|meeting|agm|draft|board of directors|a|an|annual|extraordinary|special"
    r"|ordinary|full|regular|proceedings|by|with|at|to|from|that|this|regarding|members|members of"
    r"|whereas|(?:officers|leader|staff|councillors|residents) of)\s+)+",
    re.IGNORECASE,
)
# What stands before "Council" where it is a body of an organisation, or any council at all.
_BARE = re.compile(
    r"(?:(?:Town|Parish|City|County|Community|Borough|District|Full|College|Faculty|Technical Advisory|\w+ Advisory"
    r"|Advisory|General|Local|Youth|Leader of the|Student|Executive|Annual|Each|Every|Other|Neighbouring|Unrestricted"
    r"|Diversity|Academic|Parent|Pupil|School|Parochial Church|Church|Care|Medical|Staff|Health|Works)\s)*Council"
    r"|.*\b(?:Leader|Meeting|Minutes|Chamber|Member|Papers?|Held"
    r"|and (?:the )?(?:Full )?(?:(?:Parish|Town) )?(?:College|School|University|Council))\b.*"
    r"|.*\b(?:Advisory|Youth|Parent|Student|Diversity|Care|Medical|Research|Arts|Sports) Council"
    r"|(?:Our|All|Old|New|High|Primary|Secondary|Honors|Every|Each|Local|Public|Housing|Law|Medical|Summer|Middle)"
    r" (?:School|Trust|University|College|Association|Society|Authority|Academy)",
    re.IGNORECASE,
)
_BODY_WORD = (
    r"(?:PCC|PPG|Council|(?:Sub-?\s?)?Committee|Board(?: of (?:(?:School )?Directors|Trustees|Governors|Education"
    r"|Supervisors"
    r"|Commissioners|Selectmen|Health|Management|Regents|Visitors|Finance))?|Cabinet|Syndicate|Panel|Commission|Group|Forum"
    r"|Senate|Assembly|Partnership|Team|Trustees|Governors"
    r"|Governing Body|Executive|Task Force|University Court|Court of (?:Governors|Directors)|Select ?[Bb]oard"
    rf"|(?:Municipal|Metropolitan) District(?: of {_CAPITALISED})?)"
)
_NAME = r"[A-Z][\w’'&()/-]*(?:,? (?:[A-Z&][\w’'&()/-]*|of|and|the|for|in|on|with))*?"
# "Working Group on Open Data", but not "Board on Tuesday"
_ON = (
    rf"(?:(?<=Group|Panel|Forum) (?:on|for) (?!(?i:{MONTH}|\w+day)\b){_CAPITALISED}(?: (?:and )?{_CAPITALISED}){{0,3}}"
    r"(?=$|[\s,:–-]))?"
)
_BODY = rf"(?P<body>(?:{_NAME} )?(?i:{_BODY_WORD}){_ON})(?! (?i:{_BODY_WORD})\b)"
_KINDS_OF_MEETING = r"(?:(?:extraordinary|special|annual|ordinary|regular|virtual|general|full|inaugural|adjourned) )*"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\d"
_ADDRESSED = re.compile(
    rf"^(?i:(?:report )?to|committee|meeting(?: of)?|body|decision to be taken by|title of meeting|name of meeting)\s*:"
    rf"?[\s:]+(?i:the )?(?:[^\t]+? [–-] )?{_BODY}\b",
)
_TITLED = [
    re.compile(pattern)
    for pattern in (
        rf"(?i:minutes?|notes|record|summary|agenda|synopsis)\b.{{0,60}}?\b(?i:meeting of (?:the )?){_BODY}\b",
        rf"(?i:minutes?|notes|record|proceedings|summary|synopsis) of (?i:a |an |the )?(?i:{_KINDS_OF_MEETING}){_BODY}"
        rf"(?=[’']?(?i:,| meeting| held| of\b| on\b| for\b| \d| [–-]| {MONTH} \d| \w{{3,6}}day\b|$))",
        rf"(?i:meeting of (?:the )?){_BODY}(?= (?i:meeting|held|of|on|will|was|,|at)\b|$)",
        rf"^{_BODY}(?= \([A-Za-z]+\)|\s*[–-]\s*|,? (?i:{_DAY})|,? (?i:{MONTH}) \d{{4}}|$"
        rf"|:? (?i:{_KINDS_OF_MEETING}meeting"
        r"|minutes|conference call|agenda|chair’?'?s? report|report$|action log))",
        rf"[–-]\s*{_BODY} (?i:meeting)",
        rf"^(?i:the) {_BODY}(?=(?: of .{{3,80}}?)?,? (?:convened|met|held (?:its|a))\b)",
        # "WG2 Schema and Transport – Minutes of Teleconference #87"
        r"^(?P<body>(?:WG|TC|SC|TF|SIG|Working Group)[ -]?\d*\b[^–—]{0,60}?)\s+[–—-]\s+(?i:minutes|notes|agenda)\b",
        rf"^{_NAME} [–—-] {_BODY}$",
        rf"^(?i:{_DAY}).{{0,25}}\b(?:19|20)\d\d [–—-] {_BODY}$",
        r"(?i:interpretation|report|decision|briefing|presentation)(?: [\w-]+){0,3} (?i:of|by|to) (?i:the )?"
        rf"{_BODY}(?=$|,? (?i:on )?(?i:{_DAY}))",
    )
]
_OWNED = re.compile(
    rf"(?!Parochial )(?P<whose>(?:{_CAPITALISED} ){{1,4}}(?:Library(?: District)?|District|School|College|Trust"
    rf"|Foundation|Club"
    r"|Society|FC|RFC|Association|Hall|Surgery|Practice|Church|Centre|Center|Union|PTA|PTO|Town|Village|Township))"
    r" (?P<body>(?:Management |Executive |Steering )?(?:Committee|Board(?: of [A-Z]\w+)?|Executive|Council|Senate"
    r"|Patient Participation Group|Trustees))"
)
# "Fenwold County Board of Supervisors", "Fenwold Selectboard"
_SEATED = re.compile(
    rf"(?P<whose>(?!(?:School|Library|Regular|Joint|Local|City|Town|County|Regional|Special)\s){_CAPITALISED}"
    rf"(?: (?:of )?{_CAPITALISED}){{0,3}}?) (?:Board of (?:County )?(?:Commissioners|Supervisors"
    r"|Selectmen|Aldermen|Education|Health|Appeals)|Select ?[Bb]oard|(?:City|Town|Village) Council"
    r"|(?:Planning|Conservation) Commission|(?<=County )Board)"
)
_REPORTED_TO = re.compile(rf"(?:[\w-]+ ){{0,3}}(?i:report to the) {_BODY}(?=$|,| (?i:on )?(?i:{_DAY}))")
_NAME_ALONE = re.compile(rf"{_CAPITALISED}(?: (?:{_LINK} )?{_CAPITALISED}){{1,5}}(?: \([A-Z]{{2,6}}\))?")
_PARTNERS = re.compile(rf"{_NAME} (?:Partnership|Programme|Alliance|Collaborative)")
_KIND_ALONE = re.compile(rf"NHS (?:Foundation )?Trust|NHS Integrated Care Board|{_COUNCIL_KIND} Council")
_OF_A_BODY = re.compile(rf"(?P<whose>{_NAME}) [–—-] (?:the )?{_BODY}$")
_ACRONYM = re.compile(
    rf"^(?:(?P<whose>[A-Z]{{3,6}}) )?(?P<body>[A-Z]{{3,6}})(?=:? (?i:meeting|minutes|conference call|action log"
    rf"|agenda|{_DAY}))"
)
# A name in capitals within a line that is not: "FENWOLD COMMUNITY COUNCIL Minutes of the meeting held"
_SHOUTED_NAME = re.compile(
    r"\b[A-Z][A-Z’'&-]{2,}(?: (?:[A-Z][A-Z’'&-]{2,}|OF|ON|&))*"
    r" (?:COUNCIL|COMMITTEE|BOARD|ASSOCIATION|TRUST|SOCIETY|CLUB|FORUM|PARTNERSHIP|SCHOOL)\b"
    r"|\bBOARD OF (?:TRUSTEES|DIRECTORS|GOVERNORS|EDUCATION|SUPERVISORS|COMMISSIONERS|MANAGEMENT)\b"
)
_SHOUTED = re.compile(r"AGENDA|MINUTES|NOTES|DRAFT|BOARD|FINAL|THE|ITEM|PAGE|REPORT|APPENDIX|ANNUAL|PUBLIC|NHS|UK|OPEN")
_ACTS = (
    r"(?= (?:was|were|agree|note|approve|resolve|discuss|consider|thank|would|will|also|endorse|receive|ask|had|has"
    r"|heard|request)|’s|\.)"
)
_ACTING = re.compile(
    rf"\b[Tt]he (?P<body>(?:{_NAME} )?(?:Board|Cabinet|Committee|Panel|Commission|Group|Senate|Forum|Assembly"
    rf"|Partnership))\b{_ACTS}"
)
_THIS = re.compile(
    rf"\b[Tt]his (?P<body>(?:{_CAPITALISED} (?:and )?){{1,5}}(?:Committee|Panel|Board|Forum|Commission|Cabinet))\b"
)
_ITS_MINUTES = re.compile(
    rf"\b[Mm]inutes of the (?:\w+ )?[Mm]eeting of the (?P<body>(?:{_CAPITALISED} (?:and )?){{1,5}}"
    r"(?:Authority|Committee|Panel|Board|Forum|Commission)) held"
)
_IN_FULL = re.compile(rf"\b(?<![Tt]he )(?:{_CAPITALISED} ){{1,3}}(?:Forum|Panel|Committee|Board)\b")
_COLLEGE = re.compile(r"\b(?:[Tt]he (?:[Cc]ollege|[Uu]niversity|Academy)\b(?! of)|Provost\b|Faculty\b)")
_LETTERS = re.compile(r"\bat ([A-Z]{3,5})\b(?! [A-Z])|\b([A-Z]{3,5})[’']s\b")
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
_LETTERS_FIRST = re.compile(
    rf"(?!(?:APPROVED|CONFIRMED|COUNCIL|CABINET|MEETING|RECORD|REGULAR|SPECIAL|SUMMARY|DRAFT|FINAL|MINUTES|NOTES|AGENDA)\b)"
    rf"([A-Z]{{3,7}}) {_BODY_WORD}\b"
)
_COUNCIL_ACRONYM = re.compile(r"(?<!\b[Tt]he )(?<![-/&])\b(?!BBC\b)([A-Z]{1,3}(?:CC|BC|DC))\b")


def head_of(document: Document) -> list[str]:
    """The lines at the head of a document, running headers among them, a cell a line."""
    lines = []
    web = document.media_type == "text/html"
    for block in document.blocks[:HEAD]:
        if block.furniture and web:  # a site's menus name all its services
            continue
        if block.page is None or block.page <= 2:
            spans = [(start, end) for start, end in block.cells or ((block.start, block.end),) if end > start]
            if len(spans) < 5:  # a row of a table of figures names nobody
                lines += [document.text[start:end] for start, end in spans]
    return lines


_VENUE = re.compile(r"(?:venue|location|place)\b", re.IGNORECASE)
# "held at the Mill Pavilion, Fenwold College"
_WHERE = re.compile(r"(?:to be )?(?:held )?(?:at|in)\s|venue\b|location\b", re.IGNORECASE)


def find_organisation(document: Document, kind: DocumentKind) -> str | None:
    """The council, trust or society whose document it is, as printed; null where none is clearly it.

    A website says whose it is. Elsewhere its first lines come first, then the file's title, running headers and
    footers; then the name that the text itself uses most; then a short name or an acronym.
    """
    for name, _, _ in _named(document.site or ""):
        return name
    everywhere = Counter(name for name, _, _ in _named(document.text))
    title = document.title or ""
    web = document.media_type == "text/html"
    lines = [*([title] if web else []), *_joined(head_of(document)[:TITLES]), title, *_furniture(document)]
    for index, line in enumerate(lines):
        for name, before, after in _named(line):
            short = index < 3 and not after and len(line.split()) < 15 and not _WHERE.match(line)
            if short or _is_title(line, name, before, after):
                return _best_variant(name, everywhere)
    council = _kind_of_council(document.text)
    ours = Counter({name: count for name, count in everywhere.items() if _may_be_ours(name, council)})
    return (
        _at_the_address(document, ours)
        or _whose_board_met(document.text)
        or _most_named(ours, document.text)
        or (_parish(document.text) if council == "Parish" else None)
        or _by_acronym(document, council)
        or _in_running_lines(document)
        or _before_its_body(document)
        or (
            _letterhead(document) or _lesser(document)
            if kind == "minutes"
            else _partners(document)
            if kind == "report"
            else None
        )
        or (_place(document) if kind == "minutes" else None)
        or _by_its_letters(document.text)
    )


def _partners(document: Document) -> str | None:
    """ "Mill Vale Inclusion Partnership", alone in one of the first lines of a report."""
    lines = map(capitalised, head_of(document)[:4])
    return next((line for line in lines if _PARTNERS.fullmatch(line)), None)


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


def _letterhead(document: Document) -> str | None:
    """ "Example Homes", a first line that is nothing but a name, above one that says whose minutes these are."""
    lines = [line for line in head_of(document)[:3] if re.search(r"[a-z]{3}|[A-Z]{3}[a-z]* [A-Z]", line)]
    first, second = [*map(capitalised, lines[:2]), "", ""][:2]
    of_a_meeting = re.search(rf"\b(?i:minutes|notes)\b|\b{_BODY_WORD}\b", second)
    named = _NAME_ALONE.fullmatch(first) and not re.search(
        rf"\b(?:{_BODY_WORD}|Minutes|Meeting|Notes|Agenda|Draft)\b", first
    )
    return first if named and of_a_meeting else None


def _lesser(document: Document) -> str | None:
    """A club, a library, a surgery: the one that one of the first lines of minutes begins with or belongs to."""
    for line in (*head_of(document)[:5], document.title or ""):
        for match in () if _VENUE.match(line) else _LESSER.finditer(capitalised(line)):
            name = re.sub(rf"^.*\b(?:{_BODY_WORD}|Members) of (?:the )?", "", _LEADING.sub("", match[1]))
            if len(name.split()) > 1 and not _OF_A_KIND.fullmatch(name) and not re.search(r"\b(?:Held|At|In)\b", name):
                return name
    return None


def _before_its_body(document: Document) -> str | None:
    """ "Example Runtime", where minutes are headed "Example Runtime – Technical Steering Committee"."""
    for line in (*head_of(document)[:3], document.title or ""):
        match = _OF_A_BODY.match(capitalised(line))
        if match and not re.search(rf"\b{_BODY_WORD}\b|\b(?:Minutes|Meeting|Notes|Agenda)\b", match["whose"]):
            return match["whose"]
    return None


def _may_be_ours(name: str, kind: str | None) -> bool:
    """Whether a name that only the running text prints may be whose document it is: a council of the kind that
    the text calls "the Parish Council", or a body of that size."""
    if name.endswith("Council"):
        plain = not re.search(rf"{_COUNCIL_KIND} Council$", name)
        return not kind or name.endswith(f"{kind} Council") or (plain and kind not in ("Parish", "Town", "Community"))
    return bool(
        re.search(
            r"(?:NHS(?: Foundation)? Trust|Integrated Care Board|Consortium)$|^(?:College|University|City|Ministry)",
            name,
        )
    )


def _named(source: str) -> Iterator[tuple[str, str, str]]:
    """The organisations that a text names, as printed, each with what stands before and after it on the line."""
    text = "\n".join(map(capitalised, source.split("\n")))
    for match in _ORGANISATION.finditer(text):
        # "Scrutiny Commission of Example County Council" is a body of the organisation.
        name = re.sub(rf"^.*\b(?:{_BODY_WORD}|Members) of (?:the )?", "", _LEADING.sub("", match[1].strip()))
        if 1 < len(name.split()) <= 9 and not _BARE.fullmatch(name):
            at = match.end() - len(name)
            after = text[match.end() :].split("\n", 1)[0]
            yield name, text[text.rfind("\n", 0, at) + 1 : at].strip(), after.strip()


def _is_title(line: str, name: str, before: str, after: str) -> bool:
    """Whether a line is headed by the name or says that the document is that organisation's, not just speaks of it."""
    before = _LEADING.sub("", _DATED.sub("", before + " ")).strip()
    words = len(line.split())
    if name.endswith(("School", "College", "University")) and before and words > 2 * len(name.split()):
        return False
    told = re.match(r"(?!of|meeting|minutes|held|at|on|for)[a-z]+\b|[’']s", after)
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


def _at_the_address(document: Document, everywhere: Counter[str]) -> str | None:
    """The organisation that the text names and that most of its web and e-mail addresses belong to."""
    hosts = Counter(match[1].replace("-", "") for match in _HOST.finditer(document.text))
    host, count = next(iter(hosts.most_common(1)), ("", 0))
    own = [name for name in everywhere if _letters(name).startswith(host) or (len(host) > 5 and host in _letters(name))]
    return max(own, key=lambda name: everywhere[name]) if own and 2 * count > hosts.total() else None


def _whose_board_met(text: str) -> str | None:
    """ "Mill Vale NHS Trust", where those who came were welcomed "to the Mill Vale NHS Trust Board meeting"."""
    met = (
        {name for name, _, after in _named(text) if re.match(rf"{_BODY_WORD} meeting\b", after)}
        if "meeting" in text
        else set()
    )
    return met.pop() if len(met) == 1 else None


def _in_running_lines(document: Document) -> str | None:
    """ "MVAT", where each page is headed or ends "MVAT Board of Trustees 4 May 2024"."""
    whose = {match[1] for line in _furniture(document) if (match := _LETTERS_FIRST.match(line))}
    return whose.pop() if len(whose) == 1 else None


def _letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.casefold())


def _most_named(everywhere: Counter[str], text: str) -> str | None:
    """The one organisation that the text keeps naming, in full or by its acronym, if no other comes near it."""
    acronyms = Counter(re.findall(r"\b[A-Z]{3,5}\b", text))
    known = {name: acronyms[_initials(name)] for name in everywhere}
    everywhere = Counter({name: count + (known[name] if known[name] > 2 else 0) for name, count in everywhere.items()})
    (first, count), (_, other) = [*everywhere.most_common(2), ("", 0), ("", 0)][:2]
    return first if count >= 2 and count >= 2 * other else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _kind_of_council(text: str) -> str | None:
    """ "Parish", where the text speaks of "the Parish Council" and of no other kind as often."""
    kinds = Counter(kind.title() for kind in re.findall(rf"\b[Tt]he ({_COUNCIL_KIND}) Council\b", text))
    (first, count), (_, other) = [*kinds.most_common(2), ("", 0), ("", 0)][:2]
    return first if count > other else None


def _parish(text: str) -> str | None:
    """ "Example Parish", where the text speaks of the Parish Council and of one parish only."""
    pattern = (
        rf"\b((?!(?:The|Annual|Our|This)\b){_CAPITALISED}(?:[ -]{_CAPITALISED})* Parish)\b(?! Council| Meeting| Clerk)"
    )
    places = set(re.findall(pattern, text))
    return str(places.pop()) if len(places) == 1 else None


def _by_acronym(document: Document, kind: str | None) -> str | None:
    """ "KCC", where nothing else is printed."""
    for line in (*head_of(document)[:TITLES], document.title or ""):
        match = _ACRONYM.match(line.strip())
        if match and match["whose"] and not _SHOUTED.fullmatch(match["whose"]):
            return match["whose"]
    end = f"{kind[0]}C" if kind else "C"
    acronyms = Counter(name for name in _COUNCIL_ACRONYM.findall(document.text) if name.endswith(end))
    (first, count), (_, other) = [*acronyms.most_common(2), ("", 0), ("", 0)][:2]
    spoken = re.findall(r"\b[Tt]he (?:County |District |Borough |City )?Council\b", document.text)
    known = len(spoken) > 1 or (spoken and count > 2 and len(first) == 3)
    return first if known and count > 2 * other else None


def _by_its_letters(text: str) -> str | None:
    """ "EXU", where the text speaks of "the University" and says "at EXU" and "EXU’s", and so of hardly any other."""
    if len(_COLLEGE.findall(text)) < 2:
        return None
    (first, count), (_, other) = [*Counter(a or b for a, b in _LETTERS.findall(text)).most_common(2), ("", 0), ("", 0)][
        :2
    ]
    return first if count >= 2 and count > 1.5 * other else None


def _place(document: Document) -> str | None:
    """ "Example", where minutes are headed by nothing but the place whose services they keep speaking of."""
    top = " ".join(head_of(document)[:4])
    for place, count in Counter(re.findall(r"\b(?:in|across) ([A-Z][a-z’-]{3,})\b", document.text)).most_common(3):
        if count > 1 and place in top.split() and document.text.count(place) >= 5:
            return str(place)
    return None


# "Decision maker: Cabinet Member for Roads", in the form that records a decision
_DECIDER = re.compile(
    r"(?:decision[- ](?:maker|taker|(?:to be )?(?:made|taken) by)|decided by)\s*:?\s*(?P<who>.*)", re.IGNORECASE
)


def _decider(lines: list[str]) -> str | None:
    """Who took the decision that a form records, by office and not by name."""
    for line, below in pairwise([*lines, ""]):
        if told := _DECIDER.fullmatch(line):
            parts = re.split(r",\s|\s[–-]\s", told["who"] or below)
            return next((part for part in parts if is_role(part) or part in ("Cabinet", "Leader", "Mayor")), None)
    return None


def find_body(document: Document, kind: DocumentKind, organisation: str | None) -> str | None:
    """The committee or board: in the lines at the head, else the one that the text lets act ("the Board noted")."""
    lines = [
        line
        for line in (*head_of(document)[:TITLES], document.title or "")
        if not re.match(r"(?:past|previous|future) pathway|from\b|by:|subject|\W*\d+[.)]", line, re.IGNORECASE)
    ]
    found = (
        _addressed(document, organisation)
        or (_decider(lines) if kind == "other" else None)
        or (_reported_to(lines, organisation) if kind == "report" else None)
        or _titled(lines, organisation)
        or _acronym_of_body(lines, document)
        or _titled(_furniture(document), organisation)
    )
    if found or kind not in ("minutes", "agenda"):
        return _council_itself(found, organisation)
    if organisation and organisation.endswith("Council"):
        own = re.search(rf"\b(?:{_COUNCIL_KIND}|Parochial Church) Council$", organisation)
        return own[0] if own else "Council"
    if organisation and organisation.endswith(("Integrated Care Board", "Health Board", "Integration Joint Board")):
        return "Integration Joint Board" if organisation.endswith("Joint Board") else "Board"
    general = any(re.search(r"\bannual (?:general )?meeting\b|\bagm\b", line, re.IGNORECASE) for line in lines)
    return None if general or kind == "agenda" else _spoken_of(document) or _named_in_passing(document.text)


def with_its_council(organisation: str | None, body: str | None) -> tuple[str | None, str | None]:
    """Organisation and body, where only the body is printed with the name of whose it is.

    "Fenwold Community Council" is both; "Fenwold Library Board of Trustees" is the board of the library.
    """
    if organisation or not body:
        return organisation, body
    own = re.search(rf"(?<=\S ){_COUNCIL_KIND} Council$", body)
    if own and not _BARE.fullmatch(body):
        return body, own[0]
    seat = _SEATED.fullmatch(body)
    if seat:
        return seat["whose"], body
    owned = _OWNED.fullmatch(body)
    return (owned["whose"], owned["body"]) if owned else (organisation, body)


def _addressed(document: Document, organisation: str | None) -> str | None:
    """The body after a label such as "To:" or "Committee:", in the same line, the next cell or the cell below."""
    lines = head_of(document)[: 2 * TITLES]
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
    told = (_REPORTED_TO.match(capitalised(line)) for line in lines)
    return next((body for match in told if match and (body := _tidy(match["body"], organisation))), None)


def _titled(lines: list[str], organisation: str | None) -> str | None:
    for pattern in _TITLED:
        for line in lines:
            match = pattern.search(capitalised(line))
            body = _tidy(match["body"], organisation) if match else None
            if body:
                return body
    return None


def _tidy(body: str, organisation: str | None) -> str | None:
    """A body's name without what kind of meeting it held; null if it is none, or the organisation."""
    body = capitalised(body.strip(" -–"))
    if organisation and len(body) > len(organisation) and body.startswith(organisation):
        body = re.sub(r"^[’']s?\b", "", body[len(organisation) :]).strip(" -–,’'")
    if organisation:
        body = re.sub(rf" of (?:the )?{re.escape(organisation)}$", "", body)
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    body = _LEADING.sub("", re.sub(rf"^(?:{months})\s+", "", _LEADING.sub("", body)))
    body = re.sub(rf"^(?:Open|Public|Private|Closed|Virtual)\s+(?={_BODY_WORD}$)", "", body)
    body = re.sub(
        rf"^.*\b(?:Meeting|Interpretation|Report|Minutes|Leader)\b.*? of (?:the )?(?={_NAME}|{_BODY_WORD})", "", body
    )
    named = 0 < len(body.split()) <= 12 and body.casefold() != (organisation or "").casefold()
    return (
        body
        if named
        and not re.fullmatch(
            r"Minutes|(?:\w+ )*Meeting|Team|Group|(?:(?:Deputy )?Chief |Non-)?Executive|Partnership|(?:Task )?Force",
            body,
        )
        else None
    )


def _acronym_of_body(lines: list[str], document: Document) -> str | None:
    """ "TAC Conference Call": the acronym, or what it stands for where the text says so."""
    for line in lines:
        match = _ACRONYM.match(line.strip())
        if match and not line.isupper() and not _SHOUTED.fullmatch(match["body"]):
            return spelled_out(match["body"], document.text) or match["body"]
    return None


def spelled_out(acronym: str, text: str) -> str | None:
    if not acronym.isalpha():
        return None
    initials = r"\s(?:(?:of|and|the|for)\s)?".join(rf"{letter}[a-z]+" for letter in acronym)
    match = re.search(rf"\b{initials}\b", text)
    return " ".join(match[0].split()) if match else None


def _council_itself(body: str | None, organisation: str | None) -> str | None:
    """At Example Town Council a meeting of the "Council" and one of the "Town Council" are both of its Town Council."""
    if not body or not organisation or not body.endswith("Council") or not organisation.endswith("Council"):
        return body
    if not organisation.endswith(body):
        return body
    kind = re.search(rf"\b{_COUNCIL_KIND} Council$", organisation)
    return kind[0] if kind else "Council"


def _spoken_of(document: Document) -> str | None:
    """The body that the text lets act: "the Board was informed"; one that has a name before one that has not."""
    spoken = Counter(match["body"] for match in _ACTING.finditer(document.text))
    bare = {name: count for name, count in spoken.items() if " " not in name}
    named = {name: count for name, count in spoken.items() if " " in name}
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


def _furniture(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks[:60] if block.furniture]


def capitalised(text: str) -> str:
    """Text in capitals as titles are written, so that one pattern reads both."""
    words = text.split()
    if sum(word.isupper() for word in words) <= 0.6 * len(words):
        return _SHOUTED_NAME.sub(lambda run: capitalised(run[0]), text)
    title = re.sub(r"\b(Of|And|The|On|In|Upon|For|Held|Cum|By|With|At|To)\b", lambda m: m[0].casefold(), text.title())
    title = re.sub(r"([’'])S\b", r"\1s", title)
    return re.sub(r"\b(?:Nhs|Ips|Icb|Uk|Pcc|Ppg)\b", lambda m: m[0].upper(), title)
