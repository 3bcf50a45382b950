"""HTML in, blocks out."""

import pytest

from ingest.parts import Parts
from ingest.web import iso_date, read_html


def outline(parts: Parts) -> list[str]:
    return [f"{block.kind}{block.level or ''}: {parts.text[block.start : block.end]}" for block in parts.blocks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>Budget</h1><p>One\n two</p>", ["heading1: Budget", "paragraph: One two"]),
        ("<div>loose<p>inner</p>tail</div>", ["paragraph: loose", "paragraph: inner", "paragraph: tail"]),
        ("<p>Coun<b>cil</b>lor</p>", ["paragraph: Councillor"]),
        ("<ul><li>A<ul><li>B</li></ul></li></ul>", ["list_item1: • A", "list_item2: • B"]),
        ("<ol start=3 type=i><li>A<li>B</ol>", ["list_item1: iii. A", "list_item1: iv. B"]),
        ("<ol><li value=7>A</li><li></li><li>B</li></ol>", ["list_item1: 7. A", "list_item1: 9. B"]),
        ("<ul><li>(a) A</li></ul>", ["list_item1: (a) A"]),
        ("<p>Cllr A<br>Cllr B<br/>Cllr C</p>", ["paragraph: Cllr A", "paragraph: Cllr B", "paragraph: Cllr C"]),
        ("<p>4. Budget</p>", ["list_item1: 4. Budget"]),
        ("<pre>one\ntwo</pre>", ["paragraph: one", "paragraph: two"]),
        ("<p>Read<script>var x;</script> on</p>", ["paragraph: Read on"]),
        (
            "<table><tr><th>Area<th colspan=2>Value<tr><td rowspan=2>North<td>1<td>2<tr><td>3<td>4</table>",
            ["table_row: Area\tValue\t", "table_row: North\t1\t2", "table_row: \t3\t4"],
        ),
        ("<table role=presentation><tr><td><p>A</p><td>B</table>", ["paragraph: A", "paragraph: B"]),
        ("<table><tr><td><p>A</p><p>B</p></table>", ["paragraph: A", "paragraph: B"]),
    ],
)
def test_blocks(body: str, expected: list[str]) -> None:
    assert outline(read_html(f"<html><body>{body}</body></html>".encode())) == expected


def test_header_cells_name_the_columns() -> None:
    parts = read_html(b"<table><tr><th>A<th>B<tr><th>1<td>2</table>")
    assert [block.column_header for block in parts.blocks] == [True, False]


AGENDA_ITEM = """<!doctype html><html><head><title>Agenda item - Budget monitoring - Exampleton</title></head><body>
<div class="cookie-banner">We use cookies</div>
<header><a href="#main">Skip</a></header><nav>Home Meetings</nav><div id="breadcrumbs">Home / Cabinet</div>
<div id="content"><h1>Agenda item</h1><h2>Budget monitoring</h2><p>To note the report.</p>
<h3>Minutes:</h3><p><b>RESOLVED</b>: That the report be noted.</p>
<h3>Supporting documents:</h3><ul><li><a href="a.pdf">Report, item 4</a></li></ul>
<p>Page last updated: Monday 6 March 2023</p></div>
<footer>Contact us</footer></body></html>"""


def test_an_agenda_item_page_comes_through_in_order_without_the_site() -> None:
    parts = read_html(AGENDA_ITEM.encode())
    assert outline(parts) == [
        "heading1: Agenda item",
        "heading2: Budget monitoring",
        "paragraph: To note the report.",
        "heading3: Minutes:",
        "paragraph: RESOLVED: That the report be noted.",
        "heading3: Supporting documents:",
        "list_item1: • Report, item 4",
        "paragraph: Page last updated: Monday 6 March 2023",
    ]
    assert parts.warnings == (
        "left out: cookie notice, 3 words",
        "left out: site header, 1 words",
        "left out: navigation, 2 words",
        "left out: breadcrumbs, 3 words",
        "left out: site footer, 2 words",
    )
    assert (parts.title, parts.date) == ("Budget monitoring", "2023-03-06")


def test_a_part_that_holds_most_of_the_page_is_kept_whatever_it_is_called() -> None:
    parts = read_html(b'<body><div class="menu">The whole of the minutes stands here.</div><p>End</p></body>')
    assert outline(parts) == ["paragraph: The whole of the minutes stands here.", "paragraph: End"]


@pytest.mark.parametrize(
    "data",
    [
        "<meta charset=utf-8><p>caf\u00e9 \u2013 \u00a35</p>".encode(),
        "<p>caf\u00e9 \u2013 \u00a35</p>".encode(),
        "<meta charset=iso-8859-1><p>caf\u00e9 \u2013 \u00a35</p>".encode("cp1252"),
        "<p>caf\u00e9 \u2013 \u00a35</p>".encode("cp1252"),
        "<p>caf\u00e9 \u2013 \u00a35</p>".encode("utf-16"),
    ],
)
def test_encodings(data: bytes) -> None:
    assert read_html(data).text == "caf\u00e9 \u2013 \u00a35"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("29 February 2024", "2024-02-29"),
        ("1st Sept 2023 at noon", None),
        ("1st Sep 2023 at noon", "2023-09-01"),
        ("March 6, 2023", "2023-03-06"),
        ("03/04/2023", "2023-04-03"),
        ("2023-02-01T10:00:00Z", "2023-02-01"),
        ("30 February 2023", None),
        ("soon", None),
    ],
)
def test_dates(text: str, date: str | None) -> None:
    assert iso_date(text) == date


def test_absurd_spans_do_no_harm() -> None:
    assert read_html(b"<table><tr><td colspan=9999999 rowspan=9999999>A<td>B</table>").text.split() == ["A", "B"]


@pytest.mark.parametrize(("depth", "partial"), [(240, False), (5000, True)])
@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li"])
def test_nesting_that_is_too_deep_to_be_read_is_reported(tag: str, depth: int, partial: bool) -> None:
    opened = f"<{tag}>" * (depth // (tag.count("<") + 1))
    parts = read_html(f"<p>first</p>{opened}deep".encode())
    assert ("deep" in parts.text, parts.receipt().partial) == (not partial, partial)
