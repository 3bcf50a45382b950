"""The two spaCy pipelines: a bare tokenizer for the rules, and the parser for the few sentences that need it."""

from functools import cache
from typing import TYPE_CHECKING

from models.manifest import folder_of, manifest

if TYPE_CHECKING:
    from spacy.language import Language


def blank() -> "Language":
    """A new English pipeline that only splits text into tokens (about 800,000 a second)."""
    import spacy

    return spacy.blank("en")


@cache
def parser(*, entities: bool = False) -> "Language":
    """The English tagger, parser and lemmatizer (under 5,000 tokens a second), loaded once; with `entities`, names too.

    Raises:
        ModelError: if the model is missing or is not the one expected.
    """
    import spacy

    folder = folder_of(manifest()["parser"])
    return spacy.load(folder, exclude=["senter"] if entities else ["senter", "ner"])
