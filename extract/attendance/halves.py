"""People whose names two columns of a table share: "First name | Surname"."""

import re
from collections.abc import Generator

from extract.attendance.labels import STATED, Label, group_of, label_of
from extract.attendance.naming import initials_beside, names_one
from extract.findings import Findings
from extract.people.words import is_role
from minutes.model import Attendance, Block, Document

_GIVEN = re.compile(r"(?:first|given|fore|christian)[- ]?names?|first|given", re.IGNORECASE)
_FAMILY = re.compile(r"(?:last|family|sur)[- ]?names?|last|family", re.IGNORECASE)
_NO_LIST = re.compile(r"votes?|ballots?|candidates?|nominat\w+|date.*", re.IGNORECASE)
_MEMBER: Label = ("present", "member")


def halved(document: Document, blocks: list[Block]) -> dict[int | None, tuple[int, ...]]:
    """By table, the columns of forenames and of surnames, where its first row heads both; none where it is a ballot."""
    found: dict[int | None, tuple[int, ...]] = {}
    seen: set[int | None] = set()
    for block in blocks:
        if block.kind != "table_row" or block.table in seen:
            continue
        seen.add(block.table)
        heads = [text.strip(" *:") for text in _texts(document, block)]
        given = [at for at, head in enumerate(heads) if _GIVEN.fullmatch(head)]
        family = [at for at, head in enumerate(heads) if _FAMILY.fullmatch(head)]
        if len(given) == len(family) == 1:
            found[block.table] = () if any(map(_NO_LIST.fullmatch, heads)) else (given[0], family[0])
    return found


def in_halves(
    found: Findings, row: Block, columns: tuple[int, ...], label: Label | None
) -> Generator[Attendance, None, Label | None]:
    """The person in a row of such a table; returns the label that holds below, which a row of one cell may be."""
    if not columns:
        return None
    texts = _texts(found.document, row)
    filled = [text for text in texts if text]
    if len(filled) == 1:
        group = filled[0].strip(" *:")
        return label_of(group)[0] or group_of(group) or label
    given, family = (texts[at] if at < len(texts) else "" for at in columns)
    if _GIVEN.fullmatch(given.strip(" *:")):
        return label or _MEMBER
    name = f"{given} {family}"
    if given and family and names_one(name):
        others = ["", *(text for at, text in enumerate(texts) if at not in columns)]
        states = [STATED[text.casefold()] for text in others if text.casefold() in STATED]
        status, capacity = states[0] if len(states) == 1 else label or _MEMBER
        cells = sorted(row.cells[at] for at in columns)
        yield Attendance(
            name=name,
            role=next(filter(is_role, others), None),
            status=status,
            capacity=capacity,
            initials=initials_beside([name, *others], 0),
            citation=found.document.cite(cells[0][0], cells[-1][1]),
        )
    return label


def _texts(document: Document, row: Block) -> list[str]:
    return [document.text[slice(*cell)].strip() for cell in row.cells]
