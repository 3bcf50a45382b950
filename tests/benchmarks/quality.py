"""How good search is: python tests/benchmarks/quality.py LIBRARY QUERIES.json

Each query has one or more `relevant` quotes; a hit is right when its text holds three quarters of the words of one.
Words alone, vectors alone and both together are measured in the same run, so that it shows whether fusing them pays.
"""

import json
import re
import statistics
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from index import search
from library import Library

LIMIT = 10
WEIGHTS = {"words": (0.0, 1.0), "vectors": (1.0, 0.0), "both": (search.MEANING, search.WORDS)}  # of meaning, of words


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9£%]+", text.casefold().replace("’", "").replace("'", ""))


def holds(text: str, quote: str) -> bool:
    wanted, found = Counter(words(quote)), Counter(words(text))
    return (wanted & found).total() >= 0.75 * wanted.total()


def rank(texts: list[str], quotes: list[str]) -> int | None:
    """The first place, counted from 1, at which a text holds a quote."""
    right = (n for n, text in enumerate(texts, 1) if any(holds(text, quote) for quote in quotes))
    return next(right, None)


def measure(library: Library, queries: list[dict[str, Any]]) -> str:
    """One line of figures."""
    ranks, sizes = [], []
    for query in queries:
        texts = [hit.text for hit in library.search(query["query"], limit=LIMIT).hits]
        sizes += [len(words(text)) for text in texts]
        ranks.append(rank(texts, [each["quote"] for each in query["relevant"]]))
    within = [sum(1 for n in ranks if n and n <= most) / len(ranks) for most in (1, 5, 10)]
    mrr = sum(1 / n for n in ranks if n) / len(ranks)
    return "".join(f"{figure:8.3f}" for figure in (*within, mrr)) + f"{statistics.median(sizes or [0]):12.0f}"


def main(folder: str, path: str) -> None:
    queries = json.loads(Path(path).read_text(encoding="utf-8"))
    search.ANSWERING = 0  # it is for both together
    print(f"{len(queries)} queries   hit@1   hit@5  hit@10  MRR@10   words a hit")  # noqa: T201
    with Library(Path(folder)) as library:
        for name, (search.MEANING, search.WORDS) in WEIGHTS.items():
            print(f"{name:10}{measure(library, queries)}")  # noqa: T201


if __name__ == "__main__":
    main(*sys.argv[1:])
