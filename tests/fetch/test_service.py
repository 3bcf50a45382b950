"""What the web service is asked, and what its answers say."""

from datetime import date

import pytest

from fetch.model import Committee, Meeting, Paper
from fetch.service import committees_in, meeting_url, meetings_in, meetings_url, papers_in
from minutes.errors import FetchError

BASE = "https://democracy.fenwold.example/"
SCRUTINY = Committee("7", "Children & Families")


def test_what_is_asked() -> None:
    asked = meetings_url(BASE, SCRUTINY, date(2024, 3, 1), date(2024, 12, 31))
    method = f"{BASE}mgWebService.asmx"
    assert asked == f"{method}/GetMeetings?lCommitteeId=7&sFromDate=01%2F03%2F2024&sToDate=31%2F12%2F2024"
    assert meeting_url(BASE, Meeting("12", SCRUTINY, date(2024, 3, 1))) == f"{method}/GetMeeting?lMeetingId=12"


@pytest.mark.parametrize(
    ("xml", "titles"),
    [
        ("<committees/>", []),
        ("<committee><committeeid>7</committeeid><committeetitle>Cabinet</committeetitle></committee>", ["Cabinet"]),
        (
            "<committee><committeeid>7</committeeid><committeetitle>\r\n"
            " Children &amp;amp; Families &amp;#8211; North\n</committeetitle></committee>",
            ["Children & Families – North"],
        ),
        ("<committee><committeeid>7</committeeid><committeetitle>A&#x1F;B\x0b</committeetitle></committee>", ["AB"]),
        ("<committee><committeeid/><committeetitle>Nobody</committeetitle></committee>", []),
        (
            "<committee><committeeid>7</committeeid><committeetitle>Old</committeetitle>"
            "<committeedeleted>True</committeedeleted></committee>",
            [],
        ),
    ],
)
def test_committees(xml: str, titles: list[str]) -> None:
    content = xml if xml.startswith("<committees") else f"<committees>{xml}</committees>"
    assert [each.title for each in committees_in(content.encode())] == titles


def test_a_namespace_changes_nothing() -> None:
    told = "<committee><committeeid>7</committeeid><committeetitle>A</committeetitle></committee>"
    assert committees_in(f'<Committees xmlns="urn:x">{told}</Committees>'.encode()) == [Committee("7", "A")]


@pytest.mark.parametrize(
    ("day", "status", "expected"),
    [
        ("12/03/2024", "Confirmed", [(date(2024, 3, 12), False)]),
        ("12/03/2024", "Confirmed; CANCELLED", [(date(2024, 3, 12), True)]),
        ("12/03/2024", "", [(date(2024, 3, 12), False)]),
        ("31/02/2024", "Confirmed", []),
        ("", "Confirmed", []),
    ],
)
def test_meetings(day: str, status: str, expected: list[tuple[date, bool]]) -> None:
    told = f"<meetingid>12</meetingid><meetingdate>{day}</meetingdate><meetingstatus>{status}</meetingstatus>"
    xml = f"<getmeetings><committee><committeemeetings><meeting>{told}</meeting></committeemeetings></committee>"
    xml += "</getmeetings>"
    assert [(each.date, each.cancelled) for each in meetings_in(xml.encode(), SCRUTINY)] == expected


def papers(*linked: str, more: str = "<minutepublished>True</minutepublished>") -> tuple[bool, list[Paper]]:
    listed = "".join(f"<linkeddoc>{each}</linkeddoc>" for each in linked)
    items = f"<agendaitems><agendaitem><linkeddocuments>{listed}</linkeddocuments></agendaitem></agendaitems>"
    return papers_in(f"<meeting>{more}{items}</meeting>".encode(), BASE)


@pytest.mark.parametrize(
    ("linked", "expected"),
    [
        ("<url>mgConvert2PDF.aspx?ID=5&amp;amp;ISATT=1</url>", f"{BASE}mgConvert2PDF.aspx?ID=5&ISATT=1"),
        (
            "<url>http://old.example/documents/s5/Bus\r\nplan &amp;amp; map.pdf</url>",
            "http://old.example/documents/s5/Bus%20plan%20&%20map.pdf",
        ),
        ("<url>a.aspx?ID=5&amp;copy=1</url>", f"{BASE}a.aspx?ID=5&copy=1"),
        ("<url>https://elsewhere.example</url><isurl>True</isurl>", None),
        ("<title>None</title><url/>", None),
        ("<url>http://[</url>", None),
    ],
)
def test_the_address_of_a_paper(linked: str, expected: str | None) -> None:
    assert [each.url for each in papers(linked)[1]] == [expected] * (expected is not None)


def test_a_paper_says_its_version_and_whether_it_is_restricted() -> None:
    told = "<attachmentid>5</attachmentid><url>a.pdf</url><title>Bus &amp;amp; rail</title>"
    later = "<publicationdate>02/03/2024</publicationdate><isrestricted>True</isrestricted>"
    published, (paper, *others) = papers(told + later, told)
    assert (published, others) == (True, [])
    assert paper == Paper(f"{BASE}a.pdf", "Bus & rail", "paper", "5 02/03/2024 Bus & rail", restricted=True)
    assert papers(more="<minutepublished>False</minutepublished>") == (False, [])
    assert (
        papers(told, more="<isdisplayallowed>False</isdisplayallowed><minutepublished>True</minutepublished>")[1] == []
    )


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<!DOCTYPE html><html><body>Sorry, something went wrong<br></body></html>",
        b"<error>The method is not allowed</error>",
        b'<?xml version="1.0"?><!DOCTYPE committees [<!ENTITY a "b">]><committees>&a;</committees>',
        b'<!DOCTYPE committees SYSTEM "file:///etc/hosts"><committees/>',
        b"<committees><committee></committees>",
    ],
)
def test_what_is_no_answer_of_the_service(content: bytes) -> None:
    with pytest.raises(FetchError, match="no answer of the web service"):
        committees_in(content)
