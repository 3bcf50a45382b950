"""PostgreSQL in SQLite's place: the same questions have the same answers."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.schema import CreateSchema

from index.catalogue import Catalogue
from index.catalogue.schema import MIGRATIONS
from index.corrections import apply, withdrawn, wrong
from index.passages import passages
from minutes.errors import InputError, LibraryError, QueryError
from minutes.found import Correction, Filters
from tests.index.samples import ASHBY, BURLEY, NAMES, WORDS, document_of, minutes_of, named_of
from tests.servers import postgres

PAPER = """
^ Ashby Council; Cabinet; 2023-05
# 1 Café licences
Members heard of the café at 22/036 www.example.org/licences and of school_transport; the Clerk's report was noted.
ACTION: The Clerk to write to the café, to the café's neighbours and to whoever else may want to hear of the café.
"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgres() as url:
        yield url


@pytest.fixture
def empty(server: str) -> str:
    return schema(server, f"s{uuid4().hex}")


def schema(server: str, name: str) -> str:
    """The URL of a schema of its own, in which nothing is yet."""
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(CreateSchema(name))
    engine.dispose()
    return f"{server}&options=-csearch_path%3D{name}"


@pytest.fixture(scope="module")
def both(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Catalogue]]:
    """The same documents in PostgreSQL and in SQLite, for tests that change nothing."""
    opened = [Catalogue(schema(server, "both")), Catalogue(tmp_path_factory.mktemp("both") / "catalogue.sqlite")]
    for catalogue in opened:
        fill(catalogue)
    yield opened
    for catalogue in opened:
        catalogue.close()


def fill(catalogue: Catalogue) -> None:
    for source, path in ((ASHBY, "ashby.txt"), (BURLEY, "burley.txt"), (PAPER, "paper.txt")):
        put(catalogue, source, path)
    pending = [each.number for together in catalogue.pending_contexts(100) for each in together]
    catalogue.use_encoder("toy", "1")
    catalogue.put_vectors(pending, np.eye(len(pending), 64, dtype=np.float32))


def put(catalogue: Catalogue, source: str, path: str) -> str:
    document = document_of(source, path=path)
    minutes = minutes_of(document)
    return catalogue.put(document, minutes, passages(document, minutes), "1").outcome


@pytest.mark.parametrize(
    "phrase",
    [
        "transport", "TRANSPORT", "school transport", "transport school", "transports", "café", "cafe", "22/036", "036",
        "www.example.org", "example org", "licence", "Clerk's", "the", "12%", "Ashby", "2023", "nowhere", "", "'; --",
        "a & b | !c", "\x00", "x" * 3000,
    ],
)  # fmt: skip
def test_a_phrase_is_in_the_same_passages(both: list[Catalogue], phrase: str) -> None:
    found = [{c.id for c in each.candidates(each.matching([phrase], Filters()).best(100))} for each in both]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("phrases", "first"),
    [
        (["petition", "library", "saturdays"], "library"),
        (["cost", "taxis", "special", "schools"], "taxis"),
        (["waiting", "times", "speech", "therapy"], "speech"),
        (["clerk", "café", "neighbours"], "neighbours"),
    ],
)
def test_the_best_come_first(both: list[Catalogue], phrases: list[str], first: str) -> None:
    for catalogue in both:
        (best, *_) = catalogue.hits(
            [(number, 1) for number in catalogue.matching(phrases, Filters()).best(3)], Filters(), {}
        )
        assert first in best.text


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(organisation="ASHBY"),
        Filters(organisation="Ashby County Council"),
        Filters(since="2023-05"),
        Filters(until="2023-05"),
        Filters(since="2023-01-16", until="2023"),
        Filters(kind="decision"),
        Filters(kind="action", owner="clerk"),
        Filters(outcome="noted"),
        Filters(body="100% _"),
    ],
)
@pytest.mark.parametrize(
    "ask",
    [
        lambda catalogue, filters: catalogue.coverage(filters),
        lambda catalogue, filters: [each.path for each in catalogue.documents(filters)],
        lambda catalogue, filters: catalogue.records("decision", ["school"], filters),
        lambda catalogue, filters: catalogue.records("action", [], filters),
        lambda catalogue, filters: catalogue.vectors(filters)[1].tolist(),
    ],
    ids=["coverage", "documents", "decisions", "actions", "vectors"],
)
def test_filters_let_the_same_through(
    both: list[Catalogue], filters: Filters, ask: Callable[[Catalogue, Filters], object]
) -> None:
    assert ask(both[0], filters) == ask(both[1], filters)


@pytest.fixture(scope="module")
def named(server: str) -> Iterator[Catalogue]:
    catalogue = Catalogue(schema(server, "named"))
    put(catalogue, ASHBY, "ashby.txt")
    document = document_of(NAMES, path="names.txt")
    minutes = named_of(document)
    catalogue.put(document, minutes, passages(document, minutes), "1")
    yield catalogue
    catalogue.close()


@pytest.mark.parametrize(("words", "filters", "held"), WORDS)
def test_words_are_found_whatever_their_signs_and_endings(
    named: Catalogue, words: str, filters: Filters, held: bool
) -> None:
    found = {listed.document.path for listed in named.records("decision", [words] if words else [], filters)}
    assert ("names.txt" in found) is held


def test_people_are_found_by_a_word_of_their_name(named: Catalogue) -> None:
    assert len(named.attended("bradaigh")) == len(named.attended("ARCY")) == 1
    assert len(named.naming_people("brádaigh")) == len(named.naming_people("arcy")) == 1
    assert named.attended("brad") == named.naming_people("café") == []
    assert len(named.records("action", [], Filters(owner="chief executive's office"))) == 1


def passage_ids(catalogue: Catalogue) -> list[str]:
    return [each.id for each in catalogue.candidates(catalogue.matching(["school", "library"], Filters()).best(100))]


def related_to(catalogue: Catalogue, words: list[str]) -> list[object]:
    """What is asked for a decision that holds the words: its passages' texts, vectors and records, and its item's."""
    (decision, *_) = catalogue.records("decision", words, Filters())
    numbers = catalogue.passages_of(decision.record.id)
    under = catalogue.passages_under([decision.record.item_id], Filters())  # type: ignore[union-attr, list-item]
    return [
        [*catalogue.texts_of(numbers).values()],
        catalogue.vectors_of(numbers)[1].tolist(),
        [*catalogue.records_in(numbers).values()],
        sorted(catalogue.texts_of([*under]).values()),
    ]


@pytest.mark.parametrize(
    "ask",
    [
        lambda catalogue: sorted(each.record.id for each in catalogue.records_on(passage_ids(catalogue), Filters())),
        lambda catalogue: related_to(catalogue, ["taxi", "contracts"]),
        lambda catalogue: sorted(
            (each.item, each.text, each.group) for each in catalogue.talk(Filters(body="cabinet"))
        ),
        lambda catalogue: catalogue.people(),
    ],
    ids=["timeline", "related", "topics", "people"],
)
def test_across_meetings_the_same_is_found(both: list[Catalogue], ask: Callable[[Catalogue], object]) -> None:
    assert ask(both[0]) == ask(both[1])


def test_the_same_passages_and_versions_are_alike(empty: str, tmp_path: Path) -> None:
    found = []
    for catalogue in (Catalogue(empty), Catalogue(tmp_path / "catalogue.sqlite")):
        fill(catalogue)
        put(catalogue, f"{ASHBY}\nMore was said of the snow by everybody who was there.", "later.txt")
        catalogue.write_bands()
        pairs, texts = catalogue.alike(catalogue.matching(["petition"], Filters()).best(9), Filters())
        assert pairs
        twins = catalogue.twins(sorted(texts))
        versions = catalogue.versions(document_of(ASHBY).id)
        assert [each.relation for each in versions] == ["minutes"]
        found.append((sorted(texts.values()), sorted(each.citation.quote for each in twins.values()), versions))
        catalogue.begin_rebuild("other", "2")
        assert (catalogue.encoder(), catalogue.coverage(Filters()).pending) == (("other", "2"), catalogue.pending())
        catalogue.settle_vectors()
        catalogue.close()
    assert found[0] == found[1]


def test_abbreviations_and_standing_notices_are_the_same(both: list[Catalogue]) -> None:
    notice = "Members are reminded that the Early Years Team (EYT) keeps a copy of all that is said at this meeting."
    for catalogue in both:
        for n in range(1, 6):
            put(catalogue, f"^ Colby Council; Board; 2024-0{n}-01\n# 1 Day {n}\n{notice}", f"colby-{n}.txt")
    assert [each.meanings(["EYT", "XQZ"]) for each in both] == [{"EYT": "Early Years Team"}] * 2
    assert [each.names(["early year team"]) for each in both] == [{"early year team": "EYT"}] * 2
    found = [each.standing(list(each.matching(["reminded"], Filters()).best(9))) for each in both]
    assert [len(each) for each in found] == [5, 5]


def test_what_is_put_anew_or_removed_leaves_nothing(empty: str, tmp_path: Path) -> None:
    catalogues = [Catalogue(empty), Catalogue(tmp_path / "catalogue.sqlite")]
    for catalogue in catalogues:
        fill(catalogue)
        assert put(catalogue, BURLEY, "burley.txt") == "unchanged"
        assert put(catalogue, BURLEY + "More was said of waiting times by everybody.", "burley.txt") == "updated"
        catalogue.remove(document_of(ASHBY).id)
        assert catalogue.faults() == [*catalogue.misquotes()] == []
        assert catalogue.matching(["petition"], Filters()).best(9) == {}
    assert catalogues[0].totals() == catalogues[1].totals()
    assert sorted(catalogues[0].dropped()) == sorted(catalogues[1].dropped())
    for catalogue in catalogues:
        catalogue.close()


def test_documents_of_no_organisation_come_last(empty: str) -> None:
    catalogue = Catalogue(empty)
    fill(catalogue)
    put(catalogue, "Nothing but this was said, at some length and by nobody.", "a.txt")
    assert [each.path for each in catalogue.documents(Filters())] == ["ashby.txt", "paper.txt", "burley.txt", "a.txt"]
    catalogue.close()


def test_a_document_that_fails_half_way_leaves_nothing(empty: str) -> None:
    catalogue, document = Catalogue(empty), document_of(ASHBY)
    minutes = minutes_of(document)
    found = passages(document, minutes)
    with pytest.raises(InputError, match="contradict"):
        catalogue.put(document, minutes, [*found, found[0]], "1")
    assert set(catalogue.totals().values()) == {0}
    catalogue.close()


def test_a_catalogue_is_opened_again_but_not_made_unless_asked(empty: str) -> None:
    with pytest.raises(LibraryError, match=r"There is no library in postgresql\+psycopg://tests@"):
        Catalogue(empty, create=False)
    first = Catalogue(empty)
    again = Catalogue(empty, create=False)
    assert first.key() == again.key()
    first.close()
    again.close()


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("postgresql+psycopg://nobody:secret@127.0.0.1:9/none", r"nobody:\*\*\*@127.0.0.1:9/none cannot be used"),
        ("mysql://somewhere/minutes", r"cannot be kept in mysql; write postgresql\+psycopg://"),
        ("minutes", r"'minutes' is no URL of a database; write postgresql\+psycopg://"),
    ],
)
def test_what_is_no_catalogue_is_told_in_one_line(where: str, says: str) -> None:
    with pytest.raises(LibraryError, match=says) as told:
        Catalogue(where)
    assert "\n" not in str(told.value)


def test_corrections_are_kept_and_taken_back(empty: str) -> None:
    catalogue = Catalogue(empty)
    put(catalogue, ASHBY, "ashby.txt")
    document, minutes = catalogue.document(document_of(ASHBY).id)
    told = wrong(minutes.decisions[0], who="edda", why="only talk")
    with catalogue.changing():
        catalogue.put_correction(told)
        shown = apply(document, minutes, [told]).minutes
        catalogue.amend(shown, passages(document, shown), extracted=minutes)
    assert catalogue.corrections(document.sha256) == [told]
    assert catalogue.document(document.id)[1].decisions == minutes.decisions[1:]
    assert catalogue.extraction(document.id)[1] == minutes
    with pytest.raises(QueryError):
        take_back_half_way(catalogue, told)
    assert catalogue.corrections() == [told]  # all or nothing
    catalogue.close()


def take_back_half_way(catalogue: Catalogue, told: Correction) -> None:
    with catalogue.changing():
        catalogue.put_correction(withdrawn(told, who="edda"))
        catalogue.correction("cor-nowhere")


def test_the_step_that_brings_corrections_is_one_that_postgresql_takes(empty: str) -> None:
    catalogue = Catalogue(empty)
    step = [statement for statement in MIGRATIONS["6"][1] if "corrections" in statement or "extracted" in statement]
    with catalogue._write() as connection:
        connection.execute(text("DROP TABLE corrections"))
        connection.execute(text("ALTER TABLE contents DROP COLUMN extracted"))
        for statement in step:
            connection.execute(text(statement))
    assert len(step) == 3
    assert catalogue.corrections() == []
    catalogue.close()


SINCE_VERSION_8 = """
DROP INDEX ix_contexts_document_id;
DROP INDEX ix_passages_context;
DROP INDEX ix_passages_item_id;
DROP INDEX records_by_item;
ALTER TABLE documents DROP COLUMN words;
ALTER TABLE attendance DROP COLUMN words;
ALTER TABLE records DROP COLUMN words, DROP COLUMN seconder;
UPDATE meta SET value = '8' WHERE key = 'schema';
"""


def test_a_catalogue_of_version_8_is_brought_up_and_then_like_a_new_one(empty: str) -> None:
    new = Catalogue(empty)
    fill(new)
    expected = shape(new)
    with new._write() as connection:
        connection.execute(text(SINCE_VERSION_8))
    new.close()
    old = Catalogue(empty)
    assert shape(old) == expected
    old.close()


def shape(catalogue: Catalogue) -> list[set[tuple[object, ...]]]:
    """The indexes and the columns."""
    indexes = "SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()"
    columns = (
        "SELECT table_name, column_name, data_type, is_nullable, generation_expression "
        "FROM information_schema.columns WHERE table_schema = current_schema()"
    )
    with catalogue._read() as connection:
        return [{tuple(row) for row in connection.execute(text(query))} for query in (indexes, columns)]
