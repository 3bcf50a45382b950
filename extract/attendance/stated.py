"""People beside whose names it is said or marked whether they came: "Ada Brindle – here", "Tom Orme ✓"."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from extract.attendance.labels import Label
from extract.attendance.naming import names_one, stand_in
from minutes.model import Block, Document

_PRESENT: Label = ("present", "member")
_AWAY: Label = ("absent", None)
_SORRY: Label = ("apologies", None)
_STATES: dict[str, Label] = {
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
# "Present (arrived 7.20 pm)", "Apologies – Tom Orme attended as substitute": a word, and what is told beside it
_AND_MORE = re.compile(
    r"(?P<state>[A-Za-z]{3,}(?: [a-z]+){0,2}?)(?:\s?[(,;:]|\s[–—-]|\s(?:via|by|on|from|until|for)\s).+"
)
ENOUGH = 2  # of them, by which a list is known


class Told(NamedTuple):
    """A name by where it stands, its state, and who came instead as the text beside it says."""

    start: int
    end: int
    label: Label
    instead: str | None = None


def stated_lines(document: Document, blocks: list[Block]) -> dict[int, list[Told]]:
    """By where their line begins, the names whose state is told beside them, where several are so."""
    lines = {
        block.start: told
        for block in blocks
        if block.kind != "table_row"
        and block.end - block.start < 200
        and (told := [*_in_line(document.text[block.start : block.end], block.start)])
    }
    if all(state == _AWAY and _FIRST.match(document.text, at) for at, told in lines.items() for _, _, state, _ in told):
        return {}  # boxes that nobody filled in
    return lines if sum(map(len, lines.values())) >= ENOUGH else {}


def _in_line(text: str, offset: int) -> Iterator[Told]:
    if box := _FIRST.match(text):
        mark = (box["in"] if box["box"] is None else box["box"]).casefold()
        if names_one(text[box.end() :]):
            yield Told(offset + box.end(), offset + len(text), _STATES.get("✓" if mark == "x" else mark) or _AWAY)
        return
    opened = _OPENS.match(text)
    cuts = [opened.end() if opened else 0, *(cut.end() for cut in re.finditer(r"[;,]\s+", text)), len(text)]
    told = [(start, _LAST.fullmatch(text, start, end)) for start, end in pairwise(cuts)]
    if all(one and names_one(one["name"].strip(" :,–—-.…")) and not _SAID.fullmatch(one[0]) for _, one in told):
        for _, one in told:
            if one and (state := _STATES.get(one["state"].casefold())):
                yield Told(offset + one.start("name"), offset + one.end("name"), state)


def stated_rows(document: Document, blocks: list[Block]) -> dict[int, list[Told]]:
    """By where their row begins, names in tables of no more than names and what is marked beside each."""
    tables: dict[int | None, list[Block]] = {}
    for block in blocks:
        if block.kind == "table_row":
            tables.setdefault(block.table, []).append(block)
    found: dict[int, list[Told]] = {}
    for rows in tables.values():
        told = {row.start: [*_in_row(document, row)] for row in rows}
        only = [row for row in rows if told[row.start]]
        if len(only) >= ENOUGH and len(only) >= len(rows) - 1:  # the heads of the columns
            found |= told
    return found


def _in_row(document: Document, row: Block) -> Iterator[Told]:
    texts = [document.text[slice(*cell)].strip() for cell in row.cells]
    if len(texts) % 2:
        return
    pairs = list(zip(row.cells[::2], texts[::2], texts[1::2], strict=True))
    filled = [(cell, name, mark, _state(mark)) for cell, name, mark in pairs if name or mark]
    if all(state and names_one(name) for _, name, _, state in filled):
        for (start, end), _, mark, state in filled:
            if state:
                yield Told(start, end, state, stand_in(mark))


def _state(mark: str) -> Label | None:
    more = _AND_MORE.fullmatch(mark)
    return _STATES.get(mark.casefold()) or (_STATES.get(more["state"].casefold()) if more else None)
