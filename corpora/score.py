"""Scores extraction of the sample corpus: python corpora/score.py [--update]

For each kind of record the F1 over all documents of what was found against `NAME.expected.json`, matched one to one
within a document: items by number and title, decisions and actions by their words, people by their names, metrics by
value and unit. Words agree when they overlap by 0.7 (Dice's coefficient of their tokens).

`scores.json` holds the floor of each score, and a digest of the corpus and its expected records that they were
measured on. `--update` raises the floors to what is measured now, less `SLACK`, and takes the digest of a changed
corpus; it never lowers one. To lower a floor, edit `scores.json` by hand and say why in the commit. Exit code 1 if a
score is under its floor or the corpus is not the one that the floors were set on.
"""

import hashlib
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from minutes.model import Minutes
from workers import extract_file

CORPORA = Path(__file__).resolve().parent
SAMPLE, SCORES = CORPORA / "sample", CORPORA / "scores.json"
OVERLAP = 0.7
SLACK = 0.02  # so that a floor does not forbid a change that makes one record worse and many better

Expected = dict[str, Any]
Extract = Callable[[Path], Minutes]


@dataclass
class Tally:
    """Records expected, found, and matched, over all documents."""

    expected: int = 0
    found: int = 0
    matched: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.matched / (self.expected + self.found) if self.expected + self.found else 1.0


@dataclass
class Floors:
    """The lowest scores allowed, and the corpus that they hold for."""

    digest: str = ""
    floors: dict[str, float] = field(default_factory=dict)


def documents(folder: Path = SAMPLE) -> list[Path]:
    """The documents that have expected records beside them, sorted."""
    records = {path.with_name(path.name.removesuffix(".expected.json")) for path in folder.rglob("*.expected.json")}
    return sorted(path for path in folder.rglob("*") if path.suffix != ".json" and path.with_suffix("") in records)


def digest(folder: Path = SAMPLE) -> str:
    """SHA-256 over the names and contents of all files below a folder."""
    total = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def measure(extract: Extract, folder: Path = SAMPLE) -> dict[str, Tally]:
    """What `extract` finds in each document, against what is expected of it."""
    tallies: dict[str, Tally] = {}
    for path in documents(folder):
        expected = json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))
        for kind, (wanted, got, alike) in _pairs(expected, extract(path)).items():
            tally = tallies.setdefault(kind, Tally())
            tally.expected += len(wanted)
            tally.found += len(got)
            tally.matched += matched(wanted, got, alike)
    return tallies


def _pairs(expected: Expected, minutes: Minutes) -> dict[str, tuple[list[Any], list[Any], Callable[[Any, Any], float]]]:
    """Of each kind the records expected, the records found, and how alike two of them are."""
    figures = [(metric["value"], metric["unit"]) for metric in expected["metrics"]]
    return {
        "items": (
            [(item["number"], item["title"]) for item in expected["items"]],
            [(item.number, item.title) for item in minutes.items],
            lambda a, b: overlap(a[1], b[1]) if a[0] == b[0] else 0.0,
        ),
        "decisions": (_texts(expected["decisions"]), [record.text for record in minutes.decisions], overlap),
        "actions": (_texts(expected["actions"]), [record.text for record in minutes.actions], overlap),
        "metrics": (
            [(_numbers(value), unit) for value, unit in figures],
            [(_numbers(metric.value), metric.unit) for metric in minutes.metrics],
            lambda a, b: float(a == b),
        ),
        "present": (
            [_name(person) for person in expected["present"]],
            [entry.name for entry in minutes.attendance if entry.status == "present"],
            overlap,
        ),
    }


def _texts(records: Iterable[Expected]) -> list[str]:
    return [record["text"] for record in records]


def _numbers(value: float | Sequence[float]) -> tuple[float, ...]:
    """A value, or the two ends of a range, to six places."""
    numbers = value if isinstance(value, list | tuple) else (value,)
    return tuple(round(float(number), 6) for number in numbers)


def _name(person: str) -> str:
    """The name in "Ms Una Keld, Clerk (UK)"."""
    return re.split(r"[,(]", person)[0].strip()


def overlap(a: str, b: str) -> float:
    """Dice's coefficient of the tokens of two texts, counted as often as they occur; 0 to 1."""
    left, right = (Counter(re.findall(r"\w+", text.casefold())) for text in (a, b))
    return 2 * (left & right).total() / max(1, left.total() + right.total())


def matched(wanted: list[Any], got: list[Any], alike: Callable[[Any, Any], float]) -> int:
    """How many records pair off one to one, the likest first."""
    pairs = [(alike(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(got)]
    left, right = set(range(len(wanted))), set(range(len(got)))
    for likeness, i, j in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness >= OVERLAP and i in left and j in right:
            left.remove(i)
            right.remove(j)
    return len(wanted) - len(left)


def read_floors(path: Path = SCORES) -> Floors:
    """The floors as they are pinned; none if the file is missing."""
    return Floors(**json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else Floors()


def faults(pinned: Floors, scores: dict[str, float], corpus: str) -> list[str]:
    """One line for each score under its floor, and one if the corpus has changed."""
    found = [
        f"{kind}: F1 {scores.get(kind, 0.0):.3f} is under its floor of {floor:.2f}"
        for kind, floor in pinned.floors.items()
        if scores.get(kind, 0.0) < floor
    ]
    found += [f"{kind}: there is no floor; run with --update" for kind in scores if kind not in pinned.floors]
    if corpus != pinned.digest:
        found.append("the corpus has changed since the floors were set; run with --update")
    return found


def raised(pinned: Floors, scores: dict[str, float], corpus: str) -> Floors:
    """The floors after an update: never lower than they were.

    Raises:
        ValueError: if a score is under its floor.
    """
    if sunk := [kind for kind, floor in pinned.floors.items() if scores.get(kind, 0.0) < floor]:
        raise ValueError(f"under the floor: {', '.join(sunk)}; lower a floor only by hand, in {SCORES.name}")
    floors = {
        kind: max(pinned.floors.get(kind, 0.0), math.floor((score - SLACK) * 100) / 100)
        for kind, score in scores.items()
    }
    return Floors(corpus, floors)


def main(arguments: list[str]) -> int:
    """Print the scores beside their floors, and raise those if asked to."""
    if arguments not in ([], ["--update"]):
        print("usage: python corpora/score.py [--update]", file=sys.stderr)
        return 2
    tallies = measure(lambda path: extract_file(path)[1])
    scores, corpus, pinned = {kind: tally.f1 for kind, tally in tallies.items()}, digest(), read_floors()
    print(f"{'':10} {'F1':>6} {'floor':>6} {'expected':>9} {'found':>6} {'matched':>8}")
    for kind, tally in tallies.items():
        floor = pinned.floors.get(kind, 0.0)
        print(f"{kind:10} {tally.f1:6.3f} {floor:6.2f} {tally.expected:9} {tally.found:6} {tally.matched:8}")
    try:
        if arguments:
            pinned = raised(pinned, scores, corpus)
            SCORES.write_text(json.dumps(vars(pinned), indent=2) + "\n", encoding="utf-8")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    found = faults(pinned, scores, corpus)
    print(*found, sep="\n", end="\n" if found else "", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
