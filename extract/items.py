"""Agenda items: the titled headings of business, by number, by look and by place."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from extract.findings import Findings, findings
from extract.people import people_in
from extract.text import content_start
from minutes.model import AgendaItem, Block, Document, content_id

TITLE_WORDS = 16  # a plain numbered line with more is a paragraph
HEADING_WORDS = 45
_NUMBER = re.compile(r"[\[(]?((?:[A-Z]{1,5}[/.])?\d{1,4}(?:[./]\d{1,4}){0,3}|[A-Za-z]|[ivxlIVXL]{1,5})[\])]?[.:)]*")
_TYPED = re.compile(r"((?:[A-Z]{1,4}/)?\d{1,4}/\d{1,4}|\d{1,3}(?:\.\d{1,2})*)[.:)]?\s+(?=[A-Z])")
_ITEM_REFERENCE = re.compile(r"\(?\s*(?:agenda )?item (?:no\.? ?)?(\d{1,2}[a-z]?)\s*\)?\.?", re.IGNORECASE)
_DATE_LINE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february"
    r"|march|april|may"
    r"|june|july|august|september|october|november|december)\b.{0,25}(?:19|20)\d\d.{0,20}",
    re.IGNORECASE,
)
# Lines that are set like headings and are none, wherever they stand ...
_NO_ITEM = re.compile(
    r"(?:(?:un)?restricted items?|part [ab12i]+|items?|action(?:s|ed)?(?: by)?|owner|agenda|agenda items?"
    r"|draft|confidential|unclassified|official"
    r"|(?:also |those |members |councillors |officers |directors )?(?:present|in attendance|attending"
    r"|attendees|attendance|invited|officials|observers"
    r"|absent|guests|apologies received|not present)(?: virtually| online)?\b.{0,40}|key|signed.*|chair(?:man"
    r"|person)?|clerk(?: to the .{0,30})?|date|time|venue.*|location.*|place"
    r"|resolved.*|agreed|decisions?|recommended|decisions? taken|noted|motion|carried|(?:amendment"
    r"|motion) (?:lost|carried)"
    r"|minutes|supporting documents|distribution|circulation|item|description|\d+(?:st|nd|rd|th) meeting"
    r"|page \d+.*|contents|page last updated.*|report author)[:.]?",
    re.IGNORECASE,
)
# ... and only where no number stands before them and no item came yet.
_FRONT = re.compile(
    r"apologies(?: for absence| received)?:?|(?:[\w’'&-]+ ){0,6}(?:meeting )?minutes(?: of .*)?"
    r"|minutes of (?:a|the) .{0,120}|(?:meeting )?(?:summary )?notes of .{0,80}|.{0,40}\baction log\b.{0,40}",
    re.IGNORECASE,
)
_BODY_LINE = re.compile(
    r"(?:the )?[\w&’',.() -]{0,60}\b(?:council|committee|board|cabinet|panel|commission|group|trust"
    r"|consortium|association|society|ips|ltd)"
    r"(?: (?:meeting|minutes|meeting minutes|of [\w ]{1,40}))?(?:\s*[–-].{0,40})?",
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


def find_items(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).items`."""
    found = findings(doc)
    headings = _page_item(found.document) or list(_headings(found))
    found.items = _nested(found.document, headings)
    return doc


def _page_item(document: Document) -> list[Heading]:
    """The one item of a council site's agenda-item page: the heading that follows the words "Agenda item"."""
    texts = [document.text[block.start : block.end].strip().casefold() for block in document.blocks]
    if "agenda item" not in texts[:6] or not any(text in ("minutes:", "minutes") for text in texts):
        return []
    index = max(i for i, text in enumerate(texts[:6]) if text == "agenda item") + 1
    if index >= len(texts):
        return []
    return [
        _heading(
            document,
            index,
            "items.page",
            title=document.text[document.blocks[index].start : document.blocks[index].end],
        )
    ]


def _headings(found: Findings) -> Iterator[Heading]:
    document = found.document
    numbered = _plain_numbered(document) if found.kind in ("minutes", "agenda") else set()
    front = _front_matter(found)
    # Where nothing is numbered, the first heading may well be "Apologies".
    begun = not any(
        (b.label and b.label[0].isdigit()) or _TYPED.match(document.text, b.start)
        for b in document.blocks
        if b.kind == "heading" or b.bold
    )
    for index, block in enumerate(document.blocks):
        if block.furniture or block.kind == "note" or index < front:
            continue
        text = document.text[content_start(document, block) : block.end].strip()
        if block.kind == "table_row":
            yield from _row_heading(document, index)
        elif _is_heading(document, block, text, found) and (
            begun or block.label or _TYPED.match(text) or _number_below(document, index) or not _FRONT.fullmatch(text)
        ):
            begun = True
            yield _heading(document, index, "items.heading", title=text)
        elif found.kind == "other" and _heads_table(document, index, text):
            yield _heading(document, index, "items.table", title=text)
        elif index in numbered:
            yield _heading(document, index, "items.numbered", title=text)
        elif found.kind == "minutes" and (run_in := _run_in(document, block)):
            yield _heading(document, index, "items.run-in", title=run_in, child=True)


def _is_heading(document: Document, block: Block, text: str, found: Findings) -> bool:
    """Whether a whole block is set as a heading and names business."""
    words = len(text.split())
    if not words or words > HEADING_WORDS or not re.search(r"[A-Za-z]{2}", text):
        return False
    looks = block.kind == "heading" or _covers(block, document)
    capitals = text.isupper() and 2 <= words <= 14 and sum(c.isalpha() for c in text) > 5
    if not (looks or (capitals and found.kind == "minutes")):
        return False
    if found.kind == "minutes" and text.endswith("?"):
        return False
    if text[:1].islower() or text[:1] in '“‘"@' or re.match(r"(?:www\.|https?:|tel\b)", text, re.IGNORECASE):
        return False
    if found.kind != "minutes" and (text.endswith(".") or _is_person(text)):
        return False
    if (
        text.endswith((";", ","))
        or (text.endswith(".") and words > 12)
        or (_NO_ITEM.fullmatch(text) and not (block.label and text[:3] in ("Min", "MIN")))
    ):
        return False
    if _DATE_LINE.fullmatch(text) or _ITEM_REFERENCE.fullmatch(text):
        return found.kind == "report" and block.page not in (None, 1)
    if not block.label and (block.page or 1) == 1 and _names_the_body(text, found):
        return False
    return not re.match(
        r"(?:RESOLVED|AGREED|RECOMMEND|Resolved|Agreed)\b|(?:ACTION|DECISION|Action|Decision)s?\s?[:–-]", text
    )


def _is_person(text: str) -> bool:
    """Whether a heading only names somebody with a role, as under a foreword."""
    people = people_in(text)
    return len(people) == 1 and people[0].role is not None and text.startswith(people[0].name.split()[0])


def _heads_table(document: Document, index: int, text: str) -> bool:
    """Whether a short line in a log stands right above a table, or above another such line."""
    following = next((b for b in document.blocks[index + 1 :] if not b.furniture), None)
    short = document.blocks[index].kind == "paragraph" and len(text.split()) <= TITLE_WORDS and not text.endswith(".")
    return short and following is not None and following.kind == "table_row" and not _FRONT.fullmatch(text)


def _covers(block: Block, document: Document) -> bool:
    """Whether all of a paragraph is set in bold."""
    start = content_start(document, block)
    bold = sum(min(b, block.end) - max(a, start) for a, b in block.bold if b > start)
    return bold >= 0.95 * (block.end - start) and block.kind in ("paragraph", "list_item")


def _names_the_body(text: str, found: Findings) -> bool:
    known = {(name or "").casefold() for name in (found.meeting.organisation, found.meeting.body, found.document.title)}
    return text.casefold() in known or bool(_BODY_LINE.fullmatch(text) and len(text.split()) <= 12)


def _front_matter(found: Findings) -> int:
    """The first block that can be an item: what comes before names the body, the date and those present."""
    if found.kind not in ("minutes", "agenda"):
        return _after_title(found.document)
    document = found.document
    for index, block in enumerate(document.blocks[:60]):
        text = document.text[content_start(document, block) : block.end]
        if (
            block.label
            and (block.kind == "heading" or _NUMBER.fullmatch(block.label))
            and len(text.split()) < TITLE_WORDS
        ):
            return index
        if re.match(
            r"(?:apologies|welcome|declarations? of|call to order|introductions?|minutes of (?:the )?(?:last"
            r"|previous))\b",
            text,
            re.IGNORECASE,
        ):
            return index
    last = max((a.citation.end for a in found.attendance if a.citation and a.citation.start < 4000), default=0)
    return document.block_index(last) + 1 if last else 0


def _after_title(document: Document) -> int:
    """The block after a report's title: the largest type among its first blocks."""
    first = [b for b in document.blocks[:8] if not b.furniture and (b.page or 1) == 1]
    sizes = [b.size for b in first if b.size]
    usual = sorted(b.size for b in document.blocks if b.kind == "heading" and b.size)
    if not sizes or not first or first[0].kind != "heading" or max(sizes) < usual[len(usual) // 2] + 1:
        return 0
    biggest = max(sizes)
    index = 0
    for number, block in enumerate(document.blocks[:12]):
        if block.furniture or (block.kind == "heading" and (block.size or 0) >= biggest - 0.5):
            index = number + 1
        else:
            break
    return index


def _plain_numbered(document: Document) -> set[int]:
    """Blocks that are items by their number alone: short numbered lines with text under them, in sequence."""
    candidates = []
    for index, block in enumerate(document.blocks):
        if block.label and block.kind in ("list_item", "paragraph") and (number := _NUMBER.fullmatch(block.label)):
            text = document.text[content_start(document, block) : block.end].strip()
            if _title_like(text) and _has_body(document, index):
                candidates.append((index, number[1]))
    if sum(b.kind == "heading" and (b.label or "-")[0].isdigit() for b in document.blocks) >= 3:
        # The numbered headings are the items; of plain lines only "5.1" and the like can stand under them.
        candidates = [(index, number) for index, number in candidates if re.fullmatch(r"\d{1,2}\.\d{1,2}", number)]
        return {index for index, _ in candidates} if len(candidates) > 2 else set()
    first = [int(re.match(r"\d+", number)[0]) for _, number in candidates if number[0].isdigit()]  # type: ignore[index]
    rising = sum(b in (a, a + 1) for a, b in itertools.pairwise(first))
    return {index for index, _ in candidates} if len(first) >= 3 and rising >= 0.5 * (len(first) - 1) else set()


def _title_like(text: str) -> bool:
    words = text.split()
    if (
        not words
        or len(words) > TITLE_WORDS
        or (text.endswith(":") and len(words) > 5)
        or text.endswith((".", ";", ",", "?"))
        or (not text[0].isupper() and not text[0].isdigit())
    ):
        return False
    return not re.search(
        r"\b(?:was|were|is|are|has|have|had|will|would|noted that|agreed|resolved|asked|said|reported)\b", text
    ) and not _NO_ITEM.fullmatch(text)


def _has_body(document: Document, index: int) -> bool:
    """Whether text follows a line, and not just the next entry of a list."""
    block = document.blocks[index]
    for following in document.blocks[index + 1 : index + 3]:
        if following.furniture or following.kind == "note":
            continue
        same = following.label is not None and following.indent == block.indent and following.indent is not None
        return not (same and _title_like(document.text[content_start(document, following) : following.end].strip()))
    return index == len(document.blocks) - 1


def _row_heading(document: Document, index: int) -> Iterator[Heading]:
    """A heading in a table: a number alone in its cell with a short bold title beside it, or a row of one bold cell."""
    block = document.blocks[index]
    cells = [(start, end) for start, end in block.cells if end > start]
    bold = [any(a <= start and b >= end for a, b in block.bold) for start, end in cells]
    if block.column_header or not cells:
        return
    texts = [document.text[start:end] for start, end in cells]
    number = _NUMBER.fullmatch(texts[0]) if len(cells) > 1 else None
    if number and bold[1] and len(texts[1].split()) <= TITLE_WORDS:
        yield Heading(cells[0][0], cells[1][1], texts[1].rstrip(": "), number[1], "items.row", index, block.size or 0)
    elif len(cells) == 1 and bold[0] and len(texts[0].split()) <= TITLE_WORDS and not _NO_ITEM.fullmatch(texts[0]):
        yield Heading(*cells[0], texts[0].rstrip(": "), None, "items.row", index, block.size or 0)


def _run_in(document: Document, block: Block) -> str | None:
    """A bold title at the head of a paragraph or list item, set off from the text that follows it."""
    start = content_start(document, block)
    if not block.bold or block.kind not in ("list_item", "paragraph"):
        return None
    a, b = next(((a, b) for a, b in block.bold if b > start), (0, 0))
    if a > start or b >= block.end - 5:
        return None
    title, rest = document.text[start:b].strip(), document.text[b : block.end].lstrip()
    dashed = title.endswith((":", "–", "-", "—")) or rest.startswith((":", "–", "-", "—"))
    title = title.rstrip(":–-— ").strip()
    if not (block.label or dashed) or not 1 <= len(title.split()) <= 12 or not title[:1].isupper():
        return None
    if _NO_ITEM.fullmatch(title) or re.match(
        r"(?:RESOLVED|AGREED|ACTION|DECISION|Cllr|Councillor|Mr|Mrs|Ms|Dr)\b", title, re.IGNORECASE
    ):
        return None
    return title if dashed or rest[:1].isupper() else None


def _heading(document: Document, index: int, rule: str, *, title: str, child: bool = False) -> Heading:
    block = document.blocks[index]
    number = _NUMBER.fullmatch(block.label) if block.label else None
    start = content_start(document, block)
    title = title.strip()
    end = start + len(title)
    printed = number[1] if number else None
    reference = re.search(r"\s*\(item (\d+[a-z]?)\)$", title, re.IGNORECASE)
    if reference:
        title, printed = title[: reference.start()], printed or reference[1]
    elif not printed:
        typed = _TYPED.match(title)
        title, printed = (title[typed.end() :], typed[1]) if typed else (title, _number_below(document, index))
    return Heading(block.start, end, title.rstrip(":").strip(), printed, rule, index, block.size or 0.0, child)


def _number_below(document: Document, index: int) -> str | None:
    """The number in a line "(Item 3)" that follows a heading without one."""
    for block in document.blocks[index + 1 : index + 2]:
        match = _ITEM_REFERENCE.fullmatch(document.text[block.start : block.end].strip())
        return match[1] if match else None
    return None


def _nested(document: Document, headings: list[Heading]) -> list[AgendaItem]:
    """Headings to items: who stands under whom, and how far each reaches."""
    depths = _depths(headings)
    items: list[AgendaItem] = []
    open_items: list[tuple[int, str]] = []
    for position, (heading, depth) in enumerate(zip(headings, depths, strict=True)):
        following = (
            h.start for h, d in zip(headings[position + 1 :], depths[position + 1 :], strict=True) if d <= depth
        )
        end = next(following, len(document.text))
        while open_items and open_items[-1][0] >= depth:
            open_items.pop()
        item_id = content_id("item", document.id, heading.start, heading.number, heading.title)
        items.append(
            AgendaItem(
                id=item_id,
                number=heading.number,
                title=heading.title,
                end=end,
                rule=heading.rule,
                parent_id=open_items[-1][1] if open_items else None,
                citation=document.cite(heading.start, heading.end),
            )
        )
        open_items.append((depth, item_id))
    return items


def _depths(headings: list[Heading]) -> list[int]:
    """How deep each heading stands, from 0.

    Numbers with stops tell it themselves; letters, run-in titles and headings without a number stand under the last
    number, unless nothing is numbered.
    """
    numbered = [h for h in headings if h.number and h.number[0].isdigit() and not h.child and "." not in h.number]
    size = max((h.size for h in numbered), default=0.0)
    depths = []
    for heading in headings:
        if heading.child:
            depths.append(2)
        elif not heading.number:
            depths.append(1 if numbered and heading.size <= size + 0.6 and heading.start > numbered[0].start else 0)
        elif heading.number[0].isdigit():
            depths.append(heading.number.count(".") if re.fullmatch(r"\d{1,2}(\.\d{1,2})+", heading.number) else 0)
        else:
            depths.append(1 if numbered else 0)
    return depths
