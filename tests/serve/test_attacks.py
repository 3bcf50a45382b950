"""The usual attacks on web pages: nothing gets through, and the pages go on."""

import io
import re
import shutil
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from lxml import html

from corpora.score import SAMPLE
from library import Library
from serve import create_app
from serve.access import Access
from serve.limits import FORM, UPLOAD
from tests.serve.conftest import PASSWORD, form_token, sign_in

SCRIPT = "<script>alert(1)</script>"
BREAKOUT = "\"'><img src=x onerror=alert(1)><svg/onload=alert(1)>"
SQL = ("' OR '1'='1", "'; DROP TABLE documents; --", '" UNION SELECT * FROM meta --', "%_\\", "\x00", "1) OR (1=1")


@pytest.fixture(scope="module")
def own(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A copy of the sample library, to be attacked."""
    folder = tmp_path_factory.mktemp("attacked")
    shutil.copytree(library.folder, folder / "library")
    with Library(folder / "library") as copy:
        yield copy
        assert copy.verify() == []


@pytest.fixture
def app(own: Library, users: Path) -> FastAPI:
    return create_app(own, access=Access(users=users), allow_upload=True)


@pytest.fixture
def editor(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://localhost", raise_server_exceptions=False) as client:
        assert sign_in(client, "edda") == 303
        yield client


@pytest.fixture(autouse=True)
def unharmed(own: Library) -> Iterator[None]:
    """Whatever was tried, the library holds what it held."""
    before = {each.document.id for each in own.documents() if each.document}
    yield
    assert before <= {each.document.id for each in own.documents() if each.document}
    assert own.corrections() == []


def routes(app: FastAPI, method: str) -> list[APIRoute]:
    found = list(_routes(app.routes))
    assert len(found) > 10
    return [route for route in found if method in route.methods]


def _routes(those: Any) -> Iterator[APIRoute]:
    for route in those:
        if isinstance(route, APIRoute):
            yield route
        else:
            yield from _routes(getattr(getattr(route, "original_router", route), "routes", None) or ())


def asked(dependant: Dependant) -> set[str]:
    """The names of all that an address may ask a route for."""
    names = {field.alias for field in dependant.query_params}
    return names.union(*map(asked, dependant.dependencies))


@pytest.fixture(scope="module")
def there(own: Library) -> dict[str, str]:
    """Ids of what is there, by the names that paths have for them."""
    document = own.documents()[0].document
    assert document
    return {
        "document_id": document.id,
        "record_id": own.records("decision")[0].record.id,
        "item_id": own.records("item")[0].record.id,
        "number": "1",
        "correction_id": "cor-0123456789ab",
    }


def filled(route: APIRoute, there: dict[str, str], **values: str) -> str:
    """The path of a route, with ids that are there in place of its names."""
    return re.sub(r"\{(\w+)(?::\w+)?\}", lambda name: values.get(name[1]) or there.get(name[1], "x"), route.path)


def upload(client: TestClient, name: str, content: bytes) -> html.HtmlElement:
    """The page about a file that was uploaded, once it has been looked at."""
    form = {"form_token": form_token(client, "/upload")}
    answer = client.post("/upload", data=form, files={"files": (name, content)})
    while "data-waiting" in client.get(answer.url.path).text:
        time.sleep(0.1)
    return html.fromstring(client.get(answer.url.path).text)


# Paths


@pytest.mark.parametrize(
    "path",
    [
        "/documents/{}/original",
        "/documents/{}/pages/1.png",
        "/documents/{}/text",
        "/documents/{}",
        "/records/{}/correct",
        "/upload/{}",
        "/static/{}",
    ],
)
@pytest.mark.parametrize(
    "inner", ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/app.py", "..%5c..%5capp.py", "%00", "app.py"]
)
def test_no_other_file_is_reached_by_a_path(editor: TestClient, path: str, inner: str) -> None:
    answer = editor.get(path.format(inner))
    assert answer.status_code in (400, 404)
    assert not re.search(r"root:|create_app|catalogue\.sqlite", answer.text)


@pytest.mark.parametrize(
    "name",
    ["../../../escaped.txt", "/tmp/escaped.txt", "..\\..\\escaped.txt", "..%2fescaped.txt", ".bashrc", "a\x00.txt"],
)
def test_no_file_is_written_elsewhere_by_its_name(editor: TestClient, own: Library, name: str) -> None:
    around = own.folder.parent
    before = {path for path in around.rglob("*") if "uploads" not in path.parts}
    upload(editor, name, f"Minutes of Ashby Town Council\n\nRESOLVED: that {name!a} be kept.".encode())
    assert {path for path in around.rglob("*") if "uploads" not in path.parts} == before
    kept = [path for path in (own.folder / "uploads").rglob("*") if path.is_file()]
    assert all(re.fullmatch(r"[0-9a-f]{16}", path.parent.name) and not path.name.startswith(".") for path in kept)
    assert not Path("/tmp/escaped.txt").exists()


# Scripts


def test_nothing_in_a_document_or_its_name_becomes_part_of_a_page(editor: TestClient, own: Library) -> None:
    words = f"RESOLVED: that {SCRIPT} and {BREAKOUT} be noted."
    text = f"Minutes of the {BREAKOUT} Council held on 1 May 2023\n\n1. Item {SCRIPT}\n\n{words}\n"
    upload(editor, f"{BREAKOUT}{SCRIPT}.txt", text.encode())
    held = next(each.document for each in own.documents() if each.path.endswith("script_.txt"))
    assert held
    record = next(each.record for each in own.records("decision") if each.document.id == held.id)
    paths = [
        f"/documents/{held.id}",
        f"/documents/{held.id}/text?start={record.citation.start}&end={record.citation.end}",
        f"/documents/{held.id}/add-record",
        f"/records/{record.id}/correct",
        f"/?q={quote('alert noted ' + BREAKOUT)}",
        f"/decisions?q={quote(SCRIPT)}&body={quote(BREAKOUT)}",
        "/meetings",
        f"/sign-in?next={quote(BREAKOUT)}",
    ]
    for path in paths:
        answer = editor.get(path)
        assert answer.status_code == 200, path
        harmless(answer.text)


def harmless(text: str) -> None:
    page = html.fromstring(text)
    assert [script.get("src") for script in page.iter("script")] == ["/static/script.js"]
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []
    assert page.xpath("//img") == []
    assert not any(link.strip().lower().startswith(("javascript:", "data:", "//")) for link in page.xpath("//a/@href"))


def test_a_page_that_is_uploaded_is_only_ever_saved(editor: TestClient, own: Library) -> None:
    page = f"<html><body><h1>Minutes</h1><p>RESOLVED: that it be noted.</p>{SCRIPT}</body></html>"
    upload(editor, "page\r\nSet-Cookie: a=b.html", page.encode())
    held = next(each.document for each in own.documents() if each.path.endswith("b.html"))
    assert held
    answer = editor.get(f"/documents/{held.id}/original")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "set-cookie" not in answer.headers


# Forms


@pytest.mark.parametrize("forged", ["", "guess", "another session's"])
def test_no_form_is_taken_that_is_not_ours(
    app: FastAPI, editor: TestClient, there: dict[str, str], forged: str
) -> None:
    other = TestClient(app, base_url="http://localhost")
    sign_in(other, "adair")
    token = form_token(other, "/") if forged.startswith("another") else forged
    posts = [filled(route, there) for route in routes(app, "POST")]
    assert len(posts) >= 6
    for path in posts:
        form = {"form_token": token, "wrong": "1", "wrong_why": "x", "why": "x", "name": "adair", "secret": PASSWORD}
        answer = editor.post(path, data=form, files={"files": ("a.txt", b"a")}, follow_redirects=False)
        assert answer.status_code == 403, path
    assert editor.get("/", follow_redirects=False).status_code == 200


@pytest.mark.parametrize("name", ["rowan", None])
def test_no_form_is_taken_from_those_who_may_not(app: FastAPI, there: dict[str, str], name: str | None) -> None:
    client = TestClient(app, base_url="http://localhost")
    if name:
        sign_in(client, name)
    token = form_token(client, "/" if name else "/sign-in")
    for route in routes(app, "POST"):
        if route.path in ("/sign-in", "/sign-out"):
            continue
        answer = client.post(filled(route, there), data={"form_token": token, "wrong": "1"}, follow_redirects=False)
        refused = answer.status_code == 403 if name else answer.headers.get("location") == "/sign-in"
        assert refused, route.path


def test_every_page_asks_who_comes(app: FastAPI, there: dict[str, str]) -> None:
    client = TestClient(app, base_url="http://localhost")
    for route in routes(app, "GET"):
        if route.path not in ("/sign-in", "/health"):
            answer = client.get(filled(route, there), follow_redirects=False)
            assert (answer.status_code, answer.headers["location"][:8]) == (303, "/sign-in"), route.path


@pytest.mark.parametrize(
    "onward", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\t/evil.example"]
)
def test_after_signing_in_one_stays_here(app: FastAPI, onward: str) -> None:
    client = TestClient(app, base_url="http://localhost")
    form = {"name": "edda", "secret": PASSWORD, "next": onward, "form_token": form_token(client, "/sign-in")}
    assert client.post("/sign-in", data=form, follow_redirects=False).headers["location"] == "/"


# Sessions


def test_a_session_that_was_there_before_signing_in_is_worth_nothing_after(app: FastAPI) -> None:
    victim = TestClient(app, base_url="http://localhost")
    planted, token = _planted(app)
    victim.cookies.set("minutebook", planted)
    form = {"name": "edda", "secret": PASSWORD, "form_token": token}
    assert victim.post("/sign-in", data=form, follow_redirects=False).status_code == 303
    attacker = TestClient(app, base_url="http://localhost", cookies={"minutebook": planted})
    assert attacker.get("/", follow_redirects=False).status_code == 303
    assert form_token(victim, "/") != token


def _planted(app: FastAPI) -> tuple[str, str]:
    """The cookie of a session that nobody signed in to, and the token of its forms."""
    attacker = TestClient(app, base_url="http://localhost")
    token = form_token(attacker, "/sign-in")
    return attacker.cookies["minutebook"], token


def test_a_cookie_that_others_made_or_changed_is_none(app: FastAPI, editor: TestClient) -> None:
    good = editor.cookies["minutebook"]
    for cookie in (good[:-2] + ("AA" if good[-2:] != "AA" else "BB"), good.split(".")[0], "x" + good, "e30=.x.y"):
        client = TestClient(app, base_url="http://localhost", cookies={"minutebook": cookie})
        assert client.get("/", follow_redirects=False).status_code == 303
    restarted = TestClient(create_app(app.state.library, access=Access(users=app.state.access._file)))
    restarted.cookies.set("minutebook", good)
    assert restarted.get("/", follow_redirects=False).status_code == 303


# Sizes


def test_what_is_too_large_is_refused(editor: TestClient) -> None:
    body = b"secret=" + b"x" * FORM
    kind = {"content-type": "application/x-www-form-urlencoded"}
    unsaid = (body[at : at + 4096] for at in range(0, len(body), 4096))
    assert editor.post("/sign-in", content=body, headers=kind).status_code == 413
    assert editor.post("/sign-in", content=unsaid, headers=kind).status_code == 413
    assert editor.post("/upload", headers={**kind, "content-length": str(UPLOAD + 1)}).status_code == 413
    assert editor.get("/").status_code == 200


def test_too_many_files_at_once_are_refused(editor: TestClient) -> None:
    files = [("files", (f"{n}.txt", b"x")) for n in range(101)]
    answer = editor.post("/upload", data={"form_token": form_token(editor, "/upload")}, files=files)
    assert answer.status_code == 400


def bomb(size: int) -> bytes:
    """A Word file whose text unpacks to `size` bytes of spaces."""
    out = io.BytesIO()
    source = next(SAMPLE.rglob("*.docx"))
    with zipfile.ZipFile(source) as whole, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for each in whole.infolist():
            content = whole.read(each)
            if each.filename == "word/document.xml":
                with made.open(each.filename, "w") as part:
                    part.write(content[: content.index(b"<w:body>") + 8])
                    for _ in range(size // 2**20):
                        part.write(b" " * 2**20)
                    part.write(content[content.index(b"<w:body>") + 8 :])
            else:
                made.writestr(each.filename, content)
    return out.getvalue()


def test_a_zip_bomb_is_refused_and_the_next_file_is_read(editor: TestClient, own: Library) -> None:
    packed = bomb(2**30)
    assert len(packed) < 2**21
    (row,) = upload(editor, "bomb.docx", packed).xpath("//tbody/tr")
    assert "Failed" in row.text_content()
    assert not any((own.folder / "uploads").rglob("bomb.docx"))
    (row,) = upload(editor, "good.txt", b"Minutes of Ashby Council\n\nRESOLVED: that all be well.").xpath("//tbody/tr")
    assert "Added" in row.text_content()


# Questions to the database


@pytest.mark.parametrize("value", SQL)
def test_no_parameter_reaches_the_database_as_a_command(
    app: FastAPI, editor: TestClient, there: dict[str, str], value: str
) -> None:
    tried = 0
    for route in routes(app, "GET"):
        for name in asked(route.dependant):
            assert editor.get(filled(route, there), params={"q": "flood", name: value}).status_code < 500, route.path
            tried += 1
        for field in route.dependant.path_params:
            path = filled(route, there, **{field.alias: quote(value, safe="")})
            assert editor.get(path).status_code < 500, route.path
            tried += 1
    assert tried > 40


@pytest.mark.parametrize("value", SQL)
def test_no_field_of_a_form_reaches_the_database_as_a_command(
    app: FastAPI, editor: TestClient, own: Library, value: str
) -> None:
    record = own.records("decision")[0].record
    token = form_token(editor, "/")
    form = dict.fromkeys(("text", "mover", "outcome", "votes", "why", "near"), value) | {"form_token": token}
    for path in (f"/records/{record.id}/correct", f"/documents/{record.citation.document_id}/add-record?kind=metric"):
        assert editor.post(path, data=form).status_code == 400
    assert own.search(value + " flood").coverage.documents > 0


def test_a_name_that_is_sql_signs_nobody_in(app: FastAPI) -> None:
    client = TestClient(app, base_url="http://localhost")
    assert [sign_in(client, value, value) for value in SQL[:3]] == [401] * 3
