"""A heading on its way to be an item: its title, its number and its place."""

import re
from dataclasses import dataclass

from extract.items.series import NUMBER, Entry, in_bold
from extract.items.titles import ITEM_REFERENCE, TYPED
from extract.text import content_start
from minutes.model import Block, Document

HEADING_WORDS = 45
SENTENCE = 8  # words of a paragraph below a word that heads it
OUTLINE = 3  # items numbered with letters or roman numbers; fewer say nothing of the rest
# "V. BYLAWS", "1358 MATTERS ARISING", in capitals; a year is no number
_IN_FRONT = re.compile(r"(?P<number>[IVX]{1,5}(?=\.)|(?!19|20)\d{4})\.?\s+(?=[A-Z]{2}[^a-z]*$)")
_ALONE = re.compile(r"(?P<number>\d{1,3})\.")
# "APPLICATION: ABC 2041-00073, 12 MILL LANE – PORCH", "Case No. 2021-07: a fence"
_OF_A_CASE = re.compile(
    r"(?:application|case|petition)(?: no\.?| number)?\s?[:#–-]?\s?"
    r"(?P<number>(?:[A-Z]{1,8}[ /-]?)?\d{2,4}[/-]\d{1,6}(?:[/-][A-Z\d]{1,5})?)\s?(?:[,:]|[–-](?=\s))\s*(?=\S)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?P<number>[A-HIVX])\. +(?=(?:20\d\d )?[A-Z][\w’'&-]*(?: |$))")
# What counts on from a letter that is a Roman number, or up to it.
_NEXT_TO = {"I": ("II. ",), "V": ("IV. ", "VI. "), "X": ("IX. ", "XI. ")}
_AGAIN = re.compile(
    r"^(?:[–-]\s+)?(?:(?:\(?\d{1,3}\)|\d{1,2}\.)\s+)?(?=[A-Z])"
)  # the agenda's number, after that of the minutes
LINKED = re.compile(
    r"\s+(?:pdf icon\s+)?(?:PDF|DOCX?|XLSX?|PPTX?)\s+[\d.]+\s*[KM]B\b.*$"
)  # the file that a committee's site links
_ADDRESS = re.compile(r"(?<!\s)\s{0,3}[:(<–—-]?\s{0,3}https?://\S+$")  # of what the item is about
# What stands beside a title: "(10 minutes)", "[Presented by UK]", "[6.31pm]"
_HOW_LONG = re.compile(
    r"\s*[(\[](?:presented by [^()\[\]]{1,40}|\d{1,3}[’']"
    r"|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?|(?:time )?(?:limit |allowed |reserved )*\d{1,3} ?min(?:ute)?s?\.?)[)\]]$",
    re.IGNORECASE,
)


@dataclass
class Heading:
    """A heading found: where its title stands, its number, and how it was told."""

    start: int  # of number and title
    end: int
    title: str
    number: str | None
    rule: str
    block: int
    size: float
    child: bool = False
    listed: bool = False  # one of a list: what follows is not its own text


def text_of(document: Document, block: Block) -> str:
    """A block's text without its label."""
    return document.text[content_start(document, block) : block.end].strip()


def block_below(document: Document, index: int) -> Block | None:
    """The next block of the running text."""
    return _first_of(document, range(index + 1, len(document.blocks)))


def block_above(document: Document, index: int) -> Block | None:
    """The block of the running text before it."""
    return _first_of(document, range(index - 1, -1, -1))


def _first_of(document: Document, places: range) -> Block | None:
    blocks = (document.blocks[place] for place in places)  # a slice of a long document is costly for every block
    return next((block for block in blocks if not block.furniture and block.kind != "note"), None)


_LONGEST = 300  # blocks of a list; each entry looks for what stands over it
_HEADS_TASKS = re.compile(r"(?:agreed |new |further )?(?:actions?|decisions?)\b[^:]{0,30}:", re.IGNORECASE)


def is_told_below(document: Document, index: int) -> bool:
    """Whether an entry belongs to a list of tasks or decisions: "Action:", and below it "- Una to write" in bold."""
    before = _over_list(document, index)
    return before is not None and bool(_HEADS_TASKS.fullmatch(text_of(document, before)))


# "RESOLVED:", "It was agreed –", over what was
_RESOLVED = re.compile(
    r"(?:it was |and )?(?:\w+ly |further )?(?:resolved|agreed|recommended|decided)"
    r"(?: (?:unanimously|accordingly|as follows|that|to))?\s?(?::[–-]?|[–—-])",
    re.IGNORECASE,
)
_STEM = re.compile(r"That [^.;:]{3,60}:?|(?:To|The) [^.;:]{3,60}:", re.IGNORECASE)  # "That the Council:", over limbs


def is_resolved(document: Document, index: int) -> bool:
    """Whether a line in bold is what was resolved, right below "RESOLVED:" or in a list there, or leads to that."""
    if _RESOLVED.fullmatch(text_of(document, document.blocks[index])):
        return True
    over = _over_list(document, index) or block_above(document, index)
    text = text_of(document, over) if over and over.kind == "paragraph" else ""
    if over and _STEM.fullmatch(text):
        over = block_above(document, document.block_index(over.start))
        text = text_of(document, over) if over else ""
    return document.blocks[index].kind != "heading" and _RESOLVED.fullmatch(text) is not None


def is_led_to(document: Document, index: int) -> bool:
    """Whether an entry belongs to a list that a line ending in a colon leads to: "be placed on file:", "1. GIFTS"."""
    before = _over_list(document, index)
    return before is not None and before.kind == "paragraph" and document.text[before.start : before.end].endswith(":")


def _over_list(document: Document, index: int) -> Block | None:
    """The block over the list that an entry belongs to; of no entry further down than lists go."""
    if document.blocks[index].kind != "list_item":
        return None
    blocks = (document.blocks[place] for place in range(index - 1, max(-1, index - 1 - _LONGEST), -1))
    return next((block for block in blocks if block.kind != "list_item" and not block.furniture), None)


def of_series(document: Document, entry: Entry) -> Heading:
    block = document.blocks[entry.block]
    title = _ADDRESS.sub("", LINKED.sub("", entry.title)) or entry.title
    title = _HOW_LONG.sub("", title) or title
    end = entry.start + len(title)
    return Heading(block.start, end, title.rstrip(":"), entry.number, "items.numbered", entry.block, block.size or 0.0)


def as_heading(document: Document, index: int, rule: str, *, title: str, child: bool = False) -> Heading:
    block = document.blocks[index]
    number = NUMBER.fullmatch(block.label) if block.label else None
    start = content_start(document, block)
    title = _ADDRESS.sub("", LINKED.sub("", title.strip())) or title.strip()
    title = _HOW_LONG.sub("", title) or title
    end = start + len(title)
    printed = number[1] if number else None
    if printed:
        title = _AGAIN.sub("", title)
    reference = re.search(r"\s*\(item (\d+[a-z]?)\)$", title, re.IGNORECASE)
    if reference:
        title, printed = title[: reference.start()], printed or reference[1]
    elif not printed:
        typed = TYPED.match(title) or _IN_FRONT.match(title) or _OF_A_CASE.match(title) or lettered(document, index)
        title, printed = (title[typed.end() :], typed[typed.lastgroup or 0]) if typed else (title, None)
        printed = printed or number_below(document, index) or number_above(document, index)
    return Heading(block.start, end, title.rstrip(":").strip(), printed, rule, index, block.size or 0.0, child)


def lettered(document: Document, index: int) -> re.Match[str] | None:
    """The capital before a heading, "B. The pond", "V. Fees", where another heading counts on from it or up to it."""
    block = document.blocks[index]
    letter = _LETTER.match(text_of(document, block)) if _is_set_apart(block) else None
    if not letter:
        return None
    number = letter["number"]
    next_to = _NEXT_TO.get(number) or tuple(f"{chr(ord(number) + step)}. " for step in (-1, 1))
    others = (b for b in document.blocks if _is_set_apart(b))
    return letter if any(document.text.startswith(next_to, b.start) for b in others) else None


def _is_set_apart(block: Block) -> bool:
    return block.kind == "heading" or (block.kind != "table_row" and block.in_bold)


def number_above(document: Document, index: int) -> str | None:
    """The number alone right above a heading, as in the narrow first column of a table that a web page is set in."""
    block = document.blocks[index]
    above = document.blocks[index - 1] if index and (block.kind == "heading" or in_bold(block)) else None
    if not above or above.furniture or above.kind == "heading":
        return None
    number = _ALONE.fullmatch(document.text, above.start, above.end)
    return number["number"] if number else None


def number_below(document: Document, index: int) -> str | None:
    """The number in a line "(Item 3)" that follows a heading without one."""
    for block in document.blocks[index + 1 : index + 2]:
        match = ITEM_REFERENCE.fullmatch(document.text[block.start : block.end].strip())
        return match[1] if match else None
    return None
