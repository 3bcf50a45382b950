"""Commands that compare texts or reach across documents, over the sample corpus."""

import json
import random
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import cli
from library import Library
from minutes.found import Filters
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


DRAFT = """\
# Wexmere Town Council

## DRAFT Minutes of the meeting of the Transport Committee held on 12 March 2024

## 1. School buses

The Head of Transport told members that the cost of taking children to school by bus had risen by 12% since the year
before, and that the contract with the operator would end in July.

RESOLVED: that the contract with the operator be extended by one year, on the terms that the report sets out. Proposed
by Cllr Birch, seconded by Cllr Cedar.

Members thanked the drivers for getting every child home in the week of the snow, when most of the roads were closed.

ACTION: The Clerk to write to the operator by 30 April 2024.
"""
PAPER = """\
# Why the village hall is cold

The hall was built in 1912 with a coke boiler, which a succession of caretakers kept going until nobody was left.

A survey of the people who hire the hall found that most of them bring a second coat, and that a few bring a blanket.

The committee of the hall has asked three firms what a heat pump would cost, and two of them have come to look at it.
"""


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with draft and confirmed minutes, and with a paper on its own and in a pack."""
    folder = tmp_path_factory.mktemp("versions")
    later = DRAFT.replace("DRAFT", "CONFIRMED").replace("one year", "two years").replace("12%", "14%")
    pack = (
        PAPER.replace("# Why", "# Papers for the parish meeting\n\n## Why")
        + "\n## Bins\n\n"
        + "".join(
            f"The bins of the {name} are emptied on another day of the week than those of the road beside it.\n\n"
            for name in ("green", "mill", "lane", "school")
        )
    )
    for name, text in {"draft": DRAFT, "confirmed": later, "paper": PAPER, "pack": pack}.items():
        (folder / f"{name}.md").write_text(text)
    with Library(folder / "library", create=True) as made:
        assert {each.outcome for each in made.add([folder])} == {"added"}
    return folder / "library"


def id_of(library: Library, name: str) -> str:
    return next(held.document.id for held in library.documents() if held.document and name in held.path)


# ---- people ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("came", "mover", "found"),
    [
        ("Cllr T J Birch (Chair), Cllr A Cedar", "Tom Birch", 1),
        ("Cllr T J Birch (Chair), Cllr A Cedar", "Birch", 1),
        ("Cllr T J Birch (Chair), Cllr A Cedar", "Una Birch", 0),
        ("Cllr T J Birch (Chair), Cllr Tess Birch", "Tom Birch", 0),
    ],
)
def test_decisions_are_found_by_the_full_name_of_a_mover_where_nobody_else_was_there(
    tmp_path: Path, came: str, mover: str, found: int
) -> None:
    (tmp_path / "minutes.md").write_text(DRAFT.replace("## 1.", f"Present: {came}\n\n## 1."))
    with Library(tmp_path / "library", create=True) as made:
        assert [each.outcome for each in made.add([tmp_path / "minutes.md"])] == ["added"]
        filters = Filters(mover=mover)
        assert len(made.records("decision", filters=filters)) == found
        assert len(made.register("decision", filters=filters)) == found


# ---- duplicates ------------------------------------------------------------------------------------------------------


def test_of_passages_that_say_the_same_one_is_shown_and_the_others_under_it(versions: Path) -> None:
    with Library(versions) as library:
        hits = library.search("who thanked the drivers in the snow").hits
        assert hits[0].meeting.status == "confirmed"  # not the draft
        assert [(twin.meeting.status, twin.citation.quote[:27]) for twin in hits[0].also] == [
            ("draft", "Members thanked the drivers")
        ]
        assert sum("drivers" in hit.text for hit in hits) == 1
        figures = [hit for hit in library.search("cost of taking children to school by bus").hits if "1" in hit.text]
        assert {figure for hit in figures for figure in ("12%", "14%") if figure in hit.text} == {"12%", "14%"}
        only = library.search("thanked the drivers", filters=Filters(documents=(id_of(library, "draft"),))).hits[0]
        assert (only.meeting.status, only.also) == ("draft", ())


def test_search_prints_where_else_it_is_said(versions: Path) -> None:
    result = CliRunner().invoke(cli.app, ["search", "cold hall second coat", "--library", str(versions)])
    assert re.search(r"also in .*paragraph \d · [0-9a-f]{16}", result.stdout)


def test_versions_of_a_document(versions: Path) -> None:
    with Library(versions) as library:
        found = {
            name: [(each.relation, Path(each.document.path).stem) for each in library.versions(id_of(library, name))]
            for name in ("draft", "confirmed", "paper", "pack")
        }
    assert found == {
        "draft": [("confirmed", "confirmed")],
        "confirmed": [("draft", "draft")],
        "paper": [("contains", "pack")],
        "pack": [("part", "paper")],
    }


def test_show_names_the_versions(versions: Path) -> None:
    with Library(versions) as library:
        draft, confirmed = id_of(library, "draft"), id_of(library, "confirmed")
    shown = CliRunner().invoke(cli.app, ["show", draft, "--library", str(versions)]).stdout
    assert re.search(rf"Confirmed +Wexmere Town Council, Transport Committee, 12 March 2024 \({confirmed}\)", shown)


@pytest.mark.parametrize("name", ["draft", "confirmed"])
def test_diff_leads_from_the_draft_to_the_confirmed_minutes(versions: Path, name: str) -> None:
    with Library(versions) as library:
        told = library.diff(id_of(library, name))
    assert (told.old_meeting.status, told.new_meeting.status) == ("draft", "confirmed")
    (decision,) = [each for each in told.changes if each.kind == "decision"]
    assert [(e.old, e.new) for e in decision.edits if e.old != e.new] == [("one year,", "two years,")]
    assert decision.old
    assert decision.new
    assert (decision.old.document_id, decision.new.document_id) == (told.old.id, told.new.id)
    assert ("value", "12.0", "14.0") in [(f.field, f.old, f.new) for each in told.changes for f in each.fields]
    assert not any("drivers" in (each.new_text or "") for each in told.changes)


def test_diff_for_people_and_for_programs(versions: Path) -> None:
    with Library(versions) as library:
        draft, paper = id_of(library, "draft"), id_of(library, "paper")
    command = ["diff", draft[:6], "--library", str(versions)]
    shown = CliRunner().invoke(cli.app, command).stdout
    assert "decision changed · 1 School buses" in shown
    assert "extended by [-one year,-] {+two years,+} on" in shown
    told = printed(CliRunner().invoke(cli.app, [*command, "--format", "json"]))
    assert {change["kind"] for change in told["changes"]} >= {"decision", "metric"}
    refused = CliRunner().invoke(cli.app, ["diff", paper, "--library", str(versions)])
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "There are no other minutes of the meeting" in refused.stderr


def test_rebuild_finds_what_is_alike_anew(versions: Path, tmp_path: Path) -> None:
    shutil.copytree(versions, tmp_path / "copy")
    with sqlite3.connect(tmp_path / "copy" / "catalogue.sqlite") as connection:
        connection.execute("DELETE FROM bands")
    with Library(tmp_path / "copy") as library:
        assert not library.search("who thanked the drivers").hits[0].also
        list(library.rebuild())
        assert library.search("who thanked the drivers").hits[0].also


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


def test_quote_of_words_alone_looks_in_the_documents_nearest_to_them(run: Run, documents: list[Document]) -> None:
    document = next(each for each in documents if "to oppose the withdrawal" in each.text)
    printed = run("quote", "write to the County Council's Cabinet Member for Transport to oppose the withdrawal").stdout
    assert document.id in printed
    assert "Looked in the 5 documents nearest to these words." in printed
    assert "Not found in the 5 documents" in run("quote", "a lighthouse keeper was sent to the council by bus").stdout


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


# ---- over time -------------------------------------------------------------------------------------------------------


def test_a_timeline_is_in_order_of_date_and_on_the_topic(library: Library) -> None:
    told = library.timeline("Millrace Lane culvert", limit=8)
    dates = [step.meeting.date or "" for step in told.steps]
    assert dates == sorted(dates)
    assert {"2022-03-08", "2022-11-08", "2023-09-12"} <= set(dates)
    assert {step.kind for step in told.steps} >= {"decision", "action", "metric", "paragraph"}
    texts = [getattr(step.record, "text", step.citation.quote) for step in told.steps]
    assert any("that a Flood Alleviation Working Group be formed" in text for text in texts)  # what the item came to
    assert not any("gave up their pitches" in text for text in texts)  # of another matter arising
    assert told.coverage.documents == 14


def test_a_timeline_tells_what_became_of_an_action(library: Library) -> None:
    told = library.timeline("Millrace Lane culvert", limit=8)
    fates = {step.followed.fate for step in told.steps if step.kind == "action" and step.followed}
    assert "done" in fates


def test_words_said_again_at_another_meeting_are_steps_of_a_timeline_and_those_of_a_draft_are_not(
    tmp_path: Path,
) -> None:
    later = DRAFT.replace("DRAFT ", "").replace("12 March 2024", "11 March 2025")
    for name, text in {"draft": DRAFT, "confirmed": DRAFT.replace("DRAFT", "CONFIRMED"), "later": later}.items():
        (tmp_path / f"{name}.md").write_text(text)
    with Library(tmp_path / "library", create=True) as made:
        list(made.add(sorted(tmp_path.glob("*.md"))))
        said = made.timeline("thanked the drivers in the snow", limit=1).steps
    assert [(step.meeting.date, step.meeting.status) for step in said] == [
        ("2024-03-12", "confirmed"),
        ("2025-03-11", None),
    ]


def test_timeline_for_people_and_for_programs(run: Run) -> None:
    shown = run("timeline", "school", "transport", "--body", "scrutiny", "--limit", "5").stdout
    assert shown.startswith("20")
    assert re.search(r"^decision +\S", shown, flags=re.MULTILINE)
    assert "Looked in 5 documents of 1 body" in shown
    told = printed(run("timeline", "school transport", "--format", "json"))
    assert list(told) == ["query", "steps", "coverage", "emptied_by"]
    lines = run("timeline", "school transport", "--format", "csv").stdout.splitlines()
    assert lines[0].startswith("kind,date,organisation,body,item_number,item_title,text,id,")
    assert "Nothing found in 14 documents" in run("timeline", "xyzzyplugh", "flibbertigibbet").stdout


def record_of(library: Library, words: str) -> str:
    return library.records("decision", query=words)[0].record.id


def test_related_passages_say_why_they_are(library: Library) -> None:
    found = library.related(record_of(library, "survey culvert lead flood authority"), limit=8)
    scores = [each.score for each in found]
    assert scores == sorted(scores, reverse=True)
    assert found[0].names_item
    assert {each.thread for each in found} >= {"the same title", "it names 22/036"}
    assert {each.meeting.date for each in found} >= {"2022-11-08", "2023-09-12"}
    assert all(each.cosine >= 0.3 or each.names_item for each in found)
    own = {each.passage.quote for each in found}
    assert not any("as lead local flood authority, to ask for a survey" in quote for quote in own)


def test_a_passage_that_names_the_item_is_related(tmp_path: Path) -> None:
    later = (
        "# Wexmere Town Council\n\n## Minutes of the Transport Committee held on 9 April 2024\n\n"
        "## 24/009 Matters arising\n\nMinute 24/001 was spoken of, and nobody had anything to add to it at all.\n\n"
        "Minute 24/0011 is another one, and the committee went on to the next business without a word on it.\n"
    )
    (tmp_path / "march.md").write_text(DRAFT.replace("1. School", "24/001 School"))
    (tmp_path / "april.md").write_text(later)
    with Library(tmp_path / "library", create=True) as made:
        list(made.add(sorted(tmp_path.glob("*.md"))))
        named = [each.passage.quote for each in made.related(record_of(made, "contract")) if each.names_item]
    assert [text[:21] for text in named] == ["Minute 24/001 was spo"]


def test_related_for_people_and_for_programs(run: Run, library: Library) -> None:
    record = record_of(library, "survey culvert lead flood authority")
    shown = run("related", record, "--limit", "8").stdout
    assert "in meaning, under the same title" in shown
    assert "in meaning, it names 22/036" in shown
    told = printed(run("related", record, "--limit", "3", "--format", "json"))
    assert [each["rank"] for each in told] == [1, 2, 3]
    assert any(each["record_ids"] for each in told)
    assert "no record" in run("related", "dec-zzz").stderr


def test_an_item_is_related_by_what_was_said_under_it(library: Library) -> None:
    item = library.records("item", query="flood alleviation")[0]
    assert any("culvert" in each.text for each in library.related(item.record.id))


def test_topics_for_people_and_for_programs(run: Run) -> None:
    shown = run("topics", "--body", "scrutiny").stdout
    assert re.search(r"^2023 · Children and Families Scrutiny Commission", shown, flags=re.MULTILINE)
    assert re.search(r"^passenger transport +\d items", shown, flags=re.MULTILINE)
    assert "Town Council" not in shown
    told = printed(run("topics", "--body", "scrutiny", "--limit", "2", "--format", "json"))
    assert list(told) == ["topics", "coverage"]
    assert {topic["year"] for topic in told["topics"]} == {"2022", "2023", "2024"}
    assert all(topic["items"] >= 2 for topic in told["topics"])
    spoken = [(topic, place["citation"]["quote"].casefold()) for topic in told["topics"] for place in topic["examples"]]
    assert all(any(word[:5] in quote for word in topic["name"].split()) for topic, quote in spoken)
    assert run("topics", "--format", "csv").stdout.startswith("organisation,body,year,name,terms,items,score,page,")
