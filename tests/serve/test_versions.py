"""Draft and confirmed minutes of one meeting: each names the other, and what changed is shown in its words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from library import Library
from serve import create_app

DRAFT = """\
# Wexmere Town Council

## DRAFT Minutes of the meeting of the Transport Committee held on 12 March 2024

## 1. School buses

The Head of Transport told members that the contract with the operator of the school buses would end in July.

RESOLVED: that the contract with the operator be extended by one year, on the terms that the report sets out.

Members thanked the drivers for getting every child home in the week of the snow, when most of the roads were closed.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("versions")
    (folder / "draft.md").write_text(DRAFT)
    (folder / "confirmed.md").write_text(DRAFT.replace("DRAFT", "CONFIRMED").replace("one year", "two years"))
    with Library(folder / "library", create=True) as library:
        assert [each.outcome for each in library.add([folder / "draft.md", folder / "confirmed.md"])] == ["added"] * 2
        yield library


def of(library: Library, name: str) -> str:
    return next(each.document.id for each in library.documents() if each.document and Path(each.path).stem == name)


@pytest.fixture
def client(library: Library) -> TestClient:
    return TestClient(create_app(library), base_url="http://localhost")


@pytest.mark.parametrize(("name", "other"), [("draft", "confirmed"), ("confirmed", "draft")])
def test_each_names_the_other_and_leads_from_the_draft_on(
    client: TestClient, library: Library, name: str, other: str
) -> None:
    page = html.fromstring(client.get(f"/documents/{of(library, name)}").text)
    links = page.xpath('//h2[text()="Other versions"]/following-sibling::ul[1]//a/@href')
    expected = f"/documents/{of(library, 'draft')}/changes/{of(library, 'confirmed')}"
    assert links == [f"/documents/{of(library, other)}", expected]


def test_what_changed_is_shown_in_its_words(client: TestClient, library: Library) -> None:
    page = client.get(f"/documents/{of(library, 'draft')}/changes/{of(library, 'confirmed')}")
    shown = html.fromstring(page.text)
    decision = shown.xpath('//li[strong[text()="Decision"]]')[0]
    assert decision.xpath(".//del")[0].text_content() == "taken out: one year,"
    assert decision.xpath(".//ins")[0].text_content() == "put in: two years,"
    assert all('id="cited"' in client.get(link).text for link in decision.xpath(".//a/@href"))


def test_with_a_document_that_is_not_there(client: TestClient, library: Library) -> None:
    assert client.get(f"/documents/{of(library, 'draft')}/changes/0000000000").status_code == 404
