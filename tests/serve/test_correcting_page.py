"""Correcting in the browser: fields are changed, records marked wrong or added, and all that is taken back."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import html

from library import Library
from serve import create_app
from serve.access import Access
from serve.pages.correcting import parsed, shown
from serve.templating import address
from tests.serve.conftest import form_token, sign_in


@pytest.fixture
def own(library: Library, tmp_path: Path) -> Iterator[Library]:
    """A copy of the sample library, to be changed."""
    shutil.copytree(library.folder, tmp_path / "own")
    with Library(tmp_path / "own") as copy:
        yield copy


@pytest.fixture
def editing(own: Library) -> TestClient:
    return TestClient(create_app(own), base_url="http://localhost")


def decision(library: Library) -> Any:
    return library.records("decision", query="Millrace")[0].record


def form_of(client: TestClient, path: str) -> dict[str, str]:
    """The first form of a page, filled in as it is."""
    page = html.fromstring(client.get(path).text)
    return dict(page.xpath("//main//form")[0].form_values())


def test_a_field_is_changed_and_shown_beside_the_page(editing: TestClient, own: Library) -> None:
    record = decision(own)
    beside = html.fromstring(editing.get(address(record.citation)).text)
    path = f"/records/{record.id}/correct"
    assert path in beside.xpath('//a[@class="correct"]/@href')
    form = form_of(editing, path) | {"mover": "Cllr Osgood Penhallow", "outcome": "deferred", "why": "see the page"}
    answer = editing.post(path, data=form)
    assert answer.status_code == 200
    assert "moved by Cllr Osgood Penhallow" in answer.text
    assert "Changed by hand" in answer.text
    (told,) = own.corrections()
    assert (told.who, told.why, set(told.fields)) == ("local", "see the page", {"mover", "outcome"})
    assert "Cllr Osgood Penhallow" in editing.get("/decisions?mover=Penhallow").text


def test_what_is_marked_wrong_is_gone_and_is_taken_back(editing: TestClient, own: Library) -> None:
    record = decision(own)
    path = f"/records/{record.id}/correct"
    token = form_token(editing, path)
    editing.post(path, data={"form_token": token, "wrong": "1", "wrong_why": "only talk"})
    assert editing.get(path).status_code == 404
    listed = html.fromstring(editing.get("/corrections").text)
    assert "only talk" in listed.xpath("//tbody")[0].text_content()
    editing.post(listed.xpath("//tbody//form/@action")[0], data={"form_token": token})
    assert decision(own) == record
    assert "Taken back by local" in editing.get("/corrections").text


def test_a_missing_record_is_added_by_its_words(editing: TestClient, own: Library) -> None:
    record = decision(own)
    opened = html.fromstring(editing.get(address(record.citation)).text)
    (path,) = (link for link in opened.xpath("//a/@href") if "/add-record" in link)
    page = html.fromstring(editing.get(f"{path}&kind=action").text)
    words = re.sub(r"\s+", " ", page.xpath('//*[@class="choosing"]/p/text()')[-1])[:60].rsplit(" ", 1)[0]
    (form,) = page.xpath("//main//form")
    filled = dict(form.form_values()) | {"text": f"  {words}\r\n", "owner": "The Clerk", "why": "was missed"}
    answer = editing.post(form.get("action"), data=filled)
    assert answer.status_code == 200
    assert "Added by hand" in answer.text
    added = own.corrections()[0]
    assert own.record(added.record_id).record.citation.quote.split() == words.split()


def test_words_that_were_selected_on_the_page_stand_in_the_form(editing: TestClient, own: Library) -> None:
    path = f"/documents/{decision(own).citation.document_id}/add-record"
    page = html.fromstring(editing.get(path, params={"kind": "item", "words": "Flood & drains"}).text)
    assert page.xpath('//textarea[@name="title"]/text()') == ["Flood & drains"]
    assert "words=" not in page.xpath("//main//form/@action")[0]


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({}, "text", "Nothing was changed; change a field"),
        ({"mover": "X", "why": " "}, "why", "say why in a few words"),
        ({"text": "no such words", "why": "x"}, "text", "do not stand in the document"),
        ({"outcome": "maybe", "why": "x"}, "outcome", "Outcome: input should be"),
        ({"votes": "many", "why": "x"}, "votes", "Votes: these are no counts"),
        ({"wrong": "1"}, "wrong_why", "say why in a few words"),
    ],
)
def test_what_is_wrong_with_a_form_is_said_at_its_field(
    editing: TestClient, own: Library, changes: dict[str, str], field: str, says: str
) -> None:
    path = f"/records/{decision(own).id}/correct"
    answer = editing.post(path, data=form_of(editing, path) | changes)
    assert answer.status_code == 400
    page = html.fromstring(answer.text)
    assert page.xpath('//div[@role="alert"]//a/@href') == [f"#{field}"]
    assert says in page.xpath(f'//*[@id="{field}-error"]')[0].text_content()
    assert own.corrections() == []


@pytest.mark.parametrize(
    ("name", "text", "value", "again"),
    [
        ("votes", "5 for, 2 against", {"for": 5, "against": 2}, None),
        ("votes", "Unanimous", "unanimous", "unanimous"),
        ("value", "5,500,000", 5_500_000.0, None),
        ("value", "12 to 13", [12.0, 13.0], None),
        ("owner", "", None, ""),
    ],
)
def test_what_is_typed_becomes_a_value(name: str, text: str, value: object, again: str | None) -> None:
    assert parsed(name, text) == value
    if again is not None:
        assert shown(type("Any", (), {name: value}), name) == again


@pytest.mark.parametrize(("name", "own_one", "other"), [("rowan", 403, 403), ("edda", 303, 403), ("adair", 303, 303)])
def test_who_may_correct_and_take_back(own: Library, users: Path, name: str, own_one: int, other: int) -> None:
    client = TestClient(create_app(own, access=Access(users=users)), base_url="http://localhost")
    sign_in(client, name)
    first, second = (each.record for each in own.records("decision")[:2])
    theirs = own.correct(second.id, {"mover": "Cllr Orr"}, who="somebody", why="x")
    token = {"form_token": form_token(client, "/")}
    path = f"/records/{first.id}/correct"
    marked = client.post(path, data={**token, "wrong": "1", "wrong_why": "x"}, follow_redirects=False)
    back = client.post(f"/corrections/{theirs.id}/withdraw", data=token, follow_redirects=False)
    assert (marked.status_code, back.status_code) == (own_one, other)
    assert ('class="correct"' in client.get(address(second.citation)).text) == (own_one == 303)
