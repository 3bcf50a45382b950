import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import text

from index.catalogue import Catalogue, schema
from index.passages import passages
from index.windows import Pending
from minutes.errors import InputError, LibraryError, QueryError
from minutes.found import Filters, Ingested, PassageKind, RecordKind, Sort
from minutes.model import Decision, Document, Exempt, Minutes, Words
from tests.index.samples import ASHBY, BURLEY, NAMES, WORDS, document_of, minutes_of, named_of

PROGRAM = "fingerprint of the program"


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def full(catalogue: Catalogue) -> Catalogue:
    put(catalogue, ASHBY, "ashby.txt")
    put(catalogue, BURLEY, "burley.txt")
    return catalogue


def put(catalogue: Catalogue, source: str, path: str, *, program: str = PROGRAM) -> Ingested:
    document = document_of(source, path=path)
    minutes = minutes_of(document)
    return catalogue.put(document, minutes, passages(document, minutes), program)


def test_what_is_put_comes_out_again(catalogue: Catalogue) -> None:
    document = document_of(ASHBY)
    put(catalogue, ASHBY, "minutes.txt")
    assert catalogue.document(document.id) == (document, minutes_of(document))


def test_places_of_words_come_out_again(catalogue: Catalogue) -> None:
    words = Words(
        start=np.array([0, 5], dtype=np.int32),
        end=np.array([4, 9], dtype=np.int32),
        page=np.array([1, 1], dtype=np.int32),
        box=np.array([[1, 2, 3, 4], [5, 6, 7, 8.5]], dtype=np.float32),
    )
    document: Document = document_of("Some text").model_copy(update={"words": words})
    catalogue.put(document, minutes_of(document), [], PROGRAM)
    found, _ = catalogue.document(document.id)
    assert found.words is not None
    assert found.words.boxes(0, 9) == words.boxes(0, 9)
    assert found.cite(5, 9).boxes == ((1, 5.0, 6.0, 7.0, 8.5),)


@pytest.mark.parametrize(
    ("source", "path", "outcome", "held"),
    [
        pytest.param(ASHBY, "ashby.txt", "unchanged", {"ashby.txt", "burley.txt"}, id="the same file"),
        pytest.param(ASHBY, "copy.txt", "unchanged", {"ashby.txt", "burley.txt"}, id="a copy of it"),
        pytest.param(f"{ASHBY} More.", "ashby.txt", "updated", {"ashby.txt", "burley.txt"}, id="a new version"),
        pytest.param(f"{ASHBY} More.", "new.txt", "added", {"ashby.txt", "burley.txt", "new.txt"}, id="a new file"),
    ],
)
def test_put(full: Catalogue, source: str, path: str, outcome: str, held: set[str]) -> None:
    assert put(full, source, path).outcome == outcome
    assert {ingested.path for ingested in full.documents(Filters())} == held


FCC, FENWICK = (
    "^ FCC; Cabinet; 2023-01-16\n# 1 Roads\n{}",
    "^ Fenwick County Council; Cabinet; 2023-02-16\n# 1 Roads\n{}",
)
EXPLAINED = "Fenwick County Council (FCC) mends the roads of the county."
PLAIN = "The council mends the roads."


@pytest.mark.parametrize("asked", ["FCC", "fcc", "Fenwick County Council", "FENWICK COUNTY COUNCIL"])
@pytest.mark.parametrize(("short", "long"), [(EXPLAINED, PLAIN), (PLAIN, EXPLAINED), (PLAIN, PLAIN)])
def test_an_organisation_is_the_same_by_its_short_form(catalogue: Catalogue, asked: str, short: str, long: str) -> None:
    put(catalogue, FCC.format(short), "short.txt")
    put(catalogue, FENWICK.format(long), "long.txt")
    put(catalogue, ASHBY, "ashby.txt")
    found = {ingested.path for ingested in catalogue.documents(Filters(organisation=asked))}
    assert found == {"short.txt", "long.txt"}


def test_part_of_a_name_finds_the_short_form_that_is_explained(catalogue: Catalogue) -> None:
    put(catalogue, FCC.format(EXPLAINED), "short.txt")
    assert [each.path for each in catalogue.documents(Filters(organisation="Fenwick"))] == ["short.txt"]
    assert catalogue.coverage(Filters(organisation="Fenwick County Council")).passages == 1


@pytest.mark.parametrize(
    ("asked", "sources", "found"),
    [
        pytest.param("FCC", [PLAIN, PLAIN, "Fairby Community Club"], {"0"}, id="initials of two"),
        pytest.param("Fenwick County Council", [PLAIN, PLAIN, "Fairby Community Club"], {"1"}, id="as well"),
        pytest.param("Fairby Club", [f"Fairby Club (FC) and {PLAIN}", PLAIN], set(), id="another that is explained"),
        pytest.param("County", [PLAIN, PLAIN], {"1"}, id="part of a name has no initials"),
    ],
)
def test_a_short_form_that_could_be_another_s_is_not_taken_for_it(
    catalogue: Catalogue, asked: str, sources: list[str], found: set[str]
) -> None:
    forms = [FCC, FENWICK, "^ {}; Board; 2023-03-16\n# 1 Roads\nNothing."]
    for n, (form, said) in enumerate(zip(forms, sources, strict=False)):
        put(catalogue, form.format(said), str(n))
    assert {ingested.path for ingested in catalogue.documents(Filters(organisation=asked))} == found


def test_what_another_program_read_is_put_again(full: Catalogue) -> None:
    assert put(full, ASHBY, "ashby.txt", program="a later one").outcome == "updated"
    assert full.settle("ashby.txt", document_of(ASHBY).sha256, "a later one") is not None
    assert full.faults() == []


def test_the_kind_held_is_the_one_that_extraction_found(catalogue: Catalogue) -> None:
    document = document_of(ASHBY).model_copy(update={"kind": "other"})
    minutes = minutes_of(document_of(ASHBY))
    held = catalogue.put(document, minutes, [], PROGRAM)
    assert held.document == minutes.document
    assert held.meeting == minutes.meeting
    assert catalogue.document(document.id)[0].kind == "minutes"


def test_what_is_exempt_is_held_apart(catalogue: Catalogue) -> None:
    document = document_of(ASHBY)
    minutes = minutes_of(document)
    start = minutes.items[2].citation.start  # of the library's opening hours
    exempt = Exempt(start=start, end=len(document.text), mark=minutes.items[2].citation)
    decisions = [d.model_copy(update={"exempt": d.citation.start > start}) for d in minutes.decisions]
    minutes = minutes.model_copy(update={"exempt": (exempt,), "decisions": tuple(decisions)})
    catalogue.put(document, minutes, passages(document, minutes), PROGRAM)
    public, every = Filters(), Filters(exempt=True)
    assert [len(catalogue.records("decision", [], filters)) for filters in (public, every)] == [2, 3]
    assert [len(catalogue.matching(["petition"], filters).best(10)) for filters in (public, every)] == [0, 1]
    assert [catalogue.coverage(filters).passages for filters in (public, every)] == [5, 7]
    assert catalogue.document(document.id)[1].exempt == (exempt,)


def test_of_an_old_version_nothing_is_left(full: Catalogue) -> None:
    put(full, "# 1 New\nNothing but this was said at some length on the one day in May", "ashby.txt")
    assert full.matching(["petition"], Filters()).best(10) == {}
    assert len(full.matching(["May"], Filters()).best(10)) == 1
    assert full.records("decision", [], Filters()) == []
    assert full.faults() == []


def test_of_a_document_removed_nothing_is_left(full: Catalogue) -> None:
    full.remove(document_of(BURLEY).id)
    full.remove(document_of(ASHBY).id[:8])
    assert set(full.totals().values()) == {0}
    assert full.matching(["transport"], Filters()).best(10) == {}
    assert full.faults() == []


def test_a_document_that_fails_half_way_leaves_nothing(catalogue: Catalogue) -> None:
    document = document_of(ASHBY)
    minutes = minutes_of(document)
    found = passages(document, minutes)
    with pytest.raises(InputError, match="contradict"):
        catalogue.put(document, minutes, [*found, found[0]], PROGRAM)
    assert set(catalogue.totals().values()) == {0}


def test_the_old_version_stays_if_the_new_one_fails(full: Catalogue) -> None:
    document = document_of(f"{ASHBY} More.", path="ashby.txt")
    minutes = minutes_of(document)
    found = passages(document, minutes)
    with pytest.raises(InputError):
        full.put(document, minutes, [*found, found[0]], PROGRAM)
    assert full.document(document_of(ASHBY).id)[0].path == "ashby.txt"


@pytest.mark.parametrize(
    ("wanted", "message"),
    [("", "There is no document"), ("nosuch", "There is no document nosuch"), ("%", "There is no document %")],
)
def test_an_id_that_does_not_exist(full: Catalogue, wanted: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        full.document(wanted)


def test_an_id_that_is_too_short(full: Catalogue) -> None:
    with pytest.raises(QueryError, match="More than one record id begins with dec-; give more of it"):
        full.record("dec-")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), {"ashby.txt", "burley.txt"}),
        (Filters(organisation="ashby"), {"ashby.txt"}),
        (Filters(body="HEALTH board"), {"burley.txt"}),
        (Filters(since="2023-01-16", until="2023-01-16"), {"ashby.txt"}),
        (Filters(since="2023-01-17"), {"burley.txt"}),
        (Filters(until="2024"), {"ashby.txt", "burley.txt"}),
        (Filters(until="2024-05"), {"ashby.txt", "burley.txt"}),
        (Filters(until="2024-04"), {"ashby.txt"}),
        (Filters(kind="decision"), {"ashby.txt"}),
        (Filters(outcome="noted"), {"ashby.txt"}),
        (Filters(owner="clerk"), {"ashby.txt"}),
        (Filters(mover="clerk"), set()),
        (Filters(documents=(document_of(BURLEY).id,)), {"burley.txt"}),
        (Filters(organisation="100%"), set()),
    ],
)
def test_filters(full: Catalogue, filters: Filters, found: set[str]) -> None:
    assert {ingested.path for ingested in full.documents(filters)} == found


def test_documents_of_no_organisation_come_last(full: Catalogue) -> None:
    put(full, "Nothing but this was said, at some length and by nobody.", "a.txt")
    assert [each.path for each in full.documents(Filters())] == ["ashby.txt", "burley.txt", "a.txt"]


@pytest.mark.parametrize("date", ["yesterday", "2023-13", "16.1.23", "2023-1-6"])
def test_a_date_that_is_none(full: Catalogue, date: str) -> None:
    with pytest.raises(QueryError, match="is no date; write it as"):
        full.documents(Filters(since=date))


@pytest.mark.parametrize(
    ("since", "until", "message"),
    [
        ("2024", "2023-05", "No day is both since 2024 and until 2023-05; swap them"),
        ("2023-05-17", "2023-05-16", "No day is both"),
        ("2023-02-30", None, "There is no 2023-02-30 in the calendar; check the day"),
    ],
)
def test_dates_that_cannot_be(full: Catalogue, since: str, until: str | None, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        full.documents(Filters(since=since, until=until))


@pytest.mark.parametrize(
    ("words", "filters", "expected"),
    [
        ([], Filters(), ["that the school", "that the report", "RESOLVED: that the library"]),
        (["transport"], Filters(), ["that the school", "that the report"]),  # by their item's title
        (["TAXI", "transport"], Filters(), ["that the report"]),
        ([], Filters(outcome="noted"), ["that the report"]),
        (["nosuchword"], Filters(), []),
    ],
)
def test_registers(full: Catalogue, words: list[str], filters: Filters, expected: list[str]) -> None:
    found = [listed.record for listed in full.records("decision", words, filters)]
    assert [record.text[: len(text)] for record, text in zip(found, expected, strict=True)] == expected  # type: ignore[union-attr]


@pytest.fixture
def named(catalogue: Catalogue) -> Catalogue:
    put(catalogue, ASHBY, "ashby.txt")
    document = document_of(NAMES, path="names.txt")
    minutes = named_of(document)
    catalogue.put(document, minutes, passages(document, minutes), PROGRAM)
    return catalogue


@pytest.mark.parametrize(("words", "filters", "held"), WORDS)
def test_words_are_found_whatever_their_signs_and_endings(
    named: Catalogue, words: str, filters: Filters, held: bool
) -> None:
    found = {listed.document.path for listed in named.records("decision", [words] if words else [], filters)}
    assert ("names.txt" in found) is held


@pytest.mark.parametrize("owner", ["chief executive's", "Chief  Executive’s office", "OFFICES"])
def test_the_owner_of_an_action_is_found_by_words(named: Catalogue, owner: str) -> None:
    assert [listed.record.owner for listed in named.records("action", [], Filters(owner=owner))] == [  # type: ignore[union-attr]
        "Chief Executive’s\xa0Office"
    ]


def test_people_are_found_by_a_word_of_their_name(named: Catalogue) -> None:
    assert len(named.attended("bradaigh")) == len(named.attended("ARCY")) == 1
    assert len(named.naming_people("brádaigh")) == len(named.naming_people("arcy")) == 1
    assert named.attended("brad") == named.naming_people("café") == []


def test_of_a_document_removed_no_words_are_left(named: Catalogue) -> None:
    named.remove(document_of(NAMES).id)
    assert named.attended("arcy") == named.naming_people("arcy") == []
    assert named.records("decision", ["auditor"], Filters()) == []
    assert named.faults() == []


@pytest.mark.parametrize(
    ("sort", "backwards", "expected"),
    [
        ("date", False, ["noted", "approved", "noted", "approved"]),
        ("date", True, ["approved", "noted", "approved", "noted"]),
        ("outcome", False, ["approved", "approved", "noted", "noted"]),
        ("outcome", True, ["noted", "noted", "approved", "approved"]),
        ("mover", True, ["noted", "approved", "noted", "approved"]),  # none is named: latest first
    ],
)
def test_a_register_is_sorted(full: Catalogue, sort: Sort, backwards: bool, expected: list[str]) -> None:
    put(full, "^ Ashby Council; Cabinet; 2024-01-16\n# 1 Taxis\nRESOLVED: that it be noted", "later.txt")
    ids = full.record_ids(["decision"], [], Filters(), sort, backwards=backwards)
    outcomes = [listed.record.outcome for listed in full.listed(ids) if isinstance(listed.record, Decision)]
    assert outcomes == expected


def test_a_record_that_is_gone_is_passed_over(full: Catalogue) -> None:
    ids = full.record_ids(["decision"], [], Filters(), "date", backwards=False)
    assert [listed.record.id for listed in full.listed(["dec-gone", *ids])] == ids


def test_the_bodies_held(full: Catalogue) -> None:
    assert [(held.organisation, held.body, held.documents, held.first) for held in full.bodies()] == [
        ("Ashby Council", "Cabinet", 1, "2023-01-16"),
        ("Burley Trust", "Health Board", 1, "2024-05-20"),
    ]


def test_a_register_shows_the_latest_meeting_first(full: Catalogue) -> None:
    listed = full.records("metric", [], Filters())
    assert [entry.meeting.date for entry in listed] == ["2024-05-20", "2023-01-16"]
    assert listed[0].item == {"number": "1", "title": "Waiting times"}


@pytest.mark.parametrize(
    "phrases",
    [
        ['"'],
        ["AND"],
        ["NEAR("],
        ["a*"],
        ["text:x"],
        ["-x"],
        ["^x"],
        ["x" * 5000],
        ["\x00"],
        ["'; --"],
        [""],
        ["a b"] * 999,
    ],
)
def test_no_phrase_is_a_syntax_error(full: Catalogue, phrases: list[str]) -> None:
    assert len(full.matching(phrases, Filters()).best(10)) <= 10


def test_words_match_whatever_their_ending_and_accents(full: Catalogue) -> None:
    assert full.matching(["libraries"], Filters()).best(10) == full.matching(["líbrary"], Filters()).best(10) != {}


def numbers_of(contexts: list[list[Pending]]) -> list[int]:
    return [each.number for together in contexts for each in together]


def test_what_is_to_be_embedded_comes_by_context_and_none_is_cut(full: Catalogue) -> None:
    contexts = full.pending_contexts(1000)
    assert contexts[0][0].header == "Ashby Council · Cabinet · 2023-01-16 · 1 Apologies for absence"
    assert (contexts[0][0].date, contexts[0][0].text[:9]) == ("2023-01-16", "Apologies")
    sizes = [len(together) for together in contexts]
    assert max(sizes) > 1
    for limit in range(1, sum(sizes)):
        some = full.pending_contexts(limit)
        assert some
        assert [len(together) for together in some[:-1]] == sizes[: len(some) - 1]
        assert len(some[-1]) == min(limit, sizes[len(some) - 1])


def test_vectors_are_kept_and_follow_their_passages(full: Catalogue) -> None:
    pending = numbers_of(full.pending_contexts(1000))
    assert len(pending) == full.pending() == full.totals()["passages"]
    unit = np.eye(len(pending), 64, dtype=np.float32)
    full.put_vectors(pending, unit)
    assert full.pending() == 0
    numbers, matrix = full.vectors(Filters(organisation="burley"))
    assert [unit[pending.index(number)].tolist() for number in numbers] == matrix.tolist()
    full.remove(document_of(ASHBY).id)
    assert full.totals()["vectors"] == full.totals()["passages"] == len(numbers)


def test_what_the_index_is_to_add_and_to_drop_is_kept_until_it_is_done(full: Catalogue) -> None:
    pending = numbers_of(full.pending_contexts(1000))
    full.put_vectors(pending, np.ones((len(pending), 4), dtype=np.float32))
    ids, matrix = full.unindexed(1000)
    assert (len(ids), matrix.shape) == (len(pending), (len(pending), 4))
    full.mark_indexed(ids)
    assert full.unindexed(1000)[0] == []
    assert full.index() == dict.fromkeys(ids, True)
    full.remove(document_of(BURLEY).id)
    gone = full.dropped()
    assert full.index() == {**dict.fromkeys(ids, True), **dict.fromkeys(gone)}
    full.mark_dropped(gone)
    assert full.dropped() == []
    assert full.index().keys() == set(ids) - set(gone)


def test_two_encoders_are_not_mixed(catalogue: Catalogue) -> None:
    catalogue.use_encoder("one", "1111")
    catalogue.use_encoder("one", "1111")
    assert catalogue.encoder() == ("one", "1111")
    with pytest.raises(LibraryError, match="made with another model than two; run: minutebook rebuild"):
        catalogue.use_encoder("two", "2222")


def test_what_another_program_writes_is_seen_by_the_next_question(full: Catalogue, tmp_path: Path) -> None:
    before = full.coverage(Filters()), full.matching(["transport"], Filters()).best(10), full.known(["petition"])
    other = Catalogue(tmp_path / "catalogue.sqlite")
    other.remove(document_of(ASHBY).id)
    other.close()
    assert all(before)
    assert full.coverage(Filters()).documents == 1
    assert set(full.matching(["transport"], Filters()).best(10)) < set(before[1])
    assert full.known(["petition"]) == []


def test_questions_within_a_snapshot_are_of_one_state(full: Catalogue, tmp_path: Path) -> None:
    other = Catalogue(tmp_path / "catalogue.sqlite")
    with full.snapshot():
        assert full.coverage(Filters()).documents == 2
        other.remove(document_of(ASHBY).id)
        assert len(full.documents(Filters())) == full.coverage(Filters()).documents == 2
    assert full.coverage(Filters()).documents == 1
    other.close()


def test_a_library_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    Catalogue(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '999' WHERE key = 'schema'")
    with pytest.raises(LibraryError, match="made by a newer Minutebook; upgrade"):
        Catalogue(path)


def test_a_library_of_an_older_program_is_brought_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "catalogue.sqlite"
    Catalogue(path).close()
    steps = {schema.VERSION: ("98", ("ALTER TABLE documents ADD COLUMN colour TEXT",)), "98": ("99", ())}
    monkeypatch.setattr(schema, "VERSION", "99")
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    Catalogue(path).close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone() == ("99",)
        connection.execute("SELECT colour FROM documents")


def before_version_six(connection: sqlite3.Connection) -> None:
    for index in ("ix_passages_context", "ix_passages_item_id", "records_by_item"):
        connection.execute(f"DROP INDEX {index}")
    for table in schema.WORDED:
        connection.execute(f"DROP TABLE {table}_fts")
        connection.execute(f"DROP TRIGGER {table}_added")
        connection.execute(f"DROP TRIGGER {table}_removed")
    connection.execute("ALTER TABLE records DROP COLUMN seconder")
    connection.execute("DROP TABLE corrections")
    connection.execute("ALTER TABLE contents DROP COLUMN extracted")
    connection.execute("ALTER TABLE passages DROP COLUMN context")
    connection.execute("DROP TABLE contexts")
    connection.execute("DROP TABLE abbreviations")
    connection.execute("DROP INDEX passages_by_document")
    connection.execute("DELETE FROM meta WHERE key = 'library'")
    connection.execute("CREATE INDEX ix_passages_document_id ON passages (document_id)")


def test_a_library_of_the_first_schema_is_brought_up_to_this_one_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    old = Catalogue(path)
    put(old, ASHBY, "ashby.txt")
    old.close()
    with sqlite3.connect(path) as connection:
        before_version_six(connection)
        connection.execute("ALTER TABLE documents DROP COLUMN program")
        connection.execute("ALTER TABLE contents DROP COLUMN site")
        for table in ("contents", "records", "passages"):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN exempt")
        connection.execute("ALTER TABLE records DROP COLUMN trust")
        connection.execute("ALTER TABLE contents DROP COLUMN profile")
        connection.execute("DROP TABLE bands")
        connection.execute("DROP TABLE places")
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'schema'")
    opened = Catalogue(path)
    assert opened.settle("ashby.txt", document_of(ASHBY).sha256, PROGRAM) is None
    assert put(opened, ASHBY, "ashby.txt").outcome == "updated"
    assert len(opened.documents(Filters())) == 1
    opened.close()


@pytest.mark.parametrize("content", [b"not a database, but long enough to be read as the header of one" * 20])
def test_a_file_that_is_no_catalogue(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(content)
    with pytest.raises(LibraryError, match="cannot be used"):
        Catalogue(tmp_path / "catalogue.sqlite")


def test_faults_are_found(full: Catalogue) -> None:
    assert (full.faults(), full.misquotes()) == ([], {})
    with full._write() as connection:
        connection.execute(text("DROP TRIGGER passages_removed"))
        connection.execute(text("DELETE FROM passages WHERE number = 1"))
        connection.execute(text("UPDATE contents SET text = replace(text, 'petition', 'petitions')"))
        connection.execute(text("INSERT INTO attendance_fts (rowid, name) VALUES (9, 'Nobody')"))
    told = " ".join(full.faults())
    assert all(f"full-text index: does not agree with the {table}" in told for table in ("passages", "attendance"))
    full.mend()
    assert full.faults() == []
    (lines,) = full.misquotes().values()
    assert all("its quote is not what stands in" in line for line in lines)


def doubted(document: Document) -> Minutes:
    """The minutes of a document with all its decisions and actions of low trust."""
    minutes = minutes_of(document)
    low = {
        kind: tuple(record.model_copy(update={"trust": "low"}) for record in getattr(minutes, kind))
        for kind in ("decisions", "actions")
    }
    return minutes.model_copy(update=low)


@pytest.fixture
def doubtful(catalogue: Catalogue) -> Catalogue:
    document = document_of(ASHBY)
    minutes = doubted(document)
    catalogue.put(document, minutes, passages(document, minutes), PROGRAM)
    return catalogue


@pytest.mark.parametrize(("kind", "count"), [("decision", 3), ("action", 1)])
def test_records_of_low_trust_are_left_out_unless_asked_for(doubtful: Catalogue, kind: RecordKind, count: int) -> None:
    assert doubtful.records(kind, [], Filters()) == []
    assert doubtful.mistrusted(kind, [], Filters()) == doubtful.totals()[f"{kind}s"] - doubtful.listing(kind) == count
    assert doubtful.mistrusted(kind, ["nonsense"], Filters()) == doubtful.mistrusted(kind, [], Filters(all=True)) == 0
    assert len(doubtful.records(kind, [], Filters(all=True))) == count


def test_what_is_of_trust_is_not_counted_as_left_out(full: Catalogue) -> None:
    assert full.mistrusted("decision", [], Filters()) == 0


@pytest.mark.parametrize("kind", ["decision", "action"])
def test_a_search_by_kind_leaves_low_trust_out_unless_asked_for(doubtful: Catalogue, kind: PassageKind) -> None:
    words = {"decision": "taxi contracts", "action": "bus operators"}[kind]
    assert doubtful.matching([words], Filters()).best(9) != {}
    assert doubtful.matching([words], Filters(kind=kind)).best(9) == {}
    assert doubtful.matching([words], Filters(kind=kind, all=True)).best(9) != {}


def test_the_profile_that_a_document_was_read_with_is_kept(catalogue: Catalogue) -> None:
    document = document_of(ASHBY)
    assert catalogue.profile(document.id) == "{}"
    catalogue.put(document, minutes_of(document), [], PROGRAM, '{"body": "Cabinet"}')
    assert catalogue.profile(document.id) == '{"body": "Cabinet"}'


def test_a_library_from_before_records_had_trust_is_brought_up(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    old = Catalogue(path)
    put(old, ASHBY, "ashby.txt")
    old.close()
    with sqlite3.connect(path) as connection:
        before_version_six(connection)
        connection.execute("ALTER TABLE records DROP COLUMN trust")
        connection.execute("ALTER TABLE contents DROP COLUMN profile")
        connection.execute("DROP TABLE bands")
        connection.execute("DROP TABLE places")
        connection.execute("UPDATE meta SET value = '4' WHERE key = 'schema'")
    found = Catalogue(path)
    assert len(found.records("decision", [], Filters())) == 3
    assert found.profile(document_of(ASHBY).id) == "{}"
    found.close()
