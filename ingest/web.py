"""HTML: the page's own content, without the site around it. What is left out is counted and reported."""

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

from ingest.builder import TextBuilder
from ingest.flow import Flow, Paragraph, Row, Table, lay_out, paragraphs
from ingest.numbering import integer, letters, roman
from ingest.parts import Parts, meaningful_title
from ingest.runs import BULLET, Run, label_of, text_of
from ingest.text import decode
from minutes.errors import InputError

Element = Any  # lxml comes without types

MAX_SPAN = 100  # columns or rows
MAIN_SHARE = 0.4  # of the page's words; a "main" part with less is not trusted to be the content

SILENT = {  # nothing that a reader of the page would read as text
    "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "canvas", "audio", "video",
    "button", "select", "textarea", "input", "link", "meta",
}  # fmt: skip
CHROME_TAGS = {"nav": "navigation", "header": "site header", "footer": "site footer"}
CHROME_ROLES = {
    "navigation": "navigation", "menu": "navigation", "menubar": "navigation", "search": "search",
    "banner": "site header", "contentinfo": "site footer",
}  # fmt: skip
CHROME_NAMES = [
    (re.compile(r"(?i)\bcookie|cookie-?(banner|notice|bar|consent)"), "cookie notice"),
    (re.compile(r"(?i)bread-?crumb"), "breadcrumbs"),
    (
        re.compile(r"(?i)\b(site|main|top|side|global|primary|secondary|mg)?-?(nav|navbar|navigation|menu)\b"),
        "navigation",
    ),
    (re.compile(r"(?i)\bskip-?(link|to|nav)"), "navigation"),
]
MAIN_PATHS = [
    "//main", "//*[@role='main']",
    "//*[@id='content' or @id='main' or @id='main-content' or @id='maincontent' or @id='mainContent']",
]  # fmt: skip
BLOCKS = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "legend", "main", "nav", "p",
    "pre", "section", "summary", "ul", "ol", "menu", "caption", "html",
}  # fmt: skip
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(data: bytes) -> Parts:
    """Read a web page as saved. Nothing that it refers to is fetched.

    Raises:
        InputError: if no page can be made of it.
    """
    root, whole = _parse(data)
    named, meta = " ".join(root.xpath("//head//title//text()")), _meta(root)
    dropped = _drop_chrome(root)
    content = _main(root, dropped)
    builder = TextBuilder()
    tables = lay_out(Walker().read(content), builder)
    texts = [(block.kind, builder.text[block.start : block.end]) for block in builder.blocks]
    return Parts(
        text=builder.text,
        blocks=tuple(builder.blocks),
        title=_title(root, named, [text for kind, text in texts if kind == "heading"]),
        date=_date(content, meta, [text for _, text in texts]),
        pages_out=int(whole and bool(builder.blocks)),
        tables=tables,
        warnings=(
            *(() if whole else ("elements nested too deeply; the page was not read to its end",)),
            *(f"left out: {name}, {words} words" for name, words in dropped.items() if words),
        ),
    )


def _parse(data: bytes) -> tuple[Element, bool]:
    """The page's elements, and whether it was parsed to its end."""
    text = (_declared(data) or decode(data) or data.decode("cp1252", "replace")).replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputError("holds no web page that can be read; save the page again") from error
    return root, not any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


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


# --- what belongs to the site and not to the page ---


def _drop_chrome(root: Element) -> Counter[str]:
    """Take out scripts and the site's own furniture; returns the words taken, by what they were."""
    dropped: Counter[str] = Counter()
    for item in [item for item in root.iter() if item.tag in SILENT]:
        _drop(item)
    whole = _count(root)
    for item in list(root.iter()):
        name = _chrome(item)
        if name and item.getparent() is not None and any(up is root for up in item.iterancestors()):
            words = _count(item)
            if words <= MAIN_SHARE * whole:  # more than that is no furniture, whatever it is called
                dropped[name] += words
                _drop(item)
    return dropped


def _chrome(item: Element) -> str | None:
    if item.tag in ("html", "body", "main", "h1") or item.get("role") == "main":
        return None
    if item.get("hidden") is not None or re.search(r"(?i)display\s*:\s*none", item.get("style", "")):
        return "hidden text"
    if role := CHROME_ROLES.get(item.get("role", "")):
        return role
    if item.tag in CHROME_TAGS:  # inside the content, header and footer are those of an article
        inside = any(up.tag in ("main", "article") or up.get("role") == "main" for up in item.iterancestors())
        return CHROME_TAGS[item.tag] if item.tag == "nav" or not (inside or item.find(".//h1") is not None) else None
    names = f"{item.get('id', '')} {item.get('class', '')}".replace("_", "-")
    return next((name for pattern, name in CHROME_NAMES if pattern.search(names)), None) if names.strip() else None


def _main(root: Element, dropped: Counter[str]) -> Element:
    """The element that holds the content; what stands outside it is counted as dropped."""
    body = root.find(".//body")
    body = root if body is None else body
    whole = _count(body)
    for path in MAIN_PATHS:
        found = root.xpath(path)
        if len(found) == 1 and (words := _count(found[0])) and words >= MAIN_SHARE * whole:
            dropped["text outside the main content"] += whole - words
            return found[0]
    return body


def _count(item: Element) -> int:
    return len(" ".join(item.itertext()).split())


def _drop(item: Element) -> None:
    if item.getparent() is not None:
        item.drop_tree()


# --- blocks ---


@dataclass
class Walker:
    """Turns elements into a flow: inline text is gathered in `runs` until a block begins or ends."""

    runs: list[Run] = field(default_factory=list)
    flow: Flow = field(default_factory=list)
    template: Paragraph = field(default_factory=lambda: Paragraph(()))

    def read(self, container: Element) -> Flow:
        self._children(container, bold=False, depth=0)
        self._flush()
        return self.flow

    def _flush(self) -> None:
        if text_of(self.runs).strip():
            self.flow += paragraphs(self.runs, self._typed())
            self.template = Paragraph(())
        self.runs = []

    def _typed(self) -> Paragraph:
        """The template, less a bullet or number where one is typed in the text as well."""
        if self.template.kind == "list_item" and label_of(text_of(self.runs)):
            return Paragraph((), kind="list_item", level=self.template.level)
        return self.template

    def _children(self, item: Element, *, bold: bool, depth: int) -> None:
        self._say(item.text, bold)
        for child in item:
            self._element(child, bold=bold, depth=depth)
            self._say(child.tail, bold)

    def _say(self, text: str | None, bold: bool) -> None:
        if text:
            self.runs.append((re.sub(r"\s+", " ", text), bold))

    def _element(self, item: Element, *, bold: bool, depth: int) -> None:
        tag = item.tag
        if tag == "br":
            self.runs.append(("\n", bold))
        elif tag == "table":
            self._flush()
            self.flow += _table(item, depth)
        elif tag in ("ul", "ol", "menu"):
            self._list(item, bold=bold, depth=depth + 1)
        elif tag == "pre":
            self._flush()
            self.runs = [("".join(item.itertext()).replace("\n", "\f"), bold)]
            self._flush()
        elif tag in HEADINGS:
            self._block(item, Paragraph((), kind="heading", level=HEADINGS[tag]), bold=bold, depth=depth)
        elif tag in BLOCKS or tag == "li":
            self._block(item, None, bold=bold, depth=depth)
        else:
            weight = re.search(r"(?i)font-weight\s*:\s*(bold|[6-9]00)", item.get("style", ""))
            self._children(item, bold=bold or tag in ("b", "strong") or bool(weight), depth=depth)

    def _block(self, item: Element, template: Paragraph | None, *, bold: bool, depth: int) -> None:
        self._flush()
        if template:
            self.template = template
        self._children(item, bold=bold, depth=depth)
        self._flush()

    def _list(self, item: Element, *, bold: bool, depth: int) -> None:
        self._flush()
        count = integer(item.get("start"), 1)
        for child in item:
            if child.tag == "li":
                count = integer(child.get("value"), count)
                label = _number(item.get("type", "1"), count) if item.tag == "ol" else BULLET
                count += 1
                self._block(child, Paragraph((), kind="list_item", level=depth, label=label), bold=bold, depth=depth)
                self.template = Paragraph(())  # an empty item leaves its number to nobody
            else:
                self._element(child, bold=bold, depth=depth)
            self._say(child.tail, bold)
        self._flush()


def _number(kind: str, count: int) -> str:
    """The number of a list item as browsers print it."""
    forms: dict[str, Callable[[int], str]] = {
        "a": letters,
        "A": lambda n: letters(n).upper(),
        "i": roman,
        "I": lambda n: roman(n).upper(),
    }
    form = forms.get(kind)
    return f"{form(count) if form else count}."


def _table(item: Element, depth: int) -> Iterator[Paragraph | Table]:
    """A table, after its caption. A table for layout gives its cells' contents one after the other."""
    for caption in item.findall("./caption"):
        yield from Walker().read(caption)
    lines = item.xpath("./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr")
    layout = item.get("role") in ("presentation", "none") or item.find(".//table") is not None
    if layout:
        for cell in (cell for line in lines for cell in line if cell.tag in ("td", "th")):
            yield from Walker().read(cell)
        return
    rows: list[Row] = []
    hanging: dict[int, int] = {}  # column -> rows that a cell above still covers
    for line in lines:
        cells = [cell for cell in line if cell.tag in ("td", "th")]
        named = bool(cells) and all(cell.tag == "th" for cell in cells)
        headed = line.getparent().tag == "thead" or (named and all(row.header for row in rows))
        rows.append(Row(_cells(cells, hanging), header=headed and len(cells) > 1))
    yield Table(rows)


def _cells(cells: list[Element], hanging: dict[int, int]) -> list[Flow]:
    row: list[Flow] = []

    def skip_covered() -> None:
        while hanging.get(len(row), 0):
            hanging[len(row)] -= 1
            row.append([])

    for cell in cells:
        skip_covered()
        across = min(max(integer(cell.get("colspan"), 1), 1), MAX_SPAN)
        down = min(max(integer(cell.get("rowspan"), 1), 1), MAX_SPAN)
        for column in range(across):
            hanging[len(row)] = down - 1
            row.append(Walker().read(cell) if column == 0 else [])
    skip_covered()
    return row


# --- title and date ---


def _title(root: Element, page: str, headings: list[str]) -> str | None:
    """The page's heading; else a lesser heading that its title tag repeats, its title tag, or any heading."""
    main = [" ".join(item.itertext()) for item in root.iter("h1")]
    named = [*main, *(heading for heading in headings if heading in page), page, *headings]
    return next((title for text in named if (title := meaningful_title(text))), None)


MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" if month[3:] else month for month in MONTHS)
DATES = [
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
    re.compile(rf"(?i)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month>{MONTH})\.?,?\s+(?P<year>\d{{4}})"),
    re.compile(rf"(?i)(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})"),  # as in Britain
]
STATED = re.compile(
    r"(?i)\b(?:last )?(?:updated|published|reviewed|modified)\b(?: on)?:?\s*(?:\w+day,? )?(?P<date>.{8,30})"
)
DATE_NAMES = {
    "dcterms.date", "dc.date", "dc.date.issued", "dcterms.issued", "date", "article:published_time", "datepublished",
    "dcterms.modified", "dc.date.modified", "article:modified_time", "last-modified",
}  # fmt: skip


def iso_date(text: str) -> str | None:
    """The date that `text` begins with, as ISO 8601; null if it begins with none."""
    for pattern in DATES:
        if match := pattern.match(text.strip()):
            month = match["month"]
            number = int(month) if month.isdigit() else [name[:3] for name in MONTHS].index(month[:3].lower()) + 1
            try:
                return datetime.date(int(match["year"]), number, int(match["day"])).isoformat()
            except ValueError:
                continue
    return None


def _meta(root: Element) -> list[str]:
    """What the page's metadata give as its date."""
    names = ((item, item.get("name") or item.get("property") or item.get("itemprop")) for item in root.iter("meta"))
    return [item.get("content", "") for item, name in names if (name or "").lower() in DATE_NAMES]


def _date(content: Element, meta: list[str], texts: list[str]) -> str | None:
    """The date the page gives for itself: in its text ("Last updated …"), its metadata, or its first time element."""
    stated = (match["date"] for text in texts if (match := STATED.search(text)))
    times = (item.get("datetime", "") for item in content.iter("time"))
    return next((date for text in (*stated, *meta, *times) if (date := iso_date(text))), None)
