"""Values and units beside quantulum3's: python tests/benchmarks/quantities.py GOLD DOCUMENTS

GOLD holds annotations, one JSON file a document, whose `document` is a path below DOCUMENTS. A value is right that is
annotated for the same sentence; a unit is right that is the same, or a noun with the same last word. quantulum3 reads
the sentences that hold a figure and are no table; `pip install quantulum3` for it, which is no dependency.
"""

import argparse
import json
import logging
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from quantulum3 import classifier, parser

from extract import extract
from extract.text import sentences_of
from ingest import read
from minutes.model import Document

Figure = tuple[str, tuple[float, ...], str]  # the sentence, the value or both ends of a range, the unit
UNITS = {"percentage": "%", "percentage point": "pp", "pound sterling": "GBP", "dollar": "USD", "euro": "EUR"}
ALIKE = 0.6  # of the words of the shorter text that the longer one holds


def annotated(gold: dict[str, Any]) -> Iterator[Figure]:
    for metric in gold.get("metrics") or []:
        if not metric.get("table"):
            yield metric["text"], _numbers(metric["value"]), metric["unit"] or ""


def ours(document: Document) -> Iterator[Figure]:
    for metric in extract(document).metrics:
        if not metric.table:
            yield metric.text, _numbers(metric.value), metric.unit or ""


def quantulum(document: Document) -> Iterator[Figure]:
    for sentence in sentences_of(document):
        text = document.text[sentence.start : sentence.end]
        if document.blocks[sentence.block].kind != "table_row" and re.search(r"\d", text):
            for quantity in parser.parse(text):
                unit = quantity.unit.name
                ends = (quantity.value - (quantity.uncertainty or 0), quantity.value + (quantity.uncertainty or 0))
                yield text, ends if ends[0] < ends[1] else (quantity.value,), UNITS.get(unit, unit)


def _numbers(value: Any) -> tuple[float, ...]:
    return tuple(map(float, value)) if isinstance(value, (list, tuple)) else (float(value),)


def right(gold: list[Figure], found: list[Figure], same: Callable[[Figure, Figure], bool]) -> int:
    """How many of the figures found pair off with an annotated one."""
    left = list(gold)
    for figure in found:
        match = next((other for other in left if same(other, figure)), None)
        if match:
            left.remove(match)
    return len(gold) - len(left)


def same_value(a: Figure, b: Figure) -> bool:
    words, others = (set(re.findall(r"\w+", text.casefold())) for text in (a[0], b[0]))
    near = len(a[1]) == len(b[1]) and all(abs(x - y) <= 1e-6 * max(1, abs(x)) for x, y in zip(a[1], b[1], strict=True))
    return near and len(words & others) >= ALIKE * min(len(words), len(others))


def same_unit(a: Figure, b: Figure) -> bool:
    last = [(figure[2].split() or [""])[-1].casefold().rstrip("s") for figure in (a, b)]
    return same_value(a, b) and last[0] == last[1]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("documents", type=Path)
    folders = arguments.parse_args()
    classifier.USE_CLF = False  # which was trained with a version of scikit-learn that is no longer to be had
    logging.disable(logging.WARNING)  # quantulum3 warns of each unit that it cannot tell
    readers: dict[str, Callable[[Document], Iterator[Figure]]] = {"minutebook": ours, "quantulum3": quantulum}
    counts = {(name, what): [0, 0, 0] for name in readers for what in ("value", "value+unit")}
    for path in sorted(folders.gold.rglob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        document, expected = read(folders.documents / gold["document"]), list(annotated(gold))
        for name, figures in readers.items():
            found = list(figures(document))
            for what, same in (("value", same_value), ("value+unit", same_unit)):
                new = (len(expected), len(found), right(expected, found, same))
                counts[name, what] = [sum(pair) for pair in zip(counts[name, what], new, strict=True)]
    sys.stdout.write(f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}\n")
    for (name, what), (wanted, made, matched) in counts.items():
        rates = (matched / max(1, made), matched / max(1, wanted), 2 * matched / max(1, made + wanted))
        sys.stdout.write(f"{name:12}{what:12}" + "".join(f"{rate:>10.3f}" for rate in rates) + "\n")


if __name__ == "__main__":
    main()
