"""Attendance in tables and columns."""

import pytest

from tests.extract.attendance.samples import attendance, names
from tests.extract.samples import FRONT, minutes_of


def test_a_role_stands_in_the_next_cell() -> None:
    (entry,) = attendance("| Present: | |\n| Una Keld | Member for Parks and Street Scene |")
    assert (entry.name, entry.role) == ("Una Keld", "Member for Parks and Street Scene")


def test_a_table_below_the_first_business_lists_nobody() -> None:
    text = (
        "Present: Una Keld\n# 2. Finance\nIt was noted.\n# 3. Trusts\n|! Organisation | Cost |\n| Mill Hospitals | 4 |"
    )
    assert names(text, "present") == ["Una Keld"]


def test_a_label_further_down_a_column_begins_another_list() -> None:
    text = "| Attendees | Officials |\n| Ada Brindle | Tom Orme |\n| Una Keld | Apologies |\n| | Wren Sallow |"
    assert names(text, "present") == ["Ada Brindle", "Tom Orme", "Una Keld"]
    assert names(text, "apologies") == ["Wren Sallow"]


def test_the_members_in_a_letterhead_are_those_of_whom_a_table_says_whether_they_came() -> None:
    text = (
        "# Board of Directors\nChair – Una Keld, Ward 1 Secretary – Nia Fell, Ward 2 Treasurer – Tom Orme, Ward 3\n"
        "|! Name | Title | Status |\n| Una Keld | Director, Ward 1 | Present |\n"
        "| Nia Fell | Director, Ward 2 | Absent |\n| Tom Orme | Director, Ward 3 | Present |\n"
        "| Ada Brindle | Director, Ward 4 | Present |\nStaff present: Bo Tay"
    )
    assert names(text, "present") == ["Una Keld", "Tom Orme", "Ada Brindle", "Bo Tay"]
    assert names(text, "absent") == ["Nia Fell"]


def test_what_somebody_sees_to_may_stand_before_the_name_in_a_table() -> None:
    text = (
        "| Location | Mill Hotel, Fenwold |\n| Date/Time | March 12th, 2024 at 8:00pm |\n"
        "| Present | Reeve: Una Keld |\n| | VP, Web and Club Night: Tom Orme |\n"
        "| | Boat Yard: Ada Brindle |\n| | Ferry Crew: open position |\n"
        "| Absent | Oar Crew: Nia Fell |"
    )
    assert [(entry.name, entry.role, entry.status) for entry in attendance(text)] == [
        ("Una Keld", "Reeve", "present"),
        ("Tom Orme", "VP, Web and Club Night", "present"),
        ("Ada Brindle", "Boat Yard", "present"),
        ("Nia Fell", "Oar Crew", "absent"),
    ]


def test_groups_stand_under_the_label_of_those_who_were_not_there() -> None:
    assert names("Not present\nTrustees: Una Keld\nStaff: Tom Orme", "absent") == ["Una Keld", "Tom Orme"]


def test_two_in_a_row_may_both_say_whom_they_come_from() -> None:
    table = "| Ada Brindle – MRC (Chair) | Ivo Sallow - Weir Group |\n| Una Keld – MRC | Dan Tarn – Weir Group |"
    told = ["Ada Brindle", "Ivo Sallow", "Una Keld", "Dan Tarn"]
    assert names(f"Attendance:\n{table}\n# 1. Rates", "present") == told
    assert names("Present: Ada Brindle – MRC, Ivo Sallow – Weir Group", "present") == told[:2]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Absent:\nNone\nStaff: Tom Orme", "present"),
        ("Apologies:\nCllr Una Keld\nStaff: Tom Orme", "present"),
        ("Apologies:\nGovernors\nCllr Una Keld\nStaff\nTom Orme", "apologies"),
        ("Not present\nGovernors: Cllr Una Keld\nStaff: Tom Orme", "apologies absent"),
    ],
)
def test_a_group_is_away_where_the_label_heads_groups(text: str, status: str) -> None:
    told = {entry.name: entry.status for entry in attendance(f"Present: Cllr Ada Brindle\n{text}")}
    assert told["Tom Orme"] in status.split()


@pytest.mark.parametrize("heads", ["Item | Discussion | Action by", "Agenda item | Notes | Lead"])
def test_the_heads_of_the_minutes_below_a_list_are_nobody(heads: str) -> None:
    rows = f"{heads}\n--- | --- | ---\n1. Fees | They stay as they are. | \n2. Oars | They were oiled. | TO"
    assert names(f"In attendance:\nUna Keld (Clerk)\nTom Orme (Warden)\n\n{rows}", "present") == [
        "Una Keld",
        "Tom Orme",
    ]


def test_the_head_of_a_column_is_nobody() -> None:
    table = "| Name | Present\n| Ada Brindle | Yes\n| Tom Orme | No"
    minutes = minutes_of(f"# Mill Board\nMinutes of the meeting held on 4 March 2024\n{table}\n# 1. Fees\nThey stay.")
    assert [(entry.name, entry.status) for entry in minutes.attendance] == [
        ("Ada Brindle", "present"),
        ("Tom Orme", "absent"),
    ]


@pytest.mark.parametrize(
    ("heads", "marks", "present", "apologies"),
    [
        ("5 Feb | 12 March | 9 Apr", "✓ A ✓|A ✓ |✓ ✓ ", "Tom Orme|Una Keld", ""),
        ("05/02 | 12/03 | 09/04", "P Ap P|P P |Ap P ", "Tom Orme|Una Keld", "Ada Brindle"),
        ("5 Feb 2024 | 12 Mar 2024 | 9 Apr 2024", "x x |x  |x x ", "Ada Brindle|Una Keld", ""),
        ("5 Feb | 19 March | 9 Apr", "✓ ✓ ✓|✓ ✓ |✓ ✓ ", "", ""),
    ],
)
def test_a_column_for_each_meeting_of_a_year(heads: str, marks: str, present: str, apologies: str) -> None:
    """The meeting was held on 12 March 2024."""
    people = zip(("Ada Brindle", "Tom Orme", "Una Keld"), marks.split("|"), strict=True)
    rows = "".join(f"\n| {name} | {' | '.join(each.split(' '))} |" for name, each in people)
    text = f"| Name | {heads} |{rows}"
    assert ("|".join(names(text, "present")), "|".join(names(text, "apologies"))) == (present, apologies)


def test_boxes_of_which_none_is_ticked_tell_of_nobody() -> None:
    assert attendance("# Voting member attendance\n• [ ] Cllr Ada Brindle\n• [ ] Cllr Tom Orme") == ()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # what stands again and again is no name
        (
            [
                "Ada Brindle | Larch Trust",
                "Tom Orme | FTC",
                "Nia Tay | Larch Trust",
                "Una Keld | FTC",
                "Wren Fell | FTC",
            ],
            ["Ada Brindle", "Tom Orme", "Nia Tay", "Una Keld", "Wren Fell"],
        ),
        (
            ["*Ada Brindle | Mayor, Fell City", "Tom Orme | Commissioner, Larch County", "Nia Tay | Weir Authority"],
            ["Ada Brindle", "Tom Orme", "Nia Tay"],
        ),
        (
            ["Ada Brindle | Mayor of Fell", "Tom Orme | Supervisor", "Nia Tay | Senate of Larch"],
            ["Ada Brindle", "Tom Orme", "Nia Tay"],
        ),
        (["Ada Brindle | Tom Orme", "Nia Tay | Una Keld"], ["Ada Brindle", "Tom Orme", "Nia Tay", "Una Keld"]),
    ],
)
def test_a_column_says_where_those_of_the_other_come_from(rows: list[str], expected: list[str]) -> None:
    assert names("**Members present**\n" + "\n".join(f"| {row} |" for row in rows), "present") == expected


def test_a_table_of_those_present_is_read_to_its_end() -> None:
    people = [f"{first} {last}" for last in ("Brindle", "Orme", "Keld", "Tay") for first in _FORENAMES]
    rows = "\n".join(f"| {person} | {'FTC' if number % 2 else 'Weir Trust'} |" for number, person in enumerate(people))
    assert names(f"Others present\n{rows}", "present") == people


_FORENAMES = (
    "Ada Tom Una Nia Bryn Cara Dora Evan Fay Gwen Hugh Ivy Joan Karl Lena Mary Nora Owen Paul Rose Sara Tess Vera Will"
).split()


@pytest.mark.parametrize(
    ("table", "present", "away"),
    [
        (
            "|! Given Name | Family Name | Firm | Role |\n| Voting Members | | | |\n| Ada | Brindle | Mill | Chair |\n"
            "| *Observers | | | |\n| Tom | Orme | Dale | Observer |",
            ["Ada Brindle", "Tom Orme"],
            [],
        ),
        (
            "Attendance\n|! Surname | First name | Status |\n| Brindle | Ada | Present |\n| Orme | Tom | Apologies |",
            ["Ada Brindle"],
            ["Tom Orme"],
        ),
        ("|! First | Last |\n| Ada | Brindle |\n| Apologies | |\n| Tom | Orme |", ["Ada Brindle"], ["Tom Orme"]),
        ("Present: Ada Brindle\n|! Forename | Surname | Votes |\n| Tom | Orme | 12 |", ["Ada Brindle"], []),
    ],
)
def test_two_columns_may_share_a_name(table: str, present: list[str], away: list[str]) -> None:
    assert (names(table, "present"), names(table, "apologies")) == (present, away)


def test_a_label_that_a_narrow_column_broke_after_its_first_word() -> None:
    text = """
        # Fenwold Council Lamps Panel
        At a meeting of the Lamps Panel held on 4 March 2024
        Present:-
        | Councillors | Ada Brindle and Tom Orme |
        | In | Cllr Wren Sallow (Cabinet Member); Ms Ivy Lark (Director) |
        | attendance | Mr Ned Tay (Surveyor) |
        # 18 Lamps
        It was RESOLVED to light them.
        """
    names = [entry.name for entry in minutes_of(text).attendance]
    assert names == ["Ada Brindle", "Tom Orme", "Cllr Wren Sallow", "Ms Ivy Lark", "Mr Ned Tay"]


@pytest.mark.parametrize("state", ["Present as substitute", "Attended as an observer", "Present (virtually)"])
def test_how_somebody_came_in_a_column(state: str) -> None:
    text = f"""
# Wenmarch Council
Planning Committee
4 March 2026
| Attendee | Role | Attendance |
| Cllr Ada Brindle | Chair | Present |
| Cllr Tom Orme | Member | Apologies |
| Cllr Una Keld | Member | {state} |
1. Minutes
The minutes were agreed.
"""
    assert ("Cllr Una Keld", "present") in [(entry.name, entry.status) for entry in minutes_of(text).attendance]


def test_a_group_with_a_colon_in_a_table_stands_beside_its_people() -> None:
    text = (
        "| In the chair: | Cllr Una Keld |\n| Harbour nominees: | Ms N. Fell, Dr T. Orme and Mr B. Tay |\n"
        "| RIVER POLICE: | Superintendent (Mr A. Weir), Harbour Master (Ms F. Lock) |\n"
    )
    assert names(text, "present") == [
        "Cllr Una Keld", "Ms N. Fell", "Dr T. Orme", "Mr B. Tay", "Mr A. Weir", "Ms F. Lock",
    ]  # fmt: skip


def test_an_office_may_follow_a_name_in_its_cell() -> None:
    people = attendance("| Officers: | Bertram Lock Harbour Manager |\n| | Oona Weir Solicitor to the Board |")
    assert [(one.name, one.role) for one in people] == [
        ("Bertram Lock", "Harbour Manager"),
        ("Oona Weir", "Solicitor to the Board"),
    ]


def test_an_office_in_the_first_row_heads_no_column() -> None:
    text = "Apologies\n| Una Keld | Trustee | UK |\n| Tom Orme | Trustee | TO |"
    assert names(text, "apologies") == ["Una Keld", "Tom Orme"]
    assert names("Present\n| Trustee | Office |\n| Una Keld | Chair |\n| Tom Orme | Clerk |", "present") == [
        "Una Keld",
        "Tom Orme",
    ]


@pytest.mark.parametrize("heads", ["Item | Discussion and decisions | Action by", "Item | Decisions | Task by"])
def test_the_heads_of_a_table_of_business_are_nobody(heads: str) -> None:
    text = f"Present: Una Keld\n|! {heads} |\n| 1. Rents | They were read. | Una Keld |"
    assert names(text, "present") == ["Una Keld"]


def test_a_dash_between_the_columns_is_no_part_of_the_office() -> None:
    text = (
        FRONT.split("Present")[0]
        + "Present\n| Ada Brindle | – Harbour Master, Fenwold Docks. |\n| Tom Orme | – Clerk |"
    )
    assert [(each.name, each.role) for each in minutes_of(text).attendance] == [
        ("Ada Brindle", "Harbour Master, Fenwold Docks."),
        ("Tom Orme", "Clerk"),
    ]


@pytest.mark.parametrize("ward", ["", " | Mill Ward"])
def test_a_cell_may_tell_more_than_that_somebody_came_or_did_not(ward: str) -> None:
    told = {
        "Cllr Ada Brindle (Chair)": "Present",
        "Cllr Una Keld": "Present (arrived 6.40pm)",
        "Cllr Tom Orme": "Apologies – Cllr Nia Tay came as substitute",
        "Cllr Ivo Tarn": "Apologies (Cllr Wren Fell substituting)",
        "Cllr Bo Sallow": "Apologies: work",
        "Cllr Jory Lund": "Absent",
    }
    rows = "".join(f"\n| {name}{ward} | {state} |" for name, state in told.items())
    people = attendance(f"|! Committee member{' | Ward' if ward else ''} | Attendance |{rows}")
    assert [(one.name, one.status, one.arrived or one.substitute_for) for one in people] == [
        ("Cllr Ada Brindle", "present", None),
        ("Cllr Una Keld", "present", "6.40pm"),
        ("Cllr Nia Tay", "present", "Cllr Tom Orme"),
        ("Cllr Tom Orme", "apologies", None),
        ("Cllr Wren Fell", "present", "Cllr Ivo Tarn"),
        ("Cllr Ivo Tarn", "apologies", None),
        ("Cllr Bo Sallow", "apologies", None),
        ("Cllr Jory Lund", "absent", None),
    ]


def test_what_is_told_of_a_task_says_not_whether_somebody_came() -> None:
    assert attendance("| Una Keld | A: mend the boat |\n| Tom Orme | No, it is rotten |") == ()


def test_forenames_tell_which_of_two_columns_names_people() -> None:
    rows = "| Lucy Keld | Orme & Tay |\n| Peter Orme | Buyer |\n| Susan Tay | Weir Research, Inc. |"
    assert [(one.name, one.role) for one in attendance(f"Other attendees\n{rows}")] == [
        ("Lucy Keld", "Orme & Tay"), ("Peter Orme", "Buyer"), ("Susan Tay", "Weir Research, Inc."),
    ]  # fmt: skip
