"""The meeting: whose, which body's, when and where."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from spacy.tokens import Doc

from extract.bodies.body import find_body, spelled_out, whose_seat, with_its_council
from extract.bodies.organisation import find_organisation
from extract.bodies.words import BODY, LINES, capitalised, head_of
from extract.dates import DATE, MONTH, MONTH_YEAR, MONTHS, UNNAMED_DATE, Dated, dates_in
from extract.findings import Findings, findings
from extract.people.words import TITLES
from minutes.model import Document, DocumentKind, Meeting

_TIME = re.compile(r"\b(\d{1,2})(?:[.:](\d{2}))?\s*(am|pm|a\.m\.?|p\.m\.?|noon|hours|hrs)?\b", re.IGNORECASE)
_HELD_IN = re.compile(
    r"(?:^|\b(?:meeting|minutes|council|committee|board|cabinet|panel)\b[^.]{0,80}? )(?:held|met) "
    r"(?:(?:on|at) .{3,60}? )??"
    r"(?:in|at|via) (?:the )?(?P<place>[A-Z][^.;\n]{3,90}?)"
    r"(?=,? (?:on|at|commencing|starting|beginning|from)(?: |$)|,? (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|,? \d{1,2}(?:[.:]\d\d)? ?[ap]\.?m|\s\d+/\d+ |\.|;|$)",
    re.IGNORECASE,
)
_VENUE = re.compile(r"(?:place|venue|location)\s*:?\s*(?P<place>.*)", re.IGNORECASE)
_CLOSED = re.compile(
    r"\b(?:meeting|session)\b.{0,40}\b(?:closed|ended|concluded|finished|adjourned"
    r"|rose)\b.{0,20}?\bat (?P<time>[^,;]{2,14})",
    re.IGNORECASE,
)


_ENDED = re.compile(r"\b(?:closed|ended|concluded|finished|adjourn\w+|left|arrived|next meeting)\b", re.IGNORECASE)
_BEGINS_AT = re.compile(
    r"(?:\b(?:at|from|commenc\w+|began|begins?|time|start\w*|order|open\w*|met|day)|,|@|\d{4}|/\d\d)\W{0,3}$",
    re.IGNORECASE,
)
_FULL = 40  # characters; a shorter line of a head does not go on in the next
_REST = 10  # words, of the end of a place in a line of its own
_REST_OF_PLACE = re.compile(
    r"(?:[A-Z][a-z]+ )?(?:Hall|Rooms?|Road|Street|Lane|Avenue|Centre|Center|Building|House|Chambers?|Library"
    r"|School|Church|Offices?|Club|Hotel|Pavilion|Square|Suite)\b"
)
_SHORT = 14  # words; a longer line of a report is a sentence, and its dates are those of what it tells
_BEGUN = re.compile(
    r"(?:\W*[A-Z]{0,4}\d[\d./a-z-]*[.):]?\W*)?(?:(?:to |approval of |confirmation of |confirm )+(?:the )?minutes"
    r"|(?:to )?(?:receive |note )?apolog|minutes of the (?:last|previous)|declarations? of)"
    r"|1[.)]\s+(?!(?:meeting|general) (?:information|details)\b)[A-Z]"
    r"|[A-Z]{0,4}\d[\d./-]*[a-z]?[.):]?\s+(?:the )?minutes\b",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"minutes of (?:the )?.{0,40}(?:last|previous)|\bminutes .{0,80}\b(?:were|was)\b"
    r"|approv(?!ed minutes\W*$)|\bto be (?:agreed|confirmed|adopted|ratified)\b"
    r"|submitted|publi(?:shed|cation)|\bcall-?in\b|since|formed|founded|established|adopted"
    r"|revised|\b(?:next|last|previous) meeting|pathway|\bbetween\b|\buntil\b|\bdeadline"
    r"|\b(?:year|quarter|period|months) (?:to|end\w*)|effective|\b(?:from|by)\s*$|updated",
    re.IGNORECASE,
)
# "The minutes of 4 May 2024 were approved."
_ACCEPTED = re.compile(
    r"[^.]{0,60}\b(?:were|was|be|as) (?:\w+ )?(?:approv|agreed|accept|sign|confirm|adopt|read|taken|received)"
)
# "Date: 4 May 2024", and not the day on which the decisions were published
_DATE_LABEL = re.compile(
    r"date\b(?! (?:of )?(?:publi|issue|despatch|dispatch|circulat|notice|posted|printed|effective|call-?in))",
    re.IGNORECASE,
)
_DATE_BEGUN = re.compile(
    rf"(?<![–-])\b(?:\d{{1,2}}(?:st|nd|rd|th)?|\w+day,?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})$", re.IGNORECASE
)
# A printer's, on a proof, or a browser's: "12/03/24, 2:22 PM"
_MARKS = re.compile(r"\.(?:pdf|docx?|indd)\b|\d\d:\d\d Page \d|^\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d", re.IGNORECASE)
_PRINTED = re.compile(r"\b(?:printed|published|produced|issued) (?:in |by .{3,50} )?(?=[A-Z])", re.IGNORECASE)
_SPAN = re.compile(r"\d{4}\s*(?:[–-]|to|and)\s|(?:[–-]|\bto|\band)\s*[A-Z][a-z]+ \d{4}|\bfrom\b|\bin [A-Z]")

_CHAIR = re.compile(
    r"(?:.+, )?(?:the |acting |[A-Z]{2,6} )?chair(?:man|woman|person)?"
    r"(?: of the (?:board|committee|council|meeting|panel))?",
    re.IGNORECASE,
)
_CHAIR_NAME = rf"(?:(?:{TITLES} )*[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){{0,3}})"
_CHAIRED = re.compile(
    rf"\b[Cc]haired by (?:the )?(?P<by>{_CHAIR_NAME})\b"
    rf"|(?<!\w)(?P<who>{_CHAIR_NAME}) (?:chaired the meeting|took the [Cc]hair|was in the [Cc]hair|presided)\b"
)


def find_meeting(doc: Doc) -> Doc:
    """spaCy component: organisation, body, date, place, times, chair and status."""
    found = findings(doc)
    document = found.document
    head = head_of(document)
    printed = find_organisation(document, found.kind)
    organisation = printed or found.profile.organisation
    body = find_body(document, found.kind, printed) or found.profile.body
    body = spelled_out(body, document.text) or body if body and body.isupper() else body
    organisation, body = with_its_council(organisation, body)
    organisation = organisation or (whose_seat(document, body) if body else None)
    if found.profile.settled:
        organisation, body = found.profile.organisation or organisation, found.profile.body or body
    found.meeting = Meeting(
        organisation=organisation,
        body=body,
        date=_date(document, head, found.kind),
        place=_place(head[:LINES]),
        start_time=_start(head[:LINES]),
        end_time=_end(document),
        status=_status(head),
    )
    whole = f"{organisation} {body}" if organisation and body else None  # "BJSC", Barge Joinery’s Steering Committee
    found.acronyms = frozenset(_acronyms(organisation, body, whole))
    return doc


def find_chair(doc: Doc) -> Doc:
    """spaCy component: the chair, once the attendance is known."""
    found = findings(doc)
    chairs = [entry for entry in found.attendance if _CHAIR.fullmatch(entry.role or "")]
    chairs.sort(key=lambda entry: entry.capacity == "in attendance")  # a guest may chair something else
    chair = _told_to_chair(found) or (chairs[0].name if chairs else None)
    found.meeting = found.meeting.model_copy(update={"chair": chair})
    return doc


def _told_to_chair(found: Findings) -> str | None:
    """Who "chaired the meeting", by name or by initials."""
    head = "\n".join(head_of(found.document))
    match = _CHAIRED.search(head) if re.search(r"chair|presided", head, re.IGNORECASE) else None  # a name is costly
    name = match and (match["by"] or match["who"])
    initials = {entry.initials: entry.name for entry in found.attendance if entry.initials}
    return initials.get(name, name if " " in name else None) if name else None


def _date(document: Document, head: list[str], kind: DocumentKind) -> str | None:
    """The day of the meeting, or the day or month that a report bears, as ISO 8601."""
    american = _month_first(document.text)
    lines = [_readable_dates(text, american) for text in head]
    if kind in ("minutes", "agenda"):
        # What stands under the first items are dates of other things: earlier minutes, the next meeting.
        lines = lines[: next((at for at, text in enumerate(lines) if _BEGUN.match(text)), len(lines))]
    else:
        lines = [text for text in map(_dated_part, lines) if len(text.split()) <= _SHORT]
    labelled = [
        text
        for text, above in zip(lines, ["", *lines], strict=False)
        if _DATE_LABEL.match(text) or re.fullmatch(r"(?:meeting )?date:?", above, re.IGNORECASE)
    ]
    of_minutes = [text for text in lines if _OF_MINUTES.match(text)] if kind == "minutes" and labelled else []
    if of_minutes and lines.index(of_minutes[0]) < lines.index(labelled[0]):
        labelled = of_minutes + labelled  # the label is of the meeting at whose cover sheet the minutes lie
    split = [f"{first} {second}" for first, second in pairwise(lines) if _DATE_BEGUN.search(first)]
    title = _readable_dates(document.title or "", american)
    closing = [text for text in _last_lines(document) if _CLOSED.search(text)] if kind == "minutes" else []
    day = (
        _first_day([*labelled, *_titled(document, title, kind), *lines])
        or _first_day(split)
        or _without_year(lines, document.text)
    )
    day = _on_its_weekday(day, [title, *closing]) or _first_day([title, *closing])
    day = day or (_before(document.date, [title, *lines[:2]]) if kind == "minutes" and document.date else None)
    if day:
        return day[0].isoformat()
    if kind in ("minutes", "agenda"):
        return document.date or _month_in(lines[:2])  # "Mill Board September 2024"
    last = [text for text in _last_lines(document) if len(text.split()) <= 3 or _PRINTED.search(text)]
    return document.date or _month_in([*lines, *last])


def _titled(document: Document, title: str, kind: DocumentKind) -> list[str]:
    """The title of a page of the web that calls itself minutes; a file's own may be of a meeting before."""
    page = document.media_type in ("text/markdown", "text/html") and kind == "minutes"
    return [title] if page and re.search(r"\b(?:minutes|meeting|notes)\b", title, re.IGNORECASE) else []


# "Fenwold Harbour Board, 4 May 2024. Report of the Harbour Master on the year": its first sentence names the meeting.
_MEETING_FIRST = re.compile(rf"{BODY},? (?i:on )?(?i:{UNNAMED_DATE})(?=[.;|]\s)")


def _dated_part(line: str) -> str:
    """A line of a report's head; of one that begins with a body and the day that it meets, no more than these."""
    first = _MEETING_FIRST.match(line) if len(line.split()) > _SHORT else None
    return first[0] if first else line


# "Minutes, Trust Board held in public: 5 June 2024"
_OF_MINUTES = re.compile(
    r"(?:draft |unconfirmed |approved |confirmed )*minutes\b(?!.*\b(?:last|previous)\b).*\b(?:meeting|held)\b",
    re.IGNORECASE,
)
_IN_FIGURES = re.compile(r"\b(\d{1,2})/(\d{1,2})/(?:20)?\d\d\b")


def _month_first(text: str) -> bool:
    """Whether the document writes "March 12, 2024" and "03/12/24" rather than "12 March 2024" and "12/03/24"."""
    forms = Counter(dated.group("m2") is not None for dated in DATE.finditer(text) if dated["m1"] or dated["m2"])
    figures = ((int(first), int(second)) for first, second in _IN_FIGURES.findall(text))
    forms.update(second > 12 for first, second in figures if (first > 12) != (second > 12))
    return forms[True] > forms[False]


# Dates of rarer forms, and as what they are read.
_RARE = [
    (re.compile(rare), read)
    for rare, read in (
        (r"\b2[Oo](?=\d\d\b)", "20"),  # a letter O typed for a nought
        (r"\bday of (?=[A-Z])", ""),
        (rf"\b(\d{{1,2}})-((?i:{MONTH}))-((?:19|20)\d\d)\b", r"\1 \2 \3"),  # "12-Mar-2024"
        (r"\b((?:19|20)\d\d-\d\d-\d\d)T(?=\d\d:\d\d)", r"\1 "),
        (rf"\b((?:19|20)\d\d),? ((?i:{MONTH})) (\d{{1,2}})\b(?!,? (?:19|20)\d\d)", r"\3 \2 \1"),
        (rf"\b((?i:{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?),(?=(?:19|20)\d\d\b)", r"\1, "),  # "March 12,2024"
        (r"(?<=\d) \((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\)(?=,)", ""),  # "March 12 (Tuesday), 2024"
        (r"(?:\b|(?<=_))((?:19|20)\d\d)([-_])(\d\d)\2(\d\d)(?![\d-])", r" \1-\3-\4"),  # "Minutes_2024-03-12"
        (rf"(?<=\d)[\"”°*]+(?= (?i:{MONTH}))", ""),  # the raised letters of "12th", as scans are read
        # "Agenda 20240312"
        (r"\b((?i:agenda|minutes|meeting|notes|call)\W{1,3})(20\d\d)(0[1-9]|1[0-2])([0-3]\d)\b", r"\1\2-\3-\4"),
        (r"(?<=\d)\^(st|nd|rd|th)\^", r"\1"),  # "12^th^ March", as Pandoc's Markdown raises letters
        (rf"\b((?:19|20)\d\d)[ -]((?i:{MONTH}))\b(?!\s?\d)", r"\2 \1"),  # "2024-March Board Meeting"
        (r"(?<=sday|nday|rday|iday)(?=\d)", " "),  # "Wednesday14th"
        (r"\b((?:19|20)\d\d)[/.](\d\d)[/.](\d\d)\b", r"\1-\2-\3"),
        (r"\b(\d{1,2})-(\d{1,2})-((?:19|20)?\d\d)\b(?!-)", r"\1/\2/\3"),
    )
]
# "5/14/2024", where no month is 14; in American minutes "5/4/2024" is in May, too.
_MONTH_TOLD = re.compile(r"\b(0?\d|1[0-2])/(1[3-9]|2\d|3[01])/(\d{4}|\d\d)\b")
_MONTH_FIRST = re.compile(r"\b(0?\d|1[0-2])/(\d{1,2})/(\d{4}|\d\d)\b")
# "14 May ’24", "14 May 24" at the end of a line
_SHORT_YEAR = re.compile(rf"\b(\d{{1,2}} {MONTH}) (?:[’'‘](\d\d)\b|(\d\d)$)", re.IGNORECASE)
# A meeting of several days is on the first of them: "March 21-22, 2002", "7th, 8th and 9th May 2024".
_AND_DAYS = r"(?:\s?(?:[–&,-]|,? ?and|to) ?\d{1,2}(?:st|nd|rd|th)?)+"
_DAYS_AFTER = re.compile(
    rf"\b({MONTH} (?:the )?\d{{1,2}})(?:st|nd|rd|th)?{_AND_DAYS}(?=,? (?:19|20)\d\d)", re.IGNORECASE
)
_DAYS_BEFORE = re.compile(
    rf"(?<![Qq]uarter )(?<!Q)\b(\d{{1,2}})(?:st|nd|rd|th)?{_AND_DAYS}(?=(?: of)? {MONTH})", re.IGNORECASE
)


_TO = re.compile(r"\s?(?:to|until|and|[–—-])\s?(?:the )?")
_WEEK = 7  # days; no meeting takes longer
_POSTED = 60  # days, within which minutes are posted
_DIGIT = re.compile(r"\d")


def _readable_dates(text: str, american: bool) -> str:
    """Text with dates of rarer forms turned into those that `dates_in` reads."""
    if not _DIGIT.search(text):
        return text
    for rare, read in _RARE:
        text = rare.sub(read, text)
    text = _SHORT_YEAR.sub(lambda m: f"{m[1]} 20{m[2] or m[3]}", text)
    text = _DAYS_AFTER.sub(lambda m: m[1].replace("the ", ""), _DAYS_BEFORE.sub(r"\1", text))
    return (_MONTH_FIRST if american else _MONTH_TOLD).sub(r"\2/\1/\3", text)


def _first_day(lines: Iterable[str]) -> tuple[date, str] | None:
    """The first full date that is not said of something else, and how it is printed."""
    for text in lines:
        if _MARKS.search(text):
            continue
        for dated, year in _single_days(text):
            day = dated.on(year)
            earlier = re.search(r"\bminutes\b", text[: dated.start], re.IGNORECASE) and _ACCEPTED.match(text, dated.end)
            if day and 1900 < day.year < 2100 and not earlier and not _OF_SOMETHING_ELSE.search(text[: dated.start]):
                return day, text[dated.start : dated.end]
    return None


def _single_days(text: str) -> list[tuple[Dated, int | None]]:
    """The dates of a line with their years, less those that a period begins and ends with.

    "1 April 2024 to 30 June 2024" is one; "30 April – 2 May 2024" are the days of a meeting.
    """
    dates = list(dates_in(text))
    years = {dated.start: dated.year for dated in dates}
    periods: list[Dated] = []
    for first, last in pairwise(dates):
        begun, ended = first.on(last.year), last.on(None)
        if begun and ended and _TO.fullmatch(text, first.end, last.start):
            periods += [first, last] if (ended - begun).days > _WEEK else []
            years[first.start] = last.year
    return [(dated, years[dated.start]) for dated in dates if dated not in periods]


def _without_year(lines: list[str], text: str) -> tuple[date, str] | None:
    """A date printed without its year at the head, and with it further down."""
    for line in lines:
        for dated in (dated for dated in dates_in(line) if not dated.year):
            same = (other for other in dates_in(text) if (other.day, other.month) == (dated.day, dated.month))
            day = next((other.on(None) for other in same if other.year), None)
            if day and not _OF_SOMETHING_ELSE.search(line[: dated.start]):
                return day, line[dated.start : dated.end]
    return None


def _before(posted: str, lines: list[str]) -> tuple[date, str] | None:
    """A date printed without its year, in the title or first lines of a page that was posted within weeks of it."""
    if len(posted) < len("2024-03-12"):
        return None
    on = date.fromisoformat(posted)
    for line in lines:
        for dated in (dated for dated in dates_in(line) if not dated.year):
            days = (day for year in (on.year, on.year - 1) if (day := dated.on(year)))
            day = next((day for day in days if 0 <= (on - day).days <= _POSTED), None)
            if day and not _OF_SOMETHING_ELSE.search(line[: dated.start]):
                return day, line[dated.start : dated.end]
    return None


def _on_its_weekday(day: tuple[date, str] | None, others: Iterable[str]) -> tuple[date, str] | None:
    """The day, or the one that the title or the closing line gives, where only that falls on the printed weekday."""
    weekday = day and re.match("mon|tue|wed|thu|fri|sat|sun", day[1], re.IGNORECASE)
    if not day or not weekday or day[0].strftime("%a").casefold() == weekday[0].casefold():
        return day
    other = _first_day(others)
    near = other and abs((other[0] - day[0]).days) < 7
    return other if other and near and other[0].strftime("%a").casefold() == weekday[0].casefold() else day


def _last_lines(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks[-8:]]


def _month_in(lines: Iterable[str]) -> str | None:
    """The month on a document's cover, or at its end."""
    for text in lines:
        months = list(MONTH_YEAR.finditer(text))
        alone = (
            len(months) == 1
            and len(list(dates_in(text))) == 0
            and not _SPAN.search(text)
            and not _OF_SOMETHING_ELSE.search(text[: months[0].start()])
        )
        if alone or (months and _PRINTED.search(text)):
            return f"{months[0]['y']}-{MONTHS[months[0]['m'].rstrip('.').casefold()]:02d}"
    return None


def _place(head: list[str]) -> str | None:
    for text, after in pairwise([*head, ""]):
        held = _HELD_IN.search(capitalised(_with_rest(text, after)))
        venue = _VENUE.fullmatch(text.strip())
        if venue and (":" in text or not venue["place"]):
            return venue["place"].strip() or after.strip() or None
        if held and held["place"][0].isupper():
            return held["place"].strip()
    return None


def _with_rest(text: str, after: str) -> str:
    """A line with the one below where that goes on with the place: "held in the Forge, Mill" and "Lane, Fenwold"."""
    rest = _REST_OF_PLACE.match(after) and len(after.split()) <= _REST and len(text) >= _FULL
    return f"{text} {after}" if rest and text[-1:].isalpha() else text


def _start(head: list[str]) -> str | None:
    """The first time at the head that is not said of an end; one without "am" or "pm" after a word that tells it."""
    for text in head:
        if _ENDED.search(text):
            continue
        match = re.search(
            r"(?<![–-])\b(\d{1,2}[.:]\d\d|\d{1,2})\s*([ap]\.?m\b\.?)"
            r"|(?:\bat|\bfrom|\btime|\bcommenc\w+|\bstart\w*|@)\W{0,3}((?:0?[89]|1\d"
            r"|2[0-3])[.:][0-5]\d)\b(?!\s?[ap]\.?m)",
            text,
            re.IGNORECASE,
        )
        if match and (match[3] or _BEGINS_AT.search(text[: match.start()]) or not match.start()):
            return _clock(f"{match[1] or match[3]} {match[2] or ''}")
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
    if half[:1] in ("a", "p") and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half.startswith("p") else 0)  # "12.15 am" is past midnight
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _status(head: list[str]) -> str | None:
    """Whether the minutes say that they are a draft or have been confirmed."""
    words = " ".join(head[:8])
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
