"""What the components hand on to one another, on the spaCy Doc that they all work on."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from extract.profile import PLAIN, Profile
from extract.text import Sentence
from minutes.model import Action, AgendaItem, Attendance, Decision, Document, DocumentKind, Exempt, Meeting, Metric

if TYPE_CHECKING:
    from extract.decisions.motions.put_below import Quoted
    from extract.items.disposed import Disposed


@dataclass
class Findings:
    """The document being read and what has been taken from it so far."""

    document: Document
    sentences: list[Sentence]
    kind: DocumentKind = "other"
    profile: Profile = PLAIN  # of the body whose document it is
    meeting: Meeting = field(default_factory=Meeting)
    acronyms: frozenset[str] = frozenset()  # of the organisation and the body
    attendance: list[Attendance] = field(default_factory=list)
    items: list[AgendaItem] = field(default_factory=list)
    disposed: "list[Disposed]" = field(default_factory=list)  # entries that tell below them what became of them
    appended: int | None = None  # where the papers begin that are appended to minutes
    quoted: "list[Quoted]" = field(default_factory=list)  # motions in quotation marks below those who moved them
    decisions: list[Decision] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    metrics: list[Metric] = field(default_factory=list)
    exempt: list[Exempt] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)  # for the receipt
    weighed: list[tuple[int, int]] = field(
        default_factory=list
    )  # options, proposals, others' reports: nothing there was decided

    @cached_property
    def starts(self) -> list[int]:
        """Where each sentence begins."""
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each sentence begins and ends."""
        return [(sentence.start, sentence.end) for sentence in self.sentences]

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds an offset begins."""
        return self.starts[bisect_right(self.starts, offset) - 1] if self.starts else offset

    def sentences_within(self, start: int, end: int) -> list[Sentence]:
        """The sentences that begin in a stretch of the text."""
        return self.sentences[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    @cached_property
    def item_starts(self) -> list[int]:
        """Where each item begins, in order; nothing asks before the items are found."""
        return [item.citation.start for item in self.items]

    @cached_property
    def item_ends(self) -> list[int]:
        """Where each item's heading ends, in order; nothing asks before the items are found."""
        return sorted(item.citation.end for item in self.items)

    @cached_property
    def notes(self) -> list[int]:
        """The indices of the blocks that stand in the margin."""
        return [index for index, block in enumerate(self.document.blocks) if block.kind == "note"]

    @cached_property
    def _by_id(self) -> dict[str, AgendaItem]:
        return {item.id: item for item in self.items}

    @cached_property
    def _tops(self) -> set[str]:
        return {item.number for item in self.items if item.number and not item.parent_id}

    def holding(self, offset: int) -> list[AgendaItem]:
        """The items around a place, the outermost first: the last that begins before it and those it stands under."""
        index = bisect_right(self.item_starts, offset) - 1
        item = self.items[index] if index >= 0 else None
        held: list[AgendaItem] = []
        while item:
            if offset < item.end:
                held.append(item)
            item = self._by_id[item.parent_id] if item.parent_id else None
        return held[::-1]

    def item_of(self, offset: int) -> AgendaItem | None:
        """The item that a record at `offset` belongs to: the innermost one that carries a number of its own.

        A sub-item without a number, or with one that an item at the top has too, stands for the item above it.
        """
        holding = self.holding(offset)
        if not holding:
            return None
        for item in reversed(holding):
            if item.number and (not item.parent_id or item.number not in self._tops):
                return item
        return holding[0] if holding[0].number else holding[-1]

    def item_id(self, offset: int) -> str | None:
        """The id of the item that a record at `offset` belongs to."""
        item = self.item_of(offset)
        return item.id if item else None

    def innermost_id(self, offset: int) -> str | None:
        """The deepest item around a place: the same words under two sub-items are two decisions."""
        holding = self.holding(offset)
        return holding[-1].id if holding else None

    def item_start(self, offset: int) -> int:
        """Where the last item begins that begins at a place or before it; 0 where none does."""
        index = bisect_right(self.item_starts, offset)
        return self.item_starts[index - 1] if index else 0

    def item_end(self, offset: int) -> int:
        """Where the next item begins."""
        index = bisect_right(self.item_starts, offset)
        return self.item_starts[index] if index < len(self.items) else len(self.document.text)


def findings(doc: Doc) -> Findings:
    """The findings that `doc` carries."""
    found: Findings = doc._.findings
    return found
