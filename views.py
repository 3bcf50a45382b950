"""What people see of whatever compares texts or reaches across documents. `printing.py` has what it is printed with."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Column
from rich.text import Text

from corpora.differences import Difference
from minutes.found import Change, Comparison, Edit, Quotation, Related, Step, Timeline, Topic, Topics, Version
from minutes.model import Citation, DocumentInfo, Meeting, Metric
from printing import covered_line, emptied_lines, line, pairs, source_line, table
from rows import FATE_COLUMNS, HIT_COLUMNS, PLACE_COLUMNS, SOURCE_COLUMNS, Row, fate_row, hit_row, origin_row
from wording import (
    Cell,
    counted,
    details_of,
    fate_text,
    figure,
    item_label,
    kind_words,
    label,
    origin,
    shortened,
    shown_path,
    source_name,
    title_of,
)

DIGEST = re.compile(r" ?\b(?:[0-9a-f]{64}|[0-9a-f]{16})$")
DIFFERENCE_COLUMNS = ("what", "change", "name", "fields")
STEP_COLUMNS = (
    "kind",
    *PLACE_COLUMNS,
    "text",
    "id",
    "outcome",
    "owner",
    "due_date",
    "value",
    "unit",
    *FATE_COLUMNS,
    *SOURCE_COLUMNS,
)
RELATED_COLUMNS = (*HIT_COLUMNS, "cosine", "thread", "names_item", "record_ids")
TOPIC_COLUMNS = ("organisation", "body", "year", "name", "terms", "items", "score", "page", "quote", "document_id")
TERMS = 5  # other phrases of a topic that are listed for people
MANY = 5  # places of a quotation that are listed


def quotation_view(told: Quotation) -> RenderableType:
    """The verdict, what differs, and where it stands."""
    verdict = {
        "exact": "exact",
        "form": f"differs in form only: {', '.join(told.forms)}",
        "changed": "changed: the words differ from those of the document",
        "absent": "absent: the document does not say this",
    }[told.verdict]
    left_out = "text marked as exempt was not looked at; --exempt does" if told.withheld else None
    first, *others = told.citations or (None,)
    changed = [("Difference", difference(told.edits))] if told.edits else []
    return pairs([
        ("Quotation", told.quote),
        ("Verdict", line("; ".join(filter(None, (verdict, left_out))), "bold")),
        *((("Document says", first.quote), *changed, ("Place", where(told, first))) if first else ()),
        *(("Also", where(told, each)) for each in others[: MANY - 1] if each),
        ("", f"and {len(others) - MANY + 1} more places" if len(others) >= MANY else None),
        ("Document", f"{source_name(told.document, told.meeting)} ({told.document.id})"),
    ])  # fmt: skip


def quotations_view(found: Sequence[Quotation]) -> Iterator[RenderableType]:
    """The quotation in each document that has it best, and in how many it was looked for."""
    for told in found:
        if told.verdict == found[0].verdict != "absent":
            yield Group(quotation_view(told), "")
    looked = "Not found in" if found and found[0].verdict == "absent" else "Looked in"
    nearest = f"{looked} the {counted(len(found), 'document')} nearest to these words"
    summed = nearest if found else "No document is near to these words"
    yield line(f"{summed}. To look in another one, name it before the quotation.")


def where(told: Quotation, cited: Citation) -> Text:
    """Page, paragraph and offsets."""
    source = source_line(cited, told.document, shown_path(told.document.path))
    paragraph = [] if cited.page is None else [f" · paragraph {cited.paragraph}"]
    return Text.assemble(source, *((each, "dim") for each in (*paragraph, f" · characters {cited.start}-{cited.end}")))


def step_row(step: Step) -> Row:
    record = step.record
    held = {**(record.model_dump() if record else {}), **fate_row(step.followed)}
    if isinstance(record, Metric):
        held["value"] = figure(record.value)
    return {**held, "kind": step.kind, "text": said(step), **origin_row(step, step.citation)}


def said(step: Step) -> str:
    return getattr(step.record, "text", None) or step.citation.quote


def timeline_view(told: Timeline) -> Iterator[RenderableType]:
    """The meetings in order, each with what was said and done there."""
    for _, together in groupby(told.steps, key=lambda step: step.document.id):
        same = [*together]
        yield line(origin(same[0].meeting) or title_of(same[0].document), "bold")
        columns = [Column(width=9, no_wrap=True), Column(min_width=16)]
        yield table(columns, [[[step.kind], step_lines(step)] for step in same], header=False)
    yield covered_line(told.coverage, bool(told.steps))
    yield from emptied_lines(told.emptied_by)


def step_lines(step: Step) -> list[object]:
    """What a step says, what it is beside its words, and where it stands."""
    record = step.record
    details = [str(each) for each in (*(details_of(record) if record else ()), fate_text(step.followed)) if each]
    ids = [record.id] if record else []
    source = source_line(step.citation, step.document, *ids, *([] if record else [step.document.id]))
    return [shortened(said(step), 400), " · ".join(details), *filter(None, [item_label(step.item, record)]), source]


def related_row(found: Related) -> Row:
    own = found.model_dump(include={"cosine", "thread", "names_item"})
    return {**hit_row(found), **own, "record_ids": " ".join(found.record_ids)}


def related_view(found: Sequence[Related]) -> Iterator[RenderableType]:
    """Each passage with the reasons why it is thought to treat the same matter."""
    for each in found:
        reasons = [f"{each.cosine:.2f} in meaning"]
        reasons += [f"under {each.thread}"] if each.thread == "the same title" else [each.thread] if each.thread else []
        place = origin(each.meeting) or title_of(each.document)
        heading = " · ".join(filter(None, (*kind_words(each), place, item_label(each.item))))
        records = each.record_ids or (each.document.id,)
        source = source_line(each.citation, each.document, *records)
        yield Group(line(heading, "bold"), line(shortened(each.text, 600)), line(", ".join(reasons), "dim"), source, "")
    yield line(counted(len(found), "related passage") if found else "Nothing related found.")


def topic_row(topic: Topic) -> Row:
    """A topic with the first place where it is spoken of."""
    cited = topic.examples[0].citation if topic.examples else None
    place = cited.model_dump(include={"page", "quote", "document_id"}) if cited else {}
    return {**topic.model_dump(exclude={"examples"}), "terms": "; ".join(topic.terms), **place}


def topics_view(told: Topics) -> Iterator[RenderableType]:
    """The topics of each body's year, with how many items hold them and one place."""
    for group, together in groupby(told.topics, key=lambda topic: (topic.year, topic.body, topic.organisation)):
        names = Meeting(date=group[0], body=group[1], organisation=group[2])
        yield line(origin(names) if group[1] or group[2] else f"{group[0]} · no body stated", "bold")
        columns = [Column(min_width=16), Column(justify="right", no_wrap=True), Column(min_width=16)]
        yield table(columns, [*map(topic_lines, together)], header=False)
    yield covered_line(told.coverage, bool(told.topics))


def topic_lines(topic: Topic) -> list[list[object]]:
    first = topic.examples[:1]
    sources = [source_line(each.citation, each.document, each.document.id) for each in first]
    return [[topic.name], [counted(topic.items, "item")], [", ".join(topic.terms[:TERMS]), *sources]]


def versions_view(found: Sequence[Version]) -> RenderableType:
    """Other documents of the same meeting or with the same text."""
    told = {
        "draft": "Draft",
        "confirmed": "Confirmed",
        "minutes": "Same meeting",
        "copy": "Same text",
        "contains": "Contained in",
        "part": "Contains",
    }
    rows = pairs(
        (
            told[each.relation],
            f"{source_name(each.document, each.meeting)} ({each.document.id}), {each.shared:.0%} of the text shared",
        )
        for each in found
    )
    return Group("", rows)


def comparison_view(told: Comparison) -> Iterator[RenderableType]:
    """Each change with the words on both sides and where they stand, then how much is the same."""
    yield pairs([("From", named(told.old, told.old_meeting)), ("To", named(told.new, told.new_meeting))])
    for change in told.changes:
        yield line("")
        yield line(" · ".join(filter(None, (f"{change.kind} {change.change}", item_label(change.item)))), "bold")
        yield change_view(change, told)
    same = ", ".join(counted(count, kind[:-1]) for kind, count in told.same.items() if count) or "nothing"
    yield line("")
    yield line(f"{counted(len(told.changes), 'change') if told.changes else 'No changes'}; the same in both: {same}.")


def change_view(change: Change, told: Comparison) -> RenderableType:
    sides = ((change.old, told.old), (change.new, told.new))
    places = (source_line(cited, document, document.id) for cited, document in sides if cited)
    words = difference(change.edits) if change.edits else line(change.new_text or change.old_text or "")
    return pairs([
        ("", words),
        *((label(each.field), f"{each.old or 'not stated'} → {each.new or 'not stated'}") for each in change.fields),
        ("", Text(" → ").join(places)),
    ])  # fmt: skip


def named(document: DocumentInfo, meeting: Meeting) -> str:
    return " · ".join(filter(None, (origin(meeting) or title_of(document), meeting.status, document.id)))


def difference(edits: Iterable[Edit]) -> Text:
    """A text with what was taken out in [-brackets-] and what was put in in {+braces+}, as a word diff has it."""
    parts: list[Text] = []
    for edit in edits:
        if edit.old == edit.new:
            parts.append(line(edit.old))
        else:
            parts += [line(f"[-{edit.old}-]", "red strike")] if edit.old else []
            parts += [line(f"{{+{edit.new}+}}", "green")] if edit.new else []
    return Text(" ").join(parts)


# ---- corpora --------------------------------------------------------------------------------------------------------


def difference_row(told: Difference) -> Row:
    return {**told.model_dump(exclude={"fields"}), "fields": "; ".join(_changed_fields(told))}


def difference_text(told: Difference) -> str:
    """One line: what changed of what, and how."""
    named = told.what if told.what == "version" else told.name
    return f"{named}: {difference_row(told)['fields'] or told.change}"


def differences_view(found: Sequence[Difference]) -> list[RenderableType]:
    """A line for each difference, or that there is none."""
    if not found:
        return [line("No difference.")]
    columns = [Column("", no_wrap=True), Column("Change", no_wrap=True), Column("Name"), Column("What changed")]
    rows: list[list[Cell]] = [
        [[each.what], [each.change], [each.name], [*map(line, _changed_fields(each))]] for each in found
    ]
    return [table(columns, rows), line(f"{counted(len(found), 'difference')}.")]


def _changed_fields(told: Difference) -> list[str]:
    """`decisions: 4 → 5`; the digests of contents, which tell people nothing, are left out."""
    texts = []
    for each in told.fields:
        old, new = each.old, each.new
        if told.what == "document":
            old, new = (value and DIGEST.sub("", value) for value in (old, new))
        if old == new:
            texts.append(f"{each.field}: {f'{old} as before, but ' if old else ''}with another content")
        else:
            texts.append(f"{each.field}: {old or 'none'} → {new or 'none'}")
    return texts
