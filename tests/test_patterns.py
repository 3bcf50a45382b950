"""No line of a document keeps a pattern busy: words and marks that repeat could be cut up in countless ways."""

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterator

import pytest

import extract
import index
import ingest

ENOUGH = 5  # seconds, where a pattern that is sound takes thousandths
LINES = {
    "references": "Moved by " + " ".join(f"C24/03{n}1" for n in range(16)) + " Xxq zz",
    "hyphens": "-".join(["Aabc"] * 40) + " zzz!",
    "one word": "A" * 150 + "!",
    "small hyphens": "the " + "-".join(["aabc"] * 40) + " zzz!",
    "capitals": "NAME " + "THE AND OF " * 16 + "ZZ q",
    "names": "Abcd " * 60 + "q!",
    "words": "abcd " * 80 + "Q!",
    "joined names": "Aaa and " * 40 + "!",
    "lists": "Abc Def, " * 40 + "!",
    "titled names": "Mr Abc, Mrs Defg, Cllr A Hij, " * 20 + "!",
    "names with letters": "Mr Abc, OBE, Dr A. B. Def JP, " * 20 + "!",
    "titles alone": "Mr Mrs Cllr " * 30 + "!",
    "initials": "A. " * 60 + "!",
    "pairs of initials": "AB/CD, " * 50 + "!",
    "Irish names": "O’Ab-Cd " * 40 + "!",
    "digits": "1" * 80 + "x!",
    "figures": "12,345.6 " * 40 + "x!",
    "spaces": " " * 400 + "x!",
    "bars": "+---|" * 400 + "x",
    "brackets": "(" * 80 + "x!",
    "movers": "moved by Abc Def seconded by " * 30 + "!",
    "dates": "May 1, 2 and 3 June " * 30 + "!",
    "slashes": "a/b/" * 60 + "!",
    "counts": "Y-1 N-1 " * 40 + "x!",
}


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for room in (ingest, extract, index):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                yield from ((f"{module.name}.{name}", each) for each in held(value))


def held(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns that a constant is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (list, tuple, set, frozenset, dict)) and depth < 3:
        for each in value.values() if isinstance(value, dict) else value:
            yield from held(each, depth + 1)


def test_no_group_is_possessive() -> None:
    """Python before 3.11.5, as Debian 12 has it, misreads possessive groups that can match in more than one way."""
    possessive = re.compile(r"(?<!\\)\)(?:\*|\+|\?|\{\d*,?\d*\})\+")
    assert [name for name, pattern in patterns() if possessive.search(str(pattern.pattern))] == []


def stop(*_: object) -> None:
    raise TimeoutError


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no timer here")
@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_no_line_keeps_a_pattern_busy(line: str) -> None:
    before, busy = signal.signal(signal.SIGALRM, stop), []
    try:
        for name, pattern in patterns():
            signal.setitimer(signal.ITIMER_REAL, ENOUGH)
            try:
                pattern.search(line), pattern.fullmatch(line)
            except TimeoutError:
                busy.append(name)
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert busy == []
