"""What is printed for people: tables and lines, on standard output.

Text from documents is data. Control characters never reach a terminal, and markup is never obeyed.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from rich.console import Console, Group, RenderableType
from rich.table import Column, Table
from rich.text import Text

from minutes.found import (
    Answer,
    Compared,
    Correction,
    Coverage,
    Entry,
    Finding,
    Followed,
    Hit,
    Ingested,
    Lane,
    Listed,
    Matrix,
    Measure,
    RecordKind,
    RuleInfo,
    Series,
    Twin,
    Why,
)
from minutes.model import Action, AgendaItem, Citation, Decision, DocumentInfo, Metric, Minutes, Record
from rows import COUNTED, NOT_OWN, Format, ToRow, correction_row, ingested_row, receipt_rows, render
from wording import (
    FAR,
    Cell,
    area_text,
    bodies,
    clean,
    compared_text,
    counted,
    coverage_text,
    details_of,
    fate_text,
    inline,
    item_label,
    kind_words,
    label,
    loss,
    measure_title,
    measured_text,
    origin,
    page_text,
    person_text,
    point_figure,
    point_kind,
    quantity,
    shortened,
    shown_path,
    silence_text,
    stem_text,
    title_of,
    unread,
    votes_text,
)

TWINS = 3  # places where a passage stands as well that are listed for people
WIDE = 100_000  # columns when nobody sets a width: one record a line, so that grep and cut work


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


def line(text: object, style: str = "") -> Text:
    """Text from a document or a message, never read as markup."""
    return Text(inline(text), style=style, overflow="fold")


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
    item = None if isinstance(record, AgendaItem) else item_label(listed.item, listed.record)
    text = record.title if isinstance(record, AgendaItem) else record.text
    source = source_line(record.citation, listed.document, *(["exempt"] if record.exempt else []), record.id)
    return [
        [meeting.date or "undated"],
        [*bodies(meeting), item],
        [*details_of(record), fate_text(listed.followed), "low trust" if record.trust == "low" else None],
        [stem_text(record), text, source],
    ]


def series_view(found: Sequence[Series], in_all: int, covered: Coverage) -> list[RenderableType]:
    """Each series under its name and place, a line for each source of each value."""
    if not found:
        return [line(coverage_text(covered, "No series found in"))]
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
            if any(each.entries[number].points for each in part)
        ]  # fmt: skip
        views.append(table([Column(compared.by.capitalize(), max_width=22), *columns], rows))
    told = f"{len(shown):,} of {counted(len(compared.measures), 'measure')} in" if shown else "No figures found in"
    told_of = {entry.lane for each in shown for entry in each.entries if entry.points}
    silent = [lane for lane in compared.lanes if lane.name not in told_of] if shown and compared.by != "period" else []
    if silent:
        views.append(line(f"Without any of these figures: {', '.join(map(_silent, silent))}.", "dim"))
    return [*views, line(coverage_text(compared.coverage, told))]


def _silent(lane: Lane) -> str:
    told = f"not mentioned in {counted(lane.documents, 'document')}" if lane.documents else "no documents"
    return f"{lane.name} ({told})"


def entry_cell(entry: Entry, *, by_place: bool = False) -> Cell:
    """The latest figures, of each place if wanted, actual ones before others; or what it means that there are none."""
    if not entry.points:
        return [line("not mentioned" if entry.documents else "no documents", "dim")]  # in how many, its row says
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
        line(page_text(points[0].sources[0].record.citation), "dim"),
        line(f"and {counted(others, 'other period')}", "dim") if others else None,
    ]


def source_line(citation: Citation, document: DocumentInfo, *ids: str) -> Text:
    """Where it stands; in terminals that can, a link that opens the file at the page."""
    target = Path(document.path).absolute().as_uri() + (f"#page={citation.page}" if citation.page else "")
    place = page_text(citation)
    return Text.assemble((place, f"dim link {target}"), *((f" · {each}", "dim") for each in ids))


def answer_view(answer: Answer) -> Iterator[RenderableType]:
    """Each passage under the meeting and the item that it comes from, then what was looked through."""
    if answer.far:
        yield line(f"{FAR}.\n")
    for hit in answer.hits:
        place = origin(hit.meeting) or title_of(hit.document)
        what = (*kind_words(hit), "exempt" if hit.exempt else None)
        heading = " · ".join(filter(None, (*what, place, item_label(hit.item))))
        source = source_line(hit.passage, hit.document, shown_path(hit.document.path), hit.document.id)
        also = [twin_line(twin) for twin in hit.also[:TWINS]]
        more = [line(f"and {len(hit.also) - TWINS} more", "dim")] if len(hit.also) > TWINS else []
        body = Group(line(heading, "bold"), words_of(hit), source, *also, *more, "")
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_row(Text(str(hit.rank), style="bold"), body)
        yield grid
    yield covered_line(answer.coverage, bool(answer.hits))
    yield from emptied_lines(answer.emptied_by)


def emptied_lines(emptied: Sequence[str]) -> list[Text]:
    """Which filters let nothing through, where some did not."""
    return [line(f"What let nothing through: {', '.join(emptied)}; leave it out or change it.")] if emptied else []


def covered_line(covered: Coverage, found: bool) -> Text:
    """What was looked through, as a line."""
    return line(coverage_text(covered, "Looked in" if found else "Nothing found in"))


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


def findings_view(found: Sequence[Finding], compared: Compared) -> list[RenderableType]:
    """Each finding with the words that show it, and the words that they do not fit."""
    columns = [Column("Kind", no_wrap=True), Column("Meeting"), Column("Finding", min_width=16)]
    rows: list[list[Cell]] = []
    for each in found:
        cited, *others = each.citations
        against = [line(f"against: {shortened(c.quote)} · {page_text(c)} · {c.document_id}", "dim") for c in others]
        words = [line(f"“{shortened(cited.quote)}”"), source_line(cited, each.document, each.document.id), *against]
        rows.append([[each.kind], [origin(each.meeting) or title_of(each.document)], [each.message, *words]])
    told = f"{counted(len(found), 'finding')} in" if found else "Nothing found in"
    summed = [*map(line, compared_text(compared)), line(f"{told} {counted(compared.documents, 'document')}.")]
    return [table(columns, rows), *summed] if found else [*summed]


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
    documents = {result.document.id: result for result in results if result.document}  # copies are one document
    totals = Counter[str]()
    for result in documents.values():
        totals.update(result.counts)
        totals["pages"] += (result.document and result.document.pages) or 0
    became = [f"{outcomes[each]} {each}" for each in ("added", "updated", "unchanged", "failed") if outcomes[each]]
    if part := sum(bool(loss(result.receipt)) for result in results):
        became.append(f"{part} read in part")
    counts = [(name.capitalize(), f"{totals[name]:,}") for name in ("pages", *COUNTED)]
    receipts = [result.receipt for result in documents.values() if result.receipt]
    warned = sum(bool(receipt.warnings) for receipt in receipts)
    read = [  # only what there is: most files have nothing to tell
        ("Read by OCR", sum(len(receipt.ocr_pages) for receipt in receipts), "page"),
        ("Without text", sum(len(unread(receipt)[0]) for receipt in receipts), "page"),
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
        (label("rule"), record.rule),
        ("Trust", record.trust),
        ("Meeting", origin(listed.meeting)),
        ("Item", item_label(listed.item, listed.record)),
        ("Document", f"{title_of(listed.document)} ({listed.document.id})"),
        ("Source", source_line(cited, listed.document, shown_path(listed.document.path))),
        ("Quote", line(cited.quote, "bold")),
        ("Context", line(f"…{cited.prefix} [quote] {cited.suffix}…", "dim")),
        *((label(name.lower()) if name == "Fate" else name, value) for name, value in followed_lines(listed.followed)),
    ])  # fmt: skip


def followed_lines(followed: Followed | None) -> Iterator[tuple[str, str | Text]]:
    """What became of a record, and where later documents come back to it."""
    if not followed:
        return
    held = f"{counted(followed.later, 'later meeting')} looked through" if followed.later else None
    yield "Fate", ", ".join(filter(None, (fate_text(followed) or "open", held)))
    if told := silence_text(followed):
        yield "Later", told
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
        (label("stem"), why.stem),
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
        yield Group("", line(f"Would speak against it, and is not there: {', '.join(silent)}", "dim"))


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


def minutes_view(minutes: Minutes, printed: str | None = None) -> RenderableType:
    """One document: what it is, then what was decided and asked for under each item.

    `printed` is how it calls its body itself, where that is known by another name.
    """
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
        ("Named here", printed),
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
            if minutes.item_at(record.citation.start) == item:
                what = record.outcome if isinstance(record, Decision) else "action"
                outline.add_row("", placed(line(f"{what}: {record.text}"), record.citation))
    return Group(head, "", outline)


def status_line(held: tuple[str, object]) -> tuple[str, str]:
    name, value = held
    if name.endswith("_bytes") and isinstance(value, int):
        value = f"{value / 1e6:,.1f} MB"
    return label(name), inline(value)


def placed(text: Text, citation: Citation) -> Text:
    return Text.assemble(text, " · ", (page_text(citation), "dim"))
