"""How fast a search is: python -m tests.benchmarks.search [--passages NUMBER]

Cold: `minutebook search` on the sample as a whole process, beside `python -c "import chromadb"`. Hot: a library of that
many passages, made out of the sample; a search beside the bare encoding of its query and Chroma's bare query for ten
passages, each question asked once and all of them in turn. Of every fifth, a search with a filter that hardly any
question had before beside the same filter handed to Chroma. Nothing here passes or fails.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import numpy as np
from sqlalchemy import select

from index.catalogue.schema import passages
from library import Library
from minutes.found import Filters
from tests.benchmarks.large import FIRST, ORGANISATIONS, YEARS, make

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"
COLD_ROUNDS = 7
WARM, ASKED = 300, 300  # questions asked before and while it is timed
WORDS = 8  # in a question


def seconds(work: Callable[..., object], *args: object, **given: object) -> float:
    start = perf_counter()
    work(*args, **given)
    return perf_counter() - start


def cold(sample: Path) -> tuple[float, float]:
    """Median seconds of importing Chroma and of a search, as processes of their own, in turn."""
    program = [sys.executable, "-c"]
    asked = [*program, "import cli; cli.main()", "search", "who asked for a survey of the culvert"]
    chroma = [*program, "import chromadb"]
    environment = os.environ | {"MINUTEBOOK_LIBRARY": str(sample)}

    def run(command: list[str]) -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)

    rounds = [(seconds(run, chroma), seconds(run, asked)) for _ in range(COLD_ROUNDS + 1)][1:]
    return median(each[0] for each in rounds), median(each[1] for each in rounds)


def questions(sample: Path) -> Iterator[str]:
    """Words that follow each other in the sample, from a place taken by chance; without end."""
    rng = np.random.default_rng(2)
    with Library(sample) as held, held._catalogue._read() as connection:
        texts = connection.scalars(select(passages.c.text).order_by(passages.c.id)).all()
    while True:
        words = texts[rng.integers(len(texts))].split()
        start = rng.integers(max(1, len(words) - WORDS))
        yield " ".join(words[start : start + WORDS])


def chosen() -> Iterator[tuple[Filters, dict[str, Any]]]:
    """Filters of a kind that is seldom asked for twice, for the library and for Chroma; without end."""
    rng = np.random.default_rng(3)
    while True:
        name, year = f"Council {rng.integers(ORGANISATIONS)}", int(FIRST + rng.integers(YEARS))
        yield (
            Filters(organisation=name, since=str(year)),
            {"$and": [{"organisation": name}, {"year": {"$gte": year}}]},
        )
        yield Filters(since=f"{year}-01"), {"year": {"$gte": year}}


def hot(library: Library, asked: Iterator[str]) -> Mapping[str, list[float]]:
    """Seconds that each question took, by what was done with it."""
    took: defaultdict[str, list[float]] = defaultdict(list)
    library.search("warm")
    query, encode = library._vectors._collection().query, library._embedder._encoder.encode
    kinds = chosen()
    for number, question in enumerate(islice(asked, WARM + ASKED)):
        start = perf_counter()
        vector = encode([question])
        times = {
            "encoding": perf_counter() - start,
            "Chroma": seconds(query, query_embeddings=vector, n_results=10),
            "search": seconds(library.search, question),
        }
        if number < WARM:
            continue
        for name, time in times.items():
            took[name].append(time)
        if number % 5:
            continue
        filters, where = next(kinds)
        took["Chroma, filtered"].append(seconds(query, query_embeddings=vector, n_results=10, where=where))
        took["search, filtered"].append(seconds(library.search, question, filters=filters))
    return took


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--passages", type=int, default=100_000)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder, "sample")
        with Library(sample, create=True) as library:
            list(library.add([SAMPLE]))
        chroma, search = cold(sample)
        say(f"cold: import chromadb {chroma:.2f} s, minutebook search {search:.2f} s: {search / chroma:.2f} x")
        with make(Path(folder, "large"), sample, arguments.passages) as library:
            took = hot(library, questions(sample))
    say(f"hot: {arguments.passages:,} passages, {ASKED} questions, milliseconds: median, 95th percentile")
    middle, high = ({name: np.percentile(each, at) * 1000 for name, each in took.items()} for at in (50, 95))
    for name in took:
        say(f"  {name:<18}{middle[name]:>9.1f}{high[name]:>9.1f}")
    for name in ("", ", filtered"):
        ratios = (each[f"search{name}"] / (each["encoding"] + each[f"Chroma{name}"]) for each in (middle, high))
        say("  search{0} to encoding + Chroma{0}: {1:.2f} x, {2:.2f} x".format(name, *ratios))


if __name__ == "__main__":
    main()
