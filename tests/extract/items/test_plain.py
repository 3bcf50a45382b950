"""Titles that nothing sets apart."""

import pytest

from tests.extract.samples import FRONT, headings, minutes_of, said


def test_a_short_plain_line_between_sentences_heads_the_text_below() -> None:
    text = (
        "The Chair thanked everybody for coming in such weather.\nLibrary hours\n"
        "Visitors had asked for the library to be open on Sunday mornings as well."
    )
    assert headings(said(text))[-1] == (None, "Library hours")


def test_what_meetings_open_with_may_stand_above_the_first_number() -> None:
    text = (
        "Fenwold Parish Council\nMinutes of the meeting held on 12 March 2024\nPresent: Cllr Ada Brindle\n"
        "Election of Chairman\nCllr Brindle was elected.\n1. Minutes\nThe minutes were agreed.\n"
        "2. Paths\nThe paths are wet.\nCo-option of Councillor(s)\nThe Clerk spoke of it.\n3. Fees\nNone were asked."
    )
    assert [item.title for item in minutes_of(text).items] == [
        "Election of Chairman",
        "Minutes",
        "Paths",
        "Co-option of Councillor(s)",
        "Fees",
    ]


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


def test_where_nothing_is_set_apart_short_lines_between_paragraphs_are_titles() -> None:
    told = "The Chair said that he asked the Clerk and that this had gone on for longer than anybody could remember."
    titles = ["The pond", "Bus (again)", "Fair 80", "AOB"]
    text = "Minutes of the meeting held on 12 March 2024\nPresent: Ada Brindle and Tom Orme.\n"
    text += "".join(f"{title}\n{told}\n" for title in titles)
    assert [title for _, title in headings(minutes_of(text))] == titles


def test_titles_that_meetings_everywhere_have_are_items_by_themselves() -> None:
    text = (
        "Mill Association\nMinutes, 12 March 2024\nCall to Order.\nMs Keld called them to order at 7 pm.\n"
        "Treasurer’s Report:\nThe Treasurer reported a balance of £300, and it was agreed to close the account."
    )
    assert [item.title for item in minutes_of(text).items] == ["Call to Order.", "Treasurer’s Report"]


def test_points_that_stand_alone_between_text_are_titles() -> None:
    text = "\n".join(
        f"• {title}\nAll heard it, and agreed to wait." for title in ("Mill accounts", "Fair", "Street lamps")
    )
    minutes = minutes_of(f"Minutes of the Mill Committee, 12 March 2024\nPresent: Una Keld, Tom Orme\n{text}")
    assert [title for _, title in headings(minutes)] == ["Mill accounts", "Fair", "Street lamps"]


def test_a_noun_that_ends_like_a_verb_may_stand_in_a_title() -> None:
    text = """
        Fenwold Residents’ Association
        Minutes of the meeting held on 12 March 2024
        Present: Ada Brindle, Tom Orme
        Friends of the pond: Una Keld, Bo Fell
        Matters arising
        Ms Brindle has mended the gate, and the Clerk has written to thank her for it.
        Village Planning Survey
        Mr Orme reported that the forms are with the printer. Members noted what they cost.
        Mill Lane Parking
        Ms Brindle asked whether the bays might be painted again before the fair. Members agreed to wait.
        """
    expected = ["Matters arising", "Village Planning Survey", "Mill Lane Parking"]
    assert [title for _, title in headings(minutes_of(text))] == expected


COLONS = """
    Mill Board
    Minutes of the meeting held on 12 March 2024
    Present: Ada Brindle (Chair), Tom Orme
    Apologies: Una Keld
"""


def test_where_nothing_is_set_apart_lines_that_end_in_a_colon_or_a_dash_are_titles() -> None:
    text = (
        "Approval of previous minutes : The minutes were approved.\nMatters arising –\n• The gate was mended.\n"
        "Treasurer’s report:\n• It was read and noted.\nPaths panel report: read and discussed\n• Two paths are shut."
    )
    assert [title for _, title in headings(minutes_of(COLONS + text))] == [
        "Approval of previous minutes", "Matters arising", "Treasurer’s report", "Paths panel report"
    ]  # fmt: skip


def test_labels_of_people_and_of_notes_with_a_colon_are_no_titles() -> None:
    text = (
        "Officers: Wren Sallow\nNote:\nThe pond is deep and was noted.\nRecommendation:\n"
        "It was agreed that it be fenced."
    )
    assert headings(minutes_of(COLONS + text)) == []


def test_a_motion_that_was_settled_is_over() -> None:
    text = """
        # 2. Accounts
        The Clerk asked whether all had read the accounts for the year.
        Cllr Orme proposed acceptance seconded by Cllr Brindle. Agreed
        Signatory for the mill account
        The Clerk said that a third signatory was needed for the account of the mill.
        """
    assert headings(minutes_of(f"{FRONT}{text}"))[-1] == (None, "Signatory for the mill account")


def test_a_plain_title_may_begin_with_a_participle_or_be_of_something_of_somebody() -> None:
    below = "The Clerk told those present of it at some length, and they heard him."
    text = "\n".join(f"{title}\n{below}" for title in ("Ranger", "Amended rates", "Mr Orme’s bequest", "Barges"))
    head = "Minutes of the Mill Committee, 12 March 2024\nPresent: Una Keld, Tom Orme\nThe minutes were confirmed."
    assert [title for _, title in headings(minutes_of(f"{head}\n{text}"))] == [
        "Ranger",
        "Amended rates",
        "Mr Orme’s bequest",
        "Barges",
    ]


@pytest.mark.parametrize(
    ("below", "is_item"),
    [("Mrs Keld proposed, and Mr Orme seconded the motion that trees be planted.", True), ("It was read out.", False)],
)
def test_a_plain_line_that_names_a_motion_is_a_title_over_its_mover(below: str, is_item: bool) -> None:
    title = "Motion for Debate 2 – Street Trees in Fenwold"
    found = headings(minutes_of(f"{FRONT}# 2. Motions\nThey were taken in order.\n{title}\n1) {below}"))
    assert ((None, title) in found) is is_item


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("Moorings-Una Keld", "Fish- Tom Orme", "Paths-Nia Tay"), ["Moorings", "Fish", "Paths"]),
        (("Chair-Una Keld", "Treasurer-Tom Orme", "Secretary-Nia Tay"), []),
        (("Moorings-Una Keld", "Fish-High Water", "Paths-Low Moor"), []),
    ],
)
def test_plain_lines_may_end_in_the_name_of_who_tells_of_them(lines: tuple[str, ...], expected: list[str]) -> None:
    text = "\n".join(f"{line}\n• no news" for line in lines)
    found = [title for _, title in headings(minutes_of(f"{FRONT}# 2. Reports\n{text}"))]
    assert found == ["Welcome", "Reports", *expected]


def test_whoever_signs_below_is_no_title() -> None:
    text = "\n".join(
        f"{title}\nThe wardens told those present of it at some length, and they heard them out."
        for title in ("Public comment", "Correspondence", "Locks")
    )
    head = "Minutes of the Mill Guild, 12 March 2024\nPresent: Una Keld, Tom Orme\nThe minutes were confirmed."
    below = "Respectfully submitted,\nTom Orme\nSecretary and Warden of the Mill Guild of Fenwold upon Tide"
    assert [title for _, title in headings(minutes_of(f"{head}\n{text}\n{below}"))][-1] == "Locks"


def test_a_gerund_or_a_letter_before_a_capital_may_begin_a_plain_title() -> None:
    below = "The wardens told those present of it at some length, and they heard them out."
    text = "\n".join(f"{title}\n{below}" for title in ("Painting and tarring the barge", "e-Payments", "Locks"))
    head = "Minutes of the Mill Guild, 12 March 2024\nPresent: Una Keld, Tom Orme\nThe minutes were confirmed."
    assert [title for _, title in headings(minutes_of(f"{head}\n{text}"))] == [
        "Painting and tarring the barge",
        "e-Payments",
        "Locks",
    ]


def test_who_moved_or_reported_is_no_title_among_lines_that_end_in_a_colon() -> None:
    text = (
        "Staff Reports:\nUna Keld, Warden – a report.\nTown Clerk: away.\nCommittee Reports:\nTom Orme – Tide Forum\n"
        "R2024-17 U. Keld, T. Orme: That the minutes be adopted. Carried.\n"
        "R2024-18 T. Orme, U. Keld: That the barge be sold. Carried."
    )
    head = "Minutes of Fenwold Township, 12 March 2024\nPresent: Mayor Ada Brindle, Una Keld, Tom Orme"
    assert [title for _, title in headings(minutes_of(f"{head}\n{text}"))] == ["Staff Reports", "Committee Reports"]
