import subprocess
import sys

from models.language import blank, parser


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
