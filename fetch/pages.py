"""The public pages of a Modern.Gov site, for where its web service is switched off, and for what that does not list.

A site has its own dress, so pages are known by where their links lead: `mgCommitteeDetails.aspx?ID=` is a committee,
`ieListDocuments.aspx?CId=&MId=` a meeting, `documents/g…pdf?T=1` the printed minutes of one, `documents/s…` and
`mgConvert2PDF.aspx?ID=` a paper. Links may hold line ends.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

import lxml.html
from lxml import etree

from fetch.model import Committee, Meeting, Paper
from fetch.web import address
from minutes.errors import FetchError

_DATE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[\s,]+([A-Za-z]{3})[a-z]*\.?[\s,]+(\d{4})\b")
_SIZE = re.compile(r"\s*\(?\b(?:PDF|DOCX?|RTF|XLSX?)\b\s*[\d.,]+\s*[KM]B\)?\s*$", re.IGNORECASE)
_WHOLE = re.compile(r"/documents/g\d+/", re.IGNORECASE)
_PAPER = re.compile(r"/documents/s\d+/|/mgconvert2pdf\.aspx$", re.IGNORECASE)
_PRINTED = re.compile(r"\bminutes\b", re.IGNORECASE)
_PACK = re.compile(r"\b(?:agenda|reports?|pack|supplement)", re.IGNORECASE)
_GONE = re.compile(r"cancelled|postponed|abandoned", re.IGNORECASE)
MINUTES = "1"  # the parameter T of a document of a whole meeting; 0 is the agenda, 10 the pack of reports


def committees_url(base: str) -> str:
    """Where the committees are listed."""
    return f"{base}mgListCommittees.aspx?bcr=1"


def meetings_url(base: str, committee: Committee) -> str:
    """Where the meetings of a committee about this day are listed; `earlier_in` leads to those before."""
    return f"{base}ieListMeetings.aspx?{urlencode({'CommitteeId': committee.id})}"


def meeting_url(base: str, meeting: Meeting) -> str:
    """The page of a meeting, with what is published of it."""
    return f"{base}ieListDocuments.aspx?{urlencode({'CId': meeting.committee.id, 'MId': meeting.id, 'Ver': 4})}"


def committees_in(content: bytes, base: str) -> list[Committee]:
    """The committees that a page lists, each once."""
    found: dict[str, Committee] = {}
    for link, page, asked in _links(content, base):
        number = asked.get("id", "")
        if page == "mgcommitteedetails.aspx" and number.isdecimal() and (title := _said(link)):
            found.setdefault(number, Committee(number, title))
    return list(found.values())


def meetings_in(content: bytes, base: str, committee: Committee) -> list[Meeting]:
    """The meetings of a committee that a page lists; what is published of one is said behind its link."""
    found: dict[str, Meeting] = {}
    for link, page, asked in _links(content, base):
        day = _day(_said(link)) or _day(link.get("title", ""))
        mine = asked.get("cid", committee.id) == committee.id
        if page == "ielistdocuments.aspx" and mine and asked.get("mid", "").isdecimal() and day:
            told = " ".join((link.tail or "").split())
            minutes = bool(_PRINTED.search(told)) if told else None
            found.setdefault(asked["mid"], Meeting(asked["mid"], committee, day, bool(_GONE.search(told)), minutes))
    return list(found.values())


def earlier_in(content: bytes, base: str) -> str | None:
    """The address of the page with earlier meetings, if there is one."""
    for link, page, asked in _links(content, base):
        if page == "ielistmeetings.aspx" and asked.get("act") == "earlier":
            return address(base, link.get("href", ""))
    return None


def papers_in(content: bytes, base: str) -> list[Paper]:
    """The minutes and the papers that the page of a meeting links to, each once."""
    found: dict[str, Paper] = {}
    for link, _, asked in _links(content, base):
        url, title = address(base, link.get("href", "")), _SIZE.sub("", _said(link))
        path = urlsplit(url).path
        printed = _PRINTED.search(title) and not _PACK.search(title)
        if _WHOLE.search(path) and (printed or asked.get("t") == MINUTES):
            found.setdefault(url, Paper(url, title, "minutes"))
        elif _PAPER.search(path):
            found.setdefault(url, Paper(url, title, "paper"))
    return list(found.values())


def _links(content: bytes, base: str) -> Iterator[tuple[lxml.html.HtmlElement, str, dict[str, str]]]:
    """Each link with the name of the page that it leads to and what it asks of it, both in small letters.

    Raises:
        FetchError: if it is no page.
    """
    try:
        root = lxml.html.fromstring(content)
    except (etree.ParserError, ValueError) as error:
        raise FetchError(f"no web page ({error})") from error
    for link in root.iter("a"):
        parts = urlsplit(address(base, link.get("href", "")))
        asked = {name.casefold(): value for name, value in parse_qsl(parts.query)}
        yield link, parts.path.rpartition("/")[2].casefold(), asked


def _said(link: lxml.html.HtmlElement) -> str:
    return " ".join(link.text_content().split())


def _day(said: str) -> date | None:
    for match in _DATE.finditer(said):
        try:
            return datetime.strptime(f"{match[1]} {match[2]} {match[3]}", "%d %b %Y").date()
        except ValueError:
            continue
    return None
