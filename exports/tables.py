"""What is held as tables: their columns with what they mean, and their rows.

`Column.type` is a type of Frictionless Table Schema, https://datapackage.org/standard/table-schema/.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from exports.holdings import Holdings, file_name
from minutes.found import Followed, Listed
from minutes.model import Action, AgendaItem, Attendance, Citation, Decision, Metric, Minutes, RollCall, Votes
from wording import rests_on

Row = dict[str, Any]
Type = Literal["string", "integer", "number", "boolean", "date"]
DAY = r"\d{4}(-\d{2}(-\d{2})?)?"  # of a date that may be known to the month or the year only


@dataclass(frozen=True)
class Column:
    """A column; `unit` is that of its figures, `of` the table whose `id` it holds, `choices` all that it can say."""

    name: str
    description: str
    type: Type = "string"
    required: bool = False
    unit: str | None = None
    of: str | None = None
    choices: tuple[str, ...] = ()
    pattern: str | None = None


@dataclass(frozen=True)
class Table:
    name: str
    noun: str  # of one row
    description: str
    columns: tuple[Column, ...]
    rows: Callable[[Holdings], Iterator[Row]]

    @property
    def keyed(self) -> bool:
        return self.columns[0].name == "id"


def _id(of: str) -> Column:
    return Column("id", f"Id of the {of}, which stays the same while its file and its words do.", required=True)


DOCUMENT = Column("document_id", "The document that it stands in.", required=True, of="documents")
ITEM = Column("item_id", "The agenda item that it stands under; null where there is none.", of="items")
HEADING = Column("heading", "The title right above it, where that is another than the item's.")
TEXT = Column("text", "Its words.", required=True)
TRUST = Column(
    "trust", "How often a record that was found in this way is right.", required=True, choices=("high", "medium", "low")
)
CITED = (
    Column("page", "Page that the words stand on, from 1; null in formats without pages.", "integer", unit="page"),
    Column("paragraph", "Paragraph that the words begin in, from 1.", "integer", unit="paragraph"),
    Column("start", "Where the words begin in the document's text.", "integer", unit="characters"),
    Column("end", "Where the words end in the document's text, exclusive.", "integer", unit="characters"),
    Column("quote", "The words as the document has them."),
    Column("confidence", "How sure text recognition was of the words; null where none was needed.", "number", unit="1"),
)
RECORD = (
    *CITED,
    Column("rule", "The rule that found it.", required=True),
    TRUST,
    Column("exempt", "Whether it stands in text that is marked as exempt.", "boolean", required=True),
    Column("corrected", "Whether a person changed or added it; null where it stands as found.",
           choices=("changed", "added")),
)  # fmt: skip
FOLLOWED = (
    Column("fate", "What became of it by the later documents of its body; null where it is not followed.",
           choices=("open", "done", "overdue", "carried forward", "vanished", "answered", "came back")),
    Column("late", "Whether its day has passed and it is overdue or vanished.", "boolean"),
    Column("later_meetings", "How many later meetings of its body, of about a year, were looked through.", "integer",
           unit="meetings"),
    Column("fate_date", "Date of the meeting that says so.", pattern=DAY),
    Column("fate_document_id", "The document that says so, which may be outside of this package."),
    Column("fate_page", "The page that says so.", "integer", unit="page"),
    Column("fate_quote", "The words that say so."),
)  # fmt: skip
DOCUMENTS = (
    _id("document"),
    Column("title", "Its title; null where it has none."),
    Column("kind", "What it is.", required=True, choices=("minutes", "report", "agenda", "slides", "other")),
    Column("media_type", "The media type of its file.", required=True),
    Column("pages", "How many pages it has; null in formats without.", "integer", unit="pages"),
    Column("sha256", "SHA-256 of its file.", required=True, pattern="[0-9a-f]{64}"),
    Column("file", "Name of its file.", required=True),
    Column("url", "Where it was published; null where that is not known."),
    Column("licence", "Licence that it was published under; null where that is not known."),
    Column("organisation", "The council, trust or school whose document it is."),
    Column("body", "The committee or board that met, or that it is addressed to."),
    Column("date", "Date of the meeting or of the report, to the day, month or year.", pattern=DAY),
    Column("place", "Where the meeting was held, as printed."),
    Column("start_time", "When the meeting began, HH:MM."),
    Column("end_time", "When the meeting ended, HH:MM."),
    Column("chair", "Who was in the chair, as printed."),
    Column("status", "Whether the minutes are a draft or confirmed; null where they do not say.",
           choices=("draft", "confirmed")),
)  # fmt: skip
ATTENDANCE = (
    DOCUMENT,
    Column("name", "The person, as printed.", required=True),
    Column("role", "Office or organisation, as printed."),
    Column("status", "Whether they came.", required=True, choices=("present", "apologies", "absent")),
    Column("capacity", "As what they were there.", choices=("member", "substitute", "in attendance")),
    Column("substitute_for", "In whose place they came, as printed."),
    Column("arrived", "When somebody who was late came: the time or the item, as printed."),
    Column("left", "When somebody left early: the time or the item, as printed."),
    Column("initials", "The initials that the document uses for them."),
    *CITED,
)
ITEMS = (
    _id("agenda item"),
    DOCUMENT,
    Column("parent_id", "The agenda item that it is part of.", of="items"),
    Column("number", "Its number, as printed."),
    Column("title", "Its title.", required=True),
    Column("ends", "Where what was said under it ends in the document's text.", "integer", unit="characters"),
    *RECORD,
)
DECISIONS = (
    _id("decision"),
    DOCUMENT,
    ITEM,
    HEADING,
    TEXT,
    Column("stem", "The words that introduce it, where it is one limb of several."),
    Column("outcome", "How it came out.", required=True,
           choices=("approved", "noted", "recommended", "deferred", "rejected")),
    Column("mover", "Who moved it, as printed."),
    Column("seconder", "Who seconded it, as printed."),
    Column("unanimous", "True where the document says that nobody was against it; else null.", "boolean"),
    Column("votes_for", "Votes for it, where counted or named.", "integer", unit="votes"),
    Column("votes_against", "Votes against it, where counted or named.", "integer", unit="votes"),
    Column("abstentions", "Abstentions, where counted or named.", "integer", unit="votes"),
    Column("casting_vote", "Who gave a casting vote, as printed."),
    Column("delegated_to", "Who was given the power to act, as printed."),
    Column("consulted", "Whom they have to consult, as printed."),
    Column("condition", "What it is subject to, as printed."),
    *FOLLOWED,
    *RECORD,
)  # fmt: skip
VOTES = (
    Column("decision_id", "The decision that was voted on.", required=True, of="decisions"),
    Column("name", "Who voted, as printed.", required=True),
    Column("vote", "How they voted.", required=True, choices=("for", "against", "abstain")),
)
ACTIONS = (
    _id("action"),
    DOCUMENT,
    ITEM,
    HEADING,
    TEXT,
    Column("owner", "Who is to do it, as printed."),
    Column("due", "By when, as printed."),
    Column("due_date", "By when, where that names a day.", "date"),
    Column("tier", "Whether it is put as a task or follows from what was said.", required=True,
           choices=("explicit", "implicit")),
    Column("status", "What its own document says of it; null where it says nothing.", choices=("open", "done")),
    Column("printed_status", "How its own document puts that."),
    *FOLLOWED,
    *RECORD,
)  # fmt: skip
METRICS = (
    _id("metric"),
    DOCUMENT,
    ITEM,
    HEADING,
    TEXT,
    Column("name", "What was measured, as printed."),
    Column("value", "The figure, in plain units: thousands and millions are written out. Null where it is a range.",
           "number", unit="that of the column `unit`"),
    Column("low", "The lower end where the figure is a range.", "number", unit="that of the column `unit`"),
    Column("high", "The upper end where the figure is a range.", "number", unit="that of the column `unit`"),
    Column("unit", "Unit of the figure, such as %, GBP or week; null where it counts things."),
    Column("period", "The time that it is for, as printed."),
    Column("place", "The place that it is for, as printed; null where none is stated."),
    Column("place_code", "Code of that place, or of the organisation where none is stated."),
    Column("region", "The English region that this lies in."),
    Column("region_code", "Code of that region."),
    Column("group", "The population that it is about, as printed."),
    Column("role", "What kind of figure it is.", required=True,
           choices=("actual", "target", "comparator", "forecast")),
    Column("direction", "Which way it went, where that is said.", choices=("up", "down", "level")),
    Column("change", "By how much it went up, or down where below 0.", "number",
           unit="that of the column `change_unit`"),
    Column("change_unit", "Unit of the change."),
    Column("table", "Whether it stands in a table.", "boolean", required=True),
    Column("total", "Whether it is the sum of other rows or columns of its table.", "boolean", required=True),
    *RECORD,
)  # fmt: skip


# Rows


def _documents(holdings: Holdings) -> Iterator[Row]:
    for held in holdings.library.documents(filters=holdings.filters):
        if (document := held.document) and (meeting := held.meeting):
            yield {
                **document.model_dump(exclude={"path"}),
                **meeting.model_dump(),
                **holdings.of(document)._asdict(),
                "file": file_name(document),
            }


def _attendance(holdings: Holdings) -> Iterator[Row]:
    for _, minutes in holdings.documents():
        for each in minutes.attendance:
            yield _attended(minutes, each)


def _attended(minutes: Minutes, person: Attendance) -> Row:
    return {
        **person.model_dump(exclude={"citation"}),
        **(cited(person.citation) if person.citation else {}),
        "document_id": minutes.document.id,
    }


def _items(holdings: Holdings) -> Iterator[Row]:
    for listed in holdings.records("item"):
        if isinstance(item := listed.record, AgendaItem):
            parent = item.parent_id if item.parent_id in holdings.items else None
            yield {**_record(holdings, listed), "parent_id": parent, "ends": item.end}


def _decisions(holdings: Holdings) -> Iterator[Row]:
    for listed in holdings.records("decision"):
        if isinstance(listed.record, Decision):
            yield {**_record(holdings, listed), **_counts(listed.record.votes), **_fate(listed.followed)}


def _counts(votes: object) -> Row:
    if not isinstance(votes, Votes):
        return {"unanimous": True if votes == "unanimous" else None}
    return {
        "votes_for": votes.for_,
        "votes_against": votes.against,
        "abstentions": votes.abstain,
        "casting_vote": votes.casting,
    }


def _votes(holdings: Holdings) -> Iterator[Row]:
    for listed in holdings.records("decision"):
        if isinstance(listed.record, Decision):
            for vote, name in roll_call(listed.record):
                yield {"decision_id": listed.record.id, "name": name, "vote": vote}


def roll_call(decision: Decision) -> Iterator[tuple[Literal["for", "against", "abstain"], str]]:
    """How each person voted who is named."""
    names = (decision.votes.names if isinstance(decision.votes, Votes) else None) or RollCall()
    yield from (("for", name) for name in names.for_)
    yield from (("against", name) for name in names.against)
    yield from (("abstain", name) for name in names.abstain)


def _actions(holdings: Holdings) -> Iterator[Row]:
    for listed in holdings.records("action"):
        if isinstance(listed.record, Action):
            yield {**_record(holdings, listed), **_fate(listed.followed)}


def _metrics(holdings: Holdings) -> Iterator[Row]:
    for listed in holdings.records("metric"):
        if isinstance(metric := listed.record, Metric):
            yield {
                **_record(holdings, listed),
                **_figure(metric),
                "place_code": listed.area and listed.area.code,
                "region": listed.area and listed.area.region,
                "region_code": listed.area and listed.area.region_code,
            }


def _figure(metric: Metric) -> Row:
    single = not isinstance(metric.value, tuple)
    low, high = metric.value if isinstance(metric.value, tuple) else (None, None)
    change = metric.change
    return {
        "value": metric.value if single else None,
        "low": low,
        "high": high,
        "change": change and change.value,
        "change_unit": change and change.unit,
    }


def _record(holdings: Holdings, listed: Listed) -> Row:
    """A record's own fields and its citation. It refers to no item that is left out."""
    record = listed.record
    item = getattr(record, "item_id", None)
    return {
        **record.model_dump(exclude={"citation", "votes"}),
        **cited(record.citation),
        "document_id": listed.document.id,
        "item_id": item if item in holdings.items else None,
    }


def cited(citation: Citation) -> Row:
    return citation.model_dump(include={column.name for column in CITED})


def _fate(followed: Followed | None) -> Row:
    if followed is None:
        return {}
    row: Row = {"fate": followed.fate, "late": followed.late, "later_meetings": followed.later}
    if said := rests_on(followed):
        row |= {
            "fate_date": said.meeting.date,
            "fate_document_id": said.document.id,
            "fate_page": said.citation.page,
            "fate_quote": said.citation.quote,
        }
    return row


TABLES = (
    Table(
        "documents", "document", "The minutes and reports, one a row, with the meeting of each.", DOCUMENTS, _documents
    ),
    Table("attendance", "attendee", "Who was at a meeting, and who was missed.", ATTENDANCE, _attendance),
    Table("items", "item", "The agenda items.", ITEMS, _items),
    Table("decisions", "decision", "What was decided.", DECISIONS, _decisions),
    Table("votes", "named vote", "Who voted how, where that is recorded by name.", VOTES, _votes),
    Table("actions", "action", "Who was to do what, and what became of it.", ACTIONS, _actions),
    Table("metrics", "metric", "Figures that measure something.", METRICS, _metrics),
)
