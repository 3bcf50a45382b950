"""Commands that compare texts or reach across documents, over the sample corpus."""

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import cli
from library import Library
from minutes.model import Document

Run = Callable[..., Result]


@pytest.fixture
def run(sample_library: Path) -> Run:
    environment = {"MINUTEBOOK_LIBRARY": str(sample_library), "COLUMNS": "120"}
    return lambda *args: CliRunner().invoke(cli.app, [*args], prog_name="minutebook", env=environment)


@pytest.fixture(scope="module")
def library(sample_library: Path) -> Iterator[Library]:
    with Library(sample_library) as opened:
        yield opened


@pytest.fixture(scope="module")
def documents(library: Library) -> list[Document]:
    return [library.document(held.document.id)[0] for held in library.documents() if held.document]


def printed(result: Result) -> Any:
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


# ---- quotations ------------------------------------------------------------------------------------------------------

FORMS = [str.upper, lambda text: re.sub(r" ", "  ", text), lambda text: text.replace(" ", "\n"), lambda t: f"“{t}”"]
INVENTED = ["penguin", "volcano", "submarine", "trombone", "meteor", "dragon", "saxophone", "pyramid", "galaxy"]


def quoted(documents: list[Document], chance: random.Random) -> tuple[Document, str]:
    """A document, and some words in a row of a paragraph of it, as they stand there."""
    document = chance.choice(documents)
    texts = [document.text[block.start : block.end] for block in document.blocks if not block.furniture]
    text = chance.choice([text for text in texts if len(text.split()) >= 8])
    words = list(re.finditer(r"\S+", text))
    first = chance.randrange(len(words) - 5)
    last = min(len(words), first + chance.randint(6, 30)) - 1
    return document, text[words[first].start() : words[last].end()]


@pytest.mark.parametrize("seed", range(100))
def test_generated_quotations(library: Library, documents: list[Document], seed: int) -> None:
    chance = random.Random(seed)
    document, text = quoted(documents, chance)
    words = text.split()
    at = chance.choice([at for at, word in enumerate(words) if any(map(str.isalnum, word))])
    other = chance.choice(INVENTED)
    expected = {
        "exact": text,
        "form": chance.choice(FORMS)(text),
        "changed": " ".join([*words[:at], other, *words[at + 1 :]]),
        "absent": " ".join(chance.choice([*INVENTED, "the", "of", "to", *words[:2]]) for _ in words),
    }
    told = {verdict: library.quote(document.id, each) for verdict, each in expected.items()}
    assert {verdict: each.verdict for verdict, each in told.items()} == {verdict: verdict for verdict in expected}
    assert any(edit.new == other for edit in told["changed"].edits)
    for each in (told["exact"], told["form"], told["changed"]):
        for cited in each.citations:
            assert document.text[cited.start : cited.end] == cited.quote
    assert text in {cited.quote for cited in told["exact"].citations}


def test_quote_says_what_differs_and_where_it_stands(run: Run, documents: list[Document]) -> None:
    document = next(each for each in documents if "to oppose the withdrawal" in each.text)
    result = run(
        "quote", document.id[:8], "write to the County Council's Cabinet Member for Fish to oppose the withdrawal"
    )
    assert result.exit_code == 0
    for words in ("changed", "[-Transport-] {+Fish+}", "page 2", "paragraph", "characters", document.id):
        assert words in result.stdout


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("to oppose the withdrawal", "exact"), ("To oppose the  withdrawal", "form"), ("no such words at all", "absent")],
)
def test_quote_for_programs(run: Run, documents: list[Document], text: str, verdict: str) -> None:
    document = next(each for each in documents if "to oppose the withdrawal" in each.text)
    told = printed(run("quote", document.id, text, "--format", "json"))
    assert (told["verdict"], bool(told["citations"])) == (verdict, verdict != "absent")


def test_an_empty_quotation_is_refused(run: Run, documents: list[Document]) -> None:
    result = run("quote", documents[0].id, "…")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
