"""People beside whose names it is said or marked whether they came: "Ada Brindle – here", "Tom Orme ✓"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.attendance.labels import Label
from extract.attendance.naming import names_one
from minutes.model import Block, Document

_PRESENT: Label = ("present", "member")
_AWAY: Label = ("absent", None)
_SORRY: Label = ("apologies", None)
_STATES: dict[str, Label | None] = {
    **dict.fromkeys(("present", "here", "attended", "in attendance", "p", "yes", "✓", "✔", "√", "☑"), _PRESENT),
    **dict.fromkeys(("absent", "not present", "did not attend", "a", "no", "✗", "✘", "×", "☒", "☐"), _AWAY),
    **dict.fromkeys(
        (
            "absent - excused",
            "absent – excused",
            "absent (excused",
            "excused absence",
            "excused",
            "apologies",
            "apology",
            "apologies received",
            "regrets",
            "ap",
        ),
        _SORRY,
    ),
}
# A word that is no name parts "Members present" from "Ada Brindle present".
_NO_NAME = (
    r"(?!(?i:all|also|board|committee|council|councillors|directors|governors|guests|members|not|officers|others?"
    r"|public|residents|roll|staff|the|there|those|trustees|visitors)\b)"
)
_PART = rf"{_NO_NAME}[A-Z][\w.’'-]*+"
_LAST = re.compile(
    rf"\W{{0,20}}(?P<name>(?:{_PART}\s+){{2,5}}|{_PART}(?:\s{_PART}){{0,4}}\s?(?:\([^()]{{2,40}}\)\s?)?"
    r"(?:[:,–—-]|\.{3,}|…)\s*)"
    r"(?P<state>(?i:present|here|attended|in attendance|absent(?: [–(-] ?excused)?|excused absence|not present"
    r"|did not attend|excused|regrets|yes|no|apolog(?:ies(?: received)?|y))|P|A|Ap|[✓✔√☑✗✘×☒☐])"
    r"(?:\s(?:(?:via|by|on) \w+|remotely|virtually|online|in person))?\s*[.;,]?\s*"
)
_FIRST = re.compile(r"\W{0,3}?(?:\[(?P<in>[ xX✓✔✗]?)\]|(?P<box>[☐☑☒✓✔✗✘]))\s*(?=[A-Z])")
_OPENS = re.compile(
    r"(?:roll call|attendance|(?:(?:board|committee|council|voting) )?(?:members|directors|trustees"
    r"|commissioners))\s*:\s*",
    re.IGNORECASE,
)
_SAID = re.compile(r"\W*\w+:\s*(?:yes|no)\W*", re.IGNORECASE)  # "Una: No." in a record of who said what
ENOUGH = 2  # of them, by which a list is known


def stated_lines(document: Document, blocks: list[Block]) -> dict[int, list[tuple[int, int, Label]]]:
    """By where their line begins, the names (start, end) whose state is told beside them, where several are so."""
    lines = {
        block.start: told
        for block in blocks
        if block.kind != "table_row"
        and block.end - block.start < 200
        and (told := [*_in_line(document.text[block.start : block.end], block.start)])
    }
    if all(state == _AWAY and _FIRST.match(document.text, at) for at, told in lines.items() for *_, state in told):
        return {}  # boxes that nobody filled in
    return lines if sum(map(len, lines.values())) >= ENOUGH else {}


def _in_line(text: str, offset: int) -> Iterator[tuple[int, int, Label]]:
    if box := _FIRST.match(text):
        mark = (box["in"] if box["box"] is None else box["box"]).casefold()
        if names_one(text[box.end() :]):
            yield offset + box.end(), offset + len(text), _STATES.get("✓" if mark == "x" else mark) or _AWAY
        return
    opened = _OPENS.match(text)
    cuts = [opened.end() if opened else 0, *(cut.end() for cut in re.finditer(r"[;,]\s+", text)), len(text)]
    told = [(start, _LAST.fullmatch(text, start, end)) for start, end in pairwise(cuts)]
    if all(one and names_one(one["name"].strip(" :,–—-.…")) and not _SAID.fullmatch(one[0]) for _, one in told):
        for _, one in told:
            state = _STATES[one["state"].casefold()] if one else None
            if one and state:
                yield offset + one.start("name"), offset + one.end("name"), state


def stated_rows(document: Document, blocks: list[Block]) -> dict[int, list[tuple[int, int, Label]]]:
    """By where their row begins, names in tables of no more than names and what is marked beside each."""
    tables: dict[int | None, list[Block]] = {}
    for block in blocks:
        if block.kind == "table_row":
            tables.setdefault(block.table, []).append(block)
    found: dict[int, list[tuple[int, int, Label]]] = {}
    for rows in tables.values():
        told = {row.start: [*_in_row(document, row)] for row in rows}
        only = [row for row in rows if told[row.start]]
        if len(only) >= ENOUGH and len(only) >= len(rows) - 1:  # the heads of the columns
            found |= told
    return found


def _in_row(document: Document, row: Block) -> Iterator[tuple[int, int, Label]]:
    texts = [document.text[slice(*cell)].strip() for cell in row.cells]
    if len(texts) % 2:
        return
    pairs = list(zip(row.cells[::2], texts[::2], texts[1::2], strict=True))
    filled = [(cell, name, mark.casefold()) for cell, name, mark in pairs if name or mark]
    if all(mark in _STATES and names_one(name) for _, name, mark in filled):
        for (start, end), _, mark in filled:
            if state := _STATES[mark]:
                yield start, end, state
