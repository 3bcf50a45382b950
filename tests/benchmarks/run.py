"""How fast documents are read and extracted: python tests/benchmarks/run.py [FOLDER]

Seconds differ from machine to machine, so each stage is also given as a ratio to a yardstick that is timed in the same
run on the same pages: pdfplumber's `extract_words`. Nothing here passes or fails.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

import pdfplumber

from extract import extract
from ingest import read

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"
ROUNDS = 3


def words(path: Path) -> None:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()


def seconds(work: Callable[[Any], object], things: Sequence[Any]) -> float:
    """The shortest of a few rounds, which is the one least disturbed by the rest of the machine."""
    rounds = []
    for _ in range(ROUNDS):
        start = perf_counter()
        for thing in things:
            work(thing)
        rounds.append(perf_counter() - start)
    return min(rounds)


def main(folder: Path = SAMPLE) -> None:
    paths = sorted(folder.rglob("*.pdf"))
    documents = [read(path) for path in paths]
    pages = sum(document.pages or 0 for document in documents)
    if not pages:
        sys.exit(f"there are no PDFs below {folder}; name a folder that holds some")
    extract(documents[0])  # loads the language model, which is no part of the speed
    times = {
        "pdfplumber words": seconds(words, paths),
        "read": seconds(read, paths),
        "extract": seconds(extract, documents),
    }
    yardstick = times["pdfplumber words"]
    sys.stdout.write(f"{pages} pages in {len(paths)} PDFs, best of {ROUNDS} rounds\n")
    for stage, took in times.items():
        sys.stdout.write(f"{stage:<18}{pages / took:>9,.1f} pages/s{yardstick / took:>9.2f} x the yardstick\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
