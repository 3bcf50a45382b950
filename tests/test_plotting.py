"""Series and comparisons drawn, each point with its citation."""

import json
import re
from datetime import date
from typing import Any

import pytest
from lxml import etree

from minutes.found import Coverage, Entry, Listed, Matrix, Measure, Point, Series
from minutes.model import By, Meeting, Metric
from plotting import drawn, panels_of_matrix, panels_of_series
from tests.index.samples import document_of

HOSTILE = "plans </script><script>alert(1)</script> & more"
DOCUMENT = document_of(f"Fares stood at 41% of the cost in 2021.\nA tale of {HOSTILE}", path="fares report.txt")


def point(value: float, year: int | None, **settings: Any) -> Point:
    record = Metric(
        id=f"met-{value:g}", citation=DOCUMENT.cite(0, len(DOCUMENT.text)), rule="toy", item_id=None, text="toy",
        value=value, unit="%", name=HOSTILE,
    )  # fmt: skip
    listed = Listed(document=DOCUMENT.info, meeting=Meeting(date="2024-03-01"), item=None, record=record)
    days = {"start": date(year, 1, 1), "end": date(year, 12, 31), "period": f"{year}"} if year else {"period": None}
    return Point(**{"role": "actual", "place": "Fenshire", "value": value, "sources": (listed,), **days, **settings})


SERIES = Series(
    id="ser-1", name=HOSTILE, unit="%", place="Fenshire",
    points=(
        point(41, 2021), point(52, 2022, conflict=True), point(53, 2022, conflict=True),
        point(50, 2022, role="comparator", place="England"), point(60, None, role="target"),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def svg() -> etree._Element:
    return etree.fromstring(drawn(panels_of_series([SERIES]), ".svg").encode())


@pytest.fixture(scope="module")
def page() -> str:
    return drawn(panels_of_series([SERIES]), ".html")


def test_each_point_of_an_svg_has_its_figure_and_citation_as_title(svg: etree._Element) -> None:
    titles = [title.text or "" for title in svg.iter("{*}title")]
    assert [title.split("%")[0] for title in sorted(titles)] == [
        "England, comparator, 2022: 50", "Fenshire, 2021: 41", "Fenshire, 2022: 52", "Fenshire, 2022: 53",
    ]  # fmt: skip
    assert all("“Fares stood at 41% of the cost in 2021." in title and "paragraph 1, met-" in title for title in titles)
    assert sum("conflict: another document gives another value" in title for title in titles) == 2


def test_a_long_title_goes_on_in_a_second_line() -> None:
    title = "proportion of children and young people who can get to a mobile library van on foot within ten minutes"
    told = drawn(panels_of_series([SERIES.model_copy(update={"name": title})]), ".svg")
    lines = [text for text in re.findall(r">([^<>]+)</", told) if text in f"{title} · Fenshire" and len(text) > 20]
    assert " ".join(lines) == f"{title} · Fenshire"


def test_sums_have_the_sign_of_their_currency() -> None:
    drawn_ = drawn(panels_of_series([SERIES.model_copy(update={"unit": "INR"})]), ".svg")
    assert ">₹<" in drawn_


def test_each_point_links_to_its_document(svg: etree._Element) -> None:
    links = {link.get("{http://www.w3.org/1999/xlink}href") for link in svg.iter("{*}a")}
    assert len(links) == 1
    assert str(links.pop()).endswith("/fares%20report.txt")


def test_a_page_holds_what_it_needs_and_no_text_of_a_document_runs(page: str) -> None:
    assert not re.search(r"<script[^>]+src=|<link", page)
    assert page.count("</script>") == 2
    assert "alert(1)" in page


def test_a_point_of_a_page_has_its_citation(page: str) -> None:
    spec = json.loads(re.findall(r"^vegaEmbed\(\"#plot\", (\{.*\}), \{\"mode\"", page, flags=re.MULTILINE)[0])
    ((first, *_),) = spec["datasets"].values()
    assert (first["figure"], first["period"], first["line"], first["middle"]) == (
        "41%",
        "2021",
        "Fenshire",
        "2021-07-02",
    )
    assert first["citation"].startswith("Fenshire, 2021: 41%. “Fares stood at 41% of the cost in 2021.")
    assert first["name"] == HOSTILE
    assert first["link"].startswith("file:///")


@pytest.mark.parametrize(
    ("by", "lines"),
    [
        ("place", ["Fenshire", "Marlow", "Marlow, comparator"]),
        ("region", ["Fenshire, Fenshire", "Fenshire, Marlow", "neighbours, Marlow, comparator"]),
        ("body", ["Fenshire", "Marlow", "Marlow, neighbours, comparator"]),
        ("period", ["Fenwick", "Fenwick", "neighbours, comparator"]),
    ],
)
def test_a_comparison_has_a_line_for_each_lane(by: By, lines: list[str]) -> None:
    neighbours = point(44, 2021, role="comparator", place="neighbours")
    entries = (
        Entry(lane="Fenshire", documents=1, points=(point(41, 2021), point(39, None))),
        Entry(lane="Marlow", documents=1, points=(point(42, 2021), neighbours)),
    )
    coverage = Coverage(documents=2, bodies=2, passages=2, first=None, last=None)
    measure = Measure(name="plans", unit="%", place="Fenwick", entries=entries)
    (panel,) = panels_of_matrix(Matrix(by=by, lanes=(), measures=(measure,), coverage=coverage))
    assert [line for line, _ in panel.points] == lines
