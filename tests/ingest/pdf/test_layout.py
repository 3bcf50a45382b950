"""Pages as boards lay them out, and the blocks that a reader sees in them."""

from collections import Counter

import pytest

from ingest.pdf.hyphens import is_hyphenated
from ingest.pdf.reader import read_pdf
from tests.ingest.pdf.drawing import LEADING, Drawing, blocks_in, written


def test_centred_title_above_body_text() -> None:
    page = Drawing()
    page.text(297, 80, "Harrow Vale District Council", size=16, bold=True, set_="centre")
    page.text(297, 102, "Licensing Panel", size=16, bold=True, set_="centre")
    page.text(297, 130, "Minutes of the meeting held on 4 March 2024", set_="centre")
    page.text(297, 144, "in the Corn Exchange", set_="centre")
    page.paragraph(
        72,
        180,
        "The Chair opened the meeting at 10.00 am and welcomed the members of the public who had come to "
        "hear the review of the licence for the Old Granary.",
        width=450,
    )
    assert blocks_in(page) == written("""
        heading Harrow Vale District Council
        heading Licensing Panel
        paragraph Minutes of the meeting held on 4 March 2024
        paragraph in the Corn Exchange
        paragraph The Chair opened the meeting at 10.00 am and welcomed the members of the public who had come to
            hear the review of the licence for the Old Granary.
    """)


def test_what_was_decided_is_no_heading_though_it_is_in_bold() -> None:
    page = Drawing()
    page.text(60, 80, "3 Lock keeper's report", bold=True)
    page.text(60, 110, "3.1 The Board noted the report.", bold=True)
    page.text(60, 140, "3.2 RESOLVED", bold=True)
    page.text(60, 170, "a) to oil the gates; and", bold=True)
    assert [told.split()[0] for told in blocks_in(page)] == ["heading", "list_item", "heading", "list_item"]


def test_bold_that_ends_within_a_line_ends_no_paragraph() -> None:
    page = Drawing()
    page.text(60, 80, "It was resolved that the weir be rebuilt in stone before", bold=True)
    page.text(60, 94, "winter.", bold=True)
    page.text(page.end(60, "winter. ", bold=True), 94, "The engineer left the meeting.")
    assert blocks_in(page) == written("""
        paragraph It was resolved that the weir be rebuilt in stone before winter. The engineer left the meeting.
    """)


@pytest.mark.parametrize(
    ("text", "rule", "kind"),
    [
        ("Fees and charges", (0.0, 0.0), "heading"),
        ("Fees and charges", (-10.0, 200.0), "paragraph"),  # of a table, or across the page
        ("Fees and charges", (0.0, -40.0), "paragraph"),
        ("mill@fenwold.example", (0.0, 0.0), "paragraph"),
        ("They stay as they are.", (0.0, 0.0), "paragraph"),
    ],
)
@pytest.mark.parametrize("times", [1, 4])
def test_several_lines_underlined_from_end_to_end_are_titles(
    text: str, rule: tuple[float, float], kind: str, *, times: int
) -> None:
    page = Drawing()
    for y in range(80, 80 + 80 * times, 80):
        page.text(60, y - 14, "Those who came were Una Keld and Tom Orme")
        page.text(60, y, text)
        page.rule(60 + rule[0], y + 1.5, page.end(60, text) + rule[1], y + 1.5)
        page.text(60, y + 14, "None of them was heard.")
    assert blocks_in(page).count(f"heading {text}") == (times if kind == "heading" and times > 1 else 0)


def test_underlined_lines_are_no_titles_where_numbers_are() -> None:
    page = Drawing()
    for number in range(1, 6):
        page.text(60, 80 * number, f"{number}. Locks and weirs")
        page.text(60, 80 * number + 20, "As amended")
        page.rule(60, 80 * number + 21.5, page.end(60, "As amended"), 80 * number + 21.5)
    assert not any(block.startswith("heading") for block in blocks_in(page))


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("number", ["", "4.1"])
@pytest.mark.parametrize("told", [("Received:", "Resolved:"), ("RECEIVED", "RESOLVED")])
def test_what_was_done_stands_beside_its_text(told: tuple[str, str], number: str, *, ruled: bool) -> None:
    page = Drawing()
    texts = (
        "the accounts of the ferry.",
        "that the ferry be laid up until it has been tarred and its chain made good.",
    )
    if ruled:
        rows = [(number, *cells) if number else cells for cells in zip(told, texts, strict=True)]
        page.table(60, 80, [40, 90, 300][-len(rows[0]) :], rows, header=False)
    else:
        y = 80.0
        for word, text in zip(told, texts, strict=True):
            page.text(60, y, f"{number} {word}")
            y = page.paragraph(180, y, text, width=320)
    kind = "list_item" if number else "paragraph"
    assert blocks_in(page) == [
        " ".join(filter(None, (kind, number, word, text))) for word, text in zip(told, texts, strict=True)
    ]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_tally_of_what_was_done_is_a_table(*, ruled: bool) -> None:
    page = Drawing()
    rows = [("Approved", "12 moorings"), ("Confirmed", "9 moorings"), ("Withdrawn", "2 moorings")]
    if ruled:
        page.table(60, 80, [100, 100], rows, header=False)
    else:
        page.columns(60, 80, [260], rows)
    assert [block.split()[0] for block in blocks_in(page)] == ["table_row"] * 3


def test_headings_numbered_in_a_margin() -> None:
    page = Drawing()
    page.text(60, 80, "1.", bold=True)
    page.text(110, 80, "Apologies for absence", bold=True)
    y = page.paragraph(
        110,
        104,
        "Apologies were received from Councillor Thorne and from the Head of Service, who was at another meeting.",
        width=410,
    )
    page.text(60, y + 10, "2.", bold=True)
    page.text(110, y + 10, "Minutes of the last meeting", bold=True)
    y = page.paragraph(
        110, y + 34, "The minutes of the meeting of 8 January were agreed as a correct record and signed.", width=410
    )
    page.text(60, y + 10, "2.1")
    page.paragraph(
        110,
        y + 10,
        "Members asked what had become of the lamp in Mill Lane. The Clerk said that the order had "
        "been placed in February and that the contractor would come before Easter.",
        width=410,
    )
    assert blocks_in(page) == written("""
        heading 1. Apologies for absence
        paragraph Apologies were received from Councillor Thorne and from the Head of Service, who was at
            another meeting.
        heading 2. Minutes of the last meeting
        paragraph The minutes of the meeting of 8 January were agreed as a correct record and signed.
        list_item 2.1 Members asked what had become of the lamp in Mill Lane. The Clerk said that the order had
            been placed in February and that the contractor would come before Easter.
    """)


TRANSPORT = (
    ("The Head of Transport said that forty pupils had no seat on the school buses in the first week of term, and that "
     "a second coach had been hired until the end of October.", None),
    ("Members asked for the cost of the second coach, and for a forecast of the number of pupils in the next three "
     "years.", "JS"),
    ("The Chair thanked the drivers, who had worked through the storm of 14 October without the loss of a single "
     "journey.", None),
    ("The timetable for the spring term is to be sent to every school before the holiday begins, with a map of the "
     "stops.", "PM/AK"),
    ("A survey of the parents who do not use the buses is to be made again, because only nine had answered the first "
     "one.", "All"),
)  # fmt: skip


@pytest.mark.parametrize("headed", [True, False], ids=["under a heading", "without a heading"])
@pytest.mark.parametrize("ruled", [True, False], ids=["ruled", "not ruled"])
def test_initials_in_an_action_column(ruled: bool, headed: bool) -> None:
    page = Drawing()
    page.text(60, 80, "5. School transport", bold=True)
    if headed:
        page.text(500, 80, "Action", bold=True)
    y = 104.0
    for text, initials in TRANSPORT:
        if initials:
            page.text(500, y + LEADING, initials)
        y = page.paragraph(60, y, text, width=400)
    if ruled:
        page.rule(490, 66, 490, y)
    expected = """
        heading 5. School transport
        paragraph The Head of Transport said that forty pupils had no seat on the school buses in the first week of
            term, and that a second coach had been hired until the end of October.
        paragraph Members asked for the cost of the second coach, and for a forecast of the number of pupils in the
            next three years.
        note JS
        paragraph The Chair thanked the drivers, who had worked through the storm of 14 October without the loss of a
            single journey.
        paragraph The timetable for the spring term is to be sent to every school before the holiday begins, with a
            map of the stops.
        note PM/AK
        paragraph A survey of the parents who do not use the buses is to be made again, because only nine had answered
            the first one.
        note All
    """
    blocks = written(expected)
    if headed:
        blocks.insert(1, "note Action")
    assert blocks_in(page) == blocks


@pytest.mark.parametrize("width", [400, 437], ids=["far from the text", "close to the text"])
def test_initials_without_a_heading_or_a_rule_stand_in_a_column_of_their_own(width: float) -> None:
    page = Drawing()
    y = 80.0
    for text, initials in TRANSPORT:
        if initials:
            page.text(505, y, initials, bold=True)
        y = page.paragraph(60, y, text, width=width)
    notes = [block for block in blocks_in(page) if block.startswith("note")]
    assert notes == ["note JS", "note PM/AK", "note All"]


ALLOTMENTS = (
    "The Warden reported that all but three of the sixty plots were let, that the water butts had been cleaned and "
    "that the new gate had been hung. Nine people were on the waiting list, of whom two lived outside the parish. He "
    "asked the Committee to think again about the rule on bonfires, since the neighbours in Pound Row had written to "
    "complain of smoke on four evenings in April."
)
BONFIRES = (
    "Members were of two minds. Some held that a bonfire a month did no harm, others that a compost bay would serve as "
    "well and cost no more than a few pallets. The Clerk was to ask the insurers what they thought, and to bring a "
    "form of words to the next meeting so that the rule could be settled before the autumn, when most of the burning "
    "is done."
)


def test_minutes_laid_out_as_a_table_over_two_pages() -> None:
    page = Drawing()
    widths = (50, 340, 80)
    page.table(60, 60, widths, [
        ("Item", "Discussion", "Action"),
        ("1", "Apologies were received from Mr Penrose.", ""),
        ("2", ALLOTMENTS, "Warden"),
    ])  # fmt: skip
    page.next_page()
    page.table(60, 60, widths, [
        ("3", BONFIRES, "Clerk"),
        ("4", "The next meeting will be held on 9 July.", "All"),
    ], header=False)  # fmt: skip
    assert blocks_in(page) == written(f"""
        table_row Item | Discussion | Action
        list_item 1 Apologies were received from Mr Penrose.
        list_item 2 {ALLOTMENTS}
        note Warden
        list_item 3 {BONFIRES}
        note Clerk
        list_item 4 The next meeting will be held on 9 July.
        note All
    """)


def test_a_title_of_one_word_beside_its_number_is_no_note() -> None:
    page = Drawing()
    page.table(60, 60, (50, 420), [("1", ALLOTMENTS), ("2", "Bonfires"), ("3", BONFIRES)], header=False)
    assert blocks_in(page) == written(f"""
        list_item 1 {ALLOTMENTS}
        list_item 2 Bonfires
        list_item 3 {BONFIRES}
    """)


def test_two_columns_under_a_heading_across_the_page() -> None:
    page = Drawing()
    page.text(60, 80, "The year on the allotments, told by those who dig them", size=16, bold=True)
    page.paragraph(60, 110, ALLOTMENTS, width=220)
    page.paragraph(320, 110, BONFIRES, width=220)
    assert blocks_in(page) == written(f"""
        heading The year on the allotments, told by those who dig them
        paragraph {ALLOTMENTS}
        paragraph {BONFIRES}
    """)


def test_attendance_in_two_columns() -> None:
    page = Drawing()
    page.text(60, 80, "Present:", bold=True)
    page.lines(60, 100, ["Cllr Ida Marsh (Chair)", "Cllr Owen Tull", "Cllr Petra Vane"])
    page.lines(310, 100, ["Cllr Una Beck", "Cllr Rolf Carr", "Cllr Nan Dell"])
    page.paragraph(
        60,
        190,
        "Three members of the public and a reporter from the local paper were there, and spoke under the "
        "second item of business.",
        width=450,
    )
    assert blocks_in(page) == written("""
        heading Present:
        table_row Cllr Ida Marsh (Chair) | Cllr Una Beck
        table_row Cllr Owen Tull | Cllr Rolf Carr
        table_row Cllr Petra Vane | Cllr Nan Dell
        paragraph Three members of the public and a reporter from the local paper were there, and spoke under the
            second item of business.
    """)


def test_ruled_table_of_figures() -> None:
    page = Drawing()
    y = page.paragraph(
        60, 80, "The table shows how many requests were made in each of the last three years.", width=450
    )
    y = page.table(60, y, (160, 90, 90, 90), [
        ("Measure", "2021/22", "2022/23", "2023/24"),
        ("Requests for assessment", "412", "1,038", "1,150"),
        ("Issued within 20 weeks", "58.2%", "", "61%"),
        ("Cost of transport to school outside the district", "£5.5m", "£6.1m", "£7m"),
    ])  # fmt: skip
    page.paragraph(60, y, "Members noted the figures, and asked why there was none for one of the years.", width=450)
    assert blocks_in(page) == written("""
        paragraph The table shows how many requests were made in each of the last three years.
        table_row Measure | 2021/22 | 2022/23 | 2023/24
        table_row Requests for assessment | 412 | 1,038 | 1,150
        table_row Issued within 20 weeks | 58.2% | | 61%
        table_row Cost of transport to school outside the district | £5.5m | £6.1m | £7m
        paragraph Members noted the figures, and asked why there was none for one of the years.
    """)


def test_unruled_table_of_figures() -> None:
    page = Drawing()
    y = page.paragraph(60, 80, "The table shows the share of requests that were met in time.", width=450)
    page.columns(60, y, (280, 380, 480), [
        ("Measure", "In 2021", "In 2022", "In 2023"),
        ("Requests met", "58.2%", "60.0%", "61.4%"),
        ("Cost", "£5.5m", "£12.1m", "£7m"),
    ])  # fmt: skip
    page.paragraph(60, y + 5 * LEADING, "Members noted the figures.", width=450)
    assert blocks_in(page) == written("""
        paragraph The table shows the share of requests that were met in time.
        table_row Measure | In 2021 | In 2022 | In 2023
        table_row Requests met | 58.2% | 60.0% | 61.4%
        table_row Cost | £5.5m | £12.1m | £7m
        paragraph Members noted the figures.
    """)


def test_attendance_matrix() -> None:
    page = Drawing()
    page.table(60, 80, (160, 60, 60, 60, 60), [
        ("Member", "Jan", "Mar", "May", "Jul"),
        ("Cllr Ida Marsh", "P", "P", "A", "P"),
        ("Cllr Owen Tull", "P", "S", "", ""),
        ("Mr B. Sable", "", "P", "P", "P"),
    ])  # fmt: skip
    assert blocks_in(page) == written("""
        table_row Member | Jan | Mar | May | Jul
        table_row Cllr Ida Marsh | P | P | A | P
        table_row Cllr Owen Tull | P | S | |
        table_row Mr B. Sable | | P | P | P
    """)


def test_names_in_two_columns_each_under_its_own_label() -> None:
    page = Drawing()
    page.text(60, 80, "Present:", bold=True)
    page.text(310, 80, "In attendance:", bold=True)
    page.lines(60, 100, ["Cllr Ida Marsh (Chair)", "Cllr Owen Tull", "Cllr Petra Vane"])
    page.lines(310, 100, ["Una Beck, Director of Works", "Rolf Carr, Solicitor", "Nan Dell, Clerk"])
    assert blocks_in(page) == written("""
        table_row Present: | In attendance:
        table_row Cllr Ida Marsh (Chair) | Una Beck, Director of Works
        table_row Cllr Owen Tull | Rolf Carr, Solicitor
        table_row Cllr Petra Vane | Nan Dell, Clerk
    """)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (["Ada Brindle, Chair", "Tom Orme, Treasurer", "Una Keld, Head of the", "Lock Office"], 3),
        (["Ada Brindle – Chair", "Tom Orme – Treasurer of Fenwold"], 2),  # which fills its line
        (["Ada Brindle (Chair)", "Tom Orme"], 2),
        (["Ada Brindle, Tom Orme,", "Una Keld, Nia Tay"], 1),
        (["Ada Brindle and Tom Orme sent", "word that they would be late."], 1),
    ],
)
def test_each_person_in_a_cell_is_a_row(lines: list[str], rows: int) -> None:
    page = Drawing()
    page.frame(60, 80, 160, 140)
    page.frame(160, 80, 330, 140)
    page.text(64, 94, "Present:")
    page.lines(164, 94, lines)
    assert len(blocks_in(page)) == rows


@pytest.mark.parametrize(("head", "kind"), [("Discussion", "note"), ("Decision", "heading"), ("Rent", "table_row")])
def test_a_title_across_a_table_heads_what_stands_below_it(head: str, kind: str) -> None:
    page = Drawing()
    page.frame(60, 80, 500, 100)
    page.text(64, 94, "4. Gate")
    for x0, x1, text in ((60, 160, head), (160, 500, "It is to be hung by the end of May.")):
        page.frame(x0, 100, x1, 120)
        page.text(x0 + 4, 114, text)
    blocks = blocks_in(page)
    assert [block.split()[0] for block in blocks] == (
        ["table_row", "table_row"] if kind == "table_row" else ["heading", kind, "paragraph"]
    )


@pytest.mark.parametrize(("widths", "tables"), [((60, 200, 180), 2), ((220, 110, 110), 1)])
def test_tables_that_touch_are_two_where_no_line_between_columns_goes_on(
    widths: tuple[float, float, float], tables: int
) -> None:
    page = Drawing()
    end = page.table(60, 80, (220, 220), [("Name", "Office"), ("Ada Brindle", "Chair"), ("Tom Orme", "Treasurer")])
    page.table(60, end - 2 * LEADING, widths, [("No.", "Fee", "Due"), ("1", "£30", "May"), ("2", "£40", "June")])
    rows = [block for block in read_pdf(page.done()).blocks if block.kind == "table_row"]
    assert len({row.table for row in rows}) == tables


def test_people_in_two_columns_on_lines_of_their_own() -> None:
    page = Drawing()
    left = ["Present:", "Ada Brindle (Chair)", "Una Keld", " ", "Apologies:", "Tom Orme"]
    right = ["Officials:", "Nia Tay (Weir Office,", "secretariat)", "Wren Sallow", "Presenters:", "Jory Fell"]
    for x, column in ((60, left), (300, right)):
        for number, text in enumerate(column):
            page.text(x, 80 + 24 * number, text)
    page.paragraph(60, 260, "The note of the last meeting was agreed, and all who wrote it were thanked.", width=460)
    told = " ".join(blocks_in(page))
    assert told.index("Tom Orme") < told.index("Officials:") < told.index("Nia Tay (Weir Office, secretariat)")


def test_labels_before_a_wide_gap() -> None:
    page = Drawing()
    for y, label, text in [
        (80, "Date:", "Tuesday 4 March 2024"),
        (100, "Time:", "10.00 am"),
        (120, "Place:", "Corn Exchange"),
    ]:
        page.text(60, y, label, bold=True)
        page.text(160, y, text)
    assert blocks_in(page) == written("""
        table_row Date: | Tuesday 4 March 2024
        table_row Time: | 10.00 am
        table_row Place: | Corn Exchange
    """)


def test_text_in_a_box_is_no_table() -> None:
    page = Drawing()
    page.paragraph(60, 80, ALLOTMENTS, width=450)
    page.frame(60, 170, 500, 240)
    advice = "Recommendation: that the Committee agree to mend the roof of the large hall at the price in the report."
    page.paragraph(70, 190, advice, width=400)
    page.paragraph(60, 270, "The Chair said that the matter was urgent.", width=450)
    assert blocks_in(page) == [
        f"paragraph {ALLOTMENTS}",
        f"paragraph {advice}",
        "paragraph The Chair said that the matter was urgent.",
    ]


def test_raised_ordinal_stays_with_its_number() -> None:
    page = Drawing()
    page.text(60, 80, "The meeting of 8")
    page.text(144, 76, "th", size=7)
    page.text(155, 80, "July was closed at nine in the evening.")
    assert blocks_in(page) == ["paragraph The meeting of 8th July was closed at nine in the evening."]


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (["The mean of the readings at the old mill fell from 41.2 units in 2022 to", "33.8 Units in 2024."], 1),
        (["That the programme of works be approved for all the years from 2025/26 to", "2028/29 And no longer."], 1),
        (
            ["The mean of the readings at the old mill fell from 41.2 units in that year.", "33.8 Readings were made."],
            2,
        ),
    ],
)
def test_a_figure_that_a_sentence_breaks_before_is_no_label(lines: list[str], blocks: int) -> None:
    page = Drawing()
    page.lines(60, 80, lines)
    assert len(blocks_in(page)) == blocks


def test_paragraph_over_a_page_break() -> None:
    page = Drawing()
    page.text(60, 80, "6. Footbridge", bold=True)
    page.lines(60, 760, ["RESOLVED that the tender of Bridgewright and Daughters be accepted, and that the"])
    page.next_page()
    page.lines(60, 80, ["footbridge be closed to the public from 3 June until the work is done."])
    page.paragraph(60, 115, ALLOTMENTS, width=450)
    assert blocks_in(page) == written(f"""
        heading 6. Footbridge
        paragraph RESOLVED that the tender of Bridgewright and Daughters be accepted, and that the footbridge be closed
            to the public from 3 June until the work is done.
        paragraph {ALLOTMENTS}
    """)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Its play area will be closed for main-", "tenance in May."], "will be closed for maintenance in May."),
        (["The lawn by the school is to be re-", "seeded in May."], "is to be re-seeded in May."),
        (["They asked for a price of £900-", "1,200 for the fence."], "a price of £900-1,200 for the fence."),
        (["See www.harrowvale.example/a-", "long-page for it."], "www.harrowvale.example/a-long-page for it."),
    ],
    ids=["broken word", "compound", "range", "address"],
)
def test_hyphen_at_a_line_end(lines: list[str], text: str) -> None:
    page = Drawing()
    page.lines(60, 80, ["No maintenance was done last year.", *lines])
    assert blocks_in(page)[0].endswith(text)


def test_furniture_of_the_page_is_kept_and_marked() -> None:
    page = Drawing()
    texts = [ALLOTMENTS, BONFIRES, "The Chair closed the meeting at 8.40 pm.", "The papers are with the Clerk."]
    for number, text in enumerate(texts, start=1):
        page.text(60, 40, "Harrow Vale Allotments Committee", size=9)
        page.text(535, 40, "2 May 2024", size=9, set_="right")
        page.paragraph(60, 90, text, width=450)
        page.text(60, 800, "Draft until confirmed", size=9)
        page.text(297, 815, f"Page {number} of 4", size=9, set_="centre")
        if number < 4:
            page.next_page()
    header = "header Harrow Vale Allotments Committee 2 May 2024"
    footer = "footer Draft until confirmed"
    assert blocks_in(page) == [
        block
        for number, text in enumerate(texts, start=1)
        for block in (header, f"paragraph {text}", footer, f"footer Page {number} of 4")
    ]


def test_paragraph_runs_on_past_the_furniture_of_the_page() -> None:
    page = Drawing()
    page.lines(60, 740, ["RESOLVED that the tender of Bridgewright and Daughters be accepted, and that the"])
    page.text(297, 815, "1", size=9, set_="centre")
    page.next_page()
    page.lines(60, 80, ["footbridge be closed to the public from 3 June until the work is done."])
    page.text(297, 815, "2", size=9, set_="centre")
    assert blocks_in(page) == written("""
        paragraph RESOLVED that the tender of Bridgewright and Daughters be accepted, and that the footbridge be closed
            to the public from 3 June until the work is done.
        footer 1
        footer 2
    """)


def test_names_that_hang_below_a_tab_go_on() -> None:
    page = Drawing()
    page.text(60, 80, "Present:", bold=True)
    y = page.paragraph(140, 80, "Ada Brindle, Tom Orme, Una Keld, Bo Fell, Nia Tay, Wren Sallow, Ida Lark", width=330)
    page.text(60, y, "In attendance:", bold=True)
    y = page.paragraph(140, y, "Ms Cora Vine (Clerk to the Trustees and Keeper of the Records of the Mill)", width=330)
    page.text(140, y, "Mr Odo Pike")
    assert blocks_in(page) == written("""
        paragraph Present: Ada Brindle, Tom Orme, Una Keld, Bo Fell, Nia Tay, Wren Sallow, Ida Lark
        paragraph In attendance: Ms Cora Vine (Clerk to the Trustees and Keeper of the Records of the Mill)
        paragraph Mr Odo Pike
    """)


def test_lists_with_hanging_indents() -> None:
    page = Drawing()
    y = page.paragraph(60, 80, "RESOLVED:", width=450)
    for x, label, text in [
        (
            60,
            "1.",
            "That the budget for the coming year be approved as set out in the report of the Treasurer, less the sum "
            "for the clock.",
        ),
        (60, "2.", "That the Clerk be asked to obtain three prices for each of these:"),
        (
            90,
            "(a)",
            "the repair of the lychgate, with a note of how long the road would have to be closed while the work is "
            "done;",
        ),
        (90, "(b)", "the painting of the railings:"),
        (120, "(i)", "in black, as they are now; or"),
        (120, "(ii)", "in green, as they were until the coronation, if enough of the old paint can be found to match."),
        (60, "3.", "That the report be noted."),
    ]:
        page.text(x, y, label)
        y = page.paragraph(x + 26, y, text, width=510 - x - 26)
    assert blocks_in(page) == written("""
        paragraph RESOLVED:
        list_item 1. That the budget for the coming year be approved as set out in the report of the Treasurer, less
            the sum for the clock.
        list_item 2. That the Clerk be asked to obtain three prices for each of these:
        list_item (a) the repair of the lychgate, with a note of how long the road would have to be closed while the
            work is done;
        list_item (b) the painting of the railings:
        list_item (i) in black, as they are now; or
        list_item (ii) in green, as they were until the coronation, if enough of the old paint can be found to match.
        list_item 3. That the report be noted.
    """)


@pytest.mark.parametrize("bullet", ["•", "-", "–", "o", "*"])
def test_bullets(bullet: str) -> None:
    page = Drawing()
    page.text(60, 80, "The Warden asked for:")
    y = 100.0
    for text in ("a new lock for the gate, of the kind that was fitted at the other site in the spring;", "two keys."):
        page.text(70, y, bullet)
        y = page.paragraph(88, y, text, width=300)
    assert blocks_in(page) == [
        "paragraph The Warden asked for:",
        f"list_item {bullet} a new lock for the gate, of the kind that was fitted at the other site in the spring;",
        f"list_item {bullet} two keys.",
    ]


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("41/24APOLOGIES", "41/24"),
        ("3.2The", "3.2"),
        ("12.The", "12."),
        ("24/7Support", None),
        ("2.5MW", None),
        ("1.2m", None),
    ],
)
def test_a_number_with_no_room_after_it_is_a_label_still(word: str, label: str | None) -> None:
    page = Drawing()
    page.text(72, 100, f"{word} of the club were read to all who had come.")
    kind = "list_item" if label else "paragraph"
    assert blocks_in(page) == [f"{kind} {word} of the club were read to all who had come."]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_page_shown_turned_is_read_as_it_is_shown(degrees: int) -> None:
    page = Drawing(rotated=degrees)
    page.text(60, 80, "7. Clock tower", bold=True)
    page.paragraph(60, 104, BONFIRES, width=400)
    assert blocks_in(page) == ["heading 7. Clock tower", f"paragraph {BONFIRES}"]


def test_figures_of_an_unruled_row_are_cells_and_not_labels() -> None:
    page = Drawing()
    for y, row in ((80, ("Requests", "412", "1,038", "1,150")), (96, ("Answers", "398", "1,002", "1,131"))):
        for x, cell in zip((72, 250, 330, 410), row, strict=True):
            page.text(x, y, cell)
    assert blocks_in(page) == written("""
        table_row Requests | 412 | 1,038 | 1,150
        table_row Answers | 398 | 1,002 | 1,131
    """)


def test_a_word_in_two_overlapping_cells_stands_once() -> None:
    page = Drawing()
    page.frame(60, 70, 110, 92)
    page.frame(110, 70, 480, 92)
    page.frame(66, 64, 104, 84)
    page.frame(104, 64, 480, 84)
    page.text(80, 82, "4.")
    page.text(120, 82, "Repairs to the boathouse")
    text = " ".join(blocks_in(page))
    assert text.count("4.") == 1
    assert text.count("boathouse") == 1


def test_two_short_paragraphs_far_apart_are_two() -> None:
    page = Drawing()
    page.text(72, 80, "The hall was full by seven o'clock and the Chair asked for patience")
    page.text(72, 120, "The treasurer then gave an account of the fair and of what it had raised")
    assert len(blocks_in(page)) == 2


def test_boxes_end_at_the_edge_of_the_page() -> None:
    page = Drawing()
    page.text(-12, 80, "Overhanging words are cut at the left edge, and at the right edge of the page those words too.")
    words = read_pdf(page.done()).words
    assert words is not None
    assert words.box[:, 0].min() >= 0
    assert words.box[:, 2].max() <= page.width


@pytest.mark.parametrize(
    ("text", "following", "kept"),
    [
        ("bene-", "fits", False),
        ("recom-", "mendation", False),
        ("Hollin-", "shaw", False),
        ("long-", "term", True),
        ("non-", "executive", True),
        ("2019-", "20", True),
        ("Hart-", "Dyke", True),
    ],
)
def test_hyphen_that_the_document_does_not_explain(text: str, following: str, kept: bool) -> None:
    assert is_hyphenated(text, following, Counter()) == kept


@pytest.mark.parametrize(("end", "kinds"), [("to", ["paragraph"]), ("year.", ["paragraph", "list_item"])])
def test_a_number_that_a_sentence_breaks_before_is_no_label(end: str, kinds: list[str]) -> None:
    page = Drawing()
    lines = [
        f"The speed limit in Mill Lane was to be lowered by the county from the first of next month {end}",
        "30. Members were glad of it and asked that signs be put up as soon as they could be had from them.",
    ]
    for number, line in enumerate(lines):
        page.text(60, 80 + number * LEADING, line)
    assert [block.split()[0] for block in blocks_in(page)] == kinds


def test_letters_set_apart_are_words() -> None:
    page = Drawing()
    x = 200.0
    for letter in "MINUTES OF 2024":
        page.text(x, 80, letter, size=16, bold=True)
        x = page.end(x, letter, size=16, bold=True) + 6
    page.paragraph(60, 110, "The vice-chair opened the meeting at 7 pm in the new hall of the school.", width=450)
    assert blocks_in(page)[0] == "heading MINUTES OF 2024"


@pytest.mark.parametrize("row", ["P A P P A P A", "2 m x 3 m x 4 m"])
def test_single_letters_that_spell_no_word_stay_apart(row: str) -> None:
    page = Drawing()
    page.text(60, 80, row)
    assert blocks_in(page)[0].endswith(row)


def test_a_watermark_is_no_part_of_the_text_that_it_lies_on() -> None:
    page = Drawing()
    page.text(80, 180, "DRAFT", size=150)
    page.paragraph(60, 90, f"{ALLOTMENTS} {BONFIRES}", width=450)
    assert blocks_in(page) == ["header DRAFT", f"paragraph {ALLOTMENTS} {BONFIRES}"]


def test_blank_lines_may_be_numbered_too() -> None:
    page = Drawing()
    lines = ["", *page.broken(ALLOTMENTS, 400), "", *page.broken(BONFIRES, 400), ""]
    for number, line in enumerate(lines, start=1):
        page.text(60, 80 + number * LEADING, str(number), size=9, set_="right")
        page.text(80, 80 + number * LEADING, line)
    page.text(300, 815, "1")
    assert [block for block in blocks_in(page) if not block.startswith("footer")] == [
        f"paragraph {ALLOTMENTS}",
        f"paragraph {BONFIRES}",
    ]


def test_offices_in_an_action_column_below_text_as_wide_as_the_page() -> None:
    page = Drawing()
    y = page.paragraph(
        60, 80, f"Present: {', '.join(f'Councillor {name} Marlow' for name in 'ABCDEFGHJK')}.", width=480
    )
    for text, who in ((ALLOTMENTS, "Clerk"), (BONFIRES, "Chairman"), (ALLOTMENTS, "Clerk"), (BONFIRES, "JM")):
        page.text(490, y, who)
        y = page.paragraph(60, y, text, width=400)
    notes = [block for block in blocks_in(page) if block.startswith("note")]
    assert notes == ["note Clerk", "note Chairman", "note Clerk", "note JM"]


def test_a_currency_sign_at_the_left_of_its_column_belongs_to_the_figure() -> None:
    page = Drawing()
    for number, (name, sign, figure) in enumerate(
        [("Cash", "£", "370,718"), ("Stock", "", "5,719"), ("All", "£", "1")]
    ):
        page.text(60, 80 + number * LEADING, name)
        page.text(300, 80 + number * LEADING, sign)
        page.text(400, 80 + number * LEADING, figure, set_="right")
    assert blocks_in(page) == ["table_row Cash | £ 370,718", "table_row Stock | 5,719", "table_row All | £ 1"]


def test_a_dash_among_figures_is_a_cell_and_no_bullet() -> None:
    page = Drawing()
    page.columns(60, 80, (300, 400, 500), [("Sales", "32,335", "-", "32,335"), ("Costs", "1,347", "–", "1,347")])
    assert blocks_in(page) == ["table_row Sales | 32,335 | - | 32,335", "table_row Costs | 1,347 | – | 1,347"]


def test_a_line_below_a_table_that_is_cut_elsewhere_is_no_row_of_it() -> None:
    page = Drawing()
    for number, row in enumerate([("Ann Marlow", "AM", "Rob Petty", "RP"), ("Jo Fenwick", "JF", "Sue Tarn", "ST")]):
        for x, cell in zip((110, 250, 320, 460), row, strict=True):
            page.text(x, 80 + number * LEADING, cell)
    page.text(40, 80 + 2 * LEADING, "Also there:")
    page.text(267, 80 + 2 * LEADING, "Constable Barnaby Oakes", set_="right")
    assert blocks_in(page) == written("""
        table_row Ann Marlow | AM | Rob Petty | RP
        table_row Jo Fenwick | JF | Sue Tarn | ST
        paragraph Also there: Constable Barnaby Oakes
    """)


def test_two_lists_of_points_beside_one_another_are_read_one_after_the_other() -> None:
    page = Drawing()
    left = ["• Family hubs in every locality by", "March next year", "• Screening of all children of", "two years"]
    right = ["• Outreach from special schools", "to forty others", "• A shared offer of training", "Assistants first"]
    for number, (one, other) in enumerate(zip(left, right, strict=True)):
        for x, line in ((60, one), (320, other)):
            page.text(x if line[0] == "•" else x + 10, 80 + number * LEADING, line)
    assert blocks_in(page) == written("""
        list_item • Family hubs in every locality by March next year
        list_item • Screening of all children of two years
        list_item • Outreach from special schools to forty others
        list_item • A shared offer of training Assistants first
    """)


def test_great_figures_are_read_with_their_captions() -> None:
    page = Drawing()
    for x, figure, caption in ((100, "64%", ["of plans issued", "in time"]), (297, "1,204", ["children screened"])):
        page.text(x, 100, figure, size=40, bold=True, set_="centre")
        for number, line in enumerate(caption):
            page.text(x, 122 + number * LEADING, line, set_="centre")
    page.text(480, 100, "£2.1m", size=40, bold=True, set_="centre")
    page.text(480, 122, "saved", set_="centre")
    page.paragraph(60, 300, f"{ALLOTMENTS} {BONFIRES}", width=480)
    assert blocks_in(page)[:3] == written("""
        paragraph 64% of plans issued in time
        paragraph 1,204 children screened
        paragraph £2.1m saved
    """)


def test_the_raised_number_of_a_note_is_no_part_of_a_figure() -> None:
    page = Drawing()
    page.text(60, 80, "Visits rose to 1,022")
    page.text(page.end(60, "Visits rose to 1,022"), 76, "3", size=6)
    page.text(200, 80, "in the hot summer.")
    assert blocks_in(page) == ["paragraph Visits rose to 1,022 3 in the hot summer."]


MINUTES_TABLE = [
    ("No.", "Item", "Action"),
    ("1", "The gates were hung and painted, and the board thanked the warden for the work that he had done.", "Clerk"),
    ("", "FOR INFORMATION", ""),
    ("2", "The hedge was cut in two days by the new contractor from Marl.", ""),
]


@pytest.mark.parametrize(
    ("head", "kinds"),
    [("Action", ["table_row", "list_item", "note", "paragraph", "list_item"]), ("Due", ["table_row"] * 4)],
)
def test_short_entries_are_minutes_where_the_last_column_is_headed_so(head: str, kinds: list[str]) -> None:
    page = Drawing()
    page.table(60, 80, (60, 300, 80), [("No.", "Item", head), *MINUTES_TABLE[1:]])
    assert [block.split()[0] for block in blocks_in(page)] == kinds


@pytest.mark.parametrize(
    ("lines", "blocks"),
    [
        (["Attendees: Una Keld, Tom Orme, Ada Brindle", "Regrets: Cora Tay"], 2),
        (["The clerk was asked to look for the papers of the", "Clerk and to bring them"], 1),
        (["Ms Una Keld, Chief Officer of the Board", "Mr Tom Orme, Finance Officer"], 2),
        (["Present were Ms Una Keld, Mr Finn Arden and also", "Mr Tom Orme, Finance Officer"], 1),
        (["Ms Una Keld, Mr Finn Arden, Mrs Ida Moss and", "Mr Tom Orme"], 1),
    ],
)
def test_labels_and_names_at_the_head_open_lines(lines: list[str], blocks: int) -> None:
    page = Drawing()
    page.lines(60, 80, lines)
    assert len(blocks_in(page)) == blocks


def test_titles_in_a_column_of_their_own_and_decisions_in_another() -> None:
    page = Drawing()
    page.table(
        60,
        80,
        (90, 220, 90, 70),
        [
            ("Item", "Discussion", "Decision", "Action"),
            ("1. Minutes of the last meeting", "The minutes were gone through one page after the other.", "Agreed", ""),
            ("2. Energy", "The contract ends in May, and the price of gas has risen since it began.", "Noted", "DF"),
        ],
    )
    assert blocks_in(page) == written("""
        table_row Item | Discussion | Decision | Action
        heading 1. Minutes of the last meeting
        paragraph The minutes were gone through one page after the other.
        paragraph Agreed
        heading 2. Energy
        paragraph The contract ends in May, and the price of gas has risen since it began.
        paragraph Noted
        note DF
    """)


_TALK = (
    "The keeper told the wardens how the lock had been used since they last met in the hall, and what the weir had "
    "cost them since the storms of the winter."
)


@pytest.mark.parametrize(
    ("heads", "repeated"),
    [
        (("Item", "Discussion", "Action by"), True),
        (("Agenda item", "Notes", "Lead"), False),
        (("Topic", "Discussion and decisions", "Who"), False),
    ],
)
def test_minutes_in_a_table_that_goes_on_over_the_page(heads: tuple[str, str, str], *, repeated: bool) -> None:
    page, widths = Drawing(), (90, 270, 80)
    page.table(60, 660, widths, [heads, ("Locks and weirs", _TALK, "DF"), ("Oars", "", "")])
    page.next_page()
    rows = [("Fees", "No changes were made.", ""), ("Date of the next meeting", "4 June in the hall", "All")]
    page.table(60, 60, widths, [heads, *rows] if repeated else rows, header=repeated)
    expected = f"""
        table_row {" | ".join(heads)}
        heading Locks and weirs
        paragraph {_TALK}
        note DF
        heading Oars
        heading Fees
        paragraph No changes were made.
        heading Date of the next meeting
        paragraph 4 June in the hall
        note All
    """
    assert [block for block in blocks_in(page) if not block.startswith("header")] == written(expected)


@pytest.mark.parametrize(
    ("first", "rest"), [("6. Fees and", "charges"), ("Fees and", "charges"), ("6. Winter", "Fair")]
)
def test_a_title_that_the_page_break_cuts(first: str, rest: str) -> None:
    page, widths = Drawing(), (90, 270, 80)
    page.table(60, 660, widths, [("Item", "Minutes", "Action"), ("5. Locks", _TALK, ""), (first, "", "DF")])
    page.next_page()
    page.table(60, 60, widths, [(rest, "It was put off.", ""), ("7. Oars", "They leak.", "")], header=False)
    headings = [block for block in blocks_in(page) if block.startswith("heading")]
    assert headings == ["heading 5. Locks", f"heading {first} {rest}", "heading 7. Oars"]


@pytest.mark.parametrize(
    "heads", [("Ref", "Discussion", "Action"), ("Item", "Date due", "Owner"), ("Item", "Minutes", "Fee")]
)
def test_other_tables_have_no_column_of_titles(heads: tuple[str, str, str]) -> None:
    page = Drawing()
    page.table(60, 80, (90, 270, 80), [heads, ("Locks", _TALK, ""), ("Oars", _TALK, "DF")])
    assert not any(block.startswith("heading") for block in blocks_in(page))


def test_paragraphs_stand_apart_where_most_fill_just_one_line() -> None:
    page = Drawing()
    wrapped = ["The Warden said that all but three of the sixty plots were let and that the butts", "had been cleaned."]
    single = "Members were of two minds and asked for the views of the neighbours in Pound Row."
    y = 80.0
    for lines in (wrapped, [single], [single], [single], wrapped, [single], [single], [single], wrapped):
        y = page.lines(60, y, lines) + LEADING
    assert blocks_in(page).count(f"paragraph {single}") == 6


def test_paragraphs_stand_apart_on_a_page_where_hardly_a_sentence_goes_on() -> None:
    page, single = Drawing(), "Members were of two minds and asked for the views of the neighbours in Pound Row."
    y = page.paragraph(60, 80, f"{_TALK} {_TALK}", width=300)
    page.paragraph(60, y, f"{_TALK} {_TALK}", width=300)
    page.next_page()
    y = page.paragraph(60, 80, "The Warden said that all of the sixty plots were let.", width=200)
    for _ in range(6):
        page.text(60, y, single)
        y += 1.5 * LEADING
    assert blocks_in(page).count(f"paragraph {single}") == 6


def test_bold_within_brackets_that_a_line_breaks_goes_on() -> None:
    page = Drawing()
    page.paragraph(60, 80, _TALK, width=400)
    page.text(60, 200, "They are to write to the owner of the weir by the end of June.")
    page.text(
        page.end(60, "They are to write to the owner of the weir by the end of June. "), 200, "[Action:", bold=True
    )
    page.text(60, 214, "Lock Keeper]", bold=True)
    assert blocks_in(page)[-1] == (
        "paragraph They are to write to the owner of the weir by the end of June. [Action: Lock Keeper]"
    )


def test_a_table_headed_like_one_above_other_text_names_its_columns_again() -> None:
    page, widths, heads = Drawing(), (200, 90, 90), ("Action", "Owner", "By when")
    y = page.table(60, 600, widths, [heads, ("Tar the boats", "DF", "May")])
    page.text(60, y, "The rent of the moorings was put off.")
    page.next_page()
    page.table(60, 60, widths, [heads, ("Ask for the rent", "UK", "June")])
    assert blocks_in(page)[-2:] == ["table_row Action | Owner | By when", "table_row Ask for the rent | UK | June"]


def test_a_table_without_rules_in_a_cell_of_running_text() -> None:
    page = Drawing()
    page.frame(60, 66, 110, 260)
    page.frame(110, 66, 500, 260)
    page.text(66, 80, "4.", bold=True)
    told = (
        "The lock keeper told how the locks had been used since the last meeting, and what the summer before had been."
    )
    y = page.paragraph(116, 80, f"{told} The wardens asked whether the gates would hold for another winter.", width=370)
    page.columns(116, y + 6, [340, 430], [("Lock", "2024", "2023"), ("Mill", "112", "97"), ("Orme", "48", "51")])
    page.paragraph(116, y + 60, "He thought that they would, so long as no ice came down from the weir.", width=370)
    kinds = [block.split(" ", 1)[0] for block in blocks_in(page)]
    assert kinds == ["list_item", "table_row", "table_row", "table_row", "paragraph"]


def test_the_right_of_two_lists_side_by_side_may_be_the_longer() -> None:
    page = Drawing()
    page.lines(72, 100, ["Present:", "Una Keld (Chair)", "Tom Orme (Warden)", "Ada Brindle", "Jo Sallow", "Wren Tull"])
    officers = ["In attendance:", "Ivo Marl (Clerk)", "Pia Rudd (Reeve of the Mill and Quay)"]
    page.lines(330, 100, ["Apologies:", "Nia Tay", "Bo Fell", "", *officers])
    page.text(72, 220, "Welcome", bold=True)
    page.paragraph(72, 244, "The Chair welcomed the new Warden, who had come from the county of Fallow.", width=450)
    assert blocks_in(page)[4:7] == [
        "table_row Jo Sallow | In attendance:",
        "table_row Wren Tull | Ivo Marl (Clerk) Pia Rudd (Reeve of the Mill and Quay)",
        "heading Welcome",
    ]


def test_a_list_of_who_is_what_has_an_entry_for_each_dash() -> None:
    page = Drawing()
    page.text(60, 80, "Present:", bold=True)
    y = 104.0
    for who, what in (
        (["Councillor Ada Orme", "(Chair)"], ["Assistant Mayor, Harbours,", "Fenwold City Council"]),
        (["Tom Keld"], ["Harbour Master"]),
        (["Superintendent Una", "Tay"], ["Fenwold Police"]),
    ):
        page.text(230, y, "–")
        y = max(page.lines(60, y, who), page.lines(270, y, what))
    page.text(60, y + 24, "1. Tides", bold=True)
    page.text(60, y + 44, "The tide   –   as ever   –   was high.")
    assert blocks_in(page) == [
        "heading Present:",
        "table_row Councillor Ada Orme (Chair) | – Assistant Mayor, Harbours, Fenwold City Council",
        "table_row Tom Keld | – Harbour Master",
        "table_row Superintendent Una Tay | – Fenwold Police",
        "heading 1. Tides",
        "paragraph The tide – as ever – was high.",
    ]


def test_a_row_with_nothing_but_an_entry_in_the_action_column_is_a_note_as_well() -> None:
    page = Drawing()
    rows = [("1", _TALK, "UK to write"), ("", "", "DF/UK: ropes, 13 May"), ("2", _TALK, "")]
    page.table(60, 80, (40, 300, 80), [("No", "Item", "Action"), *rows])
    assert [block for block in blocks_in(page) if "13 May" in block] == ["note DF/UK: ropes, 13 May"]
