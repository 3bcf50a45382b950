"""Documents are added in the browser: chosen or dropped, many at once, with what became of each."""

import threading
from pathlib import Path
from typing import Any

from corpora.score import SAMPLE
from tests.serve.browser.conftest import EVERYWHERE, Open, fits

HELD = SAMPLE / "tolverbridge" / "2022-03-08.pdf"
DROP = """(form, files) => {
  const moved = new DataTransfer();
  for (const [name, text] of files) moved.items.add(new File([text], name));
  for (const kind of ["dragenter", "dragover", "drop"])
    form.dispatchEvent(new DragEvent(kind, { dataTransfer: moved, bubbles: true, cancelable: true }));
}"""


def minutes_about(what: str) -> str:
    return f"Minutes of Ashby Town Council, 20 February 2023\n\n1. The ford\n\nRESOLVED: that the {what} be mended.\n"


def outcomes(page: Any) -> list[list[str]]:
    page.wait_for_load_state()
    return [row.locator("th, td").all_inner_texts() for row in page.locator("tbody tr").all()]


@EVERYWHERE
def test_files_are_chosen_read_and_opened(
    work: Open, reading: threading.Event, tmp_path: Path, size: str, script: bool
) -> None:
    text, broken = tmp_path / "ford.txt", tmp_path / "broken.pdf"
    text.write_text(minutes_about(f"weir for {size} {script}"), encoding="utf-8")
    broken.write_bytes(b"%PDF-1.7 no more")
    page = work("/", size=size, script=script)
    page.get_by_role("link", name="Add documents").click()
    page.get_by_label("Minutes and reports").set_input_files([text, broken, HELD])
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("0 of 3 files read.").wait_for()
    page.get_by_role("progressbar", name="Files read").wait_for()
    assert [state for _, state, *_ in outcomes(page)] == ["Waiting"] * 3
    reading.set()
    page.get_by_text("3 files were looked at.").wait_for(timeout=90_000)
    (added, failed, held) = outcomes(page)
    assert added[:3] == ["ford.txt", "Added", "1 decision, 1 action"]
    assert failed[:2] == ["broken.pdf", "Failed"]
    assert failed[3].startswith("the PDF is damaged")
    assert held[:2] == [HELD.name, "Held already"]
    assert "2 of 2 pages read" in held[3]
    assert fits(page)
    page.get_by_role("link", name="ford.txt").click()
    assert f"weir for {size} {script}" in page.locator("main").inner_text()


def test_files_are_dropped(work: Open, reading: threading.Event) -> None:
    page = work("/upload")
    files = [[f"{what}.txt", minutes_about(what)] for what in ("hedge", "gate")]
    page.locator("form.dropping").evaluate(DROP, files)
    page.get_by_role("button", name="Add", exact=True).click()
    reading.set()
    page.get_by_text("2 files were looked at.").wait_for(timeout=90_000)
    assert [row[:2] for row in outcomes(page)] == [["hedge.txt", "Added"], ["gate.txt", "Added"]]


@EVERYWHERE
def test_nothing_chosen(work: Open, size: str, script: bool) -> None:
    page = work("/upload", size=size, script=script)
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_role("alert").get_by_role("link", name="Choose at least one file").click()
    assert page.title().startswith("Error: ")
    assert fits(page)
