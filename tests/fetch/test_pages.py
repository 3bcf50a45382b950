"""What the public pages of a site say, whatever their dress."""

from datetime import date

import pytest

from fetch.model import Committee
from fetch.pages import committees_in, earlier_in, meetings_in, papers_in
from minutes.errors import FetchError

BASE = "https://democracy.fenwold.example/mg/"
COUNCIL = Committee("7", "Council")


def test_committees() -> None:
    page = b"""<ul><li><a href="mgCommitteeDetails.aspx?ID=7" title="x">Children &amp; Families\r\nCommittee</a></li>
    <li><a href="mgcommitteedetails.aspx?bcr=1&amp;ID=9">Cabinet</a>
    <a href="mgCommitteeDetails.aspx?ID=9">again</a></li>
    <li><a href="ieListMeetings.aspx?CId=1&info=1&MD=Constitution">Constitution</a></li>
    <li><a href="mgCommitteeDetails.aspx?ID=3"></a><a href="http://[1">?</a><a>no link</a></li></ul>"""
    assert committees_in(page, BASE) == [Committee("7", "Children & Families Committee"), Committee("9", "Cabinet")]


@pytest.mark.parametrize(
    ("link", "tail", "expected"),
    [
        ("15 Jun 2026&nbsp;7&#58;30 pm", "", (date(2026, 6, 15), False, None)),
        ("3 Mar 2026 7:30 pm", " - Agenda, Decisions, Minutes", (date(2026, 3, 3), False, True)),
        ("3 Mar 2026 7:30 pm", " - Agenda", (date(2026, 3, 3), False, False)),
        ("Monday, 3rd March, 2026", " - CANCELLED", (date(2026, 3, 3), True, False)),
        ("3 Septembre 2026", "", (date(2026, 9, 3), False, None)),
        ("31 Feb 2026", "", None),
        ("soon", "", None),
    ],
)
def test_meetings(link: str, tail: str, expected: tuple[date, bool, bool | None] | None) -> None:
    page = f'<li><a href="ieListDocuments.aspx?CId=7&amp;MId=12&amp;Ver=4">{link}</a>{tail}</li>'
    found = [(each.date, each.cancelled, each.minutes) for each in meetings_in(page.encode(), BASE, COUNCIL)]
    assert found == [expected] * (expected is not None)


def test_the_day_may_stand_in_the_title_of_the_link() -> None:
    page = b'<a href="/mg/ieListDocuments.aspx?MID=12&CID=7" title="meeting of 4&#32;Dec&#32;2025">Agenda</a>'
    assert [(each.id, each.date) for each in meetings_in(page, BASE, COUNCIL)] == [("12", date(2025, 12, 4))]


def test_meetings_of_another_committee_are_left_out() -> None:
    page = b'<a href="ieListDocuments.aspx?CId=8&amp;MId=12">3 Mar 2026</a>'
    assert meetings_in(page, BASE, COUNCIL) == []


def test_the_page_before() -> None:
    page = b"""<a href="ieListMeetings.aspx?Act=later&amp;CId=7">Later</a>
    <a href="ieListMeetings.aspx?Act=earlier&amp;CId=7&amp;D=1">Earlier</a>"""
    assert earlier_in(page, BASE) == f"{BASE}ieListMeetings.aspx?Act=earlier&CId=7&D=1"
    assert earlier_in(b"<p>none</p>", BASE) is None


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        (
            '<a href="documents/g12/Printed minutes\r\n12th-Mar-2024.pdf?T=1">Printed minutes <b>PDF 123 KB</b></a>',
            ("documents/g12/Printed%20minutes%2012th-Mar-2024.pdf?T=1", "Printed minutes", "minutes"),
        ),
        (
            '<a href="/mg/documents/g12/Public%20minutes.pdf">Public minutes PDF 1.2 MB</a>',
            ("documents/g12/Public%20minutes.pdf", "Public minutes", "minutes"),
        ),
        (
            '<a href="documents/g12/Draft.pdf?T=11">Printed draft minutes PDF 90 KB</a>',
            ("documents/g12/Draft.pdf?T=11", "Printed draft minutes", "minutes"),
        ),
        ('<a href="documents/g12/M.pdf?T=1">PDF 90 KB</a>', ("documents/g12/M.pdf?T=1", "", "minutes")),
        ('<a href="documents/g12/Agenda.pdf?T=0">Agenda frontsheet</a>', None),
        ('<a href="documents/g12/Pack.pdf?T=10">Minutes and reports pack</a>', None),
        ('<a href="documents/s5/Bus.pdf">Bus plan PDF 98 KB</a>', ("documents/s5/Bus.pdf", "Bus plan", "paper")),
        (
            '<a href="mgConvert2PDF.aspx?ID=5&amp;ISATT=1#search=x">Bus plan</a>',
            ("mgConvert2PDF.aspx?ID=5&ISATT=1", "Bus plan", "paper"),
        ),
        ('<a href="mgIssueHistoryHome.aspx?IId=3">History</a>', None),
    ],
)
def test_papers(link: str, expected: tuple[str, str, str] | None) -> None:
    found = [(each.url, each.title, each.kind) for each in papers_in(link.encode() * 2, BASE)]
    assert found == ([(BASE + expected[0], *expected[1:])] if expected else [])


def test_what_is_no_page() -> None:
    with pytest.raises(FetchError, match="no web page"):
        committees_in(b"", BASE)
