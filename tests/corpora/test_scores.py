"""The floors of the sample corpus: extraction is not under them, and they do not sink."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from corpora import score
from extract.measured import Measured
from tests.extract.samples import extracted

EXPECTED = """{"items": [{"number": "4", "title": "Flood defence"}, {"number": null, "title": "Allotments"}],
 "decisions": [{"text": "that the hedge be cut in March"}], "actions": [],
 "metrics": [{"value": 60, "unit": "%"}, {"value": [12, 13], "unit": "week"}],
 "present": ["Cllr Ada Brindle (Chair)", "Ms Una Keld, Clerk (UK)"]}"""
FOUND: Any = SimpleNamespace(
    items=[SimpleNamespace(number="4", title="Flood defence"), SimpleNamespace(number="5", title="Allotments")],
    decisions=[SimpleNamespace(text="That the hedge be cut in March.")],
    actions=[],
    metrics=[SimpleNamespace(value=60.0, unit="%"), SimpleNamespace(value=(12.0, 13.0), unit="month")],
    attendance=[
        SimpleNamespace(name="Cllr Ada Brindle", status="present"),
        SimpleNamespace(name="Una Keld", status="apologies"),
    ],
)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "minutes.pdf").write_bytes(b"%PDF")
    (tmp_path / "minutes.expected.json").write_text(EXPECTED)
    return tmp_path


def test_the_sample_corpus_is_not_under_its_floors() -> None:
    tallies = score.measure(lambda path: extracted(path)[1])
    scores = {kind: tally.f1 for kind, tally in tallies.items()}
    assert score.faults(score.read_floors(), scores, score.digest()) == []


def test_every_document_of_the_sample_is_scored() -> None:
    assert len(score.documents()) == len(list(score.SAMPLE.rglob("*.expected.json")))


def test_what_is_counted(corpus: Path) -> None:
    tallies = score.measure(lambda _: FOUND, corpus)
    assert {kind: (tally.expected, tally.found, tally.matched) for kind, tally in tallies.items()} == {
        "items": (2, 2, 1),
        "decisions": (1, 1, 1),
        "actions": (0, 0, 0),
        "metrics": (2, 2, 1),
        "present": (2, 1, 1),
    }


@pytest.mark.parametrize(
    ("tally", "f1"),
    [
        (score.Tally(4, 4, 4), 1.0),
        (score.Tally(4, 4, 2), 0.5),
        (score.Tally(1, 3, 1), 0.5),
        (score.Tally(3, 0, 0), 0.0),
        (score.Tally(), 1.0),
    ],
)
def test_f1(tally: score.Tally, f1: float) -> None:
    assert tally.f1 == f1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("cut the hedge", "Cut the hedge.", 1.0),
        ("cut the hedge", "mend a gate", 0.0),
        ("cut the hedge", "cut the gate", pytest.approx(2 / 3)),
        ("the the hedge", "the hedge", 0.8),
        ("", "", 0.0),
    ],
)
def test_overlap_of_words(a: str, b: str, expected: float) -> None:
    assert score.overlap(a, b) == expected


def test_records_pair_off_one_to_one_and_the_likest_first() -> None:
    assert score.matched(["cut the hedge"], ["cut the hedge", "cut the hedge"], score.overlap) == {0}
    assert score.matched(["a b c d", "a b c e"], ["a b c e", "a b c d"], score.overlap) == {0, 1}


def test_the_figures_of_the_rules_are_those_of_now() -> None:
    figures = score.measure_rules(lambda path: extracted(path)[1])
    pinned = score.MEASURED.read_text(encoding="utf-8")
    assert score.written(figures, "sample", pinned) == pinned, (
        "write them anew: python corpora/score.py --rules --update"
    )


def test_a_rule_is_measured_on_the_documents_whose_records_of_its_kind_are_annotated(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"document": "a.pdf", "decisions": [{"text": "that the hedge be cut in March"}]}')
    (tmp_path / "b.json").write_text('{"document": "b.pdf", "decisions": [{"text": "that a gate be mended"}]}')
    (tmp_path / "c.json").write_text('{"document": "c.pdf", "decisions": null}')
    cut = SimpleNamespace(text="That the hedge be cut in March.", rule="decision.one")
    figures = score.measure_rules(lambda _: minutes_with(cut), tmp_path, tmp_path)
    assert {name: vars(rule) for name, rule in figures.items()} == {
        "decision.one": {"found": 2, "right": 1, "wanted": 2}
    }


def minutes_with(decision: object) -> Any:
    return SimpleNamespace(items=[], decisions=[decision], actions=[], metrics=[], attendance=[])


def test_the_figures_of_one_corpus_leave_those_of_another() -> None:
    before = "corpus,rule,found,right,wanted\ngold,action.we,4,4,9\nsample,action.we,2,1,9\nsample,action.ask,1,1,9\n"
    after = score.written({"action.we": Measured(3, 2, 8)}, "sample", before)
    assert after == "corpus,rule,found,right,wanted\ngold,action.we,4,4,9\nsample,action.we,3,2,8\n"


def test_a_gold_folder_is_for_measuring_rules(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        score.main(["--gold", "somewhere"])
    assert "go with --rules" in capsys.readouterr().err


@pytest.mark.parametrize("change", ["minutes.pdf", "minutes.expected.json", "another.pdf"])
def test_the_digest_tells_of_any_change(corpus: Path, change: str) -> None:
    before = score.digest(corpus)
    assert score.digest(corpus) == before
    (corpus / change).write_bytes(b"changed")
    assert score.digest(corpus) != before


@pytest.mark.parametrize(
    ("scores", "corpus", "complaints"),
    [
        ({"items": 0.9}, "same", []),
        ({"items": 0.8}, "same", []),
        ({"items": 0.79}, "same", ["items: F1 0.790 is under its floor of 0.80"]),
        ({}, "same", ["items: F1 0.000 is under its floor of 0.80"]),
        ({"items": 0.9, "actions": 0.5}, "same", ["actions: there is no floor; run with --update"]),
        ({"items": 0.9}, "other", ["the corpus has changed since the floors were set; run with --update"]),
    ],
)
def test_what_the_guard_says(scores: dict[str, float], corpus: str, complaints: list[str]) -> None:
    assert score.faults(score.Floors("same", {"items": 0.8}), scores, corpus) == complaints


@pytest.mark.parametrize(("measured", "floor"), [(0.8, 0.8), (0.81, 0.8), (0.9, 0.88), (0.957, 0.93), (1.0, 0.98)])
def test_an_update_raises_floors_and_takes_the_new_digest(measured: float, floor: float) -> None:
    assert score.raised(score.Floors("old", {"items": 0.8}), {"items": measured}, "new") == score.Floors(
        "new", {"items": floor}
    )


def test_an_update_does_not_lower_a_floor() -> None:
    with pytest.raises(ValueError, match="only by hand"):
        score.raised(score.Floors("old", {"items": 0.8, "actions": 0.5}), {"items": 0.79, "actions": 0.9}, "new")
