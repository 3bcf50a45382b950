import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from models.language import blank, keep_torch_out, lemma, parser
from models.manifest import folder_of, manifest

if TYPE_CHECKING:
    from spacy.language import Language


def test_the_blank_pipeline_splits_into_tokens() -> None:
    assert " ".join(token.text for token in blank()("RESOLVED: that it be noted.")) == "RESOLVED : that it be noted ."


def test_the_parser_is_loaded_once_and_knows_subjects() -> None:
    assert parser() is parser()
    assert "ner" not in parser().pipe_names
    subject = next(token for token in parser()("The Clerk will write to the operator.") if token.dep_ == "nsubj")
    assert subject.text == "Clerk"


def test_extraction_imports_no_pytorch() -> None:
    code = "import sys, extract; from models.language import parser; parser(); print('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


def test_pytorch_can_be_imported_after_spacy() -> None:
    code = "import extract, torch; print(torch.ones(1).item())"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "1.0\n"


@pytest.mark.parametrize(
    "text",
    [
        "There are 40 members, and that isn't all: 12 of them are also officers who have done the work that it needs.",
        "Let's see what I got to do, as it'll cost £40,000 \n once they've been asked, nothin' more.",
        "But waiting times were 5% lower; the figures had risen, and you ain't gonna like those.",
    ],
)
def test_words_are_told_apart_as_by_the_model_alone(text: str) -> None:
    keep_torch_out()
    import spacy

    def told(nlp: "Language") -> list[tuple[str, ...]]:
        return [(t.text, t.pos_, t.tag_, t.dep_, lemma(t), str(t.morph)) for t in nlp(text)]

    alone = spacy.load(folder_of(manifest()["parser"]), exclude=["senter", "ner"])
    assert told(parser()) == told(parser()) == told(alone)


def test_a_word_is_taken_apart_the_same_way_each_time() -> None:
    text = "Dr. Orme left at 8pm. RESOLVED/- that it be so. Dr. Orme left at 8pm."
    nlp = blank()
    first, second = ([token.text for token in nlp(text)] for _ in range(2))
    assert first == second
    assert first[:7] == first[-7:] == ["Dr.", "Orme", "left", "at", "8", "pm", "."]
