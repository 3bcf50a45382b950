"""The same task told twice: in prose and at its mark, in a motion and as resolved, in a table that sums them up."""

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from extract.actions.marked.task import ENTRY, Task
from extract.actions.prose import ASKED, BY_WHEN
from extract.findings import Findings
from extract.stretches import Stretches
from extract.text import content_start
from minutes.model import Action, Block

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
_REFERRED = re.compile(rf"[\[(](?:(?:Action|ACTION|AP) )?(?P<which>{_A_REFERENCE.pattern})[\])][.;]?\s*$")
_REFERRED_LENGTH = 24  # characters; where such a reference ends a task it stands in its last ones
_ALIKE = 0.5  # of the words of two tasks that both hold: they are the same one, and "write again" is another


class Kept:
    """The actions of a document, each task once: one mark, one action, and the explicit one stands."""

    def __init__(self, found: Findings, actions: Iterable[Action] = ()) -> None:
        self.actions: list[Action] = []
        self._found = found
        self._places: list[tuple[int, int, int]] = []  # where each begins and ends, in order, with its index
        # The explicit ones by whose they are, of those with the same owner and words the first; ...
        self._owned: dict[str, dict[tuple[str, frozenset[str]], int]] = defaultdict(dict)
        # ... what stands in the margin by the item, too; and what sums up by initials: under "" are all.
        self._entries: dict[tuple[str | None, str], list[int]] = defaultdict(list)
        self._listed: dict[str, dict[frozenset[str], list[int]]] = defaultdict(lambda: defaultdict(list))
        self._rows = _Rows(found)
        self._letters: dict[str, set[str]] = defaultdict(set)  # the initials of those with a name: "Una" or "Keld"
        for words in (each.name.split() for each in found.attendance):
            for word in words:
                self._letters[word] |= _letters(words)
        for action in actions:
            self._put(action)

    def add(self, action: Action) -> None:
        """Add an action unless what it cites is told already, which then may take from it when the task is due."""
        start, end = action.citation.start, action.citation.end
        called = self._initials_of(action.owner)
        alike = self._alike(action, called) if action.tier == "implicit" else ()
        for index in sorted({*self._overlapping(start, end), *alike}):
            known = self.actions[index]
            if known.citation.start < end and start < known.citation.end:
                return
            if _same(known, action) or (known.rule == _COLUMN and _entered(self._found, known, action)):
                if not known.due and action.due and BY_WHEN.match(action.due):
                    self.actions[index] = known.model_copy(update={"due": action.due, "due_date": action.due_date})
                return
            if known.rule in _SUMMED_UP and (_sums_up(known, action, called) or self._rows.tell(known, action)):
                return
        self._put(action)

    def _put(self, action: Action) -> None:
        index = len(self.actions)
        self.actions.append(action)
        insort(self._places, (action.citation.start, action.citation.end, index))
        if action.tier == "implicit":
            return
        words, whose = _stems(action.text), _who(action.owner) if action.owner else ()
        for word in whose:
            self._owned[word].setdefault((action.owner or "", words), index)
        if action.rule == _COLUMN:
            for word in ("", *whose):
                self._entries[action.item_id, word].append(index)
        if action.rule in _SUMMED_UP:
            for letters in ("", *_INITIALS.findall(action.owner or "")):
                self._listed[letters][words].append(index)
            self._rows.put(index, action)

    def _overlapping(self, start: int, end: int) -> Iterator[int]:
        """Those that share text with a stretch. No two of them share any, so that they end in the order they begin."""
        first = bisect_right(self._places, start, key=_end)
        for at in range(first, len(self._places)):
            if self._places[at][0] >= end:
                return
            yield self._places[at][2]

    def _initials_of(self, owner: str | None) -> set[str]:
        """The initials of those at the meeting who have a name in common with an owner."""
        return {letters for word in (owner or "").split() for letters in self._letters.get(word, ())}

    def _alike(self, told: Action, called: Iterable[str]) -> Iterator[int]:
        """The explicit ones that may be a task told in prose to somebody who is `called` by these initials."""
        words, end = _stems(told.text), told.citation.end
        below = (bisect_left(self._places, (at,)) for at in (end, end + _NEAR))
        yield from (at for _, _, at in self._places[slice(*below)] if self.actions[at].tier == "explicit")
        whose = _who(told.owner) if told.owner else frozenset()
        for word in whose:
            yield from (at for (_, one), at in self._owned[word].items() if not one.isdisjoint(words))
        for word in whose or ("",):
            yield from self._entries[told.item_id, word]
        for letters in called if told.owner else ("",):
            for one, listed in self._listed[letters].items():
                if not one.isdisjoint(words):
                    yield from listed
        yield from self._rows.of(told)


def _end(place: tuple[int, int, int]) -> int:
    return place[1]


class _Rows:
    """The rows of action tables that give in their first column the number of what each is about: "5.2"."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        self._heads: dict[int | None, Block] = {}
        for block in found.document.blocks:
            if block.cells:
                self._heads.setdefault(block.table, block)
        self._by_number: dict[str, list[int]] = defaultdict(list)

    def put(self, index: int, listed: Action) -> None:
        if number := self._number(listed):
            self._by_number[number].append(index)

    def of(self, told: Action) -> Iterator[int]:
        """Those that give the number of the item or the paragraph in which a task is told."""
        for number in (self._of_item(told), self._of_paragraph(told)):
            yield from self._by_number.get(number, ())

    def tell(self, listed: Action, told: Action) -> bool:
        """Whether a row of an action table below gives the number of what tells a task, which can be the one there."""
        number = self._number(listed)
        if not number or listed.citation.start < told.citation.end:
            return False
        if number == self._of_item(told) and _of_one_item(listed, told):
            return True
        return number == self._of_paragraph(told) and _is_listed_as(self._found, listed, told)

    def _number(self, listed: Action) -> str:
        """The number that a row gives; its column is headed as one of items, so that these are no running ones."""
        text, blocks = self._found.document.text, self._found.document.blocks
        row = blocks[self._found.document.block_index(listed.citation.start)]
        if listed.rule != TABLE or not row.cells:
            return ""
        headed = _ITEM_COLUMN.fullmatch(text[slice(*self._heads[row.table].cells[0])].strip())
        return text[slice(*row.cells[0])].strip(" .") if headed else ""

    def _of_item(self, told: Action) -> str:
        item = self._found.item_of(told.citation.start)
        return (item.number if item else None) or ""

    def _of_paragraph(self, told: Action) -> str:
        """The number of the paragraph that tells a task, where it is a long one: "5.2"."""
        document = self._found.document
        number = (document.blocks[document.block_index(told.citation.start)].label or "").strip(" .")
        return number if "." in number else ""


class Decided:
    """What a document tells as decided, to ask of a task whether it is told there, too."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        self._places = Stretches((each.citation.start, each.citation.end) for each in found.decisions)
        self._told: dict[tuple[str | None, str], set[frozenset[str]]] = defaultdict(set)
        for decision in found.decisions:
            words = _stems(decision.text)
            for word in words:
                self._told[decision.item_id, word].add(words)

    def tells(self, task: Task) -> bool:
        """Whether a task is one of a motion as it was put, and the resolution on it is printed under the same item."""
        words = _stems(self._found.document.text[task.start : task.end])
        if len(words) < 4 or self._places.touch(task.start, task.end):
            return False
        item = self._found.item_id(task.start)
        told = sorted((self._told.get((item, word), set()) for word in words), key=len)
        # What has three in four of the words has one of the rarest: of eight words one of any three.
        likely = set[frozenset[str]]().union(*told[: int((1 - _REPEATED) * len(words)) + 1])
        return any(len(words & other) >= _REPEATED * len(words | other) for other in likely)


def logged_in(found: Findings, actions: Iterable[Action]) -> frozenset[str]:
    """The references of the tasks in the action tables of minutes: "12/03", in the first column."""
    blocks = (found.document.blocks[found.document.block_index(a.citation.start)] for a in actions if a.rule == TABLE)
    first = (found.document.text[slice(*block.cells[0])].strip() for block in blocks if block.cells)
    return frozenset(text for text in first if _A_REFERENCE.fullmatch(text) or _A_NUMBER.fullmatch(text))


def is_logged(found: Findings, start: int, end: int, logged: frozenset[str]) -> bool:
    """Whether the reference of an entry of the action table stands where a task ends: "Una will ring him. [12/03]"."""
    if not logged:
        return False
    text = found.document.text
    inside = _REFERRED.search(text, max(start, end - _REFERRED_LENGTH), end)
    below = _REFERS.match(text, end)
    return bool(
        (inside and inside["which"] in logged)
        or (below and (below["which"] or below["number"] or below["mark"]) in logged)
    )


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


def _sums_up(listed: Action, told: Action, called: set[str]) -> bool:
    """Whether a list below gives a task told in prose to the same person by initials: "UK" and "Una to mend the gate".

    Such a list holds all the tasks of the meeting, so that few words in common tell which it is.
    """
    if not listed.owner or not told.owner or listed.citation.start < told.citation.end:
        return False
    if called.isdisjoint(_INITIALS.findall(listed.owner)):
        return False
    one, other = _stems(listed.text), _stems(told.text) - _stems(told.owner) - _THESE
    shared = len(one & other)
    return shared > 1 or shared == len(other) == 1


def less_summary(actions: list[Action]) -> list[Action]:
    """The marked tasks less the rows of a table at the end that sums them up, which gives them their dates.

    It sums them up if most of its rows, and three or more, are tasks that a mark gave the same person further up.
    """
    rows = [action for action in actions if action.rule == TABLE]
    told = _marked_above(rows, [action for action in actions if action.rule == MARKER])
    if len(told) < _SUMMARY or 2 * len(told) <= len(rows):
        return actions
    dates = {told[row.id].id: (row.due, row.due_date) for row in rows if row.id in told and row.due}
    return [
        action.model_copy(update=dict(zip(("due", "due_date"), dates[action.id], strict=True)))
        if action.id in dates and not action.due
        else action
        for action in actions
        if action.id not in told
    ]


def _marked_above(rows: Iterable[Action], marked: list[Action]) -> dict[str, Action]:
    """By the ids of rows of a table the first task that a mark further up gave the same person."""
    given: dict[str, list[int]] = defaultdict(list)
    for index, mark in enumerate(marked):
        for called in {*_who(mark.owner), *_INITIALS.findall(mark.owner)} if mark.owner else ():
            given[called].append(index)
    told = {}
    for row in rows:
        called = {*_who(row.owner), *_initials_in(row.owner)} if row.owner else set()
        likely = sorted({index for each in called for index in given.get(each, ())})
        above = next((marked[index] for index in likely if _is_row_of(row, marked[index])), None)
        if above:
            told[row.id] = above
    return told


def _is_row_of(row: Action, mark: Action) -> bool:
    """Whether a row of a table is the task that a mark further up gave the same person, by name or by initials."""
    if not row.owner or not mark.owner or row.citation.start < mark.citation.end:
        return False
    same = _who(row.owner) & _who(mark.owner) or _initials_in(row.owner) & set(_INITIALS.findall(mark.owner))
    one, other = _stems(row.text) - _stems(row.owner), _stems(mark.text) - _stems(mark.owner)
    return bool(same) and len(one & other) >= min(2, len(one)) > 0


def _initials_in(owner: str) -> set[str]:
    """The initials of each name among owners: "UK" of "Una Keld/Warden"."""
    return {"".join(word[0] for word in name.split()) for name in re.split(r"[/,&+]", owner) if name.strip()}


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
