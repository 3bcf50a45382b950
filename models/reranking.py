"""Scores how well texts answer a question with a cross-encoder, which reads both together: exact, and slow.

It runs on PyTorch, which is imported only here and only when it is asked for.
"""

import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from minutes.errors import ModelError


def load_reranker(name: str) -> Callable[[str, Sequence[str]], list[float]]:
    """The cross-encoder named, a folder or a name on the Hugging Face hub from where it was downloaded before.

    What is returned takes a question and texts, and gives a score a text: the higher, the better it answers.

    Raises:
        ModelError: if there is no such model, or it is no cross-encoder.
    """
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # asking a question is no time to download anything
    logging.getLogger("sentence_transformers").setLevel(logging.ERROR)
    from sentence_transformers import CrossEncoder
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()
    try:
        model = CrossEncoder(
            name,
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},  # a pickle can run code as it is read
        )
    except (OSError, ValueError, KeyError, TypeError, ImportError, RuntimeError) as error:
        here = Path(name).is_dir()
        reason = f"cannot be loaded ({' '.join(str(error).split())[:120]})" if here else "is not on this machine"
        raise ModelError(
            f"The cross-encoder {name} {reason}; name a folder that holds one, or leave out --rerank"
        ) from error
    if model.num_labels != 1:
        raise ModelError(f"The model {name} gives {model.num_labels} scores a text, not one; name a cross-encoder")

    def scores(query: str, texts: Sequence[str]) -> list[float]:
        found = model.predict([(query, text) for text in texts], show_progress_bar=False)
        return [float(score) for score in found]

    return scores
