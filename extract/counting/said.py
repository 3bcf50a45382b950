"""What a figure was found to mean, and what those before it were."""

from dataclasses import dataclass

from extract.quantities.figures import MONEY
from extract.quantities.nouns import duration_unit
from minutes.model import Role


@dataclass(frozen=True)
class Said:
    """What one figure was found to mean; `part` where it is one of the shares of a count that is shared out, `what`
    what is counted without what is said of those that the figure is of."""

    unit: str | None
    name: str | None
    role: Role = "actual"
    group: str | None = None
    part: bool = False
    what: str | None = None


@dataclass(frozen=True)
class Told:
    """The figures before one: the last of its sentence, the last of the sentence before, the last that was a count, the
    last sum of its sentence that is no part of another, and the count that the last one only says the whereabouts of
    ("40 crews from 3 ports")."""

    previous: Said | None = None
    before: Said | None = None
    counted: Said | None = None
    period: str | None = None  # of the first figure of the sentence before, in the same paragraph
    total: Said | None = None
    head: Said | None = None


def is_unit(unit: str | None) -> bool:
    """Whether a unit is money, a share or a length of time, and not a noun that is counted."""
    return unit is None or unit in MONEY or unit in ("%", "pp", "score") or duration_unit(unit) is not None
