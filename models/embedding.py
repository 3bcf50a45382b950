"""Turns text into vectors with a sentence-transformers model, without PyTorch.

OpenVINO runs the model: more than three times as fast as sentence-transformers on two cores with the bundled
model, at a cosine of at least 0.9999 to it (README.md has the figures). The model is converted once, which
needs PyTorch, and kept in the user's cache folder under its checksum.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from minutes.errors import ModelError
from models.manifest import folder_of, manifest, sha256_of

if TYPE_CHECKING:
    from openvino import CompiledModel
    from tokenizers import Tokenizer

Pooling = Literal["mean", "cls"]
Float32 = NDArray[np.float32]

BATCH = 4096  # tokens in one run of the model, padding counted
WEIGHTS = "model.safetensors"


@dataclass(frozen=True)
class Settings:
    """What a sentence-transformers folder says of its model."""

    pooling: Pooling
    normalise: bool
    max_tokens: int  # special tokens counted
    lower_case: bool
    pad_id: int


class Encoder:
    """A model that is loaded. `fingerprint` is the SHA-256 of its weights; `dimension` the length of a vector."""

    def __init__(self, folder: Path, *, name: str, fingerprint: str) -> None:
        """Load the sentence-transformers model in `folder`; convert it first if that was never done.

        Raises:
            ModelError: if a file is missing or the model is of a kind that is not supported.
        """
        self.name = name
        self.fingerprint = fingerprint
        self._settings = read_settings(folder)
        self._tokenizer = _tokenizer(folder, self._settings)
        self._model = _compile(_converted(folder, fingerprint, self._settings))
        self.dimension = int(self._model.output(0).partial_shape[1].get_length())

    def encode(self, texts: Sequence[str]) -> Float32:
        """Vectors of unit length, shape (n, d). A text too long for the model is the mean of its windows."""
        if self._settings.lower_case:
            texts = [text.lower() for text in texts]
        windows: list[list[int]] = []
        owners: list[int] = []
        for owner, encoding in enumerate(self._tokenizer.encode_batch_fast(texts)):
            for window in (encoding, *encoding.overflowing):
                windows.append(window.ids)
                owners.append(owner)
        lengths = np.array([len(window) for window in windows], dtype=np.float32)
        sums = np.zeros((len(texts), self.dimension), dtype=np.float32)
        if windows:
            np.add.at(sums, owners, self._run(windows) * lengths[:, None])
        sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12)
        return sums

    def _run(self, windows: Sequence[list[int]]) -> Float32:
        """One vector a window. One request after the other, each on all cores.

        Nothing is called back: a thread of OpenVINO's that still holds a callback when the program ends waits for
        Python, which waits for the thread.
        """
        vectors = np.empty((len(windows), self.dimension), dtype=np.float32)
        request = self._model.create_infer_request()
        for batch in batches([len(window) for window in windows]):
            vectors[batch] = request.infer(_inputs([windows[i] for i in batch], self._settings.pad_id))[0]
        return vectors


def load_encoder(name: str | None = None) -> Encoder:
    """The model named: a sentence-transformers folder, or the bundled model by its name or by none.

    Raises:
        ModelError: if there is no such model, or it is not the one expected.
    """
    bundled = manifest()["encoder"]
    if name is None or name == bundled.name:
        return Encoder(folder_of(bundled), name=bundled.name, fingerprint=bundled.files[WEIGHTS])
    folder = Path(name)
    if not folder.is_dir():
        raise ModelError(
            f"There is no model folder {name}; name a local sentence-transformers folder or {bundled.name}"
        )
    return Encoder(folder, name=name, fingerprint=sha256_of(folder / WEIGHTS))


def batches(lengths: Sequence[int], *, tokens: int = BATCH) -> Iterator[list[int]]:
    """Indices grouped by similar length, longest first, so that each batch pads to at most `tokens` tokens."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        if batch and (len(batch) + 1) * lengths[batch[0]] > tokens:
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch


def read_settings(folder: Path) -> Settings:
    """Read how the model pools and normalises.

    Raises:
        ModelError: if a file is missing or the model has a step that is not supported.
    """
    modules = [
        (str(module["type"]).rsplit(".", 1)[-1], str(module["path"])) for module in _json(folder, "modules.json")
    ]
    names = [name for name, _ in modules]
    if names not in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]):
        raise ModelError(
            f"The model in {folder} is made of {' + '.join(names)}, which is not supported; "
            "name one made of Transformer + Pooling (+ Normalize)"
        )
    if _json(folder, "config_sentence_transformers.json").get("default_prompt_name"):
        raise ModelError(f"The model in {folder} needs a prompt before each text, which is not supported; name another")
    config, limits = _json(folder, "config.json"), _json(folder, "sentence_bert_config.json")
    return Settings(
        pooling=_pooling(_json(folder, f"{modules[1][1]}/config.json"), folder),
        normalise="Normalize" in names,
        max_tokens=int(limits.get("max_seq_length") or config["max_position_embeddings"]),
        lower_case=bool(limits.get("do_lower_case")),
        pad_id=int(config.get("pad_token_id") or 0),
    )


def _pooling(config: dict[str, Any], folder: Path) -> Pooling:
    """The one pooling mode that is switched on."""
    modes = [key for key, value in config.items() if key.startswith("pooling_mode_") and value is True]
    mode = config.get("pooling_mode") or "+".join(modes)
    match mode:
        case "mean" | "pooling_mode_mean_tokens":
            return "mean"
        case "cls" | "pooling_mode_cls_token":
            return "cls"
    raise ModelError(
        f"The model in {folder} pools by {mode}, which is not supported; name one that pools by mean or cls"
    )


def _json(folder: Path, name: str) -> Any:
    path = folder / name
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{folder} is no complete sentence-transformers model ({name}: {error}); download it anew"
        ) from error


def _tokenizer(folder: Path, settings: Settings) -> "Tokenizer":
    from tokenizers import Tokenizer

    path = folder / "tokenizer.json"
    if not path.is_file():
        raise ModelError(
            f"The model in {folder} has no tokenizer.json; save it anew with a recent sentence-transformers"
        )
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(settings.max_tokens)  # what is cut off is kept as further windows
    return tokenizer


def _inputs(windows: Iterable[list[int]], pad_id: int) -> dict[str, NDArray[np.int64]]:
    rows = list(windows)
    ids = np.full((len(rows), max(map(len, rows))), pad_id, dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, window in enumerate(rows):
        ids[row, : len(window)] = window
        mask[row, : len(window)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def silence() -> None:
    """Keep OpenVINO from reporting its use to its maker: without this module it falls back to a stub.

    It would otherwise send an event over the network whenever it is imported.
    """
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]


def _compile(path: Path) -> "CompiledModel":
    """The converted model, ready to run; the compiled form is cached beside it (0.3 s in place of 0.6 s)."""
    silence()
    import openvino

    core = openvino.Core()
    core.set_property({"CACHE_DIR": str(path.parent)})
    return core.compile_model(path, "CPU", {"PERFORMANCE_HINT": "LATENCY"})


def _converted(folder: Path, fingerprint: str, settings: Settings) -> Path:
    """The model in OpenVINO's form, from the cache or made now."""
    recipe = hashlib.sha256(f"{fingerprint} {settings}".encode()).hexdigest()[:16]
    root = Path(os.environ.get("MINUTEBOOK_CACHE") or user_cache_path("minutebook"))
    path = root / "models" / recipe / "model.xml"
    if not path.is_file():
        from models.convert import convert

        convert(folder, path.parent, pooling=settings.pooling, normalise=settings.normalise)
    return path
