"""Pages fit together, hold what fits, and go on where they stood."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answers.paging import Asker, full, lean, tokens
from answers.questions import ActionsAsked, DecisionsAsked, FetchAsked, Search
from answers.tools import actions, decisions, fetch, search
from library import Library
from minutes.errors import QueryError
from minutes.found import Filters
from tests.answers.thousand import thousand

PAPER = """Harlow Fell Parish Council

Minutes of the meeting held on 3 July 2023

1. Upkeep

RESOLVED: that the ford be closed in winter.
"""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with thousand(tmp_path_factory.mktemp("thousand")) as library:
        yield library


def decided(library: Library, asker: Asker, **asked: object) -> Iterator[list[str]]:
    """The ids on each page."""
    cursor = None
    while True:
        page = decisions(library, DecisionsAsked(cursor=cursor, **asked), asker)
        yield [each.id for each in page.decisions]
        if not (cursor := page.next_cursor):
            return


def test_a_thousand_results_page_by_page(many: Library, asker: Asker) -> None:
    pages = list(decided(many, asker, limit=100))
    assert [len(page) for page in pages] == [100] * 10
    assert [id_ for page in pages for id_ in page] == many.register("decision")


def test_a_thousand_hits_page_by_page(many: Library, asker: Asker) -> None:
    found, cursor = [], None
    while cursor or not found:
        page = search(many, Search(query="resolved to clean a hut", kind="decision", limit=50, cursor=cursor), asker)
        found += [(hit.rank, hit.citation.document_id, hit.citation.start) for hit in page.hits]
        cursor = page.next_cursor
    assert [rank for rank, *_ in found] == list(range(1, 1001))
    assert len({tuple(place) for _, *place in found}) == 1000
    first = many.search("resolved to clean a hut", limit=50, filters=Filters(kind="decision")).hits
    assert [(hit.citation.document_id, hit.citation.start) for hit in first] == [tuple(each[1:]) for each in found[:50]]


def test_a_page_goes_on_after_the_same_record_when_documents_come(tmp_path: Path, asker: Asker) -> None:
    with thousand(tmp_path) as library:
        first = decisions(library, DecisionsAsked(limit=5), asker)
        expected = library.register("decision")[5:10]
        (tmp_path / "new.txt").write_text(PAPER, encoding="utf-8")
        list(library.add([tmp_path / "new.txt"]))  # its decision is the latest, and so the first of all
        assert library.register("decision")[5:10] != expected
        second = decisions(library, DecisionsAsked(limit=5, cursor=first.next_cursor), asker)
        assert [each.id for each in second.decisions] == expected


@pytest.mark.parametrize("shape", [full, lean])
@pytest.mark.parametrize("budget", [600, 1500, 5000])
def test_a_page_holds_what_its_tokens_allow(library: Library, shape: object, budget: int) -> None:
    asker = Asker(shape=shape)  # type: ignore[arg-type]
    page = decisions(library, DecisionsAsked(limit=100, tokens=budget), asker)
    assert 1 <= len(page.decisions) < 100
    assert page.tokens == tokens(asker.shape(page.model_copy(update={"tokens": 0})))
    assert page.tokens <= budget * 1.05 or len(page.decisions) == 1
    more = decisions(library, DecisionsAsked(limit=100, tokens=budget, cursor=page.next_cursor), asker)
    assert more.decisions[0].id == library.register("decision")[len(page.decisions)]


def test_one_result_is_always_given(library: Library, asker: Asker) -> None:
    page = search(library, Search(query="school transport", tokens=200), asker)
    assert len(page.hits) == 1
    assert page.next_cursor


def test_pages_may_be_of_other_sizes(library: Library, asker: Asker) -> None:
    first = decisions(library, DecisionsAsked(limit=3), asker)
    second = decisions(library, DecisionsAsked(limit=7, cursor=first.next_cursor), asker)
    ids = [each.id for each in (*first.decisions, *second.decisions)]
    assert ids == library.register("decision")[:10]


@pytest.mark.parametrize("cursor", ["x", "WzFd", "!!!", "WyJhIiwxLCJiIl0", "bnVsbA"])
def test_what_is_no_cursor_is_refused(library: Library, asker: Asker, cursor: str) -> None:
    with pytest.raises(QueryError, match="at that cursor"):
        decisions(library, DecisionsAsked(cursor=cursor), asker)


def test_a_cursor_is_good_for_its_own_question_only(library: Library, asker: Asker) -> None:
    cursor = decisions(library, DecisionsAsked(limit=1), asker).next_cursor
    with pytest.raises(QueryError, match="leave it out"):
        decisions(library, DecisionsAsked(limit=1, outcome="noted", cursor=cursor), asker)
    with pytest.raises(QueryError, match="leave it out"):
        actions(library, ActionsAsked(limit=1, cursor=cursor), asker)


def test_the_text_of_a_document_is_whole_over_its_pages(library: Library, asker: Asker) -> None:
    document = next(each.document for each in library.documents() if each.document and each.document.pages)
    texts, cursor = [], None
    while cursor or not texts:
        page = fetch(library, FetchAsked(id=document.id, limit=2, cursor=cursor), asker)
        assert bool(page.items) == (cursor is None)
        texts += [each.quote for each in page.text]
        cursor = page.next_cursor
    own = library.document(document.id)[0]
    said = "".join(own.text[each.start : each.end] for each in own.blocks if not each.furniture)
    assert "".join("".join(texts).split()) == "".join(said.split())


def test_what_stands_around_a_hit_is_fetched_by_its_place(library: Library, asker: Asker) -> None:
    cited = search(library, Search(query="solo taxi journeys", kind="decision"), asker).hits[0].citation
    page = fetch(library, FetchAsked(id=cited.document_id, at=cited.start), asker)
    assert cited.quote in "\n".join(each.quote for each in page.text)
    assert page.total < fetch(library, FetchAsked(id=cited.document_id), asker).total


def test_hits_that_are_only_the_nearest_are_said_to_be_that(library: Library, asker: Asker) -> None:
    page = search(library, Search(query="number of dogs in the park"), asker)
    assert page.far
    assert page.summary.startswith("No passage is close to this question; these are only the nearest. ")
    assert not search(library, Search(query="school transport"), asker).far


def test_nothing_found_says_in_how_much(library: Library, asker: Asker) -> None:
    page = search(library, Search(query="zxqv plugh"), asker)
    assert (page.hits, page.total, page.next_cursor) == ((), 0, None)
    assert page.summary.startswith("No passages found. Looked in 14 documents of 5 bodies from 2022-03-08")
