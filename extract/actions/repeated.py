"""The same task told twice: in prose and at its mark, in a motion and as resolved, in a table that sums them up."""

import re
from functools import lru_cache

from extract.actions.marked.task import ENTRY, Task
from extract.actions.prose import ASKED, BY_WHEN
from extract.findings import Findings
from extract.text import content_start
from minutes.model import Action

_LITTLE = {"will", "would", "shoul", "agree", "their", "with", "this", "that", "from", "have", "been", "they", "also"}
_SUMMED_UP = ("action.table", "action.list")  # which may repeat at the end what the minutes tell further up
_SUMMARY = 3  # rows of a table that sums up the tasks marked further up, at least
_NEAR = 400  # characters between a task told without an owner and the mark that repeats it
_NEXT_LINE = 12  # characters between a task told and the mark below it, "Action: " among them
_REPEATED = 0.75  # of the words of a task and a resolution
_HELD = 0.8  # of the words of the shorter of two tasks with the same owner, all of them in the other
_THESE = {"these", "those", "again", "back", "next", "meeti"}  # say nothing of which task it is
_INITIALS = re.compile(r"[A-Z]{2,4}")
_PRONOUN = re.compile(r"(?:S?[Hh]e|[Tt]hey) ")
TABLE = "action.table"
MARKER = "action.marker"  # the word "Action" itself
_COLUMN = "action.column"
_ITEM_COLUMN = re.compile(
    r"(?:agenda )?item(?: no\.?| number| #)?|min(?:ute)?(?: no\.?| ref\.?| number)?|para(?:graph)?(?: no\.?)?",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\b(?:to|will|would) [a-z]+ (?:it|them|this|these|so)\b")  # "Una to send them off"
_A_REFERENCE = re.compile(r"[A-Z]{0,4}\d{1,4}(?:[/.-]\d{1,4}){1,2}|[A-Z]{1,4}-?\d{1,4}")
_A_NUMBER = re.compile(r"\d{1,4}[a-z]?")  # a reference where the word "Action" stands before it
# "[12/03]", "ACTION 12/03 – UK", "(ACTION 14a)"
_REFERS = re.compile(
    rf"\s*(?:[\[(](?:Action |AP )?(?P<which>{_A_REFERENCE.pattern})[\])]"
    rf"|[\[(](?:Action|ACTION) (?P<number>{_A_NUMBER.pattern})[\])]"
    rf"|(?:Action|ACTION) (?P<mark>{_A_REFERENCE.pattern})\s?[:–—-])"
)
_ALIKE = 0.5  # of the words of two tasks that both hold: they are the same one, and "write again" is another


def resolved_elsewhere(found: Findings, task: Task) -> bool:
    """Whether a task is one of a motion as it was put, and the resolution on it is printed under the same item."""
    if any(d.citation.start < task.end and task.start < d.citation.end for d in found.decisions):
        return False
    item, words = found.item_id(task.start), _stems(found.document.text[task.start : task.end])
    told = (_stems(d.text) for d in found.decisions if d.item_id == item)
    return len(words) > 3 and any(len(words & other) >= _REPEATED * len(words | other) for other in told)


def logged_in(found: Findings) -> frozenset[str]:
    """The references of the tasks in the action tables of minutes: "12/03", in the first column."""
    blocks = (
        found.document.blocks[found.document.block_index(a.citation.start)] for a in found.actions if a.rule == TABLE
    )
    first = (found.document.text[slice(*block.cells[0])].strip() for block in blocks if block.cells)
    return frozenset(text for text in first if _A_REFERENCE.fullmatch(text) or _A_NUMBER.fullmatch(text))


def is_logged(found: Findings, end: int, logged: frozenset[str]) -> bool:
    """Whether the reference of an entry of the action table stands where a task ends: "Una will ring him. [12/03]"."""
    below = _REFERS.match(found.document.text, end) if logged else None
    return bool(below and (below["which"] or below["number"] or below["mark"]) in logged)


def keep(found: Findings, action: Action) -> None:
    """Add an action unless what it cites is told already: one mark, one action, and the explicit one stands."""
    for index, known in enumerate(found.actions):
        a, b = known.citation, action.citation
        if a.start < b.end and b.start < a.end:
            return
        if (
            known.tier == "explicit"
            and action.tier == "implicit"
            and (_same(known, action) or (known.rule == _COLUMN and _entered(found, known, action)))
        ):
            if not known.due and action.due and BY_WHEN.match(action.due):
                found.actions[index] = known.model_copy(update={"due": action.due, "due_date": action.due_date})
            return
        if (
            known.rule in _SUMMED_UP
            and action.tier == "implicit"
            and (
                _summed_up(found, known, action)
                or (_of_one_item(known, action) and _in_row_of_item(found, known, action))
                or (_is_listed_as(found, known, action) and _in_row_of_paragraph(found, known, action))
            )
        ):
            return
    found.actions.append(action)


def _same(marked: Action, told: Action) -> bool:
    """Whether a marked task is one told in prose: by the same owner, or right above it, and in much the same words."""
    gap = marked.citation.start - told.citation.end
    near = marked.item_id == told.item_id and 0 <= gap < _NEAR
    if near and gap < _NEXT_LINE and _PRONOUN.match(told.text) and _stems(marked.text) & _stems(told.text):
        return True  # "She would find the figures." over "ACTION: Quay Office to send the figures"
    if not told.owner and (near or (gap > 0 and marked.rule in _SUMMED_UP)):
        one, other = _stems(marked.text), _stems(told.text)
        if near and gap < _NEXT_LINE and told.rule == ASKED and len((one & other) - _THESE) > 1:
            return True  # "She asked that the chart be shared." over "Action: Una to share the chart"
        return len(one & other) >= max(2 if near else 3, _ALIKE * min(len(one), len(other)))
    if not marked.owner or not told.owner or not _who(marked.owner) & _who(told.owner):
        return False
    one, other = (_stems(task.text) - _stems(task.owner or "") for task in (marked, told))
    shared, least = len(one & other), min(len(one), len(other))
    if 0 <= gap < _NEXT_LINE and shared:
        return True  # "Una agreed to look into the tolls." over "Action: a note on tolls (Una)"
    return (least > 1 and shared >= _ALIKE * len(one | other)) or (least > 3 and shared >= _HELD * least)


def _summed_up(found: Findings, listed: Action, told: Action) -> bool:
    """Whether a list below gives a task told in prose to the same person by initials: "UK" and "Una to mend the gate".

    Such a list holds all the tasks of the meeting, so that few words in common tell which it is.
    """
    if not listed.owner or not told.owner or listed.citation.start < told.citation.end:
        return False
    letters, called = set(_INITIALS.findall(listed.owner)), set(told.owner.split())
    named = (each.name.split() for each in found.attendance)
    if not any(called & set(words) and _letters(words) & letters for words in named):
        return False
    one, other = _stems(listed.text), _stems(told.text) - _stems(told.owner) - _THESE
    shared = len(one & other)
    return shared > 1 or shared == len(other) == 1


def less_summary(found: Findings) -> list[Action]:
    """The marked tasks less the rows of a table at the end that sums them up, which gives them their dates.

    It sums them up if most of its rows, and three or more, are tasks that a mark gave the same person further up.
    """
    marked = [action for action in found.actions if action.rule == MARKER]
    rows = [action for action in found.actions if action.rule == TABLE]
    told = {row.id: mark for row in rows if (mark := next((m for m in marked if _sums_up(found, row, m)), None))}
    if len(told) < _SUMMARY or 2 * len(told) <= len(rows):
        return found.actions
    dates = {told[row.id].id: (row.due, row.due_date) for row in rows if row.id in told and row.due}
    return [
        action.model_copy(update=dict(zip(("due", "due_date"), dates[action.id], strict=True)))
        if action.id in dates and not action.due
        else action
        for action in found.actions
        if action.id not in told
    ]


def _sums_up(found: Findings, row: Action, mark: Action) -> bool:
    """Whether a row of a table is the task that a mark further up gave the same person, by name or by initials."""
    if not row.owner or not mark.owner or row.citation.start < mark.citation.end:
        return False
    letters = {"".join(word[0] for word in name.split()) for name in re.split(r"[/,&+]", row.owner) if name.strip()}
    same = _who(row.owner) & _who(mark.owner) or letters & set(_INITIALS.findall(mark.owner))
    one, other = _stems(row.text) - _stems(row.owner), _stems(mark.text) - _stems(mark.owner)
    return bool(same) and len(one & other) >= min(2, len(one)) > 0


def _in_row_of_item(found: Findings, listed: Action, told: Action) -> bool:
    """Whether a row of an action table below gives the number of the item under which a task is told.

    The first column is headed as one of items, so that its numbers are no running ones.
    """
    number = next((item.number for item in found.items if item.id == told.item_id), None)
    return bool(number and _is_row_of(found, listed, told, number))


def _in_row_of_paragraph(found: Findings, listed: Action, told: Action) -> bool:
    """Whether a row of an action table below gives the number of the paragraph that tells a task: "5.2"."""
    number = (found.document.blocks[found.document.block_index(told.citation.start)].label or "").strip(" .")
    return "." in number and _is_row_of(found, listed, told, number)


def _is_row_of(found: Findings, listed: Action, told: Action, number: str) -> bool:
    """Whether a task stands in a row of a table below another that gives `number` as where that one was told."""
    if listed.rule != TABLE or listed.citation.start < told.citation.end:
        return False
    blocks = found.document.blocks
    at = found.document.block_index(listed.citation.start)
    row = blocks[at]
    if not (row.cells and found.document.text[slice(*row.cells[0])].strip(" .") == number):
        return False
    head = next((block for block in blocks if block.table == row.table and block.cells), row)
    return bool(_ITEM_COLUMN.fullmatch(found.document.text[slice(*head.cells[0])].strip()))


def _is_listed_as(found: Findings, listed: Action, told: Action) -> bool:
    """Whether a task told in prose can be one of a list by who is to do it: "UK" is Una Keld, and the Mill Warden.

    Where the list does not tell who that is, the tasks have a word in common.
    """
    owner = (told.owner or "").casefold().removeprefix("the ")
    if not listed.owner or owner in ("", "he", "she", "they"):
        return True
    called = set(_INITIALS.findall(listed.owner))
    for each in found.attendance if called else ():
        words = each.name.split()
        if set(owner.split()) <= set(each.name.casefold().split()) or (each.role or "").casefold().startswith(owner):
            return bool(_letters(words) & called)
    return bool(_stems(listed.text) & (_stems(told.text) - _stems(told.owner or "")))


def _entered(found: Findings, entry: Action, told: Action) -> bool:
    """Whether an entry in the margin tells the task that its item gave the same person: "UK – tide tables"."""
    block = found.document.blocks[found.document.block_index(entry.citation.start)]
    whole = (content_start(found.document, block), block.end) == (entry.citation.start, entry.citation.end)
    noted = block.kind == "note" or bool(whole and (led := ENTRY.match(entry.text)) and led["dash"])
    beside = noted and entry.item_id == told.item_id and told.citation.end <= entry.citation.start
    return beside and _of_one_item(entry, told)


def _of_one_item(listed: Action, told: Action) -> bool:
    """Whether a task told under an item is the one listed for it: to the same person, with a word of it or as "it"."""
    one, other = _stems(listed.text) - _stems(listed.owner or ""), _stems(told.text) - _stems(told.owner or "")
    if not told.owner:
        return len(one & other) > 1
    same = bool(listed.owner and _who(listed.owner) & _who(told.owner))
    return same and bool(one & other or _OBJECT.search(told.text))


def _letters(words: list[str]) -> set[str]:
    """The initials of a name, with and without what may be a title before it."""
    letters = "".join(word[0] for word in words)
    return {letters, letters[1:]} if len(letters) > 2 else {letters}


def _who(owner: str) -> frozenset[str]:
    """The words of an owner that tell who it is: "Dan Tarn" is "Dan T"."""
    return _stems(owner) | {owner.split()[0].casefold()} - {"the", "all"}


@lru_cache(2**15)  # each task is compared with what was decided and with the other tasks of a document
def _stems(text: str) -> frozenset[str]:
    """The words that say something, by their first letters: "circulating" is "circulate"."""
    words = re.findall(r"[^\W_]{4,}|[A-Z]{2,3}\b", text)
    return frozenset(word[:5].casefold() for word in words) - _LITTLE
