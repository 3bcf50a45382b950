"""Lists of people at the head of minutes or at their end, with labels or without."""

import re
from collections.abc import Iterator
from itertools import groupby

from extract.attendance.labelled import ABOUT_THEM, continues, under_labels
from extract.attendance.labels import HEAD, LABEL, SENTENCE, label_of
from extract.attendance.naming import entries
from extract.attendance.prose import APOLOGIES, WERE_THERE
from extract.attendance.starred import starred
from extract.attendance.unlabelled import unlabelled
from extract.decisions.repeated import summaries
from extract.decisions.votes.ballots import of_votes
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Attendance, Block, Document

_SORRY = re.compile(
    r"(?:welcome(?:,? introductions)?,? and |to (?:receive|note|accept|consider)(?: and \w+)? )?(?:any )?apologies",
    re.IGNORECASE,
)
_SECONDED = re.compile(r"\bseconded\b|\bresolved\b", re.IGNORECASE)
# Below the heading "Apologies": "Were received from Ada Brindle"
_RECEIVED = re.compile(
    r"(?:(?:[Ww]ere|[Ww]as) )?(?:[Rr]eceived|[Aa]ccepted|[Nn]oted|[Ss]ent|[Tt]endered) (?:from|by|for) (?=[A-Z])"
)


# "Your new committee are:", over who was elected, which tells nothing of who was there
_ELECTED = re.compile(
    r".*\b(?:(?:new|newly elected|incoming) (?:[\w-]+ ){0,3}(?:committee|board|council|executive|officers|trustees)"
    r"|(?:board|committee|council|officers|trustees)\b[^.:]{0,40}\bwill be"
    r"|(?:were|was|been) (?:duly )?(?:re-?)?elected|election results?|results? of (?:the )?(?:elections?|ballot))\b"
    r"[^.:]{0,40}:",
    re.IGNORECASE,
)
# Who makes up a body: "Committee members include: Ada Brindle, Tom Orme"
_MAKES_UP = re.compile(r"\W*(?:[\w-]+ ){0,2}(?:committee|board|council|group) members include\b", re.IGNORECASE)


def _less_elected(document: Document, head: list[Block]) -> list[Block]:
    """Less the lists of those who were elected, and the tables of who had how many votes."""
    kept: list[Block] = []
    elected = False
    for block in head:
        text = document.text[block.start : block.end].strip()
        elected = block.kind == "list_item" if elected else bool(_ELECTED.fullmatch(text))
        if not elected and not _MAKES_UP.match(text):
            kept.append(block)
    rows = [block for block in kept if block.kind == "table_row"]
    tables = {table: list(group) for table, group in groupby(rows, key=lambda block: block.table)}
    polls = {table for table, group in tables.items() if of_votes(document, group)}
    return [block for block in kept if block.kind != "table_row" or block.table not in polls]


def in_lists(found: Findings) -> Iterator[Attendance]:
    """People under or beside a label at the head of the document, or where it closes with a list of them."""
    end = _business(found)
    blocks = found.document.blocks
    last = HEAD  # and what is left of the table that goes on there
    while last < len(blocks) and blocks[last].kind == "table_row" and blocks[last].table == blocks[HEAD - 1].table:
        last += 1
    closing = _closing_list(found.document)
    cut = bool(closing) and last < len(blocks) and closing[0].start < blocks[last].start <= closing[-1].start
    head = [*(b for b in blocks[:last] if not b.furniture and not (cut and b.start >= closing[0].start))]
    head = [block for block in [*head, *(closing if cut else [])] if block.start < end]
    told_again = [(start, stop) for start, stop, short in summaries(found.document) if short]
    head = [block for block in head if not any(start <= block.start < stop for start, stop in told_again)]
    head = _less_elected(found.document, head)
    told = starred(found, head)
    known = {entry.citation.start for entry in told if entry.citation}
    told += [one for one in under_labels(found, head) if one.citation and one.citation.start not in known]
    yield from told
    if not any(entry.status == "present" for entry in told):
        closes = [*under_labels(found, _less_elected(found.document, closing))]
        yield from closes
        told += closes
    if not any(entry.status == "present" and entry.capacity == "member" for entry in told):
        known = {entry.citation.start for entry in told if entry.citation}
        yield from (one for one in unlabelled(found, head) if one.citation and one.citation.start not in known)


def _closing_list(document: Document) -> list[Block]:
    """The blocks from the last label of those present that stands alone in its line."""
    blocks = [block for block in document.blocks if not block.furniture]
    for number in range(len(blocks) - 1, 0, -1):
        text = document.text[blocks[number].start : blocks[number].end]
        label, rest = label_of(text) if len(text) < LABEL else (None, 0)
        if label == ("present", "member") and rest >= len(text):
            return blocks[number:]
    return []


def _business(found: Findings) -> int:
    """Where the second item of business begins that is not about who was there: no list of names stands below it."""
    numbered = {item.id for item in found.items if item.number}
    business = (one for one in found.items if one.number and not ABOUT_THEM.match(one.title))
    # "1 Opening" begins where "1-1 Rules" does, and before "1-2 Participants".
    starts = [one.citation.start for one in business if one.parent_id not in numbered]
    return starts[1] if len(starts) > 1 else len(found.document.text)


def under_apologies(found: Findings) -> Iterator[Attendance]:
    """People listed under an item of that name."""
    document = found.document
    for item in [item for item in found.items if _SORRY.match(item.title)]:
        listing = False
        for block in document.blocks_between(item.citation.end + 1, item.end):
            start = content_start(document, block)
            if start < item.citation.end < block.end:  # the names run on behind the title
                start = block.end - len(document.text[item.citation.end : block.end].lstrip(" .:–—-\t\n"))
            cut = SENTENCE.search(document.text, start, block.end)
            end = cut.start() + 1 if cut else block.end  # what is told of them follows
            text = document.text[start:end]
            if (other := label_of(text)[0]) and other[0] != "apologies":
                break
            if listing and block.kind == "heading" and " " not in text:
                break  # "Resolutions"
            if received := _RECEIVED.match(text):
                yield from entries(found, start + received.end(), end, ("apologies", None))
                break
            told = APOLOGIES.search(text) or WERE_THERE.match(text) or _SECONDED.search(text)
            if not block.furniture and not told and continues(block, text):
                listing = True
                yield from entries(found, start, end, ("apologies", None))
            elif listing and not block.furniture:
                break
