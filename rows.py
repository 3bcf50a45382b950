"""Records as JSON and as rows of a spreadsheet, of which no cell is a formula."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from minutes.found import (
    Area,
    Correction,
    Entry,
    Finding,
    Followed,
    Hit,
    Ingested,
    Listed,
    Matrix,
    Measure,
    Point,
    RecordKind,
    Series,
    Step,
)
from minutes.model import (
    SCHEMA,
    Action,
    AgendaItem,
    Citation,
    Decision,
    Meeting,
    Metric,
    Minutes,
    Record,
    Votes,
    page_ranges,
)
from wording import (
    CONTROLS,
    clean,
    figure,
    loss,
    rests_on,
    state,
    unread,
    votes_text,
)

Format = Literal["table", "json", "jsonl", "csv"]
Row = dict[str, Any]
ToRow = Callable[[Any], Row]
RECORDS: dict[RecordKind, type[AgendaItem | Decision | Action | Metric]] = {
    "item": AgendaItem,
    "decision": Decision,
    "action": Action,
    "metric": Metric,
}
NOT_OWN = {
    "id",
    "citation",
    "rule",
    "trust",
    "item_id",
    "parent_id",
    "end",
    "exempt",
    "corrected",
}  # fields that say where a record comes from
ABSENCE = ("present", "apologies")
CORRECTION_COLUMNS = (
    "id", "at", "who", "why", "did", "kind", "record_id", "quote", "fields", "withdrawn_by", "withdrawn_at", "lost",
    "sha256",
)  # fmt: skip
COUNTED = ("items", "decisions", "actions", "metrics")
MEETING_COLUMNS = ("date", "organisation", "body")
PLACE_COLUMNS = (*MEETING_COLUMNS, "item_number", "item_title")
SOURCE_COLUMNS = ("page", "quote", "document_id", "document", "path")
RULE_COLUMNS = ("id", "effect", "trust", "found", "right", "wanted", "precision", "recall", "description")
FILE_COLUMNS = ("outcome", "id", *MEETING_COLUMNS, "title", "kind", "pages", *COUNTED, "path", "error")
FATE_COLUMNS = ("fate", "fate_date", "fate_page", "fate_quote", "fate_document_id")  # what became of it, by whom
FINDING_COLUMNS = (
    "kind",
    "message",
    *MEETING_COLUMNS,
    *SOURCE_COLUMNS,
    "against_document",
    "against_page",
    "against_quote",
)
AREA_COLUMNS = ("place_code", "region", "region_code")
POINT_COLUMNS = ("role", "period", "start", "end", "value", "unit", "conflict", "place", *AREA_COLUMNS)
FIGURE_COLUMNS = (*POINT_COLUMNS, "printed_name", "id", *PLACE_COLUMNS, *SOURCE_COLUMNS, "rule", "trust", "exempt")
SERIES_COLUMNS = ("series", "name", "groups", "series_place", *FIGURE_COLUMNS)
COMPARE_COLUMNS = ("name", "groups", "measure_place", "lane", "documents", "state", *FIGURE_COLUMNS)
HIT_COLUMNS = ("rank", "score", "kind", "outcomes", *PLACE_COLUMNS, "text", *SOURCE_COLUMNS, "exempt")
AGAINST = {"document": "document_id", "page": "page", "quote": "quote"}  # of the second citation


def dump(record: Record) -> Row:
    """The fields, as every answer tells them; of a record in a register also where it comes from."""
    from answers.telling import told  # builds its models, for which a table need not wait

    return told(record).model_dump(mode="json")


def minutes_json(minutes: Minutes) -> Row:
    return {"schema": SCHEMA, **dump(minutes)}


def gold_json(minutes: Minutes, name: str) -> Row:
    """The records of a document as the scorer expects them; `name` is that of its file."""
    numbers = {item.id: item.number for item in minutes.items}
    people = {status: [each.name for each in minutes.attendance if each.status == status] for status in ABSENCE}

    def row(record: Decision | Action | Metric, *fields: str) -> Row:
        own = record.model_dump(mode="json", include={"text", *fields})
        return {"item": numbers.get(record.item_id or ""), **own, "text": " ".join(record.text.split())}

    return {
        "document": name,
        "kind": minutes.document.kind,
        "meeting": minutes.meeting.model_dump(include=set(MEETING_COLUMNS)),
        **people,
        "items": [{"number": item.number, "title": " ".join(item.title.split())} for item in minutes.items],
        "decisions": [
            {**row(each, "outcome", "mover", "seconder"), "votes": _counts(each.votes)} for each in minutes.decisions
        ],
        "actions": [row(each, "owner", "due", "tier") for each in minutes.actions],
        "metrics": [
            row(each, "value", "unit", "name", "period", "place", "role", *(["table"] if each.table else []))
            for each in minutes.metrics
        ],
    }


def _counts(votes: Votes | Literal["unanimous"] | None) -> Row | str | None:
    """Those that are printed."""
    if not isinstance(votes, Votes):
        return votes
    counts = votes.model_dump(by_alias=True, include={"for_", "against", "abstain"})
    return {name: count for name, count in counts.items() if count is not None} or None


def correction_row(correction: Correction) -> Row:
    """A correction with its fields on one line."""
    fields = ", ".join(f"{name}: {value}" for name, value in correction.fields.items())
    return {**dump(correction), "fields": fields}


def record_columns(kind: RecordKind) -> list[str]:
    """The columns of a register: where it comes from, the record's own fields, and its source."""
    own = [name for name in RECORDS[kind].model_fields if name not in NOT_OWN]
    own += FATE_COLUMNS if kind in ("action", "decision") else AREA_COLUMNS if kind == "metric" else ()
    said = ("rule", "trust", "exempt", "corrected")
    return ["id", *PLACE_COLUMNS[: 3 if kind == "item" else 5], *own, *SOURCE_COLUMNS, *said]


def listed_row(listed: Listed) -> Row:
    record = listed.record
    row = {**record.model_dump(), **origin_row(listed, record.citation)}
    if isinstance(record, Decision):
        row["votes"] = votes_text(record.votes)
    if isinstance(record, Metric):
        row |= {"value": figure(record.value), **area_row(listed.area)}
    return row | fate_row(listed.followed)


def area_row(area: Area | None) -> Row:
    """AREA_COLUMNS: the code and the region of a place."""
    values = (area.code, area.region, area.region_code) if area else ()
    return dict(zip(AREA_COLUMNS, values, strict=False))


class Figure(NamedTuple):
    """One figure of a series or of a cell, as one source gives it; null where there is none."""

    of: Series | tuple[Measure, Entry]
    point: Point | None
    source: Listed | None


def series_text(found: Sequence[Series], form: Format) -> str:
    """Series as `render` gives them; comma-separated, a line for each source of each value."""
    return render(form, series_rows(found), dict, SERIES_COLUMNS) if form == "csv" else render(form, found, dump, ())


def series_rows(found: Sequence[Series]) -> list[Row]:
    """SERIES_COLUMNS: a row for each source of each value."""
    return [figure_row(Figure(each, p, source)) for each in found for p in each.points for source in p.sources]


def matrix_text(comparison: Matrix, form: Format) -> str:
    """A comparison as one object, its measures one a line, or a line for each source and each empty entry."""
    if form == "json":
        return to_json(dump(comparison))
    if form == "jsonl":
        return render(form, comparison.measures, dump, ())
    return render(form, matrix_rows(comparison), dict, COMPARE_COLUMNS)


def matrix_rows(comparison: Matrix) -> list[Row]:
    """COMPARE_COLUMNS: a row for each source and each empty entry."""
    return [
        figure_row(figure)
        for measure in comparison.measures
        for entry in measure.entries
        for figure in [Figure((measure, entry), p, source) for p in entry.points for source in p.sources]
        or [Figure((measure, entry), None, None)]
    ]


def figure_row(told: Figure) -> Row:
    """SERIES_COLUMNS or COMPARE_COLUMNS."""
    if isinstance(told.of, Series):
        measured: Series | Measure = told.of
        row: Row = {"series": told.of.id, "series_place": told.of.place}
    else:
        measured, entry = told.of
        row = {"measure_place": measured.place, "state": state(entry)}
        row |= entry.model_dump(include={"lane", "documents"})
    row |= {"name": measured.name, "groups": "; ".join(measured.groups), "unit": measured.unit}
    if told.point and told.source:
        row |= {**told.point.model_dump(include=set(POINT_COLUMNS)), "value": figure(told.point.value)}
        row |= {**area_row(told.point.area), **origin_row(told.source, told.source.record.citation)}
        row |= {"printed_name": getattr(told.source.record, "name", None)}
        row |= told.source.record.model_dump(include={"id", "rule", "trust", "exempt"})
    return row


def fate_row(followed: Followed | None) -> Row:
    """FATE_COLUMNS: what became of a record, and the last later words that it rests on."""
    row: Row = {"fate": followed and followed.fate}
    if followed and (said := rests_on(followed)):
        where = said.citation
        values = (said.meeting.date, where.page, where.quote, said.document.id)
        row |= zip(FATE_COLUMNS[1:], values, strict=True)
    return row


def hit_row(hit: Hit) -> Row:
    own = hit.model_dump(include={"rank", "score", "kind", "text", "exempt"})
    return {**own, "outcomes": "; ".join(hit.outcomes), **origin_row(hit, hit.citation)}


def origin_row(found: Listed | Hit | Step, cited: Citation) -> Row:
    """Where it comes from: PLACE_COLUMNS and SOURCE_COLUMNS."""
    item, info = found.item or {}, found.document
    return {
        **meeting_row(found.meeting),
        **{f"item_{name}": item.get(name) for name in ("number", "title")},
        "page": cited.page,
        "quote": cited.quote,
        "document_id": info.id,
        "document": info.title,
        "path": info.path,
    }


def finding_row(finding: Finding) -> Row:
    """A finding with its place; what it does not fit, where that is cited, in the columns `against_`."""
    info, (cited, *others) = finding.document, finding.citations
    against = others[0] if others else None
    return {
        **finding.model_dump(include={"kind", "message"}),
        **meeting_row(finding.meeting),
        "page": cited.page,
        "quote": cited.quote,
        "document_id": info.id,
        "document": info.title,
        "path": info.path,
        **{f"against_{name}": getattr(against, field, None) for name, field in AGAINST.items()},
    }


def ingested_row(result: Ingested) -> Row:
    info, meeting = result.document, result.meeting
    return {
        **result.model_dump(include={"outcome", "path", "error"}),
        **(info.model_dump(include={"id", "title", "kind", "pages"}) if info else {}),
        **(meeting_row(meeting) if meeting else {}),
        **{name: result.counts.get(name) for name in COUNTED},
    }


def meeting_row(meeting: Meeting) -> Row:
    return meeting.model_dump(include=set(MEETING_COLUMNS))


def render(form: Format, found: Sequence[Any], row: ToRow, columns: Sequence[str]) -> str:
    """A list as text: an array, an object a line, or comma-separated values with a line of column names."""
    if form == "json":
        return to_json([*map(dump, found)])
    if form == "jsonl":
        return "".join(to_json(dump(each), indent=None) for each in found)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: spreadsheet_cell(value) for name, value in row(each).items()} for each in found)
    return text.getvalue()


def spreadsheet_cell(value: object) -> object:
    """A value that a spreadsheet shows as it is: text that it would run as a formula gets a quote before it."""
    if not isinstance(value, str):
        return value
    text = clean(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def to_json(data: object, *, indent: int | None = 2) -> str:
    """JSON with a line end. Control characters that JSON allows, but a terminal would obey, are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=indent, default=str)
    return CONTROLS.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def receipt_rows(minutes: Minutes) -> list[tuple[str, str]]:
    """What was read of a file and what was not, in words."""
    info, receipt = minutes.document, minutes.receipt
    silent, partly = unread(receipt)
    pages = (
        ("Pages in", receipt.pages_in),
        ("Pages out", receipt.pages_out),
        ("Without text", page_ranges(silent) if silent else "none"),
        *([("Read in part", page_ranges(partly))] if partly else []),
        ("Read by OCR", page_ranges(receipt.ocr_pages) if receipt.ocr_pages else "none"),
        ("Each page", ", ".join(f"{count:,}" for count in receipt.characters)),
    )
    rows = (
        ("Read", (loss(receipt) or "in full").removeprefix("read ")),
        ("Characters", f"{sum(receipt.characters):,}"),
        *(pages if info.pages else ()),
        ("Tables", receipt.tables),
        ("Pictures", f"{receipt.pictures} on pages without other text"),
        ("Under items", None if receipt.unassigned is None else f"{1 - receipt.unassigned:.1%} of the text"),
        *(("Warning", each) for each in receipt.warnings),
    )
    return [(name, str(value)) for name, value in rows if value not in (None, "")]
