"""Titles with a code for a number."""

import pytest

from tests.extract.samples import FRONT, headings, minutes_of, said


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


def test_titles_that_end_in_their_place_on_the_agenda() -> None:
    titles = ["Minutes Approved (D)", "Awards (E-1)", "Pond (E-2a)", "Gifts (G-1)", "Adjournment (L)"]
    text = "# Regular Session\nAt the mill.\n" + "".join(f"# {title}\nIt was told.\n" for title in titles)
    items = minutes_of(text + "# Una Keld, Reeve\nSigned.").items
    told = [("D", "Minutes Approved"), ("E-1", "Awards"), ("E-2a", "Pond"), ("G-1", "Gifts"), ("L", "Adjournment")]
    assert [(item.number, item.title) for item in items] == told


def test_plain_lines_may_end_in_their_place_on_the_agenda() -> None:
    titles = [
        "Minutes (D)",
        "Oars of the Week (E-1)",
        "Gifts Taken (F-1 through F-3)",
        "Paint (F-1)",
        "Tar (F-3)",
        "End (G)",
    ]
    items = said("".join(f"{title}\nIt was told in a few words.\n" for title in titles)).items
    told = [
        ("D", "Minutes"),
        ("E-1", "Oars of the Week"),
        (None, titles[2]),
        ("F-1", "Paint"),
        ("F-3", "Tar"),
        ("G", "End"),
    ]
    assert [(item.number, item.title) for item in items] == told


def test_the_text_may_run_in_from_a_title_and_its_place_on_the_agenda() -> None:
    lines = [
        "Oars of the Week (E-1) Two crews (B and C) were named.",
        "Gifts (TB and other) (F-1) They were told.",
        "Resolution No. 41: Paint (F-2/F-3) It was told.",
        "Tar (F-3) It was told.",
        "End (G) It was told.",
    ]
    minutes = said("\n\n".join(lines))
    told = [
        ("E-1", "Oars of the Week"),
        ("F-1", "Gifts (TB and other)"),
        ("F-2/F-3", "Resolution No. 41: Paint"),
        ("F-3", "Tar"),
        ("G", "End"),
    ]
    assert [(item.number, item.title) for item in minutes.items] == told


def test_letters_in_brackets_within_paragraphs_that_are_in_no_order_head_nothing() -> None:
    lines = [f"A line of the crew of the boat ({letter}) Which was told." for letter in "EDCFG"]
    assert [item.title for item in said("\n\n".join(lines)).items] == ["Welcome", "Business"]


def test_a_letter_in_brackets_behind_one_title_is_part_of_it() -> None:
    assert [item.title for item in minutes_of("# Pond\nIt is deep.\n# Lease (B)\nIt ends.").items][-1] == "Lease (B)"


@pytest.mark.parametrize(
    ("codes", "numbers"),
    [
        (["MB24-07", "MB24-08", "MB24-09"], ["MB24-07", "MB24-08", "MB24-09"]),
        (["M.041/24", "M.042/24", "M.043/24"], ["M.041/24", "M.042/24", "M.043/24"]),
        (["41/MB/24 –", "42/MB/24 –", "43/MB/24 –"], ["41/MB/24", "42/MB/24", "43/MB/24"]),
        (
            ["MB 2024-25/041", "MB 2024-25/042", "MB 2024-25/043"],
            ["MB 2024-25/041", "MB 2024-25/042", "MB 2024-25/043"],
        ),
        (["MBWC/07", "MBWC/08", "MBWC/09"], ["MBWC/07", "MBWC/08", "MBWC/09"]),
        (["Minute 41:", "Minute 42:", "Minute 43:"], ["41", "42", "43"]),
        (["2024/41 – 1.", "2024/42 – 2.", "2024/43 – 3."], ["2024/41", "2024/42", "2024/43"]),
        (
            ["MBF/01/09/24:", "MBF/02/09/24:", "MBC/03/09/24:"],
            ["MBF/01/09/24", "MBF/02/09/24", "MBC/03/09/24"],
        ),
        (["A12", "A47", "A1101"], [None] * 3),
        (["Q1", "Q2", "Q3"], [None] * 3),
        (["MB24-07", "MB24-08", ""], [None] * 3),
    ],
)
def test_codes_that_count_on_are_numbers(codes: list[str], numbers: list[str | None]) -> None:
    front = FRONT.partition("# 1.")[0]
    titles = zip(codes, ["Mill pond", "Fees", "Bins"], strict=True)
    text = "\n".join(f"**{code} {title}**\nMembers noted the report." for code, title in titles)
    assert [number for number, _ in headings(minutes_of(f"{front}{text}"))] == numbers


def test_what_is_to_be_done_with_an_entry_stands_before_its_letter() -> None:
    text = """
        # 8. New business
        **Action (Consent): A. Lease of the mill**
        Motion to approve the lease. Motion carried.
        **Discussion, Information: B. The ferry in spring**
        The Warden spoke of the ferry.
        **Action: C. Oars**
        Motion to buy oars. Motion carried.
        """
    minutes = said(text)
    assert headings(minutes)[-3:] == [("A", "Lease of the mill"), ("B", "The ferry in spring"), ("C", "Oars")]
    assert minutes.actions == ()


def test_business_begins_at_the_first_heading_with_a_code_that_counts_on() -> None:
    titles = ["ELECTION OF A CHAIRMAN", "APOLOGIES FOR ABSENCE", "LOCK GATES"]
    text = "\n".join(
        f"# MBWC/0{1 + at} {title}\nApologies for absence were received." for at, title in enumerate(titles)
    )
    minutes = minutes_of(f"{FRONT.partition('# 1.')[0]}{text}")
    assert headings(minutes) == [(f"MBWC/0{1 + at}", title) for at, title in enumerate(titles)]


def test_business_begins_with_the_first_code_that_counts_on() -> None:
    text = """
        # Wenmarch Borough Council
        LICENSING SUB-COMMITTEE
        Minutes of a hearing held in the Mill Room on Tuesday 3 March 2026
        Present: Councillor Ada Brindle (Chairman)
        # LX 30 Choice of Chairman
        It was resolved that Councillor Brindle be elected Chairman for the hearing.
        # LX 31 Interests
        None.
        # LX 32 The Ferry Inn
        # Introduction
        The officer set out the application.
        """
    assert headings(minutes_of(text))[:3] == [
        ("LX 30", "Choice of Chairman"),
        ("LX 31", "Interests"),
        ("LX 32", "The Ferry Inn"),
    ]


def test_cases_under_a_label_in_capitals_are_items_with_their_reference() -> None:
    cases = ["APPLICATION: FLB 2041-00017, 12 MILL LANE – PORCH", "N/A APPLICATION: FLB 2041-00018, THE WEIR"]
    cases.append("APPLICATION: FLB 2041-00019, 16 MILL LANE – GATE")
    minutes = said("".join(f"{case}\nThe plans are of March.\n" for case in cases))
    assert headings(minutes)[-3:] == [
        ("FLB 2041-00017", "12 MILL LANE – PORCH"),
        ("FLB 2041-00018", "THE WEIR"),
        ("FLB 2041-00019", "16 MILL LANE – GATE"),
    ]


def test_references_of_applications_in_running_text_head_nothing() -> None:
    lines = [f"Application: FLB 2041-0001{n}, 1{n} Mill Lane is for a porch.\n" for n in range(3)]
    assert len(headings(said("".join(lines)))) == 2


def test_a_number_may_tell_the_meeting_in_brackets() -> None:
    text = FRONT.partition("# 1.")[0] + (
        "**MB(3)2 Ropes and oars**\n\nTwo ropes are out.\n\n**MB(3)3.ii Lamps and quays**\n\nOne lamp is out.\n\n"
        "**MB(3)4 mill.example**\n\nThe page is down."
    )
    told = [("MB(3)2", "Ropes and oars"), ("MB(3)3.ii", "Lamps and quays"), ("MB(3)4", "mill.example")]
    assert headings(minutes_of(text)) == told
    few = text.replace("MB(3)4 mill.example", "The page").replace("MB(3)3.ii ", "")
    assert ("MB(3)2", "Ropes and oars") not in headings(minutes_of(few))
