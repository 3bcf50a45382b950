"""Long documents and long lines: the work grows with their length, not with its square."""

import signal

import pytest

from tests.extract.samples import FRONT, minutes_of

ENOUGH = 10  # seconds, where each takes about one
LONG = {
    "short paragraphs": "Report\n" * 12_000,
    "a word": "A" * 100_000,
    "capitalised words": "Ab " * 16_000,
    "a number": "1" * 100_000,
    "names": "Present: " + ", ".join(["Cllr A. B. Brindle"] * 2400),
    "a roll call": "Motion to mend the gate.\n" + "Una Keld – Aye\n" * 2400 + "Motion carried",
    "entries disposed of": "31 Lease of the mill\n(Y-5)\nPASSED\n" * 1200,
    "an entry with counts that go on": "31 Lease of the mill\n" + "Y-1 N-1 " * 60 + "x",
    "figures without an end of the sentence": "There were " + "12 boats, " * 600 + "and a raft.",
    "numbers that count nothing": "Entries: " + "1. " * 4000,
    "a list in bold": "Action:\n" + "• **The gate** is new\n" * 4000,
    "entries voted on together": (
        "Motion to approve the consent agenda as follows:\n" + "(a) Minutes of May\n" * 400 + "Motion carried"
    ),
    "items with a resolution and an action each": "".join(
        f"# {number}. Bridge {number}\n\nMembers saw bridge {number}.\n\nRESOLVED: That the Clerk write to the county "
        f"about bridge {number}.\n\nACTION: Cllr Brindle to report to the next meeting by 5 May 2024.\n\n"
        for number in range(3, 150)
    ),
    "marks one below the other": "The Clerk will ask the mill for a rope. " * 600 + "\n> UK" * 600,
    "two tasks to a decision and no items": "".join(
        f"The Board agreed to buy field {number} for £{number},000. The Clerk will report back on it by June.\n\n"
        f"Cllr Brindle will ask the county for a map of field {number}.\n\n"
        for number in range(1, 120)
    ),
}


def stop(*_: object) -> None:
    raise TimeoutError


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="there is no timer here")
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_what_is_long_is_read_in_time(text: str) -> None:
    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, ENOUGH)
    try:
        assert minutes_of(FRONT + "# 2. Business\n" + text).meeting.date == "2024-03-12"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
