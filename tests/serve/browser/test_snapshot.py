"""The pages that `export --as html` writes, opened from a folder: axe-core finds nothing, and links lead on."""

from pathlib import Path
from typing import Any

import pytest

from exports.holdings import Holdings
from exports.snapshot import snapshot
from library import Library
from tests.serve.browser.conftest import SIZES
from tests.serve.browser.test_accessibility import violations


@pytest.fixture(scope="module")
def folder(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("snapshot")
    for name, content in snapshot(Holdings(library)).files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


@pytest.mark.parametrize("size", SIZES)
def test_no_page_breaks_a_rule(browser: Any, folder: Path, size: str) -> None:
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    meeting = next((folder / "meetings").iterdir())
    for name in ("index.html", "decisions.html", "actions.html", "promises.html", f"meetings/{meeting.name}"):
        page.goto((folder / name).as_uri())
        assert violations(page) == []
    page.close()


def test_a_decision_leads_to_its_words_and_back(browser: Any, folder: Path) -> None:
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="Decisions").click()
    page.locator("tbody a").first.click()
    page.locator("li.record:target").wait_for()
    page.get_by_role("link", name="Meetings and reports").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Meetings and reports"
    page.close()
