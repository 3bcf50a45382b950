"""No page breaks a rule of axe-core, which checks the part of WCAG 2.2 AA that a program can check."""

import threading
from pathlib import Path
from typing import Any

import pytest

from library import Library
from serve import create_app
from serve.access import Access
from serve.templating import address as address_of
from tests.serve.browser.conftest import SIZES, Open, served, visitor
from tests.serve.browser.test_adding import HELD
from tests.serve.conftest import PASSWORD

PAGES = [
    "/",
    "/?q=flood",
    "/?q=zxqv+brmpf",
    "/nowhere",
    "/decisions",
    "/decisions?since=soon",
    "/actions?status=overdue",
    "/promises",
    "/metrics",
    "/metrics?q=gully",
    "/metrics/compare?q=assessment&by=body",
    "/meetings",
    "/check",
    "/check?body=",
    "/quote?text=a+yearly+inspection+of+the+lighthouse",
    "/quote?text=the+Clerk+ask+the+County+Council+for+a+weekly+inspection",
    "/meetings/body?organisation=Tolverbridge+Town+Council&body=Town+Council",
    "/people/Cllr%20Tasker",
    "/corrections",
]


def in_all_sizes(page: Any) -> list[str]:
    found = []
    page.wait_for_load_state()
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        found += violations(page)
    return found


def violations(page: object) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['help']}: {each['nodes'][0]['html']}" for each in found]


@pytest.mark.parametrize("path", PAGES)
def test_pages(visit: Open, path: str) -> None:
    assert in_all_sizes(visit(path)) == []


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_documents(visit: Open, library: Library, ending: str) -> None:
    (decision, *_) = (each for each in library.records("decision") if each.document.path.endswith(ending))
    for path in (address_of(decision.record.citation), f"/documents/{decision.document.id}"):
        assert in_all_sizes(visit(path)) == []


def test_business_and_changes(visit: Open, library: Library) -> None:
    item = library.records("item", query="Saturday market")[0].record
    one, other = (each.document.id for each in library.documents()[:2] if each.document)
    for path in (f"/items/{item.id}", f"/documents/{one}/changes/{other}"):
        assert in_all_sizes(visit(path)) == []


def test_correcting(work: Open, own: Library) -> None:
    record = next(each.record for each in own.records("decision", query="Millrace") if each.record.citation.page)
    page = work(f"/records/{record.id}/correct")
    assert in_all_sizes(page) == []
    page.get_by_role("button", name="Save the correction").click()
    page.get_by_role("alert").wait_for()
    assert in_all_sizes(page) == []
    page.locator("#wrong_why").fill("only talk")
    page.get_by_role("button", name="Mark it as wrong").click()
    page.get_by_role("link", name="Corrections").click()
    assert in_all_sizes(page) == []
    for kind in ("item", "decision", "action", "metric"):
        page.goto(f"/documents/{record.citation.document_id}/add-record?kind={kind}")
        assert in_all_sizes(page) == []


def test_adding(work: Open, reading: threading.Event) -> None:
    page = work("/upload")
    assert in_all_sizes(page) == []
    page.get_by_label("Minutes and reports").set_input_files(HELD)
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("progressbar", name="Files read").wait_for()
    assert in_all_sizes(page) == []
    reading.set()
    page.get_by_text("1 file was looked at.").wait_for(timeout=90_000)
    assert in_all_sizes(page) == []


def test_signing_in(browser: Any, library: Library, users: Path) -> None:
    app = create_app(library, access=Access(users=users))
    with served(app) as address, visitor(browser, address) as visit:
        page = visit("/sign-in")
        assert in_all_sizes(page) == []
        page.get_by_label("Name").fill("rowan")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.get_by_role("button", name="Sign out rowan").wait_for()
        assert in_all_sizes(page) == []
