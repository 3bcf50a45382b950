"""A library of a thousand decisions, of an invented council whose members never tire."""

from datetime import date, timedelta
from pathlib import Path

from library import Library

MEETINGS, EACH = 20, 50
THINGS = (
    "bridge ditch hedge path lamp bench gate pond wall tree hut sign drain bell clock pump fence barn shed well".split()
)
DONE = "mended painted moved insured sold inspected bought cleaned".split()
FIRMS = "Harrowgill Ossley Tarnbeck Wendlow Pellmoor Quarrick Strinden Yarlside Fennick Ulverby".split()


def thousand(folder: Path) -> Library:
    """Make the library; its files are left beside it."""
    papers = folder / "papers"
    papers.mkdir(parents=True)
    for number in range(MEETINGS):
        day = date(2022, 1, 10) + timedelta(days=28 * number)
        (papers / f"{day}.txt").write_text(_minutes(number, day), encoding="utf-8")
    library = Library(folder / "library", create=True)
    assert {ingested.outcome for ingested in library.add([papers])} == {"added"}
    return library


def _minutes(number: int, day: date) -> str:
    head = f"Harlow Fell Parish Council\n\nMinutes of the meeting held on {day:%-d %B %Y}\n\n1. Upkeep\n\n"
    return head + "\n\n".join(_decision(number * EACH + each) for each in range(EACH)) + "\n"


def _decision(number: int) -> str:
    thing, done = THINGS[number % 20], DONE[number // 20 % 8]
    return f"RESOLVED: that {thing} number {number} be {done} by {FIRMS[number // 160 % 10]} for £{200 + 7 * number}."
