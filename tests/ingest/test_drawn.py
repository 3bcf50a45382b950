"""Tables that plain text draws with characters."""

import pytest

from ingest.text import read_text
from tests.ingest.pdf.drawing import written

BARS = """
+------+---------------------------------+--------+
| Item | Discussion                      | Action |
+------+---------------------------------+--------+
| 1    | Gates                           |        |
|      | The gates were hung. It was     |        |
|      | RESOLVED to oil them in spring. | Clerk  |
+------+---------------------------------+--------+
| 2    | Hedges                          |        |
|      | The warden had cut eleven of    |        |
|      | them and would cut the others.  | UK     |
+------+---------------------------------+--------+
"""
BOX = """
┌─────────┬──────┬──────┐
│ Berth   │ 2023 │ 2024 │
├─────────┼──────┼──────┤
│ Fishing │ 31   │ 29   │
│ Leisure │ 88   │ 94   │
└─────────┴──────┴──────┘
"""
NAMES = """
PRESENT         Una Keld (Chair)
                Tom Orme
APOLOGIES       Ada Brindle, Cora Tay,
                Finn Arden
"""
TABS = "2201\tHedley Electrical\t£412.00\n2202\tTarnside Printers\t£96.50"
ACCOUNTS = "Main account        £2,318.66\nGala fund             £740.00"
NO_TABLES = [
    "1.\tApologies\n2.\tFees",
    "Clerk: Una Keld   Chair: Tom Orme",
    "Fees | Rents",
    "See a-b+c and d|e.\nOr not.",
]


NAMES_AND_ROLES = """
Present:      Una Keld         Clerk
              Tom Orme         Head of Parks
"""
ROLES = """
Una Keld         Clerk
Tom Orme         Head of Parks
"""


BELOW_A_LABEL = """
MILL STAFF
Una Keld         Clerk
Tom Orme         Head of Parks
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            BARS,
            """
            table_row Item | Discussion | Action
            list_item 1 Gates
            paragraph The gates were hung. It was RESOLVED to oil them in spring.
            note Clerk
            list_item 2 Hedges
            paragraph The warden had cut eleven of them and would cut the others.
            note UK
            """,
        ),
        (BOX, "table_row Berth | 2023 | 2024\ntable_row Fishing | 31 | 29\ntable_row Leisure | 88 | 94"),
        (
            NAMES,
            """
            table_row PRESENT | Una Keld (Chair)
            table_row | Tom Orme
            table_row APOLOGIES | Ada Brindle, Cora Tay, Finn Arden
            """,
        ),
        (TABS, "table_row 2201 | Hedley Electrical | £412.00\ntable_row 2202 | Tarnside Printers | £96.50"),
        (NAMES_AND_ROLES, "table_row Present: | Una Keld | Clerk\ntable_row | Tom Orme | Head of Parks"),
        (ROLES, "table_row Una Keld | Clerk\ntable_row Tom Orme | Head of Parks"),
        (BELOW_A_LABEL, "paragraph MILL STAFF\ntable_row Una Keld | Clerk\ntable_row Tom Orme | Head of Parks"),
        (ACCOUNTS, "table_row Main account | £2,318.66\ntable_row Gala fund | £740.00"),
    ],
)
def test_drawn_tables(text: str, expected: str) -> None:
    assert told(text) == written(expected)


@pytest.mark.parametrize("text", NO_TABLES)
def test_what_is_no_table(text: str) -> None:
    assert not any(block.startswith("table_row") for block in told(text))


def told(text: str) -> list[str]:
    parts = read_text(text)
    blocks = (f"{block.kind} {parts.text[block.start : block.end]}" for block in parts.blocks)
    return [" ".join(block.replace("\t", " | ").split()) for block in blocks]
