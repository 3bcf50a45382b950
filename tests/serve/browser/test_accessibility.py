"""No page breaks a rule of axe-core, which checks the part of WCAG 2.2 AA that a program can check."""

import pytest

from library import Library
from serve.templating import address as address_of
from tests.serve.browser.conftest import SIZES, Open

PAGES = [
    "/",
    "/?q=flood",
    "/?q=zxqv+brmpf",
    "/nowhere",
    "/decisions",
    "/decisions?since=soon",
    "/actions?status=overdue",
    "/promises",
    "/metrics?q=gully",
    "/metrics/compare?q=assessment&by=body",
    "/meetings",
    "/corrections",
]


def violations(page: object) -> list[str]:
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['help']}: {each['nodes'][0]['html']}" for each in found]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_pages(visit: Open, path: str, size: str) -> None:
    assert violations(visit(path, size=size)) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_documents(visit: Open, library: Library, ending: str, size: str) -> None:
    (decision, *_) = (each for each in library.records("decision") if each.document.path.endswith(ending))
    for path in (address_of(decision.record.citation), f"/documents/{decision.document.id}"):
        assert violations(visit(path, size=size)) == []
