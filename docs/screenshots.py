"""Takes the screenshots that the README shows: python docs/screenshots.py

The sample is read into a library of its own, and six pages are looked at with Chromium (Debian: apt install chromium).
"""

import shutil
import sys
import tempfile
import threading
from pathlib import Path
from socket import socket

import uvicorn
from playwright.sync_api import sync_playwright

from library import Library
from serve import create_app
from serve.templating import address

ROOT = Path(__file__).parents[1]
PAGES = {
    "search": "/?q=who+asked+for+a+survey+of+the+Millrace+Lane+culvert",
    "decisions": "/decisions?q=transport",
    "actions": "/actions?status=done",
    "metrics": "/metrics?q=gully",
}


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is not installed; on Debian: apt install chromium")
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder), create=True) as library, socket() as listener:
        list(library.add([ROOT / "corpora" / "sample"]))
        decision = library.records("decision", query="culvert")[-1]
        pages = {**PAGES, "page": address(decision.record.citation), "meeting": f"/documents/{decision.document.id}"}
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(library), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            for name, path in pages.items():
                page.goto(f"http://127.0.0.1:{listener.getsockname()[1]}{path}", wait_until="networkidle")
                page.screenshot(path=ROOT / "docs" / f"{name}.png")
            browser.close()
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
