"""Passages that say the same: a paper in a pack and on its own, draft and confirmed minutes, a text repeated each year.

Each passage has a signature by MinHash (Broder, "On the resemblance and containment of documents", 1997) over runs of
three words. It is kept in bands, so that a lookup finds what is likely to be alike, whose words are then compared. Both
depend on nothing but the text, so that the order in which documents came does not matter. Texts with other figures, or
with one "not" more or less, are never taken for the same, however alike they are.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from minutes.found import Filters, Twin

if TYPE_CHECKING:
    from datasketch import MinHash

    from index.catalogue import Catalogue

RUN = 3  # words
FEWEST = 12  # words; shorter texts ("that the report be noted") are the same by chance and about something else
BANDS, ROWS = 8, 4  # two texts as alike as ALIKE share a band with a probability of 0.985, and half as alike of 0.19
ALIKE = 0.8  # of the runs of words of both, that both have
ODD = 0x9E3779B97F4A7C15  # 2 ** 64 by the golden ratio: its powers spread numbers over 64 bits
MIX = np.array([pow(ODD, row + 1, 2**64) for row in range(ROWS)], dtype=np.uint64)
BAND = np.array([pow(ODD, band + ROWS + 1, 2**64) for band in range(BANDS)], dtype=np.uint64)
TELLING = re.compile(r"\d+|\bnot?\b|\bnever\b|\bneither\b|\bnor\b|n[’']t\b")


def bands(text: str) -> list[int]:
    """Numbers, signed and of 64 bits, of which texts that are alike share some; none for a short text."""
    found = _runs(text)
    if not found:
        return []
    signature = _empty().copy()
    signature.update_batch([run.encode() for run in found])
    mixed = (signature.hashvalues.astype(np.uint64).reshape(BANDS, ROWS) * MIX).sum(axis=1) + BAND
    return sorted(set(mixed.view(np.int64).tolist()))


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
    groups: list[tuple[float, list[int]]] = []
    gone: set[int] = set()
    rest = iter(ranked)
    while part := list(islice(rest, limit - len(groups))):
        alike, texts = catalogue.alike([number for number, _ in part], filters)
        for number, score in part:
            if number not in gone:
                group = [other for other in alike.get(number, ()) if same(texts[number], texts[other])]
                groups.append((score, [number, *group]))
                gone.update(group)
    twins = catalogue.twins([number for _, group in groups if len(group) > 1 for number in group])
    shown: list[tuple[int, float]] = []
    under: dict[int, tuple[Twin, ...]] = {}
    for score, (first, *group) in groups:
        best = next((other for other in group if _confirms(twins[other], twins[first])), first)
        shown.append((best, score))
        others = (twins[number] for number in (first, *group) if number != best)
        under[best] = tuple(sorted(others, key=_latest, reverse=True))
    return shown, under


def _confirms(other: Twin, own: Twin) -> bool:
    """Whether one passage is of the confirmed minutes of which the other is of the draft."""
    one, two = own.meeting, other.meeting
    return (one.status, two.status) == ("draft", "confirmed") and one.date == two.date


def _latest(twin: Twin) -> tuple[str, str, int]:
    return twin.meeting.date or "", twin.document.id, -twin.citation.start


@lru_cache(64)  # a text is compared with several
def _runs(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W_]+", text.casefold())
    starts = range(len(words) - RUN + 1) if len(words) >= FEWEST else ()
    return frozenset(" ".join(words[at : at + RUN]) for at in starts)


@cache
def _empty() -> "MinHash":
    from datasketch import MinHash  # brings in SciPy, which a search need not wait for

    return MinHash(num_perm=BANDS * ROWS, seed=1, hashfunc=crc32)  # three times as fast as its own SHA-1
