"""Entries of an agenda with what became of each below it: "PLACED ON FILE", "(Y-5) 402718", "RESULT: ADOPTED".

American cities print the agenda again as their minutes, with the disposition of each entry beside or below it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.items.heading import HEADING_WORDS, OUTLINE, Heading, text_of
from extract.text import content_start
from minutes.model import Document, Outcome

_ENTRY = re.compile(r"[*†]?\s?(?P<number>(?:[A-Z]{1,2}-)?\d{1,4}(?:-\d{1,3})?)[.)]?\s+(?=[A-Z])")
_NUMBER = re.compile(r"\(?(?:\d{1,4}|[A-Z])[.)]")
# Names may follow a count, and no other count, or "Y-1 N-1 Y-1 N-1" would have no end of ways.
_COUNT = r"\(?Y-\d{1,2}(?:[;,]? ?N-\d{1,2}\b(?:(?!\s*\(?Y-\d)[^)]){0,40})?\)?"
# What becomes of an entry, as patterns; what was not done stands before what was. A number alone is a resolution's.
DISPOSITIONS: dict[Outcome, str] = {
    "rejected": r"FAILED|DEFEATED|DENIED|REJECTED|LOST|NOT (?:ADOPTED|APPROVED|PASSED|ACCEPTED|CONFIRMED)",
    "deferred": r"REFERRED|CONTINUED|RESCHEDULED|POSTPONED|TABLED|DEFERRED|WITHDRAWN|HELD OVER|RETURNED"
    r"|TO (?:A |THE )?(?:SECOND|THIRD|NEXT) READING",
    "noted": r"(?:RECEIVED AND |PLACED ON )?FILED?|RECEIVED",
    "approved": r"CONFIRMED|ACCEPTED|ADOPTED|APPROVED|(?:SUBSTITUTE )?PASSED|ENACTED|\d{5,6}",
}
_SAID = "|".join(DISPOSITIONS.values())
_BELOW = re.compile(rf"(?:{_COUNT}\s*)*(?:{_SAID})(?:\s(?:AS|TO|BY|FOR|UNTIL|BACK|IN|ON|AND)\b[A-Z0-9 ,.:&’'-]*)?")
_COUNTED = re.compile(rf"(?:{_COUNT}\s*)+")
# "Disposition: Adopted as amended, 4-1", "Council Action: Referred to the Mill Committee"
_ANY_CASE = (
    r"(?:unanimously )?(?:(?:not )?(?:adopted|approved|accepted|confirmed|passed)|enacted|(?:received(?: and )?)?filed"
    r"|received|placed on file|denied|defeated|failed|rejected|withdrawn|tabled|deferred|postponed|continued|referred"
    r"|held over)\b(?: (?:as (?:amended|presented|submitted|recommended)|(?:to|until|for|by|on|back) [^.:;()]{3,60}?))?"
    r"(?:[,;]? ?[(\[]?(?:\d{1,2} ?[–-] ?\d{1,2}(?: ?[–-] ?\d{1,2})?|\d{1,2} to \d{1,2}|unanimous(?:ly)?)[)\]]?)?\.?"
)
_LABELLED = re.compile(
    r"(?:(?:final |council |board |commission |committee )?(?:action|disposition)(?: taken)?|result)\s?:\s*"
    + _ANY_CASE,
    re.IGNORECASE,
)
_COLUMN = re.compile(r"(?:(?:final |council |board )?(?:action|disposition)(?: taken)?|result)", re.IGNORECASE)
_IN_COLUMN = re.compile(_ANY_CASE, re.IGNORECASE)
_RESULT = re.compile(r"RESULT:\s*[A-Z][A-Z ,]{3,40}(?:\[[^\]]{1,40}\])?(?:\s+Next:.*)?")
_VOTERS = re.compile(r"(?:MOVER|SECONDER|MOVED BY|SECONDED BY|AYES|NAYS|NOES|ABSTAIN(?:ED)?|ABSENT|EXCUSED):.*")


@dataclass(frozen=True)
class Disposed:
    """An entry, where its title stands, and where it is told what became of it and who voted how.

    `lines` are the blocks below it that tell so; in a table its last cell does.
    """

    block: int
    number: str
    title: tuple[int, int]
    told: tuple[int, int]
    lines: tuple[int, ...] = ()


def disposed(document: Document) -> list[Disposed]:
    """The entries with a disposition beside or below them; none where these are too few to be the document's manner."""
    found: list[Disposed] = []
    entry: tuple[int, str, tuple[int, int]] | None = None
    lines: list[int] = []
    headed: dict[int | None, bool] = {}  # whether the last column of a table is headed as one of dispositions
    for index, block in enumerate(document.blocks):
        if block.furniture or block.kind == "note":
            continue
        if block.kind == "table_row":
            head = block.cells[-1] if block.cells else (block.start, block.start)
            column = headed.setdefault(block.table, bool(_COLUMN.fullmatch(document.text[slice(*head)].strip(" :"))))
            found += _in_row(document, index, _IN_COLUMN if column else _BELOW)
            continue
        text = text_of(document, block)
        if found and found[-1].lines[-1:] == (index - 1,) and not entry and _VOTERS.fullmatch(text):
            last = found[-1]
            found[-1] = replace(last, told=(last.told[0], block.end), lines=(*last.lines, index))
        elif entry and (_RESULT.fullmatch(text) or _BELOW.fullmatch(text) or _LABELLED.fullmatch(text)):
            begun = document.blocks[(*lines, index)[0]].start
            found.append(Disposed(*entry, (begun, block.end), (*lines, index)))
            entry, lines = None, []
        elif entry and _COUNTED.fullmatch(text):
            lines.append(index)
        elif another := _entry(document, index):
            entry, lines = another, []
        elif block.kind == "heading":
            entry = None
    with_voters = any(len(each.lines) > 1 and _RESULT.match(document.text, each.told[0]) for each in found)
    return found if with_voters or len(found) >= OUTLINE else []


def _in_row(document: Document, index: int, said: re.Pattern[str]) -> Iterator[Disposed]:
    """The entry in a row of a table whose last cell holds its disposition: "38 | Gift of a bell | PLACED ON FILE"."""
    cells = [cell for cell in document.blocks[index].cells if document.text[slice(*cell)].strip()]
    last = " ".join(document.text[slice(*cells[-1])].split()) if 2 <= len(cells) <= 3 else ""
    if not (said.fullmatch(last) or _BELOW.fullmatch(last)):
        return
    both = document.text[cells[0][0] : cells[-2][1]].strip()
    if begun := _ENTRY.match(both):
        start = cells[-2][0] if len(cells) == 3 else cells[0][0] + begun.end()
        yield Disposed(index, begun["number"], (start, cells[-2][1]), cells[-1])


def disposed_lines(entries: list[Disposed], document: Document) -> dict[int, Heading]:
    """The headings that such entries are, by block."""
    found = {}
    for entry in entries:
        block = document.blocks[entry.block]
        title = document.text[slice(*entry.title)].strip()
        found[entry.block] = Heading(
            block.start, entry.title[1], title, entry.number, "items.disposed", entry.block, block.size or 0.0
        )
    return found


def _entry(document: Document, index: int) -> tuple[int, str, tuple[int, int]] | None:
    """The number of an entry and where its title stands, if a block is one."""
    block = document.blocks[index]
    if block.label and _NUMBER.fullmatch(block.label):
        number, start = block.label.strip("().:"), content_start(document, block)
    elif typed := _ENTRY.match(document.text, block.start, block.end):
        number, start = typed["number"], typed.end()
    else:
        return None
    words = len(document.text[start : block.end].split())
    return (index, number, (start, block.end)) if 0 < words <= 2 * HEADING_WORDS else None
