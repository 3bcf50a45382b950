"""What is held apart as exempt, and what only speaks of it."""

import pytest

from extract import extract
from minutes.model import Minutes
from tests.extract.samples import FRONT, document_of

PUBLIC = "# 7. Footpaths\nThe Clerk reported on the stile at Mill Lane.\nRESOLVED that the stile be repaired."
SALE = "The offer of £90,000 from Orme and Sons was the highest.\nRESOLVED that the land be sold to them."


def held_apart(text: str) -> list[str]:
    """The lines of a document that are held apart; its head and a public item come first."""
    document = document_of(text)
    spans = extract(document).exempt
    lines = [document.text[b.start : b.end] for s in spans for b in document.blocks if s.start <= b.start < s.end]
    return [" ".join(line.split()) for line in lines]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        pytest.param(
            f"# PART 2 – EXEMPT ITEMS\n# 8. Sale of land\n{SALE}", "PART 2 – EXEMPT ITEMS", "RESOLVED that the land",
            id="a part headed as exempt, to the end",
        ),
        pytest.param(
            f"# EXEMPT MINUTES\n# 8. Sale of land\n{SALE}\n# PART 1\n# 9. Date of next meeting\nIt was 9 April.",
            "EXEMPT MINUTES", "RESOLVED that the land", id="to where the public part goes on",
        ),
        pytest.param(
            f"# CONFIDENTIAL SESSION\n# 8. Sale of land\n{SALE}\nThe public were readmitted to the meeting.\nThanks.",
            "CONFIDENTIAL SESSION", "RESOLVED that the land", id="to where the public are let in again",
        ),
        pytest.param(
            "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972\n"
            f"# 8. Sale of land\n{SALE}", "NOT FOR PUBLICATION by", "RESOLVED that the land",
            id="a line that stands over what follows",
        ),
        pytest.param(
            f"# 8. Sale of land\n(Exempt information under paragraph 3 of Schedule 12A)\n{SALE}\n# 9. Close\nAt nine.",
            "8. Sale of land", "RESOLVED that the land", id="a line below the title of an item: that item",
        ),
        pytest.param(
            f"# 8. Sale of land (NOT FOR PUBLICATION under paragraph 3)\n{SALE}\n# 9. Close\nAt nine.",
            "8. Sale of land", "RESOLVED that the land", id="in the title of an item: that item",
        ),
        pytest.param(
            f"# 8. Confidential minute: sale of land\n{SALE}\n# 9. Close\nAt nine.",
            "8. Confidential minute", "RESOLVED that the land", id="a confidential minute: that item",
        ),
        pytest.param(
            f"# 8. Sale of land\nThis minute is confidential and contains information about a person.\n{SALE}\n"
            "# 9. Close\nAt nine.", "8. Sale of land", "RESOLVED that the land", id="said of this minute",
        ),
        pytest.param(
            "# EXEMPT BUSINESS\nRESOLVED that the press and public be excluded under Schedule 12A.\n"
            f"# 8. Sale of land\n{SALE}", "8. Sale of land", "RESOLVED that the land",
            id="the resolution that opens the section is public",
        ),
    ],
)  # fmt: skip
def test_marked(text: str, first: str, last: str) -> None:
    apart = held_apart(f"{FRONT}\n{PUBLIC}\n{text}")
    assert apart[0].startswith(first)
    assert apart[-1].startswith(last)


@pytest.mark.parametrize(
    "text",
    [
        "# 8. Exclusion of the press and public\nRESOLVED that under section 100A(4) of the Local Government Act 1972 "
        "the public be excluded from the meeting for the next item, as it involves the likely disclosure of exempt "
        "information as defined in paragraph 3 of Part 1 of Schedule 12A.\n# 9. Depot\nThe lease was discussed.",
        "# EXEMPT ITEMS\n(At the time of preparing the agenda there were no exempt items.)",
        "# PART 2 – EXEMPT ITEMS\nNone.",
        "# CONFIDENTIAL ITEMS\nThe minutes of this part are recorded separately.",
        "# EXEMPT INFORMATION\nRESOLVED that the public be excluded under Schedule 12A.\n# 9. Depot\nIt was discussed.",
        "# 8. Contract\nThe report was considered with its appendix, which is not for publication under paragraph 3.",
        "# 8. Contract\nAppendix B to this report is NOT FOR PUBLICATION by virtue of paragraph 3.\nText.",
        "# 8. Confidential minutes of the last meeting\nThe confidential minutes of 6 February were approved.",
        "# 8. Data protection\nConfidential waste is shredded. The report is exempt from call-in.",
        "# 8. Audit\nThis report is exempt from call-in because it is urgent.",
        "# 8. Rates\nExempt under Freedom of Information law are the names of those who complain.",
        "# Part 2\n# 8. Depot\nThe lease was discussed in public.",
        "# 8. Decision\nFor publication [Do not include information that is exempt under Schedule 12A]\nThe text.",
    ],
)
def test_not_marked(text: str) -> None:
    assert held_apart(f"{FRONT}\n{PUBLIC}\n{text}") == []


@pytest.mark.parametrize(
    "head",
    [
        "# Fenwold Parish Council\nCONFIDENTIAL MINUTES of the Amenities Committee held on 12 March 2024",
        "NOT FOR PUBLICATION\n# Fenwold Parish Council\nMinutes of the Amenities Committee held on 12 March 2024",
        "# Minutes of the Amenities Committee (Exempt) held on 12 March 2024",
        "^ NOT FOR PUBLICATION: exempt under paragraph 1 of Schedule 12A\n# Minutes of the meeting on 12 March 2024",
    ],
)
def test_a_document_marked_as_a_whole(head: str) -> None:
    apart = held_apart(f"{head}\nPresent: Cllr Ada Brindle, Cllr Tom Orme\n{PUBLIC}")
    assert apart[-1] == "RESOLVED that the stile be repaired."


def test_only_the_page_of_a_running_header() -> None:
    document = document_of(f"{FRONT}\n{PUBLIC}\n^ EXEMPT – NOT FOR PUBLICATION\n# 8. Sale of land\n{SALE}")
    turn = next(i for i, block in enumerate(document.blocks) if block.kind == "header")
    blocks = [b.model_copy(update={"page": 1 + (i >= turn)}) for i, b in enumerate(document.blocks)]
    minutes = extract(document.model_copy(update={"blocks": tuple(blocks), "pages": 2}))
    assert [(e.start, e.end) for e in minutes.exempt] == [(blocks[turn].start, len(document.text))]
    assert minutes.receipt.warnings == (
        'marked "EXEMPT – NOT FOR PUBLICATION", page 2: held apart, and found only with --exempt',
    )


def test_its_records_are_marked() -> None:
    minutes: Minutes = extract(document_of(f"{FRONT}\n{PUBLIC}\n# PART II – PRIVATE\n# 8. Sale of land\n{SALE}"))
    assert [(each.text, each.exempt) for each in minutes.decisions] == [
        ("RESOLVED that the stile be repaired.", False),
        ("RESOLVED that the land be sold to them.", True),
    ]
