"""One set of minutes gives the same records in every layout: in Word, as a web page, as a PDF and as plain text."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from filelock import FileLock

from extract import extract
from ingest import read
from ingest.word.office import PROGRAMS
from tests.layouts import web, word
from tests.layouts.manners import (
    ACTIONS,
    ATTENDANCE,
    DECISIONS,
    NUMBERING,
    OWNER,
    SAID,
    Layout,
    Paragraph,
    back,
    contents,
    front,
    minutes,
)
from tests.layouts.meeting import GROUPS, ITEMS

PROGRAM = next(filter(None, map(shutil.which, PROGRAMS)), None)
needs_office = pytest.mark.skipif(PROGRAM is None, reason="needs LibreOffice (soffice on the PATH)")

PLAIN = Layout()
MANNERS: tuple[Mapping[str, object], ...] = (ATTENDANCE, NUMBERING, SAID, DECISIONS, ACTIONS, OWNER)
ONE_CHANGED = [
    PLAIN._replace(**{kind: manner})
    for kind, manners in zip(Layout._fields, MANNERS, strict=True)
    for manner in manners
    if manner != getattr(PLAIN, kind)
]
MIXED = [
    Layout("beside labels", "in rows", "plain", "(1)", "who beside", "initials"),
    Layout("in one table", "in rows of titles", "plain", "Decision:", "who beside", "initials"),
    Layout("with initials", "41/24 TITLE", "plain", "RESOLVED THAT:", "who below at the right", "initials"),
    Layout("below titles", "capitals", "plain", "It was RESOLVED that", "who below", "office"),
    Layout("in sentences", "underlined", "plain", "italic", "Do. [Action: who]", "name"),
    Layout("a table each", "heading", "bullets", "bullets", "below a heading", "name"),
    Layout("tabbed", "1. tab Title", "1.1", "right of the word", "Action who: to do", "initials"),
    Layout("in two columns", "Item 1: Title", "(a)", "AGREED: that", "in a table at the end", "office"),
    Layout("a line each", "beside numbers", "plain", "(i)", "Do. ACTION who", "initials"),
    Layout("after a dash", "1) Title", "plain", "in a box", "in a table", "name"),
    Layout("in three columns", "run in", "plain", "The Committee agreed that", "Action (who): Do", "initials"),
    Layout("a bullet each", "1 Title", "1.1", "Decision 1", "ACTION: who beside", "initials"),
]
LAYOUTS = [PLAIN, *ONE_CHANGED, *MIXED]
FROM_41, WITHOUT_NUMBERS = {"41/24 TITLE", "sections", "number outside"}, {"heading", "capitals", "underlined"}


def called(layout: Layout) -> str:
    return ", ".join(manner for manner, usual in zip(layout, PLAIN, strict=True) if manner != usual) or "plain"


class Records(NamedTuple):
    """What is compared: texts without the words that lead in or who is to do it, in small letters."""

    items: list[tuple[str | None, str]]  # number, title
    decisions: list[str]
    actions: list[tuple[str, str | None, str]]  # text, owner, due
    present: list[str]
    apologies: list[str]


def told(numbering: str, owner: str) -> Records:
    tasks = [task for item in ITEMS for task in item.tasks]
    return Records(
        [(_number(numbering, n), item.title.lower()) for n, item in enumerate(ITEMS, 1)],
        [_bare(text) for item in ITEMS for text in item.decided],
        [(_bare(task.text), OWNER[owner](task.owner), task.due.removeprefix("by ")) for task in tasks],
        sorted(each.name for each in GROUPS["Present"]),
        sorted(each.name for each in GROUPS["Apologies"]),
    )


def _number(numbering: str, n: int) -> str | None:
    if numbering in WITHOUT_NUMBERS:
        return None
    return f"{40 + n}/24" if numbering in FROM_41 else str(n)


PEOPLE = [each for people in GROUPS.values() for each in people]
WHO = "|".join(re.escape(name) for each in PEOPLE for name in (each.name, each.office, each.initials) if name)
LEAD = re.compile(rf"(?:(?:it was )?resolved |the committee agreed )?that |(?:(?:{WHO}) )?to ", re.IGNORECASE)


def _bare(text: str, due: str = "") -> str:
    text = LEAD.sub("", text, count=1) if LEAD.match(text) else text
    return text.rstrip(".").removesuffix(due).strip().lower()


def found(path: Path) -> Records:
    minutes = extract(read(path))
    decisions = [_bare(decision.text) for decision in minutes.decisions]
    actions = [
        (_bare(action.text, action.due or ""), action.owner, (action.due or "").removeprefix("by "))
        for action in minutes.actions
    ]
    return Records(
        [(item.number, item.title.lower()) for item in minutes.items],
        decisions,
        [action for action in actions if action[0] not in decisions],  # what a decision has done is its action, too
        sorted(who.name for who in minutes.attendance if who.status == "present" and who.capacity != "in attendance"),
        sorted(who.name for who in minutes.attendance if who.status == "apologies"),
    )


@pytest.fixture(scope="session")
def pdfs(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder with a PDF of every layout, made in one run by the first worker that asks for them."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "layouts"
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            _convert(folder)
    return folder


def _convert(folder: Path) -> None:
    (folder / "word").mkdir(parents=True)
    for number, layout in enumerate(LAYOUTS):
        word.write(minutes(layout), folder / "word" / f"{number}.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(PROGRAM), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *sorted((folder / "word").iterdir())], check=True, capture_output=True, timeout=300)


@pytest.mark.parametrize("layout", LAYOUTS, ids=called)
def test_in_word(tmp_path: Path, layout: Layout) -> None:
    path = tmp_path / "minutes.docx"
    word.write(minutes(layout), path)
    assert found(path) == told(layout.numbering, layout.owner)


@needs_office
@pytest.mark.parametrize("layout", LAYOUTS, ids=called)
def test_in_a_pdf(pdfs: Path, layout: Layout) -> None:
    assert found(pdfs / f"{LAYOUTS.index(layout)}.pdf") == told(layout.numbering, layout.owner)


@pytest.mark.parametrize("layout", [each for each in LAYOUTS if each.numbering != "numbered by Word"], ids=called)
def test_in_a_web_page(tmp_path: Path, layout: Layout) -> None:
    path = tmp_path / "minutes.html"
    path.write_text(web.page(web.html(minutes(layout))))
    assert found(path) == told(layout.numbering, layout.owner)


@pytest.mark.parametrize("manner", web.PAGES)
def test_as_only_web_pages_set_items(tmp_path: Path, manner: str) -> None:
    items = [(title, web.html(content)) for title, content in contents(PLAIN)]
    path = tmp_path / "minutes.html"
    path.write_text(web.page(web.html(front(PLAIN)) + web.PAGES[manner](items) + web.html(back(PLAIN))))
    assert found(path) == told(manner, PLAIN.owner)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_in_plain_text(tmp_path: Path, suffix: str) -> None:
    texts = [block.text for block in minutes(PLAIN) if isinstance(block, Paragraph)]
    text = "\n\n".join(texts)
    path = tmp_path / f"minutes{suffix}"
    path.write_text(word.MARKED.sub(r"\2", text) if suffix == ".txt" else text)
    assert found(path) == told(PLAIN.numbering, PLAIN.owner)
