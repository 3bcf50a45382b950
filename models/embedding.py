"""Turns text into vectors with a sentence-transformers model, without PyTorch.

OpenVINO runs the model: more than three times as fast as sentence-transformers on two cores with the bundled
model, at a cosine of at least 0.9999 to it (README.md has the figures). The model is converted once, which
needs PyTorch, and kept in the user's cache folder under its checksum.
"""

import hashlib
import json
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from platformdirs import user_cache_path

from minutes.errors import ModelError
from models.manifest import folder_of, manifest, sha256_of

if TYPE_CHECKING:
    from openvino import CompiledModel, InferRequest
    from tokenizers import Tokenizer

Pooling = Literal["mean", "cls"]
Float32 = NDArray[np.float32]

BATCH = 4096  # tokens in one run of the model, padding counted
WEIGHTS, TOKENIZER = "model.safetensors", "tokenizer.json"
UNUSED = ("onnx/*", "openvino/*", "*.h5", "*.msgpack", "*.ot")  # the same weights for engines that are not used here
PICKLED = ("pytorch_model*.bin", "*.pt", "*.pth", "*.pkl", "*.ckpt")
DOCUMENT_PROMPTS = ("document", "passage", "corpus")  # the names that sentence-transformers tries, in its order


@dataclass(frozen=True)
class Settings:
    """What a sentence-transformers folder says of its model."""

    pooling: Pooling
    normalise: bool
    max_tokens: int  # special tokens counted
    lower_case: bool
    pad_id: int
    query_prompt: str = ""  # what the model wants before each query, and before each text that is looked through
    document_prompt: str = ""


class Encoder(Protocol):
    """A model that is loaded. `fingerprint` is that of its weights, `dimension` the length of a vector."""

    name: str
    fingerprint: str
    dimension: int

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Float32:
        """Vectors of unit length, shape (n, d). A text too long for the model is the mean of its windows.

        `query` says that the texts are what is asked, not what is looked through; to some models that is not the same.
        """


# OpenVINO makes some things when it is first asked, and waits for ever if two threads ask at once: the one that makes
# them waits for Python, which the other one holds while it waits for them.
FIRST = Lock()


class FastEncoder:
    """A model that OpenVINO runs."""

    def __init__(self, folder: Path, settings: Settings, *, name: str, fingerprint: str) -> None:
        """Load the sentence-transformers model in `folder`; convert it first if that was never done."""
        self.name = name
        self.fingerprint = fingerprint
        self._settings = settings
        self._tokenizer = _tokenizer(folder, settings)
        self._path = _converted(folder, fingerprint, settings)
        self._alone = _compile(self._path, hint="LATENCY", threads=1)
        self._asked: set[bool] = set()
        self.dimension = int(self._alone.output(0).partial_shape[1].get_length())

    @cached_property
    def _together(self) -> "CompiledModel":
        return _compile(self._path, hint="THROUGHPUT")

    def encode(self, texts: Sequence[str], *, query: bool = False) -> Float32:
        """As `Encoder.encode` says."""
        prompt = self._settings.query_prompt if query else self._settings.document_prompt
        texts = [prompt + text for text in texts] if prompt else texts
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
        """One vector a window."""
        alone = len(windows) == 1
        if alone not in self._asked:
            with FIRST:
                vectors = self._inferred(windows[:2])
                self._asked.add(alone)
            if len(windows) <= 2:
                return vectors
        return self._inferred(windows)

    def _inferred(self, windows: Sequence[list[int]]) -> Float32:
        """One vector a window. As many requests at a time as there are cores, each on its own.

        A single window is run on one core: that takes no longer, and leaves the others for what goes on beside it.
        Nothing is called back: a thread of OpenVINO's that still holds a callback when the program ends waits for
        Python, which waits for the thread.
        """
        vectors = np.empty((len(windows), self.dimension), dtype=np.float32)
        model = self._alone if len(windows) == 1 else self._together
        free = [model.create_infer_request() for _ in range(model.get_property("OPTIMAL_NUMBER_OF_INFER_REQUESTS"))]
        running: deque[tuple[InferRequest, list[int]]] = deque()
        for batch in batches([len(window) for window in windows]):
            if not free:
                free.append(_finished(running.popleft(), vectors))
            request = free.pop()
            request.start_async(_inputs([windows[i] for i in batch], self._settings.pad_id))
            running.append((request, batch))
        while running:
            _finished(running.popleft(), vectors)
        return vectors


def _finished(run: "tuple[InferRequest, list[int]]", vectors: Float32) -> "InferRequest":
    """Wait for a request and put what it found into `vectors`; it may then be used again."""
    request, batch = run
    request.wait()
    vectors[batch] = request.get_output_tensor(0).data
    return request


def load_encoder(name: str | None = None, *, fetch: bool = False) -> Encoder:
    """The model named: a sentence-transformers folder, a name on the Hugging Face hub, or none for the bundled model.

    A model from the hub is looked for among those that were downloaded before; `fetch` downloads it if need be.

    Raises:
        ModelError: if there is no such model, or it is not the one expected.
    """
    bundled = manifest()["encoder"]
    if name is None or name == bundled.name:
        folder = folder_of(bundled, unread=[WEIGHTS])
        name, fingerprint = bundled.name, bundled.files[WEIGHTS]
    else:
        folder = Path(name)
        if folder.is_dir():
            name = str(folder.absolute())  # a library that records it is opened from elsewhere, too
        else:
            folder = _from_hub(name, fetch=fetch)
        fingerprint = fingerprint_of(folder)
    settings = read_settings(folder)
    if settings and all((folder / file).is_file() for file in (WEIGHTS, TOKENIZER)):
        return FastEncoder(folder, settings, name=name, fingerprint=fingerprint)
    from models.pytorch import AnyEncoder

    return AnyEncoder(folder, name=name, fingerprint=fingerprint)


def fingerprint_of(folder: Path) -> str:
    """The SHA-256 of a model's weights; of all checksums together where they are in several files.

    Raises:
        ModelError: if there are none as safetensors, or some only as a pickle, which can run code as it is read.
    """
    files = sorted(folder.rglob("*.safetensors"))
    safe = {file.parent for file in files}
    if pickled := [each for kind in PICKLED for each in folder.rglob(kind) if each.parent not in safe]:
        raise ModelError(
            f"The weights in {pickled[0]} are a pickle, which can run code as it is read; "
            "name a model that has them as safetensors"
        )
    if len(files) <= 1:
        return sha256_of(files[0] if files else folder / WEIGHTS)
    sums = [f"{file.relative_to(folder).as_posix()} {sha256_of(file)}" for file in files]
    return hashlib.sha256("\n".join(sums).encode()).hexdigest()


def _from_hub(name: str, *, fetch: bool) -> Path:
    """The folder that a model of the hub was downloaded to."""
    import huggingface_hub

    try:
        return Path(huggingface_hub.snapshot_download(name, local_files_only=not fetch, ignore_patterns=[*UNUSED]))
    except (OSError, ValueError) as error:
        hint = "check the name and the connection" if fetch else "download it with: minutebook rebuild --encoder NAME"
        raise ModelError(
            f"There is no model {name}, neither as a folder nor among those downloaded; name a local "
            f"sentence-transformers folder or {manifest()['encoder'].name}, or {hint}"
        ) from error


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


def read_settings(folder: Path) -> Settings | None:
    """How the model reads, pools and normalises; null where it does what only sentence-transformers can do.

    Raises:
        ModelError: if a file is missing.
    """
    modules = [
        (str(module["type"]).rsplit(".", 1)[-1], str(module["path"])) for module in _json(folder, "modules.json")
    ]
    names = [name for name, _ in modules]
    if names not in (["Transformer", "Pooling"], ["Transformer", "Pooling", "Normalize"]):
        return None
    described = _json(folder, "config_sentence_transformers.json")
    config, limits = _json(folder, "config.json"), _json(folder, "sentence_bert_config.json")
    pooled = _json(folder, f"{modules[1][1]}/config.json")
    pooling = _pooling(pooled)
    prompts = described.get("prompts") or {}
    default = prompts.get(described.get("default_prompt_name"), "")
    if pooling is None or (any(prompts.values()) and pooled.get("include_prompt") is False):
        return None
    return Settings(
        pooling=pooling,
        normalise="Normalize" in names,
        max_tokens=int(limits.get("max_seq_length") or config["max_position_embeddings"]),
        lower_case=bool(limits.get("do_lower_case")),
        pad_id=int(config.get("pad_token_id") or 0),
        query_prompt=prompts.get("query", default),
        document_prompt=next((prompts[name] for name in DOCUMENT_PROMPTS if name in prompts), default),
    )


def _pooling(config: dict[str, Any]) -> Pooling | None:
    """The one pooling mode that is switched on, if it is one that is converted."""
    modes = [key for key, value in config.items() if key.startswith("pooling_mode_") and value is True]
    match config.get("pooling_mode") or "+".join(modes):
        case "mean" | "pooling_mode_mean_tokens":
            return "mean"
        case "cls" | "pooling_mode_cls_token":
            return "cls"
    return None


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

    tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
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


def _compile(path: Path, *, hint: Literal["LATENCY", "THROUGHPUT"], threads: int = 0) -> "CompiledModel":
    """The converted model, ready to run on so many cores (0: all); it is cached beside it (0.3 s in place of 0.6 s)."""
    silence()
    import openvino

    core = openvino.Core()
    core.set_property({"CACHE_DIR": str(path.parent)})
    return core.compile_model(path, "CPU", {"PERFORMANCE_HINT": hint, "INFERENCE_NUM_THREADS": threads})


def _converted(folder: Path, fingerprint: str, settings: Settings) -> Path:
    """The model in OpenVINO's form, from the cache or made now, for which its weights are read: they are checked then.

    Raises:
        ModelError: if they are not the ones of the fingerprint, or cannot be converted.
    """
    recipe = hashlib.sha256(f"{fingerprint} {settings.pooling} {settings.normalise}".encode()).hexdigest()[:16]
    root = Path(os.environ.get("MINUTEBOOK_CACHE") or user_cache_path("minutebook"))
    path = root / "models" / recipe / "model.xml"
    if not path.is_file():
        from models.convert import convert

        if fingerprint_of(folder) != fingerprint:
            raise ModelError(f"The weights in {folder} are not the ones expected; install the model anew")
        convert(folder, path.parent, pooling=settings.pooling, normalise=settings.normalise)
    return path
