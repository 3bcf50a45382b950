"""How fast passages are embedded beside sentence-transformers on PyTorch: python -m tests.benchmarks.embedding

Both embed the passages of the sample with the bundled model, on all cores, in turn; the least of a few rounds counts.
Passages that sentence-transformers would cut off are left out, so that both do the same. Nothing here passes or fails.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sqlalchemy import select

from index.catalogue.schema import passages
from library import Library
from models.embedding import load_encoder
from models.manifest import folder_of, manifest

SAMPLE = Path(__file__).parents[2] / "corpora" / "sample"
ROUNDS = 3


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder), create=True) as library:
        list(library.add([SAMPLE]))
        with library._catalogue._read() as connection:
            texts = [f"{row.header}\n{row.text}" for row in connection.execute(select(passages))]
    encoder, model = load_encoder(), SentenceTransformer(str(folder_of(manifest()["encoder"])), device="cpu")
    texts = [text for text in texts if len(model.tokenizer(text)["input_ids"]) <= model.max_seq_length]
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(timed(encoder.encode, texts))
        theirs.append(timed(model.encode, texts))
    fast, slow = (len(texts) / min(seconds for seconds, _ in rounds) for rounds in (ours, theirs))
    cosine = np.einsum("nd,nd->n", ours[0][1], theirs[0][1]).min()
    sys.stdout.write(
        f"embedding: {len(texts)} passages; OpenVINO {fast:.0f} a second, sentence-transformers on PyTorch {slow:.0f}: "
        f"{fast / slow:.2f} x, cosine at least {cosine:.6f}\n"
    )


def timed(encode: Callable[[list[str]], NDArray[np.float32]], texts: list[str]) -> tuple[float, NDArray[np.float32]]:
    start = perf_counter()
    vectors = encode(texts)
    return perf_counter() - start, vectors


if __name__ == "__main__":
    main()
