"""What errors of the library are to those who asked: at a page and over HTTP the same."""

import pytest
from fastapi.testclient import TestClient

from library import Library
from minutes.errors import (
    AccessError,
    EncryptedError,
    InputError,
    LibraryError,
    MinutebookError,
    ModelError,
    NotFoundError,
    QueryError,
)


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (NotFoundError("There is no such weir"), 404),
        (InputError("The file weir.pdf has changed since it was read"), 404),
        (EncryptedError("The file weir.pdf needs a password"), 404),
        (QueryError("There is no weir, lock or sluice to tell apart by such a word"), 400),
        (AccessError("This is shown to editors"), 403),
        (LibraryError("There is no library at the weir"), 500),
        (ModelError("There is no model of the weir"), 500),
    ],
)
@pytest.mark.parametrize("address", ["/meetings", "/api/v1/coverage"])
def test_the_kind_of_an_error_and_not_its_words_gives_the_status(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, address: str, error: MinutebookError, status: int
) -> None:
    def refusing(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Library, "bodies", refusing)
    answer = client.get(address)
    assert answer.status_code == status
    assert str(error) in answer.text
