"""Lists of all members in which an asterisk marks those who came: "An asterisk denotes those present."."""

import re
from collections.abc import Iterator
from itertools import groupby

from extract.attendance.labels import Label
from extract.attendance.naming import named_in
from extract.findings import Findings
from extract.people.lists import people_in
from minutes.model import Attendance, Block

# "An asterisk denotes those present.", "* denotes Member present", "Those marked * sent apologies", "(*present)"
_KEY = re.compile(
    r"(?:\basterisk\w*|\*)[\s’'”\")]{0,3}(?:[=:–-]\s*|(?:denot|indicat|mark|show)(?:es?|ed|ing)?\s|against\s|were\s|sent\s)?"
    r"(?:[a-z’']+\s){0,6}?\(?(?P<told>present|attend(?:ed|ance|ing)|absen(?:t|ce)|apolog(?:y|ies)|regrets)\b",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(
    r"\b(?P<told>present|attend(?:ed|ees|ance|ing)|absen(?:t|ce)|apolog(?:y|ies)|regrets)\b[^.]{0,40}(?:\basterisk|\*)",
    re.IGNORECASE,
)
_KEY_LENGTH = 120  # characters of a line that says what the asterisk means
_SEVERAL = 2
_PRESENT: Label = ("present", "member")
_ABSENT: Label = ("absent", None)
_SORRY: Label = ("apologies", None)


def starred(found: Findings, head: list[Block]) -> list[Attendance]:
    """The people of a list in which some are marked, where the head says what for; none if fewer than two are."""
    text = found.document.text
    meant = [told for told in (_meaning(text[block.start : block.end]) for block in head) if told]
    marked = [
        block for block in head if "*" in text[block.start : block.end] and not _meaning(text[block.start : block.end])
    ]
    if not meant or not marked:
        return []
    key = meant[0]
    tables = {block.table for block in marked if block.kind == "table_row"}
    lists = [list(group) for kind, group in groupby(head, key=lambda block: block.kind) if kind == "list_item"]
    among = {each.start for group in lists for each in group if any(block in marked for block in group)}
    bare = not all(block.start in among for block in marked)  # else labels stand between the lists
    listed = [
        block
        for block in head
        if (bare and marked[0].start <= block.start <= marked[-1].start)
        or block.start in among
        or (block.kind == "table_row" and block.table in tables)
    ]
    plain: Label = _PRESENT if key != _PRESENT else _ABSENT
    told = [each for block in listed for each in _in_block(found, block, key, plain)]
    return told if sum(entry.status == key[0] for entry in told) >= _SEVERAL else []


def _meaning(line: str) -> Label | None:
    """What a line says that an asterisk means; null if it says nothing of one."""
    told = (_KEY.search(line) or _SAID_BEFORE.search(line)) if len(line) < _KEY_LENGTH else None
    if not told or people_in(line.partition("*")[2]):
        return None
    word = told["told"].casefold()
    return _SORRY if word.startswith(("apolog", "regrets")) else _ABSENT if word.startswith("absen") else _PRESENT


def _in_block(found: Findings, block: Block, key: Label, plain: Label) -> Iterator[Attendance]:
    """The people in a paragraph, or in the first cell of a row that names any, with an asterisk beside them or not."""
    text = found.document.text
    for start, end in block.cells or [(block.start, block.end)]:
        names = text[start:end].replace("*", " ")
        people = people_in(names)
        for person in people:
            # "Ada Brindle (Mill Guild) *", where nobody else stands in that line
            alone = len(people) == 1 and len(block.cells or ()) < 2
            beside = text[start:end] if alone else text[max(start, start + person.start - 2) : start + person.end + 1]
            label = key if "*" in beside else plain
            yield from named_in(found, names[person.start : person.end], start + person.start, label, role=person.role)
        if people:
            break
