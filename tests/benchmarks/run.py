"""How fast documents are read and extracted: python tests/benchmarks/run.py [FOLDER] [--memory FOLDER]

Seconds differ from machine to machine, so each stage is also given as a ratio to a yardstick that is timed in the same
run on the same pages and on one core: pdfplumber's `extract_words`. With --memory a folder is ingested and the memory
of all its processes together is watched. Nothing here passes or fails.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter, sleep
from typing import Any

import pdfplumber
import psutil

from extract import extract
from ingest import read
from ingest.pdf import ocr
from workers import Workers, ahead

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"
ROUNDS = 3
EVERY = 0.2  # seconds between two looks at the memory


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


def by_workers(paths: Sequence[Path], most: int) -> float:
    """Seconds to read and extract all files, once the workers have started."""
    with Workers(most=most) as workers:
        for _, job in ahead(paths[:most], workers.start):
            job.result()
        start = perf_counter()
        for _, job in ahead(paths, workers.start):
            job.result()
        return perf_counter() - start


def peak(folder: Path) -> float:
    """The most memory, in MB, that ingesting a folder takes in all its processes; what they share counts once."""
    with tempfile.TemporaryDirectory() as library:
        program = Path(sys.executable).with_name("minutebook")
        command = [program, "ingest", folder, "--library", library]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            most = 0.0
            while process.poll() is None:
                most = max(most, held(psutil.Process(process.pid)))
                sleep(EVERY)
    return most / 1e6


def held(process: psutil.Process) -> float:
    """Bytes of a process and its descendants, each one's share of what they have in common."""
    total = 0
    for each in [process, *process.children(recursive=True)]:
        try:
            total += each.memory_full_info().pss
        except psutil.Error:  # it has just ended
            continue
    return total


def keep_to(cores: Sequence[int]) -> None:
    """Run on these cores alone, where the system lets a process choose."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, cores)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--memory", type=Path, metavar="FOLDER", help="ingest this folder and watch the memory")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.pdf"))
    there = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else [0]
    keep_to(there[:1])
    documents = [read(path) for path in paths]
    pages = sum(document.pages or 0 for document in documents)
    if not pages:
        sys.exit(f"there are no PDFs below {arguments.folder}; name a folder that holds some")
    extract(documents[0])  # loads the language model, which is no part of the speed
    ocr.available = lambda: False  # pdfplumber recognises no text either
    times = {
        "pdfplumber words": seconds(words, paths),
        "read": seconds(read, paths),
        "extract": seconds(extract, documents),
    }
    yardstick = times["pdfplumber words"]
    say(f"{pages} pages in {len(paths)} PDFs, best of {ROUNDS} rounds on one core")
    for stage, took in times.items():
        say(f"{stage:<18}{pages / took:>9,.1f} pages/s{yardstick / took:>9.2f} x the yardstick")
    keep_to(there)
    one, two = (min(by_workers(paths, most) for _ in range(ROUNDS)) for most in (1, 2))
    say(f"{'two workers':<18}{pages / two:>9,.1f} pages/s{one / two:>9.2f} x one")
    if arguments.memory:
        say(f"{'peak memory':<18}{peak(arguments.memory):>9,.0f} MB in all processes")


if __name__ == "__main__":
    main()
