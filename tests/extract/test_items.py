"""Agenda items: which lines are headings of business, and what stands under them."""

import pytest

from minutes.model import Minutes
from tests.extract.samples import FRONT, minutes_of, said


def headings(minutes: Minutes) -> list[tuple[str | None, str]]:
    return [(item.number, item.title) for item in minutes.items]


def tree(minutes: Minutes) -> dict[str, str | None]:
    """The title that each item stands under."""
    titles = {item.id: item.title for item in minutes.items}
    return {item.title: titles.get(item.parent_id or "") for item in minutes.items}


@pytest.mark.parametrize(
    ("numbers", "printed"),
    [
        (["4", "5", "6"], ["4.", "5.", "6."]),
        (["4", "5", "6"], ["4", "5", "6"]),
        (["4", "5", "6"], ["4)", "5)", "6)"]),
        (["4.21", "4.22", "4.23"], ["4.21", "4.22", "4.23"]),
        (["7a", "7b", "7c"], ["7a.", "7b.", "7c."]),
        (["7(a)", "7(b)", "7(c)"], ["7(a)", "7(b)", "7(c)"]),
        (["16/24", "17/24", "18/24"], ["16/24", "17/24.", "18/24"]),
        (["PL/23/017", "PL/23/018", "PL/23/019"], ["PL/23/017", "PL/23/018", "PL/23/019"]),
        (["a", "b", "c"], ["(a)", "(b)", "(c)"]),
        ([None, None, None], ["", "", ""]),
    ],
)
def test_the_number_is_taken_as_printed_less_its_punctuation(numbers: list[str | None], printed: list[str]) -> None:
    titles = ["Flood defence", "Allotments", "Date of next meeting"]
    text = "".join(
        f"# {label} {title}\nMembers noted the report.\n" for label, title in zip(printed, titles, strict=True)
    )
    front = FRONT if numbers[0] else FRONT.replace("# 1. Welcome", "# Welcome")
    assert headings(minutes_of(front + text))[1:] == list(zip(numbers, titles, strict=True))


def test_numbered_lines_with_text_under_them_are_items_without_any_look_of_a_heading() -> None:
    text = """
        Fenwold Parish Council
        Minutes of the meeting held on 12 March 2024
        Present: Cllr Ada Brindle (Chair), Cllr Tom Orme
        1. Apologies
        None were received.
        2. Allotments
        The Chair reported that the gate was broken.
        3. Play area
        It was resolved to close the swings.
        """
    assert headings(minutes_of(text)) == [("1", "Apologies"), ("2", "Allotments"), ("3", "Play area")]


def test_a_numbered_paragraph_is_no_item() -> None:
    minutes = said("7.1 The Chair reported that the gate was broken and that nobody had mended it.")
    assert headings(minutes)[1:] == [("7", "Business")]


def test_the_number_may_stand_in_the_line_below() -> None:
    text = "# Flood defence\n(Item 3)\nMembers noted the report."
    assert headings(minutes_of(FRONT.replace("# 1. Welcome", "# Welcome\n(Item 1)") + text)) == [
        ("1", "Welcome"),
        ("3", "Flood defence"),
    ]


def test_the_number_may_stand_at_the_end_of_the_title() -> None:
    assert ("8", "Flood defence") in headings(said("# Flood defence (Item 8)\nMembers noted the report."))


@pytest.mark.parametrize("printed", ["**Flood defence**", "**FLOOD DEFENCE**"])
def test_a_line_in_bold_is_an_item(printed: str) -> None:
    assert printed.strip("*") in [title for _, title in headings(said(f"{printed}\nMembers noted the report."))]


def test_a_line_in_capitals_is_an_item() -> None:
    assert "FLOOD DEFENCE" in [title for _, title in headings(said("FLOOD DEFENCE\nMembers noted the report."))]


@pytest.mark.parametrize(
    "text",
    [
        "(a) **Security:** the Chair reported that the lock was broken.",
        "(a) **Security** – the Chair reported that the lock was broken.",
        "(a) **Security** The Chair reported that the lock was broken.",
    ],
)
def test_a_bold_title_may_run_into_its_text(text: str) -> None:
    minutes = said(text)
    assert headings(minutes)[-1] == ("a", "Security")
    assert tree(minutes)["Security"] == "Business"


@pytest.mark.parametrize(
    "text",
    [
        "The **Security** committee reported that the lock was broken.",
        "(a) **Cllr Orme** reported that the lock was broken.",
        "(a) **RESOLVED:** that the lock be mended.",
    ],
)
def test_what_is_bold_for_another_reason_is_no_item(text: str) -> None:
    assert headings(said(text))[-1] == ("7", "Business")


@pytest.mark.parametrize(
    "line", ["Present", "Action", "RESOLVED", "RECOMMENDED", "Signed", "Motion carried", "12 March 2024", "Page 2 of 4"]
)
def test_a_label_that_is_set_as_a_heading_is_no_item(line: str) -> None:
    assert headings(said(f"**{line}**\nMembers noted the report."))[-1] == ("7", "Business")


def test_the_title_of_the_document_and_who_was_there_are_no_items() -> None:
    text = """
        # Fenwold Parish Council
        # Amenities Committee
        # Minutes of the meeting held on 12 March 2024
        # Present
        Cllr Ada Brindle, Cllr Tom Orme
        # Apologies
        Cllr Wren Sallow
        # 1. Allotments
        The Chair reported that the gate was broken.
        """
    assert headings(minutes_of(text)) == [("1", "Allotments")]


def test_numbers_tell_who_stands_under_whom() -> None:
    minutes = said("# 7.1 Allotments\nNoted.\n# 7.2 Play area\nNoted.\n# 8 Finance\nNoted.\n# 8.1 Payments\nNoted.")
    assert tree(minutes) == {
        "Welcome": None,
        "Business": None,
        "Allotments": "Business",
        "Play area": "Business",
        "Finance": None,
        "Payments": "Finance",
    }


def test_a_heading_without_a_number_stands_under_the_last_number() -> None:
    assert tree(said("# Allotments\nNoted.\n# 8. Finance\nNoted.")) == {
        "Welcome": None,
        "Business": None,
        "Allotments": "Business",
        "Finance": None,
    }


def test_an_item_ends_where_the_next_of_its_depth_begins() -> None:
    minutes = said("# 7.1 Allotments\nNoted.\n# 8. Finance\nNoted.")
    business, allotments, finance = minutes.items[1:]
    assert business.end == allotments.end == finance.citation.start


def test_an_item_cites_its_number_and_title() -> None:
    assert said("").items[-1].citation.quote == "7. Business"


def test_the_sections_of_a_report_are_its_items() -> None:
    text = """
        # Half-year report on libraries
        To: the Amenities Committee
        # Introduction
        This report tells of libraries.
        # Visits
        Visits are up.
        # Next steps
        • Open on Sundays in every branch.
        """
    minutes = minutes_of(text)
    assert minutes.document.kind == "report"
    assert [title for _, title in headings(minutes)][-3:] == ["Introduction", "Visits", "Next steps"]


def test_an_agenda_item_page_has_one_item() -> None:
    text = """
        # Wenmarch County Council
        # Agenda item
        # Home to school transport
        # Meeting of Children’s Commission, Monday 16 January 2023 7.00 pm (Item 4.)
        # Minutes:
        The Chair welcomed the officers.
        4.1 The Chair asked what had been reported. The Commission noted the report.
        """
    minutes = minutes_of(text, media_type="text/html")
    assert [item.title for item in minutes.items] == ["Home to school transport"]
    assert [item.rule for item in minutes.items] == ["items.page"]


def test_a_row_with_a_number_and_a_bold_title_is_an_item() -> None:
    text = "| 8 | **Allotments** |\n| | The Chair reported that the gate was broken. |"
    assert headings(said(text))[-1] == ("8", "Allotments")


def test_a_record_belongs_to_the_numbered_item_around_it() -> None:
    minutes = said("# Allotments\nThe Committee noted the report.")
    numbers = {item.id: item.number for item in minutes.items}
    assert [numbers[decision.item_id or ""] for decision in minutes.decisions] == ["7"]


def test_a_plain_series_in_roman_numbers_is_the_agenda_with_its_letters_below() -> None:
    text = """
        Minutes of the meeting of the Fenwold Senate held on 12 March 2024
        Attendance: Ada Brindle, Tom Orme, Una Keld
        I. Approval of the agenda. Moved, seconded, and passed unanimously.
        II. Report of the Chair
        The Chair reported that the term had gone well.
        III. Reports of the committees
        a) Admissions Committee – none
        b) Library Committee – none
        IV. Adjournment – 3:30pm
        """
    assert headings(minutes_of(text)) == [
        ("I", "Approval of the agenda"),
        ("II", "Report of the Chair"),
        ("III", "Reports of the committees"),
        ("a", "Admissions Committee"),
        ("b", "Library Committee"),
        ("IV", "Adjournment"),
    ]


def test_a_numbered_list_under_headings_is_no_series_of_items() -> None:
    lists = "The Chair reported on these.\n1. Hedges\n2. Gates\n3. Water"
    text = f"# Allotments\n{lists}\n# Finance\nNoted.\n# Play area\nNoted."
    assert "Gates" not in [title for _, title in headings(minutes_of(FRONT.replace("1. ", "") + text))]


def test_a_plain_line_that_fills_the_gap_between_numbered_headings_is_an_item() -> None:
    text = "# 2. Finance\nNoted.\n3. Allotments\nThe gate was mended.\n# 4. Play area\nNoted."
    assert ("3", "Allotments") in headings(minutes_of(FRONT + text))


def test_numbers_that_count_from_one_again_stand_under_the_item() -> None:
    text = "# 2. Decisions\n# 1. Fees\nAgreed.\n# 2. Hours\nAgreed.\n# 3. Next meeting\nIn May."
    assert tree(minutes_of(FRONT + text)) == {
        "Welcome": None,
        "Decisions": None,
        "Fees": "Decisions",
        "Hours": "Decisions",
        "Next meeting": None,
    }


def test_a_short_plain_line_between_sentences_heads_the_text_below() -> None:
    text = (
        "The Chair thanked everybody for coming in such weather.\nLibrary hours\n"
        "Visitors had asked for the library to be open on Sunday mornings as well."
    )
    assert headings(said(text))[-1] == (None, "Library hours")


@pytest.mark.parametrize(
    "text",
    [
        "# Wim Farrow, 12 Mill Lane, Fenwold\nMr. Farrow explained that the lane was too narrow.",
        "# UK\nThe Clerk was away.",
        "# The motion passed 5-0.\nThe Clerk was away.",
        "# [DONE]\nThe Clerk was away.",
        "# Chairman: Ada Brindle\nThe Clerk was away.",
    ],
)
def test_speakers_initials_and_verdicts_in_bold_are_no_items(text: str) -> None:
    front = FRONT.replace("Ms Una Keld (Clerk)", "Ms Una Keld (UK)")
    assert headings(minutes_of(f"{front}\n# 7. Business\n{text}"))[-1] == ("7", "Business")


def test_papers_appended_to_minutes_hold_no_items() -> None:
    text = "# 8. Finance\nNoted.\nAPPENDIX A\n# Report of the Treasurer\nThe accounts are in order."
    assert headings(said(text))[-1] == ("8", "Finance")


def test_a_cell_may_begin_with_the_title_in_bold() -> None:
    assert headings(said("| 8. | **Allotments** The Chair reported that the gate was broken. |"))[-1] == (
        "8",
        "Allotments",
    )


def test_a_table_of_numbers_and_titles_alone_is_the_agenda() -> None:
    text = "| 1 | **Welcome** |\n| 2 | **Allotments** |\n| 3 | **Finance** |\n# 8. Finance\nNoted."
    assert headings(said(text)) == [("1", "Welcome"), ("7", "Business"), ("8", "Finance")]


def test_where_nothing_is_set_apart_points_that_name_their_presenter_are_items() -> None:
    text = """
        Fenwold College Council
        Minutes of the meeting held on 12 March 2024
        Attendance: Ada Brindle, Tom Orme, Una Keld
        • A history of the hedges (Ada Brindle)
        • The hedges were planted a long time ago and have been kept since.
        • From the Lace Guild, Tom Orme
        • We, the guild, object to the plan.
        • From the Library, Una Keld
        • The library has not been asked.
        """
    titles = [title for _, title in headings(minutes_of(text))]
    assert titles == [
        "A history of the hedges (Ada Brindle)",
        "From the Lace Guild, Tom Orme",
        "From the Library, Una Keld",
    ]


@pytest.mark.parametrize("line", ["THOUSAND", "31.5 HOURS", "Web: www.fenwold.example", "Member for Hedges &"])
def test_pieces_of_a_chart_or_an_address_are_no_sections_of_a_report(line: str) -> None:
    text = f"# Annual report on libraries\n# Loans\nLoans rose.\n# {line}\nMore was lent.\n# Visits\nVisits fell."
    assert line not in [title for _, title in headings(minutes_of(text))]


@pytest.mark.parametrize(
    "line",
    [
        "# Reasons for decision",
        "# Alternative options considered and rejected",
        "# Table 1: Visitors by month",
        "**Council present:** Cllr Ada Brindle and Cllr Tom Orme, with the Clerk to the Council.",
        "**For the motion:** Cllr Ada Brindle and Cllr Tom Orme",
        "**Library.** The librarian reported that the roof had been mended at last.",
    ],
)
def test_what_stands_under_an_item_without_a_number_is_no_business(line: str) -> None:
    assert headings(said(f"The gate was mended.\n{line}\nIt was mended in March."))[-1] == ("7", "Business")


def test_a_number_may_carry_a_letter() -> None:
    text = "# 7A. Water rates\nThe rates were discussed.\n# 7B. Library hours\nThe hours were discussed."
    assert headings(said(text))[-2:] == [("7A", "Water rates"), ("7B", "Library hours")]


def test_points_that_say_on_after_their_topic_are_no_items() -> None:
    text = (
        FRONT.replace("# 1. ", "1. ")
        + """
        2. Matters arising
        a) Training – two of the members have still to go
        b) Signs – the new ones have been ordered from the printer
        3. Hedges
        The hedge was discussed.
        4. Gates
        The gate was discussed.
        """
    )
    assert "Signs" not in [title for _, title in headings(minutes_of(text))]


def test_lettered_titles_are_items_in_whatever_order_they_were_taken() -> None:
    text = """
        # VIII. ACTION ITEMS
        C. Roof
        The roof was discussed.
        A. Gate
        The gate was discussed.
        B. Pond
        The pond was discussed.
        """
    assert headings(minutes_of(FRONT + text))[-3:] == [("C", "Roof"), ("A", "Gate"), ("B", "Pond")]


def test_titles_in_small_letters_stand_under_numbered_headings() -> None:
    text = """
        # 2. Reports
        (a) Library
        The library was discussed at length.
        (b) Pond
        The pond was discussed at length.
        # 3. New business
        (a) Gate
        The gate was discussed at length.
        """
    assert [number for number, _ in headings(minutes_of(FRONT + text))] == ["1", "2", "a", "b", "3", "a"]


def test_lettered_points_without_text_below_are_no_items() -> None:
    text = (
        "# 2. Reports\nIt was agreed:\n(a) to mend the gate\n(b) to drain the pond\n# 3. Close\nThe meeting closed.\n"
    )
    assert [number for number, _ in headings(minutes_of(FRONT + text))] == ["1", "2", "3"]


def test_where_nothing_is_set_apart_short_lines_between_paragraphs_are_titles() -> None:
    told = "The Chair said that he asked the Clerk and that this had gone on for longer than anybody could remember."
    titles = ["The pond", "Bus (again)", "Fair 80", "AOB"]
    text = "Minutes of the meeting held on 12 March 2024\nPresent: Ada Brindle and Tom Orme.\n"
    text += "".join(f"{title}\n{told}\n" for title in titles)
    assert [title for _, title in headings(minutes_of(text))] == titles


def test_a_heading_that_breaks_off_goes_on_in_the_next() -> None:
    text = "# PL/27/24 LAND EAST OF MILL LANE,\n# FENWOLD\nThe land was discussed."
    assert headings(said(text))[-1] == ("PL/27/24", "LAND EAST OF MILL LANE, FENWOLD")


def test_a_list_of_actions_at_the_end_of_numbered_minutes_is_no_business() -> None:
    items = "\n".join(f"# {number}. Matter {number}\nIt was discussed." for number in range(2, 7))
    text = f"{FRONT}{items}\n# Action log\n|! Action | Owner\n| Mend the gate | UK"
    assert headings(minutes_of(text))[-1] == ("6", "Matter 6")


def test_each_kind_of_number_stands_under_the_one_that_it_follows() -> None:
    text = """
        Fenwold College
        Minutes of the Faculty Senate, 12 March 2024
        Present: Ada Brindle (Chair), Tom Orme
        A. Approval of the agenda
        Moved, seconded, and passed.
        B. Reports of the committees
        (a) Library Committee
        There was none.
        (b) Curriculum committees
        (i) Arts Committee
        The Arts Committee has met twice.
        (ii) Science Committee
        The Science Committee has not met.
        (c) Technology committee- a panel of students will be held in the library.
        C. Adjournment
        Moved, seconded, and passed.
        """
    assert tree(minutes_of(text)) == {
        "Approval of the agenda": None,
        "Reports of the committees": None,
        "Library Committee": "Reports of the committees",
        "Curriculum committees": "Reports of the committees",
        "Arts Committee": "Curriculum committees",
        "Science Committee": "Curriculum committees",
        "Technology committee": "Reports of the committees",
        "Adjournment": None,
    }


def test_entries_of_a_consent_agenda_are_items_and_the_vote_on_all_of_them_is_none_of_theirs() -> None:
    minutes = said("Consent agenda\nA.1 LEASE OF THE MILL\nA.2 RATES FOR THE POND\nB.1 NEW GATES\nAll were approved.")
    assert headings(minutes)[2:] == [
        (None, "Consent agenda"),
        ("A.1", "LEASE OF THE MILL"),
        ("A.2", "RATES FOR THE POND"),
        ("B.1", "NEW GATES"),
    ]
    (decision,) = minutes.decisions
    assert decision.item_id == minutes.items[1].id


@pytest.mark.parametrize(
    "line",
    [
        "# Respectfully submitted by Una Keld",
        "# Minutes taken by Una Keld",
        "# (a) Members of the Amenities Committee\n(i) Una Keld",
        "# (b) Guests\n(i) Tom Orme (Mill Trust)",
    ],
)
def test_who_was_there_and_who_wrote_it_down_is_no_business(line: str) -> None:
    assert headings(said(f"The gate is broken.\n{line}"))[1:] == [("7", "Business")]


def test_a_line_over_nothing_but_an_address_on_the_web_is_no_item() -> None:
    text = """
        # 8. Terms
        # 9. Papers
        9.1. Issues
        The Chair showed two drafts of the terms.
        9.2. Slides
        https://example.org/slides/2024
        9.3. Drafts
        Members are to read them.
        # 10. Close
        """
    titles = [title for _, title in headings(said(text))]
    assert ("Issues" in titles, "Slides" in titles, "Drafts" in titles) == (True, False, True)


def test_the_cover_of_a_report_holds_no_sections() -> None:
    text = """
        # Larkhaven District Council
        # Belonging: Strategy 2024-2028
        # Year one progress report
        Report to the Families Panel, 12 March 2024
        # 1. Introduction
        This report sets out what has been done in the first year of the strategy and what is still to do.
        """
    assert headings(minutes_of(text)) == [("1", "Introduction")]


@pytest.mark.parametrize(
    "text",
    [
        "**Cllr Orme proposed that it be painted, seconded by Cllr Tay**",
        "**No interests were declared**",
        "# RESOLUTION NO. 2024/17 5/0",
        "# AND AGREED",
        "**Apologies:** Cllr Wren Sallow",
        "| **Apologies** |\n|  | Wren Sallow |",
        "# Key points raised during the discussion\nThe gate is broken.",
        "# Cllr Orme in the Chair\nThe gate is broken.",
        "5.1 Mill Committee – Una Keld told the Board of the time that it takes to mend the gate.\n"
        "5.2 Pond Committee – Tom Orme presented the report, which was long and had many parts.",
    ],
)
def test_labels_are_no_items(text: str) -> None:
    assert headings(said(text)) == headings(said("The gate is broken."))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("# De-delegation PDF 198 KB", "De-delegation"),  # with the file that a committee's site links
        ("# A.O.B.", "A.O.B."),
    ],
)
def test_titles_as_they_are_printed(line: str, title: str) -> None:
    assert headings(said(f"{line}\nThe gate is broken."))[-1][1] == title


def test_the_labels_of_a_motion_are_no_items() -> None:
    labels = "• **Moved by:** Tom Tay\n• **Vote:** unanimous\n• **Result:** PASSED"
    assert headings(said(f"# 4. Roof\n**Motion:** that it be mended\n{labels}"))[-1] == ("4", "Roof")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1 Street lamps", "2 The pond", "3 The bench"], ["Street lamps", "The pond", "The bench"]),
        (["16/138 Street lamps", "16/139 The pond", "16/140 The bench"], ["Street lamps", "The pond", "The bench"]),
        (
            ["Item 4 – Street lamps", "Item 5 – The pond", "Item 6 – The bench"],
            ["Street lamps", "The pond", "The bench"],
        ),
        (["1) Street lamps", "2) The pond", "3) The bench"], ["Street lamps", "The pond", "The bench"]),
        (["Item 1.  Street lamps", "Item 2. The pond"], ["Street lamps", "The pond"]),
        (["a) Street lamps", "b) The pond", "c) The bench"], ["Street lamps", "The pond", "The bench"]),
        (["A1 Street lamps", "A2 The pond", "A3 The bench"], ["Street lamps", "The pond", "The bench"]),
        (
            [
                "1. To confirm the minutes of the meeting of the Amenities Committee of Fenwold that was held on 4 May",
                "2. To receive reports on what was agreed",
                "3. Bench",
            ],
            [
                "To confirm the minutes of the meeting of the Amenities Committee of Fenwold that was held on 4 May",
                "To receive reports on what was agreed",
                "Bench",
            ],
        ),
        (["1. Street lamps", "1. The pond", "1. The bench"], ["Street lamps", "The pond", "The bench"]),
        (["AB.12.24 Street lamps", "AB.13.24 The pond", "AB.14.24 Bench"], ["Street lamps", "The pond", "Bench"]),
        (["001 Street lamps:", "002 The pond:", "003 The bench:"], ["Street lamps", "The pond", "The bench"]),
        (["2961 Street lamps", "2962 The pond", "2963 The bench"], ["Street lamps", "The pond", "The bench"]),
        (["1.0 Street lamps", "2.0 The pond", "3.0 The bench"], ["Street lamps", "The pond", "The bench"]),
        (
            [
                "1. Street lamps",
                "2. Approval of the minutes of the meeting of 4 May 2023: All were for it.",
                "3. Bench",
            ],
            ["Street lamps", "Approval of the minutes of the meeting of 4 May 2023", "Bench"],
        ),
    ],
)
def test_numbers_without_a_stop(lines: list[str], expected: list[str]) -> None:
    told = "\n".join(f"{line}\nThe Clerk reported that two of them are broken." for line in lines)
    items = minutes_of(f"Minutes of the Mill Committee, 12 March 2024\nPresent: Una Keld, Tom Orme\n{told}").items
    assert [item.title for item in items] == expected


def test_the_list_of_an_agenda_holds_no_items() -> None:
    agenda = "Agenda:\n1) Ballots\n2) Thanks\n3) Next version\nMinutes\nIt was agreed to thank the editor of the rules."
    assert headings(minutes_of(f"Minutes of the Mill Committee, 12 March 2024\nPresent: Una Keld\n{agenda}")) == []


def test_titles_that_meetings_everywhere_have_are_items_by_themselves() -> None:
    text = (
        "Mill Association\nMinutes, 12 March 2024\nCall to Order.\nMs Keld called them to order at 7 pm.\n"
        "Treasurer’s Report:\nThe Treasurer reported a balance of £300, and it was agreed to close the account."
    )
    assert [item.title for item in minutes_of(text).items] == ["Call to Order.", "Treasurer’s Report"]


def test_a_line_of_one_word_in_capitals_is_an_item_over_a_paragraph() -> None:
    told = "The Reeve told those present of two roofs that had burnt in the winter."
    assert headings(said(f"# 4. Roofs\nAll is well.\nFIRE\n{told}\nPOLICE\nNone."))[-1] == (None, "FIRE")


def test_words_in_capitals_run_in_among_headings_in_capitals() -> None:
    lines = ["POND – It was agreed to wait for the frost.", "THE OLD FORGE", "Its roof leaks.", "BENCHES – Una will."]
    text = "Minutes of the Mill Committee, 12 March 2024\nPRESENT: Una Keld, Tom Orme\n" + "\n".join(lines)
    assert [item.title for item in minutes_of(text).items] == ["POND", "THE OLD FORGE", "BENCHES"]


def test_words_in_capitals_run_in_where_nothing_else_is_set_apart() -> None:
    lines = ["STREET LAMPS: Two are out, and the Clerk agreed to write.", "POND – It was agreed to wait for the frost.",
             "BENCHES: Tom asked who will paint them, and Una offered."]  # fmt: skip
    text = "Minutes of the Mill Committee, 12 March 2024\nPRESENT: Una Keld, Tom Orme\n" + "\n".join(lines)
    assert [item.title for item in minutes_of(text).items] == ["STREET LAMPS", "POND", "BENCHES"]


def test_titles_that_end_in_their_place_on_the_agenda() -> None:
    titles = ["Minutes Approved (D)", "Awards (E-1)", "Pond (E-2a)", "Gifts (G-1)", "Adjournment (L)"]
    text = "# Regular Session\nAt the mill.\n" + "".join(f"# {title}\nIt was told.\n" for title in titles)
    items = minutes_of(text + "# Una Keld, Reeve\nSigned.").items
    told = [("D", "Minutes Approved"), ("E-1", "Awards"), ("E-2a", "Pond"), ("G-1", "Gifts"), ("L", "Adjournment")]
    assert [(item.number, item.title) for item in items] == told


def test_a_letter_in_brackets_behind_one_title_is_part_of_it() -> None:
    assert [item.title for item in minutes_of("# Pond\nIt is deep.\n# Lease (B)\nIt ends.").items][-1] == "Lease (B)"


def test_items_that_are_numbered_as_minutes() -> None:
    titles = ["Matters Arising", "Housing Report", "Roads", "Correspondence"]
    lines = "".join(
        f"Minute No. {n}/19 {title}\nThe members spoke of it at length.\n" for n, title in enumerate(titles, 68)
    )
    items = [(item.number, item.title) for item in said(lines).items]
    assert items[-4:] == [(f"{n}/19", title) for n, title in enumerate(titles, 68)]


def test_an_action_plan_may_be_a_title_that_runs_into_its_text() -> None:
    assert headings(said("(a) **Action Plan for the pond:** the Chair spoke of it."))[-1] == (
        "a",
        "Action Plan for the pond",
    )
    assert ("a", "Action") not in headings(said("(a) **Action:** the Chair to speak of it."))


def test_a_committee_named_further_down_reports() -> None:
    text = "".join(f"# {title}\nIt was told.\n" for title in ("Roads", "Bins", "Pond", "Fair", "Mill", "Lamps"))
    assert headings(said(f"{text}# Lettings Committee\nThe hall was let."))[-1] == (None, "Lettings Committee")
