"""Builds the sample corpus: python corpora/build.py [FOLDER]

Each text in corpora/source becomes one PDF or DOCX below FOLDER (corpora/sample unless given). A source is TOML
between two lines of +++, then blocks with blank lines between them, each known by how it starts:

    # title            = centred line       ## heading of an item     ### heading below it
    : indented line    - bullet             1. 4.2 (a) (i) labelled   | cell | cell | a ruled table's row
    >> HT | by May     the owner and due date of the action in the block before

Anything else is a paragraph; **bold** works everywhere. The same source gives the same bytes, on the same versions of
reportlab and python-docx, because every date inside the files is the date of the document.
"""

import io
import re
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, Literal
from xml.sax.saxutils import escape

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table, TableStyle

CORPORA = Path(__file__).resolve().parent
SOURCE, SAMPLE = CORPORA / "source", CORPORA / "sample"
MARGIN = 2.2 * cm
TEXT_WIDTH = A4[0] - 2 * MARGIN - 12  # reportlab pads its frames by 6 points on either side
ACTION_WIDTH = 3.8 * cm

Kind = Literal["title", "centred", "heading", "subheading", "line", "bullet", "labelled", "row", "action", "paragraph"]
KINDS: tuple[tuple[str, Kind], ...] = (
    ("### ", "subheading"),
    ("## ", "heading"),
    ("# ", "title"),
    ("= ", "centred"),
    (": ", "line"),
    ("- ", "bullet"),
    ("| ", "row"),
    (">> ", "action"),
)
NUMBER = r"(?:\d+/\d+\.|\d+(?:\.\d+)+|\d+\.)"  # 24/103.  4.2  7.
LABEL = re.compile(rf"({NUMBER}|\([a-z0-9]{{1,4}}\))\s+(.*)", re.DOTALL)


@dataclass(frozen=True)
class Part:
    """One block of a source. `label` is its number, letter or bullet; `action` the owner and due date beside it."""

    kind: Kind
    text: str = ""
    label: str = ""
    cells: tuple[str, ...] = ()
    action: str = ""


@dataclass(frozen=True)
class Source:
    """A document as written. `font` is a family of PDF or Word; `header` and `footer` may hold {page} and {pages}.

    `actions` says where owners and due dates go: a column on the right, or a line of their own. With `numbering` auto,
    Word counts the headings and numbered paragraphs itself; with `headings` bold, headings have no style.
    """

    format: Literal["pdf", "docx"]
    title: str
    date: date
    font: str
    header: str = ""
    footer: str = ""
    actions: Literal["column", "line"] = "line"
    numbering: Literal["auto", "typed"] = "typed"
    headings: Literal["style", "bold"] = "style"
    parts: tuple[Part, ...] = ()


def read_source(path: Path) -> Source:
    """Read one text.

    Raises:
        ValueError: if there is no TOML between +++ lines.
        TypeError: if the TOML holds an unknown key or lacks a needed one.
    """
    _, head, body = path.read_text(encoding="utf-8").split("+++\n", 2)
    return Source(**tomllib.loads(head), parts=tuple(_with_actions(_parts(body))))


def _parts(body: str) -> Iterator[Part]:
    for block in re.split(r"\n\s*\n", body.strip()):
        # Lines of these kinds may follow each other without a blank line; any other line goes on from the one above.
        for text in re.split(r"\n(?=\| |: |>> |- )", block):
            yield _part(" ".join(text.split()))


def _part(text: str) -> Part:
    for mark, kind in KINDS:
        if text.startswith(mark):
            rest = text.removeprefix(mark)
            if kind == "row":
                return Part(kind, cells=tuple(cell.strip() for cell in rest.strip("| ").split(" | ")))
            if kind in ("heading", "subheading") and (match := LABEL.fullmatch(rest)):
                return Part(kind, match[2], match[1])
            return Part(kind, rest, "•" if kind == "bullet" else "")
    match = LABEL.fullmatch(text)
    return Part("labelled", match[2], match[1]) if match else Part("paragraph", text)


def _with_actions(parts: Iterator[Part]) -> Iterator[Part]:
    """Put each action onto the part that it follows."""
    held: Part | None = None
    for part in parts:
        if part.kind == "action" and held:
            held = replace(held, action=part.text)
            continue
        if held:
            yield held
        held = part
    if held:
        yield held


def plain_text(source: Source) -> str:
    """All words of the document in reading order, white space folded; an action comes after what it stands beside."""
    words = (" ".join((part.label, part.text, *part.cells, part.action.replace(" | ", " "))) for part in source.parts)
    return " ".join(" ".join(words).replace("**", "").split())


# PDF


def build_pdf(source: Source) -> bytes:
    """The source as an A4 PDF. Laid out twice where the number of pages is printed."""
    pages = _pdf(source, 0)[1] if "{pages}" in source.header + source.footer else 0
    return _pdf(source, pages)[0]


def _pdf(source: Source, pages: int) -> tuple[bytes, int]:
    file = io.BytesIO()
    template = SimpleDocTemplate(
        file, pagesize=A4, leftMargin=MARGIN, rightMargin=MARGIN, topMargin=2.4 * cm, bottomMargin=2.2 * cm,
        title=source.title, author=source.title.split(":")[0], invariant=1,
    )  # fmt: skip

    def furniture(canvas: Canvas, _: SimpleDocTemplate) -> None:
        canvas.setFont(source.font, 8.5)
        for text, height in ((source.header, A4[1] - 1.4 * cm), (source.footer, 1.2 * cm)):
            canvas.drawCentredString(A4[0] / 2, height, text.format(page=canvas.getPageNumber(), pages=pages))

    template.build(_flowables(source), onFirstPage=furniture, onLaterPages=furniture)
    return file.getvalue(), template.page


def _flowables(source: Source) -> list[Flowable]:
    styles, flowables, in_column = _pdf_styles(source.font), [], False
    for is_table, parts in groupby(source.parts, key=lambda part: part.kind == "row"):
        if is_table:
            flowables.append(_pdf_table([part.cells for part in parts], styles))
            continue
        for part in parts:
            if source.actions == "column" and part.kind == "heading" and not in_column:
                in_column = True  # what stands above the first item runs over the whole width
                flowables.append(_beside(Paragraph("", styles["paragraph"]), "<b>Action</b>", styles))
            flowables.extend(_pdf_part(part, styles, column=in_column))
    return flowables


def _pdf_styles(font: str) -> dict[str, ParagraphStyle]:
    bold = "Times-Bold" if font == "Times-Roman" else f"{font}-Bold"
    base = ParagraphStyle("paragraph", fontName=font, fontSize=10.5, leading=13.5, spaceAfter=7)
    heading = {"fontName": bold, "keepWithNext": 1, "spaceBefore": 7, "spaceAfter": 5}
    indent = {"leftIndent": 26, "bulletIndent": 4}
    return {
        "paragraph": base,
        "title": ParagraphStyle("title", base, fontName=bold, fontSize=14, leading=18, alignment=TA_CENTER),
        "centred": ParagraphStyle("centred", base, alignment=TA_CENTER),
        "heading": ParagraphStyle("heading", base, **(heading | {"fontSize": 11.5})),
        "subheading": ParagraphStyle("subheading", base, **heading),
        "line": ParagraphStyle("line", base, leftIndent=26, spaceAfter=1),
        "bullet": ParagraphStyle("bullet", base, **indent),
        "labelled": ParagraphStyle("labelled", base, **(indent | {"bulletIndent": 0})),
        "action": ParagraphStyle("action", base, fontName=bold, alignment=TA_RIGHT),
        "cell": ParagraphStyle("cell", base, fontSize=9.5, leading=12, spaceAfter=0),
    }


def _pdf_part(part: Part, styles: dict[str, ParagraphStyle], *, column: bool) -> Iterator[Flowable]:
    words, style = _markup(part.text), styles[part.kind]
    if part.kind in ("heading", "subheading"):
        paragraph = Paragraph(f"{part.label} {words}".strip(), style)
    else:
        paragraph = Paragraph(words, style, bulletText=part.label or None)
    if not column or not part.action:
        yield _narrowed(paragraph, style) if column else paragraph
    else:
        yield _beside(paragraph, "<br/>".join(_markup(part.action).split(" | ")), styles)
    if part.action and not column:
        yield Paragraph(_markup(_action_line(part)), styles["action"])


def _narrowed(paragraph: Paragraph, style: ParagraphStyle) -> Paragraph:
    """The paragraph, kept clear of the action column."""
    paragraph.style = ParagraphStyle(f"{style.name} beside", style, rightIndent=ACTION_WIDTH)
    return paragraph


def _beside(paragraph: Paragraph, note: str, styles: dict[str, ParagraphStyle]) -> Table:
    table = Table([[paragraph, Paragraph(note, styles["cell"])]], colWidths=[TEXT_WIDTH - ACTION_WIDTH, ACTION_WIDTH])
    table.setStyle(TableStyle([
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, 0), 0), ("RIGHTPADDING", (0, 0), (0, 0), 0),
        ("LEFTPADDING", (1, 0), (1, 0), 12), ("RIGHTPADDING", (1, 0), (1, 0), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 7),
    ]))  # fmt: skip
    return table


def _pdf_table(rows: list[tuple[str, ...]], styles: dict[str, ParagraphStyle]) -> Table:
    head, *body = rows
    cells = [[Paragraph(f"<b>{_markup(cell)}</b>", styles["cell"]) for cell in head]]
    cells += [[Paragraph(_markup(cell), styles["cell"]) for cell in row] for row in body]
    table = Table(cells, colWidths=[TEXT_WIDTH * share for share in _shares(rows)], repeatRows=1, spaceAfter=10)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


def _shares(rows: list[tuple[str, ...]]) -> list[float]:
    """How much of the width each column gets: by its longest cell, within reason."""
    longest = [min(60, max(12, *(len(cell) for cell in column))) for column in zip(*rows, strict=True)]
    return [width / sum(longest) for width in longest]


def _markup(text: str) -> str:
    return re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(text))


def _action_line(part: Part) -> str:
    return "Action: " + part.action.replace(" | ", " ")


# DOCX


def build_docx(source: Source) -> bytes:
    """The source as a Word document on A4."""
    document = docx.Document()
    _word_page(document, source)
    counter = _word_numbering(document) if source.numbering == "auto" else 0
    where: Any = document
    for is_table, group in groupby(source.parts, key=lambda part: part.kind == "row"):
        parts = list(group)
        if is_table:
            _word_table(document, [part.cells for part in parts])
            where = document
            continue
        for part in parts:
            if source.actions == "column" and part.kind == "heading" and where is document:
                where = _action_table(document)
            _word_part(where, part, source, counter)
    return _fixed_dates(document, source)


def _word_page(document: Any, source: Source) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    for text, place in ((source.header, section.header), (source.footer, section.footer)):
        paragraph = place.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for piece in filter(None, re.split(r"(\{pages?\})", text)):
            if field_name := {"{page}": "PAGE", "{pages}": "NUMPAGES"}.get(piece):
                paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{field_name}"/>'))
            else:
                paragraph.add_run(piece)
    style = document.styles["Normal"]
    style.font.name, style.font.size = source.font, Pt(11)
    style.paragraph_format.space_after = Pt(7)


def _word_part(where: Any, part: Part, source: Source, counter: int) -> None:
    beside = getattr(where, "add_row", None)  # a table with an action column, or the document itself
    cells = beside().cells if beside else None
    paragraph = cells[0].paragraphs[0] if cells else where.add_paragraph()
    _word_look(paragraph, part, source)
    level = _level(part) if counter else None
    if level is not None:
        _count(paragraph, counter, level)
    elif part.label and part.kind != "bullet":
        paragraph.add_run(part.label + ("\t" if part.kind == "labelled" else " "))
    _word_runs(paragraph, part.text)
    if part.kind in ("title", "heading", "subheading"):
        for run in paragraph.runs:
            run.bold = True
    if part.action and cells:
        cells[1].paragraphs[0].add_run("\n".join(part.action.split(" | ")))
    elif part.action:
        line = where.add_paragraph()
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        line.add_run(_action_line(part)).bold = True


def _word_look(paragraph: WordParagraph, part: Part, source: Source) -> None:
    styles = {"bullet": "List Bullet"}
    if source.headings == "style":
        styles |= {"title": "Title", "heading": "Heading 1", "subheading": "Heading 2"}
    paragraph.style = styles.get(part.kind, "Normal")
    if part.kind in ("title", "centred"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if part.kind in ("labelled", "line"):
        paragraph.paragraph_format.left_indent = Cm(1.2)
    if part.kind == "labelled":
        paragraph.paragraph_format.first_line_indent = Cm(-1.2)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(1.2))
    if part.kind == "line":
        paragraph.paragraph_format.space_after = Pt(0)


def _word_runs(paragraph: WordParagraph, text: str) -> None:
    for number, piece in enumerate(text.split("**")):
        if piece:
            paragraph.add_run(piece).bold = True if number % 2 else None


def _level(part: Part) -> int | None:
    """Which level of automatic numbering counts the part: 4. is a heading's, 4.2 a paragraph's."""
    if part.kind == "heading" and re.fullmatch(r"\d+\.", part.label):
        return 0
    return 1 if re.fullmatch(r"\d+\.\d+", part.label) else None


def _word_numbering(document: Any) -> int:
    """Add a list whose levels read "4." and "4.2"; returns its id."""
    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{text}"/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="680" w:hanging="680"/></w:pPr></w:lvl>'
        for level, text in enumerate(("%1.", "%1.%2"))
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )
    numbering.insert(0, abstract)  # Word wants the abstract lists before the lists
    return int(numbering.add_num(90).numId)


def _count(paragraph: WordParagraph, counter: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = counter
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.first_line_indent = None


def _word_table(document: Any, rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _word_runs(cell.paragraphs[0], text)
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    document.add_paragraph()


def _action_table(document: Any) -> Any:
    """A table without rules: what was said on the left, who is to act and by when on the right."""
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    for column, width in zip(table.columns, (Cm(13), Cm(3.6)), strict=True):
        column.width = column.cells[0].width = width
    table.rows[0].cells[1].paragraphs[0].add_run("Action").bold = True
    return table


def _fixed_dates(document: Any, source: Source) -> bytes:
    """The file's bytes, with every date in it the document's own, so that building again changes nothing."""
    properties, moment = document.core_properties, datetime.combine(source.date, datetime.min.time())
    properties.title, properties.author = source.title, source.title.split(":")[0]
    properties.last_modified_by, properties.comments = properties.author, ""
    properties.created = properties.modified = moment
    written, rewritten = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(rewritten, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, moment.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return rewritten.getvalue()


def build(folder: Path = SAMPLE) -> Iterator[Path]:
    """Build every document below `folder`; yields each path as it is written."""
    for path in sorted(SOURCE.rglob("*.txt")):
        source = read_source(path)
        built = folder / path.relative_to(SOURCE).with_suffix(f".{source.format}")
        built.parent.mkdir(parents=True, exist_ok=True)
        built.write_bytes({"pdf": build_pdf, "docx": build_docx}[source.format](source))
        yield built


if __name__ == "__main__":
    for path in build(Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE):
        print(path)
