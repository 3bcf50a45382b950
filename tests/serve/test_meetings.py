"""Meetings: bodies, a body by year, a meeting's page, an item's thread, and a person in the minutes."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from lxml import html

from library import Library
from minutes.found import Compared, Finding
from minutes.model import Document, Exempt, Minutes
from serve.pages.checking import hidden


def held(library: Library, ending: str) -> tuple[Document, Minutes]:
    id_ = next(each.document.id for each in library.documents() if each.document and each.path.endswith(ending))
    return library.document(id_)


def opened(client: TestClient, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def test_all_bodies_are_listed_with_what_is_held_of_them(client: TestClient) -> None:
    page = opened(client, "/meetings")
    rows = [[cell.text_content().strip() for cell in row] for row in page.xpath("//tbody/tr")]
    assert ["Town Council", "Tolverbridge Town Council", "4", "0", "8 March 2022", "14 May 2024"] in rows
    assert len(rows) == 5


def test_a_body_leads_to_its_meetings_by_year(client: TestClient) -> None:
    bodies = opened(client, "/meetings")
    page = opened(client, bodies.xpath('//a[text()="Town Council"]/@href')[0])
    assert page.xpath("//h2/text()") == ["2024", "2023", "2022"]
    assert len(page.xpath('//table[caption[@id="c2022"]]/tbody/tr')) == 2
    assert opened(client, page.xpath("//tbody/tr[1]/th/a/@href")[0]).xpath("//h1/text()") == [
        "Tolverbridge Town Council, Town Council, 14 May 2024"
    ]


def test_documents_that_name_no_body_are_not_lost(client: TestClient) -> None:
    bodies = opened(client, "/meetings")
    page = opened(client, bodies.xpath('//a[text()="Tolverbridge Town Council"]/@href')[0])
    assert page.xpath("//h1/text()") == ["Tolverbridge Town Council"]
    assert len(page.xpath("//tbody/tr")) == 1


def test_a_meeting_is_summed_up(client: TestClient, library: Library) -> None:
    document, minutes = held(library, "tolverbridge/2024-05-14.pdf")
    page = opened(client, f"/documents/{document.id}")
    terms = {dt.text: dt.getnext().text_content() for dt in page.xpath('(//dl[@class="summary"])[1]/dt')}
    assert terms["Organisation"] == "Tolverbridge Town Council"
    assert terms["Time"] == "18:30 to 20:40"
    assert terms["Status"] == "Draft"
    names = page.xpath('//table[caption[@id="attendance"]]/tbody/tr/th/a/text()')
    assert names == [each.name for each in minutes.attendance]


@pytest.mark.parametrize("ending", ["tolverbridge/2024-05-14.pdf", "wenmarch-scrutiny/2023-02-08.docx"])
def test_each_record_stands_under_its_item_and_leads_to_its_words(
    client: TestClient, library: Library, ending: str
) -> None:
    document, minutes = held(library, ending)
    page = opened(client, f"/documents/{document.id}")
    for item in minutes.items:
        records = (*minutes.decisions, *minutes.actions, *minutes.metrics)
        own = [each for each in records if minutes.item_at(each.citation.start) == item]
        shown = page.xpath(f'//section[@id="{item.id}"]//li[contains(@class, "record")]/a/@href')
        assert len(shown) == sum(each.trust != "low" for each in own)
    assert 'id="cited"' in client.get(page.xpath('//section[@class="item"]//li/a/@href')[0]).text


def test_the_meetings_before_and_after_are_a_step_away(client: TestClient, library: Library) -> None:
    document, _ = held(library, "tolverbridge/2022-11-08.docx")
    page = opened(client, f"/documents/{document.id}")
    assert page.xpath('//a[@rel="prev"]/text()') == ["Meeting before: 8 March 2022"]
    assert page.xpath('//a[@rel="next"]/text()') == ["Meeting after: 12 September 2023"]


def finding_in(minutes: Minutes) -> Finding:
    """That a decision of the document does not fit; the sample's documents fit together."""
    return Finding(
        kind="votes", message="More votes than members.", document=minutes.document, meeting=minutes.meeting,
        citations=(minutes.decisions[0].citation,),
    )  # fmt: skip


def test_what_does_not_fit_together_is_shown_with_its_words(
    client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, minutes = held(library, "tolverbridge/2024-05-14.pdf")
    assert "Nothing was found that does not fit together" in client.get(f"/documents/{document.id}").text
    monkeypatch.setattr(Library, "check", lambda self, ids: (Compared(documents=1), [finding_in(minutes)]))
    (shown,) = opened(client, f"/documents/{document.id}").xpath('//ul[contains(@class, "findings")]/li')
    assert "More votes than members." in shown.text_content()
    assert 'id="cited"' in client.get(shown.xpath(".//a/@href")[0]).text


def test_a_meeting_of_which_the_end_alone_is_told_was_closed_then(
    client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, minutes = held(library, "tolverbridge/2024-05-14.pdf")
    meeting = minutes.meeting.model_copy(update={"start_time": None, "end_time": "20:40"})
    ended = minutes.model_copy(update={"meeting": meeting})
    monkeypatch.setattr(Library, "document", lambda self, id_: (document, ended))
    summary = opened(client, f"/documents/{document.id}").xpath('(//dl[@class="summary"])[1]')[0]
    assert {dt.text: dt.getnext().text for dt in summary.iter("dt")}["Closed"] == "20:40"


def test_how_it_was_read_is_told_in_words(client: TestClient, library: Library) -> None:
    document, _ = held(library, "tolverbridge/2024-05-14.pdf")
    page = opened(client, f"/documents/{document.id}")
    receipt = {dt.text: dt.getnext().text for dt in page.xpath('(//dl[@class="summary"])[last()]/dt')}
    assert receipt["Read"] == "in full"
    assert receipt["Read by OCR"] == "none"


def test_an_item_has_a_thread_through_the_meetings(client: TestClient, library: Library) -> None:
    document, minutes = held(library, "tolverbridge/2024-05-14.pdf")
    market = next(item for item in minutes.items if item.title == "Saturday market")
    link = opened(client, f"/documents/{document.id}").xpath(f'//a[@href="/items/{market.id}"]')[0]
    assert link.text_content() == "At 3 other meetings: Saturday market"
    thread = opened(client, f"/items/{market.id}")
    assert thread.xpath("//h2/a/text()") == ["8 March 2022", "8 November 2022", "12 September 2023", "14 May 2024"]
    assert len(thread.xpath('//*[contains(text(), "here because: the same title")]')) == 3
    assert 'id="cited"' in client.get(thread.xpath('//li[contains(@class, "record")]/a/@href')[0]).text


def test_an_item_that_names_a_minute_is_in_its_thread(library: Library) -> None:
    document, minutes = held(library, "tolverbridge/2022-03-08.pdf")
    flood = next(item for item in minutes.items if item.number == "22/036")
    assert "it names 22/036" in library.threads(document.info, minutes.meeting)[flood.id].values()


def test_a_person_has_attendance_motions_and_actions(client: TestClient, library: Library) -> None:
    document, _ = held(library, "tolverbridge/2024-05-14.pdf")
    link = opened(client, f"/documents/{document.id}").xpath('//a[text()="Cllr R. Tasker"]/@href')[0]
    page = opened(client, link)
    terms = {dt.text: dt.getnext().text_content() for dt in page.xpath('//dl[@class="summary"]/dt')}
    assert terms["Named as"] == "Cllr R. Tasker; Cllr Tasker"
    assert " ".join(terms["Found"].split()) == "4 meetings attended, 7 motions moved, 1 seconded, 0 actions"
    moved = [each for each in library.records("decision") if getattr(each.record, "mover", "") == "Cllr Tasker"]
    assert len(page.xpath('//h3[text()="Moved"]/following-sibling::ul[1]/li')) == len(moved)


def test_a_person_is_of_one_organisation_unless_all_are_asked_for(library: Library) -> None:
    assert [each.organisation for each in library.person("Tasker")] == ["Tolverbridge Town Council"]
    assert library.person("Tasker", organisation="Wenmarch County Council") == []


@pytest.mark.parametrize(
    "path",
    ["/documents/0000000000", "/items/item-000", "/people/Nobody%20Known", "/people/%25", "/meetings/body?body=None"],
)
def test_what_is_not_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is no " in answer.text


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "' or 1=1 --", "../../etc/passwd", "%00", "\u202e"])
def test_a_name_is_only_ever_text(client: TestClient, name: str) -> None:
    answer = client.get(f"/people/{quote(name, safe='')}")
    assert answer.status_code == 404
    assert "<script>alert" not in answer.text


def test_a_finding_does_not_quote_exempt_text(library: Library) -> None:
    _, minutes = held(library, "tolverbridge/2024-05-14.pdf")
    finding = finding_in(minutes)
    start = finding.citations[0].start
    part = Exempt(start=start - 50, end=start + 50, mark=finding.citations[0])
    exempt = {minutes.document.id: (part,)}
    assert hidden(exempt, finding)
    assert not hidden({}, finding)
    assert not hidden(exempt, finding.model_copy(update={"kind": "exempt"}))
