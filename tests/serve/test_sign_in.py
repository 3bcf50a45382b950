"""Who is let in, how long, and as what; and what is written down of it."""

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from library import Library
from serve import create_app
from serve.access import Access
from serve.audit import Audit
from serve.users import add_user
from tests.serve.conftest import PASSWORD, form_token, sign_in

TOKEN = "f3b0a6c2-77d1-4a0e"


def test_nobody_signs_in_on_their_own_machine(client: TestClient) -> None:
    assert client.get("/").status_code == 200
    assert "Sign out" not in client.get("/").text


def test_whoever_has_not_signed_in_is_asked_to_and_then_led_on(guarded: TestClient) -> None:
    asked = guarded.get("/?q=flood", follow_redirects=False)
    assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in?next=%2F%3Fq%3Dflood")
    form = {"name": "rowan", "secret": PASSWORD, "form_token": form_token(guarded, "/sign-in"), "next": "/?q=flood"}
    assert guarded.post("/sign-in", data=form, follow_redirects=False).headers["location"] == "/?q=flood"
    assert guarded.get("/?q=flood", follow_redirects=False).status_code == 200


@pytest.mark.parametrize(("name", "secret"), [("rowan", "wrong"), ("nobody", PASSWORD), ("", ""), ("rowan", "")])
def test_a_wrong_password_is_said_to_be_one(guarded: TestClient, name: str, secret: str) -> None:
    form = {"name": name, "secret": secret, "form_token": form_token(guarded, "/sign-in")}
    answer = guarded.post("/sign-in", data=form)
    assert answer.status_code == 401
    assert "The name or the password is not right" in answer.text
    assert guarded.get("/", follow_redirects=False).status_code == 303


def test_signing_out_ends_a_session_whoever_has_its_cookie(guarded: TestClient) -> None:
    sign_in(guarded, "rowan")
    cookie = guarded.cookies["minutebook"]
    guarded.post("/sign-out", data={"form_token": form_token(guarded, "/")})
    guarded.cookies.set("minutebook", cookie)
    assert guarded.get("/", follow_redirects=False).status_code == 303


def test_who_is_given_another_password_or_role_signs_in_anew(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "users.txt"
    add_user(file, "rowan", "editor", PASSWORD)
    client = TestClient(create_app(library, access=Access(users=file)), base_url="http://localhost")
    assert sign_in(client, "rowan") == 303
    add_user(file, "rowan", "reader", PASSWORD)
    assert client.get("/", follow_redirects=False).status_code == 303
    assert sign_in(client, "rowan") == 303


@pytest.mark.parametrize(("given", "status"), [(TOKEN, 303), (TOKEN[:-1], 401), ("", 401)])
def test_a_token_lets_in_whoever_has_it(library: Library, given: str, status: int) -> None:
    client = TestClient(create_app(library, access=Access(token=TOKEN)), base_url="http://minutes.example")
    assert "Password" not in client.get("/sign-in").text
    assert sign_in(client, "", given) == status


@pytest.mark.parametrize("broken", [None, "una:reader\n", "una"])
def test_a_list_of_users_that_breaks_lets_nobody_in_and_says_so(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture, broken: str | None
) -> None:
    file = tmp_path / "users.txt"
    add_user(file, "una", "reader", PASSWORD)
    kept = file.read_text()
    client = TestClient(create_app(library, access=Access(users=file)), base_url="http://localhost")
    assert sign_in(client, "una") == 303
    file.unlink() if broken is None else file.write_text(broken)
    for path in ("/", "/sign-in", "/health", "/api/v1/coverage"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert "The list of those who may come in cannot be read" in answer.text
        assert "users.txt" not in answer.text
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert client.get("/api/v1/coverage", headers={"Authorization": "Bearer nothing"}).status_code == 503
    assert client.get("/static/style.css").status_code == 200
    assert f"{file}: " in caplog.text
    file.write_text(kept)
    assert client.get("/", follow_redirects=False).status_code == 200


@pytest.mark.parametrize(("scheme", "secure"), [("http", False), ("https", True)])
def test_the_cookie_is_for_these_pages_alone(library: Library, users: Path, scheme: str, secure: bool) -> None:
    client = TestClient(create_app(library, access=Access(users=users)), base_url=f"{scheme}://localhost")
    cookie = client.get("/sign-in").headers["set-cookie"].lower()
    assert "httponly; samesite=lax" in cookie
    assert ("secure" in cookie) == secure


def test_only_so_many_passwords_may_be_tried(library: Library, users: Path) -> None:
    access = Access(users=users)
    client = TestClient(create_app(library, access=access), base_url="http://localhost")
    assert [sign_in(client, "rowan", f"guess {n}") for n in range(6)] == [401] * 5 + [429]
    assert sign_in(client, "rowan") == 429
    assert sign_in(client, "edda") == 303
    elsewhere = TestClient(create_app(library, access=access), base_url="http://localhost", client=("10.0.0.9", 1))
    assert sign_in(elsewhere, "rowan") == 303


def test_what_was_done_is_written_down_for_those_who_turn_it_on(library: Library, users: Path, tmp_path: Path) -> None:
    audit = Audit(tmp_path / "audit.jsonl")
    app = create_app(library, access=Access(users=users), audit=audit)
    client = TestClient(app, base_url="http://localhost")
    sign_in(client, "rowan", "wrong\n{}")
    sign_in(client, "rowan")
    client.get("/", params={"q": "flood", "year": "2022"})
    client.get("/documents/0000000000/pages/1")
    audit.close()
    lines = [json.loads(line) for line in (tmp_path / "audit.jsonl").read_text().splitlines()]
    told = [
        (line["who"], line["did"], line["status"]) for line in lines if line["path"] != "/sign-in" or "q" not in line
    ]
    assert told[1] == (None, "failed to sign in", 401)
    assert told[3:] == [("rowan", "signed in", 303), ("rowan", "searched", 200), ("rowan", "opened", 404)]
    assert lines[4]["asked"] == {"q": "flood", "year": "2022"}
    assert all(line["address"] == "testclient" and line["at"].endswith("+00:00") for line in lines)
