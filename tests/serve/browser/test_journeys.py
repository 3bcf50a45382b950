"""What people come to do, from the first press to the last, on a laptop and on a phone, with and without scripts."""

from pathlib import Path

import docx
import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from tests.serve.browser.conftest import EVERYWHERE, Open, fits

QUESTION = "who asked for a survey of the Millrace Lane culvert"


@EVERYWHERE
def test_from_a_question_to_the_words_on_the_page(visit: Open, size: str, script: bool) -> None:
    page = visit("/", size=size, script=script)
    page.get_by_label("Search minutes and reports").fill(QUESTION)
    page.get_by_role("button", name="Search").click()
    assert fits(page)
    page.locator(".card h2 a").first.click()
    page.wait_for_url("**/documents/**")
    page.locator("#cited").wait_for()
    assert "Millrace" in page.locator("blockquote").inner_text()
    assert fits(page)


@EVERYWHERE
def test_narrowing_and_widening_a_search(visit: Open, size: str, script: bool) -> None:
    page = visit("/?q=flood", size=size, script=script)
    found = page.locator("#results .line p").first.inner_text()
    for name in ("year", "outcome"):
        if size == "phone":
            page.get_by_text("Narrow the results").click()
        page.locator(f"ul[aria-labelledby=by-{name}] a").first.click()
        assert f"{name}=" in page.url
        assert page.locator("#results .line p").first.inner_text() != found
        assert fits(page)
    for name in ("Year", "Outcome"):
        page.get_by_role("link", name=f"Remove filter {name}").click()
    assert page.locator("#results .line p").first.inner_text() == found


def test_results_follow_what_is_typed(visit: Open) -> None:
    page = visit("/?q=flood")
    box = page.get_by_label("Search minutes and reports")
    box.fill("")
    box.press_sequentially("school transport")
    page.wait_for_url("**/?q=school+transport")
    assert "transport" in page.locator(".card").first.inner_text().lower()


@EVERYWHERE
def test_from_record_to_record_in_a_document(visit: Open, size: str, script: bool) -> None:
    page = visit("/decisions?q=culvert", size=size, script=script)
    page.locator("td.wide a").first.click()
    quoted = page.locator("blockquote").inner_text()
    page.get_by_role("link", name="Next record").click()
    assert page.locator("blockquote").inner_text() != quoted
    page.get_by_role("link", name="Previous record").click()
    assert page.locator("blockquote").inner_text() == quoted
    page.get_by_text("Quote this").click()
    assert quoted.split()[0] in page.get_by_role("textbox", name="As text").input_value()


@EVERYWHERE
def test_a_page_larger_and_its_file(visit: Open, size: str, script: bool) -> None:
    page = visit("/decisions?q=culvert", size=size, script=script)
    page.locator("td.wide a[href*='/pages/']").first.click()
    width = page.locator(".paper svg").bounding_box()["width"]
    page.get_by_role("link", name="Larger").click()
    assert page.locator(".paper svg").bounding_box()["width"] > width
    page.locator("#cited").wait_for()
    assert fits(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download the original").click()
    assert Path(saved.value.path()).read_bytes().startswith(b"%PDF")


@EVERYWHERE
def test_a_register_for_a_committee_paper(visit: Open, size: str, script: bool) -> None:
    page = visit("/", size=size, script=script)
    page.get_by_role("link", name="Decisions", exact=True).click()
    page.get_by_label("Moved by").fill("pellowe")
    page.get_by_role("button", name="Apply filters").click()
    with page.expect_navigation():  # what is shown then is read at once
        page.get_by_role("link", name="Date", exact=True).click()
    shown = page.locator("tbody td.date").all_inner_texts()
    assert "Narrowed to: moved by pellowe." in page.locator("main").inner_text()
    assert fits(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="as Word").click()
    (table,) = docx.Document(saved.value.path()).tables
    assert len(table.rows) - 1 == len(shown)


@EVERYWHERE
def test_a_promise_and_whether_it_was_kept(visit: Open, size: str, script: bool) -> None:
    page = visit("/promises", size=size, script=script)
    page.locator("select[name=status]").select_option("came back")
    page.get_by_role("button", name="Apply filters").click()
    assert fits(page)
    page.locator("td.said a").first.click()
    page.wait_for_url("**/documents/**")
    page.locator("#cited").wait_for()


@EVERYWHERE
def test_what_became_of_a_task(visit: Open, size: str, script: bool) -> None:
    page = visit("/", size=size, script=script)
    page.get_by_role("link", name="Actions", exact=True).click()
    page.locator("select[name=status]").select_option("done")
    page.get_by_role("button", name="Apply filters").click()
    assert "status=done" in page.url
    assert set(page.locator("tbody .tag.done, tbody .tag.answered").all_inner_texts()) == {"Done"}
    assert fits(page)


@EVERYWHERE
def test_a_figure_over_the_years_and_its_sources(visit: Open, size: str, script: bool) -> None:
    page = visit("/metrics", size=size, script=script)
    page.get_by_label("What was measured").fill("gully")
    page.get_by_role("button", name="Find").click()
    page.locator(".chart img").first.wait_for()
    assert fits(page)
    page.locator("article.series tbody a").first.click()
    page.wait_for_url("**/documents/**")
    page.locator("#cited").wait_for()


@EVERYWHERE
def test_bodies_side_by_side(visit: Open, size: str, script: bool) -> None:
    page = visit("/metrics", size=size, script=script)
    page.get_by_role("link", name="Compare places, regions, bodies or periods").click()
    page.get_by_label("What was measured").fill("assessment")
    page.get_by_label("Side by side").select_option("body")
    page.get_by_role("button", name="Find").click()
    assert "by=body" in page.url
    assert fits(page)
    page.locator("tbody td a").first.click()
    page.locator("#cited").wait_for()


@EVERYWHERE
def test_from_a_body_to_a_meeting_its_business_and_a_person(visit: Open, size: str, script: bool) -> None:
    page = visit("/meetings", size=size, script=script)
    page.get_by_role("link", name="Town Council", exact=True).click()
    assert fits(page)
    page.locator("main a[href^='/documents/']").first.click()
    meeting = page.locator("h1").inner_text()
    assert fits(page)
    page.locator("section.item .source a").first.click()
    page.get_by_text("here because").first.wait_for()
    assert fits(page)
    page.get_by_role("link", name=meeting).click()
    page.locator("a[href^='/people/']").first.click()
    assert "Attendance, latest first" in page.locator("main").inner_text()
    assert fits(page)


def test_a_page_is_printed_on_one_sheet_with_its_heading(visit: Open) -> None:
    page = visit(f"/?q={QUESTION}")
    page.locator(".card h2 a").first.click()
    page.locator("#cited").wait_for()
    first, *others = pypdfium2.PdfDocument(page.pdf(format="A4"))
    assert "Tolverbridge Town Council" in first.get_textpage().get_text_range()
    assert [each.type for each in first.get_objects()].count(FPDF_PAGEOBJ_IMAGE) == 1
    words = [each.get_textpage().get_text_range() for each in others]
    assert "On this page" in words[0]
    assert "Correct" not in "".join(words)


def test_a_register_is_printed_as_a_table(visit: Open) -> None:
    sheets = pypdfium2.PdfDocument(visit("/actions?owner=clerk").pdf(format="A4"))
    words = [each.get_textpage().get_text_range() for each in sheets]
    assert all("Status, and what" in each for each in words)  # the heading of the table, on each sheet
    assert not any("Owner:" in each for each in words)  # as a card on a phone says it
