"""Figures in the browser: series, each with its chart and a source behind every point, and comparisons."""

import csv
import io

from fastapi.testclient import TestClient
from lxml import html

from library import Library


def test_a_series_has_a_chart_and_a_source_behind_every_point(client: TestClient) -> None:
    page = html.fromstring(client.get("/metrics", params={"q": "gully"}).text)
    rows = page.xpath('(//article[@class="series"])[1]//tbody/tr')
    assert len(rows) >= 5
    assert all(row.xpath('.//a[starts-with(@href, "/documents/")]') for row in rows)
    chart = client.get(page.xpath('(//p[@class="chart"]/img/@src)[1]')[0])
    assert chart.headers["content-type"] == "image/svg+xml"
    assert "http://localhost/documents/" in chart.text


def test_without_words_the_latest_figures_are_listed(client: TestClient, library: Library) -> None:
    page = html.fromstring(client.get("/metrics", headers={"Accept": "text/html"}).text)
    assert page.xpath("//caption/text()") == [f"Figures 1 to 50 of {library.listing('metric')}, latest first"]
    latest = library.listed(library.register("metric"))[0]
    assert page.xpath("(//tbody/tr)[1]/td[1]/a/@href") == [f"/documents/{latest.document.id}"]
    assert page.xpath('//nav[@class="paging"]//a[@rel="next"]/@href') == ["/metrics?page=2"]
    assert 'id="cited"' in client.get(page.xpath('(//tbody/tr)[1]/td[@class="wide"]/a/@href')[0]).text


def test_a_conflict_is_shown_with_both_values(client: TestClient) -> None:
    page = html.fromstring(client.get("/metrics", params={"q": "gully"}).text)
    marked = page.xpath('//tr[.//strong[contains(@class, "conflict")]]/td[2]/text()')
    assert [value.strip() for value in marked] == ["90%", "91%"]


def test_a_chart_as_a_picture(client: TestClient) -> None:
    page = html.fromstring(client.get("/metrics", params={"q": "gully"}).text)
    picture = client.get(page.xpath('(//a[contains(@href, ".png")]/@href)[1]')[0])
    assert picture.content.startswith(b"\x89PNG")


def test_a_comparison_says_where_documents_are_silent(client: TestClient) -> None:
    page = client.get("/metrics/compare", params={"q": "assessment", "by": "body"})
    assert "Not mentioned in " in page.text
    assert html.fromstring(page.text).xpath('//tbody//td//a[starts-with(@href, "/documents/")]')


def test_figures_as_a_table_for_a_spreadsheet(client: TestClient) -> None:
    for path in ("/metrics/series.csv", "/metrics/compare.csv"):
        rows = list(csv.DictReader(io.StringIO(client.get(path, params={"q": "gully"}).content.decode("utf-8-sig"))))
        assert rows
        assert all(row["value"] and row["quote"] for row in rows if row.get("state", "figures") == "figures")


def test_no_figures(client: TestClient) -> None:
    page = client.get("/metrics", params={"q": "zxqv"})
    assert "Nothing found" in page.text
    assert "Looked in 14 documents" in page.text
    assert client.get("/metrics/ser-0000.svg", params={"q": "gully"}).status_code == 404
