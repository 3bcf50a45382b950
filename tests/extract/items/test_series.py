"""Plain numbered lines that are items, and those that are not."""

from pathlib import Path

import pytest

from extract.items.titles import title_of
from tests.extract.samples import FRONT, extracted, headings, minutes_of, said


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


def test_a_colon_and_a_dash_part_a_title_from_the_names_behind_it() -> None:
    text = """
        Minutes of the Fenwold Ferry Committee held on Tuesday 12 March 2024
        1. Present:– Councillors Ada Brindle (Chair), Tom Orme.
        2. Apologies:– Una Keld, Wren Sallow.
        3. Moorings
        It was agreed to keep the moorings as they are.
        """
    assert headings(minutes_of(text)) == [("2", "Apologies"), ("3", "Moorings")]


def test_years_with_a_dash_between_them_do_not_part_a_title() -> None:
    text = """
        Fenwold Parish Council
        Minutes of the meeting held on 12 March 2024
        Present: Cllr Ada Brindle (Chair), Cllr Tom Orme
        1. Election of Chair for 2031 – 32 and signing of the book
        Cllr Orme was elected.
        2. Budget 2032 – 2033 and charges for moorings
        The Chair reported that the charges were low.
        3. Quay lamps – none were lit
        It was resolved to close the quay.
        """
    assert headings(minutes_of(text)) == [
        ("1", "Election of Chair for 2031 – 32 and signing of the book"),
        ("2", "Budget 2032 – 2033 and charges for moorings"),
        ("3", "Quay lamps"),
    ]


@pytest.mark.parametrize(
    "line", ["APOLOGIES FOR ABSENCE. Cllr Brindle (illness)", "APOLOGIES FOR ABSENCE. Cllr Orme sent his from Wenlow."]
)
def test_apologies_in_capitals_are_for_absence(line: str) -> None:
    assert title_of(line, top=True) == "APOLOGIES FOR ABSENCE"


def test_a_numbered_paragraph_is_no_item() -> None:
    minutes = said("7.1 The Chair reported that the gate was broken and that nobody had mended it.")
    assert headings(minutes)[1:] == [("7", "Business")]


def test_the_limbs_of_a_resolution_are_no_items_and_count_for_none() -> None:
    text = FRONT.partition("# 1.")[0] + (
        "1. Apologies\nResolved AB/24/001\nThat the Board\n1. Receives the apologies of Mr Tay.\nOrme/Keld Carried\n"
        "2. Interests\nNone were told of by those who were there.\n"
        "3. Weir\nResolved AB/24/002\n1. That the weir be mended by June.\n2. That a boat be hired.\nOrme/Tay Carried\n"
        "4. Close\nThe Chair thanked all who had come to the meeting."
    )
    assert headings(minutes_of(text)) == [("1", "Apologies"), ("2", "Interests"), ("3", "Weir"), ("4", "Close")]


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
        c) Reading Committee – U. Keld, no report
        IV. Adjournment – 3:30pm
        """
    assert headings(minutes_of(text)) == [
        ("I", "Approval of the agenda"),
        ("II", "Report of the Chair"),
        ("III", "Reports of the committees"),
        ("a", "Admissions Committee"),
        ("b", "Library Committee"),
        ("c", "Reading Committee – U. Keld"),
        ("IV", "Adjournment"),
    ]


def test_a_numbered_list_under_headings_is_no_series_of_items() -> None:
    lists = "The Chair reported on these.\n1. Hedges\n2. Gates\n3. Water"
    text = f"# Allotments\n{lists}\n# Finance\nNoted.\n# Play area\nNoted."
    assert "Gates" not in [title for _, title in headings(minutes_of(FRONT.replace("1. ", "") + text))]


def test_a_plain_line_that_fills_the_gap_between_numbered_headings_is_an_item() -> None:
    text = "# 2. Finance\nNoted.\n3. Allotments\nThe gate was mended.\n# 4. Play area\nNoted."
    assert ("3", "Allotments") in headings(minutes_of(FRONT + text))


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
        "1. THE MINUTES WERE READ AND APPROVED.\n2. THE GATE IS TO BE MENDED.\n3. THE POND WAS DRAINED.",
        "5.1 Mill Committee – Una Keld told the Board of the time that it takes to mend the gate.\n"
        "5.2 Pond Committee – Tom Orme presented the report, which was long and had many parts.",
    ],
)
def test_labels_are_no_items(text: str) -> None:
    assert headings(said(text)) == headings(said("The gate is broken."))


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
        (["GA21/038 Street lamps", "GA21/039 The pond", "GA21/040 Bench"], ["Street lamps", "The pond", "Bench"]),
        (["I Street lamps", "II The pond", "III The bench"], ["Street lamps", "The pond", "The bench"]),
        (
            [
                "1. ROLL CALL The Clerk called the roll.",
                "2. LAMPS ORME MOVED to mend them.",
                "3. NEW BUSINESS a. None.",
            ],
            ["ROLL CALL", "LAMPS", "NEW BUSINESS"],
        ),
        (
            [
                "1. Approval of Agenda Commissioner Orme moved to approve the agenda.",
                "2. Lamps Mr Orme reported that two of them are broken.",
                "3. NHS Trust accounts for the year",
                "4. Hon. Treasurer’s report",
            ],
            ["Approval of Agenda", "Lamps", "NHS Trust accounts for the year", "Hon. Treasurer’s report"],
        ),
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


def test_items_that_are_numbered_as_minutes() -> None:
    titles = ["Matters Arising", "Housing Report", "Roads", "Correspondence"]
    lines = "".join(
        f"Minute No. {n}/19 {title}\nThe members spoke of it at length.\n" for n, title in enumerate(titles, 68)
    )
    items = [(item.number, item.title) for item in said(lines).items]
    assert items[-4:] == [(f"{n}/19", title) for n, title in enumerate(titles, 68)]


@pytest.mark.parametrize("number", ["Item {}/13: ", "Cou/{}/23-24 ", "24/0{} "])
def test_a_number_may_hold_the_year(number: str) -> None:
    titles = ["Matters arising", "The gate", "The pond", "The hedge"]
    lines = "\n".join(f"{number.format(n)}{title}\nIt was discussed at length." for n, title in enumerate(titles, 1))
    text = f"Mill Board\nMinutes of the meeting held on 12 March 2024\nPresent: Ada Brindle\n{lines}"
    assert [title for _, title in headings(minutes_of(text))] == titles


def test_people_whom_a_sentence_below_a_heading_leads_to_are_no_items() -> None:
    text = """
        # Mill Board
        Minutes of the meeting held on 12 March 2024
        # 1. Call to order
        The Chair opened the meeting.
        # 2. Choice of reviewers
        Those who had applied to be on it were:
        1. Ada Brindle, Oxley
        2. Tom Q. Orme, Marl
        3. Una Keld, Oxley
        All three were appointed.
        # 3. Adjournment
        The Chair closed the meeting.
        """
    assert [title for _, title in headings(minutes_of(text))] == ["Call to order", "Choice of reviewers", "Adjournment"]


@pytest.mark.parametrize("bold", ["", "**"])
def test_what_the_staff_advise_is_no_part_of_a_title(bold: str) -> None:
    lines = "".join(
        f"{n}. {bold}{title}{bold} {bold}Recommendation:{bold} Approve it as it was put before the Board.\n"
        for n, title in enumerate(("Lease of the quay", "Sale of oars", "Bell", "Tar"), 1)
    )
    text = f"# Mill Board\nMinutes of the meeting held on 12 March 2024\nPresent: Ada Brindle\n{lines}"
    assert [title for _, title in headings(minutes_of(text))] == ["Lease of the quay", "Sale of oars", "Bell", "Tar"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        (
            "Treasurer’s report – quarter ending June 30, 2024 (W)",
            "Treasurer’s report – quarter ending June 30, 2024 (W)",
        ),
        ("Clerk’s report - March 2024", "Clerk’s report - March 2024"),
        ("Clerk’s report – two lamps are out", "Clerk’s report"),
        ("Apologies – March 2024", "Apologies"),
    ],
)
def test_a_report_is_told_by_its_period(line: str, title: str) -> None:
    assert title_of(line, top=True) == title


@pytest.mark.parametrize("few", [False, True])
def test_a_question_among_titles_is_one(few: bool) -> None:
    titles = ["Apologies", "Fees", "The gate", "The bell"][: 2 if few else 4]
    asked = "Should the fair move to May?"
    lines = [f"{n}. {title}\nIt was discussed at length." for n, title in enumerate([*titles, asked, "Close"], 1)]
    text = "Mill Board\nMinutes of the meeting held on 12 March 2024\nPresent: Ada Brindle\n" + "\n".join(lines)
    assert (asked in [title for _, title in headings(minutes_of(text))]) is not few


def test_people_who_are_numbered_are_no_items() -> None:
    text = """
        Mill Board
        Minutes of the meeting held on 12 March 2024
        The following members were present:
        1. Dr. Ada Brindle, Principal, Mill College
        Vice-Chair
        2. Shri Tom Orme … (in the Chair)
        3. Er. Una Keld, Head, Dept. of Works
        The following members could not attend and leave of absence was granted to them:
        1. Wren Sallow, Low Moor
        At the outset the Chair welcomed everybody.
        1. Minutes
        They were agreed.
        2. The gate
        It was resolved to mend it.
        3. The pond
        It was noted that it is deep.
        """
    minutes = minutes_of(text)
    assert [title for _, title in headings(minutes)] == ["Minutes", "The gate", "The pond"]
    assert [(entry.name, entry.status) for entry in minutes.attendance] == [
        ("Dr. Ada Brindle", "present"), ("Shri Tom Orme", "present"), ("Er. Una Keld", "present"),
        ("Wren Sallow", "apologies"),
    ]  # fmt: skip


def test_people_are_numbered_over_the_end_of_a_page_and_with_their_offices_behind_their_names() -> None:
    text = """
        Mill Board
        Minutes of the meeting held on 12 March 2024
        Members Present:
        1 Sri T.Orme Chairman
        2 Prof. U. K. Keld Member & Convener
        3 Ada Brindle - Warden (Low
        Moor)
        1
        4 Dr. N.Tay Special Invitee
        Members Absent:
        1 Dr. Wren Sallow Member
        # Minutes
        Dr. Tay welcomed everybody.
        """
    told = [
        ("Sri T.Orme", "Chairman", "present"),
        ("Prof. U. K. Keld", "Member & Convener", "present"),
        ("Ada Brindle", "Warden", "present"),
        ("Dr. N.Tay", "Special Invitee", "present"),
        ("Dr. Wren Sallow", "Member", "absent"),
    ]
    minutes = minutes_of(text)
    assert [(one.name, one.role, one.status) for one in minutes.attendance] == told
    assert headings(minutes) == []


def test_a_numbered_list_that_a_sentence_of_an_item_leads_in_is_no_series() -> None:
    titles = ["The mill pond", "The gate", "The hedge", "The ferry"]
    works = (
        "The works put forward are as follows:\n1. Paint for the gate\nIt is green.\n2. Oars\nThey were asked for.\n"
    )
    works += "3. Lamps at the ford\nThey are dim.\n"
    lines = [f"MBF/{n}/24 {title}\nIt was discussed at length.\n" for n, title in enumerate(titles, 1)]
    text = "Mill Board\nMinutes of the meeting held on 12 March 2024\nPresent: Ada Brindle\n"
    minutes = minutes_of(text + "".join([*lines[:2], works, *lines[2:]]))
    assert [title for _, title in headings(minutes)] == titles


@pytest.mark.parametrize("line", ["TOTAL FEES 12,400 11,900 96% (500)", "M1K+ ++4+A8T ++;5<Z4 <4/ ;W"])
def test_lines_of_figures_or_of_garbled_letters_are_no_headings(line: str) -> None:
    text = f"**THE POND**\nIt is deep and cold.\n**{line}**\nThe fees were told.\n**THE GATE**\nIt is green.\n"
    assert line not in [title for _, title in headings(said(text))]


def test_names_after_apologies_are_no_part_of_the_title() -> None:
    text = """
        Mill Board
        Minutes of the meeting held on 12 March 2024
        1) Apologies for absence Una, Tom, Wren
        2) Present - Ada (Chair), Nia
        3) The gate – to be mended in the spring
        4) The pond – everybody agreed that it is deep
        """
    assert headings(minutes_of(text))[0] == ("1", "Apologies for absence")


@pytest.mark.parametrize("named", ["Agenda Item {}:", "Item {} –", "Minute {}:"])
def test_items_that_are_named_before_their_numbers(named: str) -> None:
    lines = [
        f"{named.format(n)} {title}\nThe Chair spoke of it." for n, title in enumerate(("Oars", "Paint", "Tar"), 1)
    ]
    text = "\n".join(["# Minutes of the Ferry Board", "4 March 2024", "Present: Una Keld, Tom Orme", *lines])
    assert headings(minutes_of(text)) == [("1", "Oars"), ("2", "Paint"), ("3", "Tar")]


def test_what_is_said_after_a_usual_title_is_no_part_of_it() -> None:
    text = """
        # Minutes of the Ferry Board
        4 March 2024
        Present: Una Keld, Tom Orme
        1. Apologies – Nia Tay
        2. Matters arising – the oars have come
        3. Boats – Tom reported that both of them leak and that the yard will look at them
        4. AOB – Una will get the ropes mended
        """
    assert headings(minutes_of(text)) == [("1", "Apologies"), ("2", "Matters arising"), ("3", "Boats"), ("4", "AOB")]


def test_what_is_numbered_inside_a_list_counts_for_itself(tmp_path: Path) -> None:
    (tmp_path / "minutes.md").write_text(
        "# Minutes of the Ferry Board\n4 March 2024\n\nPresent: Una Keld, Tom Orme\n\n"
        "1. Oars\n   1. Ash\n   2. Spruce, which Tom likes\n2. Paint\n   1. We want more of it!\n"
        "3. Ropes\n   1. There are two coils.\n   2. Nets\n4. Closing\n"
    )
    numbered = headings(extracted(tmp_path / "minutes.md")[1])
    assert numbered == [("1", "Oars"), ("2", "Paint"), ("3", "Ropes"), ("4", "Closing")]


def test_points_numbered_inside_a_list_are_no_items_though_points_stand_below_them(tmp_path: Path) -> None:
    (tmp_path / "minutes.md").write_text(
        "# Minutes of the Ferry Board\n4 March 2024\n\nPresent: Una Keld, Tom Orme\n\n"
        "1. Oars\n   1. Wood for oars\n      - Ash it is\n   2. Length\n      - As before\n"
        "2. Paint\n   1. Colour\n      - Green\n3. Ropes\n   1. Coils\n      - Two of them\n"
    )
    assert headings(extracted(tmp_path / "minutes.md")[1]) == [("1", "Oars"), ("2", "Paint"), ("3", "Ropes")]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Choice of Wardens Upon the proposal of Tom Orme it was resolved that Una Keld be one.", "Choice of Wardens"),
        ("Ropes for the year 2024 The coils that were bought were too short.", "Ropes for the year 2024"),
        ("Other Matters T Orme asked that the shed be swept.", "Other Matters"),
        ("Chair’s Report a) Two boats leak. b) One was lost.", ""),
        ("Wardens’ Report • It was said that two boats leak.", "Wardens’ Report"),
        ("Visit to The Mill was made in May.", ""),
        ("Tom Orme said that There was no rope.", ""),
        ("To Note: Mooring Fees Brought up to Date", "To Note: Mooring Fees Brought up to Date"),
        ("To Approve: Tolls to Date The following tolls were shown", "To Approve: Tolls to Date"),
        (
            "To approve the Minutes of the Meeting on 4 May 2024 and of the Extraordinary Meeting held on the 9 May"
            " The Minutes were agreed.",
            "To approve the Minutes of the Meeting on 4 May 2024 and of the Extraordinary Meeting held on the 9 May",
        ),
        ("Approval of Minutes The minutes of the meeting held on 04.03.24 were agreed.", "Approval of Minutes"),
        ("2023 Ferry Return Councillors were shown the return.", "2023 Ferry Return"),
        ("Care of the Slip Three quotes for its care were opened.", "Care of the Slip"),
        ("Ferry Phase Two was opened in May.", ""),
        ("Ref. No: 24/0117 Mill Lane, a porch.", ""),
        ("However before going on I suggest we ask – perhaps by way of a letter to all owners.", ""),
    ],
)
def test_a_title_that_nothing_sets_off_from_the_sentence_after_it(line: str, title: str) -> None:
    assert title_of(line, top=True) == title


@pytest.mark.parametrize(
    ("said", "found"),
    [(" – none due to the flood", True), (" - nothing to report", True), (" has met in Fenwold", False)],
)
def test_points_on_which_nothing_is_said_are_items(said: str, found: bool) -> None:
    front = FRONT.partition("# 1.")[0]
    points = "".join(
        f"{letter}) {name} Committee{said}\n" for letter, name in (("a", "Oar"), ("b", "Rope"), ("c", "Sail"))
    )
    text = f"{front}I. Agenda\nIt was read.\nII. Reports\n{points}III. Fees\nThey stay.\nIV. Closing\nAt nine.\n"
    lettered = [("a", "Oar Committee"), ("b", "Rope Committee"), ("c", "Sail Committee")]
    assert [each for each in headings(minutes_of(text)) if each in lettered] == (lettered if found else [])


def test_the_numbers_of_a_list_of_tasks_are_no_items() -> None:
    tasks = "# Actions\n1. Una Keld: Oil the winch.\n2. Tom Orme: Ask the pilots.\n3. Ada Tay: Count the oars."
    minutes = minutes_of(f"{FRONT}# 2. Weir\nIt was looked at.\n{tasks}")
    assert [item.number for item in minutes.items] == ["1", "2", None]
    assert [action.owner for action in minutes.actions] == ["Una Keld", "Tom Orme", "Ada Tay"]


def test_a_number_with_a_letter_is_put_between_two() -> None:
    text = """
        Fenwold Parish Council
        Minutes of the meeting held on 12 March 2024
        Present: Cllr Ada Brindle (Chair), Cllr Tom Orme
        1. Apologies
        None were received.
        1b. Thanks to Una Keld
        The Chair thanked her.
        2. Allotments
        The Chair reported that the gate was broken.
        2b. Sheds
        One leaks.
        3. Play area
        It was resolved to close the swings.
        """
    assert [number for number, _ in headings(minutes_of(text))] == ["1", "1b", "2", "2b", "3"]


def test_the_days_of_later_meetings_are_no_item() -> None:
    text = "# 12. Dates\n4 June, 10 September and 12 November 2025, all at 10.30 am.\n9 May Fair\nIt was a fine day."
    assert "4" not in [item.number for item in said(text).items]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("FERRY INCOME: QUARTER ENDED 31ST DECEMBER 2024", "FERRY INCOME: QUARTER ENDED 31ST DECEMBER 2024"),
        ("MOORINGS: THE WARDEN REPORTED THAT TWO ARE FREE", "MOORINGS"),
        ("LAMPS: NONE", "LAMPS"),
        ("APOLOGIES: MRS ORME", "APOLOGIES"),
    ],
)
def test_a_title_in_capitals_may_be_of_two_parts(line: str, title: str) -> None:
    assert title_of(line, top=True) == title


def test_the_day_of_the_next_meeting_is_no_item() -> None:
    lines = "11 Next meeting\n11 May 2024 at 17:30. The meeting closed at 19:48.\n"
    text = FRONT + "".join(f"{n} Weir\nThe Clerk said that the weir was dry.\n" for n in range(2, 11)) + lines
    assert headings(minutes_of(text))[-1] == ("11", "Next meeting")


def test_a_numbered_title_ends_before_its_first_limb_or_what_a_usual_one_tells() -> None:
    text = (
        "1. Welcome: the Warden greeted all.\n2. Apologies: none.\n3. Letters 3.1 The Tide Guild asks for a mooring.\n"
        "4. Applications received for comment. 4.1 24/00117/F A new lock at the mill.\n5. Any other business\nNone."
    )
    head = "Minutes of the Mill Guild, 12 March 2024\nPresent: Una Keld, Tom Orme"
    assert headings(minutes_of(f"{head}\n{text}")) == [
        ("1", "Welcome"),
        ("2", "Apologies"),
        ("3", "Letters"),
        ("4", "Applications received for comment"),
        ("5", "Any other business"),
    ]


def test_a_number_may_stand_alone_over_its_title(tmp_path: Path) -> None:
    text = (
        "Fenwold Parish Council\n\nMinutes of the meeting held on 12 March 2024\n\n1.\n\nThe Minutes of May:\n\n"
        "These were signed.\n\n2.\n\nRopes and Oars:\n\nIt was agreed that two ropes be bought.\n\n3.\n\n"
        "***“I will ask at the June meeting when the lamps on the quay***\n\n***are to be mended”.***\n\n"
        "It was said that nobody knew.\n\n**4.**\n\n**Other boats**\n\nThe clock went slow, and was mended."
    )
    (tmp_path / "minutes.md").write_text(text)
    assert headings(extracted(tmp_path / "minutes.md")[1]) == [
        ("1", "The Minutes of May"),
        ("2", "Ropes and Oars"),
        ("3", "“I will ask at the June meeting when the lamps on the quay are to be mended”"),
        ("4", "Other boats"),
    ]


def test_the_next_number_below_a_list_of_tasks_is_the_next_items() -> None:
    actions = "# Actions\n• UK to oil the winch."
    head = "# Fenwold Parish Council\nMinutes of the meeting held on 12 March 2024\nPresent: Una Keld, Tom Orme"
    text = (
        f"{head}\n1. Ferry\nIt ran.\n{actions}\n2. Weir\nIt holds.\n{actions}\n3. Bell\nIt rang.\n4. Boats\nNone sank."
    )
    assert [item.title for item in minutes_of(text).items] == ["Ferry", "Weir", "Bell", "Boats"]


@pytest.mark.parametrize("gap", ["", " "])
def test_a_long_number_may_touch_its_title(gap: str) -> None:
    lines = {
        "Apologies for absence": "Cllr Tom Orme.",
        "Councillor vacancy Mill Ward": "Two had applied, of whom one is too young.",
        "Councillors’ reports": "The mill was shut on both days.",
        "Oars": "Two are lost.",
    }
    text = "\n".join(f"{number}.{gap}{title}: {told}" for number, (title, told) in enumerate(lines.items(), 2114))
    assert headings(minutes_of(f"{FRONT.splitlines()[0]}\nMinutes of a meeting held on 12 March 2024\n{text}")) == [
        (str(number), title) for number, title in enumerate(lines, 2114)
    ]


def test_item_and_its_number_may_stand_over_the_title_in_a_line_of_their_own() -> None:
    text = FRONT.partition("# 1.")[0] + (
        "Item 1. Minutes of the meeting held on 5 January 2024.\nThey were adopted.\n"
        "Item 2\nThe fares sent by the harbour.\nIt was agreed to keep the fares as they are.\n"
        "Item3.\nTide tables.\nThey were noted."
    )
    assert headings(minutes_of(text)) == [
        ("1", "Minutes of the meeting held on 5 January 2024"),
        ("2", "The fares sent by the harbour"),
        ("3", "Tide tables"),
    ]
