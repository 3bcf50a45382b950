"""Passages that say the same: a paper in a pack and on its own, draft and confirmed minutes, a text repeated each year.

Each passage has a signature by MinHash (Broder, "On the resemblance and containment of documents", 1997) over runs of
three words. It is kept in bands, so that a lookup finds what is likely to be alike, whose words are then compared. Both
depend on nothing but the text, so that the order in which documents came does not matter. Texts with other figures, or
with one "not" more or less, are never taken for the same, however alike they are.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from minutes.model import Filters, Twin

if TYPE_CHECKING:
    from datasketch import MinHash

    from index.catalogue import Catalogue

RUN = 3  # words
FEWEST = 12  # words; shorter texts ("that the report be noted") are the same by chance and about something else
BANDS, ROWS = 8, 4  # two texts as alike as ALIKE share a band with a probability of 0.985, and half as alike of 0.19
ALIKE = 0.8  # of the runs of words of both, that both have
TELLING = re.compile(r"\d+|\bnot?\b|\bnever\b|\bneither\b|\bnor\b|n[’']t\b")


@dataclass(frozen=True)
class Alike:
    """A passage with a signature like that of another."""

    number: int
    text: str
    twin: Twin


def bands(text: str) -> list[int]:
    """Numbers, signed and of 64 bits, of which texts that are alike share some; none for a short text."""
    found = _runs(text)
    if not found:
        return []
    signature = _empty().copy()
    signature.update_batch([run.encode() for run in found])
    values = signature.hashvalues.astype("<u8")
    return sorted({
        int.from_bytes(
            hashlib.blake2b(bytes([band]) + values[band * ROWS : (band + 1) * ROWS].tobytes(), digest_size=8).digest(),
            "little", signed=True,
        )
        for band in range(BANDS)
    })  # fmt: skip


def same(one: str, other: str) -> bool:
    """Whether two texts say the same, but for a word or two."""
    a, b = _runs(one), _runs(other)
    alike = bool(a and b) and len(a & b) >= ALIKE * len(a | b)
    return alike and sorted(TELLING.findall(one.casefold())) == sorted(TELLING.findall(other.casefold()))


def gather(
    catalogue: "Catalogue", ranked: Sequence[tuple[int, float]], limit: int, filters: Filters
) -> tuple[list[tuple[int, float]], dict[int, tuple[Twin, ...]]]:
    """The best `limit` passages of which no two say the same, and for each the others that do, latest first.

    Of draft and confirmed minutes of a meeting the confirmed are shown.
    """
    shown: list[tuple[int, float]] = []
    under: dict[int, tuple[Twin, ...]] = {}
    gone: set[int] = set()
    for at in range(0, len(ranked), max(1, limit)):
        part = ranked[at : at + limit]
        alike = catalogue.alike([number for number, _ in part], filters)
        for number, score in part:
            if number in gone or len(shown) == limit:
                continue
            own, others = alike.get(number, (None, ()))
            group = [each for each in others if own and same(own.text, each.text)]
            gone |= {each.number for each in group}
            if own and (best := next((each for each in group if _confirms(each, own)), None)):
                group = [own, *(each for each in group if each is not best)]
                number = best.number
            shown.append((number, score))
            under[number] = tuple(each.twin for each in sorted(group, key=_latest, reverse=True))
        if len(shown) == limit:
            break
    return shown, under


def _confirms(other: Alike, own: Alike) -> bool:
    """Whether one passage is of the confirmed minutes of which the other is of the draft."""
    one, two = own.twin.meeting, other.twin.meeting
    return (one.status, two.status) == ("draft", "confirmed") and one.date == two.date


def _latest(each: Alike) -> tuple[str, str, int]:
    return each.twin.meeting.date or "", each.twin.document.id, -each.twin.citation.start


def _runs(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    return {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)} if len(words) >= FEWEST else set()


@cache
def _empty() -> "MinHash":
    from datasketch import MinHash  # brings in SciPy, which a search need not wait for

    return MinHash(num_perm=BANDS * ROWS, seed=1)
