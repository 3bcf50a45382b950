"""Documents that are added in the browser: many at once, each with what became of it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from corpora.score import SAMPLE
from library import Library
from serve import create_app
from serve.uploads import cleaned
from tests.serve.conftest import form_token

MINUTES = "Minutes of Ashby Town Council, 20 February 2023\n\n1. The ford\n\nRESOLVED: that the hedge be cut.\n"
Files = dict[str, bytes]


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library(tmp_path_factory.mktemp("own"), create=True) as library:
        yield library


@pytest.fixture
def adding(own: Library) -> Iterator[TestClient]:
    with TestClient(create_app(own, allow_upload=True), base_url="http://localhost") as client:
        yield client


def send(client: TestClient, files: Files) -> html.HtmlElement:
    """The page that is shown once all files were looked at."""
    sent = [("files", (name, content)) for name, content in files.items()]
    token = {"form_token": form_token(client, "/upload")}
    answer = client.post("/upload", data=token, files=sent, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    for _ in range(400):
        page = html.fromstring(client.get(answer.headers["location"]).text)
        if not page.xpath('//*[@id="progress"]/@data-waiting'):
            return page
        time.sleep(0.1)
    raise TimeoutError


def rows(page: html.HtmlElement) -> list[list[str]]:
    return [[" ".join(cell.text_content().split()) for cell in row] for row in page.xpath("//tbody/tr")]


def test_files_are_read_held_and_found_and_what_cannot_be_read_is_named(adding: TestClient, own: Library) -> None:
    pdf = SAMPLE / "tolverbridge" / "2022-03-08.pdf"
    page = send(adding, {"ashby.txt": MINUTES.encode(), "march.pdf": pdf.read_bytes(), "bad.pdf": b"%PDF-1.7 no more"})
    (text, read, bad) = rows(page)
    assert text[:3] == ["ashby.txt", "Added", "1 decision, 1 action"]
    assert read[1] == "Added"
    assert read[3].startswith("2 of 2 pages read")
    assert bad[:3] == ["bad.pdf", "Failed", ""]
    assert bad[3].startswith("the PDF is damaged")
    assert str(own.folder) not in page.text_content()
    assert "hedge" in adding.get("/?q=hedge").text
    held = {Path(each.path) for each in own.documents()}
    assert {path.name for path in held} == {"ashby.txt", "march.pdf"}
    assert all(path.is_relative_to(own.folder.absolute() / "uploads") for path in held)
    assert sorted(path for path in (own.folder / "uploads").rglob("*") if path.is_file()) == sorted(held)


def test_what_is_held_is_not_added_twice_under_whatever_name(adding: TestClient, own: Library) -> None:
    send(adding, {"ashby.txt": MINUTES.encode()})
    again = send(adding, {"ashby.txt": MINUTES.encode(), "copy.txt": MINUTES.encode()})
    assert [row[1] for row in rows(again)] == ["Held already", "Held already"]
    assert [path.name for path in (own.folder / "uploads").rglob("*.txt")] == ["ashby.txt"]


def test_of_what_is_removed_no_file_stays(adding: TestClient, own: Library) -> None:
    send(adding, {"ashby.txt": MINUTES.encode(), "other.txt": MINUTES.replace("hedge", "ditch").encode()})
    (removed,) = (each.document.id for each in own.documents() if each.document and each.path.endswith("ashby.txt"))
    own.remove(removed)
    assert [path.name for path in (own.folder / "uploads").rglob("*.txt")] == ["other.txt"]
    assert own.verify() == []


def test_two_files_of_one_name_are_two_documents(adding: TestClient, own: Library) -> None:
    send(adding, {"minutes.txt": MINUTES.replace("20 Feb", "21 Feb").encode()})
    page = send(adding, {"minutes.txt": MINUTES.replace("20 Feb", "22 Feb").encode()})
    assert rows(page)[0][1] == "Added"


def test_a_page_of_files_that_are_not_read_yet_comes_again_without_a_script(adding: TestClient, own: Library) -> None:
    with own._catalogue._write():  # the writer has to wait
        token = {"form_token": form_token(adding, "/upload")}
        answer = adding.post(
            "/upload", data=token, files={"files": ("b.txt", MINUTES.replace("ford", "weir").encode())}
        )
        assert '<noscript><meta http-equiv="refresh"' in answer.text
        assert rows(html.fromstring(answer.text))[0][:2] == ["b.txt", "Waiting"]
    while "data-waiting" in adding.get(answer.url.path).text:
        time.sleep(0.1)


def test_no_file_was_chosen(adding: TestClient) -> None:
    answer = adding.post("/upload", data={"form_token": form_token(adding, "/upload")}, files={"files": ("", b"")})
    assert answer.status_code == 400
    assert html.fromstring(answer.text).xpath('//div[@role="alert"]//a[@href="#files"]/text()') == [
        "Choose at least one file"
    ]


def test_nothing_is_added_where_it_is_not_allowed(client: TestClient) -> None:
    assert 'href="/upload"' not in client.get("/").text
    assert client.get("/upload").status_code == 404
    assert client.post("/upload", files={"files": ("a.txt", b"a")}).status_code in (404, 405)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Minutes 8 March (final).PDF", "Minutes 8 March (final).PDF"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\minutes.docx", "minutes.docx"),
        ("/etc/cron.d/x", "x"),
        ("..", "document"),
        (".htaccess", "htaccess"),
        ("a\x00b\n.pdf", "a_b_.pdf"),
        ("<script>alert(1)</script>.html", "script_.html"),
        ("x" * 300 + ".pdf", "x" * 96 + ".pdf"),
        ("Zápis č. 3.pdf", "Zápis č. 3.pdf"),
    ],
)
def test_names_of_files_are_cleaned(name: str, kept: str) -> None:
    assert cleaned(name) == kept
