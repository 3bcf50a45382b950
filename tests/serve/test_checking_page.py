"""Checking the library and a quotation in the browser."""

from collections.abc import Sequence

import pytest
from fastapi.testclient import TestClient
from lxml import html

from library import Library
from minutes.found import Compared, Filters, Finding
from serve.pages import checking


def shown(client: TestClient, path: str, *, status: int = 200, **given: str) -> html.HtmlElement:
    answer = client.get(path, params=given)
    assert answer.status_code == status
    return html.fromstring(answer.text)


def named(library: Library, ending: str) -> str:
    """The id of the document whose file's path ends so."""
    (found,) = (each.document.id for each in library.documents() if each.document and each.path.endswith(ending))
    return found


def messages(page: html.HtmlElement) -> list[str]:
    return [" ".join(each.text_content().split()) for each in page.xpath('//ul[contains(@class, "findings")]/li')]


def test_the_check_begins_with_the_button(client: TestClient) -> None:
    page = shown(client, "/check")
    assert not messages(page)
    assert page.xpath('//nav//a[@aria-current="page"]/@href') == ["/check"]


@pytest.mark.parametrize("given", [{"organisation": "", "since": ""}, {"since": "2024-05"}])
def test_what_does_not_fit_together_is_told_with_its_words(
    client: TestClient, library: Library, monkeypatch: pytest.MonkeyPatch, given: dict[str, str]
) -> None:
    asked: list[Sequence[str]] = []
    _, minutes = library.document(named(library, "tolverbridge/2024-05-14.pdf"))
    finding = Finding(
        kind="votes", message="More votes than members.", document=minutes.document, meeting=minutes.meeting,
        citations=(minutes.decisions[0].citation,),
    )  # fmt: skip

    def check(_: Library, ids: Sequence[str]) -> tuple[Compared, list[Finding]]:
        asked.append(ids)
        return Compared(documents=len(ids)), [finding]

    monkeypatch.setattr(Library, "check", check)
    held = library.documents(filters=Filters(since=given["since"] or None))
    page = shown(client, "/check", **given)
    assert [told.startswith("Votes More votes than members.") for told in messages(page)] == [True]
    assert page.xpath("//section/h3/a/@href") == [f"/documents/{minutes.document.id}"]
    assert 'id="cited"' in client.get(page.xpath("//section//li//a/@href")[0]).text
    assert len(asked[0]) == (len(held) if given["since"] else 0)  # none means all
    assert f"Looked in {len(held)} documents" in page.text_content()


def test_the_sample_fits_together(client: TestClient) -> None:
    page = shown(client, "/check", since="")
    assert not messages(page)
    assert "Nothing found" in page.xpath("//h2/text()")


def test_where_nothing_is_held_nothing_is_checked(client: TestClient) -> None:
    page = shown(client, "/check", body="Lifeboat")
    assert not messages(page)
    assert "Looked in 0 documents" in page.text_content()


def test_too_many_documents_are_not_checked_at_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST", 3)
    assert "too many to be checked at once" in shown(client, "/check", body="").text_content()


def test_a_date_that_is_none_is_told(client: TestClient) -> None:
    page = shown(client, "/check", status=400, since="2023-02-31")
    assert page.xpath('//div[@class="errors"]//a/text()') == ["There is no 2023-02-31 in the calendar; check the day"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("the Clerk ask the County Council for a yearly inspection", "It stands there, to the letter"),
        ("The clerk ask the county council for a yearly inspection", "It stands there, in another form"),
        ("the Clerk ask the County Council for a weekly inspection", "The words differ"),
        ("the lighthouse keeper's parrot shall retire to Peru", "It does not stand there"),
    ],
)
def test_a_quotation_is_compared_with_the_document(client: TestClient, library: Library, text: str, told: str) -> None:
    document = named(library, "tolverbridge/2024-05-14.pdf")
    for asked in (document, f"http://localhost/documents/{document}/pages/2?start=4"):
        page = shown(client, "/quote", document=asked, text=text)
        assert page.xpath("//section/h2/text()") == [told]
        assert page.xpath("//textarea/text()") == [text]


def test_a_quotation_is_looked_for_where_no_document_is_named(client: TestClient, library: Library) -> None:
    document = named(library, "tolverbridge/2024-05-14.pdf")
    page = shown(client, "/quote", text="the Clerk ask the County Council for a yearly inspection")
    assert page.xpath("//section/h2/text()") == ["It stands there, to the letter"]
    assert page.xpath("//section//dd/a/@href")[-1] == f"/documents/{document}"


def test_a_quotation_that_no_document_has_is_not_found(client: TestClient) -> None:
    page = shown(client, "/quote", text='the lighthouse keeper\'s parrot: -retire "to Peru" body:none')
    assert page.xpath("//section/h2/text()") == ["It was not found"]


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"document": "ffffff", "text": "the fare"}, "There is no document ffffff"),
        ({"text": "…"}, "There is nothing to look for"),
    ],
)
def test_what_cannot_be_looked_for_is_told_above_the_form(client: TestClient, given: dict[str, str], says: str) -> None:
    page = shown(client, "/quote", status=400, **given)
    assert says in page.xpath('//div[@class="errors"]')[0].text_content()
