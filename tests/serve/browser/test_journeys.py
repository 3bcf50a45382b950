"""What people come to do, from the first press to the last, on a laptop and on a phone, with and without scripts."""

from typing import Any

import pytest

from tests.serve.browser.conftest import Open

EVERYWHERE = pytest.mark.parametrize(
    ("size", "script"), [("laptop", True), ("laptop", False), ("phone", True), ("phone", False)]
)
QUESTION = "who asked for a survey of the Millrace Lane culvert"


def fits(page: Any) -> bool:
    """Whether nothing makes the page wider than its window."""
    return page.locator("html").bounding_box()["width"] <= page.viewport_size["width"]


@EVERYWHERE
def test_from_a_question_to_the_words_on_the_page(visit: Open, size: str, script: bool) -> None:
    page = visit("/", size=size, script=script)
    page.get_by_label("Search minutes and reports").fill(QUESTION)
    page.get_by_role("button", name="Search").click()
    assert fits(page)
    page.locator(".card h2 a").first.click()
    page.wait_for_url("**/documents/**")
    assert page.locator("#cited").is_visible()
    assert "Millrace" in page.locator("blockquote").inner_text()
    assert fits(page)


@EVERYWHERE
def test_narrowing_and_widening_a_search(visit: Open, size: str, script: bool) -> None:
    page = visit("/?q=flood", size=size, script=script)
    found = page.locator("#results .line p").first.inner_text()
    page.locator("ul[aria-labelledby=by-year] a").first.click()
    assert "year=" in page.url
    assert page.locator("#results .line p").first.inner_text() != found
    page.locator("ul[aria-labelledby=by-year] a").first.click()
    assert page.locator("#results .line p").first.inner_text() == found


def test_results_follow_what_is_typed(visit: Open) -> None:
    page = visit("/?q=flood")
    box = page.get_by_label("Search minutes and reports")
    box.fill("")
    box.press_sequentially("school transport")
    page.wait_for_url("**/?q=school+transport")
    assert "transport" in page.locator(".card .words").first.inner_text().lower()


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
    assert page.locator(".chart img").first.is_visible()
    assert fits(page)
    page.locator("section.series tbody a").first.click()
    page.wait_for_url("**/documents/**")
    assert page.locator("#cited").is_visible()


@EVERYWHERE
def test_from_a_body_to_a_meeting(visit: Open, size: str, script: bool) -> None:
    page = visit("/meetings", size=size, script=script)
    page.locator("main a").first.click()
    page.locator("main a[href^='/documents/']").first.click()
    assert page.locator("h1").inner_text()
    assert fits(page)


def test_everything_is_reached_by_keyboard(visit: Open) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    page.keyboard.type("culvert")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=culvert*")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.card') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")
