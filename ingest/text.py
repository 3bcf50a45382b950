"""Plain text and Markdown, and how bytes become text in the first place."""

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ingest.builder import TextBuilder
from ingest.dates import iso_date
from ingest.drawn import parted
from ingest.flow import Flow, Paragraph, Row, Table, lay_out, paragraphs
from ingest.outlined import as_markdown
from ingest.parts import Parts, meaningful_title
from ingest.runs import BULLET, Run, label_of, words_in

MARKS = [  # byte order marks, the longer ones first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
LOST = "\ufffd"  # stands for bytes that are no character
CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
MAX_CONTROL = 0.002  # share of control characters in text; random bytes have about 0.1
WRAP = range(50, 141)  # columns to which paragraphs are broken; other lines are paragraphs of their own
FULL = 0.8  # of the width; a line that has less was not broken there
LIST, LIST_SHARE = 6, 4  # lines of a block at least, of which fewer than one in so many is full, are a list
# A number alone in its line, as a site's list of items gives it when copied: "2." and below it "Apologies".
NUMBER_ALONE = re.compile(
    r"\s*(?:\(?\d{1,3}[.)]|\d{1,3}(?:\.\d{1,3})+[.)]?|\(?[A-Za-z]\)|[IVX]{1,5}\.|[A-Z]{2,4}[./]\d{1,4}[./]\d{2,4})\s*$"
)
# What opens a line of its own, however full the line above: "Agreed – to wait.", "Action: Clerk",
OPENS_LINE = re.compile(
    r"\s*(?:agreed|resolved|noted|actions?|decision)\s*[:–—-]"
    r"|\s*(?-i:RESULT|MOVER|SECONDER|AYES|NAYS|NOES|ABSENT):"
    # labels of those who came and did not, with a capital: "Members present", "In attendance:"
    r"|\s*(?=(?-i:[A-Z]))(?:(?:also|board|committee|council|councillors|directors|governors|members|officers|others|senators"
    r"|staff|trustees|voting) )?(?:present|absent|in attendance|attendance|attendees|apologies(?: for absence)?|regrets"
    r"|guests|observers|ex[- ]officio)\s*(?::|$)",
    re.IGNORECASE,
)
# What is to be done with an item, in a column beside its title: "2. Minutes                 Official action"
BESIDE = re.compile(r"(\s*\S+(?: {1,7}\S+){1,10}) {8,}([A-Z][A-Za-z]+(?: [A-Za-z]+){0,3})\s*$")
# "I. Minutes" opens a line, too, where "II." follows; else it may be somebody: "A. Brindle, T. Orme,\nI. Tay"
FIRST_ROMAN = re.compile(r"^(?=[ \t]*I\.[ \t]+[A-Z])", re.MULTILINE)
SECOND_ROMAN = re.compile(r"^[ \t]*II\.[ \t]+[A-Z]", re.MULTILINE)
# A line of ornaments, one above and one below a title: "-------" over "TOPIC 4. Moorings"
ORNAMENT = re.compile(r"\s*([-=_*~#])\1{7,}\s*$")
TITLE = re.compile(r"\s*(?=[^a-z]{0,8}[A-Z])\S.{2,110}(?<![.;,:])\s*$")
# "o Ada asked", of a list within a list of points
INNER = re.compile(r"\s*o[ \t]{1,6}(?=[\w“\"‘'(£$€])")
BARE_PIPES = re.compile(  # at the ends of a line that was a row of a table
    r"(?<![ \t])[ \t]*\|[ \t]*$|^[ \t]*\|[ \t]*", re.MULTILINE
)
MARKED_UP = 2  # headings of Markdown, after which a file that is called plain text is read as such


def decode(data: bytes) -> str | None:
    """The bytes as text (Unicode, else Windows Western); null if they are no text.

    Where a byte of UTF-8 was lost or came in between, `LOST` stands for it.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _checked(data, encoding)
    marked = data.startswith(codecs.BOM_UTF8)
    if b"\x00" in data[:1000] and not marked:  # UTF-16 without a mark: every other byte of Western text is zero
        return _checked(data, "utf-16-le" if data[1:2] == b"\x00" else "utf-16-be")
    text = data.decode("utf-8-sig", "replace")
    lost = text.count(LOST) - data.count(LOST.encode())
    kept = len(text) - len(text.encode("ascii", "ignore")) - lost
    # Read as Windows Western, each character that is kept here would be two or three wrong ones.
    if (marked or not lost or kept > lost) and _is_text(text.replace(LOST, "")):
        return text
    return _checked(data, "cp1252", errors="replace")


def _checked(data: bytes, encoding: str, *, errors: str = "strict") -> str | None:
    try:
        text = data.decode(encoding, errors)
    except UnicodeDecodeError:
        return None
    return text if _is_text(text) else None


def _is_text(text: str) -> bool:
    return len(CONTROL.findall(text)) <= MAX_CONTROL * len(text)


def read_text(text: str, *, markdown: bool = False) -> Parts:
    """Read plain text or Markdown. Form feeds part pages; without one there are no pages."""
    pages = re.sub(r"\r\n?", "\n", text).removesuffix("\f").split("\f")
    if not markdown and (put := as_markdown("\f".join(pages))):
        pages, markdown = put.split("\f"), True
    markdown = is_marked_up(pages[0]) or (markdown and not _is_typeset(pages))
    builder, counts, tables = TextBuilder(), [], 0
    title, date = None, None
    for number, page in enumerate(pages, 1):
        at = number if len(pages) > 1 else None
        before = len(builder.text)
        if markdown:
            page, matter = front_matter(page) if number == 1 else (page, {})
            title, date = matter.get("title", title), matter.get("date", date)
        tables = lay_out(list(_markdown(page, at) if markdown else _with_tables(page, at)), builder, tables=tables)
        counts.append(len(builder.text) - before)
    headings = (builder.text[block.start : block.end] for block in builder.blocks if block.kind == "heading")
    return Parts(
        text=builder.text,
        blocks=tuple(builder.blocks),
        title=meaningful_title(title) or next(headings, None),
        date=date,
        pages=len(pages) if len(pages) > 1 else None,
        pages_in=len(pages),
        pages_out=len(pages) if builder.blocks else 0,
        characters=tuple(counts),
        tables=tables,
    )


# --- plain text ---


def _with_tables(page: str, number: int | None) -> Iterator[Paragraph | Table]:
    for part in parted(page.split("\n"), number):
        if isinstance(part, Table):
            yield part
        else:
            yield from _plain("\n".join(part), number)


def is_marked_up(page: str) -> bool:
    """Whether plain text is Markdown by another name: it has headings or the dividing line of a table."""
    lines = page.split("\n")
    headings = sum(bool(ATX.match(line)) for line in lines)
    divided = any("|" in line and "---" in line and DIVIDER.match(line) for line in lines)
    return headings >= MARKED_UP or divided


def _is_typeset(pages: Sequence[str]) -> bool:
    """Whether a file that is called Markdown has no mark of it, and is set with spaces as a page is typed.

    So is what a program took from a PDF with its layout; read as Markdown, a title would run on into its text.
    """
    lines = [line for page in pages for line in page.split("\n") if line.strip()]
    set_out = sum(bool(SET_OUT.search(line)) for line in lines)
    return len(lines) >= SPACED and set_out >= TYPESET * len(lines) and not any(map(MARKED.search, lines))


def _plain(page: str, number: int | None) -> Iterator[Paragraph]:
    roman = SECOND_ROMAN.search(page) is not None
    page = FIRST_ROMAN.sub("\n", page) if roman else page
    lines = list(_numbered(BARE_PIPES.sub("", page).split("\n")))
    widths = sorted(len(line.rstrip()) for line in lines if any(map(str.isalnum, line)))  # rules are drawn wider
    width = widths[int(0.95 * (len(widths) - 1))] if widths else 0
    pointed = any(label_of(line) == BULLET for line in lines)
    for block in _between_blanks(lines):
        if len(block) > 2 and ORNAMENT.match(block[0]) and TITLE.match(block[1]) and ORNAMENT.match(block[2]):
            yield from paragraphs([(block[1], False)], Paragraph((), kind="heading", level=2, page=number))
            block = block[3:] or [""]
        for text in _unwrapped(block, width):
            if pointed and (inner := INNER.match(text)):
                point = Paragraph((), kind="list_item", level=2, label="o", page=number)
                yield from paragraphs([(text[inner.end() :], False)], point)
                continue
            beside = BESIDE.match(text)
            title, note = beside.groups() if beside and label_of(text) else (text, "")
            yield from paragraphs([(title, False)], Paragraph((), page=number))
            yield from paragraphs([(note, False)], Paragraph((), kind="note", page=number)) if note else ()


def _numbered(lines: Sequence[str]) -> Iterator[str]:
    """The lines, a number alone in its line put before the title below it."""
    alone = ""
    for line in lines:
        if alone and not line.strip():
            continue
        if alone and not (line.lstrip()[0].isupper() and not label_of(line)):
            yield alone
            alone = ""
        if NUMBER_ALONE.match(line):
            alone = line.rstrip()
        else:
            yield f"{alone} {line.lstrip()}" if alone else line
            alone = ""
    if alone:
        yield alone


def _between_blanks(lines: Sequence[str]) -> Iterator[list[str]]:
    for filled, group in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            yield list(group)


def _unwrapped(lines: Sequence[str], width: int) -> Iterator[str]:
    """The paragraphs of a block of lines that were broken to `width` columns; a list has but few lines so long."""
    full = sum(len(line.rstrip()) > FULL * width for line in lines)
    width = width if len(lines) < LIST or LIST_SHARE * full >= len(lines) else 0
    text = lines[0]
    for before, line in pairwise(lines):
        if _continues(before.rstrip(), line, width):
            text += " " + line
        else:
            yield text
            text = line
    yield text


def _continues(before: str, line: str, width: int) -> bool:
    """Whether a line goes on with the one before: its first word would not have fitted there."""
    start = line.split()[0]
    if label_of(line) or width >= WRAP.stop or OPENS_LINE.match(line) or INNER.match(line):
        return False
    if start[0].islower() or GOES_ON.search(before):
        return True
    return width in WRAP and before.isupper() == line.isupper() and len(before) + 1 + len(start) > 0.95 * width


# --- Markdown (CommonMark, as far as minutes use it, and the tables of GitHub) ---

ATX = re.compile(r" {0,3}(#{1,6}(?=\s)|#{2,6}(?=[A-Z\d\[*]))\s*(.*?)(?:\s+#+)?\s*$")
SETEXT = re.compile(r" {0,3}(=+|-+)\s*$")
RULE = re.compile(r" {0,3}([-*_])(?:\s*\1){2,}\s*$")
ITEM = re.compile(r"(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$")
FENCE = re.compile(r" {0,3}(```|~~~)")
# Alone below a rule, as programs part the pages that they took from a PDF
PAGE_NUMBER = re.compile(r" {0,3}\d{1,3}\s*")
# A wiki's indented lines, which stay lines of their own: "` - Action: Una to ask`"
CODE_LINE = re.compile(r" {0,3}`([^`]+)`\s*$")
DIVIDER = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
EDGES = re.compile(r"^\||(?<!\\)\|$")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
BOLD = re.compile(r"(\*{2,3}|_{2,3})(?=\S)((?:(?!\1).)+)(?<=\S)\1")
# Bold that a blank is left in, as programs that take Markdown from a PDF do: "**Fees **", "**• **Moorings are free"
BLANK_IN_BOLD = re.compile(r"\*\*(?=[^\s*])(?P<bold>[^*\n]*?[^\s*])(?P<blank>[ \t]{0,3})\*\*")
BOLD_BULLET = re.compile(r"^([ \t]*)\*\*[•·●▪◦]\*\*(?=[ \t])", re.MULTILINE)
BOLD_LINE = re.compile(r"(\*{2,3}|__)(?=\S)(?:(?!\1).)+(?<=\S)\1")
NAMED = re.compile(r"(?<!\s)\s*\{[#.:][^{}]*\}$")  # the anchor or class of a heading: "Fees {#fees}"
DEFINED = re.compile(r"^ {0,7}:[ \t]{1,3}(?=\S)")  # what stands under a term: ":   Present: Ada Brindle"
# "Present: Ada Brindle" and below it "Guests: Una Keld", which are no one paragraph
LABELLED = re.compile(r"\s*[A-Z][\w’']*(?:[ /-][\w’']+){0,3}: +\S")
GOES_ON = re.compile(r"[a-z,]\s(?:and|or|of|the)$")  # a line that ends so is not all of it
# Tags that set words within a line, and code, in which they are text: `<b>`, <b>, <span style="font-weight: bold">
INLINE = re.compile(
    r"`+[^`]+`+|</(?P<closed>b|strong|i|em|u|span|font|small|a|code|kbd|tt|abbr)\s*>"
    r"|<(?P<bold>b|strong)\b[^<>]*>|<(?P<plain>i|em|u|span|font|small|a|code|kbd|tt|abbr)\b(?P<how>[^<>]*)>",
    re.IGNORECASE,
)
# What opens and ends a box, alone in its line: "<div class='wide'>", "</center>", "<a id='fees'></a>"
BOX_LINE = re.compile(r" {0,3}(?:</?(?:div|center|section|a|p|hr|span)(?:\s[^<>]*)?>\s*)+$", re.IGNORECASE)
HEAVY = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
# How a page looks, and what it does
UNSEEN = {
    name: re.compile(rf"^ {{0,3}}<{name}\b.*?</{name}>", re.MULTILINE | re.DOTALL) for name in ("style", "script")
}
LINES, LISTED = 3, 7  # lines of a list that nothing marks, and words of one
# A table, or a list of terms: "<dl><dt>Present</dt><dd>Ada Brindle, Tom Orme</dd></dl>"
HTML_TABLE = re.compile(r"^[ \t]*<(?P<tag>table|dl)\b.*?(?:</(?P=tag)>|\Z)", re.IGNORECASE | re.MULTILINE | re.DOTALL)
# Lines that begin far in, or have a gap between words; and a sign of Markdown or HTML
SET_OUT = re.compile(r"^ {5,}\S|\S {4,}\S")
MARKED = re.compile(
    r"^ {0,3}(?:#{1,6} |```|~~~|[-*_=]{3,}\s*$|[>|:]|\s*[-*+] )"
    r"|\*\*[^\s*]|(?<!_)__[^\s_]|\]\(|\]:|`\S|</?[a-zA-Z]|<!--|\\[.*_#-]| \| "
)
TYPESET = 0.3  # of the lines that are set out
SPACED = 20  # lines, fewer of which tell nothing of how a page is set
ALONE, ONWARD = 0.95, 0.15  # of the lines, those that stand alone and those that go on in the next
QUOTED = re.compile(r"[.!?][”’‟\"']$")  # "“That a ferry be run.”" ends a paragraph
MOST = 0.7  # of the width, from which a line that no mark ends goes on
UNJOINED = re.compile(r" {0,3}(?:#{1,6} |[|>`<~]|(?:[-*_=] ?){3,}$|\[[^\]]+\]\([^)]+\)$)|.*\|")
FENCE_LINE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
PLAINER = [
    # links and pictures
    (re.compile(r"!?\[((?:[^\[\]]++|\[[^\[\]]*+\])*)\]\((?:[^()]++|\([^()]*+\))*\)"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (re.compile(r"(`+)(.+?)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),  # emphasis
    (re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\w_])"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
]


PANDOC = re.compile(r"%[ \t]+\S[^\n]*\n(?:%[^\n]*(?:\n|$)){1,2}")
# "[Una Keld][keld]" in the text, and "[keld]: /people/keld" where it leads to
REFERENCE = re.compile(r"^ {0,3}\[(?P<of>[^\[\]\n]{1,60})\]:[ \t]+\S+(?:[ \t]+[\"'(][^\n]*)?[ \t]*$", re.MULTILINE)
REFERRING = re.compile(r"\[(?P<text>[^\[\]\n]{1,120})\]\[(?P<of>[^\[\]\n]{0,60})\]")
SETTING = re.compile(r"""["']?[\w.@/-]+(?: [\w.-]+){0,3}["']?\s*(?::(?=\s|$)|=)""")
# What goes on below one: lists, what is indented, tables of TOML, comments.
BELOW_SETTING = re.compile(r"[ \t\[\]{}#-]|$")
# Where settings tell when: of what was held, of the page, or in the name of its file, "_posts/2024-03-12-board.md"
DAYS = ("start", "meeting_date", "event_date", "date", "filepath", "path", "permalink")
TITLE_OR_DAY = re.compile(
    rf"^(title|{'|'.join(DAYS)})(?::\s*|\s*=\s*)[\"']?(.*?)[\"']?\s*$", re.IGNORECASE | re.MULTILINE
)
ISO = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
SETTING_BELOW_COMMENT = re.compile(r"#[^\n]*\n(?:title|layout): ")
FENCED = re.compile(r"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<settings>(?:[^\n]*\n)*?)(?P=fence)[ \t]*(?:\n|$)")
# Settings that no fence bounds, of which one says how the site shows the page: "Title: Boats", "Slug: boats"
UNFENCED = re.compile(
    r"(?=(?:[^\n]+\n){0,12}?(?:slug|modified|authors?|category|tags|template|save_as):)"
    r"(?P<settings>title:[^\n]*\n(?:[\w-]+:[^\n]*\n)+)(?:\n|$)",
    re.IGNORECASE,
)


def front_matter(page: str) -> tuple[str, dict[str, str]]:
    """The text less the block of settings that site generators put before it, and its title and ISO date.

    Text between two rules is none: settings begin at once, or below comments, and each line is one or goes on with one.
    """
    if block := PANDOC.match(page):  # "% Minutes of the Mill Guild", "% Ada Brindle", "% 4 May 2024"
        title, *others = (line[1:].strip() for line in block[0].strip().split("\n"))
        return "\n\n".join([f"# {title}", *filter(None, others), page[block.end() :]]), {"title": title}
    match = FENCED.match(page) or UNFENCED.match(page)
    lines = match["settings"].split("\n") if match else []
    begun = match and (SETTING.match(lines[0]) or SETTING_BELOW_COMMENT.match(match["settings"]))
    if not match or not begun or not all(SETTING.match(x) or BELOW_SETTING.match(x) for x in lines):
        return page, {}
    matter = {key.casefold(): value for key, value in TITLE_OR_DAY.findall(match["settings"])}
    days = [iso_date(told[0]) for key in DAYS if (told := ISO.search(matter.get(key, "")))]
    day = next((day for day in days if day), None)
    named = {"title": matter["title"]} if "title" in matter else {}
    return page[match.end() :], named | ({"date": day} if day else {})


def _markdown(page: str, number: int | None) -> Iterator[Paragraph | Table]:
    """Blocks of Markdown, and those of the tables and lists of terms in HTML between it."""
    at = counted = fences = 0
    page = _bold_alone(_less_unseen(_uncommented(page)))
    for table in HTML_TABLE.finditer(page := _closed_up(_dereferenced(page))):
        fences += len(FENCE_LINE.findall(page, counted, table.start()))
        counted = table.start()
        if fences % 2 == 0:  # else it is quoted
            yield from _marked_down(page[at : table.start()], number)
            yield from _html_table(table[0])
            at = counted = table.end()
    yield from _marked_down(page[at:], number)


def _bold_alone(page: str) -> str:
    """The page with blanks put outside of what is bold, and bullets that are set so as those of Markdown."""
    if "**" not in page:
        return page
    return BOLD_BULLET.sub(r"\1-", BLANK_IN_BOLD.sub(r"**\g<bold>**\g<blank>", page))


def _closed_up(page: str) -> str:
    """The page with its lines put together to paragraphs, where each stands alone between blank lines.

    So is what a program took from the pages of a PDF; lines that go on in small letters below a blank one tell it.
    """
    lines = page.split("\n")
    filled = [line for line in lines if line.strip()]
    apart = sum(not (above.strip() and line.strip()) for above, line in pairwise(lines))
    onward = sum(line.lstrip("*_ ")[:1].islower() and above[-1:].isalnum() for above, line in pairwise(filled))
    if len(filled) < SPACED or apart < ALONE * (len(lines) - 1) or onward < ONWARD * len(filled):
        return page
    width = sorted(map(len, filled))[int(0.95 * (len(filled) - 1))]
    joined, last = [filled[0]], filled[0]
    for line in filled[1:]:
        if _goes_on(last, line, width):
            joined[-1] += " " + line.strip()
        else:
            joined.append(line)
        last = line
    return "\n\n".join(joined)


def _goes_on(last: str, line: str, width: int) -> bool:
    """Whether a line of Markdown, set in bold or slanted as the last one or neither, goes on with that."""
    before, bare = last.rstrip("*_ "), line.strip("*_ ")
    if not before or not bare or UNJOINED.match(last) or UNJOINED.match(line):
        return False
    alike = len(last) - len(last.lstrip("*_ ")) == len(line) - len(line.lstrip("*_ "))
    if not alike or label_of(bare) or OPENS_LINE.match(bare) or QUOTED.search(before):
        return False
    unended = before[-1].isalpha() and before.isupper() == bare.isupper() and len(before) > MOST * width
    return unended or _continues(before, bare, width)


def _html_table(text: str) -> Flow:
    from ingest.web.reader import read_fragment  # which takes its time

    return read_fragment(text)


def _marked_down(page: str, number: int | None) -> Iterator[Paragraph | Table]:
    """Blocks of Markdown, line by line: `held` is the paragraph or list item that is being read."""
    held: list[str] = []
    template = plain = Paragraph((), page=number)
    indents: list[int] = []
    fenced = False
    pointed = any(ITEM.match(line) for line in page.split("\n"))
    rows: list[str] = []
    ruled = False  # whether the last line with anything in it is a rule

    def flush() -> Flow:
        nonlocal held, template, rows
        done: Flow = [*([_pipe_table(rows, number)] if rows else [])]
        apart = template is plain and _is_line_by_line(held)
        if fenced:
            done += _fenced(held, number)
            held = []
        for text in held if apart else [" ".join(held)] if held else []:
            done += paragraphs(_marked(text), template)
        held, template, rows = [], plain, []
        return done

    for line in page.split("\n"):
        line = re.sub(r"^ {0,3}(?:> ?)+", "", line) if not fenced else line
        page_number = ruled and PAGE_NUMBER.fullmatch(line)
        ruled = bool(RULE.match(line)) or (ruled and not line.strip())
        if FENCE.match(line):
            yield from flush()
            fenced = not fenced
        elif page_number and not fenced:
            yield from flush()
            yield from paragraphs([(line.strip(), False)], replace(plain, kind="header"))
        elif fenced:
            held.append(line)
        elif match := ATX.match(line):
            yield from flush()
            title = NAMED.sub("", match[2])
            held, template = [title], Paragraph((), kind="heading", level=len(match[1]), page=number)
            yield from flush()
            indents = []
        elif held and "|" in line and "|" in held[-1] and DIVIDER.match(line):  # a table without bars at its edges
            head = held.pop().strip()
            yield from flush()
            rows = [head, line]
        elif held and template is plain and (match := SETEXT.match(line)):
            template = Paragraph((), kind="heading", level=1 if match[1][0] == "=" else 2, page=number)
            yield from flush()
            indents = []
        elif not line.strip() or RULE.match(line) or BOX_LINE.match(line):
            yield from flush()
        elif code := CODE_LINE.match(line):
            yield from flush()
            held, template = _coded(code[1], len(indents), plain)
            yield from flush()
        elif rows or ("|" in line and line.strip().startswith("|")):
            rows.append(line)
        elif pointed and (match := INNER.match(line)):
            yield from flush()
            held = [line[match.end() :]]
            template = Paragraph((), kind="list_item", level=len(indents) + 1, label="o", page=number)
        elif match := ITEM.match(line):
            yield from flush()
            inset = len(match[1].expandtabs(4))
            indents = [*[at for at in indents if at < inset], inset]
            label = match[2] if match[2][0].isdigit() else BULLET
            held = [match[3].rstrip() + ("\n" if line.endswith("  ") else "")]
            template = Paragraph((), kind="list_item", level=len(indents), label=label, page=number)
        else:
            if held and template is plain and (_opens_line(held[0], line) or _is_title(held)):
                yield from flush()
            held.append(DEFINED.sub("", line).strip() + ("\n" if line.endswith("  ") else ""))
            indents = indents if line[0] == " " or template is not plain else []
    yield from flush()


def _fenced(lines: Sequence[str], number: int | None) -> Iterator[Paragraph | Table]:
    """What is typed between fences: plain text where it is broken to lines like that, else line by line."""
    if max(map(len, lines), default=0) >= WRAP.start:
        yield from _with_tables("\n".join(lines), number)
        return
    for line in lines:
        yield from paragraphs([(line, False)], Paragraph((), page=number))


def _coded(text: str, depth: int, plain: Paragraph) -> tuple[list[str], Paragraph]:
    """A line that is set as code from end to end: an entry below those of `depth` lists, or a paragraph."""
    entry = ITEM.match(text)
    if not entry:
        return [text.strip()], plain
    label = entry[2] if entry[2][0].isdigit() else BULLET
    return [entry[3]], replace(plain, kind="list_item", level=depth + 1, label=label)


def _is_title(lines: Sequence[str]) -> bool:
    """Whether the one line that a paragraph has so far is bold from end to end: a title, though no blank line follows.

    A label as "**Present:**" goes on in the next line.
    """
    return len(lines) == 1 and bool(BOLD_LINE.fullmatch(lines[0].rstrip())) and ":" not in lines[0][-4:]


def _opens_line(first: str, line: str) -> bool:
    """Whether a line is none of the paragraph that begins with `first`: a label opens it, as one opens that."""
    return bool(DEFINED.match(line) or OPENS_LINE.match(line) or (LABELLED.match(first) and LABELLED.match(line)))


def _is_line_by_line(lines: Sequence[str]) -> bool:
    """Whether the lines of a paragraph are a list, which readers of Markdown run together: names, one in each.

    Each has a capital and few words, and all but the first end in no mark that tells a sentence or that it goes on.
    """
    short = all(len(line) < WRAP.start and len(line.split()) <= LISTED for line in lines)
    open_ended = not any(line.rstrip().endswith(tuple(".,;:?!-–—&")) for line in lines[1:])
    ended = lines and not lines[0].rstrip().endswith(tuple(".,;?!-–—&"))
    capitals = all(line.lstrip("*_ ")[:1].isupper() for line in lines)
    return len(lines) >= LINES and bool(short and open_ended and ended and capitals)


def _uncommented(page: str) -> str:
    """The page less its comments; they are looked for where one may end, so that none is sought for in vain."""
    head, end, tail = page.rpartition("-->")
    return COMMENT.sub("", head + end) + tail


def _less_unseen(page: str) -> str:
    """The page less its styles and scripts, which are looked for as comments are."""
    for name, whole in UNSEEN.items():
        head, end, tail = page.rpartition(f"</{name}>")
        page = whole.sub("", head + end) + tail
    return page


def _dereferenced(page: str) -> str:
    """The page with the words of its links alone where they lead to what is named elsewhere, and without that."""
    names = {match["of"].casefold() for match in REFERENCE.finditer(page)}
    if not names:
        return page

    def words(match: re.Match[str]) -> str:
        return match["text"] if (match["of"] or match["text"]).casefold() in names else match[0]

    return REFERRING.sub(words, REFERENCE.sub("", page))


def _pipe_table(lines: Sequence[str], number: int | None) -> Table:
    header = len(lines) > 1 and bool(DIVIDER.match(lines[1]))
    rows = []
    for index, line in enumerate(lines):
        if DIVIDER.match(line):
            continue
        # One pipe at either end is the table's edge; a second one bounds an empty cell.
        texts = re.split(r"(?<!\\)\|", EDGES.sub("", line.strip()))
        cells: list[Flow] = [[Paragraph(words_in(_marked(text)))] if text.strip() else [] for text in texts]
        rows.append(Row(cells, header=header and index == 0))
    return Table(rows, page=number)


def _marked(text: str) -> list[Run]:
    """Text without its marks and the tags within it, the bold of it as bold runs."""
    runs: list[Run] = []
    opened: list[tuple[str, bool]] = []
    at = heavy = 0
    for tag in INLINE.finditer(text) if "<" in text else ():
        if tag[0][0] == "`":
            continue
        runs += _in_bold(text[at : tag.start()]) if not heavy else [(_unmarked(text[at : tag.start()]), True)]
        at = tag.end()
        if not tag["closed"]:
            bold = bool(tag["bold"] or HEAVY.search(tag["how"]))
            opened.append(((tag["bold"] or tag["plain"]).casefold(), bold))
            heavy += bold
        elif opened and opened[-1][0] == tag["closed"].casefold():
            heavy -= opened.pop()[1]
    return [*runs, *(_in_bold(text[at:]) if not heavy else [(_unmarked(text[at:]), True)])]


def _in_bold(text: str) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for match in BOLD.finditer(text):
        heavy = match[2].replace("**", "")  # "**4**th** May", as a program marks what is raised
        runs += [(_unmarked(text[at : match.start()]), False), (_unmarked(heavy), True)]
        at = match.end()
    return [*runs, (_unmarked(text[at:]), False)]


def _unmarked(text: str) -> str:
    for pattern, plain in PLAINER:
        text = pattern.sub(plain, text)
    return text
