"""Tasks that a column at the side marks: owners and dates beside the sentence that they mean, or the task itself."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, groupby, pairwise
from typing import NamedTuple

from extract.actions.marked.tables import columns_of
from extract.actions.marked.task import (
    ENTRY,
    HEADS_BOTH,
    MARK_LENGTH,
    MONTH_LAST,
    NO_TASK,
    TAIL,
    Task,
    heads_column,
    holding,
    is_text,
    read_mark,
)
from extract.actions.owners import Owners, named_owner
from extract.dates import due_in
from extract.findings import Findings
from extract.ruleset import word_list
from extract.text import Sentence, content_start
from minutes.model import AgendaItem, Block, Words

# Where a task begins in a cell: "JS to mend", "Clerk – a plan", "QC/24/19 MP to bring".
_IN_CELL = re.compile(
    r"(?:(?<=\s)|^)(?:[A-Z]{1,4}(?:/\d+)+ )?(?P<who>[A-Z]{2,4}[a-z]?(?: ?[/&,] ?[A-Z]{2,4}[a-z]?)*"
    r"|(?:The )?[A-Z][a-z]+)(?: to (?=[a-z])| [–—] |: )"
)
# "Mill Board (UK) – prices for May": a note that begins with who is to see to what it names
_BY_BODY = re.compile(
    r"(?P<who>(?:The )?[A-Z][\w’&.-]*(?: (?:of |for )?[A-Z&][\w’&.-]*){0,4} \((?P<whom>[A-Z]{2,4})\)) [–—-] (?=\S)"
)
_NO_VERB = ("the", "a", "an", "be", "have")
# A sentence that gives nobody a task
_NOTED = re.compile(r"\b(?:noted|received|thanked|approved|[Aa]ll agreed|voted (?:for|against)|abstained)\b")
# What is given to the body itself is done for it by whom a mark names
_OF_BODY = re.compile(
    rf"(?:(?:the|our|all) )?(?:[\w-]+ ){{0,2}}(?:{'|'.join(map(re.escape, word_list('body')))}|all|we)(?: resolved)?",
    re.IGNORECASE,
)
_RESOLVED_TO = re.compile(r"\b(?:resolved|agreed|decided) (?:to|that)\b", re.IGNORECASE)
_APPOINTED = re.compile(
    r"\b(?:resolved|agreed|decided) to (?:appoint|approve|accept|adopt|elect|note)\b", re.IGNORECASE
)
_INITIALS = re.compile(r"[A-Z]{2,4}(?:(?:\s?[/,&]\s?|\s)[A-Z]{2,4})*")
# "TO agreed to this", where the sentence before it says to what
_TAKES_UP = (
    r" (?:(?:has |have )?(?:agreed|undertook|offered|will|would|is|are)(?: to)?)"
    r" (?:(?:do|see to|action|take on) )?(?:this|it|so)\b"
)
# "JS has a friend there and will ring her": whose task a sentence tells that begins with initials
_OTHERS = re.compile(
    r"(?P<who>[A-Z]{2,4})(?: (?!asked\b|requested\b|suggested\b|proposed\b|that\b(?! s?he\b))[\w’']+){0,8}?"
    r" (?:will|would|to|undertook|offered|agreed)\b"
)
_RUN_IN = re.compile(r"(?:[A-Z][a-z’'-]+ ?){1,6}\.")  # "Draft Harbour Plan.", which heads what a paragraph tells
# "ACTION: UK" beside a paragraph; the name may stand in a note below, as on the page after.
_SAID_SO = re.compile(r"[\[(]?actions?(?: (?:by|for))?(?:(?::| ?[–—-])\s*|\s+(?=\S))(?:the )?", re.IGNORECASE)
# What somebody said, had done or found, and no task
_SAID = re.compile(
    r"\b(?:said|reported|advised|noted|told|asked|thanked|presented|explained|felt|was|were|had|has|have|is|are)\b|\?$"
)
_ENTRY_WORDS = 30  # of a task in a column of decisions and actions
_AT_TABLE = ("partners", "everyone", "everybody", "colleagues", "agencies")
_ALIGNED = 3  # points
_ENTRIES = 60  # of a list in one cell
_TITLE_LINE = re.compile(r"(?:[A-Z][a-z]+\.? )?(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr|Revd?|PCSO|Prof)\.?")
_ROW = 12  # sentences that may be meant by marks one below the other
_TO_BE_DONE = ("approved", "recommended")  # outcomes of decisions that somebody acts on
_COLUMN = 3  # marks on the right without a heading, fewer of which are no column


class _Mark(NamedTuple):
    """Owners, a date or both, set beside the text in a column."""

    start: int
    end: int
    block: int  # of the text that it stands beside
    owner: str | None
    due: str | None
    placed: bool = True  # whether where it stands on the page tells which line it means
    within: tuple[int, int] | None = None  # the text of the item or paragraph at whose head it stands, in cells


def is_flat(found: Findings, owners: Owners) -> bool:
    """Whether what was an action column stands in the text: no places on the page, or its initials begin lines."""
    words = found.document.words
    if words is None or not len(words.start):
        return True
    alone, middle = _alone(found, owners), 0.3 * float(words.box[:, 2].max())
    return len(alone) >= _COLUMN and all(_left(words, block) < middle for block in alone)


def from_column(
    found: Findings, owners: Owners, told: Mapping[int, str | None], hints: Collection[int], *, flat: bool
) -> Iterator[Task]:
    """Owners in an action column: the sentence that they stand beside.

    `told` are the offsets of sentences that give a task, with whom they give it to, `hints` of what looks like it.
    """
    aside = [] if flat else _in_right_column(found, owners)
    marks = sorted([*_at_heads(found, [*_notes(found, owners, flat=flat), *aside]), *_in_cells(found, owners)])
    if not flat and _at_the_top(found, marks):
        marks = [mark if mark.within else mark._replace(placed=False, within=_cell(found, mark)) for mark in marks]
    ordered = _in_order(found, owners, marks, told)
    taken: set[tuple[int, int]] = set(ordered.values())
    for index, mark in enumerate(marks):
        if not mark.owner:
            continue
        below = marks[index + 1] if index + 1 < len(marks) else None
        due = mark.due or (below.due if below and not below.owner and below.start - mark.end < 200 else None)
        sentence = ordered.get(mark) or _beside(found, owners, mark, told, hints, taken)
        if sentence:
            sentence = _with_others(found, owners, mark, sentence)
            taken.add(sentence)
            yield Task(*sentence, mark.owner, "action.column", due)


def _in_order(
    found: Findings, owners: Owners, marks: Sequence[_Mark], told: Mapping[int, str | None]
) -> dict[_Mark, tuple[int, int]]:
    """The sentences of marks that stand one below the other: those that fit them best, the first the first mark."""
    ordered: dict[_Mark, tuple[int, int]] = {}
    decided = [decision.citation.start for decision in found.decisions if decision.outcome in _TO_BE_DONE]
    for _, run in groupby(marks, key=lambda mark: mark.block):
        group = [mark for mark in run if mark.owner and not mark.placed and not mark.within]
        if len(group) < 2:
            continue
        sentences = holding(_in_row(found, group[0]), [*told, *decided])
        called = [_worded(owners.called(mark.owner or "")) for mark in group]
        fits = [[_fit(found, said, who, told) for said in sentences] for who in called]
        chosen = max(
            combinations(range(len(sentences)), len(group)) if len(sentences) <= _ROW else (),
            key=lambda places: _worth([fits[at][place] for at, place in enumerate(places)]),
            default=(),
        )
        if chosen and _worth([fits[at][place] for at, place in enumerate(chosen)]):
            ordered |= {mark: (sentences[at].start, sentences[at].end) for mark, at in zip(group, chosen, strict=True)}
    return ordered


def _in_row(found: Findings, mark: _Mark) -> list[Sentence]:
    """The sentences above a mark without a place, since the mark before it or what heads the business in its row."""
    blocks = found.document.blocks
    block = blocks[mark.block]
    above = [item for item in found.items if item.citation.end <= block.start]
    heads = [item for item in above if not _is_listed(item, block)] or above
    since = max([0, *(item.citation.end for item in heads), *(b.end for b in blocks[: mark.block] if b.kind == "note")])
    return found.sentences[bisect_right(found.starts, since) : bisect_right(found.starts, block.end - 1)]


def _is_listed(item: AgendaItem, block: Block) -> bool:
    """Whether an item is an entry of the list in a row whose last entry a block is: "1." of the letters, above "4."."""
    own, number = block.label or "", item.number or ""
    return len(own.strip(".()")) < 3 and own.strip(".()").isdigit() and number.isdigit() and len(number) < 3


def _worth(fits: Sequence[int]) -> int:
    """How well several sentences fit as many marks; 0 if one of them does not."""
    return sum(fits) if all(fits) else 0


def _fit(found: Findings, said: Sentence, who: "_Worded", told: Mapping[int, str | None]) -> int:
    """How well a sentence fits a mark: 3 if it gives the task to whom that names, 0 if it gives it to another."""
    given = [owner for start, owner in told.items() if said.start <= start < said.end]
    if who.told.search(found.document.text, said.start, said.end):
        return 3 if given else 1
    if given and all(_is_anothers(owner, who) for owner in given):
        return 0
    return 2 if given else 1


def _is_anothers(owner: str | None, who: "_Worded") -> bool:
    """Whether a task is given to somebody whom a mark does not name, and not to the body: "The Clerk to ask"."""
    return bool(owner) and not who.named.search(owner or "") and not _OF_BODY.fullmatch(owner or "")


class _Worded(NamedTuple):
    """How sentences name whom a mark means."""

    named: re.Pattern[str]
    told: re.Pattern[str]  # not only as the one who is asked, or told
    begins: re.Pattern[str]
    takes_up: re.Pattern[str]


@lru_cache(500)  # each mark asks again for those of its owner
def _worded(who: str) -> _Worded:
    return _Worded(
        re.compile(who),
        re.compile(rf"(?<!\bto )(?<!\bto the )(?<!\bwith )(?<!\bfrom ){who}"),
        re.compile(rf"{who}(?: [\w’'-]+){{0,3}}? (?:to|will|would|should) (?P<verb>[a-z-]+)"),
        re.compile(rf"(?:{who}){_TAKES_UP}"),
    )


def _of_another(owners: Owners, words: str, who: _Worded) -> bool:
    """Whether a sentence gives its task to somebody else than a mark names: "JS will ask TO", "TO had it from JS"."""
    if who.named.search(words):
        return not who.told.search(words)
    begun = _OTHERS.match(words)
    return bool(begun and begun["who"] in owners.initials)


def _with_others(found: Findings, owners: Owners, mark: _Mark, span: tuple[int, int]) -> tuple[int, int]:
    """A sentence beside "UK / TO" with those after it that say what the others do: "UK to write. TO to ring."."""
    who = [owners.called(each) for each in re.split(r"\s*[/,&]\s*", mark.owner or "")]
    end, text = span[1], found.document.text
    if len(who) < 2:
        return span
    begins = re.compile(rf"(?:{'|'.join(who)}) (?:to|will|would) [a-z]")
    if not begins.match(text, span[0]):
        return span
    for said in found.sentences[bisect_right(found.starts, end - 1) :]:
        if said.block != found.document.block_index(span[0]) or not begins.match(text, said.start):
            break
        end = said.end
    return span[0], end


def _at_the_top(found: Findings, marks: list[_Mark]) -> bool:
    """Whether all marks beside paragraphs of several lines stand at the first line of these, or above it: in cells."""
    words, blocks, top = found.document.words, found.document.blocks, 0
    for mark in marks if words is not None else []:
        block = blocks[mark.block]
        at, lines = words.boxes(mark.start, mark.end)[:1], words.boxes(block.start, block.end)  # type: ignore[union-attr]
        lines = [line for line in lines if at and line[0] == at[0][0]]
        if len(lines) > 1 and block.kind != "table_row" and _led_to(found, mark.block) is None:
            if float(at[0][2]) > float(lines[0][4]):
                return False
            top += 1
    return top >= _COLUMN


def _is_entry(block: Block) -> bool:
    """Whether a block is an entry "(a)" of a list, and no numbered paragraph, which stands in a cell of its own."""
    return block.kind == "list_item" and not (block.label or "")[:1].isdigit()


def _led_to(found: Findings, index: int) -> int | None:
    """The paragraph ending in a colon that leads to the list in which a block is an entry; null if none does."""
    blocks = found.document.blocks
    if not _is_entry(blocks[index]):
        return None
    above = range(index - 1, max(-1, index - 1 - _ENTRIES), -1)
    first = next((at for at in above if not (_is_entry(blocks[at]) or _is_aside(blocks[at]))), None)
    return first if first is not None and _leads(found, blocks[first]) else None


def _leads(found: Findings, block: Block) -> bool:
    return found.document.text[block.start : block.end].rstrip().endswith(":")


def _cell(found: Findings, mark: _Mark) -> tuple[int, int]:
    """Where the text begins and ends at whose head a mark stands: a paragraph, with the list that it leads to.

    A mark further down that list stands where somebody moved it to with empty lines, at the head of no entry.
    """
    blocks = found.document.blocks
    own = blocks[mark.block]
    first = _led_to(found, mark.block)
    aligned = _is_aligned(found, mark, own)
    if (first is None and (_is_entry(own) or not _leads(found, own))) or (first is not None and aligned):
        return own.start, own.end
    last = mark.block
    for index in range(mark.block + 1, min(len(blocks), mark.block + 1 + _ENTRIES)):
        if not (_is_entry(blocks[index]) or _is_aside(blocks[index])):
            break
        last = index if _is_entry(blocks[index]) else last
    return blocks[mark.block if first is None else first].start, blocks[last].end


def _is_aside(block: Block) -> bool:
    return block.furniture or block.kind == "note"


def from_notes(found: Findings, owners: Owners) -> Iterator[Task]:
    """Tasks told in the margin, with who does them: "Plan to the May Board – TO", or the initials in a note below."""
    document = found.document
    for block, below in pairwise([*document.blocks, None]):
        start = content_start(document, block) if block else 0
        text = document.text[start : block.end] if block and block.kind == "note" else ""
        if not block or not _tells_task(found, text, owners):
            continue
        begun, tail = _IN_CELL.match(text), TAIL.search(text)
        mark = read_mark(tail["mark"], owners) if tail else None
        if not mark and below and below.kind == "note" and not _names_owner(text, owners):
            mark = read_mark(document.text[content_start(document, below) : below.end], owners)
        whose = begun["who"] if begun and _may_act(begun["who"], owners) else named_owner(text)
        if not whose and (led := _BY_BODY.match(text)) and owners.are_there(led["whom"]):
            whose = led["who"]
        owner, due = mark or (None, None)
        if not due and (month := MONTH_LAST.search(text)):  # "UK – prices, May"
            due = month["due"]
        due = due or _due_last(text)
        if owner or whose:
            yield Task(start, block.end, owner or whose, "action.column", due)


def _due_last(text: str) -> str | None:
    """The date that a short task ends with, when it is to be done: "a list of the ropes, 13 Nov"."""
    due = due_in(text, bare=True)
    return due if due and text.rstrip(" .)").endswith(due) else None


def _may_act(who: str, owners: Owners) -> bool:
    """Whether what stands before the dash of a note is who is to act, all those at the table among them."""
    return owners.marks(who) or who.casefold() in _AT_TABLE


def _names_owner(text: str, owners: Owners) -> bool:
    """Whether the task of a note begins with who is to do it by initials, so that a mark below it is another's."""
    begun = _IN_CELL.match(text)
    return bool(begun and owners.are_there(re.sub(r"\s?[/,&]\s?", "/", begun["who"])))


def _tells_task(found: Findings, text: str, owners: Owners) -> bool:
    """Whether a note says what is to be done, and not only who does it."""
    said = _SAID_SO.match(text)
    text = text[said.end() :] if said else text
    words = len(text.split()) > 2 and re.search(r"[a-z]{3}", text)
    return bool(words and not (heads_column(found, text) or read_mark(text, owners) or NO_TASK.fullmatch(text)))


def _notes(found: Findings, owners: Owners, *, flat: bool) -> Iterator[_Mark]:
    """Marks in the margin, as the reader of the file tells them apart; not those of a task in the note above."""
    previous: int | None = None
    above = ""
    # Where they have no places of their own on the page, lines of nothing but initials are such marks.
    alone = _alone(found, owners) if flat else []
    lines = {block.start for block in alone} if len(alone) >= _COLUMN else set()
    blocks = found.document.blocks
    titles: Block | None = None  # the line above, of nothing but a title
    for index, block in enumerate(blocks):
        aside = block.kind == "note" or block.start in lines
        begin = content_start(found.document, titles or block)
        text, last = found.document.text[begin : block.end] if aside else "", above
        # "UK/" over "TO": several names in one mark
        goes_on = _TITLE_LINE.fullmatch(text) or text.endswith("/") or _SAID_SO.fullmatch(text)
        titles = (titles or block) if aside and block.kind == "note" and goes_on else None
        if titles and index + 1 < len(blocks) and blocks[index + 1].kind == "note":
            continue
        above = text = " ".join(text.split())
        if aside:
            said = _SAID_SO.match(text)
            named = text[said.end() :] if said else text
            mark = None if heads_column(found, text) or (said and NO_TASK.match(named)) else read_mark(named, owners)
            if last and _tells_task(found, last, owners) and not _names_owner(last, owners):
                continue
            if mark and previous is not None:
                for who in mark[0].split() if block.start in lines and mark[0] else [mark[0]]:
                    own = blocks[previous] if flat and block.kind == "note" and block.level else None
                    within = (own.start, own.end) if own else None
                    yield _Mark(block.start, block.end, previous, who, mark[1], not flat, within)
        elif not block.furniture:
            previous = index


def _in_right_column(found: Findings, owners: Owners) -> Iterator[_Mark]:
    """Marks that were read as part of the text: initials on the right, below a heading "Action" or time and again."""
    document, words = found.document, found.document.words
    if words is None or not len(words.start):
        return
    heads = [b for b in document.blocks if heads_column(found, document.text[b.start : b.end]) and not b.furniture]
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


def _at_heads(found: Findings, marks: list[_Mark]) -> list[_Mark]:
    """The marks, each with the text of its item where most of them stand beside the first line of one.

    In a table of three columns, the item, what was said and who acts, the mark stands at the top of its cell.
    """
    words = found.document.words
    heads = (
        {_line(words, item.citation.start, item.citation.end) for item in found.items} if words is not None else set()
    )
    heads.discard(None)
    lines = [_line(words, mark.start, mark.end) if words is not None and mark.placed else None for mark in marks]
    beside = [line is not None and any((line[0], line[1] + step) in heads for step in (-1, 0, 1)) for line in lines]
    habit = sum(beside) >= _COLUMN and 3 * sum(beside) >= 2 * len(marks)
    if not found.items:
        return marks
    told = [found.items[max(0, bisect_right(found.item_starts, mark.start) - 1)] for mark in marks]
    ends = [found.item_end(item.citation.start) for item in told]
    notes = sorted({*(m.start for m in marks), *(b.start for b in found.document.blocks if b.kind == "note")})
    return [
        mark._replace(placed=False, within=(i.citation.end, end))
        if habit or (_is_only(notes, i.citation.end, end) and _on_title(found, mark, i))
        else mark
        for mark, i, end in zip(marks, told, ends, strict=True)
    ]


def _is_only(notes: Sequence[int], start: int, end: int) -> bool:
    """Whether one note at most stands in a stretch."""
    return bisect_right(notes, end - 1) - bisect_right(notes, start - 1) < 2


def _on_title(found: Findings, mark: _Mark, item: AgendaItem) -> bool:
    """Whether a mark stands on the line of a title, which tells no task, so that the whole item is meant."""
    head = found.document.blocks[found.document.block_index(item.citation.start)]
    return mark.placed and head.kind == "heading" and _is_aligned(found, mark, head)


def _is_aligned(found: Findings, mark: _Mark, block: Block) -> bool:
    """Whether a mark stands beside the first line of a block."""
    words = found.document.words
    top, line = (words.boxes(each.start, each.end)[:1] if words is not None else [] for each in (block, mark))
    return bool(top and line and top[0][0] == line[0][0] and abs(top[0][2] - line[0][2]) < _ALIGNED)


def _line(words: Words, start: int, end: int) -> tuple[int, int] | None:
    """The page and the height on it, in units of four points, at which a stretch begins; null without a place."""
    return next(((int(box[0]), round(float(box[2]) / 4)) for box in words.boxes(start, end)), None)


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
        if len(text) < MARK_LENGTH
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
        head = next((at for at, text in enumerate(texts) if at and heads_column(found, text)), None)
        if head is not None and not columns_of(texts):
            headed[block.table] = head
        elif block.table in headed:
            last = max((at for at, text in enumerate(texts) if text), default=0)
            mark = read_mark(texts[last], owners) if last and last >= headed[block.table] - 1 else None
            if mark and any(len(text.split()) > 8 for text in texts[:last]):
                yield _Mark(*block.cells[last], index, *mark)


def from_cells(found: Findings, owners: Owners) -> Iterator[Task]:
    """Tasks told in the action column of minutes that are set as a table: "JS to mend the gate TO – a plan by May"."""
    document = found.document
    headed: dict[int | None, int] = {}
    for block in document.blocks:
        texts = [document.text[start:end].strip() for start, end in block.cells]
        if len(texts) > 1 and heads_column(found, texts[-1]) and not columns_of(texts):
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


def from_entries(found: Findings, owners: Owners) -> Iterator[Task]:
    """Tasks told in a column of decisions and actions: "UK – tide tables by May", "UK to mend the gate".

    Its paragraphs come after those of the discussion, at the end of what was said of each item.
    """
    document = found.document
    first = next((at for at, block in enumerate(document.blocks) if block.cells and _heads_both(found, block)), None)
    if first is None:
        return
    decided = {document.block_index(decision.citation.start) for decision in found.decisions}
    at_end = True
    entries: list[Task] = []
    for index in range(len(document.blocks) - 1, first, -1):
        block = document.blocks[index]
        if block.furniture:
            continue
        if block.kind in ("heading", "table_row", "note"):
            at_end = True
            continue
        entry = ENTRY.match(document.text, content_start(document, block), block.end) if at_end else None
        if entry and is_text(block) and _is_given(found, entry, block, owners):
            due = _due_last(document.text[entry.end() : block.end])
            entries.append(Task(entry.start(), block.end, entry["who"], "action.column", due))
        else:
            at_end = at_end and index in decided
    yield from reversed(entries)


def _heads_both(found: Findings, block: Block) -> bool:
    """Whether a row heads minutes set as a table whose last column holds decisions and actions."""
    texts = [found.document.text[start:end].strip() for start, end in block.cells]
    return len(texts) > 1 and bool(HEADS_BOTH.fullmatch(texts[-1].rstrip(":"))) and not columns_of(texts)


def _is_given(found: Findings, entry: re.Match[str], block: Block, owners: Owners) -> bool:
    """Whether an entry names somebody at the meeting, and what to do in a few words: it tells nothing that was said."""
    told = found.document.text[entry.end() : block.end]
    first = re.match(r"[\w-]+", told)
    does = bool(first and first[0].casefold() in owners.tasks)
    short = len(told.split()) <= _ENTRY_WORDS
    return owners.are_there(entry["first"]) and short and (does or not _SAID.search(told))


def _beside(
    found: Findings,
    owners: Owners,
    mark: _Mark,
    told: Mapping[int, str | None],
    hints: Collection[int],
    taken: set[tuple[int, int]],
) -> tuple[int, int] | None:
    """The sentence that a mark stands beside.

    One that gives its owner a task; else, of the sentences on the lines beside it (and one line above and below), the
    one that names its owner, one that gives a task, or the last that stands there. Without places on the page, of all
    sentences of the block.
    """
    sentences = _candidates(found, mark)
    if all(_NOTED.search(found.document.text, s.start, s.end) for s in sentences):
        sentences = _candidates(found, mark, further=True)
    # One sentence, one mark: the second of two marks beside a paragraph means another of its sentences.
    text, who = found.document.text, _worded(owners.called(mark.owner or ""))
    free = [s for s in sentences if (s.start, s.end) not in taken and not _RUN_IN.fullmatch(text, s.start, s.end)]
    if _is_told(text, [s for s in sentences if (s.start, s.end) in taken], who) and not (
        holding(free, told) or any(who.named.search(text, s.start, s.end) for s in free)
    ):
        return None
    sentences = free or sentences
    if not sentences:
        return None
    on, near = _by_place(found, mark, sentences)
    named = [s for s in near if who.named.search(text[s.start : s.end])]
    given = [s for s in near if not (mark.within and _APPOINTED.search(text, s.start, s.end))]
    given = [s for s in given if not _of_another(owners, text[s.start : s.end], who)] or given
    tasked = holding(given, told) or holding(given, hints)
    # "HT to arrange this" is meant wherever in the paragraph it stands.
    opens = [s for s in sentences if (does := who.begins.search(text, s.start, s.end)) and does["verb"] in owners.tasks]
    if taken_up := next((s for s in near if who.takes_up.match(text, s.start, s.end)), None):
        before = sentences[max(0, sentences.index(taken_up) - 1)]
        return (before.start if before.block == taken_up.block else taken_up.start), taken_up.end
    if not mark.placed and not opens:
        opens = [
            s for s in sentences if (does := who.begins.match(text, s.start, s.end)) and does["verb"] not in _NO_VERB
        ]
    chosen = next((s for s in [*opens, *named] if s in opens or s in tasked), None) or next(
        (s for s in tasked if s in on), None
    )
    if not mark.placed and not chosen:  # beside nothing, so who is named tells more than what stands last
        chosen = next(iter(opens), None)
    if not chosen and not holding(given, told):
        paragraph = {s.block for s in on or near}
        own = [s for s in sentences if s.block in paragraph]
        chosen = _further(found, own, who, told, named_only=bool(tasked))
    if not (chosen or tasked or named) and (lower := _lower_in_cell(found, mark, who, [*told, *hints])):
        return lower.start, lower.end
    left = [s for s in on or near if not _NOTED.search(found.document.text, s.start, s.end)]
    if mark.within and not chosen:  # stands beside none of them
        left = [s for s in left if _RESOLVED_TO.search(found.document.text, s.start, s.end)] or left
    chosen = chosen or (tasked or left or on or near)[-1]
    return chosen.start, chosen.end


def _lower_in_cell(found: Findings, mark: _Mark, who: _Worded, told: Collection[int]) -> Sentence | None:
    """The sentence that names whom a mark means and tells a task, in a paragraph below the one it stands beside.

    At the top of a cell of several paragraphs it may mean any of them, down to the next mark or heading.
    """
    blocks, at = found.document.blocks, found.document.block_index(mark.start)
    if not mark.placed or blocks[at].kind != "note" or not _is_aligned(found, mark, blocks[mark.block]):
        return None
    for index in range(at + 1, min(len(blocks), at + 1 + _ENTRIES)):
        block = blocks[index]
        if block.kind not in ("paragraph", "footer", "header"):
            break
        for said in [] if block.furniture else holding(_of_block(found, block), told):
            if who.told.search(found.document.text, said.start, said.end):
                return said
    return None


def _of_block(found: Findings, block: Block) -> list[Sentence]:
    return found.sentences[bisect_right(found.starts, block.start - 1) : bisect_right(found.starts, block.end - 1)]


def _is_told(text: str, taken: Sequence[Sentence], who: _Worded) -> bool:
    """Whether a sentence that another mark means gives this one's owner a task, too: "UK to write and TO to ring"."""
    return any(who.begins.search(text, s.start, s.end) for s in taken)


def _further(
    found: Findings,
    sentences: list[Sentence],
    who: _Worded,
    told: Mapping[int, str | None],
    *,
    named_only: bool,
) -> Sentence | None:
    """The sentence of a paragraph that a mark means which stands beside none that gives a task, as a line or two off.

    The one that gives the task to whom the mark names; else, unless only such is asked for, to nobody else; else what
    was decided.
    """
    fits = [(_fit(found, said, who, told), said) for said in holding(sentences, told)]
    if named_only or not fits:
        best = next((said for fit, said in fits if fit == 3), None)
    else:
        fit, best = max(fits, key=lambda each: each[0])
        best = best if fit else None
    if best or named_only:
        return best
    decided = [decision.citation.start for decision in found.decisions if decision.outcome in _TO_BE_DONE]
    return next(iter(holding(sentences, decided)), None)


def _candidates(found: Findings, mark: _Mark, *, further: bool = False) -> list[Sentence]:
    """The sentences of the block that a mark stands beside, less the mark; of a row also those of the row below it.

    A file without places on the page has a mark after all that it may stand beside: since the mark before, or the item.
    A numbered paragraph is minuted by itself, unless it is to go `further` up, as it gives nobody a task.
    """
    blocks = found.document.blocks
    block = blocks[mark.block]
    if mark.within:
        return [s for s in found.sentences_within(*mark.within) if blocks[s.block].kind != "note"]
    if not mark.placed and block.kind != "table_row":
        items = [item.citation.end for item in found.items if item.citation.end <= block.start]
        notes = [b.end for b in blocks[: mark.block] if b.kind == "note"]
        own = block.start - 1 if block.label and block.label[0].isdigit() and not further else 0
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
