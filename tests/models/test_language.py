from models.language import blank, parser


def test_the_blank_pipeline_splits_into_tokens() -> None:
    assert " ".join(token.text for token in blank()("RESOLVED: that it be noted.")) == "RESOLVED : that it be noted ."


def test_the_parser_is_loaded_once_and_knows_subjects() -> None:
    assert parser() is parser()
    assert "ner" not in parser().pipe_names
    subject = next(token for token in parser()("The Clerk will write to the operator.") if token.dep_ == "nsubj")
    assert subject.text == "Clerk"
