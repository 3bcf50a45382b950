"""A library of one document with all that makes exports fail: exempt text, low trust, names of voters, markup."""

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from exports.holdings import Holdings
from minutes.found import Area, Coverage, Filters, Followed, Listed, RecordKind
from minutes.model import (
    Action,
    AgendaItem,
    Attendance,
    Block,
    Decision,
    Document,
    Meeting,
    Metric,
    Minutes,
    Receipt,
    RollCall,
    Votes,
)

LINES = (
    ("heading", "Fenwold Parish Council"),
    ("paragraph", "Present: Cllr A. Marlott (Chair), Cllr B. Quill & Cllr C. Dray"),
    ("heading", "1. Bus <shelter>"),
    ("paragraph", "=1+1 RESOLVED: that the shelter be mended. Moved by Cllr Quill."),
    ("paragraph", "The Clerk to write to the County by 1 June 2024."),
    ("paragraph", "Between 3 and 5 buses a day stop there."),
    ("paragraph", "It was felt that a lamp could be nice."),
    ("heading", "2. Exempt: a tenancy"),
    ("paragraph", "RESOLVED: that the rent be £400."),
    ("footer", "Page 1"),
)
TEXT = "\n".join(line for _, line in LINES)
RECEIPT = Receipt(pages_in=1, pages_out=1)
MEETING = Meeting(
    organisation="Fenwold Parish Council", body="Amenities Committee", date="2024-05-14", chair="Cllr A. Marlott"
)


def _blocks() -> tuple[Block, ...]:
    found, start = [], 0
    for kind, line in LINES:
        found.append(Block(kind=kind, start=start, end=start + len(line), page=1))  # type: ignore[arg-type]
        start += len(line) + 1
    return tuple(found)


DOCUMENT = Document(
    id="ab12cd34", title="Minutes <draft>", kind="minutes", media_type="text/plain", pages=1, sha256="ab" * 32,
    path="/home/somebody/may.txt", text=TEXT, blocks=_blocks(), receipt=RECEIPT,
)  # fmt: skip


def _at(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"citation": DOCUMENT.cite(start, start + len(words)), "rule": "toy"}


END = TEXT.index("2. Exempt")
ITEMS = (
    AgendaItem(id="item-1", **_at("1. Bus <shelter>"), number="1", title="Bus <shelter>", end=END),
    AgendaItem(id="item-2", **_at("2. Exempt: a tenancy"), number="2", title="A tenancy", end=len(TEXT), exempt=True),
)
VOTERS = RollCall(for_=("Cllr A. Marlott", "Cllr B. Quill"), against=("Cllr C. Dray",))
DECISIONS = (
    Decision(
        id="dec-1", **_at("=1+1 RESOLVED: that the shelter be mended."), item_id="item-1",
        text="=1+1 RESOLVED: that the shelter be mended.", outcome="approved", mover="Cllr Quill",
        votes=Votes(for_=2, against=1, names=VOTERS),
    ),
    Decision(
        id="dec-2", **_at("RESOLVED: that the rent be £400."), item_id="item-2", text="that the rent be £400.",
        outcome="approved", exempt=True,
    ),
    Decision(
        id="dec-3", **_at("It was felt that a lamp could be nice."), item_id="item-1", outcome="noted", trust="low",
        text="It was felt that a lamp could be nice.",
    ),
)  # fmt: skip
ACTIONS = (
    Action(
        id="act-1", **_at("The Clerk to write to the County by 1 June 2024."), item_id="item-1", owner="The Clerk",
        text="The Clerk to write to the County by 1 June 2024.", due="by 1 June 2024", due_date=date(2024, 6, 1),
        tier="explicit",
    ),
)  # fmt: skip
METRICS = (
    Metric(
        id="met-1", **_at("Between 3 and 5 buses a day stop there."), item_id="item-1", value=(3, 5), unit="bus",
        name="buses", text="Between 3 and 5 buses a day stop there.",
    ),
)  # fmt: skip
ATTENDANCE = tuple(
    Attendance(name=name, status="present", role=role, citation=_at(name)["citation"])
    for name, role in (("Cllr A. Marlott", "Chair"), ("Cllr B. Quill", None), ("Cllr C. Dray", None))
)
AREAS = {"Fenwold Parish Council": Area(name="Fenwold", region="East of England")}
MINUTES = Minutes(
    document=DOCUMENT.info, meeting=MEETING, attendance=ATTENDANCE, items=ITEMS, decisions=DECISIONS, actions=ACTIONS,
    metrics=METRICS, exempt=({"start": END, "end": len(TEXT) - 7, "mark": _at("Exempt")["citation"]},), receipt=RECEIPT,
)  # fmt: skip


class Shelf:
    """Answers as a library does that holds this document alone."""

    def documents(self, *, filters: Filters) -> list[SimpleNamespace]:
        return [SimpleNamespace(document=DOCUMENT.info, meeting=MEETING)]

    def document(self, document_id: str) -> tuple[Document, Minutes]:
        return DOCUMENT, MINUTES

    def records(self, kind: RecordKind, *, filters: Filters) -> list[Listed]:
        found = [each for each in getattr(MINUTES, f"{kind}s") if filters.exempt or not each.exempt]
        names = {each.id: {"number": each.number, "title": each.title} for each in ITEMS}
        return [
            Listed(document=DOCUMENT.info, meeting=MEETING, item=names.get(getattr(each, "item_id", "")), record=each)
            for each in found
            if filters.all or each.trust != "low"
        ]

    def follow(self, found: Sequence[Listed]) -> list[Listed]:
        fate = Followed(fate="overdue", late=True, later=2)
        return [
            each.model_copy(update={"followed": fate}) if isinstance(each.record, Action) else each for each in found
        ]

    def register(self, kind: str, *, filters: Filters) -> list[str]:
        return ["act-1"]

    def listed(self, ids: Sequence[str]) -> list[Listed]:
        return self.follow([each for each in self.records("action", filters=Filters()) if each.record.id in ids])

    def area(self, place: str | None) -> Area | None:
        return AREAS.get(place or "")

    def coverage(self, filters: Filters) -> Coverage:
        return Coverage(documents=1, bodies=1, passages=9, first="2024-05-14", last="2024-05-14")


def holdings(**filters: bool) -> Holdings:
    return Holdings(Shelf(), Filters(**filters))  # type: ignore[arg-type]


def put_words(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Have the first decision, its item and its document say this."""
    first = DECISIONS[0].model_copy(update={"text": words, "mover": words})
    item = ITEMS[0].model_copy(update={"title": words, "number": words})
    changed = MINUTES.model_copy(update={"decisions": (first,), "items": (item,)})
    monkeypatch.setitem(globals(), "MINUTES", changed)
