"""Plain text and Markdown in, blocks out; typed labels; line breaks."""

import textwrap
from time import process_time

import pytest

from ingest.parts import Parts, meaningful_title
from ingest.runs import label_of
from ingest.text import decode, read_text


def outline(parts: Parts) -> list[str]:
    return [f"{block.kind}{block.level or ''}: {parts.text[block.start : block.end]}" for block in parts.blocks]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("4. Fees", "4."), ("4) Fees", "4)"), ("(4) Fees", "(4)"), ("4.1 Fees", "4.1"), ("4.1. fees", "4.1."),
        ("12\tFEES", "12"), ("2     FEES", "2"), ("3.FEES", "3."), ("(a) fees", "(a)"), ("a) fees", "a)"),
        ("a. fees", "a."), ("iv. fees", "iv."), ("(iv) fees", "(iv)"), ("VII. Fees", "VII."), ("A.\tFees", "A."),
        ("• fees", "•"), ("- fees", "-"), ("– fees", "–"),
        ("A. Smith spoke", None), ("2.5 million", None), ("5.2 that it wait", "5.2"), ("2024 was good", None),
        ("5 members", None),
        ("-5 degrees", None), ("Fees", None), ("I said", None), ("e.g. fees", None), ("10.30 am", None), ("", None),
    ],
)  # fmt: skip
def test_labels(text: str, label: str | None) -> None:
    assert label_of(text) == label


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["paragraph: One.", "paragraph: Two."]),
        ("1. One\n2. Two\n- three", ["list_item1: 1. One", "list_item1: 2. Two", "list_item1: - three"]),
        (
            "The committee heard the officers and agreed to ask\nthe Clerk to write to the Council at once about it\n"
            "all.\nEnd.",
            ["paragraph: The committee heard the officers and agreed to ask the Clerk to write to the Council at once "
             "about it all.", "paragraph: End."],
        ),
        ("MINUTES\nPresent: A, B", ["paragraph: MINUTES", "paragraph: Present: A, B"]),
        ("Present:\r\nCllr A\r\nCllr B", ["paragraph: Present:", "paragraph: Cllr A", "paragraph: Cllr B"]),
        ("2.\n\nApologies\n\n3.1\nThe pond", ["list_item1: 2. Apologies", "list_item1: 3.1 The pond"]),
        ("2.\n\n2.1 Fees", ["list_item1: 2.", "list_item1: 2.1 Fees"]),
        ("2. The pond                    Official action\nIt leaks.",
         ["list_item1: 2. The pond", "note: Official action", "paragraph: It leaks."]),
        ("Chair |\nUna Keld |\n|", ["paragraph: Chair", "paragraph: Una Keld"]),
        ("# Roof\nIt leaks.\n\n# Gate\nIt creaks.", ["heading1: Roof", "paragraph: It leaks.", "heading1: Gate",
                                                   "paragraph: It creaks."]),
        ("Minutes of the meeting of the council held in the Hall at seven\nIn attendance\nUna Keld",
         ["paragraph: Minutes of the meeting of the council held in the Hall at seven", "paragraph: In attendance",
          "paragraph: Una Keld"]),
        ("Present: Cllr A. Brindle, Cllr T. Orme and Cllr U. Keld, the Clerk\nI. Minutes\nII. Fees",
         ["paragraph: Present: Cllr A. Brindle, Cllr T. Orme and Cllr U. Keld, the Clerk", "paragraph: I. Minutes",
          "list_item1: II. Fees"]),
        ("Agreed – that the sign for the gate be ordered from the mill\nAgreed – to wait",
         ["paragraph: Agreed – that the sign for the gate be ordered from the mill", "paragraph: Agreed – to wait"]),
    ],
)  # fmt: skip
def test_plain_text(text: str, expected: list[str]) -> None:
    assert outline(read_text(text)) == expected


def test_form_feeds_are_page_breaks() -> None:
    parts = read_text("One\fTwo\n\nThree\f")
    assert [block.page for block in parts.blocks] == [1, 2, 2]
    assert (parts.pages, parts.pages_in, parts.characters) == (2, 2, (3, 10))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One #\n\nTwo\n===\nThree\n---\n", ["heading1: One", "heading1: Two", "heading2: Three"]),
        ("* A\n  * B\n* C\n\n3) D", ["list_item1: • A", "list_item2: • B", "list_item1: • C", "list_item1: 3) D"]),
        ("1. one\n   goes on\n2. two", ["list_item1: 1. one goes on", "list_item1: 2. two"]),
        ("| A | B |\n|---|:-:|\n| 1 |   |", ["table_row: A\tB", "table_row: 1\t"]),
        (
            "One\nA | B\n---|---\n1 | 2\n\nTwo",
            ["paragraph: One", "table_row: A\tB", "table_row: 1\t2", "paragraph: Two"],
        ),
        ("One | two\n---", ["heading2: One | two"]),
        ("| A | B |\n|---|---|\n|| 1 |\n| 2 ||", ["table_row: A\tB", "table_row: \t1", "table_row: 2\t"]),
        ("**A** *b* _c_ `d` [e](http://x) <https://y> 2*3*4 f_g_h", ["paragraph: A b c d e https://y 2*3*4 f_g_h"]),
        ("***bold*** and ___bold___ again", ["paragraph: bold and bold again"]),
        ("one\n***\n> quoted\n> on", ["paragraph: one", "paragraph: quoted on"]),
        ("```\na\nb\n```\n", ["paragraph: a", "paragraph: b"]),
        (
            "```\n3.1 The weir was mended in two days by the three wardens who had been asked\nto see to it. No water "
            "came in.\n```\n",
            [
                "list_item1: 3.1 The weir was mended in two days by the three wardens who had been asked to see to "
                "it. No water came in.",
            ],
        ),
        ("```\n# a\n**b**\n```\n# c", ["paragraph: # a", "paragraph: **b**", "heading1: c"]),
        (
            '<span style="font-weight: bold; color: red">NEW\nBUSINESS</span>: <i>The <u>gate</u></i> is `<b>`.',
            ["paragraph: NEW BUSINESS: The gate is <b>."],
        ),
        ('<div class="wide">\nOne\n</div>\nTwo 3 < 4 </b>', ["paragraph: One", "paragraph: Two 3 < 4"]),
        ("<style>\na { color: red }\n\n</style>\n# One", ["heading1: One"]),
        ("<!-- not\n\nseen -->seen", ["paragraph: seen"]),
        (r"\$20 \~ 30\% of it \a", [r"paragraph: $20 ~ 30% of it \a"]),
        ("# Fees {#fees}\n## The gate {.wide}", ["heading1: Fees", "heading2: The gate"]),
        (
            "Board: Una, Tom\nObservers: Ada\nThe gate is\nshut.",
            ["paragraph: Board: Una, Tom", "paragraph: Observers: Ada The gate is shut."],
        ),
        (
            "Guests:\nUna Keld Warden\nTom Orme DfX\nAda Brindle",
            ["paragraph: Guests:", "paragraph: Una Keld Warden", "paragraph: Tom Orme DfX", "paragraph: Ada Brindle"],
        ),
        ("The gate\nOf the mill\nIs shut.", ["paragraph: The gate Of the mill Is shut."]),
        (":   Begun at 8\n:   Present: Una", ["paragraph: Begun at 8", "paragraph: Present: Una"]),
        ("[the gate](http://x/gate_(old)) is shut", ["paragraph: the gate is shut"]),
        ("<!-- a --><!-- b\n--> the gate <!-- is shut", ["paragraph: the gate <!-- is shut"]),
        ("[[new] the gate](http://x) is shut", ["paragraph: [new] the gate is shut"]),
        (
            "The lot:\n<table><tr><th>A</th><th>B</th></tr>\n<tr><td>1</td><td>2</td></tr></table>\nEnd.",
            ["paragraph: The lot:", "table_row: A\tB", "table_row: 1\t2", "paragraph: End."],
        ),
        ("```\n<table>\n```\n", ["paragraph: <table>"]),
        (
            "```\n<table></table>\n```\n<table><tr><td>A</td><td>B</td></tr></table>",
            ["paragraph: <table></table>", "table_row: A\tB"],
        ),
    ],
)
def test_markdown(text: str, expected: list[str]) -> None:
    assert outline(read_text(text, markdown=True)) == expected


@pytest.mark.parametrize(
    ("text", "bold"),
    [
        ('<span style="font-weight: bold">NEW\nBUSINESS</span>: none', ["NEW BUSINESS"]),
        ("The <b>upper <i>weir</i></b> and <strong>gate</strong>", ["upper weir", "gate"]),
        ("<span>The weir</span> <u>leaks</u>", []),
        ("<b>Never closed", ["Never closed"]),
    ],
)
def test_tags_of_markdown_tell_what_is_bold(text: str, bold: list[str]) -> None:
    parts = read_text(text, markdown=True)
    assert [parts.text[a:b] for a, b in parts.blocks[0].bold] == bold


@pytest.mark.parametrize(
    "mark", ["<!-- ", "<b>", "<span style=", "\n<style ", "`", "**a ", "__a ", "![a](", "<http://a"]
)
def test_marks_that_are_opened_and_never_closed_take_no_time(mark: str) -> None:
    begun = process_time()
    read_text(mark * 20_000, markdown=True)
    assert process_time() - begun < 4  # seconds; to look for the end of each takes ten and more


def test_bold_ends_at_the_next_mark_or_not_at_all() -> None:
    parts = read_text("**RESOLVED **that **Una** write to ** all and **", markdown=True)
    assert [parts.text[slice(*bold)] for block in parts.blocks for bold in block.bold] == ["RESOLVED", "Una"]


def test_what_a_program_set_in_bold_with_a_blank_is_bold_and_bullets_are_points() -> None:
    parts = read_text(
        "**Mooring fees **\n\nFrom May on:\n\n**• **Free for **ferries**\n\n**•** £9 for mills", markdown=True
    )
    assert [(block.kind, block.in_bold) for block in parts.blocks] == [
        ("paragraph", True), ("paragraph", False), ("list_item", False), ("list_item", False)
    ]  # fmt: skip
    assert "*" not in parts.text


def test_the_settings_of_a_page_may_stand_between_plus_signs() -> None:
    parts = read_text('+++\ntitle = "Board minutes"\ndate = 2021-03-11\n+++\nThe gate.', markdown=True)
    assert (parts.title, parts.date, parts.text) == ("Board minutes", "2021-03-11", "The gate.")


def test_minutes_set_as_a_table_of_html_are_read_as_such() -> None:
    table = (
        "<table><tr><th>Discussion points</th><th>Notes</th><th>Actions: Responsible</th></tr>"
        "<tr><td>The gate</td><td><ul><li>The joiner of the mill was asked what a new gate of oak with iron hinges "
        "and a latch that children can reach would cost.</li></ul></td><td><ul><li>Una to write to him</li></ul></td>"
        "</tr></table>"
    )
    kinds = [(block.kind, block.label) for block in read_text(table, markdown=True).blocks]
    assert kinds == [("table_row", None), ("heading", None), ("list_item", "•"), ("note", "•")]


def test_markdown_bold_title_and_date() -> None:
    parts = read_text("---\ntitle: Board minutes\ndate: 2021-03-11\n---\n**RESOLVED** that", markdown=True)
    assert (parts.title, parts.date, parts.text) == ("Board minutes", "2021-03-11", "RESOLVED that")
    assert parts.blocks[0].bold == ((0, 8),)


@pytest.mark.parametrize(
    "held",
    [
        "\nMINUTES of the Mill Board, 4 May 2024\n\nPresent: Cllrs Brindle and Orme\n\n",
        "MINUTES of the Mill Board\n", "# Mill Board\nDate: 4 May 2024\n", "\nPresent: Una Keld\n\n",
        "- Fees\n- Gate\n",
    ],
)  # fmt: skip
def test_text_between_two_rules_is_no_block_of_settings(held: str) -> None:
    text = read_text(f"---\n{held}---\nIt leaks.", markdown=True).text
    assert text.split() == f"{held.replace('# ', '').replace('- ', '• ')} It leaks.".split()


@pytest.mark.parametrize(
    "settings",
    [
        "title: Mill Board\n\n# where it meets\nWorking Group:\n- Water\n- Gate\nsummary: >\n  The gate\n  leaks.\n",
        'title = "Mill Board"\n[extra]\n"kind" = ["a",\n"b" = 2\n]\n',
        "# WHAT WAS HELD\ntitle: Mill Board\ntags: oars\n\n# LEAVE THIS ALONE\nlayout: notes\n",
    ],
)
def test_settings_may_be_lists_and_go_on_below(settings: str) -> None:
    parts = read_text(f"---\n{settings}---\nIt leaks.", markdown=True)
    assert (parts.title, parts.text) == ("Mill Board", "It leaks.")


@pytest.mark.parametrize(
    ("text", "title", "kept"),
    [
        ("Title: Mill Board\nDate: 2024-05-04 10:20\nSlug: mill\n\nIt leaks.", "Mill Board", "It leaks."),
        ("Title: Mill Board\nDate: 4 May 2024\n\nIt leaks.", None, "Title: Mill Board Date: 4 May 2024 It leaks."),
        ("% Mill Board\n% Una Keld\n\nIt leaks.", "Mill Board", "Mill Board Una Keld It leaks."),
        ("%\n\nIt leaks.", None, "% It leaks."),
    ],
)  # fmt: skip
def test_settings_of_a_page_that_no_rule_bounds(text: str, title: str | None, kept: str) -> None:
    parts = read_text(text, markdown=True)
    assert (parts.title, parts.text.split()) == (title, kept.split())


@pytest.mark.parametrize(
    ("settings", "day"),
    [
        ("start: 2024-05-04T14:00\ndate: 2024-06-09", "2024-05-04"),
        ("Date: 2024-05-04", "2024-05-04"),
        ("filepath: _posts/2024-05-04-mill.md", "2024-05-04"),
        ("founded: 2024-05-04", None),
    ],
)
def test_settings_tell_the_day(settings: str, day: str | None) -> None:
    assert read_text(f"---\ntitle: Mill Board\n{settings}\n---\nThe gate.", markdown=True).date == day


@pytest.mark.parametrize("day", ["2024-02-30", "2024-13-01", "0000-01-01"])
def test_a_day_that_there_is_not_is_no_date(day: str) -> None:
    assert read_text(f"---\ndate: {day}\n---\nThe gate.", markdown=True).date is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
def test_text_is_decoded(encoding: str) -> None:
    assert decode("Caf\u00e9 \u2013 minutes".encode(encoding)) == "Caf\u00e9 \u2013 minutes"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Cost £5 – agreed.\nNext…".encode()[:-1], "Cost £5 – agreed.\nNext�"),
        ("Cost £5 – ".encode() + b"\x92 agreed", "Cost £5 – � agreed"),
        ("Café – ".encode() * 9 + b"\xe9", "Café – " * 9 + "�"),
        ("\ufeffNext…".encode()[:-1], "Next�"),
        ("It\ufffds the gate.".encode(), "It�s the gate."),
        ("Caf\u00e9 \u2013 £".encode("cp1252"), "Café – £"),
        (b"caf\xe9", "café"),
    ],
)
def test_a_byte_that_is_lost_or_astray_spoils_no_other(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 50, b"MZ\x90\x00\x03" * 9])
def test_junk_is_no_text(data: bytes) -> None:
    assert decode(data) is None


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Minutes of the Board", True), ("Strategy", True),
        ("Microsoft Word - minutes", False), ("minutes.docx", False),
        ("Untitled", False), ("Document1", False), ("abc_2023", False),
        ("<p class=\"head\">", False), ("Minutes</p>", False), ("Income < costs > 2024", True),
        ("Agenda item", False), ("", False), (None, False),
    ],
)  # fmt: skip
def test_titles_that_say_something(title: str | None, kept: bool) -> None:
    assert (meaningful_title(title) is not None) == kept


def test_a_title_between_two_lines_of_ornaments_is_a_heading() -> None:
    text = (
        "Mill Guild\n\n----------\nTOPIC 4. Moorings\n----------\n\nThey are full.\n\n----------\nthe end.\n----------"
    )
    assert outline(read_text(text))[:3] == [
        "paragraph: Mill Guild",
        "heading2: TOPIC 4. Moorings",
        "paragraph: They are full.",
    ]


def test_the_letter_o_is_a_mark_of_points_within_points() -> None:
    text = "• Moorings:\n   o Una spoke of those at\n     the mill.\n   o Tom, too.\n"
    assert outline(read_text(text)) == [
        "list_item1: • Moorings:",
        "list_item2: o Una spoke of those at the mill.",
        "list_item2: o Tom, too.",
    ]
    assert outline(read_text("The mill is\no Una spoke of it.\n"))[-1].endswith("o Una spoke of it.")


def test_the_words_of_a_link_stay_where_its_address_stands_elsewhere() -> None:
    text = "[keld]: /people/keld\n\nPresent: [Una Keld][keld], [Tom Orme][orme]\n"
    assert outline(read_text(text, markdown=True)) == ["paragraph: Present: Una Keld, [Tom Orme][orme]"]


def test_title_author_and_date_may_stand_behind_signs_of_per_cent() -> None:
    parts = read_text("% Mill Guild Minutes\n% Una Keld\n% 4 May 2023\n\n# Fees\n\nThey rose.\n", markdown=True)
    assert parts.title == "Mill Guild Minutes"
    assert outline(parts)[:3] == ["heading1: Mill Guild Minutes", "paragraph: Una Keld", "paragraph: 4 May 2023"]


@pytest.mark.parametrize("settings", ["Date: 2024-03-12", "start: 2024-03-12T19:00\nend: 2024-03-12T20:00"])
def test_a_page_may_be_dated_by_when_the_meeting_starts(settings: str) -> None:
    assert read_text(f"---\nlayout: minutes\n{settings}\n---\n# Fees\n", markdown=True).date == "2024-03-12"


def test_a_rule_drawn_wider_than_the_text_does_not_hide_where_that_was_broken() -> None:
    broken = (
        "Decision: all wardens were of a mind that the Old\nWeir be left as it is, and that the Clerk\ntell the miller."
    )
    more = "The ferry ran on each day of the fair but for one.\n\n" * 6
    parts = read_text(f"{'-' * 72}\n\n{more}{broken}\n")
    last = parts.blocks[-1]
    assert parts.text[last.start : last.end] == broken.replace("\n", " ")


def test_fenced_text_that_was_broken_to_a_width_is_read_as_plain_text() -> None:
    told = "The Guild heard that the sluice had been mended in March and that no boat had been held up by it since, and"
    paragraph = f"{told} agreed to tell the owner of the mill so."
    broken = "\n\n".join(textwrap.fill(paragraph, 60) for _ in range(6))
    parts = read_text(f"# Minutes\n\n```\nMill Guild\n\n1. Sluice\n\n{broken}\n```\n", markdown=True)
    texts = [parts.text[block.start : block.end] for block in parts.blocks]
    assert texts == ["Minutes", "Mill Guild", "1. Sluice", *[paragraph] * 6]


def test_a_line_that_ends_in_a_word_which_joins_others_is_not_all_of_a_paragraph() -> None:
    parts = read_text("The Guild named Nia Tay, Tom Orme, and\nUna Keld as its wardens.")
    assert [parts.text[block.start : block.end] for block in parts.blocks] == [
        "The Guild named Nia Tay, Tom Orme, and Una Keld as its wardens."
    ]


def test_markdown_whose_lines_each_stand_alone_is_put_together() -> None:
    """As a program writes what it took from the pages of a PDF."""
    lines = [
        "**Ferry bell**",
        "***I will ask at the June meeting for the plan of the ferry and when its bell is to***",
        "***be mended.***",
        "The Clerk said that the bell was with the smith and that he had promised to mend it",
        "before the summer. The Committee thanked her and asked that the smith be paid at the",
        "May meeting, and not before.",
        "(a) Two of the oars that were bought in March are lost, which the Warden was sorry to",
        "hear.",
        "“That two oars be bought of the Weir Company and none of the others that have asked.”",
        "The Warden said so.",
    ]
    assert outline(read_text("\n\n".join(lines * 2), markdown=True))[:6] == [
        "paragraph: Ferry bell",
        "paragraph: I will ask at the June meeting for the plan of the ferry and when its bell is to be mended.",
        "paragraph: The Clerk said that the bell was with the smith and that he had promised to mend it before the"
        " summer. The Committee thanked her and asked that the smith be paid at the May meeting, and not before.",
        "list_item1: (a) Two of the oars that were bought in March are lost, which the Warden was sorry to hear.",
        "paragraph: “That two oars be bought of the Weir Company and none of the others that have asked.”",
        "paragraph: The Warden said so.",
    ]


TYPESET = """
                MILL WATER DISTRICT
                      Minutes

MANAGEMENT AND STAFF
Una Keld           Manager
Tom Orme           Warden

I.    ROLL CALL
      All were present.

II.   OLD BUSINESS
      1. Lease of the quay
         Ms Keld told the Board that the quay was let.

      2. Oars
         Two were lost. The Warden had
         asked for others.

III.  NEW BUSINESS
      1. Tar
         The Board asked for a price.

IV.   ADJOURN
      The meeting closed at 8 pm.
             ____________________
             Una Keld
"""


def test_what_is_called_markdown_and_set_with_spaces_is_plain_text() -> None:
    blocks = outline(read_text(TYPESET, markdown=True))
    assert blocks == outline(read_text(TYPESET))
    assert "list_item1: 1. Lease of the quay" in blocks


@pytest.mark.parametrize("sign", ["# Mill", "**Oars**", "- one", "[a quay](quay.md)", "<b>Mill</b>"])
def test_one_sign_of_markdown_tells_that_it_is_such(sign: str) -> None:
    assert outline(read_text(f"{sign}\n{TYPESET}", markdown=True)) != outline(read_text(f"{sign}\n{TYPESET}"))


def test_paragraphs_of_markdown_stay_what_they_are() -> None:
    text = (
        "\n\n".join(f"Entry {number} is of the oars\n\nand of the ferry." for number in range(3)) + "\n\nA bell." * 30
    )
    assert "paragraph: Entry 0 is of the oars" in outline(read_text(text, markdown=True))


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("##Fees", "heading2: Fees"),
        ("###[Oars](oars.md): two", "heading3: Oars: two"),
        ("#fees", "paragraph: #fees"),
        ("#Fees", "paragraph: #Fees"),
    ],
)
def test_two_signs_of_a_heading_may_touch_its_words(line: str, block: str) -> None:
    assert outline(read_text(f"{line}\n\nTold.", markdown=True)) == [block, "paragraph: Told."]


def test_a_line_of_a_list_may_be_broken_as_others_are() -> None:
    text = "1. LEASE OF THE QUAY  \n   Ms Keld said that it was let.\n2. Oars and all\n   that is lost"
    assert outline(read_text(text, markdown=True)) == [
        "list_item1: 1. LEASE OF THE QUAY", "paragraph: Ms Keld said that it was let.",
        "list_item1: 2. Oars and all that is lost",
    ]  # fmt: skip


def test_a_list_of_terms_in_markdown_is_read_as_html() -> None:
    text = (
        "# AGM\n\n<dl class='wide'>\n\t<dt>In the chair</dt>\n\t\t<dd>Una Keld</dd>\n</dl>\n\n- Tom (<code>to42</code>)"
    )
    assert outline(read_text(text, markdown=True)) == [
        "heading1: AGM", "paragraph: In the chair", "paragraph: Una Keld", "list_item1: • Tom (to42)",
    ]  # fmt: skip


def test_what_is_raised_within_bold_leaves_no_marks() -> None:
    assert outline(read_text("***On 4**th*** ***May***", markdown=True)) == ["paragraph: On 4th May"]


def test_a_number_alone_below_a_rule_is_that_of_a_page() -> None:
    parts = read_text("And Resolved:\n\n---\n3\n\nThat the lock be mended.\n\n4\n\nThe end.", markdown=True)
    assert [(block.kind, parts.text[block.start : block.end]) for block in parts.blocks] == [
        ("paragraph", "And Resolved:"),
        ("header", "3"),
        ("paragraph", "That the lock be mended."),
        ("paragraph", "4"),
        ("paragraph", "The end."),
    ]


def test_a_line_in_bold_is_a_paragraph_of_its_own_though_no_blank_line_follows() -> None:
    parts = read_text("**5. Fares**\nThe fare is £2.\n\n**Present:**\nAda Brindle", markdown=True)
    assert [parts.text[block.start : block.end] for block in parts.blocks] == [
        "5. Fares", "The fare is £2.", "Present: Ada Brindle"
    ]  # fmt: skip
