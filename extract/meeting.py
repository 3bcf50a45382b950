"""The kind of document, and the meeting: whose, which body's, when and where."""

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Doc

from extract.dates import MONTH_YEAR, MONTHS, dates_in
from extract.findings import Findings, findings
from minutes.model import Document, DocumentKind, Meeting

HEAD = 30  # blocks
_ORGANISATION = re.compile(
    r"\b((?:[A-Z][\w’'&-]*|of|upon|and|the|on|in|cum|le)(?:[ -](?:[A-Z][\w’'&-]*|of|upon|and|the|on|in|cum|le"
    r"|&))*?[ -]"
    r"(?:(?:County|Borough|City|District|Parish|Town|Community|Metropolitan|Unitary|Shire|Regional) Council"
    r"|Council\b(?! Meeting| Chamber| Tax)|NHS (?:Foundation )?Trust"
    r"|Integrated Care Board|Consortium|Association|IPS|University|College|School|Trust|Libraries(?: IPS| Ltd"
    r"| Limited)?|Authority)"
    r"|(?:College|University|City) of [A-Z]\w+(?: [A-Z]\w+)*)",
)
_LEADING = re.compile(
    r"^(?:(?:the|of|and|in|on|for|minutes|meeting|draft|board of directors|a|annual|extraordinary|special"
    r"|ordinary|full)\s+)+",
    re.IGNORECASE,
)
_BARE_BODY = re.compile(
    r"(?:(?:Town|Parish|City|County|Community|Borough|District|Full|College|Faculty|Technical Advisory"
    r"|Advisory|General|Local|The|Youth|Unrestricted|Leader of the|Student|Executive|Annual|This|Each|Every"
    r"|Other|Neighbouring)\s)*Council"
    r"|.*\b(?:Leader|Meeting|Minutes|Chamber|Member|Papers?|Held)\b.*|(?:the |this |our |a |all )(?:School"
    r"|Trust|University|College|Association)",
    re.IGNORECASE,
)
_BODY_WORDS = (
    r"(?:Council|Committee|Board(?: of Directors)?|Cabinet|Panel|Commission|Group|Forum|Senate|Assembly"
    r"|Partnership|Team|Trustees|Governors)"
)
_NAME = r"[A-Z][\w’'&()/-]*(?:,? (?:[A-Z&][\w’'&()/-]*|of|and|the|for|in|on))*?"
_BODIES = [
    re.compile(pattern)
    for pattern in (
        rf"(?i:minutes|notes|record) of (?:a|an|the)?\s*(?i:extraordinary |special |annual |ordinary "
        rf"|regular |virtual )*(?i:meeting of (?:the )?)(?P<body>(?:{_NAME} )?{_BODY_WORDS})",
        rf"(?i:meeting of the|minutes of the)\s+(?P<body>(?:{_NAME} )?(?i:{_BODY_WORDS}))(?= (?i:meeting|held"
        rf"|of|on))",
        rf"^(?P<body>(?:{_NAME} )?{_BODY_WORDS})(?=\s+[–-]\s|\s*[–-]\s*\d|$| [Mm]eeting| MEETING| Minutes| MINUTES)",
        rf"[–-]\s*(?P<body>(?:{_NAME} )?{_BODY_WORDS}) Meeting",
        rf"^(?P<body>[A-Z’',& -]+ (?i:{_BODY_WORDS}))(?=\s*[–-]\s*\d|$| MEETING| MINUTES)",
        rf"^(?:To|By|Committee|Meeting|Body|Report to):?[\s\t]*(?P<body>(?:{_NAME} )?{_BODY_WORDS})",
    )
]
_ACTING = re.compile(
    rf"\b[Tt]he (?P<body>(?:{_NAME} )?(?:Board|Cabinet|Committee|Panel|Commission|Group|Council|Senate|Forum))\b"
    r"(?= (?:was|were|agree|note|approve|resolve|discuss|consider|thank|would|will|also|endorse|receive|ask"
    r"|had|has)|’s|\.)"
)
_MINUTES = re.compile(
    r"\b(?:minutes|notes) of\b|^(?:draft |confirmed |board |meeting |committee )*(?:meeting )?minutes\b"
    r"|\bminutes$|\bminutes:$|\bMINUTES\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:annual|final|progress|monitoring|performance|half[- ]year\w*|quarterly|director’?s)? ?(?:report|review"
    r"|strategy|update|plan)\b|^(?:to|from|subject|purpose of report)\s*:",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?|noon|hours|hrs)?\b", re.IGNORECASE)
_HELD_IN = re.compile(
    r"\bheld (?:on .{6,40}? )?(?:in|at|via) (?:the )?(?P<place>[A-Z][^.;\n]{3,90}?)(?=,? (?:on|at) |\.|;|$)"
)
_CLOSED = re.compile(
    r"\b(?:meeting|session)\b.{0,40}\b(?:closed|ended|concluded|finished|adjourned"
    r"|rose)\b.{0,20}?\bat (?P<time>[^,;]{2,14})",
    re.IGNORECASE,
)


_TOLD = re.compile(
    r"\b(?:agreed|resolved|noted|reported|approve[ds]|seconded|thanked|explained|confirmed|asked|advised"
    r"|discussed|moved|adjourned"
    r"|stated|welcomed|voted|queried|apologised|will (?:circulate|send|contact|draft))\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"^\W*(?:\d+[.)]?\s*)?to (?:receive|consider|note|approve|confirm|agree|discuss|appoint|elect)\b",
    re.IGNORECASE | re.MULTILINE,
)
_ATTENDED = re.compile(
    r"^\W*(?:[\d.]+\s*)?(?:members |those |also |councillors |directors )?(?:present|attendees|in attendance"
    r"|attendance|apologies|roll call|call to order.*)\b",
    re.IGNORECASE | re.MULTILINE,
)
_CONVENED = re.compile(
    r"\bmet (?:for|on|at)\b|\b(?:were|was) present\b|\bmeeting (?:of the .{3,60} )?(?:was )?(?:held|convened"
    r"|called to order)\b|\bin attendance\b",
    re.IGNORECASE,
)
_AGENDA = re.compile(
    r"^agenda\b|\bagenda$|\bnotice of (?:a )?(?:meeting|.{0,20}meeting)\b|\bsummoned\b", re.IGNORECASE | re.MULTILINE
)


def find_kind(doc: Doc) -> Doc:
    """spaCy component: minutes, report, agenda, slides or other."""
    found = findings(doc)
    found.kind = _kind(found.document)
    return doc


def _kind(document: Document) -> DocumentKind:
    """By the words at the head, who is recorded as present, and whether the text tells what was said and done."""
    lines = [text.strip() for _, text in _head(document)]
    head = "\n".join(lines)
    words = max(1, len(document.text.split()))
    told = len(_TOLD.findall(document.text)) * 1000 / words
    planned = len(_PLANNED.findall(document.text)) * 1000 / words
    if re.search(r"\baction (?:log|list|tracker)\b", "\n".join(lines[:5]), re.IGNORECASE):
        return "other"
    memo = re.search(
        r"^(?:to|from|by|subject|report (?:to|by|of)|purpose of (?:the )?report)\s*:",
        head,
        re.IGNORECASE | re.MULTILINE,
    )
    attended = bool(_ATTENDED.search(head))
    named = any(_MINUTES.search(line) for line in lines[:25])
    if not memo and told > 2 and told > planned and (named or attended or _CONVENED.search(head)):
        return "minutes"
    if _AGENDA.search("\n".join(lines[:12])) and (planned > 0 or words < 800):
        return "agenda"
    if document.media_type == "application/pdf" and _is_slides(document):
        return "slides"
    name = re.sub(r"[_-]+", " ", document.path.rsplit("/", 1)[-1])
    if any(_REPORT.search(line) for line in lines[:15]) or re.search(
        r"\b(?:report|review|strategy)\b", name, re.IGNORECASE
    ):
        return "report"
    return "other"


def _is_slides(document: Document) -> bool:
    """Many headings and list items, few paragraphs of any length."""
    blocks = [block for block in document.blocks if not block.furniture]
    long = sum(block.end - block.start > 350 for block in blocks)
    heads = sum(block.kind == "heading" for block in blocks)
    bullets = sum(block.kind == "list_item" for block in blocks)
    return (
        bool(blocks)
        and heads >= 0.12 * len(blocks)
        and bullets >= 0.25 * len(blocks)
        and long <= 0.05 * len(blocks)
        and (document.pages or 0) >= 6
    )


def find_meeting(doc: Doc) -> Doc:
    """spaCy component: organisation, body, date, place, times, chair and status."""
    found = findings(doc)
    document = found.document
    head = list(_head(document))
    organisation = _organisation(document, head)
    body = _council_itself(
        _body(head, organisation) or _body_spoken_of(document, found.kind, organisation), organisation
    )
    found.meeting = Meeting(
        organisation=organisation,
        body=body,
        date=_date(document, head, found),
        place=_place(head),
        start_time=_start(head),
        end_time=_end(document),
        status=_status(document, head),
    )
    found.acronyms = frozenset(_acronyms(organisation, body))
    return doc


def find_chair(doc: Doc) -> Doc:
    """spaCy component: the chair, once the attendance is known."""
    found = findings(doc)
    for entry in found.attendance:
        if entry.role and re.match(r"(?:the )?chair(?:man|woman|person)?\b", entry.role, re.IGNORECASE):
            found.meeting = found.meeting.model_copy(update={"chair": entry.name})
            break
    return doc


def _head(document: Document) -> Iterator[tuple[int, str]]:
    """The lines at the head of a document, running headers among them, with their places."""
    for block in document.blocks[:HEAD]:
        if block.page is None or block.page <= 2:
            spans = block.cells or ((block.start, block.end),)
            for start, end in spans:
                if end > start:
                    yield start, document.text[start:end]


def _organisation(document: Document, head: list[tuple[int, str]]) -> str | None:
    """The council, trust or society: in the head, then in the file's title, then the acronym most often used for it."""
    titles = [document.title or ""]
    lines = [text for _, text in head[:14]]
    web = document.media_type == "text/html"
    everywhere = Counter(_organisations(document.text))
    sources = [*(titles if web else ()), *lines, *titles, _furniture_text(document)]
    named = [name for source in sources for name in _organisations(source)]
    if named:
        # A letterhead may say "Example’s Libraries" where everything else says "Example Libraries".
        same = [name for name in named if name.replace("’s", "") == named[0].replace("’s", "")]
        return max(same, key=lambda name: (everywhere[name], name == named[0]))
    councils = {name: count for name, count in everywhere.items() if name.endswith(("Council", "Consortium"))}
    name, count = max(councils.items(), key=lambda pair: pair[1], default=(None, 0))
    return name if count >= 2 else None


def _organisations(source: str) -> Iterator[str]:
    """The organisations that a text names, as printed."""
    for match in _ORGANISATION.finditer(_capitalised(source)):
        # "Scrutiny Commission of Example County Council" is a body of the organisation.
        name = re.sub(rf"^.*\b{_BODY_WORDS} of (?:the )?", "", _LEADING.sub("", match[1].strip()))
        # A school is spoken of in many a line; only a line of its own names the one whose minutes these are.
        passing = name.endswith("School") and len(name.split()) < 0.6 * len(source.split())
        if 1 < len(name.split()) <= 9 and not _BARE_BODY.fullmatch(name) and not passing:
            yield name


def _furniture_text(document: Document) -> str:
    return "\n".join(document.text[block.start : block.end] for block in document.blocks[:60] if block.furniture)


def _capitalised(text: str) -> str:
    """Text in capitals as titles are written, so that one pattern reads both."""
    words = text.split()
    capitals = sum(word.isupper() for word in words)
    return (
        re.sub(r"\b(Of|And|The|On|In|Upon|For|Held|Cum)\b", lambda m: m[0].casefold(), text.title())
        if capitals > 0.6 * len(words)
        else text
    )


def _body(head: list[tuple[int, str]], organisation: str | None) -> str | None:
    for pattern in _BODIES:
        for _, text in head[:14]:
            match = pattern.search(_capitalised(text) if not text.islower() else text)
            if match and len(match["body"].split()) <= 12:
                body = _LEADING.sub("", match["body"].strip(" -–"))
                if body and body.casefold() != (organisation or "").casefold():
                    return body
    return None


_OF_SOMETHING_ELSE = re.compile(
    r"minutes of the .{0,40}(?:last|previous)|approv|submitted|published|since|formed|founded|established"
    r"|adopted|revised",
    re.IGNORECASE,
)


def _council_itself(body: str | None, organisation: str | None) -> str | None:
    """At Example Town Council a meeting of the "Council" and one of the "Town Council" are both of its Town Council."""
    if not body or not organisation or not body.endswith("Council") or not organisation.endswith("Council"):
        return body
    if not organisation.endswith(body):
        return body
    kind = re.search(r"\b(?:Town|Parish|County|City|Borough|District|Community) Council$", organisation)
    return kind[0] if kind else "Council"


def _body_spoken_of(document: Document, kind: DocumentKind, organisation: str | None) -> str | None:
    """The body that the text most often lets act ("the Commission noted"), where no line names it."""
    if kind not in ("minutes", "other"):
        return None
    spoken = Counter(match["body"] for match in _ACTING.finditer(document.text))
    for name in [name for name in spoken if name.endswith("Council") and not (organisation or "").endswith(name)]:
        if organisation:  # another council that is much spoken of
            del spoken[name]
    body, count = max(spoken.items(), key=lambda pair: pair[1], default=(None, 0))
    return body if count >= 2 and body != organisation else None


def _date(document: Document, head: list[tuple[int, str]], found: Findings) -> str | None:
    """The date after the label "Date", else the first full date at the head that is not said of something else."""
    for labelled in (True, False):
        for index, (_, text) in enumerate(head):
            above = head[index - 1][1] if index else ""
            label = re.match(r"date\b", text, re.IGNORECASE) or re.fullmatch(r"date:?", above, re.IGNORECASE)
            if labelled and not label:
                continue
            for dated in dates_in(text):
                day = dated.on(None)
                if day and 1900 < day.year < 2100 and not _OF_SOMETHING_ELSE.search(text[: dated.start]):
                    return day.isoformat()
            if found.kind == "minutes" and re.match(r"apologies", text, re.IGNORECASE):
                break
    if document.date:
        return document.date
    if found.kind == "minutes":
        return None
    for _, text in head:
        month = MONTH_YEAR.search(text)
        if month:
            return f"{month['y']}-{MONTHS[month['m'].rstrip('.').casefold()]:02d}"
    return None


def _place(head: list[tuple[int, str]]) -> str | None:
    for index, (_, text) in enumerate(head):
        match = _HELD_IN.search(text)
        if match:
            return match["place"].strip()
        if re.fullmatch(r"(?:place|venue|location):?", text.strip(), re.IGNORECASE) and index + 1 < len(head):
            return head[index + 1][1].strip()
    return None


def _start(head: list[tuple[int, str]]) -> str | None:
    for _, text in head:
        match = re.search(
            r"\b(?:at|from|commenc\w+|began|time:?|,)\s*(\d{1,2}[.:]\d\d|\d{1,2})\s*([ap]\.?m\b\.?)"
            r"|^(\d{1,2}[.:]\d\d)\s*([ap]\.?m\b)",
            text,
            re.IGNORECASE,
        )
        if match:
            return _clock(f"{match[1] or match[3]} {match[2] or match[4]}")
    return None


def _end(document: Document) -> str | None:
    matches = list(_CLOSED.finditer(document.text, max(0, len(document.text) - 3000)))
    return _clock(matches[-1]["time"]) if matches else None


def _clock(text: str) -> str | None:
    """A printed time as HH:MM, null if it is none."""
    match = _TIME.search(text)
    if not match:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").casefold()
    if not match[2] and not half:
        return None
    if half.startswith("p") and hour < 12:
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _status(document: Document, head: list[tuple[int, str]]) -> str | None:
    """Whether the minutes say that they are a draft or have been confirmed."""
    words = " ".join(text for _, text in head[:8])
    if re.search(r"\bdraft\b|\bto be (?:confirmed|approved)\b|\bunconfirmed\b", words, re.IGNORECASE):
        return "draft"
    if re.search(r"\bconfirmed minutes\b|\bapproved minutes\b", words, re.IGNORECASE):
        return "confirmed"
    return None


def _acronyms(*names: str | None) -> Iterator[str]:
    for name in names:
        capitals = "".join(
            word[0] for word in re.findall(r"[A-Za-z]+", name or "") if word.casefold() not in ("of", "the", "and")
        )
        # "Example Community Council" is ECC, and CC to those who live there.
        yield from (capitals[start:].upper() for start in range(len(capitals) - 1))
