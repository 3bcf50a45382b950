"""People of whom no label says that they came, but whom the minutes list above their first item."""

import re
from collections.abc import Iterator

from extract.attendance.labels import HEAD, Label
from extract.attendance.naming import entries, is_list, names_one
from extract.attendance.runs import TELLS, one_a_line
from extract.findings import Findings
from extract.people.lists import people_in
from extract.people.words import TITLES
from extract.text import content_start
from minutes.model import Attendance, Block, Document

_ROLL = re.compile(r"\b(?:roll|sederunt|attendance|introductions|(?:members|those) present)\b", re.IGNORECASE)
# "Fenwold - Mr T Orme, Mrs A Brindle": those of each place
_OF_AN_AREA = re.compile(rf"[A-Z][\w’'&/ ]{{2,40}}?\s*(?:\s[–-]|:)\s*(?P<names>{TITLES}\s[A-Z].+)")
_TITLED_NAMES = re.compile(rf"(?:^|[,;:] ){TITLES} [A-Z]")
SEVERAL = 2  # lines of those of a place; one may tell whom to ask
MANY = 4  # people with titles in one line, or lines with initials, which are a list
_OF_SEVERAL = re.compile(
    r"(?:Cllrs|Councill?ors|Commissioners|Supervisors|Trustees|Aldermen)\b\.?,? (?!present|absent)"
)
_COUNCILLOR = re.compile(r"(?:Cllr|Councill?or|Cr|Commissioner|Trustee|Supervisor|Alderman)\b\.? ")
_IN_BRACKETS = re.compile(r"(?P<initials>\([A-Z]{2,4}\))$|(?<=[a-z]) \([\w,’' /&-]{2,40}\)$")
_BESIDES = re.compile(r"\s?\([^()]*\)")
_MEMBER: Label = ("present", "member")
# "All members were present at the gavel."
_ALL_CAME = re.compile(
    r"\b[Aa]ll (?:of )?(?:the )?(?:\w+ )?(?:members|commissioners|trustees|directors|governors|supervisors"
    r"|councill?ors) (?:(?:were|are|being) )?(?:present|in attendance)\b"
    r"(?!.*\b(?:except|exception|but|save|apart|absent)\b)"
)
ROSTER = 3  # names at least below that of the body


def unlabelled(found: Findings, head: list[Block]) -> Iterator[Attendance]:
    """People in the lines of a kind, one a line, in columns or by their areas, above the first item."""
    document = found.document
    head = _above_items(found, head)
    yield from _roster(found, head)
    texts = [document.text[block.start : block.end] for block in head]
    lines = list(zip(head, texts, strict=True))
    runs = one_a_line(document, head)
    by_area = sum(bool(_OF_AN_AREA.match(text)) for text in texts) >= SEVERAL
    titled = [block.kind != "table_row" and _is_titled(text) for block, text in lines]
    lettered = {block.start for block, text in lines if _is_lettered(document, block, text)}
    for number, (block, text) in enumerate(lines):
        if line := runs.get(block.start):
            yield from entries(found, line.start, line.end, _MEMBER, role=line.role)
        elif len(lettered) >= MANY and block.start in lettered:
            yield from entries(found, content_start(document, block), block.end, _MEMBER)
        elif by_area and (of := _OF_AN_AREA.match(text)) and is_list(of["names"], share=0.6):
            yield from entries(found, block.start + of.start("names"), block.end, _MEMBER)
        elif block.kind == "table_row":
            yield from _titled_cells(found, block)
        elif _is_of_several(text) or (
            titled[number] and any(titled[max(0, number - 1) : number] + titled[number + 1 : number + 2])
        ):
            yield from entries(found, block.start, block.end, _MEMBER)


def _roster(found: Findings, head: list[Block]) -> Iterator[Attendance]:
    """Those whom a letterhead names below their body, one a line, where a sentence says that all its members came."""
    text, body = found.document.text, (found.meeting.body or "").casefold()
    told = (text[one.start : one.end] for one in found.sentences if one.block < HEAD)
    if not body or not any("resent" in words and _ALL_CAME.search(words) for words in told):
        return
    run: list[Block] | None = None
    for block in head:
        line = text[block.start : block.end]
        if run is None:
            run = [] if line.strip().casefold() == body else None
        elif " " in line.partition(",")[0] and names_one(line.partition(",")[0]):
            run.append(block)
        else:
            break
    if run and len(run) >= ROSTER:
        for block in run:
            yield from entries(found, block.start, block.end, _MEMBER)


def _above_items(found: Findings, head: list[Block]) -> list[Block]:
    """The blocks above the first item, or within one about who was there."""
    first = min((item.citation.start for item in found.items), default=len(found.document.text))
    rolls = [(item.citation.end, item.end) for item in found.items if _ROLL.search(item.title)]
    return [block for block in head if block.start < first or any(a <= block.start < b for a, b in rolls)]


def _titled_cells(found: Findings, row: Block) -> Iterator[Attendance]:
    """The people in a row that holds no more than councillors' names."""
    text = found.document.text
    cells = [cell for cell in row.cells if text[slice(*cell)].strip()]
    if all(_is_titled(text[slice(*cell)]) for cell in cells):
        for cell in cells:
            yield from entries(found, *cell, _MEMBER)


def _is_of_several(text: str) -> bool:
    """Whether a line lists several people: after a title in the plural, or with a title each."""
    several = _OF_SEVERAL.match(text) or len(_TITLED_NAMES.findall(text)) >= MANY
    return bool(several) and not TELLS.search(text) and is_list(_BESIDES.sub("", text), share=0.6)


def _is_lettered(document: Document, block: Block, text: str) -> bool:
    """Whether a line is somebody's name and initials, "• Ada Brindle (AB)", or in a list the name and what they are."""
    told = block.kind != "table_row" and _IN_BRACKETS.search(text)
    people = people_in(document.text[content_start(document, block) : block.end]) if told else []
    if not told or len(people) != 1:
        return False
    return (bool(people[0].initials) and not people[0].role) if told["initials"] else block.kind == "list_item"


def _is_titled(text: str) -> bool:
    """Whether a line is one councillor's name."""
    return bool(_COUNCILLOR.match(text.strip())) and names_one(text.strip())
