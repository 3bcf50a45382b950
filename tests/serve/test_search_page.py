"""The home page: what was found, what it can be narrowed to, and what was looked through."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from corpora.score import SAMPLE
from library import Library
from serve import create_app

QUESTION = "who asked for a survey of the Millrace Lane culvert"


def test_without_a_question_it_says_what_the_library_holds(client: TestClient, library: Library) -> None:
    page = client.get("/")
    assert page.status_code == 200
    decisions, actions, figures = (len(library.records(kind)) for kind in ("decision", "action", "metric"))
    assert f"{decisions} decisions, {actions} actions and {figures} figures" in page.text  # as the registers list
    assert "This library holds 14 documents of 5 bodies, from 8 March 2022 to 20 November 2024" in page.text


def test_a_result_leads_to_its_page_with_the_words_marked(client: TestClient) -> None:
    found = html.fromstring(client.get("/", params={"q": QUESTION}).text)
    assert found.xpath('//h1[contains(@class, "printed")]/text()') == [f"Results for “{QUESTION}”"]  # for paper
    first = found.xpath('(//li[@class="card"])[1]')[0]
    assert "Millrace" in [mark.text for mark in first.iter("mark")]
    opened = client.get(first.xpath(".//h2/a/@href")[0])
    assert opened.status_code == 200
    assert 'id="cited"' in opened.text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"year": "2022"}, {"2022"}),
        ({"since": "2024", "until": "2024"}, {"2024"}),
        ({"kind": "decision"}, {"2022", "2023", "2024"}),
    ],
)
def test_filters_stand_in_the_address(client: TestClient, given: dict[str, str], expected: set[str]) -> None:
    found = html.fromstring(client.get("/", params={"q": "flood", **given}).text)
    years = {time[:4] for time in found.xpath('//li[@class="card"]//time/@datetime')}
    assert years
    assert years <= expected


def test_each_filter_counts_what_it_would_leave(client: TestClient) -> None:
    page = html.fromstring(client.get("/", params={"q": "flood"}).text)
    link = page.xpath('//ul[@aria-labelledby="by-year"]/li')[0]
    (count,) = link.xpath('span[@class="count"]/text()')
    narrowed = html.fromstring(client.get(link.xpath("a/@href")[0]).text)
    assert int(count) <= int(narrowed.xpath('//section[@id="results"]//p[1]/text()')[0].split()[0])


def test_latest_first_when_asked_for(client: TestClient) -> None:
    page = html.fromstring(client.get("/", params={"q": "flood", "sort": "date"}).text)
    dates = page.xpath('//li[@class="card"]//time/@datetime')
    assert dates == sorted(dates, reverse=True)


def test_nothing_found_says_what_was_looked_through(client: TestClient) -> None:
    page = client.get("/", params={"q": "zxqv brmpf"})
    assert "Nothing found" in page.text
    assert "Looked in 14 documents of 5 bodies, from 8 March 2022 to 20 November 2024" in page.text


@pytest.mark.parametrize("given", [{"year": "soon"}, {"page": "x"}, {"page": "0"}, {"q": "x" * 501}])
def test_an_address_that_makes_no_sense(client: TestClient, given: dict[str, str]) -> None:
    page = client.get("/", params={"q": "flood", **given})
    assert page.status_code == 400
    assert "There is a problem" in page.text


# Facets


def counted(client: TestClient, name: str, **given: str) -> dict[str, int]:
    """What a search can be narrowed to by one filter, with the number of results."""
    page = html.fromstring(client.get("/", params={"q": "flood", **given}).text)
    rows = page.xpath(f'//ul[@aria-labelledby="by-{name}"]/li[span]')
    return {row.xpath("string(a)"): int(row.xpath("string(span)")) for row in rows}


def number(client: TestClient, **given: str) -> int:
    page = html.fromstring(client.get("/", params={"q": "flood", **given}).text)
    return int(page.xpath('string(//section[@id="results"]//p[1])').split()[0])


def test_how_decisions_came_out(client: TestClient) -> None:
    found = counted(client, "outcome")
    assert set(found) <= {"Approved", "Noted", "Recommended", "Deferred", "Rejected"}
    assert found["Approved"] <= number(client, outcome="approved")
    page = html.fromstring(client.get("/", params={"q": "flood", "outcome": "approved"}).text)
    (chosen,) = page.xpath('//ul[@class="chosen"]//a')
    assert "Remove filter Outcome: Approved" in chosen.text_content()
    assert "outcome" not in chosen.get("href")


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("pitch fees be halved for new traders", "Rejected"),
        pytest.param("object to application TB/22/0117", "Resolved", id="said as registers say it"),
    ],
)
def test_a_decision_says_how_it_came_out(client: TestClient, question: str, outcome: str) -> None:
    page = html.fromstring(client.get("/", params={"q": question}).text)
    tags = page.xpath('(//li[@class="card"])[1]/p[@class="tags"]/strong/text()')
    assert tags == ["Decision", outcome]


LOOKUP = """\
LAD24CD,LAD24NM,RGN24CD,RGN24NM
E06000901,Wenmarch,E12000004,East Midlands
W06000902,Llanfen,,
"""


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Pages of a library that has heard of authorities."""
    folder = tmp_path_factory.mktemp("placed")
    lookup = folder / "lookup.csv"
    lookup.write_text(LOOKUP, encoding="utf-8")
    with Library(folder / "library", create=True) as library:
        list(library.add(sorted(Path(SAMPLE).rglob("2024*.*x"))))
        library.import_places(lookup)
        yield TestClient(create_app(library), base_url="http://localhost")


def test_regions_of_organisations_that_are_known(placed: TestClient) -> None:
    found = counted(placed, "region", q="school transport")
    assert list(found) == ["East Midlands"]
    assert 0 < found["East Midlands"] <= number(placed, q="school transport", region="East Midlands")


def test_a_region_without_organisations(placed: TestClient) -> None:
    page = placed.get("/", params={"q": "transport", "region": "Wales"})
    assert page.status_code == 400
    assert "No organisation in this library is known to lie in Wales" in page.text


def test_no_regions_where_none_are_known(client: TestClient) -> None:
    assert 'id="by-region"' not in client.get("/", params={"q": "flood"}).text


def test_filters_stay_when_something_else_is_asked(client: TestClient) -> None:
    page = html.fromstring(client.get("/", params={"q": "flood", "year": "2024", "page": "2"}).text)
    assert page.xpath('//form[@role="search"]//input/@name') == ["year", "q"]


def test_a_decision_that_is_found_says_who_moved_it_and_how_the_vote_went(client: TestClient) -> None:
    page = html.fromstring(client.get("/", params={"q": "sell the strip of land", "kind": "decision"}).text)
    (card,) = page.xpath('//li[@class="card"][contains(., "strip of land beside")]')
    told = card.xpath('span[@class="detail"]/text()')
    assert told == ["moved by Cllr Ostrow, seconded by Cllr Ferrismoor, 2 for, 5 against, 1 abstaining"]
