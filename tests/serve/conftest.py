"""The sample library in the browser, opened once, and people who may use it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from library import Library
from serve import create_app
from serve.access import Access
from serve.users import Role, add_user

PASSWORD = "three quiet words"
PEOPLE: dict[str, Role] = {"rowan": "reader", "edda": "editor", "adair": "admin"}


@pytest.fixture(scope="session")
def library(sample_library: Path) -> Iterator[Library]:
    """The sample, to be read; tests that write copy it first."""
    with Library(sample_library) as library:
        yield library


@pytest.fixture
def client(library: Library) -> TestClient:
    return TestClient(create_app(library), base_url="http://localhost")


@pytest.fixture(scope="session")
def users(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("users") / "users.txt"
    for name, role in PEOPLE.items():
        add_user(file, name, role, PASSWORD)
    return file


@pytest.fixture
def guarded(library: Library, users: Path) -> TestClient:
    """Pages for which one has to sign in."""
    return TestClient(create_app(library, access=Access(users=users)), base_url="http://localhost")


def form_token(client: TestClient, path: str) -> str:
    """What the forms on a page bring back."""
    (token, *_) = html.fromstring(client.get(path).text).xpath('//input[@name="form_token"]/@value')
    return str(token)


def sign_in(client: TestClient, name: str, secret: str = PASSWORD, **more: str) -> int:
    """The status that the pages answer with: 303 where they let in."""
    form = {"name": name, "secret": secret, "form_token": form_token(client, "/sign-in"), **more}
    return client.post("/sign-in", data=form, follow_redirects=False).status_code
