"""What is printed: records as JSON, as rows of a spreadsheet and as tables for people.

Text from documents is data. Control characters never reach a terminal, markup is never obeyed, and a cell of a
spreadsheet is never a formula.
"""

import csv
import io
import json
import os
import re
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from rich.console import Console, Group, RenderableType
from rich.table import Column, Table
from rich.text import Text

from minutes.currencies import SIGNS
from minutes.model import (
    SCHEMA,
    Action,
    AgendaItem,
    Answer,
    Area,
    Attendance,
    Citation,
    Correction,
    Coverage,
    Decision,
    DocumentInfo,
    Entry,
    Finding,
    Followed,
    Hit,
    Ingested,
    Listed,
    Matrix,
    Measure,
    Meeting,
    Mention,
    Metric,
    Minutes,
    Point,
    Receipt,
    Record,
    RecordKind,
    RuleInfo,
    Series,
    Step,
    Twin,
    Votes,
    Why,
    page_ranges,
)

Format = Literal["table", "json", "jsonl", "csv"]
Row = dict[str, Any]
ToRow = Callable[[Any], Row]
Cell = Sequence[object | None]  # lines of a table cell, text or what is printed as text; empty ones are left out

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
HIT_COLUMNS = ("rank", "score", "kind", *PLACE_COLUMNS, "text", *SOURCE_COLUMNS, "exempt")
AGAINST = {"document": "document_id", "page": "page", "quote": "quote"}  # of the second citation
MONTHS = "January February March April May June July August September October November December".split()
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")  # all that a terminal may obey
TWINS = 3  # places where a passage stands as well that are listed for people
WIDE = 100_000  # columns when nobody sets a width: one record a line, so that grep and cut work


def loss(receipt: Receipt | None) -> str | None:
    """What was lost on the way in, and what to do about it."""
    if receipt is None or not receipt.partial:
        return None
    if told := [warning for warning in receipt.warnings if warning.startswith("page")]:
        return f"read in part: {'; '.join(told)}"
    if receipt.empty_pages:
        return f"read in part: no text could be recognised on {page_ranges(receipt.empty_pages)}; look at it yourself"
    if receipt.pages_out < receipt.pages_in:
        return f"read in part: {receipt.pages_out} of {receipt.pages_in} pages; compare it with the file"
    return "holds no text; check that it is the right file"


def held_apart(receipt: Receipt | None) -> str | None:
    """What is marked as exempt, and so is not found by search."""
    return "; ".join(each for each in (receipt.warnings if receipt else ()) if each.startswith("marked")) or None


# Records as JSON and as rows of a spreadsheet


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


def corrections_view(found: Sequence[Correction]) -> list[RenderableType]:
    """What people said of which record, and why."""
    columns = [Column("When", no_wrap=True), Column("Who"), Column("Correction", min_width=16)]
    rows: list[list[Cell]] = []
    for each in found:
        fields = correction_row(each)["fields"] if each.did == "changed" else ""
        state = "withdrawn" if each.withdrawn_at else "its words are not found any more" if each.lost else ""
        words = line(f"“{shortened(each.quote)}”")
        told = " · ".join(filter(None, (each.record_id, each.id, state)))
        rows.append(
            [[each.at[:10]], [each.who], [f"{each.kind} {each.did}: {each.why}", words, fields, line(told, "dim")]]
        )
    summed = line(f"{counted(len(found), 'correction')}.")
    return [table(columns, rows), summed] if found else [summed]


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
    if form != "csv":
        return render(form, found, dump, ())
    figures = [Figure(each, point, source) for each in found for point in each.points for source in point.sources]
    return render(form, figures, figure_row, SERIES_COLUMNS)


def matrix_text(comparison: Matrix, form: Format) -> str:
    """A comparison as one object, its measures one a line, or a line for each source and each empty entry."""
    if form == "json":
        return to_json(dump(comparison))
    if form == "jsonl":
        return render(form, comparison.measures, dump, ())
    figures = [
        figure
        for measure in comparison.measures
        for entry in measure.entries
        for figure in [Figure((measure, entry), p, source) for p in entry.points for source in p.sources]
        or [Figure((measure, entry), None, None)]
    ]
    return render(form, figures, figure_row, COMPARE_COLUMNS)


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


def state(entry: Entry) -> str:
    """What an empty one means: that documents are silent, or that there are none."""
    return "figures" if entry.points else "not mentioned" if entry.documents else "no documents"


def fate_row(followed: Followed | None) -> Row:
    """FATE_COLUMNS: what became of a record, and the last later words that it rests on."""
    row: Row = {"fate": followed and followed.fate}
    if followed and (said := rests_on(followed)):
        where = said.citation
        values = (said.meeting.date, where.page, where.quote, said.document.id)
        row |= zip(FATE_COLUMNS[1:], values, strict=True)
    return row


def rests_on(followed: Followed) -> Mention | None:
    """The last mention that says what became of it."""
    return next((each for each in reversed(followed.mentions) if each.says == followed.fate), None)


def hit_row(hit: Hit) -> Row:
    return {**hit.model_dump(include={"rank", "score", "kind", "text", "exempt"}), **origin_row(hit, hit.citation)}


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


def votes_text(votes: Votes | str | None) -> str | None:
    """`5 for, 2 against`, with whose casting vote it was if there was one, or `unanimous`."""
    if not isinstance(votes, Votes):
        return votes
    counts = {"for": votes.for_, "against": votes.against, "abstaining": votes.abstain}
    told = [f"{count} {name}" for name, count in counts.items() if count is not None]
    return ", ".join([*told, f"casting vote of {votes.casting}"] if votes.casting else told)


def figure(value: float | tuple[float, float]) -> int | float | str:
    """A figure without needless decimals; two as a range."""
    if isinstance(value, tuple):
        return "–".join(str(figure(number)) for number in value)
    return int(value) if value.is_integer() else value


# Printing


def emit(
    form: Format,
    found: Sequence[Record],
    row: ToRow,
    columns: Sequence[str],
    view: Callable[[], Iterable[RenderableType]],
) -> None:
    """Print a list in the form asked for; `view` draws it for people."""
    if form == "table":
        put(*view())
    else:
        write(render(form, found, row, columns))


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


def clean(text: str) -> str:
    """Text that no terminal takes for a command: without control characters and direction overrides."""
    return CONTROLS.sub("", text)


def write(text: str) -> None:
    sys.stdout.write(text)


def flat() -> bool:
    """Whether nobody has set a width: then each record is one line, however long."""
    return "COLUMNS" not in os.environ and not Console().is_terminal


def put(*views: RenderableType) -> None:
    """Print for people, to standard output."""
    console = Console(highlight=False, width=WIDE if flat() else None)
    with console.capture() as captured:
        for view in views:
            console.print(view)
    text = captured.get()
    write(text if console.is_terminal else re.sub(r" +$", "", text, flags=re.MULTILINE))


def inline(value: object) -> str:
    """Any value on one line, safe for a terminal."""
    if isinstance(value, dict):
        value = ", ".join(f"{name} {inline(each)}" for name, each in value.items())
    return clean(" ".join(str(value).split()))


def line(text: object, style: str = "") -> Text:
    """Text from a document or a message, never read as markup."""
    return Text(inline(text), style=style, overflow="fold")


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """ "1 document", "2 bodies"."""
    return f"{count:,} {noun if count == 1 else plural or re.sub(r'(?<![aeiou])y$', 'ie', noun) + 's'}"


def day(iso: str | None) -> str:
    """A date as it is spoken: "8 March 2022", "March 2022" where only the month is known.

    >>> day("2022-03-08"), day("2022-03")
    ('8 March 2022', 'March 2022')
    """
    if not iso:
        return "undated"
    year, *rest = iso.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest else ""
    number = str(int(rest[1])) if len(rest) == 2 else ""
    return " ".join(filter(None, (number, month, year)))


def pairs(rows: Iterable[tuple[str, object]]) -> Table:
    """Names on the left, values on the right; empty ones are left out."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    for name, value in rows:
        if value not in (None, "", ()):
            grid.add_row(Text(name, style="bold"), value if isinstance(value, Text) else line(value))
    return grid


def table(columns: Sequence[Column], rows: Iterable[Sequence[Cell]], *, header: bool = True) -> Table:
    """A table whose cells hold a few lines each; on one line where nobody has set a width."""
    one_line = flat()
    drawn = Table(*columns, box=None, padding=(0, 2, int(not one_line), 0), header_style="bold", show_header=header)
    for column in drawn.columns:
        column.overflow, column.max_width = "fold", None if one_line else column.max_width
    for row in rows:
        cells = [[part if isinstance(part, Text) else line(part) for part in cell if part] for cell in row]
        drawn.add_row(*(Text(" · " if one_line else "\n").join(cell) for cell in cells))
    return drawn


_RESOLVED = re.compile(
    r".*\b(?:resolved|resolution|agreed|decided|recommended)\b(?:\W*\bunanimously\b)?[\s:,–—-]*",
    re.IGNORECASE | re.DOTALL,
)
STEM_WORDS = 5  # less the verb; what has fewer says no more than who resolved


def register_table(kind: RecordKind, found: Iterable[Listed]) -> Table:
    details = {"item": "Number", "decision": "Outcome", "action": "Owner, due", "metric": "Figure"}[kind]
    rows, width = [*map(register_row, found)], Console().width
    words = [word for row in rows for part in row[2] if part for word in str(part).split()]
    narrow = max(width // 6, min(width // 4, max(map(len, words), default=0)))  # wide enough not to part a number
    columns = [
        Column("Date", no_wrap=True),
        Column("Meeting", max_width=width // 4),
        Column(details, max_width=narrow),
        Column("Agenda item" if kind == "item" else kind.capitalize(), min_width=16),  # an id
    ]
    return table(columns, rows)


def register_row(listed: Listed) -> list[Cell]:
    record, meeting = listed.record, listed.meeting
    item = None if isinstance(record, AgendaItem) else item_label(listed.item)
    text = record.title if isinstance(record, AgendaItem) else record.text
    source = source_line(record.citation, listed.document, *(["exempt"] if record.exempt else []), record.id)
    return [
        [meeting.date or "undated"],
        [*bodies(meeting), item],
        [*details_of(record), fate_text(listed.followed), "low trust" if record.trust == "low" else None],
        [stem_text(record), text, source],
    ]


def stem_text(record: AgendaItem | Decision | Action | Metric) -> str | None:
    """What leads to a limb, where the limb alone would mislead: "these are to come back in May:"."""
    stem = _RESOLVED.sub("", record.stem or "").rstrip(" :") if isinstance(record, Decision) else ""
    return f"{shortened(stem)}:" if len(stem.split()) > STEM_WORDS else None


def details_of(record: AgendaItem | Decision | Action | Metric) -> Cell:
    """What a register shows beside the text, a line each."""
    match record:
        case AgendaItem():
            return [record.number]
        case Decision():
            mover, seconder = record.mover, record.seconder
            return [record.outcome, mover and f"moved by {mover}", seconder and f"seconded by {seconder}",
                    votes_text(record.votes)]  # fmt: skip
        case Action():
            return [record.owner, record.due, record.due_date]
        case Metric():
            role = None if record.role == "actual" else record.role
            return [quantity(record.value, record.unit), role, record.period, record.place]


def fate_text(followed: Followed | None) -> str | None:
    """`done, 2024-03-12`, `vanished, overdue`; nothing of what is open."""
    if not followed or followed.fate == "open":
        return None
    said = rests_on(followed)
    parts = [followed.fate, said and said.meeting.date, followed.fate == "vanished" and followed.late and "overdue"]
    return ", ".join(str(part) for part in parts if part)


def quantity(value: float | tuple[float, float], unit: str | None) -> str:
    """A figure as people write it: `62%`, `£5,500,000`, `12–13 months`."""
    numbers = value if isinstance(value, tuple) else (value,)
    text = "–".join(f"{number:,.0f}" if number % 1 == 0 else f"{number:,.12g}" for number in numbers)
    sign = SIGNS.get(unit or "")
    return f"{sign}{text}" if sign else f"{text}%" if unit == "%" else f"{text} {unit or ''}"


def series_view(found: Sequence[Series], in_all: int) -> list[RenderableType]:
    """Each series under its name and place, a line for each source of each value."""
    views: list[RenderableType] = []
    alone = flat()  # where nobody has set a width, each line says of what it is
    for each in found:
        grid = Table.grid(padding=(0, 2, 0, 0))
        for point in each.points:
            for source in point.sources:
                named = [line(f"{each.name} · {area_text(each.place, each.area)}")] if alone else []
                place = point.place if point.role == "comparator" else None
                kind = line(" ".join(filter(None, (place, point_kind(point)))))
                figure_told = line(point_figure(point), "bold")
                grid.add_row(*named, line(point.period or "undated"), figure_told, kind, source_of(source))
        others = f"also: {shortened('; '.join(each.names[1:]))}" if each.names[1:] else None
        head = [line(measure_title(each), "bold"), *([line(others, "dim")] if others else [])]
        views += [grid] if alone else [*head, grid, ""]
    conflicts = sum(any(point.conflict for point in each.points) for each in found)
    told = f", {conflicts:,} with a conflict" if conflicts else ""
    return [*views, line(f"{len(found):,} of {in_all:,} series{told}.")]


def measure_title(measured: Series | Measure) -> str:
    """What is measured, of whom and where."""
    area = measured.area if isinstance(measured, Series) else None
    group = measured.groups[0] if measured.groups else None
    named = measured.name or f"not named, in {measured.unit or 'no unit'}"
    return " · ".join(filter(None, (named, group, area_text(measured.place, area))))


def area_text(place: str | None, area: Area | None) -> str | None:
    """`Fenshire Council (E10000099, East of England)`."""
    return f"{place} ({', '.join(filter(None, (area.code, area.region)))})" if place and area else place


def point_figure(point: Point) -> str:
    record = point.sources[0].record
    return quantity(point.value, record.unit if isinstance(record, Metric) else None)


def point_kind(point: Point) -> str:
    """What a figure is, if not an actual one, and whether documents agree on it."""
    role = None if point.role == "actual" else point.role
    return ", ".join(filter(None, (role, "conflict" if point.conflict else None)))


def source_of(source: Listed) -> Text:
    return source_line(source.record.citation, source.document, source.meeting.date or "undated", source.record.id)


def matrix_view(compared: Matrix, shown: Sequence[Measure]) -> list[RenderableType]:
    """Lanes down, measures across, so many at a time as there is room for."""
    room = max(1, len(shown) if flat() else (Console().width - 24) // 24)
    views: list[RenderableType] = []
    for at in range(0, len(shown), room):
        part = shown[at : at + room]
        columns = [Column(inline(measure_title(each)), max_width=24) for each in part]
        rows: list[list[Cell]] = [
            [[area_text(lane.name, lane.area), line(counted(lane.documents, "document"), "dim")],
             *(entry_cell(each.entries[number], by_place=compared.by == "region") for each in part)]
            for number, lane in enumerate(compared.lanes)
            if compared.by != "period" or any(each.entries[number].points for each in part)
        ]  # fmt: skip
        views.append(table([Column(compared.by.capitalize(), max_width=22), *columns], rows))
    looked = counted(compared.coverage.documents, "document")
    told = f"{len(shown):,} of {counted(len(compared.measures), 'measure')}" if shown else "No figures found"
    return [*views, line(f"{told} in {looked}.")]


def entry_cell(entry: Entry, *, by_place: bool = False) -> Cell:
    """The latest figures, of each place if wanted, actual ones before others; or what it means that there are none."""
    if not entry.points:
        told = f"not mentioned in {counted(entry.documents, 'document')}" if entry.documents else "no documents"
        return [line(told, "dim")]
    held = [point for point in entry.points if point.role == "actual"] or entry.points
    latest: dict[str | None, date] = {}
    for point in held:
        place = point.place if by_place else None
        latest[place] = max(point.end or date.min, latest.get(place, date.min))
    points = [point for point in held if (point.end or date.min) == latest[point.place if by_place else None]]
    others = len({point.period for point in entry.points} - {point.period for point in points})
    figures = [
        (point.place if by_place else None, point_figure(point), point.period, point_kind(point)) for point in points
    ]
    return [
        *(line(" ".join(filter(None, each))) for each in figures),
        page_text(points[0].sources[0].record.citation),
        line(f"and {counted(others, 'other period')}", "dim") if others else None,
    ]


def item_label(item: dict[str, str | None] | None) -> str | None:
    return " ".join(filter(None, (item["number"], item["title"]))) if item else None


def source_line(citation: Citation, document: DocumentInfo, *ids: str) -> Text:
    """Where it stands; in terminals that can, a link that opens the file at the page."""
    target = Path(document.path).absolute().as_uri() + (f"#page={citation.page}" if citation.page else "")
    place = page_text(citation)
    return Text.assemble((place.plain, f"dim link {target}"), *((f" · {each}", "dim") for each in ids))


def answer_view(answer: Answer) -> Iterator[RenderableType]:
    """Each passage under the meeting and the item that it comes from, then what was looked through."""
    for hit in answer.hits:
        place = origin(hit.meeting) or title_of(hit.document)
        heading = " · ".join(filter(None, (hit.kind, "exempt" if hit.exempt else None, place, item_label(hit.item))))
        source = source_line(hit.passage, hit.document, shown_path(hit.document.path), hit.document.id)
        also = [twin_line(twin) for twin in hit.also[:TWINS]]
        more = [line(f"and {len(hit.also) - TWINS} more", "dim")] if len(hit.also) > TWINS else []
        body = Group(line(heading, "bold"), words_of(hit), source, *also, *more, "")
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_row(Text(str(hit.rank), style="bold"), body)
        yield grid
    yield covered_line(answer.coverage, bool(answer.hits))
    if answer.emptied_by:
        yield line(f"What let nothing through: {', '.join(answer.emptied_by)}; leave it out or change it.")


def covered_line(covered: Coverage, found: bool) -> Text:
    """What was looked through, as a line."""
    return line(coverage_text(covered, "Looked in" if found else "Nothing found in"))


def coverage_text(covered: Coverage, said: str = "Looked in") -> str:
    """How much was looked through."""
    bodies = counted(covered.bodies, "body")
    dates = f" from {covered.first} to {covered.last}" if covered.first and covered.last else ""
    return f"{said} {counted(covered.documents, 'document')} of {bodies}{dates}."


def words_of(hit: Hit) -> Text:
    """The text of a hit; what in it was found stands out."""
    text, found = line(hit.text), inline(hit.passage.quote)
    start = text.plain.find(found)
    if start >= 0 and len(found) < len(text.plain):
        text.stylize("bold", start, start + len(found))
    return text


def twin_line(twin: Twin) -> Text:
    """Where else it is said."""
    place, status = origin(twin.meeting) or title_of(twin.document), twin.meeting.status
    source = source_line(twin.citation, twin.document, twin.document.id)
    return Text(" · ", "dim").join([line(f"also in {place}{f' ({status})' if status else ''}", "dim"), source])


def findings_view(found: Sequence[Finding], looked: int) -> list[RenderableType]:
    """Each finding with the words that show it, and the words that they do not fit."""
    columns = [Column("Kind", no_wrap=True), Column("Meeting"), Column("Finding", min_width=16)]
    rows: list[list[Cell]] = []
    for each in found:
        cited, *others = each.citations
        against = [line(f"against: {shortened(c.quote)} · {page_text(c)} · {c.document_id}", "dim") for c in others]
        words = [line(f"“{shortened(cited.quote)}”"), source_line(cited, each.document, each.document.id), *against]
        rows.append([[each.kind], [origin(each.meeting) or title_of(each.document)], [each.message, *words]])
    told = f"{counted(len(found), 'finding')} in" if found else "Nothing found in"
    summed = line(f"{told} {counted(looked, 'document')}.")
    return [table(columns, rows), summed] if found else [summed]


def shortened(text: str, width: int = 160) -> str:
    """The beginning of a text on one line."""
    return textwrap.shorten(text, width, placeholder=" …")


def documents_view(found: Sequence[Ingested]) -> list[RenderableType]:
    numbers = ("pages", *COUNTED)
    columns = [Column(name.capitalize(), justify="right", no_wrap=True) for name in numbers]
    rows: list[list[Cell]] = []
    for result in found:
        row = ingested_row(result)
        counts: list[Cell] = [["" if row[name] is None else str(row[name])] for name in numbers]
        known = f"{row['kind']} · {row['id']}", shown_path(result.path)
        place = origin(result.meeting) if result.meeting else None
        rows.append([*counts, [row["title"] or Path(result.path).name, place, *(line(each, "dim") for each in known)]])
    return [table([*columns, Column("Document", min_width=16)], rows), line(counted(len(found), "document"))]


def summary(results: Sequence[Ingested]) -> list[RenderableType]:
    """What became of the files, and what was found in them."""
    outcomes = Counter(result.outcome for result in results)
    totals = Counter[str]()
    for result in results:
        totals.update(result.counts)
        totals["pages"] += (result.document and result.document.pages) or 0
    became = [f"{outcomes[each]} {each}" for each in ("added", "updated", "unchanged", "failed") if outcomes[each]]
    if part := sum(bool(loss(result.receipt)) for result in results):
        became.append(f"{part} read in part")
    counts = [(name.capitalize(), f"{totals[name]:,}") for name in ("pages", *COUNTED)]
    receipts = [result.receipt for result in results if result.receipt]
    warned = sum(bool(receipt.warnings) for receipt in receipts)
    read = [  # only what there is: most files have nothing to tell
        ("Read by OCR", sum(len(receipt.ocr_pages) for receipt in receipts), "page"),
        ("Without text", sum(len(receipt.empty_pages) for receipt in receipts), "page"),
        ("Warnings", warned, "document"),
    ]
    told = [(name, counted(number, noun)) for name, number, noun in read if number]
    hint = [line("minutebook show ID --receipt tells what became of a document.", "dim")] if told else []
    return [pairs([("Documents", ", ".join(became) or "no files found"), *counts, *told]), *hint]


def record_view(listed: Listed) -> RenderableType:
    """One record: what it says, why it was extracted, and its source to the word."""
    record, cited = listed.record, listed.record.citation
    shown = dict(record)
    if isinstance(record, Decision):
        shown["votes"] = votes_text(record.votes)
    if isinstance(record, Metric):
        shown |= {"value": quantity(record.value, record.unit), "unit": None, "table": "yes" if record.table else None}
    own = ((label(name), value) for name, value in shown.items() if name not in NOT_OWN)
    return pairs([
        (type(record).__name__, record.id),
        *own,
        ("Exempt", "yes" if record.exempt else None),
        ("By hand", record.corrected),
        ("Rule", record.rule),
        ("Trust", record.trust),
        ("Meeting", origin(listed.meeting)),
        ("Item", item_label(listed.item)),
        ("Document", f"{title_of(listed.document)} ({listed.document.id})"),
        ("Source", source_line(cited, listed.document, shown_path(listed.document.path))),
        ("Quote", line(cited.quote, "bold")),
        ("Context", line(f"…{cited.prefix} [quote] {cited.suffix}…", "dim")),
        *followed_lines(listed.followed),
    ])  # fmt: skip


def followed_lines(followed: Followed | None) -> Iterator[tuple[str, str | Text]]:
    """What became of a record, and where later documents come back to it."""
    if not followed:
        return
    held = f"{counted(followed.later, 'later meeting')} held" if followed.later else None
    yield "Fate", ", ".join(filter(None, (fate_text(followed) or "open", held)))
    for each in followed.mentions:
        source = source_line(each.citation, each.document, shown_path(each.document.path), each.document.id)
        says = "Item came back" if each.says == "came back" else label(each.says)
        yield says, Text.assemble(line(f"{origin(each.meeting)}: {each.citation.quote}"), "\n", source)


def why_view(why: Why) -> Iterator[RenderableType]:
    """Why a record was extracted: the sentence with the rule's words marked, and all that was weighed."""
    listed = why.record
    yield pairs([
        (type(listed.record).__name__, listed.record.id),
        ("Text", getattr(listed.record, "text", None) or getattr(listed.record, "title", None)),
        ("Stem", why.stem),
        ("Rule", f"{why.rule.id}: {why.rule.description}"),
        ("Measured", measured_text(why.rule)),
        ("Sentence", marked(why)),
        *((label(source.field), f"{source.value} ({source.where})") for source in why.sources),
        *(("Trust", reason) for reason in why.reasons),
        ("Source", source_line(why.sentence, listed.document, shown_path(listed.document.path))),
    ])  # fmt: skip
    told = [(each.rule, f"“{each.quote}” {each.did}") for each in (*why.triggers, *why.considered) if each.quote]
    if told:
        yield Group("", line("What matched", "bold"), pairs(told))
    if silent := [each.rule for each in why.considered if not each.quote]:
        yield Group("", line(f"Looked for and not there: {', '.join(silent)}", "dim"))


def marked(why: Why) -> Text:
    """The sentence, with the words that found the record in guillemets and in bold."""
    base, text, at = why.sentence.start, Text(overflow="fold"), 0
    for trigger in sorted(why.triggers, key=lambda each: each.start or 0):
        start, end = (trigger.start or 0) - base, (trigger.end or 0) - base
        if at <= start < end <= len(why.sentence.quote):
            text.append(clean(why.sentence.quote[at:start]))
            text.append(f"«{clean(why.sentence.quote[start:end])}»", "bold")
            at = end
    text.append(clean(why.sentence.quote[at:]))
    return Text(" ").join(text.split())


def measured_text(rule: RuleInfo) -> str | None:
    if not rule.found:
        return "found nothing in the documents that rules are measured on" if rule.trust else None
    recall = f"{rule.recall:.1%} of the {rule.wanted:,} there are" if rule.recall is not None else "nothing"
    return f"{rule.right:,} of {rule.found:,} right (precision {rule.precision:.2f}), {recall} found by it alone"


def rules_view(rules: Sequence[RuleInfo]) -> list[RenderableType]:
    columns = [Column(name, no_wrap=True) for name in ("Rule", "Trust")]
    columns += [Column(name, justify="right", no_wrap=True) for name in ("Found", "Precision", "Recall")]
    rows: list[list[Cell]] = [
        [[rule.id], [rule.trust], *([shown_figure(each)] for each in (rule.found, rule.precision, rule.recall)),
         [rule.description]]
        for rule in rules
    ]  # fmt: skip
    note = "Recall counts what a rule finds alone, not what others of its kind find. minutebook rules ID tells more."
    return [table([*columns, Column("What it is", min_width=24)], rows), line(note, "dim")]


def shown_figure(value: float | None) -> str | None:
    return None if value is None else f"{value:,}" if isinstance(value, int) else f"{value:.2f}"


def rule_view(rule: RuleInfo) -> RenderableType:
    """One rule with its patterns, and what it does and does not match."""
    return pairs([
        ("Rule", rule.id),
        ("Description", rule.description),
        ("Effect", rule.effect),
        ("Trust", rule.trust),
        ("Measured", measured_text(rule)),
        *(("Pattern", each) for each in rule.patterns),
        *(("Example", lines(each)) for each in rule.examples),
        *(("Not", lines(each)) for each in rule.counterexamples),
    ])  # fmt: skip


def lines(text: str) -> Text:
    return Text("\n".join(map(inline, text.splitlines())), overflow="fold")


def receipt_view(minutes: Minutes) -> RenderableType:
    """What went in and what came out."""
    info = minutes.document
    document, file = ("Document", f"{title_of(info)} ({info.id})"), ("File", shown_path(info.path))
    return pairs([document, *receipt_rows(minutes), file])


def receipt_rows(minutes: Minutes) -> list[tuple[str, str]]:
    """What was read of a file and what was not, in words."""
    info, receipt = minutes.document, minutes.receipt
    pages = (
        ("Pages in", receipt.pages_in),
        ("Pages out", receipt.pages_out),
        ("Without text", page_ranges(receipt.empty_pages) if receipt.empty_pages else "none"),
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


def minutes_view(minutes: Minutes) -> RenderableType:
    """One document: what it is, then what was decided and asked for under each item."""
    info, meeting = minutes.document, minutes.meeting
    people: dict[str, list[str]] = {}
    for person in minutes.attendance:
        group = "in attendance" if person.capacity == "in attendance" else person.status
        people.setdefault(label(group), []).append(person_text(person))
    head = pairs([
        ("Document", title_of(info)),
        ("Id", info.id),
        ("Kind", info.kind),
        ("Meeting", origin(meeting)),
        ("Place", meeting.place),
        ("Chair", meeting.chair),
        *((group, ", ".join(names)) for group, names in people.items()),
        ("Pages", info.pages),
        ("Found", ", ".join(counted(len(getattr(minutes, name)), name[:-1]) for name in COUNTED)),
        ("Read", (loss(minutes.receipt) or "in full").removeprefix("read ")),
        ("File", shown_path(info.path)),
    ])  # fmt: skip
    outline = Table.grid(padding=(0, 2, 0, 0))
    for item in (None, *minutes.items):
        if item:
            outline.add_row(line(item.number or "", "bold"), placed(line(item.title, "bold"), item.citation))
        records: list[Decision | Action] = [*minutes.decisions, *minutes.actions]
        for record in records:
            if record.item_id == (item and item.id):
                what = record.outcome if isinstance(record, Decision) else "action"
                outline.add_row("", placed(line(f"{what}: {record.text}"), record.citation))
    return Group(head, "", outline)


def person_text(person: Attendance) -> str:
    """`Una Keld (for Jory Tay, left after item 6)`."""
    told = {"for": person.substitute_for, "arrived": person.arrived, "left": person.left}
    notes = [f"{word} {value}" for word, value in told.items() if value]
    return f"{person.name} ({', '.join(notes)})" if notes else person.name


def origin(meeting: Meeting) -> str:
    return " · ".join(filter(None, (meeting.date, *bodies(meeting))))


def bodies(meeting: Meeting) -> list[str]:
    """The body and whose it is; one name where a council meets as itself."""
    names = [name for name in (meeting.body, meeting.organisation) if name]
    return names[:1] if len({name.casefold() for name in names}) == 1 else names


def title_of(info: DocumentInfo) -> str:
    return info.title or Path(info.path).name


def status_line(held: tuple[str, object]) -> tuple[str, str]:
    name, value = held
    if name.endswith("_bytes") and isinstance(value, int):
        name, value = name.removesuffix("_bytes"), f"{value / 1e6:,.1f} MB"
    return label(name), inline(value)


def label(name: str) -> str:
    return name.replace("_", " ").capitalize()


def shown_path(path: str) -> str:
    """A path as one would type it here."""
    file, here = Path(path), Path.cwd()
    return inline(file.relative_to(here) if file.is_relative_to(here) else file)


def page_text(citation: Citation) -> Text:
    return Text(f"page {citation.page}" if citation.page else f"paragraph {citation.paragraph}", style="dim")


def placed(text: Text, citation: Citation) -> Text:
    return Text.assemble(text, " · ", page_text(citation))
