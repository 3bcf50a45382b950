"""Citations as Web Annotations: what the data model requires, and that every selector finds its words."""

import json
import re
from typing import Any

import pytest

from exports.annotations import annotations
from exports.holdings import Holdings, Published
from tests.exports.toys import DOCUMENT, Shelf, holdings

IRI = re.compile(r"(urn:uuid:[0-9a-f-]{36}|ni:///sha-256;[\w-]{43}|https?://\S+)")
MOTIVATIONS = {"assessing", "classifying", "describing", "linking"}  # of those that the standard names
NEEDED = {  # https://www.w3.org/TR/annotation-model/#selectors
    "TextQuoteSelector": {"exact", "prefix", "suffix"},
    "TextPositionSelector": {"start", "end"},
    "FragmentSelector": {"conformsTo", "value"},
}


def collection(of: Holdings) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(annotations(of).files["annotations.jsonld"])
    return found


def check(found: dict[str, Any]) -> None:
    """The requirements of https://www.w3.org/TR/annotation-model/ on what is used here."""
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    items = found["first"]["items"]
    assert (found["total"], found["first"]["startIndex"]) == (len(items), 0)
    assert len({each["id"] for each in items}) == len(items)
    for each in items:
        assert IRI.fullmatch(each["id"])
        assert IRI.fullmatch(each["target"]["source"])
        assert (each["type"], each["target"]["type"]) == ("Annotation", "SpecificResource")
        assert {each["motivation"], *(body["purpose"] for body in each["body"])} <= MOTIVATIONS
        for body in each["body"]:
            assert body.get("type") == "TextualBody" or IRI.fullmatch(body["id"])
        for selector in each["target"]["selector"]:
            assert set(selector) == NEEDED[selector["type"]] | {"type"}


@pytest.mark.parametrize("filters", [{}, {"exempt": True}, {"all": True}], ids=str)
def test_it_is_what_the_data_model_requires(filters: dict[str, bool]) -> None:
    check(collection(holdings(**filters)))


def test_the_sample_is_too_and_every_selector_finds_its_words(sample: Holdings) -> None:
    found = collection(sample)
    check(found)
    texts = {sample.source(minutes.document): document.text for document, minutes in sample.documents()}
    for each in found["first"]["items"]:
        text = texts[each["target"]["source"]]
        of = {selector["type"]: selector for selector in each["target"]["selector"]}
        start, end = of["TextPositionSelector"]["start"], of["TextPositionSelector"]["end"]
        if quote := of.get("TextQuoteSelector"):
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])


def test_all_citations_are_told_with_what_they_were_taken_for() -> None:
    told = [[body.get("value") for body in each["body"]] for each in collection(holdings())["first"]["items"]]
    assert told == [
        ["item", "Bus <shelter>"],
        ["decision", "=1+1 RESOLVED: that the shelter be mended."],
        ["action", "The Clerk to write to the County by 1 June 2024."],
        ["metric", "Between 3 and 5 buses a day stop there."],
        ["attendance", "Cllr A. Marlott: present"],
        ["attendance", "Cllr B. Quill: present"],
        ["attendance", "Cllr C. Dray: present"],
    ]


def test_the_source_is_the_published_file_where_that_is_known() -> None:
    published = {DOCUMENT.sha256: Published("https://fenwold.example/may.pdf")}
    found = collection(Holdings(Shelf(), published=published))  # type: ignore[arg-type]
    assert {each["target"]["source"] for each in found["first"]["items"]} == {"https://fenwold.example/may.pdf"}


def test_ids_stay_the_same() -> None:
    few, all_ = collection(holdings()), collection(holdings(exempt=True, all=True))
    ids = [{each["id"] for each in found["first"]["items"]} for found in (few, all_)]
    assert ids[0] < ids[1]
