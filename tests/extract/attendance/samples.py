"""What the tests of attendance share."""

from minutes.model import Attendance
from tests.extract.samples import minutes_of


def attendance(text: str) -> tuple[Attendance, ...]:
    return minutes_of(
        f"# Fenwold Parish Council\nMinutes of the meeting held on 12 March 2024\n{text}\n"
        "# 1. Welcome\nThe Chair welcomed everyone."
    ).attendance


def names(text: str, status: str) -> list[str]:
    return [entry.name for entry in attendance(text) if entry.status == status]
