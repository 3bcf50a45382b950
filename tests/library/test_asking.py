"""What a library answers."""

from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest

from library import Library
from minutes.found import Filters
from minutes.model import Decision
from tests.index import samples
from tests.index.samples import ASHBY

pytestmark = pytest.mark.usefixtures("toys")


def test_registers(library: Library) -> None:
    found = library.records("decision", query="library saturdays")
    assert [listed.record.text for listed in found if isinstance(listed.record, Decision)] == [
        "RESOLVED: that the library stay open on Saturdays until the review is complete"
    ]
    assert found[0].meeting.body == "Cabinet"
    assert library.record(found[0].record.id[:9]) == found[0]


def test_an_action_is_followed_to_the_words_that_say_what_became_of_it(library: Library, files: Path) -> None:
    said = "The Clerk had written to the bus operators about the September timetable."
    (files / "later.txt").write_text(f"^ Ashby Council; Cabinet; 2023-03-20\n# 1 Matters arising\n{said}")
    list(library.add([files]))
    (action,) = library.follow(library.records("action"), today=date(2023, 4, 1))
    assert action.followed
    assert (action.followed.fate, action.followed.late, action.followed.later) == ("done", False, 1)
    assert [(each.says, each.citation.quote) for each in action.followed.mentions] == [("done", said)]


def test_a_document_comes_back_with_all_that_was_taken_from_it(library: Library, files: Path) -> None:
    (held,) = library.documents(filters=Filters(organisation="ashby"))
    assert held.document
    document, minutes = library.document(held.document.id)
    expected = samples.document_of(ASHBY, path=str(files / "ashby.txt"))
    assert (document, minutes) == (expected, samples.minutes_of(expected))
    assert held.counts == {"items": 3, "decisions": 3, "actions": 1, "metrics": 1}


def test_status(library: Library) -> None:
    status = library.status()
    assert (status["documents"], status["bodies"], status["decisions"]) == (2, 2, 3)
    assert (status["first"], status["last"], status["encoder"]) == ("2023-01-16", "2024-05-20", "toy")


def test_the_status_while_a_database_writes_and_drops_its_journal(library: Library) -> None:
    journal, asked = library.folder / "vectors" / "database-journal", Event()

    def write() -> None:
        while not asked.is_set():
            journal.touch()
            journal.unlink()

    writing = Thread(target=write)
    writing.start()
    try:
        sizes = {library.status()["vectors_bytes"] for _ in range(200)}
    finally:
        asked.set()
        writing.join()
    assert len(sizes) == 1
