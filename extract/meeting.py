"""The kind of document, and the meeting: whose, which body's, when and where."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from extract.dates import MONTH_YEAR, MONTHS, dates_in
from extract.findings import Findings, findings
from minutes.model import Document, DocumentKind, Meeting

HEAD = 30  # blocks
_ORGANISATION = re.compile(
    r"\b((?:[A-Z][\w’'&-]*|of|upon|and|the|on|in|cum|le)(?:[ -](?:[A-Z][\w’'&-]*|of|upon|and|the|on|in|cum|le|&))*?[ -]"
    r"(?:(?:County|Borough|City|District|Parish|Town|Community|Metropolitan|Unitary|Shire|Regional) Council|Council\b(?! Meeting| Chamber| Tax)|NHS (?:Foundation )?Trust"
    r"|Integrated Care Board|Consortium|Association|IPS|University|College(?: of [A-Z][\w ]+)?|School|Trust|Libraries|Authority))",
)
_BODY_WORDS = r"(?:Council|Committee|Board(?: of Directors)?|Cabinet|Panel|Commission|Group|Forum|Senate|Assembly|Partnership|Team|Trustees|Governors)"
_NAME = r"[A-Z][\w’'&()/-]*(?:,? (?:[A-Z&][\w’'&()/-]*|of|and|the|for|in|on))*?"
_BODIES = [
    re.compile(pattern)
    for pattern in (
        rf"(?i:minutes|notes|record) of (?:a|an|the)?\s*(?i:extraordinary |special |annual |ordinary |regular |virtual )*(?i:meeting of (?:the )?)(?P<body>(?:{_NAME} )?{_BODY_WORDS})",
        rf"(?i:meeting of the|minutes of the)\s+(?P<body>(?:{_NAME} )?(?i:{_BODY_WORDS}))(?= (?i:meeting|held|of|on))",
        rf"^(?P<body>(?:{_NAME} )?{_BODY_WORDS})(?=\s*[–-]\s*\d|$| [Mm]eeting| MEETING| Minutes| MINUTES)",
        rf"[–-]\s*(?P<body>(?:{_NAME} )?{_BODY_WORDS}) Meeting",
        rf"^(?P<body>[A-Z’',& -]+ (?i:{_BODY_WORDS}))(?=\s*[–-]\s*\d|$| MEETING| MINUTES)",
        rf"^(?:To|By|Committee|Meeting|Body|Report to):?[\s\t]*(?P<body>(?:{_NAME} )?{_BODY_WORDS})",
    )
]
_MINUTES = re.compile(r"\b(?:minutes|notes) of\b|^(?:draft |confirmed |board |meeting |committee )*(?:meeting )?minutes\b|\bminutes$|\bminutes:$|\bMINUTES\b", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:annual|final|progress|monitoring|performance|half[- ]year\w*|quarterly|director’?s)? ?(?:report|review|strategy|update|plan)\b|^(?:to|from|subject|purpose of report)\s*:", re.IGNORECASE)
_TIME = re.compile(r"\b(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?|noon|hours|hrs)?\b", re.IGNORECASE)
_HELD_IN = re.compile(r"\bheld (?:in|at|via|on|by) (?:the )?(?P<place>[A-Z][^.;\n]{3,90}?)(?=,? (?:on|at) |\.|;|$)")
_CLOSED = re.compile(r"\b(?:meeting|session)\b.{0,40}\b(?:closed|ended|concluded|finished|adjourned|rose)\b.{0,20}?\bat (?P<time>[^,;]{2,14})", re.IGNORECASE)


def find_kind(doc: Doc) -> Doc:
    """spaCy component: minutes, report, agenda, slides or other."""
    found = findings(doc)
    found.kind = _kind(found.document)
    return doc


def _kind(document: Document) -> DocumentKind:
    lines = [text for _, text in _head(document)]
    head = "\n".join(lines[:12])
    whole = document.text
    name = re.sub(r"[_-]+", " ", document.path.rsplit("/", 1)[-1])
    slides = document.media_type == "application/pdf" and _is_slides(document)
    decided = re.search(r"\bRESOLVED\b|\b(?:agreed|noted) that\b|\bapologies\b|\bAGREED\b|\bseconded\b|\bin attendance\b", whole, re.IGNORECASE)
    if re.search(r"\baction (?:log|list|tracker)\b", head, re.IGNORECASE):
        return "other"
    if any(_MINUTES.search(line) for line in lines[:25]) and decided:
        return "minutes"
    if re.search(r"^agenda\b|\bnotice of meeting\b|\bsummoned\b|\bagenda$", head, re.IGNORECASE | re.MULTILINE) and not re.search(r"\bRESOLVED\b|\bwas agreed\b", whole):
        return "slides" if slides else "agenda"
    if slides:
        return "slides"
    if re.search(r"^\W*(?:members )?(?:present|attendees|in attendance)\b", head, re.IGNORECASE | re.MULTILINE) and decided:
        return "minutes"
    if re.search(r"\bminutes?\b", name, re.IGNORECASE) and decided:
        return "minutes"
    if any(_REPORT.search(line) for line in lines[:15]) or re.search(r"\breport|review|strategy\b", name, re.IGNORECASE):
        return "report"
    return "other"


def _is_slides(document: Document) -> bool:
    """Many headings and list items, few paragraphs of any length."""
    blocks = [block for block in document.blocks if not block.furniture]
    long = sum(block.end - block.start > 350 for block in blocks)
    heads = sum(block.kind == "heading" for block in blocks)
    return bool(blocks) and heads >= 0.15 * len(blocks) and long <= 0.05 * len(blocks) and (document.pages or 0) >= 6


def find_meeting(doc: Doc) -> Doc:
    """spaCy component: organisation, body, date, place, times, chair and status."""
    found = findings(doc)
    document = found.document
    head = list(_head(document))
    organisation, body = _organisation(document, head), _body(head)
    found.meeting = Meeting(
        organisation=organisation, body=body, date=_date(document, head, found), place=_place(head),
        start_time=_start(head), end_time=_end(document), status=_status(document, head),
    )  # fmt: skip
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
    for source in [*(text for _, text in head[:12]), document.title or ""]:
        text = source.title() if source.isupper() else source
        for match in _ORGANISATION.finditer(text):
            name = re.sub(r"^(?:The|Of|And|In|On|For|Minutes Of|Meeting Of)\s+(?:The\s+)?", "", match[1].strip(), flags=re.IGNORECASE)
            if len(name.split()) > 1 and not re.match(r"(?:Town|Parish|City|County|Community|Borough|District|Full) Council$", name):
                start = source.casefold().find(name.casefold())
                return source[start : start + len(name)] if start >= 0 else name
    return None


def _body(head: list[tuple[int, str]]) -> str | None:
    for pattern in _BODIES:
        for _, text in head[:14]:
            match = pattern.search(text)
            if match and len(match["body"].split()) <= 12:
                body = match["body"].strip(" -–")
                return re.sub(r"^(?:the|a)\s+", "", body, flags=re.IGNORECASE)
    return None


def _date(document: Document, head: list[tuple[int, str]], found: Findings) -> str | None:
    """The first full date at the head that is not the date of an earlier meeting."""
    for _, text in head:
        for dated in dates_in(text):
            before = text[: dated.start].casefold()
            day = dated.on(None)
            earlier = re.search(r"minutes of the .{0,40}(?:last|previous)|approv|submitted|published|since", before)
            if day and not earlier and 1900 < day.year < 2100:
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
        match = re.search(r"\b(?:at|from|commenc\w+|began|time:?|,)\s*(\d{1,2}[.:]\d\d|\d{1,2})\s*([ap]\.?m\b\.?)|^(\d{1,2}[.:]\d\d)\s*([ap]\.?m\b)", text, re.IGNORECASE)
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
        capitals = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name or "") if word.casefold() not in ("of", "the", "and"))
        if len(capitals) > 1:
            yield capitals.upper()
