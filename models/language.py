"""The two spaCy pipelines: a bare tokenizer for the rules, and the parser for the few sentences that need it."""

import json
import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from models.manifest import folder_of, manifest

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KEPT = 100_000  # words of which a tokenizer remembers how it took them apart
WORDS = "vocab/strings.json"  # in the model's folder


def blank() -> "Language":
    """A new English pipeline that only splits text into tokens (about 800,000 a second).

    Unlike spaCy's own it parts a word from the stroke or dash that ends it: "RESOLVED/-", "agreed:-".
    """
    keep_torch_out()
    import spacy
    from spacy.util import compile_suffix_regex

    nlp = spacy.blank("en")
    suffixes = [*(nlp.Defaults.suffixes or ()), r"(?<=[:/])[-–—]", r"(?<=[A-Za-z])/"]
    tokenizer: Any = nlp.tokenizer
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.max_cache_size = KEPT
    nlp.tokenizer = _remembering(tokenizer)
    return nlp


def _remembering(tokenizer: "Callable[[str], Doc]") -> "Callable[[str], Doc]":
    """A tokenizer that takes each word apart once.

    spaCy's keeps what it did with a word, but not in a text that holds one of its special cases ("Dr.", "8pm") before
    it, which minutes do on their first page. So each new word is given to it alone first.
    """
    met: set[str] = set()

    def tokenise(text: str) -> "Doc":
        for word in set(text.split()) - met if len(met) < KEPT else ():
            tokenizer(word)
            met.add(word)
        return tokenizer(text)

    return tokenise


def keep_torch_out() -> None:
    """Import what spaCy stands on without PyTorch. To be called before spaCy is imported.

    Thinc imports PyTorch wherever it finds it, which takes seconds; none of our pipelines has a layer made of it.
    """
    if "torch" in sys.modules or "thinc.compat" in sys.modules:
        return
    sys.modules["torch"] = None  # type: ignore[assignment]  # makes `import torch` fail, and Thinc do without
    try:
        import thinc.compat  # noqa: F401
    finally:
        del sys.modules["torch"]


@cache
def parser(*, entities: bool = False) -> "Language":
    """The English tagger, parser and lemmatizer (under 5,000 tokens a second), loaded once; with `entities`, names too.

    Raises:
        ModelError: if the model is missing or is not the one expected.
    """
    keep_torch_out()
    import spacy

    folder = folder_of(manifest()["parser"])
    return spacy.load(folder, exclude=["senter"] if entities else ["senter", "ner"])


@cache
def words() -> frozenset[str]:
    """The words that the English model was trained with, some 80,000 with names and rubbish among them; read once.

    Raises:
        ModelError: if the model is missing or is not the one expected.
    """
    text = (folder_of(manifest()["parser"]) / WORDS).read_text(encoding="utf-8")
    return frozenset(json.loads(text))
