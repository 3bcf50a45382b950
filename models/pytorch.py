"""Runs any model that sentence-transformers runs, on PyTorch: slow to start, for models that cannot be converted."""

import logging
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from minutes.errors import ModelError

Float32 = NDArray[np.float32]


class AnyEncoder:
    """A model that sentence-transformers runs; what `models.embedding.Encoder` describes."""

    def __init__(self, folder: Path, *, name: str, fingerprint: str) -> None:
        """Load the sentence-transformers model in `folder`.

        Raises:
            ModelError: if it cannot be loaded.
        """
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # the model is a folder; nothing is to be fetched
        logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(
                str(folder), device="cpu", trust_remote_code=False, model_kwargs={"use_safetensors": True}
            )
        except (OSError, ValueError, KeyError, TypeError, ImportError, RuntimeError) as error:
            reason = " ".join(str(error).split())
            raise ModelError(
                f"sentence-transformers cannot load the model in {folder} ({reason}); download it anew or name another"
            ) from error
        self.name = name
        self.fingerprint = fingerprint
        self.dimension = int(self._model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Float32:
        """As `Encoder.encode` says."""
        windows = [self._windows(text) for text in texts]
        encode = self._model.encode_query if query else self._model.encode_document
        sums = np.zeros((len(texts), self.dimension), dtype=np.float32)
        if texts:
            found = encode([part for parts in windows for part in parts], show_progress_bar=False)
            owners = [owner for owner, parts in enumerate(windows) for _ in parts]
            lengths = np.array([max(1, len(part)) for parts in windows for part in parts], dtype=np.float32)
            np.add.at(sums, owners, np.asarray(found, dtype=np.float32) * lengths[:, None])
        sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12)
        return sums

    def _windows(self, text: str) -> list[str]:
        """The text in parts that the model reads whole; sentence-transformers drops all but the first."""
        words, most = text.split(), self._model.get_max_seq_length()
        if not most or len(text) <= most:  # a word piece has at least one letter
            return [text]
        pieces = len(self._model.tokenizer(text, truncation=False, verbose=False)["input_ids"])
        if pieces <= most:
            return [text]
        each = max(1, len(words) * most // (2 * pieces))  # half of it is left for the prompt and for longer words
        return [" ".join(words[at : at + each]) for at in range(0, len(words), each)]
