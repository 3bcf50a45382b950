"""Pages without a server: every link works from a folder, and nothing is drawn from elsewhere."""

from pathlib import PurePosixPath
from typing import Any

import pytest
from lxml import html

from exports.holdings import Exported, Holdings
from exports.snapshot import snapshot
from tests.exports.toys import holdings


def pages(exported: Exported) -> dict[str, Any]:
    parser = html.HTMLParser(encoding="utf-8")
    return {
        name: html.document_fromstring(content, parser=parser)
        for name, content in exported.files.items()
        if name.endswith(".html")
    }


def target(page: str, link: str) -> tuple[str, str]:
    """The file and the place in it that a link on a page leads to."""
    name, _, fragment = link.partition("#")
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / name).parts if name else PurePosixPath(page).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts), fragment


def check(exported: Exported) -> None:
    found = pages(exported)
    for name, page in found.items():
        ids = page.xpath("//@id")
        assert len(set(ids)) == len(ids)
        for link in page.xpath("//@href | //@src"):
            file, fragment = target(name, link)
            assert file in exported.files, f"{name}: {link}"
            assert not fragment or fragment in found[file].xpath("//@id"), f"{name}: {link}"


def check_accessible(page: Any) -> None:
    """What can be told without a browser: language, title, one heading of the first rank, tables with headers."""
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title")
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1
    assert all(each.text_content().strip() for each in page.xpath("//a | //h2 | //th | //caption"))
    for table in page.xpath("//table"):
        assert table.xpath("caption")
        assert all(each.get("scope") for each in table.xpath(".//th"))
    for region in page.xpath("//*[@role='region']"):
        assert region.get("aria-labelledby") in page.xpath("//@id")


@pytest.mark.parametrize("filters", [{}, {"exempt": True, "all": True}], ids=str)
def test_links_lead_somewhere_without_a_server(filters: dict[str, bool]) -> None:
    check(snapshot(holdings(**filters)))


def test_the_sample_has_a_page_for_each_document_and_all_links_work(sample: Holdings) -> None:
    exported = snapshot(sample)
    check(exported)
    assert sum(name.startswith("meetings/") for name in exported.files) == 14
    for page in pages(exported).values():
        check_accessible(page)


def test_text_from_documents_is_never_markup() -> None:
    found = pages(snapshot(holdings()))
    page = found["meetings/ab12cd34.html"]
    assert page.findtext(".//h1") == "Fenwold Parish Council, Amenities Committee, 14 May 2024"
    assert "Bus <shelter>" in page.text_content()
    assert b"<shelter>" not in b"".join(snapshot(holdings()).files.values())


def test_a_row_says_what_was_decided_and_leads_to_its_words() -> None:
    found = pages(snapshot(holdings()))
    [row] = found["decisions.html"].xpath("//tbody/tr")
    assert row.xpath(".//a/@href") == ["meetings/ab12cd34.html#dec-1"]
    assert "=1+1 RESOLVED: that the shelter be mended." in row.text_content()
    assert "approved" in row.text_content()


@pytest.mark.parametrize(("filters", "shown"), [({}, False), ({"exempt": True}, True)], ids=str)
def test_what_is_exempt_stays_out_unless_asked_for(filters: dict[str, bool], shown: bool) -> None:
    everything = b"".join(snapshot(holdings(**filters)).files.values())
    assert (b"the rent be" in everything) is shown
    assert b"/home/" not in everything
