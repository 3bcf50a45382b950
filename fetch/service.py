"""The web service of a Modern.Gov site, `mgWebService.asmx`: what to ask it, and what its answers say.

Each method answers to a GET with a small XML document. Its texts are escaped twice ("Children &amp;amp; Families"),
dates are day/month/year, and true is written "True". Some sites answer `GetMeetings` with all meetings, whatever dates
were asked for; many have switched the service off, and answer with an error or with a page that is none of it.
"""

import html
import re
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urlencode

from lxml import etree

from fetch.model import Committee, Meeting, Paper
from fetch.web import address
from minutes.errors import FetchError

_FORBIDDEN = re.compile(  # characters that XML may not hold, which come in with text from word processors
    rb"(?i)[\x00-\x08\x0b\x0c\x0e-\x1f]|&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));"
)
_GONE = re.compile(r"cancelled|postponed|abandoned|deleted", re.IGNORECASE)


def committees_url(base: str) -> str:
    """Where the committees are listed. A method that takes no argument takes one that it does not look at."""
    return f"{base}mgWebService.asmx/GetCommittees?{urlencode({'lDummy': 0})}"


def meetings_url(base: str, committee: Committee, since: date, until: date) -> str:
    """Where the meetings of a committee between two days are listed."""
    days = {"sFromDate": f"{since:%d/%m/%Y}", "sToDate": f"{until:%d/%m/%Y}"}
    return f"{base}mgWebService.asmx/GetMeetings?{urlencode({'lCommitteeId': committee.id, **days})}"


def meeting_url(base: str, meeting: Meeting) -> str:
    """Where the items and papers of a meeting are listed."""
    return f"{base}mgWebService.asmx/GetMeeting?{urlencode({'lMeetingId': meeting.id})}"


def committees_in(content: bytes) -> list[Committee]:
    """The committees of an answer to `GetCommittees`, but for those that were deleted.

    Raises:
        FetchError: if it is no such answer.
    """
    found = _each(_root(content, "committees"), "committee")
    listed = [
        (_text(each, "committeeid"), _text(each, "committeetitle"), _text(each, "committeedeleted")) for each in found
    ]
    return [Committee(number, title) for number, title, deleted in listed if number and title and deleted != "True"]


def meetings_in(content: bytes, committee: Committee) -> list[Meeting]:
    """The meetings of an answer to `GetMeetings`; those without a date are left out.

    Raises:
        FetchError: if it is no such answer.
    """
    found = _each(_root(content, "getmeetings"), "meeting")
    listed = [
        (_text(each, "meetingid"), _day(_text(each, "meetingdate")), _text(each, "meetingstatus")) for each in found
    ]
    return [
        Meeting(number, committee, day, cancelled=bool(_GONE.search(status)))
        for number, day, status in listed
        if number and day
    ]


def papers_in(content: bytes, base: str) -> tuple[bool, list[Paper]]:
    """Of an answer to `GetMeeting`: whether the minutes are published, and the papers under its items, each once.

    Raises:
        FetchError: if it is no such answer.
    """
    root = _root(content, "meeting")
    if _text(root, "isdisplayallowed") == "False":
        return False, []
    papers: dict[str, Paper] = {}
    for each in _each(root, "linkeddoc"):
        link = _text(each, "url", whole=False).replace("&amp;", "&")  # "&copy=1" is no sign of copyright there
        url = link and address(base, link)
        if url and _text(each, "isurl") != "True":  # else it leads to some page elsewhere
            told = [_text(each, name) for name in ("attachmentid", "publicationdate", "title")]
            papers.setdefault(
                url,
                Paper(url, told[2], "paper", version=" ".join(told), restricted=_text(each, "isrestricted") == "True"),
            )
    return _text(root, "minutepublished") == "True", list(papers.values())


def _root(content: bytes, name: str) -> etree._Element:
    """The root of an answer, which has to be called so. Entities and other files are never followed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(_FORBIDDEN.sub(b"", content), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FetchError(f"no answer of the web service ({error})") from error
    if root.getroottree().docinfo.doctype or _name(root) != name:
        raise FetchError(f"no answer of the web service (<{_name(root)}> in place of <{name}>)")
    return root


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname).casefold()


def _each(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in root.iter(etree.Element) if _name(each) == name)


def _text(element: etree._Element, name: str, *, whole: bool = True) -> str:
    """The text of a child, white space folded, `whole` if unescaped once more than XML does; empty without a child."""
    child = next((each for each in element.iterchildren(etree.Element) if _name(each) == name), None)
    said = " ".join((child.text or "").split()) if child is not None else ""
    return html.unescape(said) if whole else said


def _day(said: str) -> date | None:
    try:
        return datetime.strptime(said, "%d/%m/%Y").date()
    except ValueError:
        return None
