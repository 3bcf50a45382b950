"""Everything is reached and done with the keyboard alone, and one sees where one is."""

from typing import Any

import pytest

from library import Library
from serve.templating import address as address_of
from tests.serve.browser.conftest import Open

REACHED = """() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  if (!at.dataset.reached) at.dataset.reached = document.querySelectorAll("[data-reached]").length + 1;
  const seen = getComputedStyle(at);
  const shown = seen.outlineStyle !== "none" || seen.boxShadow !== "none";
  return [at.dataset.reached, shown ? "" : at.outerHTML.slice(0, 100)];
}"""
MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((each) => each.type !== "hidden" && each.checkVisibility() && !each.dataset.reached)
  .map((each) => each.outerHTML.slice(0, 100))"""


def tab_to(page: Any, selector: str, *, most: int = 80) -> None:
    """Press Tab until something is in focus that the selector fits."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} is not reached")


@pytest.mark.parametrize(
    "path", ["/", "/?q=flood", "/actions?status=done", "/metrics?q=gully", "/meetings", "/check", "/quote"]
)
def test_tab_reaches_everything_in_turn_and_shows_where_it_is(visit: Open, path: str) -> None:
    page = visit(path)
    unseen = set()
    for _ in range(500):
        page.keyboard.press("Tab")
        if (at := page.evaluate(REACHED)) is None:
            break
        unseen.add(at[1])
    else:
        raise AssertionError("There is no way out")
    assert unseen == {""}
    assert page.evaluate(MISSED) == []


def test_from_a_question_to_the_words_and_on_to_the_next_record(visit: Open) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    page.keyboard.type("culvert")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=culvert*")
    tab_to(page, "ul[aria-labelledby=by-year] a")
    page.keyboard.press("Enter")
    page.wait_for_url("**year=*")
    tab_to(page, ".card h2 a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")
    quoted = page.locator("blockquote").inner_text()
    tab_to(page, "a[rel=next][href*='start=']")
    page.keyboard.press("Enter")
    page.wait_for_function("(quoted) => document.querySelector('blockquote')?.innerText !== quoted", arg=quoted)
    tab_to(page, ".quote summary")
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name="As text").wait_for()


def test_a_register_is_filtered_and_sorted(visit: Open) -> None:
    page = visit("/actions")
    tab_to(page, "select[name=status]")
    page.keyboard.type("Done")
    tab_to(page, "form.filters button")
    page.keyboard.press("Enter")
    page.wait_for_url("**status=done*")
    tab_to(page, "th a[href*='sort=owner']")
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=owner*")
    assert page.locator("th[aria-sort]").inner_text().startswith("Owner")


def test_a_record_is_corrected(work: Open, own: Library) -> None:
    record = next(each.record for each in own.records("decision", query="Millrace") if each.record.citation.page)
    page = work(address_of(record.citation))
    tab_to(page, f"a[href='/records/{record.id}/correct']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/correct")
    tab_to(page, "#mover")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Cllr Ottoline Vane")
    tab_to(page, "#why")
    page.keyboard.type("as page 1 has it")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")
    assert "moved by Cllr Ottoline Vane" in page.locator(".record.current").first.inner_text()
