"""Text that is marked as exempt is seen by editors who ask for it, and by nobody else, by whatever way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from library import Library
from serve import create_app
from serve.access import Access
from serve.templating import address
from tests.ingest.pdf.drawing import Drawing
from tests.serve.conftest import sign_in

OPENLY = "RESOLVED: that the hedge beside the ford be cut in the spring."
SECRET = "RESOLVED: that the tender of Quillfeather Dredging be accepted."


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("exempt")
    page = Drawing()
    page.text(60, 50, "Minutes of the meeting of Ashby Town Council held on 16 January 2023")
    page.text(60, 90, "1. The ford", bold=True)
    page.text(60, 120, OPENLY)
    page.next_page()
    page.text(60, 50, "EXEMPT ITEMS: NOT FOR PUBLICATION", bold=True)
    page.text(60, 90, "2. Tenders", bold=True)
    page.text(60, 120, SECRET)
    (folder / "ashby.pdf").write_bytes(page.done())
    (folder / "ashby.txt").write_text(
        "Minutes of Ashby Town Council, 20 February 2023\n\n1. The ford\n\n"
        f"{OPENLY}\n\nEXEMPT ITEMS: NOT FOR PUBLICATION\n\n2. Tenders\n\n{SECRET}\n"
    )
    with Library(folder / "library", create=True) as library:
        assert [each.outcome for each in library.add([folder])] == ["added", "added"]
        yield library


def seen(client: TestClient, library: Library, more: str = "") -> dict[str, bool]:
    """Where the exempt words are seen."""
    ids = {Path(each.path).suffix: each.document.id for each in library.documents() if each.document}
    secret = next(each for each in library.document(ids[".txt"])[1].decisions if each.exempt).citation
    on_page = next(each for each in library.document(ids[".pdf"])[1].decisions if each.exempt).citation
    paths = {
        "search": "/?q=Quillfeather",
        "text": f"/documents/{ids['.txt']}/text?start=0",
        "cited": address(secret).split("#")[0],
        "cited page": address(on_page).split("#")[0],
    }
    told = {
        name: "Quillfeather Dredging" in html.fromstring(client.get(path + more).text).text_content()
        for name, path in paths.items()
    }
    files = {"picture": f"/documents/{ids['.pdf']}/pages/2.png", "original": f"/documents/{ids['.pdf']}/original"}
    more = more.replace("&", "?", 1)
    return told | {name: client.get(path + more).status_code == 200 for name, path in files.items()}


@pytest.mark.parametrize(
    ("name", "more", "expected"),
    [("rowan", "", False), ("rowan", "&exempt=1", False), ("edda", "", False), ("edda", "&exempt=1", True)],
)
def test_people(held: Library, users: Path, name: str, more: str, expected: bool) -> None:
    client = TestClient(create_app(held, access=Access(users=users)), base_url="http://localhost")
    sign_in(client, name)
    assert set(seen(client, held, more).values()) == {expected}


@pytest.mark.parametrize(("more", "expected"), [("", False), ("&exempt=1", True)])
def test_on_ones_own_machine_it_is_asked_for(held: Library, more: str, expected: bool) -> None:
    client = TestClient(create_app(held), base_url="http://localhost")
    assert set(seen(client, held, more).values()) == {expected}


def test_what_is_open_beside_it_is_seen(held: Library) -> None:
    client = TestClient(create_app(held), base_url="http://localhost")
    ids = {Path(each.path).suffix: each.document.id for each in held.documents() if each.document}
    assert OPENLY in client.get(f"/documents/{ids['.txt']}/text").text
    assert client.get(f"/documents/{ids['.pdf']}/pages/1.png").status_code == 200
    assert "marked as exempt and not shown" in client.get(f"/documents/{ids['.pdf']}/pages/2").text
