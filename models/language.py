"""The two spaCy pipelines: a bare tokenizer for the rules, and the parser for the few sentences that need it."""

import json
import sys
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from models.manifest import folder_of, manifest

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

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
def parser() -> "Language":
    """The English tagger and parser (some 8,000 tokens a second), loaded once; lemmas are looked up by `lemma`.

    Raises:
        ModelError: if the model is missing or is not the one expected.
    """
    keep_torch_out()
    import spacy

    folder = folder_of(manifest()["parser"])
    nlp = spacy.load(folder, exclude=["senter", "ner"], disable=["lemmatizer"])
    ruler: Any = nlp.get_pipe("attribute_ruler")
    ruler.match, ruler.set_annotations = _matching_once(ruler), _annotating(ruler)
    _multiply_as_numpy(nlp)
    return nlp


def lemma(token: "Token") -> str:
    """The word of a parsed token as a dictionary lists it. Few are asked for, and so they are not looked up for all."""
    lemmatize: Callable[[Token], list[str]] = parser().get_pipe("lemmatizer").lemmatize  # type: ignore[attr-defined]
    return token.lemma_ or lemmatize(token)[0]  # the model's attribute rules know that of "were"


def _multiply_as_numpy(nlp: "Language") -> None:
    """Let NumPy multiply the matrices of the networks, on the core that asks.

    Thinc's own library knows the vector instructions of few processors and falls back on slow ones, three times slower
    where it does; the results agree. Their matrices are too small for more than one core, and workers have one each.
    """
    from thinc.backends import NumpyOps
    from threadpoolctl import threadpool_limits

    threadpool_limits(1, user_api="blas")
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        network = getattr(component, "model", None)
        for layer in network.walk() if network else ():
            layer.ops = ops


def _annotating(ruler: Any) -> "Callable[[Doc, list[tuple[int, int, int, int]]], None]":
    """What sets the attributes of the tokens that an attribute ruler matched, as spaCy does but without a span each."""
    from spacy.tokens._retokenize import set_token_attrs

    def annotate(doc: "Doc", matches: list[tuple[int, int, int, int]]) -> None:
        for rule, _, start, _ in matches:
            set_token_attrs(doc[start + ruler.indices[rule]], ruler.attrs[rule])

    return annotate


def _matching_once(ruler: Any) -> "Callable[[Doc], list[tuple[int, int, int, int]]]":
    """What finds the rules of an attribute ruler that hold for each token, asking once for all tokens that are alike.

    Its patterns look at the tag and the dependency of a token and whether it is one of a few words; a handful look at
    two tokens. spaCy tries all of them, close on two hundred, at every token, which takes as long as parsing.
    """
    from spacy.matcher import Matcher

    strings = ruler.vocab.strings
    pairs = Matcher(ruler.vocab)
    named: set[int] = set()
    for number, entry in enumerate(ruler.patterns):
        if longer := [pattern for pattern in entry["patterns"] if len(pattern) > 1]:
            pairs.add(str(number), longer)
        for word in (token["LOWER"] for pattern in entry["patterns"] for token in pattern if "LOWER" in token):
            named.update(map(strings.add, word.get("IN", ()) if isinstance(word, dict) else [word]))
    known: dict[tuple[int, ...], list[tuple[int, int]]] = {}

    def match(doc: "Doc") -> list[tuple[int, int, int, int]]:
        found = [(int(strings[rule]), rule, start, end) for rule, start, end in pairs(doc, allow_missing=True)]
        for place, (word, *rest) in enumerate(doc.to_array(["LOWER", "TAG", "DEP", "IS_SPACE"]).tolist()):
            kind = (
                word if word in named or "'" in strings[word] else 0,
                *rest,
            )  # "nothin'" is told by a pattern of signs
            if kind not in known:
                alone = ruler.matcher(doc[place : place + 1], allow_missing=True)
                known[kind] = [(int(strings[rule]), rule) for rule, _, _ in alone]
            found += [(number, rule, place, place + 1) for number, rule in known[kind]]
        return sorted(found)

    return match


@cache
def words() -> frozenset[str]:
    """The words that the English model was trained with, some 80,000 with names and rubbish among them; read once.

    Raises:
        ModelError: if the model is missing or is not the one expected.
    """
    text = (folder_of(manifest()["parser"]) / WORDS).read_text(encoding="utf-8")
    return frozenset(json.loads(text))
