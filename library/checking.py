"""Checking: what does not fit together in the record of a meeting, and what later meetings corrected in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from index.catalogue import Catalogue
from minutes.model import Citation, Document, Filters, Finding, Minutes

if TYPE_CHECKING:
    from extract.consistency import Correction as Corrects

Key = tuple[str, str]  # organisation and body, in small letters


@dataclass(frozen=True)
class Checked:
    """What a document shows by itself: what does not fit together in it, and what it corrects in others."""

    minutes: Minutes  # its items and no other records
    head: Citation | None  # where it begins, if it is minutes that others may correct
    findings: list[Finding]
    corrections: "list[Corrects]"


class Checks:
    """Remembers what each document of a catalogue shows by itself, as long as it is not read by another program."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._held: dict[tuple[str, str | None], Checked] = {}

    def check(self, ids: Sequence[str]) -> tuple[int, list[Finding]]:
        """How many documents were looked at, and what does not fit together in them: in these, or in all."""
        asked = {minutes.document.id: minutes.meeting for _, minutes in map(self._catalogue.document, ids)}
        bodies = {(meeting.organisation, meeting.body) for meeting in asked.values()}
        names = {name for name, _ in bodies} or {None}
        held = [each for name in names for each in self._catalogue.documents(Filters(organisation=name))]
        near = dict.fromkeys(d.document.id for d in held if d.document and d.meeting
                             and (not ids or (d.meeting.organisation, d.meeting.body) in bodies))  # fmt: skip
        read_by = dict(chain.from_iterable(self._catalogue.editions().values()))
        found = _put_together((self._looked_at(id_, read_by.get(id_)) for id_ in near), within="in the library")
        return len(asked or near), [f for f in found if not ids or asked.keys() & {c.document_id for c in f.citations}]

    def _looked_at(self, document_id: str, read_by: str | None) -> Checked:
        key = document_id, read_by
        if key not in self._held:
            self._held[key] = _look_at(*self._catalogue.document(document_id))
        return self._held[key]


def check_records(read: Iterable[tuple[Document, Minutes]], *, within: str) -> list[Finding]:
    """What does not fit together in each document, and what one corrects in another, with a citation of both.

    `within` says in the message where a corrected record was looked for. Each document is let go of once read.
    """
    return _put_together((_look_at(document, minutes) for document, minutes in read), within=within)


def _look_at(document: Document, minutes: Minutes) -> Checked:
    from extract.consistency import corrections, inconsistencies  # brings in the language tools

    head = next((block for block in document.blocks if not block.furniture), None)
    return Checked(
        minutes=minutes.model_copy(update=dict.fromkeys(("attendance", "decisions", "actions", "metrics"), ())),
        head=document.cite(head.start, head.end) if head and minutes.document.kind == "minutes" else None,
        findings=list(inconsistencies(document, minutes)),
        corrections=list(corrections(document, minutes)),
    )


def _put_together(found: Iterable[Checked], *, within: str) -> list[Finding]:
    looked = list(found)
    records: dict[Key, list[tuple[Minutes, Citation]]] = {}
    for each in looked:
        if each.head:
            records.setdefault(_key(each.minutes), []).append((each.minutes, each.head))
    inside = [finding for each in looked for finding in each.findings]
    waiting = [(each.minutes, correction) for each in looked for correction in each.corrections]
    return inside + [_correction(each, by, records.get(_key(by), []), within) for by, each in waiting]


def _key(minutes: Minutes) -> Key:
    """Whose meetings they are; without a body the organisation's own."""
    meeting = minutes.meeting
    return (meeting.organisation or "").casefold(), (meeting.body or meeting.organisation or "").casefold()


def _correction(told: "Corrects", by: Minutes, records: Iterable[tuple[Minutes, Citation]], within: str) -> Finding:
    """What a meeting corrected, linked to the one record of its body and that date, to the item where it names one."""
    dated = [each for each in records if (each[0].meeting.date or "~") < (by.meeting.date or "")]
    day = told.held.isoformat() if told.held else max((m.meeting.date or "" for m, _ in dated), default=None)
    meant = [each for each in dated if each[0].meeting.date == day]
    cited = [told.citation]
    missing = f"; there {'are several records' if meant else 'is no record'} of them {within}"
    if len(meant) == 1:
        minutes, head = meant[0]
        items = [
            item.citation for item in minutes.items if item.number == told.number and told.number and not item.exempt
        ]
        cited, missing = [told.citation, items[0] if len(items) == 1 else head], ""
    held = f"the minutes of {day}" if day else "the minutes of the meeting before"
    return Finding(
        kind="correction", message=f"It corrects {held}{missing}.", document=by.document, meeting=by.meeting,
        citations=tuple(cited),
    )  # fmt: skip
