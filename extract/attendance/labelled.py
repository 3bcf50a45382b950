"""Lists of people under or beside a label, line by line."""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import islice

from extract.attendance.dated import dated_rows
from extract.attendance.halves import halved, in_halves
from extract.attendance.labels import (
    BESIDE,
    LABEL,
    LABEL_INSIDE,
    OFFICE,
    SENTENCE,
    STATED,
    Label,
    group_of,
    label_of,
    labelled,
    office_told,
)
from extract.attendance.naming import entries, initials_beside, is_list, names_one, whole
from extract.attendance.numbered import name_and_office, people_listed
from extract.attendance.prose import IN_CHAIR, WERE_THERE
from extract.attendance.rows import NAME_HEAD, OTHER_TABLE, broken_labels, in_row, name_columns
from extract.attendance.runs import Line, heads_points, one_a_line
from extract.attendance.stated import stated_lines, stated_rows
from extract.findings import Findings
from extract.people.lists import people_in
from extract.people.words import BODY, CAME_OR_WENT, GROUP, TITLES, are_initials, begins_with_given, is_role
from extract.text import content_start
from minutes.model import Attendance, Block, Document

LEVEL = 3  # points of the page, by which what stands on one line may differ
LEAST = 2  # points, by which a list below a line is known
ITEMS = 3  # of business, after which attendance is over
_SIDE = re.compile(r"(?:ayes?|nays?|noes|yeas?|against|abst\w+)\b", re.IGNORECASE)
_STAFF = re.compile(r"\b(?:staff|observers?|officers?|guests?|notes|minutes)\b", re.IGNORECASE)
# "Chairman Keld", alone in its line
_ONE_CHAIRS = re.compile(r"(?:(?:Vice|Deputy)[- ]?)?(?:Chair(?:man|woman|person)?|President) [A-Z][a-z][\w’'-]+")
_TYPED = re.compile(
    r"(?:[A-Z]{1,4}/?)?\d{1,4}(?:/\d{2,4}|(?:[.-]\d{1,2}){1,3})?[.)]?\s+"
    r"(?=Present\b|PRESENT\b|Attend|ATTEND|In attendance|(?:Roll [Cc]all|ROLL CALL|Participants)\s*:?$"
    r"|[^:.]{3,60}\b(?i:present|attending|in attendance)\s*:?$)"
)  # "1 Present", "1-1-2 Observers present"
# The legend to marks before the names: "(* = present; A = apologies)", "* denotes present".
_LEGEND = re.compile(
    r"(?P<mark>[*†‡#+]|\b[A-Z])[\s)]*(?:[=–-]|denotes|indicates)\s*(?:in )?"
    r"(?P<state>present|attend\w*|apolog(?:y|ies)|absent|substitutes?)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(rf"(?P<mark>[*†‡#+]|[A-Z])\s+(?={TITLES}\s|[A-Z][\w’'-]+\s[A-Z])")
# A box before the name, ticked or not: "[x] Ada Brindle", "☐ Tom Orme"
_BOX = re.compile(r"(?:\[(?:(?P<tick>[xX✓✔])|[ _]?)\]|(?P<ticked>[☑☒✅])|☐)\s+(?=\S)")
# What begins a meeting, below those who came to it
_SESSION = re.compile(
    r"(?:public|open) (?:session|forum|participation|question time|time|comments?|speaking)|questions from the public"
    r"|prayers?|opening (?:prayer|remarks)",
    re.IGNORECASE,
)
_ATTENDANCE = re.compile(
    r"(?:(?:record|list) of )?attendance(?: and apologies| (?:list|sheet|record))?|list of (?:attendees|those present)",
    re.IGNORECASE,
)
# A label that a narrow column broke, with the names beside it between its halves.
_BROKEN = re.compile(
    r"(?:Also|Others?|Officers|Other Members|Members|Staff|Those)(?: also)? in (?P<names>[A-Z].+) [Aa]ttendance:"
)
# A part of those who are listed, under a label: "Religious Representatives:"
_NO_BODY = re.compile(r"[.:;!?]$|\b(?:minutes|meeting|agenda)\b", re.IGNORECASE)
# Of whom no name is told: "Two members of the public", "There were no absences"
_UNNAMED = re.compile(
    r"(?:there (?:was|were) )?"
    r"(?:no|none|nil|an?|one|two|three|four|five|six|seven|eight|nine|ten|approx\w*|\d{1,3})\b.{0,20}"
    r"(?:public|press|residents?|parishioners?|electors?|absen(?:ces|t)|apologies|others?|visitors?|guests?|observers?"
    r"|students?|pupils)(?: (?:was|were) (?:present|in attendance))?\.?"
    # "16-19 providers: vacant"
    r"|[\w’'][\w’'/&() -]{1,60}: ?\(?(?:\d+ )?(?:vacan(?:t|cy|cies)|position vacant|none|nil|no representative"
    r"|to be (?:confirmed|appointed)|tbc|n/a)\)?\.?",
    re.IGNORECASE,
)
# "Clerk: Una Keld, 2 Mill Row, Fenwold, clerk@fenwold.example", at the head of the paper
_LETTERHEAD = re.compile(
    r"(?=(?:[\w’'-]+ ){0,3}(?:clerk|secretary|proper officer|contact)\b)[^@]{3,160}?"
    r"(?:@[\w.-]+\.\w|\b(?:tel|telephone|phone|mobile)\b\W{0,3}\d|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b"
    r"|,\s(?:\d{1,3}[a-z]? )?(?-i:[A-Z][a-z’']+) (?:street|road|lane|avenue|close|terrace|square)(?:,|\.?$))",
    re.IGNORECASE,
)
# "PART ONE – OPEN TO THE PUBLIC", over the business of a meeting
_PART = re.compile(r"(?:part|section|session) (?:\d|[a-d]\b|[ivx]+\b|one\b|two\b|three\b)", re.IGNORECASE)
# "left the meeting at 8.15 pm", below who did
_CAME = re.compile(r"(?:absent|left|arrived|joined|retired|via|until|from) .{3,60}", re.IGNORECASE)
_OF_SOME = re.compile(
    r"(?:[\w’'/&-]+ ){0,4}(?:representatives|members|councillors|governors|observers):", re.IGNORECASE
)
# What is told of somebody goes on, or begins with the office: "Secretary Una Keld called the roll."
_SAYS = re.compile(
    r"\. (?:He|She|They|It|The [A-Z]?[a-z]+) \w+ed\b"
    r"|^(?:[A-Z][\w.’'-]*,? ){2,6}(?:called|opened|welcomed|reported|noted|asked|said|moved|read|introduced|thanked"
    r"|explained|presented)\b"
)
# "Councillors Orme and Tay declared an interest."
_DOES = re.compile(r"^(?:[A-Z][\w.’'-]*,? (?:and )?){2,12}(?:declared|disclosed|moved|vacated|assumed|led|spoke)\b")
_AWAY = re.compile(r"\((?:absent|not present)\)\W*$", re.IGNORECASE)
_ELECTS = re.compile(r"(?:[\w./]{1,9} )?(?:(?:re-?)?election|appointment) of\b.{0,60}", re.IGNORECASE)
_CLOSES = re.compile(r"[^()]{2,40}\)")
ABOUT_THEM = re.compile(
    r".*\b(?:apolog|attend|present\b|roll call|welcome|introduct|call to order|quorum|sederunt|members(?:hip)?\b"
    r"|delegates|delegations|participants|proxies|roll\b)",
    re.IGNORECASE,
)
_ONE_WORD = re.compile(r"[A-Z][a-z]{2,}")
_OFFICERS = 3  # and more with an office each, which those who are away are not listed with
# "Ada of Wenmarch", "kestrel42"
_LIKE_A_NAME = re.compile(r"[a-z]\w{2,20}|[A-Z][\w’'-]+(?: (?:of|the|von|de|ap|[A-Z][\w’'-]+)){1,3}(?<! of)(?<! the)")
_OF_A_PLACE = re.compile(r"[A-Z][\w’'-]+ of [A-Z][\w’'-]+")  # "Ada of Wenmarch", as members of some clubs go by
LONG = 5  # words, of a line that tells something
_GROUP = re.compile(r"[A-Z][^:,()\[\]]{2,60}:\s*")  # "Representing the Residents: Ada Brindle"
# "MTF - Ada Brindle, Tom Orme", "Mill Trust – Una Keld", "Non-members - Nia Tay": whom those behind the dash are of
_DASHED = re.compile(r"(?P<of>[A-Z][\w&’'/-]*+(?: [\w&’'/-]++){0,6}?)\s[–—-]\s(?=[A-Z])")
_LETTERS = re.compile(r"[A-Z][A-Z&]{1,6}")
_IN_THE_CHAIR = re.compile(r"\((?:Chair(?:man|woman|person)?|Convener)\)$")


@dataclass(frozen=True)
class _Page:
    """The blocks that are read, and by where they begin what is known of their lines."""

    found: Findings
    blocks: list[Block]
    legend: dict[str, Label]  # by mark
    runs: dict[int, Line]
    numbered: set[int]
    items: set[int]  # of business
    tops: set[int]  # those that stand under no other
    ticked: bool  # whether boxes before names tell who was there


@dataclass(frozen=True)
class _Tables:
    """By table, the columns of names, its label where it stands beside another, and the columns that share names; and
    by where a row begins, a label broken there."""

    named: dict[int | None, int]
    beside: dict[int | None, Label]
    halves: dict[int | None, tuple[int, ...]]
    broken: dict[int, Label]


def under_labels(found: Findings, blocks: list[Block]) -> Iterator[Attendance]:
    """People under or beside a label in these blocks, down to the first item of business below a list."""
    document = found.document
    page = _page_of(found, blocks)
    stated = stated_lines(document, blocks) | stated_rows(document, blocks) | dated_rows(found, blocks)
    tables = _Tables(
        name_columns(document, blocks),
        _side_by_side(document, blocks),
        halved(document, blocks),
        broken_labels(document, blocks),
    )
    columns: dict[int, Label] = {}
    label: Label | None = None
    items = 0
    over: Label | None = None  # the label alone in its line that those of some groups below it stand under
    side = False  # of a vote, in the line above
    for number, block in enumerate(blocks):
        if block.start in stated and block.start not in page.items:
            for one in stated[block.start]:
                yield from entries(found, one.start, one.end, one.label, role=one.instead)
            continue
        if block.kind == "table_row":
            label = yield from _in_table(found, block, tables, columns, label)
            continue
        columns = {}
        if block.kind == "note" or not re.search(r"\w", document.text[block.start : block.end]):
            label = label if block.kind == "note" or not _ends_list(document, blocks, number) else None
            continue
        start, text = _content(document, block)
        if text.isdigit() and _goes_on(page, number):
            continue  # the number of a page
        voted, side = side, _SIDE.match(text) is not None
        if (voted and text.startswith("Absent")) or _SESSION.fullmatch(text) or _LETTERHEAD.match(text):
            label = None  # those who gave no vote
        elif _holds_label(text):
            over = _kept(text, over, _next_text(document, blocks, number))
            label = yield from _beside(found, start, text, label, over)
            label = _of_first_column(document, blocks, number, label)
        elif block.kind == "heading" and _ATTENDANCE.fullmatch(text):
            label = ("present", "member")
        elif (group := group_of(text)) and _names_one_below(document, blocks, number):
            label = label if label and label[0] != "present" else group
        elif broke := _BROKEN.fullmatch(text):
            label = BESIDE
            yield from entries(found, start + broke.start("names"), start + broke.end("names"), BESIDE)
        elif _ELECTS.fullmatch(text):
            return  # those who are named below are elected
        elif (people := _by_itself(page, start, text, label)) is not None:
            yield from people
        elif label and (listed := _below(page, number, start, text, label)):
            label, people = listed
            yield from people
        elif re.match(r"\d", block.label or "") or block.start in page.items:
            items += not ABOUT_THEM.match(text) and (block.start in page.tops or not page.tops)
            if label or items == ITEMS:
                return
        elif not (label and (_names_nobody(text) or _stands_among(document, blocks, number) or _leads(page, number))):
            label = None


def _goes_on(page: _Page, number: int) -> bool:
    """Whether a numbered list of people goes on in the line below."""
    return any(block.start in page.numbered for block in page.blocks[number + 1 : number + 2])


def _ends_list(document: Document, blocks: list[Block], number: int) -> bool:
    """Whether a line of ornaments stands below somebody's name, and not below the label of the list."""
    above = "".join(document.text[one.start : one.end] for one in blocks[max(0, number - 1) : number])
    rule = len(document.text[blocks[number].start : blocks[number].end].strip()) > LONG
    return rule and len(above) > 0 and label_of(above)[1] < len(above)


def _page_of(found: Findings, blocks: list[Block]) -> _Page:
    document = found.document
    numbered = {item.id for item in found.items if item.number}
    business = [item for item in found.items if item.number and not ABOUT_THEM.match(item.title)]
    return _Page(
        found,
        blocks,
        legend=_legend(document, blocks),
        runs=one_a_line(document, blocks),
        numbered={document.blocks[index].start for index in people_listed(document)},
        items={item.citation.start for item in business},
        tops={item.citation.start for item in business if item.parent_id not in numbered},
        ticked=any(
            box["tick"] or box["ticked"]
            for block in blocks
            if (box := _BOX.match(document.text, content_start(document, block), block.end))
        ),
    )


def _content(document: Document, block: Block) -> tuple[int, str]:
    """Where a line begins after its label or the number typed before "Present", and its text from there."""
    start = content_start(document, block)
    if typed := _TYPED.match(document.text, start, block.end):
        start = typed.end()
    return start, document.text[start : block.end]


def _in_table(
    found: Findings, row: Block, tables: _Tables, columns: dict[int, Label], label: Label | None
) -> Generator[Attendance, None, Label | None]:
    """People in a row of a table; returns the label that holds below."""
    if (halves := tables.halves.get(row.table)) is not None:
        return (yield from in_halves(found, row, halves, label))
    label = tables.beside.get(row.table, label)
    column = tables.named.get(row.table)
    if label and column is not None and column < len(row.cells):
        yield from _in_column(found, row, column, label)
        return label
    return (yield from in_row(found, row, columns, label, tables.broken.get(row.start)))


def _side_by_side(document: Document, blocks: list[Block]) -> dict[int | None, Label]:
    """The labels of tables that stand side by side on a page, as do these: "Present   Apologies" over two tables."""
    found: dict[int | None, Label] = {}
    run: list[tuple[Block, Label]] = []  # of labels, alone in their lines
    below: list[int | None] = []  # the tables right below them
    for block in blocks:
        if block.kind == "table_row":
            below += [block.table] if block.table not in below else []
            if len(run) == len(below) > 1 and _on_one_line(document, [label for label, _ in run]):
                found |= dict(zip(below, (label for _, label in run), strict=True))
            continue
        text = document.text[block.start : block.end]
        label, rest = label_of(text) if len(text) < LABEL else (None, 0)
        run = [*(run if not below else []), (block, label)] if label and rest >= len(text) else []
        below = []
    return found


def _on_one_line(document: Document, blocks: list[Block]) -> bool:
    """Whether blocks of a page stand beside each other, at one height."""
    boxes = [box for block in blocks for box in document.cite(block.start, block.end).boxes]
    page, _, top, *_ = boxes[0] if boxes else (0, 0, 0)
    return len(boxes) == len(blocks) and all(box[0] == page and abs(box[2] - top) < LEVEL for box in boxes)


def _in_column(found: Findings, row: Block, column: int, label: Label) -> Iterator[Attendance]:
    """The person in the one column of names; the other cells say what the person is."""
    texts = [found.document.text[slice(*cell)].strip() for cell in row.cells]
    if not NAME_HEAD.fullmatch(texts[column]):
        letters = initials_beside(texts, column)
        others = [text for at, text in enumerate(texts) if at != column and text != letters]
        role = " ".join(filter(None, others)).strip(" –—-") or None  # a dash may part the columns
        yield from entries(found, *row.cells[column], label, role=role, initials=letters)


def _holds_label(text: str) -> bool:
    """Whether a line begins with a label or holds one; "Vice-Chair Una Keld was there. She thanked all." does not."""
    if LABEL_INSIDE.search(text):
        return True
    label, rest = label_of(text)
    return label is not None and (":" in text[:rest] or not (_SAYS.search(text) or _DOES.search(text)))


def _of_first_column(document: Document, blocks: list[Block], number: int, label: Label | None) -> Label | None:
    """The label of the first of two columns whose heads a page has one below the other, where the Chair heads the list.

    Below "Attendees:" and "Apologies:" stand those who came; who was in the chair sent no apologies.
    """
    if not (label and label[0] == "apologies" and number) or not _IN_THE_CHAIR.search(
        _next_text(document, blocks, number)
    ):
        return label
    above, own = (document.text[blocks[n].start : blocks[n].end].strip() for n in (number - 1, number))
    first, rest = label_of(above)
    alone = rest >= len(above) and label_of(own)[1] >= len(own)
    return first if alone and first and first[0] == "present" else label


def _kept(text: str, over: Label | None, below: str) -> Label | None:
    """The label of those who were not there that holds for the groups below it: "Not present", "Trustees: Una Keld".

    One with names or "None" below it, and then a group, holds for those alone.
    """
    if over and group_of(text.partition(":")[0]):
        return over
    label, rest = label_of(text)
    heads = label and label[0] != "present" and rest >= len(text) and group_of(below.partition(":")[0])
    return label if heads else None


def _next_text(document: Document, blocks: list[Block], number: int) -> str:
    return "".join(document.text[content_start(document, one) : one.end] for one in blocks[number + 1 : number + 2])


def _beside(
    found: Findings, start: int, text: str, label: Label | None, over: Label | None
) -> Generator[Attendance, None, Label | None]:
    """People beside the labels of a line, and before the first those whom the list above goes on with.

    `over` is the label that holds for the groups that these lines are of.

    Returns the label that holds below.
    """
    inside = LABEL_INSIDE.search(text)
    ahead = text[: inside.start()] if inside else ""
    if label and len(ahead.split()) > 1 and (not label_of(text)[0] or names_one(ahead)):
        yield from entries(found, start, start + len(ahead), label)
    parts = list(labelled(text))
    for (at, end, label), last in zip(parts, [0, *(end for _, end, _ in parts)], strict=False):
        yield from entries(found, start + at, start + end, over or label, role=office_told(text[last:at]))
    # "Members present: Members absent:" stands over columns whose lines have run together.
    empty = 1 < len(parts) <= text.count(":") and not any(text[at:end].strip() for at, end, _ in parts)
    return None if empty else over or label


def _by_itself(page: _Page, start: int, text: str, label: Label | None) -> Iterator[Attendance] | None:
    """People in a line that says itself what they are, none where it is told elsewhere; null where it says nothing."""
    end = start + len(text)
    if IN_CHAIR.match(text):
        return iter(())  # see `in_prose`
    if (mark := _MARKED.match(text)) and mark["mark"] in page.legend:
        return entries(page.found, start + mark.end(), end, page.legend[mark["mark"]])
    if page.legend and _LEGEND.search(text):
        return iter(())
    if label and _CLOSES.fullmatch(text):
        return iter(())  # what the line above said of somebody
    return entries(page.found, start, end, ("present", "member")) if _ONE_CHAIRS.fullmatch(text) else None


def _below(page: _Page, number: int, start: int, text: str, label: Label) -> tuple[Label, Iterator[Attendance]] | None:
    """People in a line below a label, and the label that holds for them and below; null where it lists nobody."""
    found, block = page.found, page.blocks[number]
    if heads_points(found.document, page.blocks, number):
        return label, iter(())
    if box := _BOX.match(text):
        came = box["tick"] or box["ticked"]
        state: Label = label if came else ("absent", None)
        return label, islice(entries(found, start + box.end(), block.end, state), 1 if page.ticked else 0)
    if block.kind == "heading" and page.blocks[number - 1].kind == "list_item":
        return None  # "# Committee changes" below "• Ada Brindle"
    alone = _ONE_WORD.fullmatch(text)
    if alone and (block.kind == "heading" or _stands_over_text(found.document, page.blocks, number)):
        return None
    if block.start in page.numbered:
        return label, _one_numbered(found, start, text, label)
    line = page.runs.get(block.start)
    if line and line.whole:
        return label, whole(found, line.start, line.end, label)
    if _OF_A_PLACE.fullmatch(text) and begins_with_given(text):
        return label, whole(found, start, start + len(text), label)
    if line and not _names_just(text, line):
        return label, entries(found, line.start, line.end, _own(text, label), role=line.role)
    beside = block.kind == "list_item" and line is not None and bool(line.role)
    if block.start in page.items or not (beside or continues(block, text)) or WERE_THERE.match(text):
        return None
    ahead = _group_ahead(text)
    if ahead and label[0] != "present" and _STAFF.search(text, 0, ahead):
        label = BESIDE
    told = SENTENCE.search(text)
    end = start + told.start() if told else block.end
    if label[0] == "absent" and _are_officers(text):
        label = BESIDE  # whom the roll call goes on with
    return label, entries(found, start + ahead, end, _own(text, label), initials=_letters_ahead(text))


def _one_numbered(found: Findings, start: int, text: str, label: Label) -> Iterator[Attendance]:
    """The person of a numbered line; what else it names is where that person is from."""
    begin, end, office = name_and_office(text)
    if office:
        return whole(found, start + begin, start + end, label, role=office)
    return islice(entries(found, start + begin, start + end, label), 1)


def _group_ahead(text: str) -> int:
    """Where the names of a line begin behind a colon or a dash that whom they are of, or somebody's initials, end with.

    A dash is so only where nothing but names in full follows: "Ada Brindle - Mill Dale" is a person.
    """
    if group := _GROUP.match(text):
        return group.end()
    dashed = _DASHED.match(text)
    if not dashed or not (_LETTERS.fullmatch(dashed["of"]) or BODY.search(dashed["of"]) or text.startswith("Non-")):
        return 0
    names = re.sub(r"\s?\([^()]{1,60}\)|,?\s?\[[^\[\]]{1,90}\]", "", text[dashed.end() :])
    people = people_in(names)
    named = people and all(" " in one.name and not one.role for one in people)
    return dashed.end() if named and is_list(names, share=0.8) else 0


def _letters_ahead(text: str) -> str | None:
    """The initials before the one person of a line: "AB – Ada Brindle"."""
    dashed = _DASHED.match(text)
    letters = dashed["of"] if dashed and _group_ahead(text) else ""
    people = people_in(text[dashed.end() :]) if dashed and letters else []
    return letters if len(people) == 1 and letters and are_initials(letters, people[0].name) else None


def _own(text: str, label: Label) -> Label:
    """The label of one of a list, of whom it may say otherwise: "Ada Brindle, Vice President (absent)"."""
    return ("absent", None) if _AWAY.search(text) and len(people_in(text)) == 1 else label


def _are_officers(text: str) -> bool:
    """Whether a line lists several people with the office of each: "Ada Brindle, Manager; Tom Orme, City Clerk"."""
    people = people_in(text) if text.count(";") >= _OFFICERS - 1 else []
    return len(people) >= _OFFICERS and all(person.role and is_role(person.role) for person in people)


def _stands_over_text(document: Document, blocks: list[Block], number: int) -> bool:
    """Whether a line of one word heads what is told below it, and goes on with no list of such words above it."""
    above, below = blocks[max(0, number - 1)], blocks[number + 1 : number + 2]
    told = [document.text[one.start : one.end] for one in below if one.kind != "table_row"]
    alone = not _ONE_WORD.fullmatch(document.text[above.start : above.end])
    return alone and any(len(text.split()) > LONG and text.rstrip().endswith(".") for text in told)


def _names_just(text: str, line: Line) -> bool:
    """Whether the names in a text are the one of its line, and no more is taken for a part of it."""
    people = people_in(text)
    return len(people) == 1 and len(people[0].name) <= line.end - line.start


def _leads(page: _Page, number: int) -> bool:
    """Whether a line between the label and the points with names says something of the list: "Note: as of May"."""
    if not 0 < number < len(page.blocks) - LEAST:
        return False
    document = page.found.document
    above, *points = (page.blocks[number - 1], *page.blocks[number + 1 : number + 1 + LEAST])
    label, rest = label_of(_content(document, above)[1])
    labelled = label is not None and rest >= len(_content(document, above)[1])
    return labelled and all(
        point.kind == "list_item" and (point.start in page.runs or names_one(_content(document, point)[1]))
        for point in points
    )


def _names_nobody(text: str) -> bool:
    """Whether a line in a list is of people without their names, or heads some of those listed."""
    office = is_role(text) and len(text.split()) <= OFFICE and not re.search(r"[.:]$|\bby\b", text)
    return bool(office or _CAME.fullmatch(text) or _OF_SOME.fullmatch(text) or _UNNAMED.fullmatch(text))


def _names_one_below(document: Document, blocks: list[Block], number: int) -> bool:
    """Whether the line below, or the first cell of a row there, names one person and not by a single word."""
    below = blocks[number + 1 : number + 2]
    cells = [(one.cells[0] if one.cells else (content_start(document, one), one.end)) for one in below]
    texts = [document.text[slice(*cell)].strip() for cell in cells]
    return any(" " in text and (names_one(text) or _names_with_office(text)) for text in texts)


def _names_with_office(text: str) -> bool:
    """Whether a line is a name and what that person is: "Ada Brindle President"."""
    people = people_in(text)
    return (
        len(people) == 1
        and bool(people[0].role)
        and text.startswith(f"{people[0].name} ")
        and len(text.split()) <= LONG
    )


def _heads_some(document: Document, blocks: list[Block], number: int) -> bool:
    """Whether a short line between names is the body that those below it come from: "Mill Guild"."""
    text, below = (document.text[each.start : each.end] for each in (*blocks[number : number + 2], blocks[-1])[:2])
    group = BODY.search(text) or re.fullmatch(r"\([\w ,-]{3,30}\)", text)
    heading = blocks[number].kind == "heading" or _NO_BODY.search(text)
    return bool(group and len(text.split()) <= 8 and not heading and names_one(below))


def _stands_among(document: Document, blocks: list[Block], number: int) -> bool:
    """Whether a short line stands between those listed: the body of those below it, or a name that is not read."""
    return _heads_some(document, blocks, number) or _is_unread(document, blocks, number)


def _is_unread(document: Document, blocks: list[Block], number: int) -> bool:
    """Whether a line between two of names above and two below is somebody's, too: "Ada of Wenmarch", "kestrel42"."""
    if not 1 < number < len(blocks) - 2:
        return False
    texts = [document.text[content_start(document, one) : one.end] for one in blocks[number - 2 : number + 3]]
    alike = {(one.kind, bool(one.bold)) for one in blocks[number - 2 : number + 3]}
    named = [names_one(text) for text in (*texts[:2], *texts[3:])]
    like_one = _LIKE_A_NAME.fullmatch(texts[2]) and not GROUP.search(texts[2])
    return len(alike) == 1 and bool(like_one) and all(named) and any(" " in text for text in texts[3:])


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


def continues(block: Block, text: str) -> bool:
    """Whether a block under a label still lists people."""
    if block.kind == "heading" and (re.match(r"\d", block.label or "") or text.isupper()):
        return False
    if OTHER_TABLE.fullmatch(text) or _PART.match(text) or (text.isupper() and re.match(r"[IVX]+\.\s", text)):
        return False  # "Agenda" over a table, "I. WELCOME"
    if (_SAYS.search(text) or _DOES.search(text)) and not SENTENCE.search(text):
        return False
    names = CAME_OR_WENT.sub("", re.sub(r"^[\d.]+\s*", "", text[_group_ahead(text) :]))
    return is_list(names) or is_list(re.sub(r"\s?\([^()]{3,90}\)|,?\s?\[[^\]]{1,90}\]", "", names), share=0.8)
