"""A citation can be passed on as it is: with title, meeting, address and W3C selectors."""

from typing import Any, get_args

import pytest

from answers.model import Cited, DecisionTold, HitTold
from answers.paging import Asker, full, lean
from answers.questions import ActionsAsked, CompareAsked, DecisionsAsked, MetricsAsked, Search
from answers.telling import LONGEST, selectors, told
from answers.tools import actions, compare, decisions, metrics, search
from library import Library
from minutes.found import Status
from minutes.model import Citation

CITATION = Citation(
    document_id="4f2a91", sha256="4f2a91", page=3, paragraph=7, start=100, end=109, quote="be it so.", prefix="that ",
    suffix=" Next", boxes=((3, 1.0, 2.0, 3.0, 4.0),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, {"TextPositionSelector", "TextQuoteSelector", "page=3"}),
        ({"page": None}, {"TextPositionSelector", "TextQuoteSelector"}),
        ({"page": None, "anchor": "item 4"}, {"TextPositionSelector", "TextQuoteSelector", "item%204"}),
        ({"quote": "x" * (LONGEST + 1)}, {"TextPositionSelector", "page=3"}),
    ],
)
def test_selectors(changes: dict[str, object], expected: set[str]) -> None:
    found = selectors(CITATION.model_copy(update=changes))
    assert {each.value if each.type == "FragmentSelector" else each.type for each in found} == expected


def test_a_citation_leads_to_its_words(library: Library) -> None:
    hit = told(library.search("Millrace Lane culvert").hits[0], site="https://minutes.example")
    assert isinstance(hit, HitTold)
    cited, document = hit.citation, library.document(hit.document.id)[0]
    assert document.text[cited.start : cited.end] == cited.quote
    assert cited.url.startswith(f"https://minutes.example/documents/{document.id}/")
    assert f"start={cited.start}&end={cited.end}" in cited.url
    assert (cited.title, cited.body, cited.date) == (document.title, hit.meeting.body, hit.meeting.date)


def test_a_record_in_an_answer_is_flat(library: Library) -> None:
    listed = library.records("decision")[0]
    record = told(listed)
    assert isinstance(record, DecisionTold)
    assert isinstance(record.citation, Cited)
    assert (record.id, record.document, record.meeting) == (listed.record.id, listed.document, listed.meeting)


def test_an_assistant_is_told_nothing_twice(library: Library, asker: Asker) -> None:
    page = search(library, Search(query="school transport", limit=5), asker)
    short, long = lean(page), full(page)
    assert len(str(short)) < len(str(long)) * 0.6
    for hit in short["hits"]:  # type: ignore[union-attr]
        assert not {"document", "meeting", "item"} & set(hit)
        assert {"title", "body", "date", "quote", "url", "selector"} <= set(hit["citation"])


def test_what_is_said_of_a_series_is_not_said_of_each_figure(library: Library, asker: Asker) -> None:
    page = metrics(library, MetricsAsked(limit=5), asker)
    short: Any = lean(page)
    for series, long in zip(short["series"], page.series, strict=True):
        for point, every in zip(series["points"], long.points, strict=True):
            told = {**series, **point, **point["sources"][0]}
            first = every.sources[0]
            assert (told["name"], told["unit"], told["value"]) == (first.name, first.unit, first.value)
            assert not {"value", "role", "period"} & set(point["sources"][0])
            assert {"quote", "url", "start", "end"} <= set(point["sources"][0]["citation"])


def test_a_comparison_repeats_no_lane_without_a_figure(library: Library, asker: Asker) -> None:
    page = compare(library, CompareAsked(query="plans"), asker)
    short: Any = lean(page)
    assert [lane["name"] for lane in short["lanes"]] == [lane.name for lane in page.lanes]
    held = [[entry.lane for entry in measure.entries if entry.points] for measure in page.measures]
    assert [[entry["lane"] for entry in measure["entries"]] for measure in short["measures"]] == held


def test_votes_are_left_out_unless_asked_for(library: Library, asker: Asker) -> None:
    without = decisions(library, DecisionsAsked(limit=100), asker)
    asked = decisions(library, DecisionsAsked(limit=100, votes=True), asker)
    assert without.votes == sum(each.votes is not None for each in asked.decisions) > 0
    assert not any(each.votes for each in without.decisions)
    assert asked.votes == 0


def test_records_of_low_trust_are_left_out_and_counted_unless_asked_for(library: Library, asker: Asker) -> None:
    without = actions(library, ActionsAsked(limit=100), asker)
    everything = actions(library, ActionsAsked(limit=100, all=True), asker)
    low = [each for each in everything.actions if each.trust == "low"]
    assert without.low_trust == len(low) > 0 == everything.low_trust
    assert len(without.actions) == len(everything.actions) - len(low)
    assert f"{len(low)} of low trust left out" in without.summary


@pytest.mark.parametrize("status", get_args(Status))
def test_of_those_of_low_trust_only_those_that_belong_to_the_list_are_counted(
    library: Library, asker: Asker, status: Status
) -> None:
    without = actions(library, ActionsAsked(limit=100, status=status), asker)
    everything = actions(library, ActionsAsked(limit=100, status=status, all=True), asker)
    assert without.low_trust == everything.total - without.total
    assert everything.low_trust == 0
