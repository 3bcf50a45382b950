"""The figures of a row, each with the label of its row and the header of its column."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.quantities.figures import Quantity
from extract.quantities.finding import quantities_in
from extract.tables.deadlines import DEADLINE
from extract.tables.figures import MARKS, figures_of, plain
from minutes.model import Block

_STATUS = re.compile(  # how it stands, which is no part of what is measured
    r"(?:red|amber|green|yellow|[RAG]|(?:not )?met|on track|off track|improving|worsening|stable|[▲▼↑↓→⬆⬇➡●⬤]+)"
    r"(?:[ /-](?:red|amber|green|rated))?",
    re.IGNORECASE,
)
_NOT_A_FIGURE = re.compile(
    r"\b(?:no|number|item|ref(?:erence)?|page|(?<!to[ -])date|id|code|#|tel|(?<!in )(?<!on )time|agenda item|minute"
    r"|vote|(?<!last )(?<!previous )(?<!prior )(?<!full )(?<!this )(?<!on )year|notes?)\b\.?$"
    r"|^(?:sec(?:tion)?|para(?:graph)?|clause)\.?$",
    re.IGNORECASE,
)
# What heads a column of places.
_PLACES = re.compile(
    r"\b(?:districts?|(?<!service )(?<!budget )(?<!business )(?<!policy )(?<!priority )(?<!subject )(?<!work )areas?"
    r"|regions?|borough|county|countr(?:y|ies)|nation|councils?|authorit(?:y|ies)|schools?"
    r"|librar(?:y|ies)|branch(?:es)?|sites?|wards?|towns?|parish(?:es)?|locations?|places?|trusts?|hospitals?|meadows?"
    r"|organisations?|providers?|forces?|practices?|stations?"
    r"|locality|localities|neighbourhood)(?: name)?\s*\Z",
    re.IGNORECASE,
)
# A department is a place where it is an organisation, told by its letters or its name, and not a line of a budget.
_DEPARTMENTS = re.compile(r"\b(?:departments?|bod(?:y|ies)|agenc(?:y|ies))\s*\Z", re.IGNORECASE)
_ORGANISATION = re.compile(r"[A-Z][A-Za-z]?[A-Z]{1,4}|.*\b(?:Department|Ministry|Office|Agency|Authority|Council)\b.*")
# A row beside places that tells what is counted: "Boats under 5 m"
_OF_WHAT = re.compile(r"[<>≤≥]|\b(?:aged|per|to|under|who|whose|with)\s(?!Sea\b)")
# What a row of the total says besides the place: "Fenwold total" is for Fenwold, "Grand total" names none.
_NO_PLACE = re.compile(r"\b(?:grand |sub-?)?totals?\b|^(?:all|overall|average|mean|median)\b.*", re.IGNORECASE)
# Columns that tell of a figure, and not what it measures.
_ASIDE = re.compile(
    r"\b(?:comments?|commentary|narrative|trend|status|rag|direction|dot|lead|owner|responsib\w+|source|rating|explanation"
    r"|target met|on target|mitigations?|controls?|actions?|deadline|due|timescale|polarity|good is)\b",
    re.IGNORECASE,
)
# What stands in a cell where there is no figure, and says nothing of what is measured.
_NO_DATA = re.compile(
    r"t\.?b\.?[acd]\.?|new (?:measure|indicator)|not (?:available|applicable|reported|measured)|no (?:data|target)|red"
    r"|n/?a|\.\.|…|amber|green|up|down|same|yes|no|met|not met|[▲▼↑↓↔→←⬆⬇●]|(?-i:[A-Z])",
    re.IGNORECASE,
)
_NO_FIGURE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|n/?a|-|–", re.IGNORECASE)


@dataclass(frozen=True)
class Cell:
    """A figure of a table with the label of its row and the header of its column."""

    row: Block
    index: int
    quantity: Quantity
    label: str
    head: str
    place: str | None  # where the label, or a cell beside it, is one
    above: str  # the label that the row shares with a row above it, where its own first cell is empty
    remark: str = ""  # what stands in brackets after the figure
    what: str = ""  # what the cell itself says that it counts
    due: str = ""  # when the row says that its target is due

    @property
    def located(self) -> bool:
        """Whether the label is a place, and says nothing of what is measured."""
        return self.place is not None and self.place in self.label


def cells_of(row: Block, texts: list[str], figures: list[int], header: list[str], above: str) -> Iterator[Cell]:
    dues = [index for index, head in enumerate(header[: len(texts)]) if index and DEADLINE.fullmatch(head)]
    due = next((texts[index] for index in dues if texts[index]), "")
    told = {
        index: text
        for index, text in enumerate([above or texts[0], *texts[1:]])
        if text
        and index not in (*figures, *dues)
        and not _NO_FIGURE.fullmatch(text)
        and not (index and (_STATUS.fullmatch(text) or _NO_DATA.fullmatch(text)))
        and not (index and index < len(header) and _ASIDE.search(header[index]))
    }
    located = next((index for index in told if index and index < len(header) and _PLACES.search(header[index])), None)
    place = _NO_PLACE.sub("", told.pop(located)).strip() or None if located is not None and len(told) > 1 else None
    label = " ".join(told.values())
    if not (label or 0 in figures):
        return
    if place is None and header and _holds_places(header[0], label) and not _OF_WHAT.search(label):
        place = _NO_PLACE.sub("", label).strip() or None
    for index in figures:
        head = header[index] if index < len(header) else ""
        if index in dues or _NOT_A_FIGURE.search(head):
            continue
        for printed, what, remark in figures_of(texts[index]):
            bare = printed.strip(f"()▲▼↑↓ {MARKS}")
            quantity = next(iter(quantities_in(bare)), None) or plain(bare)
            if quantity is not None:
                yield Cell(row, index, quantity, label, head, place, above, remark, what, due)


def _holds_places(corner: str, label: str) -> bool:
    """Whether the label of a row is a place, by the header of its column."""
    return bool(_PLACES.search(corner) or (_DEPARTMENTS.search(corner) and _ORGANISATION.fullmatch(label)))
