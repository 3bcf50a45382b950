"""Converts a sentence-transformers model for OpenVINO, once. The only place that imports PyTorch.

    python -m models.convert SOURCE TARGET POOLING NORMALISE

It runs as a program of its own, so that the memory that PyTorch takes is given back.
"""

import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

from minutes.errors import ModelError
from models.embedding import silence


def convert(source: Path, target: Path, *, pooling: str, normalise: bool) -> None:
    """Write the model in `source` to `target/model.xml` and `.bin`, pooling and normalising included.

    Raises:
        ModelError: if the model cannot be loaded or the folder cannot be written.
    """
    command = [sys.executable, "-m", "models.convert", str(source), str(target), pooling, str(int(normalise))]
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603 (this very module)
    if done.returncode:
        raise ModelError((done.stderr.strip().splitlines() or [f"The model in {source} cannot be converted"])[-1])


def _write(source: Path, target: Path, *, pooling: str, normalise: bool) -> None:
    """Write it beside `target` and move it there whole: neither a crash nor a second process can leave half a model."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=target.parent) as scratch:
            _save(source, Path(scratch) / "model.xml", pooling=pooling, normalise=normalise)
            _move(Path(scratch), target)
    except OSError as error:
        raise ModelError(
            f"The model in {source} cannot be converted into {target} ({error}); make room there, "
            "or set MINUTEBOOK_CACHE to a folder that can be written"
        ) from error


def _move(scratch: Path, target: Path) -> None:
    """Put the folder in its place, unless another process was faster."""
    ready = scratch / "ready"
    ready.mkdir()
    for file in list(scratch.glob("model.*")):
        file.rename(ready / file.name)
    try:
        ready.rename(target)  # fails if the folder is there
    except OSError:
        if not (target / "model.xml").is_file():
            raise


def _save(source: Path, path: Path, *, pooling: str, normalise: bool) -> None:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # the model is a folder; nothing is to be fetched
    silence()
    import openvino
    import torch
    from transformers import AutoModel
    from transformers.utils import logging

    logging.disable_progress_bar()
    logging.set_verbosity_error()

    class Pooled(torch.nn.Module):  # type: ignore[misc]
        """The transformer, then pooling and normalising as sentence-transformers does them."""

        def __init__(self) -> None:
            super().__init__()
            self.model = AutoModel.from_pretrained(source, use_safetensors=True).eval()

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            tokens = self.model(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
            if pooling == "mean":
                mask = attention_mask.unsqueeze(-1).to(tokens.dtype)
                pooled = (tokens * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            else:
                pooled = tokens[:, 0]
            return torch.nn.functional.normalize(pooled, p=2, dim=1) if normalise else pooled

    example = (torch.ones(2, 8, dtype=torch.long), torch.tensor([[1] * 8, [1] * 5 + [0] * 3]))
    inputs = [("input_ids", [-1, -1]), ("attention_mask", [-1, -1])]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing warns of every branch on a shape; the tests compare the vectors
        model = openvino.convert_model(Pooled(), example_input=example, input=inputs)
    openvino.save_model(model, path, compress_to_fp16=False)


if __name__ == "__main__":
    try:
        _write(Path(sys.argv[1]), Path(sys.argv[2]), pooling=sys.argv[3], normalise=sys.argv[4] == "1")
    except ModelError as error:
        sys.exit(str(error))
