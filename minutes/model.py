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
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, JsonValue

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
RecordKind = Literal["item", "decision", "action", "metric"]
PassageKind = Literal["decision", "action", "metric", "paragraph"]
Corrected = Literal["changed", "added"]
Claim = Literal["done", "carried forward", "answered", "came back", "mentioned"]
Fate = Literal["open", "done", "overdue", "carried forward", "vanished", "answered", "came back"]
ChangeKind = Literal["item", "decision", "action", "metric", "paragraph"]
Verdict = Literal["exact", "form", "changed", "absent"]
Status = Literal["open", "done", "overdue", "carried forward", "came back", "vanished"]  # what is asked for of tasks
Sort = Literal["date", "body", "owner", "due", "outcome", "mover"]  # what a register can be sorted by
FindingKind = Literal["votes", "not present", "numbering", "appendix", "correction", "exempt"]
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


class Passage(Record):
    """The unit of search: a resolution limb, an action, a figure's sentence or a paragraph.

    `header` says where it comes from (organisation, body, date, item, kind); it is embedded
    with the text but is no part of the citation, and so is `gloss`, what abbreviations in it stand for. `context` is
    the stretch under the same item that it is shown in; passages side by side share one.
    """

    id: str
    kind: PassageKind
    text: str
    header: str
    item_id: str | None
    record_ids: tuple[str, ...] = ()
    citation: Citation
    context: Citation
    gloss: tuple[str, ...] = ()
    boilerplate: bool = False
    exempt: bool = False  # held apart: found only where it is asked for


class Twin(Record):
    """Where a passage stands that says the same as another (in another version, a pack of papers, another year)."""

    document: DocumentInfo
    meeting: Meeting
    citation: Citation


class Hit(Record):
    """A passage found, in its context, with what is needed to show and to cite it.

    `citation` is that of the text shown, `passage` that of what in it fits the question best. Where the text begins
    with a stem and " …", the stem stands further up. `outcomes` are those of the decisions in the passage: the words
    alone of a motion that was lost read as if it had been agreed. `also` lists others that say the same.
    """

    rank: int
    score: float
    kind: PassageKind
    text: str
    document: DocumentInfo
    meeting: Meeting
    item: dict[str, str | None] | None  # number, title
    citation: Citation
    passage: Citation
    outcomes: tuple[Outcome, ...] = ()
    exempt: bool = False
    also: tuple[Twin, ...] = ()


class Related(Hit):
    """A passage that treats the same matter as a record, and why it is thought to.

    `score` is the `cosine` to the record's own text and what the other reasons add: `thread` says why its item belongs
    to the thread of the record's item, `names_item` whether it gives the number of that. `record_ids` are the records
    in it.
    """

    cosine: float
    thread: str | None
    names_item: bool
    record_ids: tuple[str, ...] = ()


class Version(Record):
    """Another document that holds the same text as one, or the record of the same meeting.

    `relation` says what the other one is: a `draft` or the `confirmed` minutes of the meeting, `minutes` of it of no
    stated status, a `copy`, what `contains` the text of this one, or a `part` of it. `shared` is how much of the
    text of the shorter one stands in the other, 0 to 1.
    """

    relation: Literal["draft", "confirmed", "minutes", "copy", "contains", "part"]
    document: DocumentInfo
    meeting: Meeting
    shared: float


@dataclass(frozen=True)
class Region:
    """An English region, or a nation without regions, and the organisations in the library that lie in it."""

    name: str
    organisations: tuple[str, ...]


@dataclass(frozen=True)
class Filters:
    """Which part of the library to look in. Null means all; names are told by words of theirs, in any form."""

    organisation: str | None = None
    body: str | None = None
    region: Region | None = None
    kind: PassageKind | None = None
    outcome: Outcome | None = None
    since: str | None = None  # ISO dates, inclusive
    until: str | None = None
    documents: tuple[str, ...] = ()  # ids
    owner: str | None = None  # of an action
    mover: str | None = None  # of a decision
    moved: tuple[str, ...] = ()  # ids of decisions that the mover moved by another name
    holds: tuple[str, ...] = ()  # phrases that a passage or its header has to hold
    without: tuple[str, ...] = ()  # phrases that it must not hold
    exempt: bool = False  # whether text that is marked as exempt is let through, too
    all: bool = False  # those of low trust, too
    no_formal: bool = False  # whether a register leaves out what is under apologies, minutes, next meeting and the like

    @property
    def of_passages(self) -> bool:
        """Whether it matters what a single passage holds."""
        return any((self.kind, self.outcome, self.owner, self.mover, self.without))


class Coverage(Record):
    """What was looked through, after the filters, so that "not found" means something."""

    documents: int
    bodies: int
    passages: int
    pending: int = 0  # passages that are not embedded yet, which are found by their words only
    first: str | None  # earliest and latest meeting or report date, ISO 8601
    last: str | None


class BodyHeld(Record):
    """A body as documents name it, and what is held of it. `first` and `last` are the dates of its documents."""

    organisation: str | None
    body: str | None
    minutes: int
    documents: int
    first: str | None
    last: str | None


class Answer(Record):
    """What a search found, and in how much."""

    query: str
    coverage: Coverage
    hits: tuple[Hit, ...]
    emptied_by: tuple[str, ...] = ()  # where nothing was found: the filters without any one of which something is
    far: bool = False  # whether no passage is close to the question, so that the hits are no more than the nearest


class Ingested(Record):
    """What became of one file."""

    path: str
    outcome: Literal["added", "updated", "unchanged", "failed"]
    document: DocumentInfo | None = None  # null where it failed
    meeting: Meeting | None = None  # null where it failed
    counts: dict[str, int] = {}  # items, decisions, actions, metrics
    receipt: Receipt | None = None
    error: str | None = None  # one line that says what to do


class Mention(Record):
    """Where a later document comes back to an action or a recommendation, and what it says of it."""

    says: Claim
    document: DocumentInfo
    meeting: Meeting
    citation: Citation


class Followed(Record):
    """What became of an action, or of a recommendation, by the later documents of the same organisation.

    `done` is also what was discharged or is no longer needed. `carried forward` is what its own document or a later
    one says is still to do. `overdue` is what nothing says any of this of although its day has passed, and what is
    not spoken of again since. `vanished` is what no later meeting comes back to in any way, neither in a word that is
    rare nor under the same title, though the next two are held, whether or not its day has passed. A recommendation is
    `answered` or `open`; what was put off, and what somebody was to bring, `came back`, vanished or is open. Any task
    of which a mention says that it `came back` has only the title of its item in a later agenda or report. `late` is
    what is overdue or vanished, and its day has passed. `later` counts the later meetings that are held and were
    looked through, those of about a year, and `since` those of them on or after the day by which it was due, null
    where that has not passed. The last mention is what `fate` rests on where one says so.
    """

    fate: Fate
    late: bool = False
    later: int = 0
    since: int | None = None
    mentions: tuple[Mention, ...] = ()


def stands(fate: Fate, late: bool, status: Status) -> bool:
    """Whether what became of a task is what was asked for: what is open may be overdue, too."""
    done = fate in ("done", "answered")
    return {"overdue": late, "open": not done and fate != "came back", "done": done}.get(status, fate == status)


class Area(Record):
    """A place with its code, nine characters of the Government Statistical Service ("E12000009"), and its region.

    An organisation that has no such code, such as a trust, may still have a region.
    """

    name: str
    code: str | None = None
    region: str | None = None  # one of the nine English regions
    region_code: str | None = None


class Listed(Record):
    """One record in a register, with the document and meeting that it comes from."""

    document: DocumentInfo
    meeting: Meeting
    item: dict[str, str | None] | None  # number, title
    record: AgendaItem | Decision | Action | Metric
    followed: Followed | None = None  # of an action, and of a decision that recommends or puts off
    area: Area | None = None  # of a metric: that of its place, or where it states none of the organisation


class Point(Record):
    """One value that documents give for one period, place and role. `sources` are the metrics that say so.

    `start` and `end` are the first and last day of the period, null where it has none or is not understood. There
    is a `conflict` where another point of the same period, place and role has a value that is not this one rounded.
    """

    role: Role
    period: str | None
    start: date | None = None
    end: date | None = None
    value: float | tuple[float, float]
    place: str | None  # as printed, or the organisation whose document it is
    area: Area | None = None
    conflict: bool = False
    sources: tuple[Listed, ...]


class Series(Record):
    """What was measured in one place, over periods; `names` and `groups` as printed, those most often printed first.

    Actual figures are those of the series' place, in order of time. Targets, forecasts and comparators, which are of
    other places, stand beside them.
    """

    id: str
    name: str | None
    names: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    unit: str | None
    place: str | None
    area: Area | None = None
    points: tuple[Point, ...]


class Lane(Record):
    """One place, region, body or period of a comparison; `documents` counts those that could speak of it."""

    name: str
    area: Area | None = None
    documents: int


class Entry(Record):
    """What documents say of a measure in one lane: nothing where `points` is empty."""

    lane: str
    documents: int
    points: tuple[Point, ...] = ()


class Measure(Record):
    """One measure across the lanes of a comparison, an entry for each of them in their order."""

    name: str | None
    names: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    unit: str | None
    place: str | None = None  # only where periods are compared
    entries: tuple[Entry, ...]


class Matrix(Record):
    """Measures side by side, by place, region, body or period, and how much was looked through."""

    by: By
    lanes: tuple[Lane, ...]
    measures: tuple[Measure, ...]
    coverage: Coverage


class Topic(Record):
    """What a body talked about in a year.

    `name` is the most telling of its phrases, `terms` are the others; `score` says how much more often the body's items
    held it than all others do, as a z-score. `items` counts the items that hold it (a document without items is one).
    """

    organisation: str | None
    body: str | None
    year: str
    name: str
    terms: tuple[str, ...]
    items: int
    score: float
    examples: tuple[Twin, ...]


class Topics(Record):
    """What bodies talk about, by year, and in how much it was looked for."""

    topics: tuple[Topic, ...]
    coverage: Coverage


RECORD_KINDS: dict[type[Extracted], PassageKind] = {Decision: "decision", Action: "action", Metric: "metric"}


class Step(Record):
    """One thing in a timeline: a record, or a passage (`paragraph`) that holds none of the records listed."""

    kind: PassageKind
    document: DocumentInfo
    meeting: Meeting
    item: dict[str, str | None] | None  # number, title
    citation: Citation
    record: AgendaItem | Decision | Action | Metric | None = None
    followed: Followed | None = None


class Timeline(Record):
    """A topic through the meetings, in order of date, and in how much it was looked for."""

    query: str
    steps: tuple[Step, ...]
    coverage: Coverage
    emptied_by: tuple[str, ...] = ()  # as in `Answer`


class Correction(Record):
    """What a person says of a record: that it is wrong, what its fields are to be, or that it was missed.

    It is about the `record` as it was until then, null for one that is added, at [`start`, `end`) of the document with
    this `sha256`. `fields` are those that are changed, or all of one that is added. `lost` says that its words do not
    stand any more in the document as it is read now, so that it has no effect.
    """

    id: str
    did: Literal["wrong", "changed", "added"]
    kind: RecordKind
    record_id: str
    sha256: str
    start: int
    end: int
    quote: str
    record: AgendaItem | Decision | Action | Metric | None = None
    fields: dict[str, JsonValue] = {}
    who: str
    at: str  # ISO 8601, UTC
    why: str
    withdrawn_by: str | None = None
    withdrawn_at: str | None = None
    lost: bool = False


class Threaded(Record):
    """An agenda item in the thread of another, and the decisions and actions under it.

    `why` says in words how it is told; it is null for the item whose thread it is.
    """

    item: Listed
    why: str | None
    records: tuple[Listed, ...] = ()


class Attended(Record):
    """A person in the attendance of a meeting."""

    document: DocumentInfo
    meeting: Meeting
    attendance: Attendance


class Person(Record):
    """What one organisation's documents say of a person: `names` are theirs, `unsure` could be somebody else's.

    What is said of a name that is not sure is left out.
    """

    organisation: str | None
    names: tuple[str, ...]
    unsure: tuple[str, ...]
    attended: tuple[Attended, ...]
    moved: tuple[Listed, ...]
    seconded: tuple[Listed, ...]
    owned: tuple[Listed, ...]


class Finding(Record):
    """Something in the record of a meeting that does not fit together, or that somebody should look at.

    The first citation is of `document`; another one shows what it does not fit, perhaps in another document.
    """

    kind: FindingKind
    message: str
    document: DocumentInfo
    meeting: Meeting
    citations: tuple[Citation, ...]


class Compared(Record):
    """What a check held against something: votes and people against those present, numbers, appendices.

    `documents` were looked at, of which `without_text` hold no text; of the `minutes` among them those `listed` have a
    list of those present that can be relied on.
    """

    documents: int = 0
    without_text: int = 0
    minutes: int = 0
    listed: int = 0
    votes: int = 0
    movers: int = 0
    voters: int = 0
    items: int = 0
    appendices: int = 0

    def __add__(self, other: "Compared") -> "Compared":
        return Compared(**{name: getattr(self, name) + getattr(other, name) for name in Compared.model_fields})


class Edit(Record):
    """A stretch of words in an old and in a new text: the same in both, or changed; empty where one has nothing."""

    old: str
    new: str


class Quotation(Record):
    """Whether a quotation stands in a document, and where.

    `exact` is to the letter; `form` differs only in what `forms` names, such as white space, quotation marks, or words
    left out where it has an ellipsis;
    `changed` has other words, and `edits` lead from what the document says to what the quotation says; `absent` is what
    the document does not say. A place is cited for each time that it stands there, of a changed one the most alike.
    """

    quote: str
    verdict: Verdict
    forms: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    document: DocumentInfo
    meeting: Meeting
    citations: tuple[Citation, ...] = ()
    withheld: bool = False  # whether the document has text marked as exempt that was not looked at


class FieldChange(Record):
    """A field of a record that differs; null where it is not stated."""

    field: str
    old: str | None
    new: str | None


class Change(Record):
    """What is different in the newer of two documents, with a citation of each side that has it.

    Of a `changed` record `fields` names the fields that differ, and `edits` lead from the old words to the new ones.
    """

    kind: ChangeKind
    change: Literal["added", "removed", "changed"]
    item: dict[str, str | None] | None  # number, title
    fields: tuple[FieldChange, ...] = ()
    edits: tuple[Edit, ...] = ()
    old_text: str | None
    new_text: str | None
    old: Citation | None
    new: Citation | None


class Comparison(Record):
    """What changed from one document to another, and how much of each kind of record did not."""

    old: DocumentInfo
    old_meeting: Meeting
    new: DocumentInfo
    new_meeting: Meeting
    changes: tuple[Change, ...]
    same: dict[str, int]  # items, decisions, actions, metrics, paragraphs


class RuleInfo(Record):
    """A rule, and how often it is right on the annotated documents that it was measured on.

    `found` counts the records that it made there, `right` those of them that a reader would have made, and `wanted`
    the records of the kind that a reader would have made, by whichever rule. All are null for a rule that makes none.
    """

    id: str
    description: str
    effect: str
    trust: Trust | None  # null where it makes no records
    found: int | None = None
    right: int | None = None
    wanted: int | None = None
    precision: float | None = None  # right / found
    recall: float | None = None  # right / wanted: what it finds alone, the other rules find the rest
    patterns: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


class Considered(Record):
    """A rule that matched, or could have, where a record was found; `did` says what came of it."""

    rule: str
    description: str
    start: int | None = None  # offsets in the document's text; null where it did not match
    end: int | None = None
    quote: str | None = None
    did: str


class Source(Record):
    """Where a field of a record was taken from, in words."""

    field: str
    value: str
    where: str


class Why(Record):
    """Why a record was extracted: the rule, its words, what else was looked at, and where the fields come from.

    `sentence` is a citation of what holds the words that the rule goes by, which for a limb may stand above it.
    """

    record: Listed
    rule: RuleInfo
    sentence: Citation
    stem: str | None = None
    triggers: tuple[Considered, ...] = ()
    considered: tuple[Considered, ...] = ()
    sources: tuple[Source, ...] = ()
    reasons: tuple[str, ...] = ()  # for the trust that it has
