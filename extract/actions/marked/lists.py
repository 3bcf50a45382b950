"""Tasks in lists: below a heading of actions, with a box to tick, or opened by initials in brackets."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.actions.marked.task import LEAD_STATUS, LIST_HEAD, LISTED_VERBS, NO_TASK, Task, is_text
from extract.actions.named import named_owner
from extract.actions.owners import Owners
from extract.findings import Findings
from extract.people.words import is_work
from extract.text import content_start
from minutes.model import AgendaItem, Block, Document

_REVIEW = re.compile(r"\breview|\b(?:status|update) o[fn]\b", re.IGNORECASE)
_LIST_STEM = re.compile(r"\bfollowing (?:new )?actions?(?: items?| points?)?(?: (?:were|was) \w+)?:$", re.IGNORECASE)
_BRACKETED = re.compile(
    r"^\[(?P<owner>[^\]]{2,60})\]\s*|^\((?P<round>[A-Z]{2,3}(?:\s?[/,&]\s?[A-Z]{2,3})*)\):?\s+(?=[A-Z])"
    r"|^(?P<lead>(?:[A-ZÀ-Þ]|@\w)[\w /&+,.-]{1,48}?)(?P<set> ?::?| [–—-])\s+(?=[A-Za-z])"
)
_FULL_NAME = re.compile(r"[^\W\da-z_][\w’'.-]+(?: [^\W\da-z_][\w’'.-]*){1,3}")
BULLETS = "•●▪◦○■□‣·➢–—-*"  # points without a number
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
    r"(?=(?:To )?(?:[Rr]e-)?(?P<first>[A-Za-z]+))(?=(?:[A-Z][^.:;]{0,40}: )?(?:To )?(?:[Rr]e-)?(?P<verb>[A-Za-z]+))"
)
_NOBODY_YET = ("TBA", "TBC", "TBD")
# Below this heading stands one task, however it is told; "Actions" may head a list, or a word on those of before.
_ONE_ACTION = re.compile(
    r"action(?: point| item| required| agreed| needed)?(?P<number> (?:no\.? ?)?\d{1,3}(?:[./]\d{1,3})?)?", re.IGNORECASE
)
_DOES = re.compile(
    r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?(?:(?:/|, | and | & )[A-Z][\w’'-]*)*) (?P<verb>[a-z]+)\b(?= \w)"
)
# "all - read the notes", "events - send the plan round"
_ROLE_FIRST = re.compile(r"(?P<who>[a-z][a-z ]{1,20}?) [–—-] (?i:(?P<verb>[a-z]+))(?= \w)")
_EVERYBODY = ("all", "everyone", "everybody")
_BOX = re.compile(r"(?:\[(?P<tick>[ xX✓✔]?)\]|(?P<glyph>[☐☑☒✅⬜]))\s*(?=\S)(?![^\n]*[☐☑☒✅⬜])")
_OPEN_BOX = ("", " ", "☐", "⬜")
# "A list of the tolls to be sent round", "The tolls should be made known"
_TO_BE_DONE = re.compile(
    r"\b(?:to|should|must|shall) (?:also )?be (?:[a-z]{3,}(?:ed|wn)|sent|made|brought|put|sought|written|set|given|told"
    r"|held|done|bought|found)\b"
)
_SHOULD = re.compile(  # "each guild should send", and not how something should be
    r"\b(?:should|must|shall|needs? to) (?:also )?(?!(?:look|work|run|cost|help|continue|clear|lead)\b)(?P<verb>[a-z]+)"
    r"\b(?= \w)"
)
# "a. Una to mend the gate", in a line that the reader of the file gave no label
_LETTERED = re.compile(r"(?:\(?[a-z]\)|[a-z]\.|\d{1,2}[.)])\s+(?=[A-Z])")
_IS_TO = re.compile(r"[A-Z@][^.;:()]{1,60}? to (?!be\b)[a-z]")
# "ACTION Una to mend the gate", "Action item: (Pending) Una to mend it": a word that says again what the list is of
_MARKED = re.compile(r"(?:ACTION|Action)(?:\s(?i:items?|points?))?(?::\s*|(?<=ACTION)\s+(?=[A-Z][a-z]|[@(]))")
# How a task stands, in the line or the point below it
_STANDS = re.compile(
    r"(?P<status>(?:not (?:yet )?)?(?:done|complete[d]?|finished|closed|started)|in progress|ongoing|pending|open"
    r"|outstanding|carried (?:over|forward))\b[^\n]{0,200}",
    re.IGNORECASE,
)
# What a list of motions and actions tells of a vote: "To buy a boat, all in favour"
_VOTED = re.compile(
    r"[,;:(–—-] ?(?:all in favou?r|carried|passed|approved|unanimous(?:ly)?|\d+ in favou?r)\W*$", re.IGNORECASE
)
_SENTENCE_ENDS = re.compile(r"(?<=[.;])\s+(?=[A-Z])")
_LAST_WORDS = re.compile(r"(?<=[.;!?)]\s)(?P<head>[A-Z][^.;!?:]{2,40}:)$")


def from_lists(found: Findings, owners: Owners) -> Iterator[Task]:
    """Entries of a list under a heading such as "Action items", or after "the following actions:"."""
    document = found.document
    for item in found.items:
        if head := LIST_HEAD.fullmatch(item.title.rstrip(":")):
            blocks = list(_below_head(document, item))
            tagged = bool(_REVIEW.search(item.title))
            yield from _entries(found, owners, blocks, tagged=tagged, whose=head["whose"])
    headed = {document.block_index(item.citation.start) for item in found.items}
    for index, block in enumerate(document.blocks):
        if block.furniture or block.kind in ("table_row", "note"):
            continue
        text = document.text[content_start(document, block) : block.end].strip()
        if block.kind == "heading" and (one := _ONE_ACTION.fullmatch(text.rstrip(":"))):
            yield from _told_below(found, index, numbered=bool(one["number"]))
        if index in headed:
            continue
        last = _LAST_WORDS.search(text)  # "Apply again. Action items:"
        head = LIST_HEAD.fullmatch((last["head"] if last else text).rstrip(":"))
        listed = _listed(document, index, headed) if head or _LIST_STEM.search(text) else []
        marked = head and (text.endswith(":") or text.isupper() or block.bold or [b for b in listed if b.label])
        if marked or (listed and not head):
            whose = head["whose"] if head else None
            yield from _entries(found, owners, listed, lines=True, whose=whose)


def _below_head(document: Document, item: AgendaItem) -> Iterator[Block]:
    """The blocks under a heading of tasks, to the next that is set as large, which may be no item: "Agenda"."""
    head = document.blocks[document.block_index(item.citation.start)]
    for block in document.blocks_between(item.citation.end, item.end):
        if block.kind == head.kind == "heading" and 0 < block.level <= head.level and block.start > head.start:
            return
        yield block


def _told_below(found: Findings, index: int, *, numbered: bool) -> Iterator[Task]:
    """The paragraph below a heading "Action", whatever its verb: "It was agreed that the gate be mended.".

    It is the only one there; below "Action 4:" it is the first.
    """
    below = [block for block in found.document.blocks[index + 1 : index + 3] if not block.furniture]
    below = below[:1] if numbered else below
    if [block.kind for block in below] in (["paragraph"], ["paragraph", "heading"]):
        text = found.document.text[below[0].start : below[0].end]
        if len(text.split()) > 2 and not NO_TASK.match(text):
            first = _SENTENCE_ENDS.split(text, maxsplit=1)[0]
            yield Task(below[0].start, below[0].end, named_owner(first), "action.list")


def _listed(document: Document, index: int, headed: set[int]) -> list[Block]:
    """The list directly below the block at `index` and above the next item, or the lines that say who is to do what."""
    entries: list[Block] = []
    blocks = document.blocks
    for at in range(index + 1, len(blocks)):
        block = blocks[at]
        if block.furniture:
            continue
        if at in headed:
            break
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
    entries = [b for b in blocks if b.kind == "list_item" or lines or _is_entry(text, b)]
    depth = min(map(_depth, entries), default=0)
    ends, parts = _with_parts(found.document, entries)
    habit = sum(map(owners.are_people, filter(None, (_lead_of(found.document, block) for block in entries)))) > 1
    told: Block | None = None  # the last task, which points below it go on with
    for block in entries:
        if told and block.level > told.level and block.label == told.label and (told.label or "0") in BULLETS:
            continue
        told = None
        if block.start not in parts and not (block.label and block.label[0].isdigit() and _depth(block) > depth):
            # Lines that were read as one paragraph: "[Una] Mend the gate. [Tom] Fence the pond."
            begins = [m.start() for m in _OWNED.finditer(text, block.start + 1, block.end)]
            last = ends.get(block.start, block.end)
            for start, end in pairwise([content_start(found.document, block), *begins, last]):
                for task in _entry(found, owners, start, end, tagged=tagged, whose=whose, habit=habit):
                    told = block
                    yield task if task.status else task._replace(status=_status_below(found.document, block))


def _is_entry(text: str, block: Block) -> bool:
    """Whether a paragraph is an entry of a list: led by an owner in brackets, or by a letter and who is to do it."""
    lettered = _LETTERED.match(text, block.start, block.end)
    return bool(
        _OWNED.match(text, block.start, block.end) or (lettered and _IS_TO.match(text, lettered.end(), block.end))
    )


def _status_below(document: Document, block: Block) -> str | None:
    """How a task stands, where the line below it tells: "Done", "◦ Done, and all are pleased"."""
    below = document.blocks[document.block_index(block.start) + 1 :][:1]
    stands = below and _STANDS.fullmatch(document.text[content_start(document, below[0]) : below[0].end].strip())
    return stands["status"] if stands else None


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


def _lead_of(document: Document, block: Block) -> str | None:
    """What stands before the colon that an entry begins with."""
    head = _BRACKETED.match(document.text[content_start(document, block) : block.end])
    return head["lead"] if head and ":" in (head["set"] or "") else None


def _leading(head: re.Match[str] | None) -> str | None:
    """Who an entry begins with, in brackets or before a colon or a dash."""
    return (head["owner"] or head["round"] or head["lead"]) if head else None


def _is_led_by(owners: Owners, lead: str, colon: bool, *, habit: bool, ordered: bool) -> bool:
    """Whether what an entry begins with is who is to do it; before a colon, that may be somebody who was not there.

    `ordered` says that a verb follows: where people stand before the colons of a list, it is one more of them.
    """
    known = owners.marks(lead) if colon else owners.are_people(lead)
    return known or bool(habit and colon and (ordered or (_FULL_NAME.fullmatch(lead) and not is_work(lead))))


def _does(text: str, owners: Owners) -> str | None:
    """Who an entry begins with that has no "to" before its verb: "Una check on it", "Una/Tom ask the county"."""
    does = _DOES.match(text)
    verb = does["verb"] if does else None
    known = verb in owners.tasks or verb in LISTED_VERBS
    return does["who"] if does and known and owners.are_people(does["who"]) else None


def _entry(
    found: Findings,
    owners: Owners,
    start: int,
    end: int,
    *,
    tagged: bool = False,
    whose: str | None = None,
    habit: bool = False,
) -> Iterator[Task]:
    """The task of an entry; `habit` says that people stand before the colons of the list, be they known or not."""
    if box := _BOX.match(found.document.text, start, end):
        start = box.end()
    if lettered := _LETTERED.match(found.document.text, start, end):
        start = lettered.end()
    if marked := _MARKED.match(found.document.text, start, end):
        start = marked.end()
    stands = LEAD_STATUS.match(found.document.text, start, end)
    start = stands.end() if stands else start
    start += len(_REFERENCE.match(found.document.text[start:end])[0])  # type: ignore[index]
    text = found.document.text[start:end].rstrip()
    head = _BRACKETED.match(text)
    tag = _STATUS_TAG.search(text)
    lead = _leading(head)
    ordered = bool(head and (led := re.match(r"[\w-]+", text[head.end() :])) and led[0].casefold() in owners.tasks)
    if (
        lead
        and head
        and head["lead"]
        and not _is_led_by(owners, lead, ":" in head["set"], habit=habit, ordered=ordered)
    ):
        ordered = ordered and ":" in head["set"]  # "Lock keepers: report the gates", whoever they are
        head = lead = None  # "HGVs – report them" begins with what it is about
    if not lead and (role := _ROLE_FIRST.match(text)):
        everybody, verb = role["who"] in _EVERYBODY, role["verb"].casefold()
        if everybody or verb in owners.tasks or verb in LISTED_VERBS:
            who = role["who"] if everybody or owners.marks(role["who"]) else None  # "bins – empty them" names nobody
            yield Task(start + role.start("verb"), start + len(text), who, "action.list")
            return
    owner = lead or named_owner(text) or whose or _does(text, owners)
    first = re.match(r"(?:To )?([\w-]+)", text)
    if tagged and not lead and not tag and not (owner and text.startswith(f"{owner} to ")):
        return
    does = first and (verb := first[1].casefold()) and (verb in owners.tasks or verb in LISTED_VERBS)
    if _VOTED.search(text) or not (owner or does or (ordered and not tagged) or _is_due(text, owners)):
        return
    begin = start + (head.end() if head else 0)
    end = start + (tag.start() if tag else len(text))
    if end > begin:
        owner = None if owner in _NOBODY_YET else owner
        yield Task(
            begin,
            end,
            owner,
            "action.list",
            status=tag["status"] if tag else stands[0].strip(" ()[]:–—-") if stands else None,
        )


def _is_due(text: str, owners: Owners) -> bool:
    """Whether an entry tells that something is to be done, or that somebody should do it."""
    should = _SHOULD.search(text)
    return bool(_TO_BE_DONE.search(text) or (should and should["verb"] in owners.tasks))


def _is_task(text: str, owners: Owners) -> bool:
    """Whether an entry says who is to do it, or begins with what is to be done; a form's "☒ Present" does not."""
    first = re.match(r"(?:To )?([\w-]+) \w", text)
    return bool(named_owner(text) or (first and first[1].casefold() in owners.tasks) or _is_due(text, owners))


def from_boxes(found: Findings, owners: Owners) -> Iterator[Task]:
    """Entries with a box to tick: "[ ] Una: mend the gate", "[x] Mend the gate"."""
    document = found.document
    there = {document.block_index(entry.citation.start) for entry in found.attendance if entry.citation}
    for index, block in enumerate(document.blocks):
        if index in there or {index - 1, index + 1} <= there:
            continue  # "[x] Una Keld", in a list of those who were there
        start = block.start if document.text[block.start] in "[☐☑☒✅⬜" else content_start(document, block)
        box = _BOX.match(document.text, start, block.end) if is_text(block) else None
        if box and (box["glyph"] is None or _is_task(document.text[box.end() : block.end], owners)):
            status = "open" if (box["tick"] or box["glyph"] or "") in _OPEN_BOX else "done"
            text = document.text[box.end() : block.end].rstrip()
            head = _BRACKETED.match(text)
            lead = _leading(head)
            head = head if lead and owners.marks(lead) else None
            begin = box.end() + (head.end() if head else 0)
            yield Task(begin, box.end() + len(text), lead if head else named_owner(text), "action.list", status=status)


def from_initialled(found: Findings, owners: Owners) -> Iterator[Task]:
    """Entries that begin with the initials of people at the meeting and a task: "[UK] Mend the gate - Done"."""
    document = found.document
    since = min((item.citation.start for item in found.items), default=0)  # above stand the lists of who was there
    for block in document.blocks if owners.initials else ():
        if block.start < since or not is_text(block):
            continue
        start = content_start(document, block)
        led = _INITIALLED.match(document.text, start, block.end) if document.text[start] in "[(" else None
        if (
            led
            and {led["first"].casefold(), led["verb"].casefold()} & owners.tasks
            and owners.are_there(re.sub(r"\s?[/,&+]\s?", "/", led["who"]))
        ):
            yield from _entry(found, owners, start, block.end)
