"""Records are corrected in the browser, and stay so when their document is read again."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import cli
from library import Library, adding
from serve.templating import address
from tests.serve.browser.conftest import EVERYWHERE, Open, fits

GAPS = re.compile(r"\s+")
SELECT = """(line) => {
  const range = document.createRange();
  range.selectNodeContents(line);
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range);
}"""


def decision(library: Library, words: str) -> Any:
    """The one decision, on a page, that holds the words."""
    (found, *_) = (each for each in library.records("decision", query=words) if each.record.citation.page)
    return found.record


def opened(work: Open, record: Any, size: str, script: bool) -> Any:
    """The form that corrects a record, come to from its page."""
    page = work(address(record.citation), size=size, script=script)
    page.locator(f"a[href='/records/{record.id}/correct']").click()
    assert fits(page)
    return page


@EVERYWHERE
def test_a_field_is_corrected(work: Open, own: Library, size: str, script: bool) -> None:
    record, name = decision(own, "Millrace"), f"Cllr {size.capitalize()} {script}"
    page = opened(work, record, size, script)
    page.get_by_label("Moved by").fill(name)
    page.get_by_role("button", name="Save the correction").click()
    page.get_by_role("alert").get_by_role("link").click()  # it has to be said why
    assert page.evaluate("document.activeElement.id") == "why" if script else page.url.endswith("#why")
    assert page.get_by_label("Moved by").input_value() == name
    page.locator("#why").fill("as page 1 has it")
    page.get_by_role("button", name="Save the correction").click()
    page.wait_for_url("**/documents/**")
    assert f"moved by {name}" in page.locator(".record.current").first.inner_text()
    assert "Changed by hand" in page.locator(".record.current").first.inner_text()
    page.goto(f"/decisions?mover={name}")
    assert page.locator("tbody tr").count() == 1
    assert fits(page)


@EVERYWHERE
def test_what_is_wrong_is_marked_and_taken_back(work: Open, own: Library, size: str, script: bool) -> None:
    record = decision(own, "sandbags")
    page = opened(work, record, size, script)
    page.locator("#wrong_why").fill("only talk")
    page.get_by_role("button", name="Mark it as wrong").click()
    page.wait_for_url("**/documents/**")
    assert not page.locator(f"a[href='/records/{record.id}/correct']").count()
    page.get_by_role("link", name="Corrections").click()
    assert "only talk" in page.locator("tbody tr").first.inner_text()
    assert fits(page)
    page.locator("tbody tr").first.get_by_role("button", name="Take back").click()
    assert "Taken back by local" in page.locator("tbody tr").first.inner_text()
    page.goto(address(record.citation))
    assert page.locator(f"a[href='/records/{record.id}/correct']").count() == 1


@pytest.mark.parametrize("size", ["laptop", "phone"])
def test_what_is_missing_is_added_by_selecting_words_on_the_page(work: Open, own: Library, size: str) -> None:
    record = decision(own, "Millrace")
    page = work(address(record.citation), size=size)
    line = page.locator(".layer text").filter(has_text="culvert").first
    line.evaluate(SELECT)
    page.get_by_role("link", name="Add a missing record").click()
    words = page.get_by_label("Words").input_value()
    assert "culvert" in words
    page.get_by_role("link", name="Action", exact=True).click()
    add(page, words, owner=f"The Clerk, {size}")


@EVERYWHERE
def test_what_is_missing_is_added_by_its_words(work: Open, own: Library, size: str, script: bool) -> None:
    record = decision(own, "Millrace")
    page = work(address(record.citation), size=size, script=script)
    page.get_by_role("link", name="Add a missing record").click()
    page.get_by_role("link", name="Action", exact=True).click()
    block = page.locator(".choosing p").nth(1)
    words = GAPS.sub(" ", block.inner_text()).strip()[:60].rsplit(" ", 1)[0]
    if script:
        block.evaluate(SELECT)
        assert words in GAPS.sub(" ", page.get_by_label("Words").input_value())
    page.get_by_label("Words").fill(words)
    add(page, words, owner=f"The Clerk, {size} {script}")


def add(page: Any, words: str, *, owner: str) -> None:
    """Fill in what is left of the form, and see the record on its page and in the register."""
    page.get_by_label("Words").fill(words)
    page.get_by_label("Owner").fill(owner)
    page.get_by_label("Why").fill("it was missed")
    page.get_by_role("button", name="Add this action").click()
    page.wait_for_url("**/documents/**")
    page.locator("#cited").wait_for()
    assert "Added by hand" in page.locator(".record.current").last.inner_text()
    assert fits(page)
    page.goto(f"/actions?owner={owner}")
    assert page.locator("tbody tr").count() == 1


def test_it_stays_corrected_when_the_file_is_read_anew_and_is_written_as_gold(
    work: Open, own: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = decision(own, "Millrace")
    page = opened(work, record, "laptop", True)
    page.get_by_label("Seconded by").fill("Cllr Ottoline Vane")
    page.locator("#why").fill("as page 1 has it")
    page.get_by_role("button", name="Save the correction").click()
    page.wait_for_url("**/documents/**")
    (held,) = (each for each in own.documents() if each.document and each.document.id == record.citation.document_id)
    monkeypatch.setattr(adding, "program", lambda profile=None: "another program")
    assert [each.outcome for each in own.add([Path(held.path)])] == ["updated"]
    page.reload()
    assert "seconded by Cllr Ottoline Vane" in page.locator("main").inner_text()
    gold = tmp_path / "gold"
    asked = ["corrections", "--library", str(own.folder), "--gold", str(gold)]
    assert CliRunner().invoke(cli.app, asked).exit_code == 0
    written = [json.loads(file.read_text()) for file in gold.rglob("*.json")]
    assert "Cllr Ottoline Vane" in [each["seconder"] for told in written for each in told["decisions"]]
