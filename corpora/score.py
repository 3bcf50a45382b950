"""Scores extraction of the sample corpus: python corpora/score.py [--update] [--rules [--gold DIR --documents DIR]]

For each kind of record the F1 over all documents of what was found against `NAME.expected.json`, matched one to one
within a document: items by number and title, decisions and actions by their words, people by their names, metrics by
value and unit. Words agree when they overlap by 0.7 (Dice's coefficient of their tokens).

`scores.json` holds the floor of each score, and a digest of the corpus and its expected records that they were
measured on. `--update` raises the floors to what is measured now, less `SLACK`, and takes the digest of a changed
corpus; it never lowers one. To lower a floor, edit `scores.json` by hand and say why in the commit. Exit code 1 if a
score is under its floor or the corpus is not the one that the floors were set on.

`--rules` measures each rule instead: how many records it found, how many of those were right (its precision), and how
many of the annotated records of its kind it found alone (its recall: the other rules of the kind find the rest, so that
even a perfect one is far from 1). With `--gold` and `--documents` it does so on any folder of expected records, each of
which names its file below the folder of documents. `--update` then writes the figures to `extract/rules/measured.csv`
under the name of the gold folder, in place of those that stood there under that name.
"""

import argparse
import csv
import hashlib
import io
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.measured import Measured
from minutes.model import Minutes
from workers import extract_file

CORPORA = Path(__file__).resolve().parent
SAMPLE, SCORES = CORPORA / "sample", CORPORA / "scores.json"
MEASURED = CORPORA.parent / "extract" / "rules" / "measured.csv"
RULED = ("items", "decisions", "actions", "metrics")  # kinds of record that name the rule that found them
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
            tally.matched += len(matched(wanted, got, alike))
    return tallies


def measure_rules(extract: Extract, gold: Path = SAMPLE, folder: Path = SAMPLE) -> dict[str, Measured]:
    """How often each rule is right, over all documents of which the records of its kind are annotated."""
    figures: dict[str, Measured] = {}
    kinds: dict[str, str] = {}
    wanted = Counter[str]()
    for path in sorted(gold.rglob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        minutes = extract(folder / expected["document"])
        for kind, (records, got, alike) in _pairs(expected, minutes).items():
            if kind not in RULED or expected.get(kind) is None:
                continue
            wanted[kind] += len(records)
            right = matched(records, got, alike)
            for index, record in enumerate(getattr(minutes, kind)):
                kinds[record.rule] = kind
                rule = figures.setdefault(record.rule, Measured())
                rule.found += 1
                rule.right += index in right
    for name, rule in figures.items():
        rule.wanted = wanted[kinds[name]]
    return dict(sorted(figures.items()))


def written(figures: dict[str, Measured], corpus: str, before: str) -> str:
    """The file of figures with those of one corpus put in place of what stood there `before`."""
    kept = [row for row in csv.DictReader(before.splitlines()) if row["corpus"] != corpus]
    rows = kept + [{"corpus": corpus, "rule": name, **vars(rule)} for name, rule in figures.items()]
    text = io.StringIO()
    out = csv.DictWriter(text, ["corpus", "rule", "found", "right", "wanted"], lineterminator="\n")
    out.writeheader()
    out.writerows(sorted(rows, key=lambda row: (row["corpus"], row["rule"])))
    return text.getvalue()


def _pairs(expected: Expected, minutes: Minutes) -> dict[str, tuple[list[Any], list[Any], Callable[[Any, Any], float]]]:
    """Of each kind the records expected, the records found, and how alike two of them are."""
    figures = [(metric["value"], metric["unit"]) for metric in expected.get("metrics") or []]
    return {
        "items": (
            [(item["number"], item["title"]) for item in expected.get("items") or []],
            [(item.number, item.title) for item in minutes.items],
            lambda a, b: overlap(a[1], b[1]) if a[0] == b[0] else 0.0,
        ),
        "decisions": (_texts(expected.get("decisions")), [record.text for record in minutes.decisions], overlap),
        "actions": (_texts(expected.get("actions")), [record.text for record in minutes.actions], overlap),
        "metrics": (
            [(_numbers(value), unit) for value, unit in figures],
            [(_numbers(metric.value), metric.unit) for metric in minutes.metrics],
            lambda a, b: float(a == b),
        ),
        "present": (
            [_name(person) for person in expected.get("present") or []],
            [entry.name for entry in minutes.attendance if entry.status == "present"],
            overlap,
        ),
    }


def _texts(records: Iterable[Expected] | None) -> list[str]:
    return [record["text"] for record in records or []]


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


def matched(wanted: list[Any], got: list[Any], alike: Callable[[Any, Any], float]) -> set[int]:
    """Which of the records that were got pair off one to one with those wanted, the likest first."""
    pairs = [(alike(a, b), i, j) for i, a in enumerate(wanted) for j, b in enumerate(got)]
    left, paired = set(range(len(wanted))), set[int]()
    for likeness, i, j in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness >= OVERLAP and i in left and j not in paired:
            left.remove(i)
            paired.add(j)
    return paired


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
    """Print the scores beside their floors, or the figures of the rules, and update what is pinned if asked to."""
    parser = argparse.ArgumentParser(prog="python corpora/score.py", description="Scores extraction.")
    parser.add_argument("--update", action="store_true", help="raise the floors, or write the figures of the rules")
    parser.add_argument("--rules", action="store_true", help="measure each rule")
    parser.add_argument("--gold", type=Path, default=SAMPLE, help="folder of expected records, for --rules")
    parser.add_argument("--documents", type=Path, default=SAMPLE, help="folder that they name their files from")
    asked = parser.parse_args(arguments)
    if not asked.rules and (asked.gold, asked.documents) != (SAMPLE, SAMPLE):
        parser.error("--gold and --documents go with --rules; the floors are those of the sample")
    return _rules(asked.gold, asked.documents, update=asked.update) if asked.rules else _floors(update=asked.update)


def _rules(gold: Path, folder: Path, *, update: bool) -> int:
    figures = measure_rules(lambda path: extract_file(path)[1], gold, folder)
    print(f"{'':26} {'found':>6} {'right':>6} {'wanted':>7} {'precision':>10} {'recall':>7}")
    for name, rule in figures.items():
        shares = f"{rule.right / rule.found:10.3f} {rule.right / max(1, rule.wanted):7.3f}"
        print(f"{name:26} {rule.found:6} {rule.right:6} {rule.wanted:7} {shares}")
    if update:
        MEASURED.write_text(written(figures, gold.name, MEASURED.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


def _floors(*, update: bool) -> int:
    tallies = measure(lambda path: extract_file(path)[1])
    scores, corpus, pinned = {kind: tally.f1 for kind, tally in tallies.items()}, digest(), read_floors()
    print(f"{'':10} {'F1':>6} {'floor':>6} {'expected':>9} {'found':>6} {'matched':>8}")
    for kind, tally in tallies.items():
        floor = pinned.floors.get(kind, 0.0)
        print(f"{kind:10} {tally.f1:6.3f} {floor:6.2f} {tally.expected:9} {tally.found:6} {tally.matched:8}")
    try:
        if update:
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
