"""When what is aimed at is due: "By 2028, ..." at the head of a sentence, a column of deadlines beside it, or the
stem of a list ("2030 targets:")."""

import re
from dataclasses import dataclass

from extract.metrics.listed import year_of_aims
from extract.metrics.setting import Setting
from extract.periods.finding import Period
from extract.tables.deadlines import DEADLINE

_BY_THEN = re.compile(r"\W*By (?:the end of |the )?", re.IGNORECASE)


@dataclass(frozen=True)
class Due:
    """When the aims of a sentence are due; `beside` where a column or the stem of a list says so, and that they
    are aims."""

    iso: str
    beside: bool


def due_at(setting: Setting, block: int, text: str, periods: list[Period]) -> Due | None:
    """When the aims of a sentence are due; null where neither it, a column beside its block nor the
    list that it is in says so."""
    beside = _beside(setting, block)
    lead = next((period.iso for period in periods if is_lead(text, period)), None)
    over = None if lead or beside else year_of_aims(setting.found, block)
    iso = lead or beside or over
    return Due(iso, (beside or over) is not None) if iso else None


def is_lead(text: str, period: Period) -> bool:
    """Whether a sentence begins with a period as the day that something is due."""
    return bool(_BY_THEN.fullmatch(text, 0, period.start))


def _beside(setting: Setting, block: int) -> str | None:
    """The deadline in the margin of a paragraph: "2028", below "Timescale" at the head of the page."""
    document = setting.found.document
    blocks, text = document.blocks, document.text
    if block + 1 == len(blocks) or blocks[block + 1].kind != "note":
        return None
    iso = _whole(setting, text[blocks[block + 1].start : blocks[block + 1].end])
    for index in range(block, -1, -1) if iso else ():  # a slice of a long document is costly for every paragraph
        above = blocks[index]
        if above.page != blocks[block].page:
            return None
        if above.kind == "note" and not _whole(setting, said := text[above.start : above.end]):
            return iso if DEADLINE.match(said.strip()) else None
    return None


def _whole(setting: Setting, said: str) -> str | None:
    """The period that a note is nothing but."""
    named = setting.periods(said.strip())
    return named[0].iso if len(named) == 1 and named[0].end - named[0].start == len(said.strip()) else None
