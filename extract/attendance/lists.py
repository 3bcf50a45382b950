"""Lists of people under or beside a label, line by line, at the head of minutes or at their end."""

import re
from collections.abc import Iterator
from itertools import islice

from extract.attendance.labels import (
    BESIDE,
    HEAD,
    LABEL,
    LABEL_INSIDE,
    OFFICE,
    SENTENCE,
    STATED,
    Label,
    label_of,
    labelled,
)
from extract.attendance.naming import entries, initials_beside, is_list, names_one, whole
from extract.attendance.numbered import people_listed
from extract.attendance.prose import APOLOGIES, IN_CHAIR, WERE_THERE
from extract.attendance.rows import NAME_HEAD, OTHER_TABLE, broken_labels, in_row, name_columns
from extract.attendance.runs import Line, heads_points, one_a_line
from extract.attendance.stated import stated_lines, stated_rows
from extract.findings import Findings
from extract.people.lists import people_in
from extract.people.words import BODY, CAME_OR_WENT, TITLES, is_role
from extract.text import content_start
from minutes.model import Attendance, Block, Document

ITEMS = 3  # of business, after which attendance is over
_ABOUT_THEM = re.compile(
    r".*\b(?:apolog|attend|present\b|roll call|welcome|introduct|call to order|quorum|sederunt|members(?:hip)?\b)",
    re.IGNORECASE,
)
_SIDE = re.compile(r"(?:ayes?|nays?|noes|yeas?|against|abst\w+)\b", re.IGNORECASE)
_STAFF = re.compile(r"\b(?:staff|observers?|officers?|guests?|notes|minutes)\b", re.IGNORECASE)
# "Chairman Keld", alone in its line
_ONE_CHAIRS = re.compile(r"(?:(?:Vice|Deputy)[- ]?)?(?:Chair(?:man|woman|person)?|President) [A-Z][a-z][\w’'-]+")
_TYPED = re.compile(
    r"(?:[A-Z]{1,4}/?)?\d{1,4}(?:/\d{2,4})?\s+(?=Present\b|PRESENT\b|Attend|ATTEND|In attendance)"
)  # "1 Present"
# The legend to marks before the names: "(* = present; A = apologies)", "* denotes present".
_LEGEND = re.compile(
    r"(?P<mark>[*†‡#+]|\b[A-Z])[\s)]*(?:[=–-]|denotes|indicates)\s*(?:in )?"
    r"(?P<state>present|attend\w*|apolog(?:y|ies)|absent|substitutes?)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"(?P<mark>[*†‡#+]|[A-Z])\s+(?={TITLES}\s|[A-Z][\w’'-]+\s[A-Z])")
_ATTENDANCE = re.compile(r"(?:record of )?attendance(?: and apologies)?", re.IGNORECASE)
# A label that a narrow column broke, with the names beside it between its halves.
_BROKEN = re.compile(
    r"(?:Also|Others?|Officers|Other Members|Members|Staff|Those)(?: also)? in (?P<names>[A-Z].+) [Aa]ttendance:"
)
_SORRY = re.compile(
    r"(?:welcome(?:,? introductions)?,? and |to (?:receive|note|accept|consider)(?: and \w+)? )?(?:any )?apologies",
    re.IGNORECASE,
)
_SECONDED = re.compile(r"\bseconded\b|\bresolved\b", re.IGNORECASE)
# A part of those who are listed, under a label: "Religious Representatives:"
_NO_BODY = re.compile(r"[.:;!?]$|\b(?:minutes|meeting|agenda)\b", re.IGNORECASE)
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
# Of whom no name is told: "Two members of the public", "There were no absences"
_UNNAMED = re.compile(
    r"(?:there (?:was|were) )?"
    r"(?:no|none|nil|an?|one|two|three|four|five|six|seven|eight|nine|ten|approx\w*|\d{1,3})\b.{0,20}"
    r"(?:public|press|residents?|parishioners?|electors?|absen(?:ces|t)|apologies|others?|visitors?|guests?|observers?"
    r"|students?|pupils)(?: (?:was|were) (?:present|in attendance))?\.?",
    re.IGNORECASE,
)
# "left the meeting at 8.15 pm", below who did
_CAME = re.compile(r"(?:absent|left|arrived|joined|retired|via|until|from) .{3,60}", re.IGNORECASE)
_OF_SOME = re.compile(
    r"(?:[\w’'/&-]+ ){0,4}(?:representatives|members|councillors|governors|observers):", re.IGNORECASE
)
# What is told of somebody goes on, or begins with the office: "Secretary Una Keld called the roll."
_SAYS = re.compile(
    r"\. (?:He|She|They|It|The [A-Z]?[a-z]+) \w+ed\b"
    r"|^(?:[A-Z][\w.’'-]* ){2,6}(?:called|opened|welcomed|reported|noted|asked|said|moved|read|introduced|thanked"
    r"|explained|presented)\b"
)
_ELECTS = re.compile(r"(?:[\w./]{1,9} )?(?:(?:re-?)?election|appointment) of\b.{0,60}", re.IGNORECASE)
_CLOSES = re.compile(r"[^()]{2,40}\)")
# Below the heading "Apologies": "Were received from Ada Brindle"
_RECEIVED = re.compile(
    r"(?:(?:[Ww]ere|[Ww]as) )?(?:[Rr]eceived|[Aa]ccepted|[Nn]oted|[Ss]ent|[Tt]endered) (?:from|by|for) (?=[A-Z])"
)


def in_lists(found: Findings) -> Iterator[Attendance]:
    """People under or beside a label at the head of the document, or where it closes with a list of them."""
    end = _business(found)
    head = [block for block in found.document.blocks[:HEAD] if not block.furniture and block.start < end]
    told = [*_under_labels(found, head)]
    yield from told
    if not any(entry.status == "present" for entry in told):
        closing = [*_under_labels(found, _closing_list(found.document))]
        yield from closing
        told += closing
    if not any(entry.status == "present" and entry.capacity == "member" for entry in told):
        known = {entry.citation.start for entry in told if entry.citation}
        yield from (one for one in _unlabelled(found, head) if one.citation and one.citation.start not in known)


def _unlabelled(found: Findings, head: list[Block]) -> Iterator[Attendance]:
    """People of whom no label says that they came, but whom the minutes list above their first item."""
    document = found.document
    first = min((item.citation.start for item in found.items), default=len(document.text))
    rolls = [(item.citation.end, item.end) for item in found.items if _ROLL.search(item.title)]
    head = [block for block in head if block.start < first or any(a <= block.start < b for a, b in rolls)]
    runs = one_a_line(document, head)
    label: Label = ("present", "member")
    texts = [document.text[block.start : block.end] for block in head]
    areas = sum(bool(_OF_AN_AREA.match(text)) for text in texts)
    titled = [block.kind != "table_row" and _is_titled(text) for block, text in zip(head, texts, strict=True)]
    lettered = {block.start for block, text in zip(head, texts, strict=True) if _is_lettered(document, block, text)}
    for number, (block, text) in enumerate(zip(head, texts, strict=True)):
        if line := runs.get(block.start):
            yield from entries(found, line.start, line.end, label, role=line.role)
        elif len(lettered) >= MANY and block.start in lettered:
            yield from entries(found, content_start(document, block), block.end, label)
        elif areas >= SEVERAL and (of := _OF_AN_AREA.match(text)) and is_list(of["names"], share=0.6):
            yield from entries(found, block.start + of.start("names"), block.end, label)
        elif block.kind == "table_row":
            cells = [cell for cell in block.cells if document.text[slice(*cell)].strip()]
            if all(_is_titled(document.text[slice(*cell)]) for cell in cells):
                for cell in cells:
                    yield from entries(found, *cell, label)
        elif (
            (_OF_SEVERAL.match(text) or len(_TITLED_NAMES.findall(text)) >= MANY)
            and is_list(re.sub(r"\s?\([^()]*\)", "", text), share=0.6)
        ) or (titled[number] and any(titled[max(0, number - 1) : number] + titled[number + 1 : number + 2])):
            yield from entries(found, block.start, block.end, label)


def _is_lettered(document: Document, block: Block, text: str) -> bool:
    """Whether a line is somebody's name and initials: "• Ada Brindle (AB)"."""
    if block.kind == "table_row" or not re.search(r"\([A-Z]{2,4}\)$", text):
        return False
    people = people_in(document.text[content_start(document, block) : block.end])
    return len(people) == 1 and bool(people[0].initials) and not people[0].role


def _is_titled(text: str) -> bool:
    """Whether a line is one councillor's name."""
    return bool(_COUNCILLOR.match(text.strip())) and names_one(text.strip())


def _closing_list(document: Document) -> list[Block]:
    """The blocks from the last label of those present that stands alone in its line."""
    blocks = [block for block in document.blocks if not block.furniture]
    for number in range(len(blocks) - 1, 0, -1):
        text = document.text[blocks[number].start : blocks[number].end]
        label, rest = label_of(text) if len(text) < LABEL else (None, 0)
        if label == ("present", "member") and rest >= len(text):
            return blocks[number:]
    return []


def _under_labels(found: Findings, blocks: list[Block]) -> Iterator[Attendance]:
    """People under or beside a label in these blocks."""
    document = found.document
    columns: dict[int, Label] = {}
    label: Label | None = None
    items = 0
    side = False  # of a vote, in the line above
    named = name_columns(document, blocks)
    broken = broken_labels(document, blocks)
    legend = _legend(document, blocks)
    stated = stated_lines(document, blocks) | stated_rows(document, blocks)
    begun = {item.citation.start for item in found.items if item.number and not _ABOUT_THEM.match(item.title)}
    runs = one_a_line(document, blocks)
    numbered = {document.blocks[index].start for index in people_listed(document)}
    for number, block in enumerate(blocks):
        if block.start in stated and block.start not in begun:
            for at, end, told_so in stated[block.start]:
                yield from entries(found, at, end, told_so)
            continue
        if block.kind == "table_row":
            column = named.get(block.table)
            if label and column is not None and column < len(block.cells):
                texts = [document.text[slice(*cell)].strip() for cell in block.cells]
                if NAME_HEAD.fullmatch(texts[column]):
                    continue
                letters = initials_beside(texts, column)
                others = [text for at, text in enumerate(texts) if at != column and text != letters]
                role = " ".join(filter(None, others)) or None
                yield from entries(found, *block.cells[column], label, role=role, initials=letters)
                continue
            label = yield from in_row(found, block, columns, label, broken.get(block.start))
            continue
        columns = {}
        if block.kind == "note" or not re.search(r"\w", document.text[block.start : block.end]):
            continue
        start = content_start(document, block)
        voted, side = side, _SIDE.match(document.text, start) is not None
        typed = _TYPED.match(document.text, start, block.end)
        start = typed.end() if typed else start
        text = document.text[start : block.end]
        inside = LABEL_INSIDE.search(text)
        told = (
            not inside and ":" not in text and _SAYS.search(text)
        )  # "Vice-Chair Una Keld was there. She thanked all."
        if voted and text.startswith("Absent"):
            label = None  # those who gave no vote
        elif (label_of(text)[0] and not told) or inside:
            if label and inside and not label_of(text)[0] and len(text[: inside.start()].split()) > 1:
                yield from entries(found, start, start + inside.start(), label)  # what goes on from the line above
            parts = list(labelled(text))
            for at, end, inner in parts:
                label = inner
                yield from entries(found, start + at, start + end, inner)
            if 1 < len(parts) <= text.count(":") and not any(text[at:end].strip() for at, end, _ in parts):
                label = None  # "Members present: Members absent:" over columns whose lines have run together
        elif block.kind == "heading" and _ATTENDANCE.fullmatch(text):
            label = ("present", "member")
        elif halves := _BROKEN.fullmatch(text):
            label = BESIDE
            yield from entries(found, start + halves.start("names"), start + halves.end("names"), BESIDE)
        elif _ELECTS.fullmatch(text):
            return  # those who are named below are elected
        elif IN_CHAIR.match(text):
            continue  # see `in_prose`
        elif (mark := _MARKED.match(text)) and mark["mark"] in legend:
            yield from entries(found, start + mark.end(), block.end, legend[mark["mark"]])
        elif legend and _LEGEND.search(text):
            continue
        elif label and _CLOSES.fullmatch(text):
            continue  # what the line above said of somebody
        elif _ONE_CHAIRS.fullmatch(text):
            yield from entries(found, start, block.end, ("present", "member"))
        elif label and heads_points(document, blocks, number):
            continue
        elif label and block.start in numbered:
            yield from islice(entries(found, start, block.end, label), 1)  # what else the line names is where from
        elif label and (line := runs.get(block.start)) and (line.whole or not _names_just(text, line)):
            if line.whole:
                yield from whole(found, line.start, line.end, label)
            else:
                yield from entries(found, line.start, line.end, label, role=line.role)
        elif label and block.start not in begun and _continues(block, text) and not WERE_THERE.match(text):
            group = re.match(r"[A-Z][^:,()]{2,60}:\s*", text)  # "Representing the Residents: Ada Brindle"
            if group and label[0] != "present" and _STAFF.search(group[0]):
                label = BESIDE
            told = SENTENCE.search(text)
            yield from entries(
                found, start + (group.end() if group else 0), start + told.start() if told else block.end, label
            )
        elif re.match(r"\d", block.label or "") or block.start in begun:
            items += 1
            if label or items == ITEMS:
                return
        elif not (label and (_names_nobody(text) or _heads_some(document, blocks, number))):
            label = None


def _names_just(text: str, line: Line) -> bool:
    """Whether the names in a text are the one of its line, and no more is taken for a part of it."""
    people = people_in(text)
    return len(people) == 1 and len(people[0].name) <= line.end - line.start


def _names_nobody(text: str) -> bool:
    """Whether a line in a list is of people without their names, or heads some of those listed."""
    office = is_role(text) and len(text.split()) <= OFFICE and not re.search(r"[.:]$|\bby\b", text)
    return bool(office or _CAME.fullmatch(text) or _OF_SOME.fullmatch(text) or _UNNAMED.fullmatch(text))


def _heads_some(document: Document, blocks: list[Block], number: int) -> bool:
    """Whether a short line between names is the body that those below it come from: "Mill Guild"."""
    text, below = (document.text[each.start : each.end] for each in (*blocks[number : number + 2], blocks[-1])[:2])
    group = BODY.search(text) or re.fullmatch(r"\([\w ,-]{3,30}\)", text)
    heading = blocks[number].kind == "heading" or _NO_BODY.search(text)
    return bool(group and len(text.split()) <= 8 and not heading and names_one(below))


def _legend(document: Document, blocks: list[Block]) -> dict[str, Label]:
    """What marks before the names mean, where a line at the head says so: "(* = present; A = apologies)"."""
    lines = [document.text[block.start : block.end] for block in blocks if block.kind != "table_row"]
    return {
        told["mark"]: label
        for line in lines
        if len(line) < 100
        for told in _LEGEND.finditer(line)
        if (label := label_of(f"{told['state']}:")[0] or STATED.get(told["state"].casefold()))
    }


def _business(found: Findings) -> int:
    """Where the second item of business begins that is not about who was there: no list of names stands below it."""
    starts = [item.citation.start for item in found.items if item.number and not _ABOUT_THEM.match(item.title)]
    return starts[1] if len(starts) > 1 else len(found.document.text)


def _continues(block: Block, text: str) -> bool:
    """Whether a block under a label still lists people."""
    if block.kind == "heading" and (re.match(r"\d", block.label or "") or text.isupper()):
        return False
    if OTHER_TABLE.fullmatch(text) or (text.isupper() and re.match(r"[IVX]+\.\s", text)):
        return False  # "Agenda" over a table, "I. WELCOME"
    if _SAYS.search(text) and not SENTENCE.search(text):
        return False
    names = CAME_OR_WENT.sub("", re.sub(r"^[\d.]+\s*|^[A-Z][^:,()]{2,60}:\s*", "", text))
    return is_list(names) or is_list(re.sub(r"\s?\([^()]{3,90}\)|\s?\[[^\]]{1,60}\]", "", names), share=0.8)


def under_apologies(found: Findings) -> Iterator[Attendance]:
    """People listed under an item of that name."""
    document = found.document
    for item in [item for item in found.items if _SORRY.match(item.title)]:
        listing = False
        for block in document.blocks_between(item.citation.end + 1, item.end):
            start = content_start(document, block)
            cut = SENTENCE.search(document.text, start, block.end)
            end = cut.start() + 1 if cut else block.end  # what is told of them follows
            text = document.text[start:end]
            if (other := label_of(text)[0]) and other[0] != "apologies":
                break
            if received := _RECEIVED.match(text):
                yield from entries(found, start + received.end(), end, ("apologies", None))
                break
            told = APOLOGIES.search(text) or WERE_THERE.match(text) or _SECONDED.search(text)
            if not block.furniture and not told and _continues(block, text):
                listing = True
                yield from entries(found, start, end, ("apologies", None))
            elif listing and not block.furniture:
                break
