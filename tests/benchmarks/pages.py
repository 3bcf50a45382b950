"""How fast pages answer: python -m tests.benchmarks.pages [FOLDER] [--library LIBRARY]

FOLDER is ingested into a library of its own, or a LIBRARY that is there already is looked at. Each page is asked for
once and then a few times more, as the application answers, without the network. Questions are words that stand in the
documents. Pictures of pages are asked for once, each of another document, so that nothing of them is kept. Nothing here
passes or fails; a page is to take less than 100 ms hot, a picture less than 150 ms.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from time import perf_counter
from urllib.parse import urlencode

import numpy as np
from fastapi.testclient import TestClient

from library import Library
from minutes.model import DocumentInfo
from serve import create_app
from serve.templating import body_address

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"
ROUNDS = 3  # in which a page is asked for again
EACH = 30  # addresses of a kind
WORDS = 5  # in a question
REGISTERS = ("decisions", "actions", "promises")


def questions(library: Library, documents: Sequence[DocumentInfo]) -> Iterator[str]:
    """Words that follow each other in a document, from a place taken by chance; without end."""
    rng = np.random.default_rng(1)
    while True:
        words = library.document(documents[rng.integers(len(documents))].id)[0].text.split()
        start = rng.integers(max(1, len(words) - WORDS))
        yield " ".join(word.strip('"-') for word in words[start : start + WORDS])


def addresses(library: Library, documents: Sequence[DocumentInfo]) -> Mapping[str, list[str]]:
    """What is asked for, by kind."""
    asked = list(islice(questions(library, documents), EACH))
    bodies = {each.body for each in library.bodies() if each.body}
    narrowed = [{}, {"q": "report"}, {"since": "2022"}, {"page": 2}, *({"body": body} for body in sorted(bodies))]
    told = [f"?{urlencode(each)}" if each else "" for each in narrowed[:EACH]]
    return {
        "home": ["/"],
        "search": [f"/?{urlencode({'q': each})}" for each in asked],
        **{name: [f"/{name}{each}" for each in told] for name in REGISTERS},
        "actions by status": [f"/actions?status={each}" for each in ("open", "done", "overdue", "vanished")],
        "meetings": ["/meetings"],
        "a body": [body_address(each) for each in library.bodies()[:EACH]],
        "a meeting": [f"/documents/{each.id}" for each in documents[:EACH]],
        "metrics": [f"/metrics?q={each}" for each in ("assessment", "pupils", "reserves", "staff", "budget")],
        "comparison": [f"/metrics/compare?q={each}" for each in ("assessment", "pupils", "reserves")],
        "a page": [f"/documents/{each.id}/pages/1" for each in documents if each.pages][:EACH],
    }


def pictures(documents: Sequence[DocumentInfo]) -> list[str]:
    """A page of each document, taken by chance."""
    rng = np.random.default_rng(2)
    return [f"/documents/{each.id}/pages/{rng.integers(each.pages) + 1}.png" for each in documents if each.pages]


def took(client: TestClient, paths: Sequence[str]) -> list[float]:
    """Milliseconds for each."""
    times = []
    for path in paths:
        start = perf_counter()
        answer = client.get(path)
        times.append((perf_counter() - start) * 1000)
        if answer.status_code != 200:
            sys.exit(f"{path}: answered {answer.status_code}")
    return times


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def measure(library: Library) -> None:
    documents = [held.document for held in library.documents() if held.document]
    documents = [documents[i] for i in np.random.default_rng(3).permutation(len(documents))]
    with TestClient(create_app(library), base_url="http://localhost") as client:
        took(client, ["/?q=warm"])
        say(f"{len(documents)} documents, milliseconds")
        say(f"{'':<20}{'first':>9}{'hot':>9}{'95th percentile':>18}")
        for name, paths in addresses(library, documents).items():
            first, hot = took(client, paths), [time for _ in range(ROUNDS) for time in took(client, paths)]
            say(f"{name:<20}{np.median(first):>9.0f}{np.median(hot):>9.0f}{np.percentile(hot, 95):>18.0f}")
        drawn = took(client, pictures(documents)[: 3 * EACH])
        say(f"{'picture of a page':<20}{np.median(drawn):>9.0f}{'':>9}{np.percentile(drawn, 95):>18.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--library", type=Path, help="look at this library instead")
    arguments = parser.parse_args()
    if arguments.library:
        with Library(arguments.library) as library:
            measure(library)
        return
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder), create=True) as library:
        list(library.add([arguments.folder]))
        measure(library)


if __name__ == "__main__":
    main()
