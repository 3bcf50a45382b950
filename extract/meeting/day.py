"""On which day a meeting was held, or which day or month a report bears: "Date: 4 May 2024", "Printed in May 2024"."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import pairwise

from extract.bodies.words import BODY
from extract.dates import MONTH, MONTH_YEAR, MONTHS, UNNAMED_DATE, Dated, dates_in
from extract.meeting.rare_dates import month_first, readable_dates
from extract.meeting.times import CLOSED
from minutes.model import Document, DocumentKind

# "THURSDAY 4TH", and in the line below it "JULY 2024"
_DATE_BEGUN = re.compile(
    rf"(?<![–-])\b(?:\d{{1,2}}(?:st|nd|rd|th)?|\w+day,?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})$", re.IGNORECASE
)


def day_of(document: Document, head: list[str], kind: DocumentKind) -> str | None:
    """The day of the meeting, or the day or month that a report bears, as ISO 8601."""
    american = month_first(document.text)
    lines = _dated_lines([readable_dates(text, american) for text in head], kind)
    split = [f"{first} {second}" for first, second in pairwise(lines) if _DATE_BEGUN.search(first)]
    title = readable_dates(document.title or "", american)
    closing = [text for text in _last_lines(document) if CLOSED.search(text)] if kind == "minutes" else []
    day = (
        _first_day([*_labelled(lines, kind), *_titled(document, title, kind), *lines])
        or _first_day(split)
        or _without_year(lines, partial(_further_down, document.text))
    )
    day = _on_its_weekday(day, [title, *closing]) or _first_day([title, *closing])
    if not day and kind == "minutes" and document.date and len(document.date) == len("2024-03-12"):
        day = _without_year([title, *lines[:2]], partial(_before, date.fromisoformat(document.date)))
    if day:
        return day[0].isoformat()
    if kind in ("minutes", "agenda"):
        return document.date or _month_in(lines[:2])  # "Mill Board September 2024"
    last = [text for text in _last_lines(document) if len(text.split()) <= 3 or _PRINTED.search(text)]
    return document.date or _month_in([*lines, *last])


_SHORT = 14  # words; a longer line of a report is a sentence, and its dates are those of what it tells
# The first items: "1. Apologies", "17/27 Minutes of the last meeting"
_BEGUN = re.compile(
    r"(?:\W*[A-Z]{0,4}\d[\d./a-z-]*[.):]?\W*)?(?:(?:to |approval of |confirmation of |confirm )+(?:the )?minutes"
    r"|(?:to )?(?:receive |note )?apolog|minutes of the (?:last|previous)|declarations? of)"
    r"|1[.)]\s+(?!(?:meeting|general) (?:information|details)\b)[A-Z]"
    r"|[A-Z]{0,4}\d[\d./-]*[a-z]?[.):]?\s+(?:the )?minutes\b",
    re.IGNORECASE,
)
# "Fenwold Harbour Board, 4 May 2024. Report of the Harbour Master on the year": its first sentence names the meeting.
_MEETING_FIRST = re.compile(rf"{BODY},? (?i:on )?(?i:{UNNAMED_DATE})(?=[.;|]\s)")


def _dated_lines(lines: list[str], kind: DocumentKind) -> list[str]:
    """The lines of a head whose dates may be those of the meeting or of the report."""
    if kind in ("minutes", "agenda"):
        # What stands under the first items are dates of other things: earlier minutes, the next meeting.
        return lines[: next((at for at, text in enumerate(lines) if _BEGUN.match(text)), len(lines))]
    return [text for text in map(_dated_part, lines) if len(text.split()) <= _SHORT]


def _dated_part(line: str) -> str:
    """A line of a report's head; of one that begins with a body and the day that it meets, no more than these."""
    first = _MEETING_FIRST.match(line) if len(line.split()) > _SHORT else None
    return first[0] if first else line


# "Date: 4 May 2024", and not the day on which the decisions were published
_DATE_LABEL = re.compile(
    r"date\b(?! (?:of )?(?:publi|issue|despatch|dispatch|circulat|notice|posted|printed|effective|call-?in))",
    re.IGNORECASE,
)
# "Minutes, Trust Board held in public: 5 June 2024"
_OF_MINUTES = re.compile(
    r"(?:draft |unconfirmed |approved |confirmed )*minutes\b(?!.*\b(?:last|previous)\b).*\b(?:meeting|held)\b",
    re.IGNORECASE,
)


def _labelled(lines: list[str], kind: DocumentKind) -> list[str]:
    """The lines with a label, or below one, that says that they have the date."""
    labelled = [
        text
        for text, above in zip(lines, ["", *lines], strict=False)
        if _DATE_LABEL.match(text) or re.fullmatch(r"(?:meeting )?date:?", above, re.IGNORECASE)
    ]
    of_minutes = [text for text in lines if _OF_MINUTES.match(text)] if kind == "minutes" and labelled else []
    if of_minutes and lines.index(of_minutes[0]) < lines.index(labelled[0]):
        return of_minutes + labelled  # the label is of the meeting at whose cover sheet the minutes lie
    return labelled


def _titled(document: Document, title: str, kind: DocumentKind) -> list[str]:
    """The title of a page of the web that calls itself minutes; a file's own may be of a meeting before."""
    page = document.media_type in ("text/markdown", "text/html") and kind == "minutes"
    return [title] if page and re.search(r"\b(?:minutes|meeting|notes)\b", title, re.IGNORECASE) else []


# "Draft, to be agreed at the AGM on 3 July 2025", "Next meeting: 9 April 2024"
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
# A printer's, on a proof, or a browser's: "12/03/24, 2:22 PM"
_MARKS = re.compile(r"\.(?:pdf|docx?|indd)\b|\d\d:\d\d Page \d|^\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d", re.IGNORECASE)


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


_TO = re.compile(r"\s?(?:to|until|and|[–—-])\s?(?:the )?")
_WEEK = 7  # days; no meeting takes longer


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


def _without_year(lines: Iterable[str], in_its_year: Callable[[Dated], date | None]) -> tuple[date, str] | None:
    """The first date that is printed without its year and that `in_its_year` can tell, and how it is printed."""
    for text in lines:
        for dated in dates_in(text):
            day = None if dated.year else in_its_year(dated)
            if day and not _OF_SOMETHING_ELSE.search(text[: dated.start]):
                return day, text[dated.start : dated.end]
    return None


def _further_down(text: str, dated: Dated) -> date | None:
    """The day where the text prints the same date with its year."""
    same = (other for other in dates_in(text) if (other.day, other.month) == (dated.day, dated.month))
    return next((other.on(None) for other in same if other.year), None)


_POSTED = 60  # days, within which minutes are posted


def _before(posted: date, dated: Dated) -> date | None:
    """The day where it is within weeks before the one on which the page was posted."""
    days = (day for year in (posted.year, posted.year - 1) if (day := dated.on(year)))
    return next((day for day in days if 0 <= (posted - day).days <= _POSTED), None)


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


_PRINTED = re.compile(r"\b(?:printed|published|produced|issued) (?:in |by .{3,50} )?(?=[A-Z])", re.IGNORECASE)
# "April 2024 – April 2026", "from May 2024"
_SPAN = re.compile(r"\d{4}\s*(?:[–-]|to|and)\s|(?:[–-]|\bto|\band)\s*[A-Z][a-z]+ \d{4}|\bfrom\b|\bin [A-Z]")


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
