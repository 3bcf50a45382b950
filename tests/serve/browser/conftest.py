"""The sample library in a real browser: Debian's Chromium, without a window, driven by Playwright."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI

from library import Library
from serve import create_app

CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")  # the first is half again as fast
QUIET = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
PATIENCE = 15_000  # milliseconds
SIZES = {"laptop": (1280, 900), "phone": (375, 740)}

EVERYWHERE = pytest.mark.parametrize(
    ("size", "script"), [("laptop", True), ("laptop", False), ("phone", True), ("phone", False)]
)

Open = Callable[..., Any]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if not CHROMIUM:
        skipped = pytest.mark.skip(reason="Chromium is not installed; on Debian: apt install chromium-headless-shell")
        for item in items:
            if "browser" in item.path.parts:
                item.add_marker(skipped)


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address at which the application answers."""
    with socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="session")
def address(library: Library) -> Iterator[str]:
    with served(create_app(library)) as address:
        yield address


@pytest.fixture
def own(library: Library, tmp_path: Path) -> Iterator[Library]:
    """A copy of the sample library, to be changed."""
    folder = tmp_path / "own"
    shutil.copytree(library.folder, folder)
    with Library(folder) as copy:
        yield copy


@pytest.fixture(scope="module")  # while Playwright runs, no other test of the same process can have a loop of events
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


def _complains(said: Any, asked: str) -> bool:
    """Whether it is an error, other than that of a page which is meant not to be there or of a form filled in wrong."""
    return said.type == "error" and said.location["url"] != asked and "status of 400" not in said.text


@pytest.fixture
def reading(own: Library, monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Until it is set, no file is read."""
    begun, add = threading.Event(), own.add

    def waiting(*given: Any, **more: Any) -> Iterator[Any]:
        assert begun.wait(60)
        yield from add(*given, **more)

    monkeypatch.setattr(own, "add", waiting)
    return begun


@contextmanager
def visitor(browser: Any, address: str) -> Iterator[Open]:
    """Opens a path at a size, with or without scripts; a page that complains in its console or asks elsewhere fails."""
    complaints: list[str] = []
    contexts = []

    def visit(path: str, *, size: str = "laptop", script: bool = True) -> Any:
        width, height = SIZES[size]
        context = browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=script, base_url=address
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if _complains(said, address + path) else None)
        page.on("request", lambda request: request.url.startswith(address) or complaints.append(request.url))
        page.goto(path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def visit(browser: Any, address: str) -> Iterator[Open]:
    """Visits the sample library."""
    with visitor(browser, address) as visit:
        yield visit


@pytest.fixture
def work(browser: Any, own: Library) -> Iterator[Open]:
    """Visits a copy of the sample library, to add to it and to correct it."""
    with served(create_app(own, allow_upload=True)) as address, visitor(browser, address) as visit:
        yield visit


def fits(page: Any) -> bool:
    """Whether nothing makes the page wider than its window."""
    page.wait_for_load_state()
    return bool(page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"])
