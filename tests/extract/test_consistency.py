"""What does not fit together in the minutes of one meeting, and what is no fault in them."""

from datetime import date

import pytest

from extract import extract
from extract.consistency import compared, corrections, inconsistencies
from minutes.found import Compared
from tests.extract.samples import document_of
from wording import compared_text

HEAD = """
# Fenwold Parish Council
Minutes of the meeting of the Amenities Committee held on Tuesday 12 March 2024 at 7.00 pm in the Old Forge.
Present: Cllr Ada Brindle (Chair), Cllr Tom Orme, Cllr Neve Marsh, Cllr J Møller
In attendance: Ms Una Keld (Clerk)
Apologies: Cllr Wren Sallow
"""
FIRST = "# 1. Welcome\nThe Chair welcomed everyone.\nRESOLVED that the order of business be agreed."


def findings(text: str, *, head: str = HEAD) -> list[tuple[str, str]]:
    document = document_of(f"{head}\n{text}")
    return [(each.kind, each.message) for each in inconsistencies(document, extract(document))]


def under(text: str) -> list[tuple[str, str]]:
    """What is found in minutes with `text` under an item between two others."""
    return findings(f"{FIRST}\n# 2. Business\n{text}\n# 3. Close\nThe meeting closed at nine.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "RESOLVED that the barn be let. This was carried by 5 votes to 2.",
            ["7 votes are recorded, and 4 members as present."],
        ),
        ("RESOLVED that the barn be let. This was carried by 3 votes to 1.", []),
        ("RESOLVED unanimously that the barn be let.", []),
    ],
)
def test_votes(text: str, found: list[str]) -> None:
    assert [message for kind, message in under(text) if kind == "votes"] == found


MOVED = "RESOLVED that the barn be let. Proposed by {} and seconded by Cllr Orme."


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Cllr Sallow", "Cllr Sallow moved this, and is recorded as having sent apologies."),
        ("Councillor W Sallow", "Councillor W Sallow moved this, and is recorded as having sent apologies."),
        ("Cllr Dorn", "Cllr Dorn moved this, and is not recorded as present."),
        ("Cllr Peter Orme", None),
        ("Cllr Brindle", None),
        ("Councillor A. Brindle", None),
        ("Mrs Ada Brindle", None),
        ("Cllr Moller", None),
        ("Cllr N. MARSH", None),
        ("Cllr Brindel", None),
        ("Cllr Keld", None),
        ("the Chair", None),
        ("Tom", None),
    ],
)
def test_mover(name: str, found: str | None) -> None:
    assert under(MOVED.format(name)) == ([("not present", found)] if found else [])


def test_who_came_late_was_there() -> None:
    assert under(f"Cllr Sallow joined the meeting at 7.20 pm.\n{MOVED.format('Cllr Sallow')}") == []


def test_a_recorded_vote() -> None:
    assert under("The motion was put.\nFor (2): Cllr Brindle, Cllr Dorn\nAgainst (1): Cllr Orme") == [
        ("not present", "Cllr Dorn voted, and is not recorded as present.")
    ]


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(HEAD.replace("meeting of the Amenities Committee", "Annual Parish Meeting"), id="all may move"),
        pytest.param(HEAD.replace("Apologies: ", "Attendance: see Appendix A\nApologies: "), id="listed elsewhere"),
        pytest.param(HEAD.replace(", Cllr Tom Orme, Cllr Neve Marsh, Cllr J Møller", ""), id="hardly any listed"),
    ],
)
def test_where_the_list_tells_nothing(head: str) -> None:
    text = f"{FIRST}\n# 2. Business\n{MOVED.format('Mr Dorn')}\n# 3. Close\nAt nine."
    assert findings(text, head=head) == []


BODY = "Members spoke of it at some length and thanked the Clerk for the work."


def items(*numbers: str) -> str:
    names = ("Apologies", "Declarations", "Allotments", "Footpaths", "Play area", "Finance", "Planning", "Close")
    return "\n".join(f"# {number} {name}\n{BODY}" for number, name in zip(numbers, names, strict=False))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (items("1.", "2.", "3.", "4.", "5."), []),
        (items("1.", "2.", "4.", "5.", "6."), ["There is no item 3 before item 4."]),
        (items("1.", "2.", "3.", "6.", "7.", "8.", "9.", "10."), ["There is no item 4 or 5 before item 6."]),
        (items("1.", "2.", "3.", "3.", "4."), ["Item 3 follows another of the same number."]),
        (items("24/16.", "24/17.", "24/19.", "24/20."), ["There is no item 24/18 before item 24/19."]),
        (items("16/24.", "17/24.", "19/24.", "20/24."), ["There is no item 18/24 before item 19/24."]),
        (items("PL/23/017", "PL/23/018", "PL/23/020", "PL/23/021"),
         ["There is no item PL/23/019 before item PL/23/020."]),
        pytest.param(items("1.", "2.", "5.", "3.", "4."), [], id="taken out of turn"),
        pytest.param(items("1.", "2.", "4.", "5.").replace("the work.", "the work.\n3. Allotments were let.", 1), [],
                     id="a line has the number"),
        pytest.param(items("1.", "7.", "19.", "40."), [], id="numbers that do not count"),
    ],
)  # fmt: skip
def test_numbering(text: str, found: list[str]) -> None:
    assert [message for kind, message in findings(text) if kind == "numbering"] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("RESOLVED that the scale of fees in Appendix B be adopted.",
         ["It cites Appendix B, which the document does not hold."]),
        ("RESOLVED that the payments in Schedule 2 to these minutes be made.",
         ["It cites Schedule 2, which the document does not hold."]),
        ("RESOLVED that the scale of fees in Appendix B be adopted.\n# Appendix B\nA plot costs £20.", []),
        ("RESOLVED that the scale of fees in Appendix B to the report be adopted.", []),
        ("The Clerk's report had the fees as Appendix B.\nRESOLVED that the fees in Appendix B be adopted.", []),
        ("RESOLVED that the press be excluded under Schedule 12A of the Local Government Act 1972.", []),
        ("RESOLVED that the fees in Appendix B, circulated with the agenda, be adopted.", []),
    ],
)  # fmt: skip
def test_appendix(text: str, found: list[str]) -> None:
    assert [message for kind, message in under(text) if kind == "appendix"] == found


def test_exempt() -> None:
    kinds = [kind for kind, _ in under("# EXEMPT MINUTES\nThe offer of Orme and Sons was the highest.")]
    assert kinds == ["exempt"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The minutes of the meeting held on 6 February 2024 were approved subject to the following amendment: item 7, "
         "the hire is £30.", [(date(2024, 2, 6), "7")]),
        ("With one correction, the minutes of 5 December were approved.", [(date(2023, 12, 5), None)]),
        ("Minute 24/12 should read ‘£30’. The minutes were then signed.", [(None, "24/12")]),
        ("The minutes were approved.\n# 2.1 Finance\nThe rules were amended to reflect the new law.", []),
        ("The minutes were approved without amendment.", []),
        ("There were no corrections to the minutes of 6 February 2024, which were approved.", []),
        ("The minutes of 6 February 2024 were approved as a correct record.", []),
    ],
)  # fmt: skip
def test_correction(text: str, found: list[tuple[date | None, str | None]]) -> None:
    document = document_of(f"{HEAD}\n{FIRST}\n# 2. Minutes of the last meeting\n{text}\n# 3. Close\nAt nine.")
    assert [(each.held, each.number) for each in corrections(document, extract(document))] == found


def test_an_amended_policy_is_no_correction() -> None:
    document = document_of(f"{HEAD}\n# 1. Policy\nRESOLVED that the policy be approved with one amendment.")
    assert corrections(document, extract(document)) == []


@pytest.mark.parametrize(
    ("vote", "found"),
    [
        ("For (3)\nCllr Brindle, Cllr Orme, Cllr Marsh\nAgainst (2)\nCllr Møller, Cllr Orme\nAmendment carried.",
         ["Cllr Orme is recorded as voting both for and against."]),
        ("For: Cllr Brindle, Cllr Orme and Cllr Marsh\nAgainst: Cllr Marsh and Cllr Orme",
         ["Cllr Orme and Cllr Marsh are recorded as voting both for and against."]),
        ("For (2)\nCllr Brindle, Cllr Orme\nAgainst (2)\nCllr Møller, Cllr Marsh\nAbstain (0)\nCarried.\n"
         "For (2)\nCllr Møller, Cllr Marsh\nAgainst (2)\nCllr Brindle, Cllr Orme", []),
        ("For (2)\nCllr Brindle, Cllr Orme\nThe amendment was agreed.\nAgainst (1)\nCllr Orme", []),
        ("For (2)\nCllr Brindle, Cllr Orme\nAgainst (0)\nCllr Orme thanked the Clerk.", []),
    ],
)  # fmt: skip
def test_nobody_votes_on_both_sides(vote: str, found: list[str]) -> None:
    assert [message for kind, message in under(f"The motion was put.\n{vote}") if kind == "votes"] == found


def test_two_of_one_surname_may_vote_on_both_sides() -> None:
    head = HEAD.replace("Cllr Neve Marsh", "Cllr Neve Marsh, Cllr Ida Orme")
    text = f"{FIRST}\n# 2. Business\nFor: Cllr Brindle and Cllr Orme\nAgainst: Cllr Orme\n# 3. Close\nAt nine."
    assert findings(text, head=head) == []


def test_what_was_compared() -> None:
    document = document_of(
        f"{HEAD}\n{FIRST}\n# 2. Business\n{MOVED.format('Cllr Marsh')} This was carried by 3 votes to 1.\n"
        "For: Cllr Brindle, Cllr Orme and Cllr Marsh\nAgainst: Cllr Møller\n# 3. Close\nAt nine."
    )
    held = compared(document, extract(document))
    assert held == Compared(documents=1, minutes=1, listed=1, votes=1, movers=2, voters=4, items=3)
    assert compared_text(held) == [
        "Compared: 1 counted vote, 2 movers and seconders, 4 voters named, 3 numbered items."
    ]


def test_a_document_without_text_is_not_compared() -> None:
    document = document_of(HEAD)
    empty = document.model_copy(update={"text": " ", "blocks": ()})
    assert compared(empty, extract(document)) == Compared(documents=1, without_text=1)


@pytest.mark.parametrize(
    ("held", "text"),
    [
        (Compared(documents=1, without_text=1), ["It could not be checked: no text."]),
        (Compared(documents=1), ["Only minutes are compared, and marks of exempt text are told."]),
        (Compared(documents=1, minutes=1, listed=1, items=4),
         ["Compared: 4 numbered items; no votes are recorded."]),
        (Compared(documents=1, minutes=1, votes=2, movers=1),
         ["Compared: 2 counted votes, 1 mover or seconder.",
          "No list of those present could be relied on: votes and people were not held against it."]),
        (Compared(documents=3, minutes=2, listed=1, votes=1, without_text=1),
         ["Compared: 1 counted vote.",
          "Of 1 meeting no list of those present could be relied on: votes and people were not held against it.",
          "1 document could not be checked: no text."]),
    ],
)  # fmt: skip
def test_what_was_compared_in_words(held: Compared, text: list[str]) -> None:
    assert compared_text(held) == text
