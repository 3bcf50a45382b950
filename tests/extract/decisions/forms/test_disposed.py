"""Entries of an agenda with what became of each in a line below it."""

from minutes.model import Votes
from tests.extract.samples import FRONT, headings, minutes_of

HEAD = FRONT.partition("# 1.")[0]
PRINTED = f"""{HEAD}
COMMUNICATIONS
31 Request of Tom Orme to address the Committee on barges
PLACED ON FILE
*32 Accept a grant for the mill race from the Weir Trust
(Y-5)
402718
S-33 Amend the mooring code
PASSED TO SECOND READING
34 Lease the Tide Mill to the Ferry Guild for a term of nine years
REFERRED TO COMMISSIONER OF MILLS
35 Close Low Moor Lane
(Y-1; N-4, Keld)
FAILED TO PASS
"""


def test_a_line_below_an_entry_tells_its_outcome_and_the_vote() -> None:
    minutes = minutes_of(PRINTED)
    assert [(decision.text, decision.outcome, decision.votes) for decision in minutes.decisions] == [
        ("Request of Tom Orme to address the Committee on barges", "noted", None),
        ("Accept a grant for the mill race from the Weir Trust", "approved", Votes(for_=5)),
        ("Amend the mooring code", "deferred", None),
        ("Lease the Tide Mill to the Ferry Guild for a term of nine years", "deferred", None),
        ("Close Low Moor Lane", "rejected", Votes(for_=1, against=4)),
    ]
    assert minutes.actions == ()


def test_such_entries_are_items_and_the_lines_below_them_none() -> None:
    assert [number for number, _ in headings(minutes_of(PRINTED))] == [None, "31", "32", "S-33", "34", "35"]


def test_result_mover_and_seconder_below_a_title() -> None:
    text = f"""{HEAD}
        # 1. Lease of the Tide Mill
        RESULT: ADOPTED [4 TO 1]
        MOVER: Una Keld, Councilor
        SECONDER: Tom Orme, Councilor
        AYES: Keld, Orme, Tay, Wold
        NAYS: Sallow
        # 2. Ferry fares
        The Clerk read a letter.
        RESULT: TABLED [UNANIMOUS]
        MOVER: Nia Tay, Councilor
        SECONDER: Tom Orme, Councilor
    """
    told = [(d.text, d.outcome, d.mover, d.seconder, d.votes) for d in minutes_of(text).decisions]
    assert told == [
        ("Lease of the Tide Mill", "approved", "Una Keld", "Tom Orme", Votes(for_=4, against=1)),
        ("Ferry fares", "deferred", "Nia Tay", "Tom Orme", "unanimous"),
    ]


def test_what_was_not_adopted_or_was_lost_is_rejected() -> None:
    minutes = minutes_of(
        f"{HEAD}\n31 Lease of the mill\nADOPTED\n32 Close Low Moor Lane\nNOT ADOPTED\n33 Ferry fares\nLOST"
    )
    assert [(decision.text, decision.outcome) for decision in minutes.decisions] == [
        ("Lease of the mill", "approved"),
        ("Close Low Moor Lane", "rejected"),
        ("Ferry fares", "rejected"),
    ]


def test_one_such_line_is_not_the_manner_of_a_document() -> None:
    text = (
        f"{HEAD}\n# 1. Letters\n31 Request of Tom Orme to speak on barges\nPLACED ON FILE\n# 2. Close\nAll went home."
    )
    assert "items.disposed" not in {item.rule for item in minutes_of(text).items}


def test_the_disposition_may_stand_beside_the_entry_in_a_table() -> None:
    text = f"""{HEAD}
        | 31 Request of Tom Orme to address the Committee on barges | PLACED ON FILE |
        | *32 Accept a grant for the mill race | (Y-4) 402718 |
        | 33 | Amend the mooring code | CONTINUED TO MAY 4, 2024 AT 9:30 AM |
    """
    minutes = minutes_of(text)
    assert [(decision.text, decision.outcome, decision.votes) for decision in minutes.decisions] == [
        ("Request of Tom Orme to address the Committee on barges", "noted", None),
        ("Accept a grant for the mill race", "approved", Votes(for_=4)),
        ("Amend the mooring code", "deferred", None),
    ]
    assert [number for number, _ in headings(minutes)] == ["31", "32", "33"]


def test_the_disposition_may_stand_behind_its_label_in_any_case() -> None:
    minutes = minutes_of(f"""{HEAD}
        # 1. Lease of the Tide Mill
        Disposition: Adopted
        # 2. Ferry fares
        Council Action: Approved as amended, 4-1
        # 3. Claim of Tom Orme
        Action: Referred to the Mill Committee
        # 4. Closing of Low Moor Lane
        Final action: Denied
        # 5. Boats
        Action: Tom Orme to paint the boats.
        # 6. Oars
        Motion by Orme, seconded by Tay, to buy two oars. Motion carried.
        Action: Approved 5-0
    """)
    assert [(decision.text, decision.outcome, decision.votes) for decision in minutes.decisions] == [
        ("Lease of the Tide Mill", "approved", None),
        ("Ferry fares", "approved", Votes(for_=4, against=1)),
        ("Claim of Tom Orme", "deferred", None),
        ("Closing of Low Moor Lane", "rejected", None),
        ("Motion by Orme, seconded by Tay, to buy two oars.", "approved", Votes(for_=5, against=0)),
    ]
    assert [action.text for action in minutes.actions] == ["Tom Orme to paint the boats."]


def test_a_column_of_dispositions_may_be_in_any_case() -> None:
    rows = (
        "| 31 | Amend the mooring code | {} |\n| 32 | A gift for the race | Placed on file |\n| 33 | A claim | Denied |"
    )
    told = minutes_of(f"{HEAD}\n|! Item | Title | Disposition |\n{rows.format('Passed to second reading')}").decisions
    assert [(each.text, each.outcome) for each in told] == [
        ("Amend the mooring code", "deferred"),
        ("A gift for the race", "noted"),
        ("A claim", "rejected"),
    ]
    assert not minutes_of(f"{HEAD}\n|! Item | Title | Report |\n{rows.format('Passed to second reading')}").decisions
