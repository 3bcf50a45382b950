"""HTML in, blocks out."""

import pytest

from ingest.dates import iso_date
from ingest.parts import Parts
from ingest.web.reader import MAX_TAGS, read_html
from minutes.errors import InputError


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
        ("<ol reversed><li>A</li><li>B</li></ol>", ["list_item1: 2. A", "list_item1: 1. B"]),
        ("<ol><li type=A>A</li></ol>", ["list_item1: A. A"]),
        ('<ol style="list-style-type: lower-alpha"><li>A</li></ol>', ["list_item1: a. A"]),
        ('<ul style="list-style: none"><li>A</li></ul>', ["list_item1: A"]),
        ("<ul><li>(a) A</li></ul>", ["list_item1: (a) A"]),
        (
            '<ol class="c1 lst-kix_x2-0 start" start=1><li>A</ol><ol class="lst-kix_x2-1 start" start=1><li>B</ol>'
            '<ol class="lst-kix_x2-0" start=2><li>C</ol>',
            ["list_item1: 1. A", "list_item2: 1. B", "list_item1: 2. C"],
        ),
        ("<p>Cllr A<br>Cllr B<br/>Cllr C</p>", ["paragraph: Cllr A", "paragraph: Cllr B", "paragraph: Cllr C"]),
        ("<p>4. Budget</p>", ["list_item1: 4. Budget"]),
        (
            "<ol><li><h4>Fees</h4><p>None.<li><h4>Bins</h4></ol>",
            ["heading4: 1. Fees", "paragraph: None.", "heading4: 2. Bins"],
        ),
        ("<ul><li><h4>Fees</h4></ul>", ["heading4: Fees"]),
        (
            "<ol><li>Read<h4>Fees</h4><li><h4>7. Bins</h4></ol>",
            ["list_item1: 1. Read", "heading4: Fees", "heading4: 7. Bins"],
        ),
        ("<pre>one\ntwo</pre>", ["paragraph: one", "paragraph: two"]),
        ("<dl><dt>Venue<dd>Town Hall<dt>Time<dd>Noon</dl>", ["table_row: Venue\tTown Hall", "table_row: Time\tNoon"]),
        (
            "<dl><dt>Fees<dd>" + "word " * 31 + "<dt>B<dd>C</dl>",
            ["paragraph: Fees", "paragraph: " + "word " * 30 + "word", "paragraph: B", "paragraph: C"],
        ),
        ("<details><summary>More</summary>Inside</details>", ["paragraph: More", "paragraph: Inside"]),
        ("<p>He said <q>no</q></p>", ["paragraph: He said “no”"]),
        ("<p>£500<sup><a href='#n'>1</a></sup>, 20 m<sup>2</sup></p>", ["paragraph: £500 1 , 20 m2"]),
        ("<h2><button>Fees</button></h2>", ["heading2: Fees"]),
        (
            "<table><caption>Spend</caption><tfoot><tr><td>All<td>3</tfoot><tr><td>North<td>3</table>",
            ["paragraph: Spend", "table_row: North\t3", "table_row: All\t3"],
        ),
        ("<p>Read<script>var x;</script> on</p>", ["paragraph: Read on"]),
        (
            "<table><tr><th>Area<th colspan=2>Value<tr><td rowspan=2>North<td>1<td>2<tr><td>3<td>4</table>",
            ["table_row: Area\tValue\t", "table_row: North\t1\t2", "table_row: \t3\t4"],
        ),
        ("<table role=presentation><tr><td><p>A</p><td>B</table>", ["paragraph: A", "paragraph: B"]),
        (
            "<table><tr><td>3<td><p>Fees</p><p>Read.</p><table><tr><th>Task<th>Lead<tr><td>Ask<td>UK</table></table>",
            ["list_item1: 3 Fees", "paragraph: Read.", "table_row: Task\tLead", "table_row: Ask\tUK"],
        ),
        (
            "<div>1</div><div>Fees</div><p>Read.</p><div>2</div><div>Bins</div><p>Read.</p><div>3</div><div>Oars</div>",
            ["list_item1: 1 Fees", "paragraph: Read.", "list_item1: 2 Bins", "paragraph: Read.", "list_item1: 3 Oars"],
        ),
        (
            "<div>4</div><div>Fees</div><div>12</div><div>Bins</div><div>9</div><div>Oars</div>",
            [f"paragraph: {text}" for text in ("4", "Fees", "12", "Bins", "9", "Oars")],
        ),
        ("<table><tr><td><h4>Use</h4><p>A</p><td><p>B</p></table>", ["heading4: Use", "paragraph: A", "paragraph: B"]),
        ("<table><tr><td><p>A</p><p>B</p></table>", ["paragraph: A", "paragraph: B"]),
    ],
)
def test_blocks(body: str, expected: list[str]) -> None:
    assert outline(read_html(f"<html><body>{body}</body></html>".encode())) == expected


@pytest.mark.parametrize(
    "page",
    [
        "<style>.c0{margin:0}.c1{font-weight:700}</style><p class='c0'><span class='c1 x'>Fees</span> rose</p>",
        "<p><span style='font-weight: bold'>Fees</span> rose</p>",
        "<p style='font-weight:600'>Fees</p><p>rose</p>",
    ],
)
def test_what_a_style_sets_bold_is_bold(page: str) -> None:
    parts = read_html(page.encode())
    assert [parts.text[start:end] for block in parts.blocks for start, end in block.bold] == ["Fees"]


@pytest.mark.parametrize(
    ("line", "more", "bold"),
    [
        ("<p><u>Fees</u></p>", "", True),
        ("<div><span><u>Fees</u></span></div>", "", True),
        ("<p><u>Fees</u> rose</p>", "", False),
        ("<p><u>Fees rose.</u></p>", "", False),
        ("<p><a href='/fees'><u>Fees</u></a></p>", "", False),
        ("<p><u>Fees</u></p>", "<h3>Locks</h3><h3>Gates</h3><h3>Nets</h3>", False),
        ("<p><u>Fees</u></p>", "<p>1. Locks</p><p>2. Gates</p><p>3. Nets</p>", False),
    ],
)
def test_several_lines_that_are_underlined_are_bold_where_nothing_else_tells_titles(
    line: str, more: str, *, bold: bool
) -> None:
    parts = read_html(f"<p>It was told.</p>{line * 4}{more}".encode())
    assert any(block.bold for block in parts.blocks) is bold
    assert not any(block.bold for block in read_html((line * 3).encode()).blocks)


@pytest.mark.parametrize(
    ("titles", "bold"),
    [
        (("Fees", "Bell", "Oars", "Tar"), ["Fees", "Bell", "Oars", "Tar"]),
        (("More", "More", "More", "More"), []),
        (("Fees", "Oars"), []),
    ],
)
def test_what_unfolds_the_text_below_it_is_bold(titles: tuple[str, ...], bold: list[str]) -> None:
    page = "".join(
        f"<div><div><a data-toggle='collapse' href='#{n}'> {title} </a></div><div id='{n}'>It was told.</div></div>"
        for n, title in enumerate(titles)
    )
    parts = read_html(f"<main><h1>Minutes</h1>{page}</main>".encode())
    assert [parts.text[start:end] for block in parts.blocks for start, end in block.bold] == bold


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
        "header: We use cookies",
        "header: Skip Agenda item",
        "header: Home Meetings",
        "header: Home / Cabinet",
        "heading1: Budget monitoring",
        "paragraph: To note the report.",
        "heading3: Minutes:",
        "paragraph: RESOLVED: That the report be noted.",
        "heading3: Supporting documents:",
        "list_item1: • Report, item 4",
        "paragraph: Page last updated: Monday 6 March 2023",
        "footer: Contact us",
    ]
    assert parts.warnings == (
        "set apart: cookie notice, 3 words",
        "set apart: site header, 3 words",
        "set apart: navigation, 2 words",
        "set apart: breadcrumbs, 3 words",
        "set apart: site footer, 2 words",
    )
    assert (parts.title, parts.date) == ("Budget monitoring", "2023-03-06")


MEETING = """<html><head><title>Agenda and minutes - Cabinet | Exampleton Council</title></head><body>
<div id="modgov"><h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Cabinet - Thursday, 4th July, 2024 10.00 am</h2>
<ul class="mgActionList"><li><a>Attendance details</a></li></ul>
<p><span class="mgLabel">Venue: </span>Town Hall</p>
<table class="mgItemTable"><caption>Items</caption><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI7"></a>12.</p></td>
<td><p class="mgAiTitleTxt"><a href="x.pdf">Fees <span class="mgFileSize">PDF 2 MB</span></a></p>
<div class="mgWordPara"><p>To set the fees.</p></div><p class="mgSubItemTitleTxt">Decision:</p>
<div class="mgWordPara"><p>That the fees be set.</p></div></td></tr></table></div></body></html>"""
DECISION = """<html><body><div id="modgov"><h1>Decision details</h1><h2 class="mgSubTitleTxt">Cleaning contract</h2>
<p><span class="mgLabel">Publication date: </span>08/07/2024</p>
<p><span class="mgLabel">Date of decision: </span>04/07/2024</p></div></body></html>"""
ITEM = """<html><body><h1>Agenda item - Street lighting</h1><ul class="mgActionList">
<li>Meeting of Cabinet, Thursday, 4th July, 2024 10.00 am (Item 5.)</li><li>Share this item</li></ul>
<p>The report was noted.</p><p>Page updated 9 July 2024</p></body></html>"""
LABELLED = """<html><body><h1>Agenda Item Details</h1><table><tr><td>Title:</td><td>Street lighting</td></tr>
<tr><td>Meeting Date:</td><td>Thu 4 Jul 2024</td></tr></table></body></html>"""


def test_a_title_across_a_table_heads_what_stands_below_it() -> None:
    rows = (
        "<tr><th colspan=2>4. Gate</th></tr><tr><td>Minute</td><td><p>It is rusty.</p><h4>Decision</h4><p>Paint it.</p>"
    )
    assert outline(read_html(f"<main><table>{rows}</td></tr></table></main>".encode())) == [
        "heading2: 4. Gate", "note: Minute", "paragraph: It is rusty.", "heading4: Decision", "paragraph: Paint it.",
    ]  # fmt: skip


def test_items_set_as_a_table_become_headings_with_their_numbers() -> None:
    parts = read_html(MEETING.encode())
    assert [line for line in outline(parts) if not line.startswith(("header", "footer"))] == [
        "heading1: Cabinet - Thursday, 4th July, 2024 10.00 am",
        "paragraph: Venue: Town Hall",
        "heading3: 12. Fees",
        "paragraph: To set the fees.",
        "heading4: Decision:",
        "paragraph: That the fees be set.",
    ]
    assert [block.anchor for block in parts.blocks if block.label == "12."] == ["AI7"]


def test_items_in_a_list_named_as_one_of_links_are_read() -> None:
    page = """<html><body><div id="modgov"><h1>Minutes</h1><ul class="mgActionList">
    <li><h3>12. Fees</h3><p>The fees were set.</p></li><li><h3>13. Ferries</h3><p>None sailed.</p></li></ul>
    <ul class="mgActionList"><li>Share these minutes</li></ul></div></body></html>"""
    assert outline(read_html(page.encode()))[1:-1] == [
        "heading3: 12. Fees",
        "paragraph: The fees were set.",
        "heading3: 13. Ferries",
        "paragraph: None sailed.",
    ]


def test_a_list_named_as_one_of_links_is_read_where_the_line_above_announces_it() -> None:
    page = """<html><body><div id="modgov"><h1>Minutes</h1><p><b>Present:</b></p>
    <ul class="mgActionList"><li>Councillor Ada Brindle (Chair)</li><li>Councillor Tom Orme</li></ul>
    <p>View the papers</p><ul class="mgActionList"><li>Printed minutes</li><li>Share these minutes</li></ul>
    <p>All were there.</p></div></body></html>"""
    assert [line for line in outline(read_html(page.encode())) if not line.startswith(("header", "footer"))] == [
        "heading1: Minutes",
        "paragraph: Present:",
        "list_item1: • Councillor Ada Brindle (Chair)",
        "list_item1: • Councillor Tom Orme",
        "paragraph: View the papers",
        "paragraph: All were there.",
    ]


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (MEETING, "Cabinet - Thursday, 4th July, 2024 10.00 am"),
        (DECISION, "Cleaning contract"),
        (ITEM, "Street lighting"),
        (LABELLED, "Street lighting"),
    ],
)
def test_a_page_of_a_committee_system_has_the_title_of_its_item_and_the_date_of_its_meeting(
    page: str, title: str
) -> None:
    parts = read_html(page.encode())
    assert (parts.title, parts.date) == (title, "2024-07-04")


@pytest.mark.parametrize(
    ("head", "body", "site"),
    [
        ('<meta property="og:site_name" content="Exampleton Council">', "", "Exampleton Council"),
        (
            '<meta property="og:site_name" content="Home"><title>Fees - Exampleton Council</title>',
            "",
            "Exampleton Council",
        ),
        ('<meta name="eGMS.publisher" content="Exampleton Council">', "", "Exampleton Council"),
        ("<title>Item - Fees | Exampleton Council</title>", "", "Exampleton Council"),
        ("<title>Exampleton Council > Meetings > Details</title>", "", "Exampleton Council"),
        ("<title>Minutes - Health and Wellbeing Board</title>", "", None),
        ("<title>Agenda - Full Council</title>", "", None),
        ("<title>Council Tax - Council</title>", "", None),
        ("", '<a class="logo"><img alt="Exampleton Council logo - home page"></a>', "Exampleton Council"),
        ("", '<img alt="Exampleton Council">', None),
        (
            '<script type="application/ld+json">{"publisher": {"name": "Exampleton Council"}}</script>',
            "",
            "Exampleton Council",
        ),
        ('<script type="application/ld+json">{"publisher": "</script>', "", None),
    ],
)
def test_the_organisation_whose_site_it_is(head: str, body: str, site: str | None) -> None:
    assert read_html(f"<html><head>{head}</head><body>{body}<p>Text</p></body></html>".encode()).site == site


@pytest.mark.parametrize(
    ("body", "anchors"),
    [
        ('<h2 id="fees">Fees</h2><p>Set.</p>', ["fees", "fees"]),
        ('<p>A</p><a name="two"></a><p>B</p>', [None, "two"]),
        ('<div id="all"><p>A</p><p id="b">B</p></div><p>C</p>', ["all", "b", "b"]),
        ('<p>A <b id="late">B</b></p><p>C</p>', [None, "late"]),
        ('<table><tr><td>A<td>B<tr id="r"><td>C<td>D</table><p>E</p>', [None, "r", "r"]),
        ('<ul><li id="one">A<li>B</ul>', ["one", "one"]),
    ],
)
def test_a_block_has_the_anchor_at_it_or_above(body: str, anchors: list[str | None]) -> None:
    assert [block.anchor for block in read_html(body.encode()).blocks] == anchors


@pytest.mark.parametrize(
    ("body", "text", "warnings"),
    [
        ('<p hidden>no</p><p>yes</p><p style="display: none">no</p>', "yes", ("left out: hidden text, 2 words",)),
        ('<p>yes <span aria-hidden="true">no</span></p>', "yes", ("left out: hidden text, 1 words",)),
        ('<p>yes <span class="visually-hidden">no</span></p>', "yes", ("left out: hidden text, 1 words",)),
        ("<p>yes <del>no</del></p>", "yes", ("left out: deleted text, 1 words",)),
        ('<a href="#part">Show</a><p id="part" hidden>yes</p>', "Show\nyes", ()),
        ('<p>yes</p><embed src="minutes.pdf">', "yes", ("not read: documents embedded in the page, 1",)),
    ],
)
def test_what_is_not_seen_is_left_out_and_counted(body: str, text: str, warnings: tuple[str, ...]) -> None:
    parts = read_html(f"<p>One two three four</p>{body}".encode())
    assert (parts.text, parts.warnings) == (f"One two three four\n{text}", warnings)


def test_a_text_that_is_called_navigation_is_read() -> None:
    said = " ".join(["The ferry sailed at noon and was full."] * 5)
    page = f'<body><p>{said * 3}</p><div class="local-nav"><p>{said}</p><a href="x">Up</a></div></body>'
    assert [line.partition(":")[0] for line in outline(read_html(page.encode()))] == ["paragraph"] * 3


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


def test_a_page_of_absurdly_many_tags_is_refused_at_once() -> None:
    with pytest.raises(InputError, match="holds 200001 tags"):
        read_html(b"<p>" * (MAX_TAGS + 1))


def test_absurd_spans_do_no_harm() -> None:
    assert read_html(b"<table><tr><td colspan=9999999 rowspan=9999999>A<td>B</table>").text.split() == ["A", "B"]


@pytest.mark.parametrize(("depth", "partial"), [(240, False), (5000, True)])
@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li"])
def test_nesting_that_is_too_deep_to_be_read_is_reported(tag: str, depth: int, partial: bool) -> None:
    opened = f"<{tag}>" * (depth // (tag.count("<") + 1))
    parts = read_html(f"<p>first</p>{opened}deep".encode())
    assert ("deep" in parts.text, parts.receipt().partial) == (not partial, partial)


def test_characters_that_may_not_be_written_are_left_out_of_a_title() -> None:
    page = ITEM.replace("Street lighting", "Street &#1;lighting").encode()
    assert any(block.kind == "heading" for block in read_html(page).blocks)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>a&#1;b<br>c\x1fd</p>", "ab\ncd"),
        ("<p>one\x0ctwo</p>", "one two"),
        ("<p>a<script></script>&#xfffe;b</p>", "ab"),
        ("<table><tr><td><a name='&#2;x'>1</a></td><td><h3>Title</h3></td></tr></table>", "1 Title"),
    ],
)
def test_characters_that_may_not_be_written_are_left_out(page: str, text: str) -> None:
    assert read_html(page.encode()).text.split() == text.split()
