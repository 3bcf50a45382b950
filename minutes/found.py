"""What a library holds and tells: passages, answers, registers, figures side by side, fates, changes and checks.

Records and the documents that they are taken from are in `minutes.model`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field, JsonValue

from minutes.model import (
    Action,
    AgendaItem,
    Attendance,
    By,
    Citation,
    Decision,
    DocumentInfo,
    Extracted,
    Meeting,
    Metric,
    Outcome,
    Receipt,
    Record,
    Role,
    Trust,
)

RecordKind = Literal["item", "decision", "action", "metric"]
PassageKind = Literal["decision", "action", "metric", "paragraph"]
Claim = Literal["done", "carried forward", "answered", "came back", "mentioned"]
Fate = Literal["open", "done", "overdue", "carried forward", "vanished", "answered", "came back"]
ChangeKind = Literal["item", "decision", "action", "metric", "paragraph"]
Verdict = Literal["exact", "form", "changed", "absent"]
Status = Literal["open", "done", "overdue", "carried forward", "came back", "vanished"]  # what is asked for of tasks
Sort = Literal["date", "body", "owner", "due", "outcome", "mover"]  # what a register can be sorted by
FindingKind = Literal["votes", "not present", "numbering", "appendix", "correction", "exempt"]


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
    counts: dict[str, int] = Field(default_factory=dict)  # items, decisions, actions, metrics
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
    fields: dict[str, JsonValue] = Field(default_factory=dict)
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
