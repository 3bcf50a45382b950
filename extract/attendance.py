"""Who was there and who sent apologies: from labelled lists, tables and prose."""

import re
from collections.abc import Generator, Iterator

from spacy.tokens import Doc

from extract.findings import Findings, findings
from extract.people import TITLES, people_in
from extract.text import content_start
from minutes.model import Attendance, AttendanceStatus, Block, Capacity

HEAD = 70  # blocks; attendance is recorded at the head of the minutes
Label = tuple[AttendanceStatus, Capacity | None]
_LABEL_PATTERNS: tuple[tuple[str, Label], ...] = (
    (
        r"(?:no |received )?apologies(?: for absence| received| and substitutes)?(?: (?:were )?(?:received"
        r"|given) (?:from|by))?|regrets",
        ("apologies", None),
    ),
    (r"absent|not present|absentees", ("absent", None)),
    (r"substitutes?", ("present", "substitute")),
    (
        r"(?:also |officers |members )?(?:in attendance|officers and guests|attending|invited|officials"
        r"|observers|officers(?: present)?|guests|staff|also present|others? present"
        r"|visitors)(?: virtually| online| remotely)?",
        ("present", "in attendance"),
    ),
    (
        r"(?:members |those |councillors |directors |members and officers |board )?(?:present|attendees"
        r"|attendance|participants)(?: at the meeting)?"
        r"|(?:the )?following .{3,40} were present.{0,20}|members",
        ("present", "member"),
    ),
)
_LABELS = [(re.compile(pattern, re.IGNORECASE), label) for pattern, label in _LABEL_PATTERNS]
# What stands beside a name in a table of attendance.
_STATED: dict[str, Label] = {
    "present": ("present", "member"),
    "in attendance": ("present", "in attendance"),
    "apologies": ("apologies", None),
    "apology": ("apologies", None),
    "absent": ("absent", None),
}
_APOLOGIES = re.compile(
    r"\bapolog(?:ies|y)\b(?:[\w\s]{0,40}?\b(?:from|by)\b|\s+for absence\s*:"
    r"|\s*[:–-])\s*(?P<names>.+?)(?:(?<![A-Z])(?<!Dr)(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Cllr)\.(?:\s|$)|\bno other\b"
    r"|$)",
    re.IGNORECASE | re.DOTALL,
)
_JOINED = re.compile(
    r"(?P<names>.+?) (?:joined|attended|was also|were also) (?:the meeting|present|in attendance)", re.IGNORECASE
)


def find_attendance(doc: Doc) -> Doc:
    """spaCy component: fills `findings(doc).attendance` for minutes."""
    found = findings(doc)
    if found.kind == "minutes":
        seen: set[tuple[str, str]] = set()
        for entry in [*_listed(found), *_in_prose(found)]:
            key = (entry.name.casefold(), entry.status)
            if key not in seen:
                seen.add(key)
                found.attendance.append(entry)
    return doc


def _listed(found: Findings) -> Iterator[Attendance]:
    """People under or beside a label, at the head of the document."""
    document = found.document
    columns: dict[int, Label] = {}
    label: Label | None = None
    for block in [block for block in document.blocks[:HEAD] if not block.furniture]:
        if block.kind == "table_row":
            label = yield from _row(found, block, columns, label)
            continue
        columns = {}
        start = content_start(document, block)
        text = document.text[start : block.end]
        opened, rest = _label(text)
        if opened:
            label = opened
            yield from _people(found, start + rest, block.end, label)
        elif label and _continues(block, text):
            yield from _people(found, start, block.end, label)
        elif label:
            label = None
            if re.match(r"\d", block.label or ""):
                return


def _row(
    found: Findings, block: Block, columns: dict[int, Label], label: Label | None
) -> Generator[Attendance, None, Label | None]:
    """People in a row of a table whose columns or first cell are labelled; returns the label that holds below."""
    texts = [found.document.text[start:end] for start, end in block.cells]
    labels = {index: _label(text) for index, text in enumerate(texts)}
    first, rest = labels.get(0, (None, 0))
    told = [text.casefold().strip(" .") for text in texts[1:]] if len(texts) > 2 else []
    stated = next((_STATED[text] for text in told if text in _STATED), None)
    if stated and not first and len(people_in(texts[0])) == 1:
        yield from _people(found, *block.cells[0], stated)
        return label
    if any(
        re.fullmatch(r"representing|initials|role|position|organisation|title|job title", text, re.IGNORECASE)
        for text in texts
    ):
        # Only the first column holds people; the others say who they are.
        columns.clear()
        columns[0] = first or label or ("present", "member")
        return None
    headed = {index: opened for index, (opened, at) in labels.items() if opened and at >= len(texts[index])}
    if headed and not (first and any(text and index not in headed for index, text in enumerate(texts))):
        columns.update(headed)
        return None
    if first:
        label = first
        columns.clear()
        yield from _people(found, block.cells[0][0] + rest, block.cells[0][1], label)
    elif texts[0].strip() and not columns and label:
        if not people_in(texts[0]):
            return None
        yield from _people(found, *block.cells[0], label)
    for index, (start, end) in enumerate(block.cells):
        holds = columns.get(index) or (label if index else None)
        if holds and not (index == 0 and first):
            yield from _people(found, start, end, holds)
    return label


def _label(text: str) -> tuple[Label | None, int]:
    """The attendance label that a text begins with, and where what follows it begins."""
    match = re.match(r"([\w\s]{4,60}?)(?:\s*[:–-]\s*|\s*$|\s+(?=(?:" + TITLES + r"|[A-Z][a-z]+ [A-Z])))", text)
    for pattern, label in _LABELS if match else ():
        if pattern.fullmatch(match[1].strip()):  # type: ignore[index]
            return label, match.end()  # type: ignore[union-attr]
    return None, 0


def _continues(block: Block, text: str) -> bool:
    """Whether a block under a label still lists people."""
    if block.kind == "heading" and re.match(r"\d", block.label or ""):
        return False
    people = people_in(re.sub(r"^[\d.]+\s*", "", text))
    words = len(text.split())
    return bool(people) and sum(len(person.name.split()) for person in people) >= 0.3 * words


def _people(found: Findings, start: int, end: int, label: Label) -> Iterator[Attendance]:
    status, capacity = label
    text = found.document.text[start:end]
    if status == "apologies" and re.search(r"\b(?:from|by)\s+", text):
        return  # told in a sentence; see `_in_prose`
    for person in people_in(text, offset=start):
        initials = person.initials or _initials_beside(found, person.end)
        yield Attendance(
            name=person.name,
            role=person.role,
            status=status,
            capacity=capacity,
            initials=initials,
            citation=found.document.cite(person.start, person.end),
        )


def _initials_beside(found: Findings, end: int) -> str | None:
    """Initials in the cell after a name."""
    match = re.match(r"\t([A-Z][A-Za-z]{0,2}[A-Z])(?=[\t\n]|$)", found.document.text[end : end + 8])
    return match[1] if match else None


def _in_prose(found: Findings) -> Iterator[Attendance]:
    """Apologies told in a sentence, or listed under an item of that name."""
    document = found.document
    heads = [item for item in found.items if re.match(r"apologies", item.title, re.IGNORECASE)]
    spans = [(block.start, block.end) for block in document.blocks[:HEAD] if not block.furniture]
    for start, end in spans:
        for match in _APOLOGIES.finditer(document.text[start:end]):
            for person in people_in(match["names"], offset=start + match.start("names")):
                yield Attendance(
                    name=person.name,
                    role=person.role,
                    status="apologies",
                    initials=person.initials,
                    citation=document.cite(person.start, person.end),
                )
    for item in heads:
        for block in document.blocks_between(item.citation.end + 1, item.end):
            text = document.text[content_start(document, block) : block.end]
            if not block.furniture and _continues(block, text) and not _APOLOGIES.search(text):
                yield from _people(found, content_start(document, block), block.end, ("apologies", None))
