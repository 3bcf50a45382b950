"""How far a record can be trusted: by how often its rule was right on annotated documents, and by what it lacks.

A rule gives its records

    high      if at least 85 in 100 of them were right where it was measured,
    medium    if at least 60 were, or if it was measured on fewer than 5,
    low       if fewer were.

`rules/*.jsonl` say which (`trust`), `rules/measured.csv` holds the figures, and a test holds the one to the other. A
record has less than its rule gives if text recognition was less than 0.8 sure of its words; and, by some rules
(`vague`), a task that is given to nobody and for no time: of 43 such 20 were right, of the 15 with an owner 13.
"""

from collections.abc import Iterator
from typing import TypeVar

from extract.measured import measured
from extract.ruleset import all_rules
from minutes.model import Action, Extracted, Trust

HIGH, MEDIUM = 0.85, 0.6  # precision of a rule
ENOUGH = 5  # records that say something of a rule
SURE = 0.8  # of the words that were read by text recognition, on average

ORDER: tuple[Trust, ...] = ("low", "medium", "high")
R = TypeVar("R", bound=Extracted)


def graded(record: R) -> R:
    """The record with its trust."""
    trust = min((trust for trust, _ in grounds(record)), key=ORDER.index)
    return record if trust == record.trust else record.model_copy(update={"trust": trust})


def grounds(record: Extracted) -> Iterator[tuple[Trust, str]]:
    """What speaks for the trust of a record, first its rule; the least of it counts."""
    rule = all_rules()[record.rule]
    figures = measured().get(record.rule)
    told = f"was right in {figures.right} of {figures.found}" if figures else "found none"
    yield rule.trust, f"its rule {told} where it was measured"
    if record.citation.confidence is not None and record.citation.confidence < SURE:
        yield _below(rule.trust), f"text recognition was {record.citation.confidence:.0%} sure of its words"
    if isinstance(record, Action) and rule.vague and not record.owner and not record.due:
        yield rule.vague, "it is given to nobody and for no time"


def of_precision(found: int, right: float) -> Trust:
    """The trust that a rule has earned."""
    if found < ENOUGH:
        return "medium"
    return "high" if right >= HIGH * found else "medium" if right >= MEDIUM * found else "low"


def _below(trust: Trust) -> Trust:
    return ORDER[max(0, ORDER.index(trust) - 1)]
