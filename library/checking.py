"""Checking: what does not fit together in the record of a meeting, and what later meetings corrected in it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from typing import TYPE_CHECKING

from cachetools import LRUCache

from index.catalogue import Catalogue
from minutes.found import Compared, Filters, Finding
from minutes.model import Citation, Document, Meeting, Minutes

if TYPE_CHECKING:
    from extract.consistency import Correction as Corrects

MANY = 500  # documents of which is kept what they show
Key = tuple[str, str]  # organisation and body, in small letters


@dataclass(frozen=True)
class Checked:
    """What a document shows by itself: what does not fit together in it, and what it corrects in others."""

    minutes: Minutes  # its items and no other records
    head: Citation | None  # where it begins, if it is minutes that others may correct
    findings: list[Finding]
    corrections: "list[Corrects]"
    compared: Compared


class Checks:
    """Remembers what documents of a catalogue show by themselves, as long as they are not read by another program."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._held: LRUCache[str, tuple[str | None, Checked]] = LRUCache(MANY)
        self._lock = Lock()

    def check(self, ids: Sequence[str]) -> tuple[Compared, list[Finding]]:
        """What was held against something in these documents, or in all, and what does not fit together in them.

        For some, the later ones of their bodies are read, too, and the earlier ones that any of these corrects.
        """
        asked = {minutes.document.id: minutes.meeting for _, minutes in map(self._catalogue.document, ids)}
        bodies = {(meeting.organisation, meeting.body) for meeting in asked.values()}
        names = [Filters(organisation=organisation, body=body) for organisation, body in bodies] or [Filters()]
        near = {each.document.id: (each.document.kind, each.meeting)
                for name in names for each in self._catalogue.documents(name) if each.document and each.meeting
                and (not ids or (each.meeting.organisation, each.meeting.body) in bodies)}  # fmt: skip
        first = min((meeting.date or "~" for meeting in asked.values()), default="")
        later = [id_ for id_, (_, meeting) in near.items() if not ids or id_ in asked or first < (meeting.date or "")]
        editions = dict(chain.from_iterable(self._catalogue.editions().values()))
        looked = {id_: self._looked_at(id_, editions.get(id_)) for id_ in later}
        for by, told in [(each.minutes, told) for each in looked.values() for told in each.corrections if ids]:
            days = {id_: meeting.date for id_, (kind, meeting) in near.items()
                    if kind == "minutes" and _key(meeting) == _key(by.meeting)}  # fmt: skip
            held = _day(told, by, days.values())
            meant = {id_ for id_, day in days.items() if day == held}
            if by.document.id in asked or meant & asked.keys():
                looked |= {id_: self._looked_at(id_, editions.get(id_)) for id_ in meant}
        found = _put_together(looked.values(), within="in the library")
        compared = sum((looked[id_].compared for id_ in asked or near), Compared())
        return compared, [f for f in found if not ids or asked.keys() & {c.document_id for c in f.citations}]

    def _looked_at(self, document_id: str, edition: str | None) -> Checked:
        with self._lock:
            known = self._held.get(document_id)
        if not known or known[0] != edition:
            known = edition, _look_at(*self._catalogue.document(document_id))
            with self._lock:
                self._held[document_id] = known
        return known[1]


def check_records(read: Iterable[tuple[Document, Minutes]], *, within: str) -> tuple[Compared, list[Finding]]:
    """What was held against something; what does not fit together, and what one document corrects in another.

    A finding cites both sides. `within` says in the message where a corrected record was looked for. Each document is
    let go of once read.
    """
    looked = [_look_at(document, minutes) for document, minutes in read]
    return sum((each.compared for each in looked), Compared()), _put_together(looked, within=within)


def _look_at(document: Document, minutes: Minutes) -> Checked:
    from extract.consistency import compared, corrections, inconsistencies  # brings in the language tools

    head = next((block for block in document.blocks if not block.furniture), None)
    return Checked(
        minutes=minutes.model_copy(update=dict.fromkeys(("attendance", "decisions", "actions", "metrics"), ())),
        head=document.cite(head.start, head.end) if head and minutes.document.kind == "minutes" else None,
        findings=list(inconsistencies(document, minutes)),
        corrections=list(corrections(document, minutes)),
        compared=compared(document, minutes),
    )


def _put_together(looked: Collection[Checked], *, within: str) -> list[Finding]:
    records: dict[Key, list[tuple[Minutes, Citation]]] = {}
    for each in looked:
        if each.head:
            records.setdefault(_key(each.minutes.meeting), []).append((each.minutes, each.head))
    inside = [finding for each in looked for finding in each.findings]
    waiting = [(each.minutes, correction) for each in looked for correction in each.corrections]
    return inside + [_correction(each, by, records.get(_key(by.meeting), []), within) for by, each in waiting]


def _key(meeting: Meeting) -> Key:
    """Whose meetings they are; without a body the organisation's own."""
    return (meeting.organisation or "").casefold(), (meeting.body or meeting.organisation or "").casefold()


def _day(told: "Corrects", by: Minutes, held: Iterable[str | None]) -> str | None:
    """When the meeting was whose minutes are corrected: the last of those held before, where it is not said."""
    before = (day for day in held if day and day < (by.meeting.date or ""))
    return told.held.isoformat() if told.held else max(before, default=None)


def _correction(told: "Corrects", by: Minutes, records: Iterable[tuple[Minutes, Citation]], within: str) -> Finding:
    """What a meeting corrected, linked to the one record of its body and that date, to the item where it names one."""
    dated = [each for each in records if (each[0].meeting.date or "~") < (by.meeting.date or "")]
    day = _day(told, by, [minutes.meeting.date for minutes, _ in dated])
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
