"""The home page: what was found, what it can be narrowed to, and what was looked through."""

import pytest
from fastapi.testclient import TestClient
from lxml import html

QUESTION = "who asked for a survey of the Millrace Lane culvert"


def test_without_a_question_it_says_what_the_library_holds(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "This library holds 14 documents of 5 bodies, from 8 March 2022 to 20 November 2024" in page.text


def test_a_result_leads_to_its_page_with_the_words_marked(client: TestClient) -> None:
    found = html.fromstring(client.get("/", params={"q": QUESTION}).text)
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
