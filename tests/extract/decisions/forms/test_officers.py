"""Officers in lines below the heading of their election."""

import pytest

from tests.extract.samples import decided, headings, said


@pytest.mark.parametrize(
    ("title", "lines", "told"),
    [
        (
            "Election of Officers",
            "Chair – Una Keld\nTreasurer – Tom Orme",
            ["Chair – Una Keld", "Treasurer – Tom Orme"],
        ),
        ("Elections", "• President: Una Keld\n• Webmaster: Tom Orme", ["President: Una Keld", "Webmaster: Tom Orme"]),
        (
            "Election of committee 2024-25",
            "(a) **Chairman** Una Keld\n(b) **Deputy Safeguarding Officer** Tom Orme",
            ["Chairman Una Keld", "Deputy Safeguarding Officer Tom Orme"],
        ),
        (
            "Appointment of office bearers",
            "Secretary – Una Keld (re-elected)\nTreasurer: vacant\nCommittee members – Nia Tay, Sol Fell",
            ["Secretary – Una Keld (re-elected)", "Committee members – Nia Tay, Sol Fell"],
        ),
        ("Election of the Board", "Una Keld, Chair\nTom Orme, Clerk", ["Una Keld, Chair", "Tom Orme, Clerk"]),
        (
            "Annual elections",
            "|! Office | Elected |\n| Chair | Una Keld |\n| Clerk | Tom Orme |",
            ["Chair\tUna Keld", "Clerk\tTom Orme"],
        ),
        (
            "Election of officers",
            "| (a) Chair | Una Keld |\n| (b) Clerk | Tom Orme |",
            ["Chair\tUna Keld", "Clerk\tTom Orme"],
        ),
    ],
)
def test_they_were_elected(title: str, lines: str, told: list[str]) -> None:
    assert decided(f"# 8. {title}\n{lines}") == told


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Officers and committee", "Chair – Una Keld\nTreasurer – Tom Orme"),
        ("Election of officers", "Nominations will close in May.\nChair – Una Keld\nTreasurer – Tom Orme"),
        ("Election of officers", "Candidates:\nChair – Una Keld\nTreasurer – Tom Orme"),
        ("Election of officers", "Returning Officer: Una Keld\nContact: Tom Orme"),
        ("Election of officers", "Chair – to be found\nTreasurer – vacant"),
        ("Election of officers", "Secretary Una Keld wrote to the county\nTreasurer Tom Orme paid the rent"),
    ],
)
def test_who_stands_or_holds_office_was_not(title: str, lines: str) -> None:
    assert decided(f"# 8. {title}\n{lines}") == []


def test_what_a_sentence_tells_of_them_is_told_once() -> None:
    text = "# 8. Election of officers\nThe officers were re-elected en bloc.\nChair – Una Keld\nTreasurer – Tom Orme"
    assert decided(text) == ["The officers were re-elected en bloc."]


def test_an_office_in_bold_before_a_name_is_no_item() -> None:
    lines = "(a) **Chair** Una Keld\n(b) **Clerk** Tom Orme\n(c) **Safeguarding Officer** Nia Tay"
    text = f"# 8. Election of officers\n{lines}"
    assert headings(said(text))[-1] == ("8", "Election of officers")


def test_a_report_in_bold_before_a_name_is_one() -> None:
    text = "# 8. Reports\n(a) **Treasurer’s report** Una Keld\n(b) **Clerk’s report** Tom Orme"
    assert headings(said(text))[-1] == ("b", "Clerk’s report")


def test_a_sentence_without_a_verb_tells_who_was_elected() -> None:
    text = (
        "# Reeve\nAda and Hew were nominated. Hew elected.\n"
        "# Bursar\nUna K. elected by acclamation.\n"
        "# Wardens\nBrin, Orla and Tom nominated. Orla and Tom elected.\n"
        "# Talk\nWren Sallow, elected in May, told of the weir. All of those elected were thanked."
    )
    assert decided(text) == ["Hew elected.", "Una K. elected by acclamation.", "Orla and Tom elected."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The new committee are:\n• Reeve’s Clerk: Una Keld\n• Boats and Quays Officer: Tom Orme",
            ["Reeve’s Clerk: Una Keld", "Boats and Quays Officer: Tom Orme"],
        ),
        (
            "• Una stood for Treasurer\nVote result, unanimously passed:\n• Una as Treasurer\n• Tom as Clerk",
            ["Una as Treasurer", "Tom as Clerk"],
        ),
        (
            "• The motions were not written down but were carried unanimously\n• Una Keld - Chair\n• Tom Orme - Scribe",
            ["Una Keld - Chair", "Tom Orme - Scribe"],
        ),
        ("The new board are:\nChair: Una Keld\nMembers:\n• Nia Tay\n• Sol Fell\nTea was had.",
         ["Chair: Una Keld", "Members:\n• Nia Tay\n• Sol Fell"]),
    ],
)  # fmt: skip
def test_a_line_over_them_tells_that_they_were_elected(text: str, told: list[str]) -> None:
    assert decided(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The newly elected board was sworn in:\n• Chair: Una Keld\n• Scribe: Tom Orme",
        "The new board met twice:\n• Una Keld read the lease\n• Tom Orme rang the bell",
        "Nominations received for the new committee:\n• Chair: Una Keld\n• Scribe: Tom Orme",
    ],
)
def test_a_line_over_officers_may_tell_of_something_else(text: str) -> None:
    assert decided(text) == []


def test_who_was_nominated_alone_and_accepted_is_elected() -> None:
    text = "Names were asked for a reeve. Nominee: Una Keld. Una Keld accepted. Nominee: Tom Orme. Tom Orme declined."
    assert decided(text) == ["Nominee: Una Keld. Una Keld accepted."]
