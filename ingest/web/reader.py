"""HTML: the page's own content, with the site around it set apart as headers and footers.

What is hidden is left out and counted. Nothing that a page refers to is fetched.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree, html

from ingest.builder import TextBuilder, Word, words_of
from ingest.flow import Flow, Paragraph, Row, Table, as_lines, in_order, lay_out, paragraphs
from ingest.headers import LINED, TITLE_WORDS, TOLD, is_by_item
from ingest.numerals import integer, letters, roman
from ingest.parts import Parts
from ingest.runs import BULLET, Run, label_of, text_of
from ingest.text import decode
from ingest.web.site import (
    HEADINGS,
    LEFT_OUT,
    Aside,
    drop_silent,
    main_part,
    page_date,
    page_title,
    put_in_shape,
    set_apart,
    site_name,
    stated_dates,
    words_in,
)
from minutes.errors import InputError

Element = Any  # lxml comes without types

MAX_SPAN = 100  # rows, or columns in all
MAX_TAGS = 200_000  # the minutes of a year on one page have a third of it
TERM_WORDS = 30  # what stands beside a term that is longer is a text under a heading

CONTROL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
FORM_FEEDS = re.compile("[\v\f]")  # white space, in a page

BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "nav", "p",
    "pre", "section", "summary", "ul", "ol", "menu", "caption", "html",
}  # fmt: skip
AXES = ("preceding", "following")  # the text before the content, and after it
WEIGHT = re.compile(r"(?i)font-weight\s*:\s*(?:bold|[6-9]00)")
STYLE_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")  # for one class
NUMBERED = re.compile(r"\s*\d{1,3}(?:[.)]|\s)\s*[A-Z]")
BOLD = {"b", "strong", "dt", "summary"}
# The line of a box that a click opens, "<a data-toggle='collapse' href='#fees'>Fees</a>", and a heading in or around it
FOLDS = "//*[@data-toggle='collapse' or @data-bs-toggle='collapse' or (@aria-expanded and @aria-controls)]"
OF_HEADING = "(descendant::*|ancestor::*)[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6][1]"
MOST_FOLDS = 300  # in minutes; what is around each is looked through
TABLE_PARTS = {"caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th"}


def read_html(data: bytes) -> Parts:
    """Read a web page as saved.

    Raises:
        InputError: if no page can be made of it.
    """
    root, whole = _parse(data)
    named, meta, site = " ".join(root.xpath("//head//title//text()")), stated_dates(root), site_name(root)
    _embolden(root)
    _embolden_lined(root)
    _embolden_folds(root)
    embedded = drop_silent(root)
    put_in_shape(root)
    asides = set_apart(root)
    content = main_part(root)
    outside = [" ".join(content.xpath(f"{axis}::text()", smart_strings=False)).split() for axis in AXES]
    builder = TextBuilder()
    _furnish(builder, asides, outside[0], before=True)
    tables = lay_out(Walker().read(content), builder)
    _furnish(builder, asides, outside[1], before=False)
    text = builder.text
    texts = [(block.kind, text[block.start : block.end]) for block in builder.blocks if not block.furniture]
    return Parts(
        text=text,
        blocks=tuple(builder.blocks),
        title=page_title(root, named, texts),
        date=page_date(content, meta, [text for _, text in texts]),
        site=site,
        pages_out=int(whole and bool(texts)),
        characters=(len(text) if texts else 0,),
        tables=tables,
        pictures=len(content.findall(".//img")),
        warnings=tuple(_warnings(whole, embedded, asides, sum(map(len, outside)))),
    )


def read_fragment(text: str) -> Flow:
    """The paragraphs and tables of a piece of HTML within a text.

    Raises:
        InputError: if no page can be made of it.
    """
    root, _ = _parse(text.encode("utf-8", "replace"))
    drop_silent(root)
    return Walker().read(root)


def _parse(data: bytes) -> tuple[Element, bool]:
    """The page's elements, and whether it was parsed to its end."""
    if (tags := data.count(b"<")) > MAX_TAGS:
        raise InputError(f"holds {tags} tags, more than any page to be read; save the part that matters as PDF")
    text = (_declared(data) or decode(data) or data.decode("cp1252", "replace")).replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputError("holds no web page that can be read; save the page again") from error
    _leave_out_controls(root)
    return root, not any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


def _leave_out_controls(root: Element) -> None:
    """Take out the characters that a page may hold ("&#1;") and that lxml reads, but refuses to move or to write."""
    for item in root.iter():
        for name in ("text", "tail"):
            if (held := getattr(item, name)) and CONTROL.search(held):
                setattr(item, name, CONTROL.sub("", FORM_FEEDS.sub(" ", held)))
        for name in ("id", "name"):  # the attributes that headings may inherit
            if (held := item.get(name)) and CONTROL.search(held):
                item.set(name, CONTROL.sub("", held))


def _declared(data: bytes) -> str | None:
    """The text by the encoding that the page itself declares."""
    if data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return None  # a byte order mark knows better
    match = re.search(rb"(?i)<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", data[:4096])
    name = match[1].decode("ascii").lower() if match else ""
    try:
        # as browsers do: Latin-1 is what pages say that are in its superset, the Windows encoding
        return data.decode("cp1252" if name in ("iso-8859-1", "latin1", "us-ascii") else name) if name else None
    except (LookupError, UnicodeDecodeError):
        return None


def _embolden(root: Element) -> None:
    """Say in the elements themselves which are bold by the page's own style sheet, as Google Docs exports them."""
    rules = "".join(root.xpath("//style/text()", smart_strings=False))
    classes = {name for name, rule in STYLE_RULE.findall(rules) if WEIGHT.search(rule)}
    if not classes:
        return
    for item in root.iter("span", "p", "li", "td", "div"):
        if not classes.isdisjoint(item.get("class", "").split()):
            item.set("style", f"{item.get('style', '')};font-weight:bold")


def _embolden_lined(root: Element) -> None:
    """Have lines that are underlined from end to end count as bold, where neither headings nor numbers tell titles."""
    lines = [item for item in root.xpath("//u/ancestor::*[self::p or self::div][1]") if _is_lined(item)]
    if len(lines) < LINED or sum(map(_tells_titles, root.iter("h2", "h3", "h4", "h5", "h6", "p", "li"))) >= TOLD:
        return
    for item in lines:
        item.set("style", f"{item.get('style', '')};font-weight:bold")


def _embolden_folds(root: Element) -> None:
    """Have what a click unfolds the text below count as bold, where several such lines differ and are no headings."""
    folds = root.xpath(FOLDS)
    lines = [item for item in folds if not item.xpath(OF_HEADING)] if len(folds) <= MOST_FOLDS else []
    texts = [" ".join("".join(item.itertext()).split()) for item in lines]
    if len(lines) < LINED or len({*texts}) < len(texts) or not all(0 < len(t.split()) <= TITLE_WORDS for t in texts):
        return  # "Read more"
    for item in lines:
        item.set("style", f"{item.get('style', '')};font-weight:bold")


def _tells_titles(item: Element) -> bool:
    return item.tag[0] == "h" or bool(NUMBERED.match("".join(item.itertext())))


def _is_lined(item: Element) -> bool:
    """Whether a paragraph is a short line, all of it underlined, no link and no sentence."""
    text = "".join(item.itertext()).strip()
    if not 0 < len(text.split()) <= TITLE_WORDS or text[-1] in ".;," or next(item.iter("a"), None) is not None:
        return False
    return any("".join(part.itertext()).strip() == text for part in item.iter("u"))


def _furnish(builder: TextBuilder, asides: list[Aside], rest: list[str], *, before: bool) -> None:
    """Add what stands around the content, a block for each kind of it."""
    kinds: dict[str, list[Word]] = {}
    for aside in asides:
        if aside.before == before and aside.name not in LEFT_OUT:
            lines = as_lines(Walker().read(aside.element))
            kinds.setdefault(aside.name, []).extend(word for line in lines for word in line.words)
    for words in (*kinds.values(), words_of(" ".join(rest))):
        builder.add("header" if before else "footer", words)


def _warnings(whole: bool, embedded: int, asides: list[Aside], outside: int) -> Iterator[str]:
    if not whole:
        yield "elements nested too deeply; the page was not read to its end"
    if embedded:
        yield f"not read: documents embedded in the page, {embedded}"
    words: Counter[str] = Counter()
    for aside in asides:
        words[aside.name] += words_in(aside.element)
    words["text outside the main content"] += outside
    for name, count in words.items():
        if count:
            yield f"{'left out' if name in LEFT_OUT else 'set apart'}: {name}, {count} words"


# --- blocks ---


@dataclass
class Walker:
    """Turns elements into a flow: inline text is gathered in `runs` until a block begins or ends.

    `anchor` is the last id or name that was passed, which a link to the text gathered can name.
    """

    runs: list[Run] = field(default_factory=list)
    flow: Flow = field(default_factory=list)
    template: Paragraph = field(default_factory=lambda: Paragraph(()))
    anchor: str | None = None
    begun: bool = False  # whether `runs` hold more than white space

    def read(self, container: Element) -> Flow:
        self._pass(container)
        self._children(container, bold=False, depth=0)
        self._flush()
        return self.flow

    def _pass(self, item: Element) -> None:
        self.anchor = item.get("id") or (item.get("name") if item.tag == "a" else None) or self.anchor

    def _flush(self) -> None:
        if self.begun:
            self.flow += paragraphs(self.runs, self._typed())
            self.template = Paragraph(())
        self.runs, self.begun = [], False

    def _typed(self) -> Paragraph:
        """The template, less a bullet or number where one is typed in the text as well."""
        if self.template.label and label_of(text_of(self.runs)):
            return replace(self.template, label=None)
        return self.template

    def _children(self, item: Element, *, bold: bool, depth: int) -> None:
        self._say(item.text, bold)
        for child in item:
            self._element(child, bold=bold, depth=depth)
            self._say(child.tail, bold)

    def _say(self, text: str | None, bold: bool, *, kept: bool = False) -> None:
        if not text:
            return
        if not self.begun and text.strip():
            self.template, self.begun = replace(self.template, anchor=self.anchor), True
        self.runs.append((text.replace("\n", "\f") if kept else re.sub(r"\s+", " ", text), bold))

    def _element(self, item: Element, *, bold: bool, depth: int) -> None:
        tag = item.tag
        self._pass(item)
        if tag == "br":
            self.runs.append(("\n", bold))
        elif tag == "table":
            self._whole(item, _table)
        elif tag in ("ul", "ol", "menu"):
            self._list(item, bold=bold, depth=_depth(item) or depth + 1)
        elif tag == "dl":
            self._whole(item, _terms)
        elif tag == "pre":
            self._flush()
            self._say("".join(item.itertext()), bold, kept=True)
            self._flush()
        elif tag in HEADINGS:
            heading = Paragraph((), kind="heading", level=HEADINGS[tag], label=self._number())
            self._block(item, heading, bold=bold, depth=depth)
        elif tag in BLOCKS or tag == "li":
            self._block(item, None, bold=bold or _is_bold(item), depth=depth)
        else:
            before, after = _around(item)
            self._say(before, bold)
            self._children(item, bold=bold or _is_bold(item), depth=depth)
            self._say(after, bold)

    def _number(self) -> str | None:
        """The number of the list item that a heading opens."""
        label = None if self.begun else self.template.label
        return None if label == BULLET else label

    def _whole(self, item: Element, read: Callable[[Element, str | None], Flow]) -> None:
        self._flush()
        self.flow += read(item, self.anchor)
        self.anchor = _last_anchor(item, self.anchor)

    def _block(self, item: Element, template: Paragraph | None, *, bold: bool, depth: int) -> None:
        self._flush()
        if template:
            self.template = template
        self._children(item, bold=bold, depth=depth)
        self._flush()

    def _list(self, item: Element, *, bold: bool, depth: int) -> None:
        self._flush()
        down = item.get("reversed") is not None
        count = integer(item.get("start"), len(item.findall("./li")) if down else 1)
        for child in item:
            if child.tag == "li":
                self._pass(child)
                count = integer(child.get("value"), count)
                label = _label(item, child, count)
                count += -1 if down else 1
                self._block(child, Paragraph((), kind="list_item", level=depth, label=label), bold=bold, depth=depth)
                self.template = Paragraph(())  # an empty item leaves its number to nobody
            else:
                self._element(child, bold=bold, depth=depth)
            self._say(child.tail, bold)
        self._flush()


def _is_bold(item: Element) -> bool:
    return item.tag in BOLD or bool(WEIGHT.search(item.get("style", "")))


def _depth(item: Element) -> int | None:
    """The level of a list from 1, where each level is a list of its own: Google Docs says it in the list's class."""
    match = re.search(r"\blst-kix_\w+-(\d)\b", item.get("class", ""))
    return int(match[1]) + 1 if match else None


def _last_anchor(item: Element, before: str | None) -> str | None:
    """The last id or name in an element; `before` if there is none."""
    named = item.xpath("descendant-or-self::*[@id or (self::a and @name)]")
    return (named[-1].get("id") or named[-1].get("name")) if named else before


def _around(item: Element) -> tuple[str, str]:
    """What a browser prints around an inline element."""
    if item.tag == "q":
        return "“", "”"
    noted = item.tag == "sup" and item.find(".//a") is not None
    return (" ", " ") if noted else ("", "")  # "£500" with note 1 is not "£5001"


def _label(item: Element, entry: Element, count: int) -> str | None:
    """The bullet or number of a list item as browsers print it; null where the page's style takes it away."""
    styles = f"{item.get('style', '')};{entry.get('style', '')}".replace(" ", "").lower()
    styled = re.findall(r"list-style(?:-type)?:([\w-]+)", styles)
    if styled and styled[-1] == "none":
        return None
    if item.tag != "ol":
        return BULLET
    kind = STYLED.get(styled[-1]) if styled else None
    return _number(kind or entry.get("type") or item.get("type", "1"), count)


STYLED = {
    "lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A",
    "lower-roman": "i", "upper-roman": "I", "decimal": "1",
}  # fmt: skip


def _number(kind: str, count: int) -> str:
    forms: dict[str, Callable[[int], str]] = {
        "a": letters,
        "A": lambda n: letters(n).upper(),
        "i": roman,
        "I": lambda n: roman(n).upper(),
    }
    form = forms.get(kind)
    return f"{form(count) if form else count}."


def _terms(item: Element, anchor: str | None) -> Flow:
    """A list of terms: rows where what stands beside them is short ("Venue", "Town Hall"), else text under terms."""
    pairs: list[tuple[Flow, Flow]] = []
    for part in item.iter("dt", "dd"):
        if next(part.iterancestors("dl")) is not item:
            continue
        flow = Walker(anchor=anchor).read(part)
        if part.tag == "dt" or not pairs:
            bold = [replace(line, words=[word._replace(bold=True) for word in line.words]) for line in as_lines(flow)]
            pairs.append(([*bold] if part.tag == "dt" else [], [] if part.tag == "dt" else flow))
        else:
            pairs[-1][1].extend(flow)
    short = [sum(len(line.words) for line in as_lines(value)) <= TERM_WORDS for _, value in pairs]
    if len(pairs) > 1 and all(short) and all(term and value for term, value in pairs):
        return [Table([Row([term, value], anchor=anchor) for term, value in pairs])]
    return [part for pair in pairs for side in pair for part in side]


def _table(item: Element, anchor: str | None) -> Flow:
    """A table, after its caption. A table for layout gives its cells' contents one after the other."""
    lines = [line for line in item.iter("tr") if next(line.iterancestors("table")) is item]
    flow = [*_strays(item, anchor)]
    headed = any(item.find(f".//{name}") is not None for name in ("h1", "h2", "h3", "h4", "h5", "h6"))
    layout = item.get("role") in ("presentation", "none") or item.find(".//table") is not None or headed
    if layout and not is_by_item([[text for cell in line if (text := _text_in(cell))] for line in lines]):
        for line in lines:
            flow += in_order([Walker(anchor=anchor).read(cell) for cell in line if cell.tag in ("td", "th")])
        return flow
    rows: list[Row] = []
    hanging: dict[int, int] = {}  # column -> rows that a cell above still covers
    for line in sorted(lines, key=lambda line: line.getparent().tag == "tfoot"):
        cells = [cell for cell in line if cell.tag in ("td", "th")]
        named = bool(cells) and all(cell.tag == "th" for cell in cells)
        headed = line.getparent().tag == "thead" or (named and all(row.header for row in rows))
        anchor = line.get("id") or anchor
        rows.append(Row(_cells(cells, hanging, anchor), header=headed and len(cells) > 1, anchor=anchor))
        anchor = _last_anchor(line, anchor)
    return [*flow, Table(rows)]


def _text_in(item: Element) -> str:
    return " ".join("".join(item.itertext()).split())


def _strays(item: Element, anchor: str | None) -> Flow:
    """The caption, and text between the cells, which browsers show above the table."""
    flow: Flow = []
    for child in item:
        if child.tag == "caption" or child.tag not in TABLE_PARTS:
            flow += Walker(anchor=anchor).read(child) if child.find(".//tr") is None else []
        elif child.tag not in ("td", "th"):
            flow += _strays(child, anchor)
    loose = " ".join(filter(None, (text.strip() for text in (item.text or "", *(c.tail or "" for c in item)))))
    return [*flow, *paragraphs([(loose, False)], Paragraph((), anchor=anchor))]


def _cells(cells: list[Element], hanging: dict[int, int], anchor: str | None) -> list[Flow]:
    row: list[Flow] = []

    def skip_covered() -> None:
        while hanging.get(len(row), 0):
            hanging[len(row)] -= 1
            row.append([])

    for cell in cells:
        skip_covered()
        across = max(min(integer(cell.get("colspan"), 1), MAX_SPAN - len(row)), 1)
        down = min(max(integer(cell.get("rowspan"), 1), 1), MAX_SPAN)
        for column in range(across):
            hanging[len(row)] = down - 1 if len(row) < MAX_SPAN else 0
            row.append(Walker(anchor=anchor).read(cell) if column == 0 else [])
    skip_covered()
    return row
