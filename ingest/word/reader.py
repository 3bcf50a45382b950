"""DOCX: the text as its reader sees it.

Automatic numbers are printed into the text, tracked changes are taken as accepted, comments and hidden text
are left out and counted, text boxes and footnotes follow the paragraph that they belong to. Pages are not known.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml
from lxml import etree

from ingest.builder import TextBuilder
from ingest.flow import Flow, Paragraph, Row, Table, as_lines, lay_out, paragraphs
from ingest.headers import LINED, TITLE_WORDS, TOLD, mark_of
from ingest.numerals import integer
from ingest.parts import Parts, meaningful_title
from ingest.runs import BULLET, LABEL, Run, text_of
from ingest.word.numbering import Numbering, read_numbering
from ingest.word.package import BROKEN, Element, W, is_on, prepare, value
from ingest.word.styles import Styles, points
from minutes.errors import InputError
from minutes.model import Block, BlockKind

R = f"{{{nsmap['r']}}}"
MATH = f"{{{nsmap['m']}}}"
SCRIPTS = {f"{MATH}den": "/", f"{MATH}sup": "^"}  # what is set below or above, said in one line
VML = "{urn:schemas-microsoft-com:vml}"
CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
NOTED_WORDS = 6  # a line with fewer, such as that of a name, has nobody to act on it beside it
MAX_SPAN = 63  # columns; Word's own limit
NOT_WORD = "damaged, it holds no Word document; get the file again or save it as DOCX again"

# Not read: what was deleted or moved away, field codes, and properties (which hold no text of their own).
SKIPPED = {f"{W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr", "rt")}
SYMBOLS = {  # by font; what is in none of them is most often a bullet
    "Wingdings": dict(zip(b"\xa7\xd8\xfb\xfc\xfd\xfe\xa8\x6f\x6e\xe0\xf0", "▪➢✗✓☒☒☐☐■→⇨", strict=True)),
    "Wingdings 2": dict(zip(b"\x4f\x50\x51\x52\x53\x54\xa3", "✗✓☒☑☒☒☐", strict=True)),
    "Symbol": dict(zip(b"\xa3\xb3\xb1\xb4\xb9\xb0\xaeDSabgmps", "≤≥±×≠°→ΔΣαβγμπσ", strict=True)),
}
CHECKED = {True: "☒", False: "☐"}
CHANGES = {f"{W}{tag}" for tag in ("del", "moveFrom", "ins", "moveTo")}
COUNTED = {  # what the receipt tells of; objects hold text of their own
    **dict.fromkeys(CHANGES, "changes"),
    f"{{{nsmap['a']}}}blip": "pictures",
    f"{VML}imagedata": "pictures",
    f"{{{nsmap['c']}}}chart": "objects",
    f"{{{nsmap['dgm']}}}relIds": "objects",
    "{urn:schemas-microsoft-com:office:office}OLEObject": "objects",
    f"{W}altChunk": "objects",
    f"{W}subDoc": "objects",
}
MARKS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
MARKS = {f"{W}{tag}": text for tag, text in MARKS.items()}


@dataclass
class Reader:
    """What is needed on the way through one document."""

    relations: Relationships  # to the other parts
    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], Element]  # (kind, id)
    counts: Counter[str] = field(default_factory=Counter)
    lined: bool = False  # whether lines that are underlined are read as bold

    def count(self, element: Element) -> None:
        """Note an element of those that the receipt tells of."""
        if kind := COUNTED.get(element.tag):
            self.counts[kind] += 1


@dataclass
class Gathered:
    """What a paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    size: float | None = None  # of the first text
    apart: set[int] = field(default_factory=set)  # which runs are underlined or in small capitals


def read_docx(data: bytes) -> Parts:
    """Read a DOCX.

    Raises:
        InputError: if it is no DOCX, is damaged or is unsafe to unpack.
    """
    try:
        parts, lined = _read(_open(data))
        # Underlined lines are titles where nothing else is: neither headings nor numbers.
        if lined >= LINED and sum(map(_tells_titles, parts.blocks)) < TOLD:
            parts, _ = _read(_open(data), lined=True)
        return parts
    except etree.XMLSyntaxError as error:
        raise InputError("damaged, its XML cannot be read; open and save it in Word again") from error


def _open(data: bytes) -> Document:
    try:
        return docx.Document(prepare(data))
    except (*BROKEN, KeyError, AttributeError) as error:  # as python-docx stumbles over what it does not expect
        raise InputError(NOT_WORD) from error


def _tells_titles(block: Block) -> bool:
    return block.kind == "heading" or bool(block.label and block.label[0].isdigit())


def _read(document: Document, *, lined: bool = False) -> tuple[Parts, int]:
    """What a document holds, and how many short lines of it are underlined, which are read as bold if `lined`."""
    body, relations = document.element.find(f"{W}body"), document.part.rels
    if body is None:
        raise InputError(NOT_WORD)
    styles = Styles(_related(relations, RT.STYLES))
    numbering = read_numbering(_related(relations, RT.NUMBERING), styles.lists)
    reader = Reader(relations, styles, numbering, _notes(relations), lined=lined)
    flow = _flow(body, reader)
    builder = TextBuilder()
    lay_out(list(_furniture(body, reader, "header")), builder)
    tables = lay_out(flow, builder)
    lay_out(list(_furniture(body, reader, "footer")), builder)
    found = any(not block.furniture for block in builder.blocks)
    parts = Parts(
        text=builder.text,
        blocks=tuple(builder.blocks),
        title=_title(document.part.package.rels),
        pages_out=int(found),
        characters=(len(builder.text) if found else 0,),  # a page number in a footer is not what it says
        tables=tables,
        pictures=reader.counts["pictures"],
        warnings=_warnings(reader),
    )
    return parts, reader.counts["lined"]


def _root(part: Part) -> Element:
    """A part's XML; python-docx has parsed the kinds that it knows, which notes are not."""
    return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


def _related(relations: Relationships, kind: str) -> Element:
    """The root of the part of that kind; an empty one if there is none, where python-docx would make one up."""
    parts = (found.target_part for found in relations.values() if found.reltype == kind)
    return next(map(_root, parts), etree.Element("none"))


def _notes(relations: Relationships) -> dict[tuple[str, str], Element]:
    """Footnotes and endnotes, less the lines that separate them from the text."""
    found = {}
    for kind, type_ in (("footnote", RT.FOOTNOTES), ("endnote", RT.ENDNOTES)):
        for note in _related(relations, type_).findall(f"{W}{kind}"):
            if note.get(f"{W}type", "normal") == "normal":
                found[kind, note.get(f"{W}id", "")] = note
    return found


def _title(relations: Relationships) -> str | None:
    core = _related(relations, RT.CORE_PROPERTIES)
    return meaningful_title(core.findtext("dc:title", namespaces=nsmap))


def _warnings(reader: Reader) -> tuple[str, ...]:
    comments, counts = len(_related(reader.relations, RT.COMMENTS).findall(f"{W}comment")), reader.counts
    said = {
        f"left out: comments, {comments}": comments,
        f"left out: hidden text, {counts['hidden']} words": counts["hidden"],
        f"not read: charts, diagrams and embedded files, {counts['objects']}": counts["objects"],
        f"tracked changes read as accepted, {counts['changes']}": counts["changes"],
    }
    return tuple(text for text, count in said.items() if count)


# --- from XML to paragraphs and tables ---


def _flow(container: Element, reader: Reader) -> Flow:
    """The paragraphs and tables of the body, a cell, a text box or a note, in order."""
    flow: Flow = []
    pending: list[Run] = []  # of a paragraph whose end was deleted: it goes on in the next one
    framed: Flow = []  # who is to act, in a frame beside the paragraph that comes next
    for child in container:
        if child.tag == f"{W}p":
            read = list(_paragraph(child, reader, pending))
            if (mark := _framed_mark(child, read)) is not None:
                framed.append(mark)
            else:
                flow += [*read, *framed]
                framed.clear()
        elif child.tag == f"{W}tbl":
            flow.append(_table(child, reader))
        elif child.tag == CHOICES:
            flow += _flow(_chosen(child), reader)
        else:
            reader.count(child)
            if isinstance(child.tag, str) and child.tag not in SKIPPED:
                flow += _flow(child, reader)  # content controls, custom XML, insertions
    return [*flow, *framed, *paragraphs(pending, Paragraph(()))]


def _framed_mark(element: Element, read: Flow) -> Paragraph | None:
    """Who is to act, where a paragraph in a frame of its own says nothing else: it stands beside the next one."""
    if element.find(f"{W}pPr/{W}framePr") is None or len(read) != 1 or not isinstance(read[0], Paragraph):
        return None
    mark = read[0]
    return replace(mark, kind="note", level=1) if mark_of(" ".join(word.text for word in mark.words)) else None


def _paragraph(element: Element, reader: Reader, pending: list[Run]) -> Iterator[Paragraph | Table]:
    properties = element.find(f"{W}pPr")
    style = (value(properties, "pStyle") if properties is not None else None) or reader.styles.default
    found = Gathered()
    _gather(element, reader, found, style)
    if properties is not None and _mark_is_gone(properties):
        pending += found.runs
    else:
        text, who = _parted([*pending, *_emboldened(found, reader)])
        yield from paragraphs(text, _first(properties, style, found, reader))
        yield from (replace(note, kind="note", level=1) for note in paragraphs(who, Paragraph(())))
        pending.clear()
    for box in found.boxes:
        yield from _flow(box, reader)
    for key in found.notes:
        if (note := reader.notes.pop(key, None)) is not None:
            yield from (replace(line, aside=True) for line in as_lines(_flow(note, reader)))


def _emboldened(found: Gathered, reader: Reader) -> list[Run]:
    """The runs of a paragraph; whole lines set apart in another way, as titles are, are counted and may become bold."""
    runs = found.runs
    breaks = [index for index, (text, _) in enumerate(runs) if text in ("\n", "\f")] if found.apart else []
    for start, end in pairwise([-1, *breaks, len(runs)]) if found.apart else ():
        line = [index for index in range(start + 1, end) if runs[index][0].strip()]
        if len(line) > 1 and line[0] not in found.apart and LABEL.fullmatch(runs[line[0]][0].strip()):
            line = line[1:]  # the number need not be underlined
        words = sum(len(runs[index][0].split()) for index in line)
        if (
            found.apart.issuperset(line)
            and 0 < words <= TITLE_WORDS
            and text_of(runs[i] for i in line)[-1:] not in ".;,"
        ):
            reader.counts["lined"] += 1
            for index in line if reader.lined else ():
                runs[index] = (runs[index][0], True)
    return runs


def _parted(runs: list[Run]) -> tuple[list[Run], list[Run]]:
    """A paragraph's text, and who is to act, where that stands by itself after a tab at its end."""
    at = next((i for i in range(len(runs) - 1, -1, -1) if "\t" in runs[i][0]), None)
    if at is None:
        return runs, []
    text, bold = runs[at]
    before, after = text.rsplit("\t", 1)
    said, who = [*runs[:at], (before, bold)], [(after, bold), *runs[at + 1 :]]
    is_note = mark_of(" ".join(text_of(who).split())) and len(text_of(said).split()) >= NOTED_WORDS
    return (said, who) if is_note else (runs, [])


def _mark_is_gone(properties: Element) -> bool:
    """Whether the end of the paragraph was deleted, moved away or hidden: what follows goes on in the same line."""
    mark = properties.find(f"{W}rPr")
    if mark is None:
        return False
    return any(mark.find(f"{W}{tag}") is not None for tag in ("del", "moveFrom")) or is_on(mark.find(f"{W}vanish"))


def _first(properties: Element | None, style: str | None, found: Gathered, reader: Reader) -> Paragraph:
    """What the paragraph is, without its words."""
    heading = reader.styles.heading(properties, style)
    label, depth, inset = _label(properties, style, reader)
    indent = _indent(reader.styles.find(properties, None, "ind"))
    if indent is None:
        indent = _indent(inset if inset is not None else reader.styles.find(None, style, "ind"))
    size = found.size or reader.styles.size(style)
    if heading:
        return Paragraph((), kind="heading", level=heading, label=label, size=size, indent=indent)
    if label:
        return Paragraph((), kind="list_item", level=depth + 1, label=label, size=size, indent=indent)
    return Paragraph((), size=size, indent=indent)


def _label(properties: Element | None, style: str | None, reader: Reader) -> tuple[str | None, int, Element | None]:
    """The automatic number, its level from 0 and its indent; counts the paragraph."""
    own = properties.find(f"{W}numPr") if properties is not None else None
    tied: tuple[str | None, Element | None] = (None, None)
    for name, item in reader.styles.chain(style):
        if (listed := item.find(f"{W}pPr/{W}numPr")) is not None:
            tied = (name, listed)
            break
    number = value(own, "numId") if own is not None else None
    if number is None and tied[1] is not None:
        number = value(tied[1], "numId")
    if not number or number == "0":
        return None, 0, None
    stated = value(own, "ilvl") if own is not None else None
    depth = None if stated is not None else reader.numbering.styled(number, style)
    if depth is None and stated is None:
        depth = reader.numbering.styled(number, tied[0])
    if depth is None:
        stated = stated if stated is not None or tied[1] is None else value(tied[1], "ilvl")
        depth = min(max(integer(stated, 0), 0), 8)
    level = reader.numbering.level(number, depth)
    return reader.numbering.label(number, depth), depth, level.indent if level else None


def _indent(item: Element | None) -> float | None:
    """Where the first line starts, in points from the margin (the attributes hold twentieths)."""
    if item is None:
        return None
    left = integer(item.get(f"{W}left", item.get(f"{W}start")), 0)
    return (left + integer(item.get(f"{W}firstLine"), 0) - integer(item.get(f"{W}hanging"), 0)) / 20


# --- inside a paragraph ---


def _gather(element: Element, reader: Reader, found: Gathered, style: str | None) -> None:
    """Collect the text, boxes and notes under `element`."""
    for child in element:
        tag = child.tag
        if tag == f"{W}r":
            _run(child, reader, found, style)
        elif tag == f"{W}txbxContent":
            found.boxes.append(child)
        elif tag == CHOICES:
            _gather(_chosen(child), reader, found, style)
        elif tag == f"{MATH}t":
            found.runs.append((child.text or "", False))
        elif tag == f"{VML}textpath":  # a watermark, such as DRAFT
            found.runs.append((child.get("string", ""), False))
        else:
            reader.count(child)
            if isinstance(tag, str) and tag not in SKIPPED:
                found.runs += [(SCRIPTS[tag], False)] if tag in SCRIPTS else []
                _gather(child, reader, found, style)


def _run(element: Element, reader: Reader, found: Gathered, style: str | None) -> None:
    properties = element.find(f"{W}rPr")
    character = value(properties, "rStyle") if properties is not None else None
    bold, hidden = (_is_on(reader, properties, tag, style, character) for tag in ("b", "vanish"))
    kept = Gathered() if hidden else found
    before = len(kept.runs)
    lined = properties is not None and is_on(properties.find(f"{W}u"))
    apart = lined or _is_on(reader, properties, "smallCaps", style, character)
    for child in element:
        text = _text(child)
        if text is not None:
            kept.runs.append((text, bold))
        elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kept.notes.append((child.tag[len(W) : -len("Reference")], child.get(f"{W}id", "")))
        elif child.tag == CHOICES:
            _gather(_chosen(child), reader, kept, style)
        else:
            reader.count(child)
            if isinstance(child.tag, str) and child.tag not in SKIPPED:
                _gather(child, reader, kept, style)  # drawings, which may hold text boxes
    said = text_of(kept.runs[before:])
    if apart:
        kept.apart.update(range(before, len(kept.runs)))
    if hidden:
        reader.counts["hidden"] += len(said.split())
    elif found.size is None and said.strip():
        found.size = points(properties.find(f"{W}sz")) if properties is not None else None
        found.size = found.size or reader.styles.size(character) if character else found.size


def _is_on(reader: Reader, properties: Element | None, tag: str, *styles: str | None) -> bool:
    """Whether a run has a property: of its own, else by one of its styles."""
    own = properties.find(f"{W}{tag}") if properties is not None else None
    return is_on(own) if own is not None else any(reader.styles.toggled(style, tag) for style in styles)


def _text(item: Element) -> str | None:
    """The text that a child of a run stands for; null if it stands for none."""
    if item.tag == f"{W}t":
        return item.text or ""
    if item.tag == f"{W}br":
        return "\f" if item.get(f"{W}type") in ("page", "column") else "\n"
    if item.tag == f"{W}sym":
        return _symbol(item.get(f"{W}font", ""), item.get(f"{W}char", ""))
    if item.tag == f"{W}fldChar" and (box := item.find(f"{W}ffData/{W}checkBox")) is not None:
        checked = box.find(f"{W}checked")
        return CHECKED[is_on(checked if checked is not None else box.find(f"{W}default"))]
    return MARKS.get(item.tag) if isinstance(item.tag, str) else None


def _symbol(font: str, char: str) -> str:
    """A character by its number in a font, the bullet of most lists where nobody knows the font."""
    code = int(char, 16) if re.fullmatch("[0-9A-Fa-f]{2,5}", char) else 0xF0B7
    if 0xF000 <= code <= 0xF0FF or font in SYMBOLS:
        return SYMBOLS.get(font, {}).get(code & 0xFF, BULLET)
    return chr(code)


def _chosen(alternatives: Element) -> Element:
    """The first alternative: the others say the same for older programs."""
    return alternatives[0] if len(alternatives) else alternatives


# --- tables, headers and footers ---


def _table(element: Element, reader: Reader) -> Table:
    properties = element.find(f"{W}tblPr")
    named = (
        properties is not None and _header_look(properties) and reader.styles.header_bold(value(properties, "tblStyle"))
    )
    rows: list[Row] = []
    for item in _inside(element, f"{W}tr"):
        if item.find(f"{W}trPr/{W}del") is not None:
            reader.counts["changes"] += 1
        else:
            cells = list(_cells(item, reader))
            header = is_on(item.find(f"{W}trPr/{W}tblHeader")) or (not rows and (named or _all_bold(cells)))
            rows.append(Row(cells, header=header))
    return Table(rows if len(rows) > 1 else [replace(row, header=False) for row in rows])


def _header_look(properties: Element) -> bool:
    look = properties.find(f"{W}tblLook")
    if look is None:
        return False
    first = look.get(f"{W}firstRow")
    return first in ("1", "true") or (first is None and look.get(f"{W}val", "0000")[-2:-1] in list("2367ABEFabef"))


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, those within content controls and insertions too."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}smartTag"):
            yield from _inside(child, tag)


def _cells(row: Element, reader: Reader) -> Iterator[Flow]:
    yield from ([] for _ in range(_span(row.find(f"{W}trPr/{W}gridBefore"))))
    for cell in _inside(row, f"{W}tc"):
        if cell.find(f"{W}tcPr/{W}cellDel") is not None:
            reader.counts["changes"] += 1
            continue
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is None or merged.get(f"{W}val") == "restart":
            yield _flow(cell, reader)
        else:  # covered by the cell above; Word keeps text in it, if any, out of sight
            reader.counts["hidden"] += len(" ".join(text.text or "" for text in cell.iter(f"{W}t")).split())
            yield []
        yield from ([] for _ in range(_span(cell.find(f"{W}tcPr/{W}gridSpan")) - 1))


def _span(item: Element | None) -> int:
    return min(integer(item.get(f"{W}val"), 0), MAX_SPAN) if item is not None else 0


def _all_bold(cells: list[Flow]) -> bool:
    """Whether at least two cells hold text, all of it bold."""
    texts = [part for cell in cells for part in cell if isinstance(part, Paragraph)]
    return len([cell for cell in cells if cell]) > 1 and all(word.bold for part in texts for word in part.words)


def _furniture(body: Element, reader: Reader, kind: BlockKind) -> Iterator[Paragraph]:
    """The running headers or footers that are shown in some section, each text once."""
    even = is_on(_related(reader.relations, RT.SETTINGS).find(f"{W}evenAndOddHeaders"))
    seen: set[str] = set()
    for section in body.iter(f"{W}sectPr"):
        shown = {"default", *(["first"] if is_on(section.find(f"{W}titlePg")) else []), *(["even"] if even else [])}
        for reference in section.findall(f"{W}{kind}Reference"):
            part = reader.relations.related_parts.get(reference.get(f"{R}id", ""))
            if part is None or reference.get(f"{W}type", "default") not in shown:
                continue
            for line in as_lines(_flow(_root(part), reader)):
                text = " ".join(word.text for word in line.words)
                if text not in seen:
                    seen.add(text)
                    yield replace(line, kind=kind, level=0, label=None)
