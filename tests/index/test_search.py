from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import search as module
from index.catalogue import Catalogue
from index.catalogue.finding import Candidate
from index.passages import passages
from index.search import SOUGHT_BY, fuse, order, search
from index.vectors import Vectors
from minutes.errors import QueryError
from minutes.found import Answer, Filters, PassageKind
from tests.index.samples import document_of, minutes_of


@pytest.fixture
def vectors(tmp_path: Path) -> Vectors:
    return Vectors(tmp_path / "vectors")


def bag(texts: Sequence[str]) -> NDArray[np.float32]:
    """A toy encoder: which letters a text holds, unit length."""
    counts = np.array([[1 + text.lower().count(chr(97 + n)) for n in range(26)] for text in texts], dtype=np.float32)
    return counts / np.linalg.norm(counts, axis=1, keepdims=True)


def ask(catalogue: Catalogue, vectors: Vectors, query: str, *, limit: int = 10, **filters: str) -> Answer:
    return search(catalogue, vectors, lambda: bag, query, filters=Filters(**filters), limit=limit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cosines", "words", "best"),
    [
        ({1: 0.5, 2: 0.5}, {2: 0.3, 3: 0.3}, 2),
        ({1: 0.5}, {}, 1),
        ({}, {}, None),
        pytest.param({1: 0.6, 2: 0.5}, {2: 0.1}, 1, id="few words do not outweigh what is nearer"),
        pytest.param({1: 0.6, 2: 0.5}, {2: 0.5}, 2, id="many do"),
    ],
)
def test_fuse(cosines: dict[int, float], words: dict[int, float], best: int | None) -> None:
    scores = fuse(cosines, words)
    assert max(scores, key=lambda number: scores[number], default=None) == best


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"kind": "decision"}, {}, id="decisions above talk"),
        pytest.param({}, {"boilerplate": True}, id="boilerplate below"),
        pytest.param({}, {"boilerplate": True, "kind": "decision"}, id="boilerplate below, be it a decision"),
        pytest.param({"date": "2024-01-01"}, {"date": "2023-12-31"}, id="recent first"),
        pytest.param({"date": "2024-01-01"}, {"date": None}, id="no date last"),
        pytest.param({"id": "a"}, {"id": "b"}, id="then by id"),
    ],
)
def test_order_of_equal_scores(first: dict[str, object], second: dict[str, object]) -> None:
    common = {"id": "x", "kind": "paragraph", "boilerplate": False, "context": None, "date": "2020-01-01"}
    one, two = (Candidate(number=n, **(common | own)) for n, own in ((1, first), (2, second)))  # type: ignore[arg-type]
    assert [number for number, _ in order([two, one], {1: 0.1, 2: 0.1})] == [1, 2]


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("what did the trust resolve about the ferry", {"decision"}),
        ("who sends the list to the harbour master", {"action"}),
        ("what was the Clerk told to find out", {"action"}),
        ("how many ferries sailed on time", {"metric"}),
        ("cost of the new slipway", {"metric"}),
        ("why the ferry is late", set()),
        ("whose boats stood in the harbour", set()),
    ],
)
def test_what_a_question_is_after(question: str, kinds: set[str]) -> None:
    assert {kind for kind, words in SOUGHT_BY.items() if words.search(question)} == kinds


def test_passages_of_a_kind_that_is_sought_gain() -> None:
    kinds: dict[int, PassageKind] = {1: "metric", 2: "paragraph", 3: "action"}
    found = [
        Candidate(number=n, id=str(n), kind=kind, boilerplate=False, context=None, date=None)
        for n, kind in kinds.items()
    ]
    scores = {1: 0.50, 2: 0.53, 3: 0.51}
    assert [number for number, _ in order(found, scores)] == [2, 3, 1]
    assert [number for number, _ in order(found, scores, sought={"metric"})] == [1, 2, 3]


def test_what_was_said_in_the_year_and_month_that_are_named_gains() -> None:
    days = {1: "2021-05-20", 2: "2021-06-03", 3: "2022-05-19", 4: None}
    found = [
        Candidate(number=n, id=str(n), kind="paragraph", boilerplate=False, context=None, date=days[n]) for n in days
    ]
    ranked = order(found, {1: 0.50, 2: 0.51, 3: 0.52, 4: 0.53}, dates={"2021", "2021-05"})
    assert [number for number, _ in ranked] == [1, 2, 4, 3]


def test_a_keyword_finds_its_passage_before_anything_is_embedded(catalogue: Catalogue, vectors: Vectors) -> None:
    answer = ask(catalogue, vectors, "petition against closing")
    assert answer.hits[0].passage.quote.startswith("Members spoke of the petition")
    assert answer.hits[0].item == {"number": "3", "title": "Library opening hours"}
    assert answer.hits[0].document.path == "ashby.txt"
    assert [hit.rank for hit in answer.hits] == list(range(1, len(answer.hits) + 1))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("petition", True),
        ("petition xyzzyplugh", True),
        ("petition xyzzyplugh flibbertigibbet", False),
        ("petition library xyzzyplugh flibbertigibbet", False),
        ("petition library volunteers xyzzyplugh flibbertigibbet", True),
        ("xyzzyplugh", False),
        ("the petition", True),
    ],
)
def test_keywords_count_unless_half_of_them_are_unknown(
    catalogue: Catalogue, vectors: Vectors, query: str, found: bool
) -> None:
    assert bool(ask(catalogue, vectors, query).hits) is found  # nothing is embedded


@pytest.mark.parametrize(
    ("query", "floor", "unknown", "found"),
    [
        pytest.param("xyzzyplugh", -1, 1.1, False, id="an unknown word has a floor of its own"),
        pytest.param("xyzzyplugh", 1.1, -1, True, id="and passes if it is near enough"),
        pytest.param("petition", 1.1, 1.1, True, id="what a keyword finds needs not be near"),
    ],
)
def test_what_is_far_in_meaning_is_left_out(
    catalogue: Catalogue,
    vectors: Vectors,
    monkeypatch: pytest.MonkeyPatch,
    query: str,
    floor: float,
    unknown: float,
    found: bool,
) -> None:
    embed(catalogue)
    monkeypatch.setattr(module, "FLOOR", floor)
    monkeypatch.setattr(module, "FLOOR_UNKNOWN", unknown)
    hits = ask(catalogue, vectors, query).hits
    assert bool(hits) is found
    if floor > 1 and unknown > 1:
        assert all("petition" in hit.text for hit in hits)


@pytest.mark.parametrize(
    ("query", "answering", "found"),
    [
        pytest.param("petition taxis therapy snow", 9, False, id="words that stand nowhere together"),
        pytest.param("petition taxis therapy snow", 0, True, id="unless they come near something"),
        pytest.param("petition volunteers taxis", 9, True, id="two of three stand together"),
        pytest.param("petition", 9, True, id="a word is found wherever it stands"),
    ],
)
def test_words_that_make_no_sense_together_find_nothing(
    catalogue: Catalogue, vectors: Vectors, monkeypatch: pytest.MonkeyPatch, query: str, answering: int, found: bool
) -> None:
    embed(catalogue)
    monkeypatch.setattr(module, "ANSWERING", answering)
    assert bool(ask(catalogue, vectors, query).hits) is found


@pytest.mark.parametrize(
    ("query", "close", "far"),
    [
        pytest.param("petition taxis therapy snow", 9, True, id="nothing near, and few of the words together"),
        pytest.param("petition taxis therapy snow", 0, False, id="something is near"),
        pytest.param("petition volunteers taxis", 9, False, id="two of three stand together"),
        pytest.param("petition xyzzyplugh", 9, True, id="one of two, of which the other stands nowhere"),
        pytest.param("xyzzyplugh flibbertigibbet", 9, False, id="nothing is found, and told as that"),
    ],
)
def test_hits_that_are_only_the_nearest_are_told_as_that(
    catalogue: Catalogue, vectors: Vectors, monkeypatch: pytest.MonkeyPatch, query: str, close: int, far: bool
) -> None:
    embed(catalogue)
    monkeypatch.setattr(module, "FLOOR_UNKNOWN", 1.1)
    monkeypatch.setattr(module, "CLOSE", close)
    answer = ask(catalogue, vectors, query)
    assert answer.far is far
    assert answer.hits or not far


def test_without_vectors_nothing_is_said_of_how_close_hits_are(catalogue: Catalogue, vectors: Vectors) -> None:
    assert not ask(catalogue, vectors, "petition xyzzyplugh").far


@pytest.mark.parametrize(
    ("query", "outcomes"),
    [("taxi contracts noted", ("noted",)), ("library Saturdays", ("approved",)), ("members spoke petition", ())],
)
def test_a_hit_tells_how_what_it_decides_came_out(
    catalogue: Catalogue, vectors: Vectors, query: str, outcomes: tuple[str, ...]
) -> None:
    assert ask(catalogue, vectors, query).hits[0].outcomes == outcomes


@pytest.mark.parametrize("kind", ["decision", "action", "metric", "paragraph"])
def test_a_hit_has_the_kind_that_was_asked_for(catalogue: Catalogue, vectors: Vectors, kind: str) -> None:
    document = document_of("RESOLVED: that the transport target be 12%\nACTION: The Clerk to ask why 9% of transport")
    minutes = minutes_of(document)
    catalogue.put(document, minutes, passages(document, minutes), "1")
    assert {hit.kind for hit in ask(catalogue, vectors, "transport", kind=kind).hits} == {kind}


@pytest.mark.parametrize(
    ("query", "first"),
    [
        pytest.param("the boat house roof was mended", "The boat house roof was mended.", id="word for word"),
        pytest.param("mended was roof house boat", "Was the house boat mended? Its roof was.", id="in no order"),
        pytest.param("the house boat", "Was the house boat mended? Its roof was.", id="too short to be a sentence"),
    ],
)
def test_who_says_the_question_word_for_word_stands_above_who_has_its_words(
    catalogue: Catalogue, vectors: Vectors, query: str, first: str
) -> None:
    for day, said in (("01", "The boat house roof was mended."), ("02", "Was the house boat mended? Its roof was.")):
        document = document_of(f"^ Colby Council; Board; 2024-01-{day}\n# 1 Repairs\n{said}", path=f"{day}.txt")
        minutes = minutes_of(document)
        catalogue.put(document, minutes, passages(document, minutes), "1")
    assert ask(catalogue, vectors, query).hits[0].passage.quote == first


def test_vectors_find_what_no_keyword_does(catalogue: Catalogue, vectors: Vectors) -> None:
    embed(catalogue)
    anagram = "noitatropsnart"  # no word of any passage, but its letters
    assert ask(catalogue, vectors, anagram).hits


@pytest.mark.parametrize(
    ("filters", "path"), [({"organisation": "burley"}, "burley.txt"), ({"outcome": "noted"}, "ashby.txt")]
)
def test_filters_hold_for_keywords_and_vectors(
    catalogue: Catalogue, vectors: Vectors, filters: dict[str, str], path: str
) -> None:
    embed(catalogue)
    assert {hit.document.path for hit in ask(catalogue, vectors, "school transport", **filters).hits} == {path}


def test_a_large_library_asks_chroma_and_agrees(
    catalogue: Catalogue, vectors: Vectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    embed(catalogue)
    exact = ask(catalogue, vectors, "school transport", limit=3)
    vectors.add(*catalogue.unindexed(1000))
    monkeypatch.setattr(module, "EXACT", 1)
    monkeypatch.setattr(module, "DEPTH", 3)
    (found,) = ask(catalogue, vectors, "school transport", limit=1).hits
    assert (found.passage, found.score) == (exact.hits[0].passage, pytest.approx(exact.hits[0].score, abs=1e-4))
    few = ask(catalogue, vectors, "school transport", limit=1, organisation="burley")
    assert {hit.document.path for hit in few.hits} == {"burley.txt"}


@pytest.mark.parametrize(
    ("query", "wanted", "unwanted"),
    [
        ('"taxi contracts" school', "taxi contracts", None),
        ("school transport -petition", "", "petition"),
        ("transport body:cabinet", "Ashby", "Burley"),
        ("transport organisation:burley", "Burley", "Ashby"),
        ("transport after:2024", "Burley", "Ashby"),
        ("transport before:2024", "Ashby", "Burley"),
        ("transport outcome:noted", "noted", "approved"),
    ],
)
def test_what_a_query_says_is_a_filter(
    catalogue: Catalogue, vectors: Vectors, query: str, wanted: str, unwanted: str | None
) -> None:
    embed(catalogue)
    hits = ask(catalogue, vectors, query).hits
    assert hits
    for hit in hits:
        said = f"{hit.meeting.organisation} {hit.text}"
        assert wanted.casefold() in said.casefold()
        assert unwanted is None or unwanted.casefold() not in said.casefold()


@pytest.mark.parametrize(
    ("query", "filters", "named"),
    [
        ("petition body:board", {}, ("body:board",)),
        ('petition body:"health board"', {"since": "2023"}, ('body:"health board"',)),
        ("petition", {"since": "2024"}, ("since:2024",)),
        ("petition -library -snow", {}, ("-library -snow",)),
        ("petition", {"since": "2024", "organisation": "burley"}, ("organisation:burley", "since:2024")),
        ("xyzzyplugh", {"since": "2024"}, ()),
        ("petition", {"since": "2023"}, ()),
    ],
)
def test_the_filter_that_let_nothing_through_is_named(
    catalogue: Catalogue, vectors: Vectors, query: str, filters: dict[str, str], named: tuple[str, ...]
) -> None:
    assert ask(catalogue, vectors, query, **filters).emptied_by == named


def test_another_model_can_score_the_best_again(catalogue: Catalogue, vectors: Vectors) -> None:
    embed(catalogue)
    first = ask(catalogue, vectors, "school transport", limit=9).hits
    answer = search(
        catalogue, vectors, lambda: bag, "school transport", filters=Filters(), limit=2,
        rerank=lambda query, texts: [texts.index(text) for text in texts],
    )  # fmt: skip
    assert [hit.passage for hit in answer.hits] == [hit.passage for hit in reversed(first)][:2]
    assert [hit.rank for hit in answer.hits] == [1, 2]


NOTICE = "Members are reminded that the meeting will be recorded by the council and that copies are kept for a year."


@pytest.mark.parametrize(
    ("repeats", "boilerplate", "first"), [(5, False, "day"), (5, True, "notice"), (2, False, "notice")]
)
def test_what_most_documents_of_a_body_repeat_ranks_low(
    catalogue: Catalogue, vectors: Vectors, repeats: int, boilerplate: bool, first: str
) -> None:
    for n in range(repeats):
        text = (
            f"^ Colby Council; Board; 2024-0{n + 1}-01\n# 1 Day {n}\n{NOTICE}\n# 2 Own\nIt rained on day {'x' * n}.\n"
        )
        said = "The copies kept of the meeting recorded in spring were asked for by a member of the public last week.\n"
        document = document_of(text + (f"# 3 Copies\n{said}" if n == 0 else ""), path=f"colby-{n}.txt")
        minutes = minutes_of(document)
        catalogue.put(document, minutes, passages(document, minutes), "1")
    answer = search(
        catalogue, vectors, lambda: bag, "meeting recorded copies kept reminded", filters=Filters(), limit=3,
        boilerplate=boilerplate,
    )  # fmt: skip
    assert (
        answer.hits[0].passage.quote
        == {
            "notice": NOTICE,
            "day": "The copies kept of the meeting recorded in spring "
            "were asked for by a member of the public last week.",
        }[first]
    )


def test_coverage_says_what_was_searched(catalogue: Catalogue, vectors: Vectors) -> None:
    coverage = ask(catalogue, vectors, "nosuchword", until="2023-12-31").coverage
    assert (coverage.documents, coverage.bodies, coverage.first, coverage.last) == (1, 1, "2023-01-16", "2023-01-16")
    nowhere = ask(catalogue, vectors, "transport", organisation="nowhere").coverage
    assert (nowhere.documents, nowhere.bodies, nowhere.passages, nowhere.first) == (0, 0, 0, None)


@pytest.mark.parametrize("query", ["", "  ", "?!", '""'])
def test_an_empty_query_is_refused(catalogue: Catalogue, vectors: Vectors, query: str) -> None:
    with pytest.raises(QueryError, match="nothing to search for"):
        ask(catalogue, vectors, query)


def test_a_limit_below_one_is_refused(catalogue: Catalogue, vectors: Vectors) -> None:
    with pytest.raises(QueryError, match="at least 1"):
        ask(catalogue, vectors, "transport", limit=0)


def test_a_vector_without_a_passage_is_taken_for_no_other_s(catalogue: Catalogue) -> None:
    embed(catalogue)
    held = sorted(catalogue.index())
    near = [f"{id_[:-1]}{'0' if id_[-1] == 'z' else 'z'}" for id_ in held]  # in order beside those that are held
    assert catalogue.numbers([*near, held[0]], Filters()) == catalogue.numbers(held[:1], Filters())


def embed(catalogue: Catalogue) -> None:
    pending = [each for together in catalogue.pending_contexts(1000) for each in together]
    catalogue.put_vectors([each.number for each in pending], bag([f"{each.header}\n{each.text}" for each in pending]))
