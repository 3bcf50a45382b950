"""Plain text that a wiki or an outliner marked up."""

import pytest

from ingest.text import read_text
from tests.ingest.test_text import outline

WIKI = """== Committee of the Tarn Radio Club ==
=== Present ===
* '''Ada Brindle'''
* [[Otto Keld|Otto]]
=== Fees ===
The fee stays.
* The balance
** Otto to ask the bank.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            WIKI,
            ["heading2: Committee of the Tarn Radio Club", "heading3: Present", "list_item1: • Ada Brindle",
             "list_item1: • Otto", "heading3: Fees", "paragraph: The fee stays.", "list_item1: • The balance",
             "list_item2: • Otto to ask the bank."],
        ),
        (
            "====== Club night ======\n===== Fees =====\nThe fee stays.\n  * Otto to ask",
            ["heading1: Club night", "heading2: Fees", "paragraph: The fee stays.", "list_item1: • Otto to ask"],
        ),
        (
            "= Club night\n\n== Fees\nThe fee stays.\n\n== Boats\n* Two leak.\n** Both are old.",
            ["heading1: Club night", "heading2: Fees", "paragraph: The fee stays.", "heading2: Boats",
             "list_item1: • Two leak.", "list_item2: • Both are old."],
        ),
        (
            "#+TITLE: Club night\n* Fees\n** Now\nThe fee stays.\n** Next year\n- Otto to ask\n  - and to tell\n"
            "*** Boats\nTwo leak.\n- Both are old.",
            ["heading1: Club night", "heading1: Fees", "heading2: Now", "paragraph: The fee stays.",
             "heading2: Next year", "list_item1: • Otto to ask", "list_item2: • and to tell", "heading3: Boats",
             "paragraph: Two leak.", "list_item1: • Both are old."],
        ),
    ],
)  # fmt: skip
def test_headings_and_lists(text: str, expected: list[str]) -> None:
    assert outline(read_text(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "* Fees\n** Now\n** Next year\n** Later\n* Boats\n** Old",  # a list within a list
        "The fee stays.\n** Ms Tarn left at eight.\n** Mr Keld came at nine.\n** Una took notes.\nThe end.\nIt was.",
        "The sum is\n== 40\nand not\n= 20\n",
        "Fees\n====\nThe fee stays.\n\nBoats\n=====\nTwo leak.",
    ],
)
def test_other_marks_make_no_headings(text: str) -> None:
    assert not any(line.startswith("heading") for line in outline(read_text(text)))


def test_what_a_wiki_indents_stays_lines_of_its_own() -> None:
    text = "  - Boats\n\n` - Action: Otto to ask`\n` - Two leak`\n\n## Fees\n\n`The fee stays`\n`So does the key`"
    assert outline(read_text(text, markdown=True)) == [
        "list_item1: • Boats", "list_item2: • Action: Otto to ask", "list_item2: • Two leak", "heading2: Fees",
        "paragraph: The fee stays", "paragraph: So does the key",
    ]  # fmt: skip
