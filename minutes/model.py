"""The records: what a document is, and what is taken from it.

All offsets are indices into `Document.text` (Python characters, end exclusive). All boxes are in PDF
points from the top left corner of the page. Pages count from 1 and are null where the format has none.
"""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

SCHEMA = "minutebook/1"
CONTEXT = 32  # characters kept on either side of a quote, as in W3C TextQuoteSelector

DocumentKind = Literal["minutes", "report", "agenda", "slides", "other"]
BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "note", "header", "footer"]
Outcome = Literal["approved", "noted", "recommended", "deferred", "rejected"]
Tier = Literal["explicit", "implicit"]
Trust = Literal["high", "medium", "low"]
Role = Literal["actual", "target", "comparator", "forecast"]
Direction = Literal["up", "down", "level"]
By = Literal["place", "region", "body", "period"]
AttendanceStatus = Literal["present", "apologies", "absent"]
Capacity = Literal["member", "substitute", "in attendance"]
Corrected = Literal["changed", "added"]
IsoDay = Annotated[str, AfterValidator(lambda day: date.fromisoformat(day).isoformat())]  # ISO 8601, on the calendar
Box = tuple[int, float, float, float, float]  # page, x0, top, x1, bottom


def content_id(prefix: str, *parts: object) -> str:
    """A short id that depends on nothing but `parts`, so that the same content gets the same id again."""
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()
    return f"{prefix}-{digest[:12]}"


class Record(BaseModel):
    """Base of all records: frozen, and strict about unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(Record):
    """Where words stand. Maps onto the W3C Web Annotation selectors.

    `start`, `end` are a TextPositionSelector; `quote`, `prefix`, `suffix` a TextQuoteSelector; `page` and, on a
    web page, `anchor` ("#anchor" after its address) a FragmentSelector. `paragraph` counts the document's blocks
    from 1, for formats that have no pages. `confidence` says that words of the quote were read by text recognition,
    and how sure it was of them on average, from 0 to 1; it is null where the text is the file's own.
    """

    document_id: str
    sha256: str
    page: int | None
    anchor: str | None = None
    paragraph: int
    start: int
    end: int
    quote: str
    prefix: str = ""
    suffix: str = ""
    boxes: tuple[Box, ...] = ()
    confidence: float | None = None


class Block(Record):
    """A stretch of the document's text that was laid out as one thing.

    `label` is the number, letter or bullet printed before it, and is part of the text. `bold` holds the spans
    set in bold, and underlined titles where no others are. A table row has `cells` (the span of each, in
    column order, an empty span where the cell is empty) and the number of its `table`. A `note` stands in a
    column of its own beside the text, such as the initials in an action column; it follows the block that it
    stands beside.
    """

    kind: BlockKind
    start: int
    end: int
    page: int | None = None
    level: int = 0  # heading level from 1, nesting depth of a list item from 1, 1 of a note to one paragraph, else 0
    label: str | None = None
    bold: tuple[tuple[int, int], ...] = ()
    size: float | None = None  # font size in points
    indent: float | None = None  # left edge of the first line in points
    cells: tuple[tuple[int, int], ...] = ()
    table: int | None = None
    column_header: bool = False  # a table row that names the columns
    anchor: str | None = None  # on a web page, the nearest id or name at the block or above it

    @property
    def furniture(self) -> bool:
        """Whether it belongs to the page (running header, footer, page number) and not to the text."""
        return self.kind in ("header", "footer")

    @property
    def in_bold(self) -> bool:
        """Whether all of it is set in bold."""
        return self.bold[:1] == ((self.start, self.end),)


@dataclass(frozen=True)
class Words:
    """The place of every word on its page. Parallel arrays, one entry a word, in order of `start`."""

    start: NDArray[np.int32]
    end: NDArray[np.int32]
    page: NDArray[np.int32]
    box: NDArray[np.float32]  # shape (n, 4): x0, top, x1, bottom
    confidence: NDArray[np.float32] | None = None  # 0 to 1, NaN where not from text recognition; null if none is known

    def between(self, start: int, end: int) -> slice:
        """The words that overlap [start, end)."""
        first = int(np.searchsorted(self.end, start, side="right"))
        return slice(first, int(np.searchsorted(self.start, end, side="left")))

    def mean_confidence(self, start: int, end: int) -> float | None:
        """The mean over the words of [start, end) that come from text recognition; null where none does."""
        if self.confidence is None:
            return None
        found = self.confidence[self.between(start, end)]
        found = found[~np.isnan(found)]
        return round(float(found.mean()), 2) if found.size else None

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """One box a line for the words that overlap [start, end)."""
        lines: list[list[float]] = []
        held = self.between(start, end)
        columns = (column[held].tolist() for column in (self.start, self.end, self.page, self.box))
        for a, b, page, (x0, top, x1, bottom) in zip(*columns, strict=True):
            if a < start or end < b:
                # Less what the span leaves out of a word (the semicolon after a limb); letters count as equally wide.
                letter = (x1 - x0) / (b - a)
                x0, x1 = x0 + max(0, start - a) * letter, x1 - max(0, b - end) * letter
            if lines and _same_line(lines[-1], page, x0, top, bottom):
                line = lines[-1]
                line[2:] = [min(line[2], top), max(line[3], x1), max(line[4], bottom)]
            else:
                lines.append([page, x0, top, x1, bottom])
        return tuple((int(p), round(a, 1), round(b, 1), round(c, 1), round(d, 1)) for p, a, b, c, d in lines)


def _same_line(line: Sequence[float], page: int, x0: float, top: float, bottom: float) -> bool:
    """Whether a word goes on the line: same page, to the right, and overlapping by half its height."""
    if line[0] != page or x0 < line[1]:
        return False
    overlap = min(line[4], bottom) - max(line[2], top)
    return overlap >= 0.5 * min(bottom - top, line[4] - line[2])


class Receipt(Record):
    """What went in and what came out, so that nothing is lost in silence."""

    pages_in: int
    pages_out: int
    characters: tuple[int, ...] = ()  # a page; one entry for formats without pages
    empty_pages: tuple[int, ...] = ()  # that show something but yielded no usable text; a blank page is not among them
    ocr_pages: tuple[int, ...] = ()  # of which words were read by text recognition
    tables: int = 0
    pictures: int = 0  # that were not read: in a PDF those on pages without any other text, else all
    unassigned: float | None = None  # how much of the text stands under no agenda item, 0 to 1
    warnings: tuple[str, ...] = ()

    @property
    def partial(self) -> bool:
        """Whether something was lost, or there was nothing to read."""
        blank = bool(self.characters) and not any(self.characters)
        return blank or bool(self.empty_pages) or self.pages_out < self.pages_in


def page_ranges(pages: Iterable[int]) -> str:
    """`page 2`, `pages 2, 5-9`: numbers in order, with runs drawn together."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    many = len(runs) > 1 or any(len(run) > 1 for run in runs)
    return f"page{'s' * many} {', '.join('-'.join(map(str, run)) for run in runs)}"


class DocumentInfo(Record):
    """What identifies a document, without its text."""

    id: str
    title: str | None
    kind: DocumentKind
    media_type: str
    pages: int | None
    sha256: str
    path: str


class Document(BaseModel):
    """A file as read: one text, the blocks that it is made of, and where every word stands."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    id: str
    title: str | None
    kind: DocumentKind
    media_type: str
    pages: int | None
    sha256: str
    path: str
    text: str
    blocks: tuple[Block, ...]
    receipt: Receipt
    date: IsoDay | None = None  # as the file's own text or a web page's heading states it
    site: str | None = None  # the organisation whose web site a page stands on, as the page gives it
    words: Words | None = Field(default=None, exclude=True, repr=False)

    @property
    def info(self) -> DocumentInfo:
        return DocumentInfo(**{name: getattr(self, name) for name in DocumentInfo.model_fields})

    @cached_property
    def block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_index(self, offset: int) -> int:
        """Index of the block that holds `offset`, or of the last one that starts before it."""
        return max(0, bisect_right(self.block_starts, offset) - 1)

    def blocks_between(self, start: int, end: int) -> Iterator[Block]:
        """Blocks that overlap [start, end), in order."""
        for index in range(self.block_index(start), len(self.blocks)):
            block = self.blocks[index]
            if block.start >= end:
                return
            if block.end > start:
                yield block

    def cite(self, start: int, end: int) -> Citation:
        """A citation of `text[start:end]`, less the white space around it.

        Raises:
            ValueError: if the span is empty or lies outside the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no text at {start}:{end} in a document of {len(self.text)} characters")
        while start < end - 1 and self.text[start].isspace():
            start += 1
        while end > start + 1 and self.text[end - 1].isspace():
            end -= 1
        boxes = self.words.boxes(start, end) if self.words else ()
        index = self.block_index(start)
        page = boxes[0][0] if boxes else (self.blocks[index].page if self.blocks else None)
        return Citation(
            document_id=self.id,
            sha256=self.sha256,
            page=page,
            anchor=self.blocks[index].anchor if self.blocks else None,
            paragraph=index + 1,
            start=start,
            end=end,
            quote=self.text[start:end],
            prefix=self.text[max(0, start - CONTEXT) : start],
            suffix=self.text[end : end + CONTEXT],
            boxes=boxes,
            confidence=self.words.mean_confidence(start, end) if self.words else None,
        )


class Attendance(Record):
    """A person at the meeting, or missed there.

    `arrived` and `left` say when somebody came late or left early: the time as printed, or the item then spoken of.
    """

    name: str
    role: str | None = None
    status: AttendanceStatus
    capacity: Capacity | None = None  # as what somebody present was there, where it is printed
    substitute_for: str | None = None
    arrived: str | None = None
    left: str | None = None
    initials: str | None = None
    citation: Citation | None = None


class Meeting(Record):
    """When, where and of what body. A report has the body that it is addressed to and its own date."""

    organisation: str | None = None
    body: str | None = None
    date: str | None = None  # ISO 8601, to the day or to the month
    place: str | None = None
    start_time: str | None = None  # HH:MM
    end_time: str | None = None
    chair: str | None = None
    status: Literal["draft", "confirmed"] | None = None


class Extracted(Record):
    """What every record taken from a document carries. An `exempt` one stands in text that is marked as exempt.

    `trust` says how often a record that was found in this way is right (`extract.trust`); registers and search leave
    out those of low trust unless asked for them. It is not `Citation.confidence`, which is that of text recognition.
    `corrected` says that a person changed the record or added it; it is null where it stands as extracted.
    """

    id: str
    citation: Citation
    rule: str
    exempt: bool = False
    trust: Trust = "high"
    corrected: Corrected | None = None


class AgendaItem(Extracted):
    """A titled heading of business. `end` is where what was said under it ends."""

    number: str | None
    title: str
    parent_id: str | None = None
    end: int


class RollCall(Record):
    """Who voted how, as printed, where a recorded vote gives names."""

    for_: tuple[str, ...] = Field(default=(), alias="for")
    against: tuple[str, ...] = ()
    abstain: tuple[str, ...] = ()
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Votes(Record):
    """Counts of a vote, those that are printed; where names are printed in their place, how many those are.

    `casting` is who gave a casting vote, as printed.
    """

    for_: int | None = Field(default=None, alias="for")
    against: int | None = None
    abstain: int | None = None
    names: RollCall | None = None
    casting: str | None = None
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Stated(Extracted):
    """What stands under an agenda item.

    `item_id` is the item that it is cited by. `heading` is the title right above it, where that is another one: of the
    item "5 Matters arising", "Bus shelter".
    """

    item_id: str | None
    heading: str | None = None


class Decision(Stated):
    """What the body, or somebody acting for it, decided at the meeting. `stem` is what introduces a limb.

    Power that was `delegated_to` somebody may have to be used in consultation with those `consulted`. `condition` is
    what a decision is subject to, as printed.
    """

    text: str
    outcome: Outcome
    stem: str | None = None
    mover: str | None = None
    seconder: str | None = None
    votes: Votes | Literal["unanimous"] | None = None
    delegated_to: str | None = None
    consulted: str | None = None
    condition: str | None = None


class Action(Stated):
    """Something left for somebody to do once the meeting is over."""

    text: str
    owner: str | None = None
    due: str | None = None  # as printed
    due_date: date | None = None
    tier: Tier
    status: Literal["open", "done"] | None = None  # null where the document says nothing of it
    printed_status: str | None = None  # how its own document puts that: "Carried forward", in a log of tasks


class Difference(Record):
    """By how much a figure went up, or down where it is below 0."""

    value: float
    unit: str | None


class Metric(Stated):
    """A figure that measures something. `value` is in plain units; two numbers are a range.

    `group` is the population that it is about, such as "pupils with an EHCP".
    """

    text: str
    value: float | tuple[float, float]
    unit: str | None
    name: str | None
    period: str | None = None
    place: str | None = None
    group: str | None = None  # the population that it is for: "pupils with an EHCP"
    role: Role = "actual"
    direction: Direction | None = None
    change: Difference | None = None
    table: bool = False
    total: bool = False  # of a table: the sum of other rows or columns


class Exempt(Record):
    """Text that its document marks as not for the public: [start, end), and the words that mark it."""

    start: int
    end: int
    mark: Citation


class Minutes(Record):
    """All that was taken from one document. Printed by `minutebook extract`."""

    document: DocumentInfo
    meeting: Meeting
    attendance: tuple[Attendance, ...] = ()
    items: tuple[AgendaItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    metrics: tuple[Metric, ...] = ()
    exempt: tuple[Exempt, ...] = ()
    receipt: Receipt

    @property
    def public(self) -> "Minutes":
        """The same without the records that stand in exempt text."""
        if not self.exempt:
            return self
        names = ("items", "decisions", "actions", "metrics")
        return self.model_copy(update={n: tuple(r for r in getattr(self, n) if not r.exempt) for n in names})

    def item_at(self, offset: int) -> AgendaItem | None:
        """The innermost item under which `offset` stands."""
        index = bisect_left(self.items, offset + 1, key=lambda item: item.citation.start) - 1
        while index >= 0:
            if self.items[index].end > offset:
                return self.items[index]
            index -= 1
        return None
