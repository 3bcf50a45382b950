"""DOCX in, blocks out. Documents are written here as the XML that matters."""

import io
import random
import re
import struct
import tracemalloc
import zipfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from docx.opc.constants import CONTENT_TYPE
from lxml import etree

from ingest.parts import Parts
from ingest.word import package as package_module
from ingest.word.package import MAX_MEMBERS, MAX_RATIO_FROM
from ingest.word.reader import read_docx
from minutes.errors import InputError

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHARED = Path(__file__).parents[4] / "shared"


def docx(body: str, **parts: str) -> bytes:
    """A DOCX of the body's XML; other parts by name: styles, numbering, footnotes, header1, …"""
    return zipped(members(body, **parts))


def members(body: str, **parts: str) -> dict[str, str]:
    return package(f"<w:document {SPACES}><w:body>{body}</w:body></w:document>", **parts)


def package(document: str, **parts: str) -> dict[str, str]:
    """The text of each member by its name."""
    members = {"word/document.xml": document}
    types = f'<Override PartName="/word/document.xml" ContentType="{CONTENT_TYPE.WML_DOCUMENT_MAIN}"/>'
    relations = ""
    for name, xml in parts.items():
        kind = re.sub(r"\d+$", "", name)
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        members[f"word/{name}.xml"] = f"<w:{root} {SPACES}>{xml}</w:{root}>"
        relations += relation(kind, f"{name}.xml", name)
        types += f'<Override PartName="/word/{name}.xml" ContentType="{getattr(CONTENT_TYPE, f"WML_{kind.upper()}")}"/>'
    rels = f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
    members["[Content_Types].xml"] = f'<Types xmlns="{TYPES}">{rels}{types}</Types>'
    members["_rels/.rels"] = relationships(relation("officeDocument", "word/document.xml"))
    members["word/_rels/document.xml.rels"] = relationships(relations)
    return members


def relation(kind: str, target: str, id_: str = "x") -> str:
    return f'<Relationship Id="{id_}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relationships(inside: str) -> str:
    return f'<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'


def zipped(members: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def p(text: str, properties: str = "", *, run: str = "") -> str:
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def item(text: str, level: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: list[str], header: bool = False) -> str:
    first = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    lines = [
        f"<w:tr>{first if index == 0 else ''}{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>"
        for index, row in enumerate(rows)
    ]
    return f"<w:tbl>{''.join(lines)}</w:tbl>"


def levels(*formats: tuple[str, str], extra: str = "") -> str:
    found = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="{text}"/>{extra}</w:lvl>'
        for at, (fmt, text) in enumerate(formats)
    )
    number = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return f'<w:abstractNum w:abstractNumId="0">{found}</w:abstractNum>{number}'


def texts(parts: Parts) -> list[str]:
    return [parts.text[block.start : block.end] for block in parts.blocks]


def outline(parts: Parts) -> list[tuple[str, int, str]]:
    found = zip(parts.blocks, texts(parts), strict=True)
    return [(block.kind, block.level, text) for block, text in found]


LEGAL = levels(("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3."))


@pytest.mark.parametrize(
    ("numbering", "body", "expected"),
    [
        (LEGAL, [item("A"), item("B"), item("C", 1), item("D", 1), item("E", 2)], "1. A|2. B|(a) C|(b) D|i. E"),
        (LEGAL, [item("A", 1), item("B"), item("C", 1)], "(a) A|1. B|(a) C"),
        (levels(("decimal", "%1"), ("decimal", "%1.%2")), [item("A"), item("B", 1), item("C", 1)], "1 A|1.1 B|1.2 C"),
        (levels(("upperRoman", "%1.")), [item(x) for x in "ABCD"], "I. A|II. B|III. C|IV. D"),
        (levels(("upperLetter", "%1)")), [item(str(n)) for n in range(27)][:2], "A) 0|B) 1"),
        (levels(("bullet", "&#xF0B7;")), [item("A")], "• A"),
        (levels(("none", "")), [item("A")], "A"),
        (LEGAL, [item("A"), p("between"), item(""), item("C")], "1. A|between|3. C"),
        (LEGAL, [item("A", number=0), item("B", number=99)], "A|B"),
        (
            LEGAL + '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
            '<w:startOverride w:val="7"/></w:lvlOverride></w:num>',
            [item("A"), item("B", number=2), item("C", number=2)],
            "1. A|7. B|8. C",
        ),
        (
            levels(("decimal", "%1."), ("decimal", "%2."), extra='<w:lvlRestart w:val="0"/>'),
            [item("A"), item("B", 1), item("C"), item("D", 1)],
            "1. A|1. B|2. C|2. D",
        ),
        (
            levels(("upperRoman", "%1"), ("decimal", "%1.%2"), extra="<w:isLgl/>"),
            [item("A"), item("B", 1)],
            "1 A|1.1 B",
        ),
    ],
)
def test_automatic_numbers_are_printed_as_word_prints_them(numbering: str, body: list[str], expected: str) -> None:
    parts = read_docx(docx("".join(body), numbering=numbering))
    assert "|".join(texts(parts)) == expected


def test_a_number_is_the_label_and_the_level_counts_from_one() -> None:
    parts = read_docx(docx(item("A") + item("B", 1), numbering=LEGAL))
    assert [(block.kind, block.level, block.label) for block in parts.blocks] == [
        ("list_item", 1, "1."),
        ("list_item", 2, "(a)"),
    ]


STYLES = """
<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="Out"><w:name w:val="Out"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
"""


@pytest.mark.parametrize(
    ("style", "level", "label", "bold"),
    [("T", 1, None, False), ("H2", 2, "(a)", True), ("Own", 2, "(a)", True), ("Out", 3, None, False)],
)
def test_headings_by_style_and_outline(style: str, level: int, label: str | None, bold: bool) -> None:
    parts = read_docx(docx(p("Fees", f'<w:pStyle w:val="{style}"/>'), styles=STYLES, numbering=LEGAL))
    (block,) = parts.blocks
    assert (block.kind, block.level, block.label, bool(block.bold)) == ("heading", level, label, bold)


TICKED = (
    '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar>'
)
EQUAL = "<m:r><m:t>"
UNSEEN = '<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/><w:rPr><w:vanish/></w:rPr></w:style>'


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:t>Coun</w:t></w:r><w:r><w:t>cil</w:t></w:r>", ["Council"]),
        ("<w:r><w:t>4.</w:t><w:tab/><w:t>Fees</w:t></w:r>", ["4. Fees"]),
        ("<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>stop</w:t></w:r>", ["non-stop"]),
        ("<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>", ["new"]),
        ("<w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>y</w:t></w:r></w:moveTo>", ["y"]),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", ["link"]),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r>", ["7"]),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:t>seen</w:t></w:r>", ["seen"]),
        ("<w:sdt><w:sdtContent><w:r><w:t>control</w:t></w:r></w:sdtContent></w:sdt>", ["control"]),
        ("<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>", ["x=1"]),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t> yes</w:t></w:r>', ["☒ yes"]),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t></w:r>', ["≥ 5"]),
        ('<w:r><w:sym w:font="Unheard" w:char="F0B3"/><w:t> 5</w:t></w:r>', ["• 5"]),
        (f"<w:r>{TICKED}</w:r><w:r><w:t> yes</w:t></w:r>", ["☒ yes"]),
        ('<w:r><w:rPr><w:rStyle w:val="Unseen"/></w:rPr><w:t>unseen</w:t></w:r><w:r><w:t>seen</w:t></w:r>', ["seen"]),
        (
            f"<m:oMath><m:f><m:num>{EQUAL}1</m:t></m:r></m:num><m:den>{EQUAL}2</m:t></m:r></m:den></m:f></m:oMath>",
            ["1/2"],
        ),
        ("<w:r><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>", ["one two"]),
        ("<w:r><w:t>FEES</w:t><w:br/><w:t>These were set.</w:t></w:r>", ["FEES", "These were set."]),
        ("<w:r><w:t>A B</w:t><w:br/><w:t>C D</w:t><w:br/><w:t>E F</w:t></w:r>", ["A B", "C D", "E F"]),
        ('<w:r><w:t>one</w:t><w:br w:type="page"/><w:t>two</w:t></w:r>', ["one", "two"]),
        (
            "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent>"
            "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>text</w:t></w:r>",
            ["text", "box"],
        ),
    ],
)
def test_inside_a_paragraph(inside: str, expected: list[str]) -> None:
    assert texts(read_docx(docx(f"<w:p>{inside}</w:p>", styles=UNSEEN))) == expected


@pytest.mark.parametrize("mark", ["del", "moveFrom", "vanish"])
def test_a_paragraph_mark_that_is_gone_joins_two_paragraphs(mark: str) -> None:
    deleted = f"<w:rPr><w:{mark}/></w:rPr>"
    assert texts(read_docx(docx(p("to be ", deleted) + p("joined") + p("last", deleted)))) == ["to be joined", "last"]


def test_a_paragraph_moved_away_takes_no_number() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>"
    moved = f"<w:p><w:pPr>{listed}<w:rPr><w:moveFrom/></w:rPr></w:pPr>{gone}</w:p>"
    assert texts(read_docx(docx(item("A") + moved + item("B"), numbering=LEGAL))) == ["1. A", "2. B"]


def test_bold_is_kept_as_spans() -> None:
    body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>RESOL</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>VED</w:t></w:r>"
    body += '<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t xml:space="preserve"> that</w:t></w:r></w:p>'
    parts = read_docx(docx(body))
    (block,) = parts.blocks
    assert [parts.text[start:end] for start, end in block.bold] == ["RESOLVED"]


def test_notes_follow_the_paragraph_that_cites_them() -> None:
    body = '<w:p><w:r><w:t>Cited</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' + p("Next")
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p("-")}</w:footnote><w:footnote w:id="2">{p("Source")}</w:footnote>'
    )
    assert texts(read_docx(docx(body, footnotes=notes))) == ["Cited", "Source", "Next"]


def test_a_table_in_a_note_is_read_line_by_line() -> None:
    body = '<w:p><w:r><w:t>Cited</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnote w:id="2">{table([p("A"), p("1")], [p("B"), p("2")])}</w:footnote>'
    assert texts(read_docx(docx(body, footnotes=notes))) == ["Cited", "A 1", "B 2"]


def test_a_watermark_is_a_header() -> None:
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    mark = '<w:p><w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r></w:p>'
    parts = read_docx(docx(p("Text") + section, header1=mark))
    assert outline(parts) == [("header", 0, "DRAFT"), ("paragraph", 0, "Text")]


def test_a_number_in_a_footer_alone_is_no_text() -> None:
    section = '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    receipt = read_docx(docx(section, footer1=p("1"))).receipt()
    assert (receipt.characters, receipt.partial) == ((0,), True)


def test_headers_and_footers_that_are_shown_are_furniture() -> None:
    kinds = (("header", "default"), ("header", "first"), ("footer", "even"), ("footer", "default"))
    references = "".join(
        f'<w:{kind}Reference r:id="{kind}{number}" w:type="{use}"/>' for number, (kind, use) in enumerate(kinds)
    )
    section = f"<w:sectPr>{references}</w:sectPr>"
    furniture = {f"{kind}{number}": p(f"{use} {kind}") for number, (kind, use) in enumerate(kinds)}
    parts = read_docx(docx(p("Text") + section, **furniture))
    assert outline(parts) == [
        ("header", 0, "default header"),
        ("paragraph", 0, "Text"),
        ("footer", 0, "default footer"),
    ]


def test_a_table_of_data_is_rows_with_merged_cells_given_once() -> None:
    across, down = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>', "<w:tcPr><w:vMerge/></w:tcPr>"
    body = table(
        [p("Area"), across + p("Value")],
        ['<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("North"), p("1"), p("2")],
        [down + p(""), p("3"), p("4") + table([p("inner"), p("cell")])],
        header=True,
    )
    parts = read_docx(docx(body))
    assert texts(parts) == ["Area\tValue\t", "North\t1\t2", "\t3\t4 inner cell"]
    assert [block.column_header for block in parts.blocks] == [True, False, False]
    assert parts.tables == 1


def test_a_table_of_data_within_a_table_keeps_its_rows() -> None:
    inner = table([p("Area"), p("Value")], [p("North"), p("1")])
    parts = read_docx(docx(table([p("Figures"), inner], [p("Clerk"), p("D")])))
    assert texts(parts) == ["Figures", "Area\tValue", "North\t1", "Clerk\tD"]


def test_a_table_of_one_column_is_a_box_of_paragraphs() -> None:
    parts = read_docx(docx(table([p("Fees", run="<w:b/>") + item("One")], [p("Rents") + item("Two")]), numbering=LEGAL))
    assert outline(parts) == [
        ("paragraph", 0, "Fees"), ("list_item", 1, "1. One"), ("paragraph", 0, "Rents"), ("list_item", 1, "2. Two"),
    ]  # fmt: skip


def test_names_below_one_another_in_a_cell_stay_apart() -> None:
    parts = read_docx(docx(table([p("Present:"), p("Cllr A") + p("Cllr B") + p("Cllr C")], [p("Clerk:"), p("D")])))
    assert texts(parts) == ["Present:\tCllr A", "\tCllr B", "\tCllr C", "Clerk:\tD"]


def test_long_lists_of_names_beside_one_another_are_no_discussion() -> None:
    there, away = ([f"{name} {place}, Mill Guild" for place in "ABCDEFGHIJKLM"] for name in ("Una", "Tom"))
    lists = [p("Attendees:"), p("Apologies:")], ["".join(map(p, there)), "".join(map(p, away))]
    assert texts(read_docx(docx(table(*lists))))[1] == "Una A, Mill Guild\tTom A, Mill Guild"


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("In attendance:", ["In attendance:\tMs A, Clerk", "\tMr B", "No\t2"]),
        ("Fee", ["Fee\tMs A, Clerk Mr B", "No\t2"]),
    ],
)
def test_two_names_stay_apart_beside_what_they_attend(label: str, expected: list[str]) -> None:
    body = table([p(label), p("Ms A, Clerk") + p("Mr B")], [p("No"), p("2")])
    assert texts(read_docx(docx(body))) == expected


def test_a_column_of_decisions_is_read_with_the_discussion() -> None:
    talk = "The committee heard how the work had gone on since it last met in the hall."
    head = [p(text, run="<w:b/>") for text in ("Item", "Discussion", "Decision", "Action")]
    body = table(head, [p("4. Budget"), p(talk), p("Approved"), p("DF")], [p("5. Oil"), p(talk), p("Noted"), p("")])
    kinds = [(kind, text) for kind, _, text in outline(read_docx(docx(body)))][1:]
    assert kinds == [
        ("heading", "4. Budget"), ("paragraph", talk), ("paragraph", "Approved"), ("note", "DF"),
        ("heading", "5. Oil"), ("paragraph", talk), ("paragraph", "Noted"),
    ]  # fmt: skip


def test_titles_beside_the_discussion_are_headings() -> None:
    talk = "The Warden spoke of the oars, which have all been mended since the hall was last open."
    head = [p(text, run="<w:b/>") for text in ("Topic", "Notes", "Action")]
    body = table(head, [p("Oars"), p(talk) + p(talk), p("DF")], [p("Fees"), p(talk) + p(talk), p("")])
    kinds = [(kind, text) for kind, _, text in outline(read_docx(docx(body))) if kind != "table_row"]
    assert kinds == [
        ("heading", "Oars"), ("paragraph", talk), ("paragraph", talk), ("note", "DF"),
        ("heading", "Fees"), ("paragraph", talk), ("paragraph", talk),
    ]  # fmt: skip


def _run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


_LINED, _BREAK = '<w:u w:val="single"/>', "<w:r><w:br/></w:r>"


@pytest.mark.parametrize(
    ("runs", "bold"),
    [
        (_run("Fees and charges", _LINED), "Fees and charges"),
        (_run("Fees", "<w:smallCaps/>"), "Fees"),
        (_run("Fees", _LINED) + _BREAK + _run("They stay as they are."), "Fees"),
        (_run("Fees", _LINED) + _run(" stay as they are."), ""),
        (_run("Fees", '<w:u w:val="none"/>'), ""),
        (_run("The fees stay.", _LINED), ""),
        (_run("The fees of the moorings stay as they are until the weir has been paid for in full", _LINED), ""),
    ],
)
def test_underlined_titles_count_as_bold(runs: str, bold: str) -> None:
    parts = read_docx(docx(f"<w:p>{runs}</w:p>" + p("They were told so.") * 2 + p("Oars", run=_LINED) * 3))
    assert " ".join(parts.text[start:end] for block in parts.blocks[:-5] for start, end in block.bold) == (
        bold if "Fees" in bold else ""
    )


@pytest.mark.parametrize("more", ["", "".join(item(title) for title in ("Locks", "Gates", "Nets"))])
def test_where_few_lines_are_underlined_or_titles_are_numbered_these_are_none(more: str) -> None:
    parts = read_docx(docx(p("Oars", run=_LINED) * (4 if more else 3) + more, numbering=LEGAL))
    assert not any(block.bold for block in parts.blocks)


TAB = "</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Present:|Mr A|Mr B", "|Mr C|Mr D"], ["table_row Present:|Mr A|Mr B", "table_row |Mr C|Mr D"]),
        (["|Oil|£4.00", "|Coal||£5.00"], ["paragraph Oil £4.00", "paragraph Coal £5.00"]),
        (["Oil|£4.00", "Coal|£5.00"], ["table_row Oil|£4.00", "table_row Coal|£5.00"]),
        (["The gate is to be hung in spring.|JM/RS"], ["paragraph The gate is to be hung in spring.", "note JM/RS"]),
        (["The gate is to be hung in spring.|Works Manager"], ["paragraph The gate is to be hung in spring.",
                                                               "note Works Manager"]),
        (["It is to be hung in the spring.|May"], ["paragraph It is to be hung in the spring. May"]),
        (["Mr J Moor|JM"], ["paragraph Mr J Moor JM"]),
        (["Fees|Set", "Rents|Not set"], ["paragraph Fees Set", "paragraph Rents Not set"]),
        (["4|Fees", "5|Rents"], ["list_item 4 Fees", "list_item 5 Rents"]),
    ],
)  # fmt: skip
def test_what_tabs_set_apart(lines: list[str], expected: list[str]) -> None:
    parts = read_docx(docx("".join(p(line.replace("|", TAB)) for line in lines)))
    assert [f"{kind} {text}".replace("\t", "|") for kind, _, text in outline(parts)] == expected


def test_minutes_set_as_a_table_become_paragraphs_with_notes() -> None:
    talk = " ".join(["The committee heard how the work had gone on since it last met."] * 2)
    body = table(
        [p("No", run="<w:b/>"), p("Discussion", run="<w:b/>"), p("Action", run="<w:b/>")],
        [p("4."), p("Budget") + p(talk) + p(talk), p("Clerk") + p("Chair")],
        [p("5."), p("None."), p("")],
    )
    assert outline(read_docx(docx(body))) == [
        ("table_row", 0, "No\tDiscussion\tAction"),
        ("list_item", 1, "4. Budget"),
        ("paragraph", 0, talk),
        ("paragraph", 0, talk),
        ("note", 0, "Clerk"),
        ("note", 0, "Chair"),
        ("list_item", 1, "5. None."),
    ]


HUNG, SWEPT = "The gate is to be hung by the end of May.", "Una Keld to have the chimney swept before winter."


@pytest.mark.parametrize("mark", ["UK", "Harbour Manager", "Action: UK"])
def test_a_table_that_sets_who_is_to_act_beside_a_paragraph_is_none(mark: str) -> None:
    body = table([p(HUNG), p(mark)]) + p("So it was left.") + table([p(""), p("Action")], [p(SWEPT), p(mark)])
    assert outline(read_docx(docx(body))) == [
        ("paragraph", 0, HUNG), ("note", 1, mark), ("paragraph", 0, "So it was left."),
        ("note", 0, "Action"), ("paragraph", 0, SWEPT), ("note", 1, mark),
    ]  # fmt: skip


def test_marks_one_below_the_other_beside_a_paragraph_are_several() -> None:
    notes = [text for kind, _, text in outline(read_docx(docx(table([p(HUNG), p("UK") + p("TO")])))) if kind == "note"]
    assert notes == ["UK", "TO"]
    name = outline(read_docx(docx(table([p(HUNG), p("Harbour") + p("Manager")]))))
    assert name[-1] == ("note", 1, "Harbour Manager")


def test_titles_across_a_table_head_what_was_said_and_decided() -> None:
    across = ["4. Gate", ("Discussion", HUNG), ("Decision", "It is to be green."), "5. Chimney", ("Actions", SWEPT)]
    rows = [[p(row), p("")] if isinstance(row, str) else [p(cell) for cell in row] for row in across]
    assert outline(read_docx(docx(table(*rows)))) == [
        ("heading", 2, "4. Gate"), ("note", 0, "Discussion"), ("paragraph", 0, HUNG),
        ("heading", 3, "Decision"), ("paragraph", 0, "It is to be green."),
        ("heading", 2, "5. Chimney"), ("heading", 3, "Actions"), ("paragraph", 0, SWEPT),
    ]  # fmt: skip
    others = [[p("4. Gate"), p("")], [p("Discussion"), p(HUNG)], [p("Owner"), p("UK")]]
    assert {block.kind for block in read_docx(docx(table(*others))).blocks} == {"table_row"}


@pytest.mark.parametrize(
    "rows",
    [[["Task", "Owner"], [HUNG, "UK"]], [[HUNG, "in May"], [SWEPT, "UK"]], [["Una Keld, of the Mill", "UK"]]],
    ids=["headed", "other words", "a name"],
)
def test_other_rows_of_two_cells_are_a_table(rows: list[list[str]]) -> None:
    blocks = read_docx(docx(table(*([p(cell) for cell in row] for row in rows)))).blocks
    assert {block.kind for block in blocks} == {"table_row"}


def test_who_is_to_act_in_a_frame_stands_beside_the_next_paragraph() -> None:
    frame = '<w:framePr w:w="1400" w:wrap="around" w:hAnchor="margin" w:xAlign="right"/>'
    body = p("So it was left.") + p("UK", frame) + p(SWEPT) + p("A drawing", frame) + p(HUNG)
    assert outline(read_docx(docx(body))) == [
        ("paragraph", 0, "So it was left."), ("paragraph", 0, SWEPT), ("note", 1, "UK"),
        ("paragraph", 0, "A drawing"), ("paragraph", 0, HUNG),
    ]  # fmt: skip


def test_what_was_done_stands_beside_its_text_in_a_row() -> None:
    body = table(
        [p("3.1"), p("Received:"), p("the accounts of the ferry.") + p("They had been audited.")],
        [p(""), p("RESOLVED"), p("(a) that they be adopted")],
        [p(""), p("Approved"), p("12 moorings")],
    )
    assert outline(read_docx(docx(body))) == [
        ("list_item", 1, "3.1 Received: the accounts of the ferry."),
        ("paragraph", 0, "They had been audited."),
        ("paragraph", 0, "RESOLVED (a) that they be adopted"),
        ("table_row", 0, "\tApproved\t12 moorings"),
    ]


def test_what_else_was_done_stands_below_it_beside_an_empty_cell() -> None:
    body = table(
        [p("RESOLVED"), p("That the ferry be let.")],
        [p(""), p("That a bell be hung.")],
        [p(""), p("12 moorings")],
    )
    assert outline(read_docx(docx(body))) == [
        ("paragraph", 0, "RESOLVED That the ferry be let."),
        ("paragraph", 0, "That a bell be hung."),
        ("table_row", 0, "\t12 moorings"),
    ]


def test_what_is_left_out_is_counted() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>not seen</w:t></w:r></w:p>"
    parts = read_docx(docx(p("Text") + hidden, comments=f'<w:comment w:id="1">{p("why?")}</w:comment>'))
    assert parts.text == "Text"
    assert parts.warnings == ("left out: comments, 1", "left out: hidden text, 2 words")


@pytest.mark.parametrize(
    ("inside", "warnings", "pictures"),
    [
        ("<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del/>", ("tracked changes read as accepted, 2",), 0),
        ("<w:moveTo><w:r><w:t>new</w:t></w:r></w:moveTo>", ("tracked changes read as accepted, 1",), 0),
        ("<w:r><w:drawing><a:blip/></w:drawing></w:r>", (), 1),
        ("<w:r><w:pict><v:imagedata/></w:pict></w:r>", (), 1),
        ("<w:r><w:drawing><c:chart/></w:drawing></w:r>", ("not read: charts, diagrams and embedded files, 1",), 0),
        ("<w:r><w:object><o:OLEObject/></w:object></w:r>", ("not read: charts, diagrams and embedded files, 1",), 0),
        ("<w:subDoc/>", ("not read: charts, diagrams and embedded files, 1",), 0),
    ],
)
def test_what_cannot_be_read_is_counted(inside: str, warnings: tuple[str, ...], pictures: int) -> None:
    parts = read_docx(docx(f"<w:p>{inside}</w:p>"))
    assert (parts.warnings, parts.pictures) == (warnings, pictures)


def test_a_document_without_text_is_no_success() -> None:
    parts = read_docx(docx("<w:p/>"))
    assert (parts.text, parts.receipt().partial) == ("", True)


BOMB = f"<w:document {SPACES}>{' ' * (MAX_RATIO_FROM + 1)}</w:document>"
DEEP = f"<w:document {SPACES}>{'<w:sdt>' * 100_000}"
ENTITY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + f"<w:document {SPACES}>&e;</w:document>"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04 no archive", "a damaged zip archive"),
        (zipped(package(BOMB)), "refused as unsafe"),
        (zipped(package(ENTITY)), "refused as unsafe"),
        (zipped(package(DEEP)), "its XML cannot be read"),
        (zipped(members("") | {f"word/media/{number}": "" for number in range(MAX_MEMBERS)}), "refused as unsafe"),
        (zipped(package("<w:document")), "its XML cannot be read"),
        (zipped(members(p("Text"), footnotes="<w:p>") | {"word/_rels/document.xml.rels": "<"}), "XML cannot be read"),
        (zipped(members(p("Text"), footnotes="<w:p>")), "its XML cannot be read"),
        (zipped(package(f"<w:document {SPACES}/>")), "holds no Word document"),
        (zipped(package("<other/>")), "holds no Word document"),
        (zipped({"other.xml": "<x/>"}), "holds no Word document"),
        (zipped({"[Content_Types].xml": "<x/>", "_rels/.rels": "<x/>"}), "holds no Word document"),
    ],
)
def test_bad_files_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_docx(data)


@pytest.mark.parametrize("limit", ["MAX_UNPACKED", "MAX_XML"])
def test_what_unpacks_to_too_much_is_refused_before_it_is_unpacked(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package_module, limit, 1000)
    with pytest.raises(InputError, match="unpacks to"):
        read_docx(docx(p("Text")))


def test_no_more_is_unpacked_than_the_archive_declares() -> None:
    data = zipped(package(f"<w:document {SPACES}><w:body>{p('Text')}</w:body></w:document>{' ' * 50_000_000}"))
    declared = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").file_size
    lying = data.replace(struct.pack("<L", declared), struct.pack("<L", 1000))
    tracemalloc.start()
    with pytest.raises(InputError, match="cannot be unpacked"):
        read_docx(lying)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000  # bytes


@pytest.mark.parametrize("seed", range(60))
def test_a_flipped_byte_is_read_past_or_refused(seed: int) -> None:
    data = bytearray(docx(p("Text") + table([p("A"), p("B")], [p("C"), p("D")]), styles=STYLES, numbering=LEGAL))
    chosen = random.Random(seed)
    data[chosen.randrange(len(data))] ^= 1 << chosen.randrange(8)
    with suppress(InputError):  # nothing else
        read_docx(bytes(data))


NEST = {
    "controls": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
    "tables": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
    "boxes": ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
}


@pytest.mark.parametrize(("opened", "closed"), NEST.values(), ids=NEST)
def test_what_is_nested_as_deep_as_xml_goes_is_read(opened: str, closed: str) -> None:
    depth = 240 // opened.count("<")
    assert texts(read_docx(docx(opened * depth + p("deep") + closed * depth))) == ["deep"]


def test_absurd_numbers_do_no_harm() -> None:
    wide = '<w:tcPr><w:gridSpan w:val="99999999999"/></w:tcPr>'
    numbering = LEGAL.replace('<w:start w:val="1"/>', '<w:start w:val="999999"/>').replace("decimal", "upperRoman")
    parts = read_docx(docx(table([wide + p("A"), p("B")]) + item("C"), numbering=numbering))
    assert texts(parts) == ["A\tB", "999999. C"]


@pytest.mark.parametrize(
    "lost",
    [
        relation("styles", "styles.xml"),
        relation("image", "../NULL"),
        relation("image", "media/lost.png"),
        relation("numbering", "empty.xml"),
        relation("header", "../../elsewhere.xml", "header1"),
        relation("hyperlink", "#below"),
        f'<Relationship Id="x" Type="{OFFICE}/styles" Target="styles.xml" TargetMode="External"/>',
    ],
)
def test_a_missing_part_does_not_cost_the_document(lost: str) -> None:
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    files = members(p("Text") + section) | {"word/_rels/document.xml.rels": relationships(lost), "word/empty.xml": ""}
    assert read_docx(zipped(files)).text == "Text"


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        (MAIN, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
        (OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        (CONTENT_TYPE.WML_DOCUMENT_MAIN, CONTENT_TYPE.WML_DOCUMENT_MAIN.replace("document.main", "template.main")),
        (CONTENT_TYPE.WML_DOCUMENT_MAIN, "application/vnd.ms-word.document.macroEnabled.main+xml"),
        (CONTENT_TYPE.WML_DOCUMENT_MAIN, "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
        ("document.xml", "main.xml"),
    ],
)
def test_what_is_named_otherwise_is_read_all_the_same(usual: str, other: str) -> None:
    section = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
    files = members(p("Text", '<w:pStyle w:val="T"/>') + section, styles=STYLES, header1=p("Top"))
    parts = read_docx(zipped({name.replace(usual, other): text.replace(usual, other) for name, text in files.items()}))
    assert outline(parts) == [("header", 0, "Top"), ("heading", 1, "Text")]


IN = '<w:ind w:left="{}" w:hanging="360"/>'
INDENTED = (
    f"""<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/><w:pPr>{IN.format(1440)}</w:pPr></w:style>"""
)


@pytest.mark.parametrize(
    ("body", "indent"),
    [
        (p("Plain"), None),
        (p("Own", IN.format(1080)), 36),
        (p("First line", '<w:ind w:start="200" w:firstLine="300"/>'), 25),
        (p("By style", '<w:pStyle w:val="S"/>'), 54),
        (item("By level"), 18),
        (p("Own first", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' + IN.format(2160)), 90),
    ],
)
def test_the_indent_is_where_the_first_line_starts_in_points(body: str, indent: float | None) -> None:
    numbering = levels(("decimal", "%1."), extra=f"<w:pPr>{IN.format(720)}</w:pPr>")
    (block,) = read_docx(docx(body, styles=INDENTED, numbering=numbering)).blocks
    assert block.indent == indent


def test_without_styles_no_size_is_made_up() -> None:
    (block,) = read_docx(docx(p("Text"))).blocks
    assert block.size is None


@pytest.mark.skipif(not SHARED.is_dir(), reason="needs the shared documents")
@pytest.mark.parametrize("path", sorted(SHARED.rglob("*.docx")), ids=lambda path: path.stem)
def test_no_text_of_a_real_document_is_lost(path: Path) -> None:
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    main = f"{{{MAIN}}}"
    gone = {f"{main}del", f"{main}moveFrom"}
    shown = [t.text or "" for t in root.iter(f"{main}t") if not any(up.tag in gone for up in t.iterancestors())]
    wanted = Counter(re.sub(r"[\s\u00ad\u200b\ufeff]", "", "".join(shown)))
    assert not wanted - Counter(read_docx(path.read_bytes()).text)
