"""Where the business begins and ends."""

from pathlib import Path

import pytest

from tests.extract.samples import FRONT, extracted, headings, minutes_of, said


def test_papers_appended_to_minutes_hold_no_items() -> None:
    text = "# 8. Finance\nNoted.\nAPPENDIX A\n# Report of the Treasurer\nThe accounts are in order."
    assert headings(said(text))[-1] == ("8", "Finance")


LISTS = (
    "Appendix A\nTom spoke of these boats:\n1. The Heron, which leaks\n2. The Teal – new\nIt was built in May.\n"
    "3. The Coot – old\nIt was built in June.\n"
)


@pytest.mark.parametrize(("papers", "last"), [(LISTS, "Closing"), (f"{LISTS}X. Thanks\nUna was thanked.\n", "Thanks")])
def test_a_list_in_a_paper_goes_on_with_no_number_of_the_minutes(papers: str, last: str) -> None:
    business = ["Agenda", "Minutes", "Boats", "Ropes", "Oars", "Sails", "Pilots", "Fees", "Closing"]
    numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
    lines = [f"{number}. {title}\nIt was dealt with." for number, title in zip(numbers, business, strict=True)]
    front = FRONT.partition("# 1.")[0]
    text = front + "\n".join(lines) + f"\n{papers}"
    assert headings(minutes_of(text))[-1][1] == last


@pytest.mark.parametrize(
    "title", ["Open forum", "Election of Chairman", "Police matters", "Approval of Previous Minutes"]
)
def test_business_before_the_first_number_is_an_item(title: str) -> None:
    front = FRONT.partition("# 1.")[0]
    text = f"{front}# {title}\nA resident spoke of the parked cars in Mill Lane.\n# 1. Fees\nThe fee stays."
    assert headings(minutes_of(text)) == [(None, title), ("1", "Fees")]


def test_headings_below_the_call_to_order_are_business_above_the_first_known_title() -> None:
    front = (
        "Mill Club\nMinutes of the meeting held on 12 March 2024\nPresent: Ada Brindle\nIt was called to order at 7.\n"
    )
    heads = ["New paint", "The fees", "Police matters", "The ferry"]
    text = front + "".join(f"# {head}\nMembers spoke of it at length.\n" for head in heads)
    assert [title for _, title in headings(minutes_of(text))] == heads


def test_business_may_be_numbered_with_letters() -> None:
    front = FRONT.partition("# 1.")[0]
    text = f"{front}# A. Call to Order\nMs Keld did so.\n# B. Boats\n# The ferry\nIt leaks.\n# C. Adjourn\nAt nine."
    assert headings(minutes_of(text)) == [
        ("A", "Call to Order"), ("B", "Boats"), (None, "The ferry"), ("C", "Adjourn"),
    ]  # fmt: skip


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
    ("front", "first"),
    [
        ("# 41/24 RESOLVED: (Orme/Keld)\nThat the fee stays.", (None, "DISCLOSURE OF INTERESTS")),
        ("# Apologies: Nia Tay, Bo Fell\n# All Papers Are In The Book", None),
    ],
)
def test_neither_a_resolution_nor_those_who_are_sorry_begin_the_business(
    front: str, first: tuple[str | None, str] | None
) -> None:
    begun = "# DISCLOSURE OF INTERESTS\nNone." if first else ""
    text = f"{FRONT.partition('# 1.')[0]}{begun}\n{front}\n# 42/24 Minutes\nThe Board noted the minutes."
    assert headings(minutes_of(text))[0] == (first or ("42/24", "Minutes"))


def test_what_a_page_says_of_the_meeting_stands_before_its_first_item() -> None:
    text = """
        **9 May 2024 - Primary Care Committee**
        # Sending in questions
        Questions may be sent in. The Committee met on 9 May 2024 and took these decisions:
        **Item 1.2: Minutes**
        Decision: The Committee approved the minutes as an accurate record.
        """
    assert headings(minutes_of(text)) == [("1.2", "Minutes")]


def test_business_begins_at_a_heading_that_says_which_item_it_is() -> None:
    text = "# Item 1: Apologies\nApologies were received from Cllr Orme.\n# Item 2: Fees\nThe fees were set."
    assert headings(minutes_of(FRONT.partition("# 1.")[0] + text)) == [("1", "Apologies"), ("2", "Fees")]


def test_a_title_over_several_lines_holds_no_items() -> None:
    text = """
        **MINUTES**
        # Ordinary Meeting of the Council
        **HELD AT THE Old Forge**
        **Tithe Lane, Fenwold**
        **ON Tuesday, 14 May**
        **2024 AT 6.30 pm**
        Present: Cllr Ada Brindle (Chair), Cllr Tom Orme
        **PUBLIC FORUM**
        A resident spoke of the parked cars in Mill Lane.
        """
    assert headings(minutes_of(text)) == [(None, "PUBLIC FORUM")]


def test_an_agenda_printed_above_the_minutes_holds_no_items() -> None:
    text = """
        # Ferry Board
        4 March 2024
        # Agenda
        1. Oars
        2. Paint
        # Minutes
        # Oars
        They leak.
        # Paint
        There is none.
        """
    assert headings(minutes_of(text)) == [(None, "Oars"), (None, "Paint")]


def test_the_parts_of_the_attendance_are_no_items(tmp_path: Path) -> None:
    text = (
        "# Ferry Board minutes\n4 March 2024\n## Attendance\n### Pilots\n- Una Keld\n- Tom Orme\n### Others\n### Away\n"
    )
    (tmp_path / "minutes.md").write_text(f"{text}- Ada Tay\n## Oars\n### Blades\nThey leak and were replaced in May.\n")
    assert [item.title for item in extracted(tmp_path / "minutes.md")[1].items] == ["Oars", "Blades"]


def test_headings_of_a_web_page_are_business_above_the_first_number(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(
        "# Minutes of the Barge Club, 4 May 2023\n\n## Start: 7.02 pm\n\n## Present\n\n- Una Keld\n- Tom Orme\n\n"
        "## New members\n\n- As of today there are three\n\n## Old business\n\n1. Minutes of the last meeting\n\n"
        "They were agreed.\n\n## Winter moorings\n\nTom asked who will pay.\n\n## Next meeting\n\nIn June.\n"
    )
    _, minutes = extracted(path)
    titles = [item.title for item in minutes.items]
    assert titles[0] == "New members"
    assert titles[-2:] == ["Winter moorings", "Next meeting"]


def test_what_is_told_under_a_heading_parts_nobody_present(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    told = "Una is away in the north until the end of May and has given Tom her vote."
    path.write_text(
        "# Barge Club Board, 4 May 2023\n\n## Roll call\n\n### In the room\n\n- Tom Orme\n- Nia Tay\n\n"
        f"### Reminders\n\n- {told}\n\n## Moorings\n\nThey were discussed.\n"
    )
    titles = [item.title for item in extracted(path)[1].items]
    assert titles[-2:] == ["Reminders", "Moorings"]
    assert "In the room" not in titles


def test_business_begins_above_a_numbered_list_of_people_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(
        "# Minutes of the Barge Club, 4 May 2023\n\n## The lock\n\nThe chair reported that it was dry.\n\n"
        "## Moorings\n\nIt was agreed that they be painted.\n\nPresent:\n\n1. Una Keld\n2. Tom Orme\n3. Nia Tay\n"
    )
    _, minutes = extracted(path)
    assert [item.title for item in minutes.items] == ["The lock", "Moorings"]
    assert [person.name for person in minutes.attendance] == ["Una Keld", "Tom Orme", "Nia Tay"]


def test_what_opened_the_meeting_above_its_agenda_is_business(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(
        "# Barge Club Committee Meeting\n\n## Call to Order and Welcome\n\nTom called the meeting to order.\n\n"
        "## Quorum\n\nIt was reached.\n\n## Agenda\n\n- Moorings\n- Adjourn\n\n## Meeting Notes\n\n"
        "- Una moved that it be painted.\n\n## Moorings\n\nThey are full.\n"
    )
    titles = [item.title for item in extracted(path)[1].items]
    assert titles == ["Call to Order and Welcome", "Quorum", "Moorings"]


def test_the_days_that_an_agenda_plans_are_no_business_where_minutes_follow(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(
        "# BCX Meeting\n\n## BCX Agenda\n\n### Monday\n\n- Moorings\n- Lunch\n\n### Tuesday\n\n- Fees\n\n"
        "2 pm: the end\n\n## Minutes\n\n### Monday morning\n\nPresent members: Una Keld, Tom Orme.\n\n"
        "Una reported that the moorings are full, and Tom moved that two be dug.\n\n### Tuesday\n\n"
        "The fees were agreed, and the meeting closed at one.\n"
    )
    assert [item.title for item in extracted(path)[1].items] == ["Monday morning", "Tuesday"]


def test_a_line_in_bold_capitals_heads_as_those_do_that_run_into_text(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(
        "Minutes of the Barge Club, 4 May 2023\n\nThe annual meeting was called to order by Una Keld.\n\n"
        "**QUORUM OF MEMBERS**\n\nThere were forty members there.\n\n**WELCOME TO NEWCOMERS**: All spoke.\n\n"
        "**SECRETARY’S REPORT**: Tom Orme\n\nThe minutes were approved.\n\n**OLD BUSINESS**\n\nThere was none.\n\n"
        "**NEW BUSINESS**\n\nThe lock is dry.\n\n**ADJOURNMENT**\n\nThe meeting was adjourned.\n"
    )
    assert [item.title for item in extracted(path)[1].items] == [
        "QUORUM OF MEMBERS",
        "WELCOME TO NEWCOMERS",
        "SECRETARY’S REPORT",
        "OLD BUSINESS",
        "NEW BUSINESS",
        "ADJOURNMENT",
    ]


def test_a_schedule_below_the_business_is_a_paper() -> None:
    numbered = "".join(f"# 24/{80 + n} {title}\nIt was told.\n" for n, title in enumerate(("Ferry", "Weir", "Lamps")))
    text = f"{FRONT.partition('# 1.')[0]}{numbered}# SCHEDULE B – WHAT WAS PAID\n| Tide & Co. | 12.00 |"
    assert [title for _, title in headings(minutes_of(text))] == ["Ferry", "Weir", "Lamps"]


def test_the_first_lettered_heading_is_business_though_the_page_is_titled_by_it(tmp_path: Path) -> None:
    (tmp_path / "minutes.md").write_text(
        "## I. Call to Order\n\nChair Brindle called the Board to order at 7 pm on 12 March 2024.\n\n"
        "## II. Roll Call\n\nMs Keld called the roll.\n\n"
        "## III. Close\n\nThe minutes of May were approved and the meeting closed.\n"
    )
    assert headings(extracted(tmp_path / "minutes.md")[1])[0] == ("I", "Call to Order")
