"""Tasks that are marked as actions: by a marker in the text, in a column, a table, a log or a list of their own."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extract.dates import MONTHS, due_in
from extract.findings import Findings
from extract.owners import Owners, named_owner
from extract.ruleset import word_list
from extract.text import Sentence, content_start
from minutes.model import Block, Document, Words

_HEADS = (
    (
        "task",
        r"(?:agreed |outstanding )?actions?(?: (?:points?|required|agreed|items?|outstanding|still to do"
        r"|asked for|needed|to be taken|arising"
        r"|description|details?))?(?: no\.?)?|tasks?|action ?/ ?decision|what|recommended actions?",
    ),
    (
        "owner",
        r"(?:action )?owner|lead(?: officer| person)?|who|by whom|responsib\w+(?: officer| person| for| of)?"
        r"|resp|assigned(?: to)?|person(?: responsible)?|allocated(?: to)?|officer|action by|actioned by|assignee",
    ),
    (
        "due",
        r"due(?: by| date)?|deadline|by when|when|(?:target|completion)(?: date)?|timescales?|time ?(?:frame|line)"
        r"|date(?: due| for completion)?|complete by",
    ),
    (
        "status",
        r"status|progress|updates?|outcome|comments?|completed\??|complete|(?:current )?position|rag(?: rating)?"
        r"|notes?",
    ),
)
# What heads the column of the tasks where the heading above the table says that it is of actions.
_DETAIL = re.compile(r"(?:action )?(?:details?|descriptions?|items?)", re.IGNORECASE)
_COLUMN_HEAD = re.compile(r"actions?(?: by| points?| required| owner)?(?: ?/ ?(?:lead|who))?", re.IGNORECASE)
_LIST_HEAD = re.compile(
    r"(?:summary of |agreed |outstanding |new |key |list of "
    r"|(?:the )?(?P<whose>[\w ]{2,30})[’']s? )?(?:actions? (?:items?|points?|list|log|summary"
    r"|item reviews?)|actions?)(?: (?:from|arising|agreed|review|for|of (?:the )?(?:last|previous)).*)?",
    re.IGNORECASE,
)
_REVIEW = re.compile(r"\breview", re.IGNORECASE)
_LIST_STEM = re.compile(r"\bfollowing (?:new )?actions?(?: items?| points?)?(?: (?:were|was) \w+)?:$", re.IGNORECASE)
_BRACKETED = re.compile(
    r"^\[(?P<owner>[^\]]{2,60})\]\s*|^\((?P<round>[A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3})*)\):?\s+(?=[A-Z])"
    r"|^(?P<lead>[A-Z][\w /&,.]{1,40}?)(?P<set>:| [–—-])\s+(?=[A-Za-z])"
)
_OWNED = re.compile(r"(?<!\S)\[[A-Z][\w.’' -]{1,30}(?:[/,&][\w.’' -]{1,30})*\] (?=[A-Z])")
_REFERENCE = re.compile(
    r"(?:(?:[A-Z]{1,4}/)?\d{1,4}(?:[/.]\d{1,4})+(?:\([a-z]\))?\s*[:–—-]\s+)?"
)  # "24/110 – Order mower"
_STATUS_TAG = re.compile(
    r"\s*(?:[\[(]|(?<=\s)[–—-]\s)(?P<status>done|in progress|complete[d]?|closed|ongoing|open|outstanding|pending)"
    r"[\])]?\.?\s*$",
    re.IGNORECASE,
)
# "[UK] Mend the gate", "(UK, TO) Gate: ask the joiner": who is to do it, and what, at the start of an entry.
_INITIALLED = re.compile(
    r"[\[(](?P<who>[A-Z][A-Za-z]{1,3}(?:\s?[/,&+]\s?[A-Z][A-Za-z]{1,3})*)[\])]:?\s+"
    r"(?=(?:[A-Z][^.:;]{0,40}: )?(?:To )?(?:[Rr]e-)?(?P<verb>[A-Za-z]+))"
)
_NOBODY_YET = ("TBA", "TBC", "TBD")
# Below this heading stands one task, however it is told; "Actions" may head a list, or a word on those of before.
_ONE_ACTION = re.compile(r"action(?: point| required| agreed| needed)?", re.IGNORECASE)
_LISTED_VERBS = frozenset("agree decide let give have do go hold keep start stop finish try use".split())
_CARRIED = re.compile(r"\b(?:carried forward|deferred|moved) (?:to|until) (?P<due>.+?)(?:[.;,]|$)", re.IGNORECASE)
_MARKER = re.compile(
    r"(?P<open>[(\[])?\s*\b(?:(?:ACTION|Action)(?:S|s)?(?:\s+(?i:points?|items?|required|by|for|on"
    r"|agreed)\b)?|A[PI](?=\s?\d|:|\s[A-Z]|-\d)"
    r"|(?:TO[ -]?DO|To[ -][Dd]o|Follow[- ]?[Uu]p|FOLLOW[- ]?UP|Task|TASK|Next [Ss]teps?)(?=\s?[:–—]))"
    r"(?:\s*(?i:no\.?)?(?:\s*|-)(?:\d{1,3}(?:[./]\d{1,3})*[a-z]?|\d{6,8}-\d{1,3})\b)?\s*(?P<sep>[:–—-]|(?=\s)"
    r"|(?<=\d)\.)\s*"
)
# "The Clerk undertook to ask. ACTION": a marker after a sentence, and no word of who is to act.
_BARE_MARK = re.compile(r"(?<=[.;!?)])\s+ACTIONS?\.?\s*\Z")
# Labels after a marked task: "Lead: UK", "Due: 3 May".
_FIELD = re.compile(
    r"[\s(\[|–-]*\b(?:(?P<who>(?:action )?owner|lead(?: officer)?|by whom|who|responsib\w+(?: officer| person)?"
    r"|assigned to)|(?P<when>due(?: date)?|by when|when|deadline|timescale|target(?: date)?|completion date|date)|by)"
    r"\s*:\s*",
    re.IGNORECASE,
)
_NO_TASK = re.compile(
    r"(?:(?:none|nil)(?: [–—-] \w+)?|n/?a|no (?:further )?action|noted?|for (?:information|noting"
    r"|discussion)|motion|moved|approved|passed"
    r"|carried|accepted|resolved|tabled|plan|log|list|group|item|points?|planning|taken"
    r"|(?-i:[A-Z])\w+ (?:read|confirmed|reported|advised|said|stated|updated|explained) (?!back\b))\b",
    re.IGNORECASE,
)
# Where a task begins in a cell: "JS to mend", "Clerk – a plan", "QC/24/19 MP to bring".
_IN_CELL = re.compile(
    r"(?:(?<=\s)|^)(?:[A-Z]{1,4}(?:/\d+)+ )?(?P<who>[A-Z]{2,4}(?: ?[/&,] ?[A-Z]{2,4})*"
    r"|(?:The )?[A-Z][a-z]+)(?: to (?=[a-z])| [–—] |: )"
)
# Who is to act, between a marker and the task: "ACTION UK: send", "Action (UK) – send", "Action by the Clerk: send".
_LED_BY = re.compile(
    r"[(\[]?(?:by )?(?:the )?(?P<who>[A-Z][\w’'-]*(?:(?:/|, ?| & | and | of | )[A-Z][\w’'-]*){0,4})"
    r"(?:[)\]]?\s*(?::|[–—-]\s)\s*|\]\s+(?=[A-Za-z])|,\s(?=[a-z]))"
)
_INITIALS_LAST = re.compile(r"(?:(?<=[a-z)][.!?])|(?<=[A-Z]{2}[.!?]))\s+(?P<who>[A-Z]{2,3}(?:/[A-Z]{2,3})*)\Z")
# "Prop. UK, 2nd TO, all agreed.": how it was voted on, between a task and the mark at the end of the paragraph.
_VOTED = re.compile(r"\s(?:(?i:prop)[^;]{1,60}\s)?[Aa]ll agreed\.?\s*$")
# "... are sent round UK": what stood at the end of the line, where nothing but a space sets it off.
_INITIALS_ASIDE = re.compile(
    r"(?<=[a-z)])(?<!\bby)(?<!\bto)(?<!\bof)(?<!\band)(?<!\bfor)(?<!\bwith)(?<!\bfrom)(?<!\bthe)(?<!\bat)(?<!\bthat)"
    r"\s(?P<who>[A-Z]{1,2}[’']?[A-Z](?:/[A-Z]{1,2}[’']?[A-Z])*)\Z"
)
_BOX = re.compile(r"\[(?P<tick>[ xX✓✔])\]\s+(?=\S)")
_TAIL_MARK = re.compile(
    r"(?:(?<=[.;!?)]\s)|\()(?P<who>(?:The )?[A-Z][\w’'-]*(?:(?:/|, ?| & | and | )[A-Z][\w’'-]*){0,3})"
    r"(?:(?<!\() Action(?=[.\n])\.?| to action(?: this| it)?(?=\)))"
    r"|[–—-]\saction:?\s(?P<whom>[A-Z]{2,3}(?:/[A-Z]{2,3})*)(?=[.\n]|$)"
)
_OTHER_WORD = re.compile(r"\W*(?:TO|To|Follow|FOLLOW|Task|TASK|Next)\b")  # markers that are words of sentences, too
_OWNER_FIRST = re.compile(
    r"(?P<who>All [a-z]+|[A-Z][\w’'-]*(?:(?:/|, | and | & | )[A-Z][\w’'-]*)*)(?: to (?=[a-z])| [–—-] |:)"
)
_INITIALS_FIRST = re.compile(r"(?P<who>[A-Z]{2,3}(?:/[A-Z]{2,3})*) (?=[a-z])")
# A word that is no part of a name or an office: "UK item for the May meeting", but "Head of the Library".
_SAYS = re.compile(r"(?:^|\s)(?!(?:of|for|the|and|to|in|on|with|by|at|all|or|members?|team|officers?|lead)\b)[a-z]")
_NO_VERB = ("the", "a", "an", "be", "have")
_NOTED = re.compile(r"\b(?:noted|received|thanked|approved|[Aa]ll agreed)\b")  # a sentence that gives nobody a task
_INITIALS = re.compile(r"[A-Z]{2,4}(?:(?:\s?[/,&]\s?|\s)[A-Z]{2,4})*")
_TAKES_ON = re.compile(r"\b(?:agreed|offered|undertook|promised|volunteered) to\b", re.IGNORECASE)
_ABOVE = 8  # sentences above a mark in a line of its own
_MARK = 24  # characters; a longer line is no mark
_COLUMN = 3  # marks on the right without a heading, fewer of which are no column
_SHORT = 6  # words; a longer text after a marker is a task and no list of owners


_MONTHS = "|".join(name.title() for name in MONTHS)


class Task(NamedTuple):
    """A marked task: where its words stand, and what the mark says of it."""

    start: int
    end: int
    owner: str | None
    rule: str
    due: str | None = None
    status: str | None = None


class _Mark(NamedTuple):
    """Owners, a date or both, set beside the text in a column."""

    start: int
    end: int
    block: int  # of the text that it stands beside
    owner: str | None
    due: str | None
    placed: bool = True  # whether where it stands on the page tells which line it means


def marked_tasks(found: Findings, owners: Owners, told: Sequence[int], hints: Sequence[int]) -> Iterator[Task]:
    """The marked tasks of minutes or of an action log.

    A mark in the margin means a sentence. `told` are the offsets of those that give somebody a task, `hints` those at
    which the words look like it.
    """
    yield from tabled_tasks(found)
    yield from _from_log(found, owners)
    yield from _from_lists(found, owners)
    yield from _from_notes(found, owners)
    flat = _is_flat(found, owners)
    yield from _from_column(found, owners, (told, hints), flat=flat)
    yield from _from_cells(found, owners)
    yield from _from_markers(found, owners, told)
    yield from _from_bare_marks(found)
    yield from _from_tails(found, owners, flat=flat)
    yield from _from_boxes(found, owners)
    yield from _from_initialled(found, owners)


# "UK, April": a month alone after who is to act.
_MONTH_LAST = re.compile(rf"[A-Za-z],\s+(?P<due>(?:{_MONTHS})(?:\s20\d\d)?)\W*$")


def read_mark(text: str, owners: Owners) -> tuple[str | None, str | None] | None:
    """Owner and due as a mark gives them ("UK by 30 April", "Clerk"); null if it says anything else."""
    month = _MONTH_LAST.search(text)
    due = due_in(text, bare=True) or (month["due"] if month else None)
    owner = (text.replace(due, " ", 1) if due else text).strip(" ,;:.()[]–—-")
    owner = re.sub(r"^(?:by|for|for the attention of)\s+|\s+please$", "", owner)
    if not owner:
        return (None, due) if due else None
    return (owner, due) if owners.marks(owner) else None


def tabled_tasks(found: Findings) -> Iterator[Task]:
    """Rows of a table whose columns are headed as an action table's."""
    document = found.document
    lists = [(item.citation.end, item.end) for item in found.items if _LIST_HEAD.fullmatch(item.title.rstrip(":"))]
    columns: dict[str, int] = {}
    table = None
    for block in document.blocks:
        if block.kind != "table_row":
            continue
        texts = [document.text[start:end].strip() for start, end in block.cells]
        heads = _columns(texts, listed=any(start <= block.start < end for start, end in lists))
        if heads:
            columns, table = heads, block.table
        elif columns and block.table == table and columns["task"] < len(block.cells):
            start, end = block.cells[columns["task"]]
            told = {name: texts[index] for name, index in columns.items() if index < len(texts)}
            if end - start < 3 or not re.search(r"[a-z]", told["task"]) or _NO_TASK.fullmatch(told["task"]):
                continue
            carried = _CARRIED.search(told.get("status", ""))
            due = told.get("due") or (carried["due"] if carried else None)
            owner = told.get("owner") or named_owner(told["task"])
            yield Task(start, end, owner, "action.table", due, told.get("status"))


def _columns(texts: list[str], *, listed: bool = False) -> dict[str, int]:
    """Which column of an action table holds what; empty if the row heads no such table.

    Below a heading of actions (`listed`), the column of the details is that of the tasks.
    """
    columns: dict[str, int] = {}
    for index, text in enumerate(texts):
        for name, pattern in _HEADS:
            # "Date" may be that of the meeting, where another column says when a task is due.
            free = name not in columns or texts[columns[name]].casefold() == "date"
            if free and text and re.fullmatch(pattern, text.rstrip(":.").strip(), re.IGNORECASE):
                columns[name] = index
                break
    detail = next((index for index, text in enumerate(texts) if _DETAIL.fullmatch(text)), None) if listed else None
    if detail is not None:
        columns.setdefault("task", detail)
    # "What" heads other tables, too, unless they say who is to do it.
    weak = "task" in columns and texts[columns["task"]].casefold().startswith("what") and "owner" not in columns
    return columns if "task" in columns and len(columns) >= 2 and not weak else {}


def _from_log(found: Findings, owners: Owners) -> Iterator[Task]:
    """Entries of an action log without headed columns: rows (the task first, how it stands last) and lines."""
    document = found.document
    head = " ".join(document.text[block.start : block.end] for block in document.blocks[:6])
    if found.kind != "other" or not re.search(r"\baction (?:log|list|tracker)\b", head, re.IGNORECASE):
        return
    verbs = set(word_list("task"))
    for block in document.blocks:
        if block.kind == "table_row":
            cells = [(start, end) for start, end in block.cells if end > start]
            if block.column_header or not cells or not re.search(r"[a-z]{3}", document.text[slice(*cells[0])]):
                continue
            texts = [document.text[slice(*cell)] for cell in cells]
            owner = next((text for text in texts[1:] if owners.marks(text)), None) or named_owner(texts[0])
            yield Task(*cells[0], owner, "action.log", status=texts[-1] if len(cells) > 1 else None)
        elif block.kind in ("paragraph", "list_item"):
            start = content_start(document, block)
            first = re.match(r"[\w-]+", document.text[start : block.end])
            if first and first[0].casefold() in verbs and " " in document.text[start : block.end]:
                yield Task(start, block.end, None, "action.log")


def _from_lists(found: Findings, owners: Owners) -> Iterator[Task]:
    """Entries of a list under a heading such as "Action items", or after "the following actions:"."""
    document = found.document
    for item in found.items:
        if head := _LIST_HEAD.fullmatch(item.title.rstrip(":")):
            blocks = list(document.blocks_between(item.citation.end, item.end))
            tagged = bool(_REVIEW.search(item.title))
            yield from _entries(found, owners, blocks, tagged=tagged, whose=head["whose"])
    headed = {document.block_index(item.citation.start) for item in found.items}
    for index, block in enumerate(document.blocks):
        if block.furniture or block.kind in ("table_row", "note"):
            continue
        text = document.text[content_start(document, block) : block.end].strip()
        if block.kind == "heading" and _ONE_ACTION.fullmatch(text.rstrip(":")):
            yield from _told_below(found, index)
        if index in headed:
            continue
        head = _LIST_HEAD.fullmatch(text.rstrip(":"))
        listed = _listed(document, index) if head or _LIST_STEM.search(text) else []
        marked = head and (text.endswith(":") or text.isupper() or block.bold or [b for b in listed if b.label])
        if marked or (listed and not head):
            whose = head["whose"] if head else None
            yield from _entries(found, owners, listed, lines=True, whose=whose)


def _told_below(found: Findings, index: int) -> Iterator[Task]:
    """The one paragraph below a heading "Action", whatever its verb: "It was agreed that the gate be mended."."""
    below = [block for block in found.document.blocks[index + 1 : index + 3] if not block.furniture]
    if [block.kind for block in below] in (["paragraph"], ["paragraph", "heading"]):
        text = found.document.text[below[0].start : below[0].end]
        if len(text.split()) > 2 and not _NO_TASK.match(text):
            yield Task(below[0].start, below[0].end, named_owner(text), "action.list")


def _listed(document: Document, index: int) -> list[Block]:
    """The list that stands directly below the block at `index`, or the lines there that say who is to do what."""
    entries: list[Block] = []
    blocks = document.blocks
    for block in blocks[index + 1 :]:
        if block.furniture:
            continue
        line = block.kind == "paragraph" and all(entry.kind == "paragraph" for entry in entries)
        if line and named_owner(document.text[block.start : block.end]):
            entries.append(block)
            continue
        if block.kind != "list_item" or (entries and _depth(block) < _depth(entries[0])):
            break
        if not entries and block.label and block.label == blocks[index].label:
            break
        entries.append(block)
    return entries


def _depth(block: Block) -> int:
    return block.label.count(".") if block.label and block.label[0].isdigit() else 1


def _entries(
    found: Findings,
    owners: Owners,
    blocks: list[Block],
    *,
    tagged: bool = False,
    lines: bool = False,
    whose: str | None = None,
) -> Iterator[Task]:
    """The tasks of a list, or of `lines`; where it goes over old actions, those `tagged` with an owner or a status.

    `whose` is the owner that the heading of the list names: "Clerk's actions".
    """
    text = found.document.text
    entries = [b for b in blocks if b.kind == "list_item" or lines or _OWNED.match(text, b.start, b.end)]
    depth = min(map(_depth, entries), default=0)
    ends, parts = _with_parts(found.document, entries)
    for block in entries:
        if block.start not in parts and not (block.label and block.label[0].isdigit() and _depth(block) > depth):
            # Lines that were read as one paragraph: "[Una] Mend the gate. [Tom] Fence the pond."
            begins = [m.start() for m in _OWNED.finditer(text, block.start + 1, block.end)]
            last = ends.get(block.start, block.end)
            for start, end in pairwise([content_start(found.document, block), *begins, last]):
                yield from _entry(found, owners, start, end, tagged=tagged, whose=whose)


def _with_parts(document: Document, entries: list[Block]) -> tuple[dict[int, int], set[int]]:
    """Where tasks end that a list goes on with below them, and the entries that are such parts: "[UK] Website:"."""
    ends: dict[int, int] = {}
    parts: set[int] = set()
    led: Block | None = None
    for block in entries:
        start = content_start(document, block)
        bracketed = document.text.startswith("[", start)
        if led and block.level > led.level and not bracketed:
            ends[led.start] = block.end
            parts.add(block.start)
        else:
            led = block if bracketed and document.text[start : block.end].rstrip().endswith(":") else None
    return ends, parts


def _leading(head: re.Match[str] | None) -> str | None:
    """Who an entry begins with, in brackets or before a colon or a dash."""
    return (head["owner"] or head["round"] or head["lead"]) if head else None


def _entry(found: Findings, owners: Owners, start: int, end: int, *, tagged: bool, whose: str | None) -> Iterator[Task]:
    start += len(_REFERENCE.match(found.document.text[start:end])[0])  # type: ignore[index]
    text = found.document.text[start:end].rstrip()
    head = _BRACKETED.match(text)
    tag = _STATUS_TAG.search(text)
    lead = _leading(head)
    if lead and head and head["lead"] and not (owners.marks if head["set"] == ":" else owners.are_people)(lead):
        head = lead = None  # "HGVs – report them" begins with what it is about
    owner = lead or named_owner(text) or whose
    first = re.match(r"(?:To )?([\w-]+)", text)
    if tagged and not lead and not tag:
        return
    if not owner and not (first and (verb := first[1].casefold()) and (verb in owners.tasks or verb in _LISTED_VERBS)):
        return
    begin = start + (head.end() if head else 0)
    end = start + (tag.start() if tag else len(text))
    if end > begin:
        owner = None if owner in _NOBODY_YET else owner
        yield Task(begin, end, owner, "action.list", status=tag["status"] if tag else None)


def _is_flat(found: Findings, owners: Owners) -> bool:
    """Whether what was an action column stands in the text: no places on the page, or its initials begin lines."""
    words = found.document.words
    if words is None or not len(words.start):
        return True
    alone, middle = _alone(found, owners), 0.3 * float(words.box[:, 2].max())
    return len(alone) >= _COLUMN and all(_left(words, block) < middle for block in alone)


def _from_column(found: Findings, owners: Owners, triggers: Sequence[Sequence[int]], *, flat: bool) -> Iterator[Task]:
    """Owners in an action column: the sentence that they stand beside."""
    aside = [] if flat else _in_right_column(found, owners)
    marks = sorted([*_notes(found, owners, flat=flat), *aside, *_in_cells(found, owners)])
    taken: set[tuple[int, int]] = set()
    for index, mark in enumerate(marks):
        if not mark.owner:
            continue
        below = marks[index + 1] if index + 1 < len(marks) else None
        due = mark.due or (below.due if below and not below.owner and below.start - mark.end < 200 else None)
        sentence = _beside(found, owners, mark, triggers, taken)
        if sentence:
            taken.add(sentence)
            yield Task(*sentence, mark.owner, "action.column", due)


def _heads_column(found: Findings, text: str) -> bool:
    """Whether a text heads a column that names who is to act."""
    return bool(_COLUMN_HEAD.fullmatch(text.strip(" :"))) or found.profile.heads_column(text)


# What a note ends with: "– TO, 24 April".
TAIL = re.compile(r"\s[–—-]\s(?P<mark>[^–—()]{2,40})\s*$")


def _from_notes(found: Findings, owners: Owners) -> Iterator[Task]:
    """Tasks told in the margin, with who does them: "Plan to the May Board – TO", or the initials in a note below."""
    document = found.document
    for block, below in pairwise([*document.blocks, None]):
        text = document.text[block.start : block.end] if block and block.kind == "note" else ""
        if not block or not _tells_task(found, text, owners):
            continue
        begun, tail = _IN_CELL.match(text), TAIL.search(text)
        mark = read_mark(tail["mark"], owners) if tail else None
        if not mark and below and below.kind == "note":
            mark = read_mark(document.text[below.start : below.end], owners)
        whose = begun["who"] if begun and owners.marks(begun["who"]) else named_owner(text)
        owner, due = mark or (None, None)
        if owner or whose:
            yield Task(block.start, block.end, owner or whose, "action.column", due)


def _tells_task(found: Findings, text: str, owners: Owners) -> bool:
    """Whether a note says what is to be done, and not only who does it."""
    words = len(text.split()) > 2 and re.search(r"[a-z]{3}", text)
    return bool(words and not (_heads_column(found, text) or read_mark(text, owners) or _NO_TASK.fullmatch(text)))


def _notes(found: Findings, owners: Owners, *, flat: bool) -> Iterator[_Mark]:
    """Marks in the margin, as the reader of the file tells them apart; not those of a task in the note above."""
    previous: int | None = None
    above = ""
    # Where they have no places of their own on the page, lines of nothing but initials are such marks.
    alone = _alone(found, owners) if flat else []
    lines = {block.start for block in alone} if len(alone) >= _COLUMN else set()
    for index, block in enumerate(found.document.blocks):
        aside = block.kind == "note" or block.start in lines
        text, last = found.document.text[block.start : block.end] if aside else "", above
        above = text
        if aside:
            mark = None if _heads_column(found, text) else read_mark(text, owners)
            if last and _tells_task(found, last, owners):
                continue
            if mark and previous is not None:
                for who in mark[0].split() if block.start in lines and mark[0] else [mark[0]]:
                    yield _Mark(block.start, block.end, previous, who, mark[1], not flat)
        elif not block.furniture:
            previous = index


def _in_right_column(found: Findings, owners: Owners) -> Iterator[_Mark]:
    """Marks that were read as part of the text: initials on the right, below a heading "Action" or time and again."""
    document, words = found.document, found.document.words
    if words is None or not len(words.start):
        return
    heads = [b for b in document.blocks if _heads_column(found, document.text[b.start : b.end]) and not b.furniture]
    middle = 0.6 * float(words.box[:, 2].max())
    column = [b for b in heads or _alone(found, owners) if b.kind != "note" and _left(words, b) > middle]
    if not column or (not heads and len(column) < _COLUMN):
        return
    first, left = min(b.start for b in heads or column), min(_left(words, b) for b in column)
    for start, end in _right_of(found, first if heads else first - 1, left - 15):
        index = document.block_index(start)
        mark = None if document.blocks[index].kind == "note" else read_mark(document.text[start:end], owners)
        if mark and (not mark[0] or not owners.initials or _mostly_known(mark[0], owners)):
            beside = index if start > document.blocks[index].start else max(0, index - 1)
            yield _Mark(start, end, beside, *mark)


def _left(words: Words, block: Block) -> float:
    """How far from the left of its page a block begins, in points; 0 where none of its words has a place."""
    return next((float(box[1]) for box in words.boxes(block.start, block.end)), 0.0)


def _alone(found: Findings, owners: Owners) -> list[Block]:
    """The lines that hold nothing but the initials of people at the meeting, or of one of them and somebody else."""
    document = found.document
    lines = [(b, document.text[b.start : b.end]) for b in document.blocks if b.kind == "paragraph" and not b.furniture]
    return [
        block
        for block, text in lines
        if len(text) < _MARK
        and _INITIALS.fullmatch(text)
        and any(w in owners.initials for w in re.findall(r"\w+", text))
    ]


def _mostly_known(owner: str, owners: Owners) -> bool:
    """Whether the initials in a mark are those of people at the meeting: other capitals at a line's end are not."""
    letters = [part for part in re.findall(r"\b[A-Z][A-Za-z]?[A-Z]{1,2}\b", owner) if part != "ALL"]
    return 2 * sum(part in owners.initials for part in letters) >= len(letters)


def _right_of(found: Findings, first: int, left: float) -> Iterator[tuple[int, int]]:
    """Runs of words that begin at `left` or beyond, set apart from what stands before them on the line."""
    words = found.document.words
    if words is None:
        return
    run: tuple[int, int] | None = None
    for number in range(len(words.start)):
        start, end = int(words.start[number]), int(words.end[number])
        x0, top, _, bottom = (float(value) for value in words.box[number])
        joined = number > 0 and abs(float(words.box[number - 1][1]) - top) < 2
        gap = x0 - float(words.box[number - 1][2]) if joined else bottom
        if run and joined and start - run[1] <= 1 and gap < bottom - top:
            run = run[0], end
            continue
        if run:
            yield run
        run = (start, end) if start > first and x0 >= left and gap >= bottom - top else None
    if run:
        yield run


def _in_cells(found: Findings, owners: Owners) -> Iterator[_Mark]:
    """Marks in the last column of minutes that are set as a table, under a heading such as "Action"."""
    document = found.document
    headed: dict[int | None, int] = {}
    for index, block in enumerate(document.blocks):
        texts = [document.text[start:end].strip() for start, end in block.cells]
        head = next((at for at, text in enumerate(texts) if at and _heads_column(found, text)), None)
        if head is not None and not _columns(texts):
            headed[block.table] = head
        elif block.table in headed:
            last = max((at for at, text in enumerate(texts) if text), default=0)
            mark = read_mark(texts[last], owners) if last and last >= headed[block.table] - 1 else None
            if mark and any(len(text.split()) > 8 for text in texts[:last]):
                yield _Mark(*block.cells[last], index, *mark)


def _from_cells(found: Findings, owners: Owners) -> Iterator[Task]:
    """Tasks told in the action column of minutes that are set as a table: "JS to mend the gate TO – a plan by May"."""
    document = found.document
    headed: dict[int | None, int] = {}
    for block in document.blocks:
        texts = [document.text[start:end].strip() for start, end in block.cells]
        if len(texts) > 1 and _heads_column(found, texts[-1]) and not _columns(texts):
            headed[block.table] = len(texts) - 1
        elif block.table in headed and len(texts) == headed[block.table] + 1 and texts[-1]:
            start, end = block.cells[-1]
            begins = [m.start() for m in _IN_CELL.finditer(document.text, start, end)]
            for low, high in pairwise([start, *(at for at in begins if at > start), end]):
                text = document.text[low:high].rstrip()
                begun = _IN_CELL.match(text)
                owner = begun["who"] if begun and owners.marks(begun["who"]) else named_owner(text)
                if owner and len(text.split()) > 2 and not read_mark(text, owners):
                    yield Task(low, low + len(text), owner, "action.column")


def _beside(
    found: Findings, owners: Owners, mark: _Mark, triggers: Sequence[Sequence[int]], taken: set[tuple[int, int]]
) -> tuple[int, int] | None:
    """The sentence that a mark stands beside.

    One that gives its owner a task; else, of the sentences on the lines beside it (and one line above and below), the
    one that names its owner, one that gives a task, or the last that stands there. Without places on the page, of all
    sentences of the block.
    """
    sentences = _candidates(found, mark)
    # One sentence, one mark: the second of two marks beside a paragraph means another of its sentences.
    sentences = [s for s in sentences if (s.start, s.end) not in taken] or sentences
    if not sentences:
        return None
    on, near = _by_place(found, mark, sentences)
    text, who = found.document.text, owners.called(mark.owner or "")
    named = [s for s in near if re.search(who, text[s.start : s.end])]
    tasked = next((held for starts in triggers if (held := _holding(near, starts))), [])
    # "HT to arrange this" is meant wherever in the paragraph it stands.
    begins = re.compile(rf"{who}(?: [\w’'-]+){{0,3}}? (?:to|will|would|should) (?P<verb>[a-z-]+)")
    opens = [s for s in sentences if (does := begins.search(text, s.start, s.end)) and does["verb"] in owners.tasks]
    if not mark.placed and not opens:
        opens = [s for s in sentences if (does := begins.match(text, s.start, s.end)) and does["verb"] not in _NO_VERB]
    chosen = next((s for s in [*opens, *named] if s in opens or s in tasked), None) or next(
        (s for s in tasked if s in on), None
    )
    if not mark.placed and not chosen:  # beside nothing, so who is named tells more than what stands last
        chosen = next(iter(opens), None)
    told = [s for s in on or near if not _NOTED.search(found.document.text, s.start, s.end)]
    chosen = chosen or (tasked or told or on or near)[-1]
    return chosen.start, chosen.end


def _holding(sentences: list[Sentence], starts: Sequence[int]) -> list[Sentence]:
    """The sentences in which one of `starts` lies."""
    return [s for s in sentences if any(s.start <= at < s.end for at in starts)]


def _candidates(found: Findings, mark: _Mark) -> list[Sentence]:
    """The sentences of the block that a mark stands beside, less the mark; of a row also those of the row below it.

    A file without places on the page has a mark after all that it may stand beside: since the mark before, or the item.
    """
    blocks = found.document.blocks
    block = blocks[mark.block]
    if not mark.placed and block.kind != "table_row":
        items = [item.citation.end for item in found.items if item.citation.end <= block.start]
        notes = [b.end for b in blocks[: mark.block] if b.kind == "note"]
        # A numbered paragraph is minuted by itself.
        own = block.start - 1 if block.label and block.label[0].isdigit() else 0
        since = max([own, *items, *notes])
        low, high = bisect_right(found.starts, since), bisect_right(found.starts, block.end - 1)
        return found.sentences[low:high]
    following = blocks[mark.block + 1] if mark.block + 1 < len(blocks) else block
    split = block.kind == "table_row" and following.table == block.table and found.document.words is not None
    end = following.end if split else block.end
    low, high = bisect_right(found.starts, block.start - 1), bisect_right(found.starts, end - 1)
    beside = [s for s in found.sentences[low:high] if not (mark.start <= s.start and s.end <= mark.end)]
    return [s for s in beside if found.document.text.count(" ", s.start, s.end) > 1] or beside


def _by_place(found: Findings, mark: _Mark, sentences: list[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences on the line of a mark, and those at most a line away; all where there are no places."""
    words = found.document.words if mark.placed else None
    boxes = words.boxes(mark.start, mark.end) if words is not None else ()
    if words is None or not boxes:
        return sentences, sentences
    page, _, top, _, bottom = boxes[0]
    middle, height = (top + bottom) / 2, bottom - top
    lines = {s: [box for box in words.boxes(s.start, s.end) if box[0] == page] for s in sentences}

    def within(slack: float) -> list[Sentence]:
        return [s for s in sentences if any(box[2] - slack <= middle <= box[4] + slack for box in lines[s])]

    return within(2), within(1.2 * height) or sentences[-1:]


def _from_markers(found: Findings, owners: Owners, told: Sequence[int]) -> Iterator[Task]:
    """ "ACTION: Clerk to write", "(Action: JS)", "Action point 3 – Director", "AP1 JS to circulate"."""
    document = found.document
    items = [item for item in found.items if not _MARKER.fullmatch(f"{item.title.rstrip(':')}:")]
    items = [item for item in items if not ((mark := _MARKER.match(item.title)) and mark["sep"] == ":")]
    headed = {document.block_index(item.citation.start) for item in items}
    for index, block in enumerate(document.blocks):
        if block.furniture or block.kind == "note" or index in headed or block.column_header:
            continue
        for start, end in block.cells or [(block.start, block.end)]:
            text = document.text[start:end]
            marks = [mark for mark in _MARKER.finditer(text) if _is_marker(text, mark, owners)]
            stops = [mark.start() for mark in marks[1:]] + [len(text)]
            for mark, stop in zip(marks, stops, strict=False):
                below = _labels_below(document, index) if stop == len(text) and not block.cells else ""
                for task in _after_marker(found, owners, start, text, mark, stop, below):
                    yield _told_above(found, task, told) if mark.start() == 0 and task.end < start else task


def _from_tails(found: Findings, owners: Owners, *, flat: bool) -> Iterator[Task]:
    """Sentences after which stands who is to act on them: "The gate is broken. UK Action.", "... (UK to action)"."""
    document = found.document
    for tail in _TAIL_MARK.finditer(document.text):
        who = tail["who"] or tail["whom"]
        sentence = _sentence_before(found, tail.start(), max(tail.start(), tail.start("who") - 1))
        if sentence and owners.marks(who):
            yield Task(*sentence, who, "action.marker")
    aside = _aside(found, owners) if flat else {}
    # "... on the noticeboard. MH": what a column was, where its words stand in the text.
    for block in document.blocks if flat else ():
        last = _INITIALS_LAST.search(document.text, block.start, block.end) if _is_text(block) else None
        last = last or aside.get(block.start)
        at = _VOTED.search(document.text, block.start, last.start()) if last else None
        sentence = _sentence_before(found, last.start(), at.start() if at else last.start()) if last else None
        if last and sentence and (block.start in aside or owners.are_there(last["who"])):
            yield Task(*sentence, last["who"], "action.column")


def _aside(found: Findings, owners: Owners) -> dict[int, re.Match[str]]:
    """By where their blocks begin, initials of people at the meeting that end several of them without a stop before."""
    document = found.document
    if not owners.initials:
        return {}
    since = min((item.citation.start for item in found.items), default=0)  # above stand the lists of who was there
    ended = (
        (b.start, _INITIALS_ASIDE.search(document.text, b.start, b.end))
        for b in document.blocks
        if _is_text(b) and b.start >= since
    )
    marks = {start: mark for start, mark in ended if mark and mark["who"].split("/")[-1] in owners.initials}
    return marks if len(marks) > 1 else {}


def _is_text(block: Block) -> bool:
    return block.kind in ("paragraph", "list_item") and not block.furniture


def _from_bare_marks(found: Findings) -> Iterator[Task]:
    """Sentences with nothing but "ACTION" after them."""
    document = found.document
    for block in document.blocks:
        if _is_text(block):
            mark = _BARE_MARK.search(document.text, max(block.start, block.end - _MARK), block.end)
            if mark and (before := _sentence_before(found, block.start, mark.start())):
                start, end = before
                if document.text.count(" ", start, end) < 2:  # "Una will ask about that. Get two. ACTION"
                    start = found.sentences[max(0, bisect_right(found.starts, start) - 2)].start
                start = max(start, block.start)
                yield Task(start, end, named_owner(document.text[start:end]), "action.marker")


def _from_boxes(found: Findings, owners: Owners) -> Iterator[Task]:
    """Entries with a box to tick: "[ ] Una: mend the gate", "[x] Mend the gate"."""
    document = found.document
    for block in document.blocks:
        start = content_start(document, block) if block.kind == "list_item" else block.end
        if box := _BOX.match(document.text, start, block.end):
            status = "open" if box["tick"].isspace() else "done"
            text = document.text[box.end() : block.end].rstrip()
            head = _BRACKETED.match(text)
            lead = _leading(head)
            head = head if lead and owners.marks(lead) else None
            begin = box.end() + (head.end() if head else 0)
            yield Task(begin, box.end() + len(text), lead if head else named_owner(text), "action.list", status=status)


def _from_initialled(found: Findings, owners: Owners) -> Iterator[Task]:
    """Entries that begin with the initials of people at the meeting and a task: "[UK] Mend the gate - Done"."""
    document = found.document
    since = min((item.citation.start for item in found.items), default=0)  # above stand the lists of who was there
    for block in document.blocks if owners.initials else ():
        if block.start < since or not _is_text(block):
            continue
        start = content_start(document, block)
        led = _INITIALLED.match(document.text, start, block.end) if document.text[start] in "[(" else None
        if (
            led
            and led["verb"].casefold() in owners.tasks
            and owners.are_there(re.sub(r"\s?[/,&+]\s?", "/", led["who"]))
        ):
            yield from _entry(found, owners, start, block.end, tagged=False, whose=None)


def _is_marker(text: str, mark: re.Match[str], owners: Owners) -> bool:
    """Whether "action" marks a task here and is not a word of the sentence ("Climate Action – an update")."""
    rest = text[mark.end() :]
    if not rest or _NO_TASK.match(rest):
        return False
    opens = _opens(text, mark)
    led = _LED_BY.match(rest)
    if led and opens and _leads(led, owners):
        return True
    if "AI" in mark[0] and not (opens and _OWNER_FIRST.match(rest)):
        return False  # "AI: what it means for schools"
    if _OTHER_WORD.match(mark[0]):
        return opens and bool(mark["sep"])
    capitals = mark[0].strip("([ ").startswith(("ACTION", "AP"))
    if mark["sep"] == ":":
        return True
    if mark["open"]:
        return bool(read_mark(re.split(r"[)\]]", rest)[0], owners) or named_owner(rest))
    if mark["sep"]:
        return opens or capitals
    ends = re.split(r"[.;)\]]", rest)[0]
    alone = read_mark(ends, owners) if len(rest) - len(ends) < 2 else None
    if alone and not opens and not capitals:
        return owners.are_people(alone[0])  # "... to the school Action Una", but not "the Climate Action Group"
    return (opens or capitals) and bool(named_owner(rest) or alone)


def _leads(led: re.Match[str], owners: Owners) -> bool:
    """Whether what stands between a marker and a task is who is to do it; "UNA/TOM" are names in capitals."""
    return owners.marks(led["who"]) or (led["who"].isupper() and "/" in led["who"])


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a marker begins its text, or a sentence of it."""
    return mark.start() == 0 or bool(re.search(r"[.;:?!)]\s*$", text[: mark.start()]))


def _labels_below(document: Document, index: int) -> str:
    """The lines below a marked task that say who and when by labels of their own: "Owner: UK", "Due: 3 May"."""
    told = []
    for block in document.blocks[index + 1 : index + 4]:
        line = document.text[block.start : block.end]
        if not _FIELD.match(line):
            break
        told.append(line)
    return " ".join(told)


def _fields(text: str, owners: Owners) -> tuple[str, str | None, str | None]:
    """A marked task without the labels that follow it, and the owner and the date that these give."""
    fields = list(_FIELD.finditer(text))
    owner = due = None
    for field, stop in zip(fields, [*(f.start() for f in fields[1:]), len(text)], strict=False):
        value = text[field.end() : stop].strip(" .,;|–-\n")
        if due_in(value, bare=True) or field["when"]:
            due = due or value or None
        elif owners.marks(value) or field["who"]:
            owner = owner or value or None
    return text[: fields[0].start()] if fields else text, owner, due


def _after_marker(
    found: Findings, owners: Owners, base: int, text: str, mark: re.Match[str], stop: int, below: str
) -> Iterator[Task]:
    """What a marker marks: the words after it or, if they only say who and when, the sentence before it."""
    led = None if mark["sep"] else _LED_BY.match(text, mark.end(), stop)
    if led and _leads(led, owners) and _opens(text, mark) and text[led.end() : stop].strip(" .|–-\n"):
        task = text[led.end() : stop].rstrip(" |–-\n")
        yield Task(base + led.end(), base + led.end() + len(task), led["who"], "action.marker")
        return
    rest, lead, when = _fields(text[mark.end() : stop], owners)
    if below:
        _, lead, when = _fields(f"{text[mark.end() : stop]} {below}", owners)
    if mark["open"]:
        rest = re.split(r"[)\]]", rest)[0]
    told = read_mark(rest, owners) if len(rest.split()) <= 2 * _SHORT else None
    does = re.search(r"\b(?:to|will|would|should|please)\b", rest) or owners.tasks & set(rest.split())
    short = len(rest.split()) <= _SHORT and not does and not _SAYS.search(rest)
    if ((lead or when) and rest.strip(" .:")) or (not told and not short):
        end = base + mark.end() + len(rest.rstrip(" |–-\n"))
        yield Task(base + mark.end(), end, lead or named_owner(rest) or _begun(rest, owners), "action.marker", when)
        return
    owner, due = told or (rest.strip(" ."), None)
    before = _sentence_before(found, base, base + mark.start())
    if before:
        yield Task(*before, owner, "action.marker", due)


def _told_above(found: Findings, task: Task, told: Sequence[int]) -> Task:
    """A task marked in a line of its own: the last sentence of the paragraph above that gives one, where one does."""
    index = bisect_right(found.starts, task.start) - 1
    block = found.sentences[index].block
    above = [s for s in found.sentences[max(0, index - _ABOVE) : index + 1] if s.block == block]
    taken = _TAKES_ON.search(found.document.text, task.start, task.end)
    giving = [] if taken else _holding(above, told)
    return task._replace(start=giving[-1].start, end=giving[-1].end) if giving else task


def _begun(text: str, owners: Owners) -> str | None:
    """Who a marked task begins with: "Una – a note to the owner", "Una/Tom: publish a summary", "UK item for May"."""
    begun = _OWNER_FIRST.match(text) or _INITIALS_FIRST.match(text)
    return begun["who"] if begun and owners.marks(begun["who"]) else None


def _sentence_before(found: Findings, base: int, at: int) -> tuple[int, int] | None:
    """The sentence that a marker at `at` stands in or after."""
    inside = next((s for s in found.sentences if s.start <= at < s.end and at - s.start > 20), None)
    if inside:
        return inside.start, at
    index = bisect_right(found.starts, at - 1) - 1
    while index >= 0 and found.sentences[index].end > at + 1:
        index -= 1
    if index < 0 or found.document.blocks[found.sentences[index].block].kind == "heading":
        return None
    return found.sentences[index].start, found.sentences[index].end
