"""Tasks in tables: rows below columns headed as an action table's, and the entries of an action log."""

import re
from collections.abc import Iterator
from itertools import groupby

from extract.actions.marked.task import LIST_HEAD, NO_TASK, Task
from extract.actions.named import named_owner
from extract.actions.owners import Owners
from extract.dates import MONTH
from extract.findings import Findings
from extract.ruleset import word_list
from extract.text import content_start

_HEADS = (
    (
        "task",
        r"(?:agreed |outstanding )?actions?(?: (?:points?|required|agreed|items?|outstanding|still to do"
        r"|asked for|needed|to be taken|arising"
        r"|description|details?))?(?: no\.?)?|action\(s\)|tasks?|action ?/ ?decision|what"
        r"|recommended actions?|to[ -]?do(?:s| list)?|next steps?|follow[- ]?ups?",
    ),
    (
        "owner",
        r"(?:action )?owner(?:s|\(s\))?|lead(?: officer| person)?|who|by whom|(?:person(?:s|\(s\))? )?responsib\w+"
        r"(?: officer| person| party| for| of)?|initials|volunteers?|champion|actionee"
        r"|resp|assigned(?: to)?|person|allocated(?: to)?|officer|(?:action |actioned )?by|assignee",
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
_WHEN = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? [A-Z]|\b\d[./-]\d|^(?i:{MONTH})\b|\b(?:19|20)\d\d\b|\b(?i:next meeting)\b"
)
_CARRIED = re.compile(
    r"\b(?:(?:carried forward|c/?f(?:wd)?|deferred|delayed|moved) (?:to|until)|on (?:the )?forward plan for)"
    r" (?P<due>.+?)(?: [–—-] |[.;,]|$)",
    re.IGNORECASE,
)


def tabled_tasks(found: Findings) -> Iterator[Task]:
    """Rows of a table whose columns are headed as an action table's."""
    document = found.document
    lists = [(item.citation.end, item.end) for item in found.items if LIST_HEAD.fullmatch(item.title.rstrip(":"))]
    columns: dict[str, int] = {}
    table = None
    above = ""  # the line over the table
    for block in document.blocks:
        if block.kind != "table_row":
            above = above if block.furniture else document.text[block.start : block.end].strip(" :")
            continue
        texts = [document.text[start:end].strip() for start, end in block.cells]
        listed = bool(LIST_HEAD.fullmatch(above)) or any(start <= block.start < end for start, end in lists)
        heads = columns_of(texts, listed=listed)
        if heads:
            columns, table = heads, block.table
        elif columns and block.table == table and columns["task"] < len(block.cells):
            start, end = block.cells[columns["task"]]
            told = {name: texts[index] for name, index in columns.items() if index < len(texts)}
            if end - start < 3 or not re.search(r"[a-z]", told["task"]) or NO_TASK.fullmatch(told["task"]):
                continue
            carried = _CARRIED.search(told.get("status", ""))
            due = told.get("due", "").strip("–—- ") or (carried["due"] if carried else None)
            if _WHEN.search(told.get("owner", "")) and not due:  # below "By"
                due, told["owner"] = told["owner"], ""
            owner = told.get("owner") or named_owner(told["task"])
            yield Task(start, end, owner, "action.table", due, told.get("status"))


# Labels of the rows of a table that minutes one item, of which one may be "Action".
_ROW_LABELS = re.compile(
    r"(?:agenda )?items?|topics?|subject|discussions?|summary|decisions?|outcomes?|resolutions?|background|updates?"
    r"|(?:key )?points?(?: raised)?|notes",
    re.IGNORECASE,
)
_ACTION_LABEL = re.compile(
    r"actions?(?: points?| items?| required| agreed)?|to[ -]?do|next steps?|tasks?|follow[- ]?up", re.IGNORECASE
)
_SAYS_WHO = re.compile(r"(?P<who>[A-Z][\w’'./-]*(?: (?:and |& )?[A-Z][\w’'-]*){0,3}): (?=[a-z])")  # "Una: mend it"


def labelled_tasks(found: Findings, owners: Owners) -> Iterator[Task]:
    """Rows "Action | UK to mend the gate", below others of their table that are labelled "Discussion" and the like.

    Or in a table of nothing else but rows with such labels, as a box below what was said.
    """
    document = found.document
    rows = [block for block in document.blocks if block.kind == "table_row" and not block.furniture]
    for _, group in groupby(rows, key=lambda block: block.table):
        told = [(block, [document.text[start:end].strip(" :.\n") for start, end in block.cells]) for block in group]
        labels = [texts[0] for _, texts in told if len(texts) == 2]
        boxed = len(labels) == len(told) and all(_ACTION_LABEL.fullmatch(t) or _ROW_LABELS.fullmatch(t) for t in labels)
        boxed = boxed and all(len(texts[1].split()) > 2 for _, texts in told)
        labelled = False
        for block, texts in told:
            labelled = labelled or (len(texts) == 2 and bool(_ROW_LABELS.fullmatch(texts[0])))
            if len(texts) != 2 or not (labelled or boxed) or not _ACTION_LABEL.fullmatch(texts[0]):
                continue
            if len(texts[1].split()) > 2 and not NO_TASK.match(texts[1]):
                yield Task(*block.cells[1], _told_owner(texts[1], owners), "action.table")


def _told_owner(text: str, owners: Owners) -> str | None:
    """Who a labelled task says is to do it: "UK to mend the gate", "Una: mend the gate"."""
    first = _SAYS_WHO.match(text)
    return named_owner(text) or (first["who"] if first and owners.marks(first["who"]) else None)


def columns_of(texts: list[str], *, listed: bool = False) -> dict[str, int]:
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
    by = next((index for index, text in enumerate(texts) if text.casefold() == "by"), None)
    if by is not None and by not in columns.values():
        columns.setdefault("due", by)  # beside who is to do it
    detail = next((index for index, text in enumerate(texts) if _DETAIL.fullmatch(text)), None) if listed else None
    if detail is not None:
        columns.setdefault("task", detail)
    # "What" heads other tables, too, unless they say who is to do it.
    weak = "task" in columns and texts[columns["task"]].casefold().startswith("what") and "owner" not in columns
    return columns if "task" in columns and len(columns) >= 2 and not weak else {}


def from_log(found: Findings, owners: Owners) -> Iterator[Task]:
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
