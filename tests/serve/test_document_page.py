"""A document in the browser: its pages with words marked, its text, and the file itself."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient
from lxml import html
from reportlab.lib.pdfencrypt import StandardEncryption

from library import Library
from minutes.model import Document, DocumentInfo, DocumentKind, Meeting, Minutes
from serve import create_app
from serve.templating import address
from tests.ingest.pdf.drawing import Drawing
from tests.serve.conftest import sign_in
from wording import quantity, reference, source_name


def held(library: Library, ending: str) -> tuple[Document, Minutes]:
    id_ = next(each.document.id for each in library.documents() if each.document and each.path.endswith(ending))
    return library.document(id_)


def test_the_words_cited_are_marked_where_they_stand(client: TestClient, library: Library) -> None:
    _, minutes = held(library, "tolverbridge/2022-03-08.pdf")
    citation = minutes.decisions[-1].citation
    page = html.fromstring(client.get(address(citation)).text)
    boxes = [tuple(float(rect.get(name)) for name in ("x", "y", "width", "height")) for rect in page.xpath("//rect")]
    expected = [(x0 - 1, top - 1, x1 - x0 + 2, bottom - top + 2) for _, x0, top, x1, bottom in citation.boxes]
    assert boxes == [pytest.approx(box) for box in expected]
    assert page.xpath("//blockquote/text()")[0].split() == citation.quote.split()


def test_records_stand_beside_the_page_in_reading_order(client: TestClient, library: Library) -> None:
    document, _ = held(library, "tolverbridge/2022-03-08.pdf")
    page = html.fromstring(client.get(f"/documents/{document.id}/pages/1").text)
    links = page.xpath('//li[contains(@class, "record")]/a[not(@class="correct")]/@href')
    starts = [int(parse_qs(urlsplit(link).query)["start"][0]) for link in links]
    assert len(starts) > 5
    assert starts == sorted(starts)


def test_figures_of_one_sentence_are_told_apart(client: TestClient, library: Library) -> None:
    document, minutes = held(library, "tolverbridge/2022-03-08.pdf")
    page = html.fromstring(client.get(f"/documents/{document.id}/pages/2").text)
    told = [" ".join(each.split()) for each in page.xpath('//li[contains(@class, "record")]/*[@class="detail"]/text()')]
    figures = [each for each in minutes.metrics if "65%" in each.text and each.citation.page == 2]
    assert len(figures) > 1
    for each in figures:
        assert any(line.startswith(f"{each.name}: {quantity(each.value, each.unit)}") for line in told)


def test_the_words_of_a_page_lie_over_its_picture_to_be_selected(client: TestClient, library: Library) -> None:
    document, minutes = held(library, "tolverbridge/2022-03-08.pdf")
    page = html.fromstring(client.get(f"/documents/{document.id}/pages/1").text)
    laid = " ".join(" ".join(text.text_content() for text in page.xpath('//*[@class="layer"]/text')).split())
    assert all(" ".join(each.citation.quote.split()) in laid for each in minutes.decisions if each.citation.page == 1)


def test_a_picture_that_the_browser_has_is_not_sent_again_but_asked_for(client: TestClient, library: Library) -> None:
    document, _ = held(library, "tolverbridge/2022-03-08.pdf")
    address = f"/documents/{document.id}/pages/1.png"
    picture = client.get(address)
    assert picture.content.startswith(b"\x89PNG")
    assert picture.headers["cache-control"] == "private, no-cache"
    known = {"If-None-Match": picture.headers["etag"]}
    again, larger = client.get(address, headers=known), client.get(address, params={"zoom": 150}, headers=known)
    assert (again.status_code, again.content, larger.status_code) == (304, b"", 200)


def test_a_picture_that_the_browser_has_is_not_for_who_has_signed_out(guarded: TestClient, library: Library) -> None:
    document, _ = held(library, "tolverbridge/2022-03-08.pdf")
    address = f"/documents/{document.id}/pages/1.png"
    sign_in(guarded, "rowan")
    known = {"If-None-Match": guarded.get(address).headers["etag"]}
    guarded.cookies.clear()
    assert guarded.get(address, headers=known, follow_redirects=False).status_code == 303


def test_words_are_marked_in_the_text_where_there_are_no_pages(client: TestClient, library: Library) -> None:
    _, minutes = held(library, "tolverbridge/2022-11-08.docx")
    citation = minutes.decisions[0].citation
    page = html.fromstring(client.get(address(citation)).text)
    marked = " ".join(mark.text_content() for mark in page.iter("mark"))
    assert marked.split() == citation.quote.split()
    assert page.xpath('//mark[@id="cited"]')


def test_a_page_that_needs_a_password_is_shown_as_text(tmp_path: Path) -> None:
    page = Drawing(encrypt=StandardEncryption("harebell", canPrint=0))
    page.text(60, 80, "The lease of the Old Granary was agreed.")
    (tmp_path / "lease.pdf").write_bytes(page.done())
    with Library(tmp_path / "library", create=True) as library:
        (told,) = library.add(tmp_path / "lease.pdf", password="harebell")
        client = TestClient(create_app(library), base_url="http://localhost")
        assert told.document
        address = f"/documents/{told.document.id}/pages/1"
        shown, picture = client.get(address), client.get(f"{address}.png")
    assert (shown.status_code, picture.status_code) == (200, 404)
    assert "The lease of the Old Granary was agreed." in shown.text
    for each in (shown, picture):
        assert "its file needs a password, which is not kept; read its text" in each.text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "There is no file lease.pdf any more where it was read; put it back, or take the document out"),
        (b"Another lease.", "The file lease.pdf has changed since it was read; run: minutebook ingest"),
    ],
)
def test_a_page_whose_file_is_gone_or_another_is_shown_as_text(
    tmp_path: Path, content: bytes | None, told: str
) -> None:
    page = Drawing()
    page.text(60, 80, "The lease of the Old Granary was agreed.")
    file = tmp_path / "lease.pdf"
    file.write_bytes(page.done())
    with Library(tmp_path / "library", create=True) as library:
        (held,) = library.add(file)
        client = TestClient(create_app(library), base_url="http://localhost")
        assert held.document
        address = f"/documents/{held.document.id}/pages/1"
        file.unlink() if content is None else file.write_bytes(content)
        shown, picture = client.get(address), client.get(f"{address}.png")
    assert (shown.status_code, picture.status_code) == (200, 404)
    assert "The lease of the Old Granary was agreed." in shown.text
    for each in (shown, picture):
        assert told in each.text


def test_the_original_is_saved_and_not_shown(client: TestClient, library: Library) -> None:
    document, _ = held(library, "tolverbridge/2022-03-08.pdf")
    file = client.get(f"/documents/{document.id}/original")
    assert file.headers["content-disposition"] == 'attachment; filename="2022-03-08.pdf"'
    assert file.headers["content-type"] == "application/octet-stream"


@pytest.mark.parametrize(
    "path", ["/documents/0000000000/pages/1", "/documents/{id}/pages/99", "/documents/{id}/pages/99.png", "/nowhere"]
)
def test_what_is_not_there(client: TestClient, library: Library, path: str) -> None:
    document, _ = held(library, "tolverbridge/2022-03-08.pdf")
    page = client.get(path.format(id=document.id))
    assert page.status_code == 404
    assert "There is no " in page.text


@pytest.mark.parametrize(
    "path", ["/documents/../../etc/passwd/original", "/documents/%2e%2e%2fcli.py/original", "/static/../app.py"]
)
def test_no_other_file_is_reached(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code in (400, 404)


def test_every_answer_carries_the_headers_that_keep_it_from_harm(client: TestClient) -> None:
    headers = client.get("/").headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_a_foreign_name_for_this_machine_is_refused(client: TestClient) -> None:
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400


def test_a_quotation_says_whose_words_they_are_and_where_they_stand(client: TestClient, library: Library) -> None:
    _, minutes = held(library, "tolverbridge/2022-03-08.pdf")
    page = html.fromstring(client.get(address(minutes.decisions[0].citation)).text)
    told = "Tolverbridge Town Council: minutes, 8 March 2022, 2022-03-08.pdf, page 1"
    assert page.xpath('string(//textarea[@id="as-text"])').endswith(f"({told})")
    assert f"[{told}](" in page.xpath('string(//textarea[@id="as-markdown"])')


@pytest.mark.parametrize(
    ("title", "kind", "told"),
    [
        ("THE REPORT", "report", "Fenshire Council, Cabinet, THE REPORT, 30 January 2025, fords.pdf, page 2"),
        (
            "Fords in Fenshire Council",
            "report",
            "Cabinet, Fords in Fenshire Council, 30 January 2025, fords.pdf, page 2",
        ),
        ("Cabinet on 30 January 2025", "minutes", "Fenshire Council, Cabinet on 30 January 2025, fords.pdf, page 2"),
        (None, "minutes", "Fenshire Council, Cabinet, Minutes, 30 January 2025, fords.pdf, page 2"),
        (None, "other", "Fenshire Council, Cabinet, 30 January 2025, fords.pdf, page 2"),
    ],
)
def test_a_reference_says_what_can_be_found_again(library: Library, title: str | None, kind: str, told: str) -> None:
    document, minutes = held(library, "tolverbridge/2022-03-08.pdf")
    info = document.info.model_copy(update={"title": title, "kind": kind, "path": "/reports/fords.pdf"})
    meeting = Meeting(organisation="Fenshire Council", body="Cabinet", date="2025-01-30")
    cited = minutes.decisions[0].citation.model_copy(update={"page": 2})
    assert reference(info, meeting, cited) == told


@pytest.mark.parametrize(
    ("kind", "title", "body", "date", "told"),
    [
        ("minutes", "Minutes", "Board", "2025-01-30", "Fenshire School, Board, 30 January 2025"),
        ("minutes", "Minutes", "Fenshire School", "2025-01-30", "Fenshire School, 30 January 2025"),
        ("agenda", None, "Board", None, "Fenshire School, Board"),
        ("report", "Fords", "Board", "2025-01-30", "Fenshire School, Board, Fords"),
        ("report", "Fords at Fenshire School", None, None, "Fords at Fenshire School"),
        ("other", None, None, None, "Fenshire School, fords.pdf"),
    ],
)
def test_a_source_is_named_with_whose_it_is(
    kind: DocumentKind, title: str | None, body: str | None, date: str | None, told: str
) -> None:
    info = DocumentInfo(
        id="f0" * 8, title=title, kind=kind, media_type="application/pdf", pages=1, sha256="f0" * 32, path="/fords.pdf"
    )
    assert source_name(info, Meeting(organisation="Fenshire School", body=body, date=date)) == told
