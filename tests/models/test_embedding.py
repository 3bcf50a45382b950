import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from minutes.errors import ModelError
from models.embedding import Encoder, FastEncoder, batches, fingerprint_of, load_encoder, read_settings
from models.manifest import folder_of, manifest
from models.pytorch import AnyEncoder
from tests.conftest import ROOT
from tests.models.tiny import tiny_model

TEXTS = [
    "RESOLVED that the school transport policy be approved",
    "waiting times",
    "",
    "The Board heard that 81% of children were seen within 18 weeks. " * 8,
    "Apologies for absence – Cllr. Exämple",
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def test_the_encoder_says_what_it_is(encoder: Encoder) -> None:
    entry = manifest()["encoder"]
    assert (encoder.name, encoder.fingerprint) == (entry.name, entry.files["model.safetensors"])
    assert encoder.dimension == 384


def test_vectors_equal_those_of_sentence_transformers(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    from sentence_transformers import SentenceTransformer

    expected = SentenceTransformer(str(folder_of(manifest()["encoder"])), device="cpu").encode(TEXTS)
    cosines = (encoder.encode(TEXTS) * expected).sum(axis=1)
    assert cosines.min() >= 0.999


def test_vectors_have_unit_length_and_do_not_depend_on_their_neighbours(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    alone = np.vstack([encoder.encode([text]) for text in TEXTS])
    assert together.dtype == np.float32
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert (together * alone).sum(axis=1).min() >= 0.999


def test_no_texts_give_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_of_a_long_text_nothing_is_cut_off(encoder: Encoder) -> None:
    filler = "The meeting went on about the usual business. " * 60
    plain, other = encoder.encode([filler, f"{filler} A shark was seen in the swimming pool. " * 2])
    query = encoder.encode(["shark in the pool"])[0]
    assert other @ query > plain @ query


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], []),
        ([3], [[0]]),
        ([3, 9, 3], [[1], [0, 2]]),
        ([5, 5, 5], [[0, 1], [2]]),
        ([99, 1], [[0], [1]]),
    ],
)
def test_batches_pad_to_a_number_of_tokens(lengths: list[int], expected: list[list[int]]) -> None:
    assert list(batches(lengths, tokens=10)) == expected


def model_folder(folder: Path, **files: object) -> Path:
    kinds = ["Transformer", "Pooling", "Normalize"]
    contents: dict[str, object] = {
        "modules": [{"type": f"sentence_transformers.models.{kind}", "path": f"{kind}"} for kind in kinds],
        "config_sentence_transformers": {},
        "config": {"max_position_embeddings": 512, "pad_token_id": 1},
        "sentence_bert_config": {"max_seq_length": 128},
        "Pooling/config": {"pooling_mode_cls_token": False, "pooling_mode_mean_tokens": True},
    } | files
    for name, content in contents.items():
        (folder / f"{name}.json").parent.mkdir(exist_ok=True)
        (folder / f"{name}.json").write_text(json.dumps(content))
    return folder


@pytest.mark.parametrize(
    ("pooling", "expected"),
    [
        ({"pooling_mode_mean_tokens": True}, "mean"),
        ({"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False}, "cls"),
        ({"pooling_mode": "mean"}, "mean"),
    ],
)
def test_settings(tmp_path: Path, pooling: dict[str, object], expected: str) -> None:
    settings = read_settings(model_folder(tmp_path, **{"Pooling/config": pooling}))
    assert (settings.pooling, settings.normalise, settings.max_tokens, settings.pad_id) == (expected, True, 128, 1)


@pytest.mark.parametrize(
    "files",
    [
        {"Pooling/config": {"pooling_mode_max_tokens": True}},
        {"modules": [{"type": "x.Transformer", "path": ""}, {"type": "x.Dense", "path": ""}]},
        {
            "config_sentence_transformers": {"prompts": {"query": "ask: "}},
            "Pooling/config": {"pooling_mode_mean_tokens": True, "include_prompt": False},
        },
    ],
)
def test_a_model_that_only_sentence_transformers_runs(tmp_path: Path, files: dict[str, object]) -> None:
    assert read_settings(model_folder(tmp_path, **files)) is None


@pytest.mark.parametrize(
    ("described", "query", "document"),
    [
        ({}, "", ""),
        ({"prompts": {"query": "", "document": ""}}, "", ""),
        ({"prompts": {"query": "ask: ", "passage": "held: "}}, "ask: ", "held: "),
        ({"prompts": {"any": "text: "}, "default_prompt_name": "any"}, "text: ", "text: "),
    ],
)
def test_prompts(tmp_path: Path, described: dict[str, object], query: str, document: str) -> None:
    settings = read_settings(model_folder(tmp_path, config_sentence_transformers=described))
    assert settings
    assert (settings.query_prompt, settings.document_prompt) == (query, document)


@pytest.mark.parametrize(
    ("pooling", "dense", "kind"), [("mean", False, FastEncoder), ("cls", False, FastEncoder), ("max", True, AnyEncoder)]
)
def test_any_local_model_gives_the_vectors_of_sentence_transformers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pooling: str, dense: bool, kind: type
) -> None:
    monkeypatch.setenv("MINUTEBOOK_CACHE", str(tmp_path / "cache"))
    model = tiny_model(
        tmp_path / "tiny", pooling=pooling, dense=dense, prompts={"query": "ask: ", "document": "held: "}
    )
    encoder = load_encoder(str(tmp_path / "tiny"))
    short = [text for text in TEXTS if len(text) < 100]
    assert isinstance(encoder, kind)
    assert encoder.dimension == (16 if dense else 32)
    for found, expected in (
        (encoder.encode(short), model.encode_document(short, normalize_embeddings=True)),
        (encoder.encode(short, query=True), model.encode_query(short, normalize_embeddings=True)),
    ):
        assert (found * expected).sum(axis=1).min() >= 0.999
    filler = "The meeting went on about the usual business. " * 60
    plain, other = encoder.encode([filler, f"{filler} A shark was seen in the swimming pool."])
    assert not np.allclose(plain, other)
    assert encoder.encode([]).shape == (0, encoder.dimension)


def test_a_model_of_the_hub_is_taken_from_where_it_was_downloaded_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_CACHE", str(tmp_path))
    home = tmp_path / "models--somebody--tiny"
    tiny_model(home / "snapshots" / "0a1b")
    (home / "refs").mkdir()
    (home / "refs" / "main").write_text("0a1b")
    encoder = load_encoder("somebody/tiny")
    assert (encoder.name, encoder.fingerprint) == ("somebody/tiny", fingerprint_of(home / "snapshots" / "0a1b"))


@pytest.mark.parametrize("fetch", [True, False])
def test_a_model_is_downloaded_only_on_asking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fetch: bool) -> None:
    asked: list[object] = []
    tiny_model(tmp_path / "tiny")

    def snapshot_download(name: str, *, local_files_only: bool, ignore_patterns: list[str]) -> str:
        asked.append((name, local_files_only))
        return str(tmp_path / "tiny")

    monkeypatch.setattr("huggingface_hub.snapshot_download", snapshot_download)
    load_encoder("somebody/tiny", fetch=fetch)
    assert asked == [("somebody/tiny", not fetch)]


def test_the_fingerprint_covers_all_weights(tmp_path: Path) -> None:
    tiny_model(tmp_path, dense=True)
    before = fingerprint_of(tmp_path)
    (weights,) = (tmp_path / "2_Dense").glob("*.safetensors")
    weights.write_bytes(weights.read_bytes()[:-1] + b"x")
    assert fingerprint_of(tmp_path) != before


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"There is no model .*; name a local .*rebuild --encoder NAME"):
        load_encoder(str(tmp_path / "nowhere"))
    with pytest.raises(ModelError, match="There is no model nobody/nothing"):
        load_encoder("nobody/nothing")
    with pytest.raises(ModelError, match="cannot be read"):
        load_encoder(str(tmp_path))


def test_a_model_is_converted_once_and_whole(tmp_path: Path, encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_CACHE", str(tmp_path))
    folder = str(folder_of(manifest()["encoder"]))
    made = load_encoder(folder)
    (xml,) = tmp_path.rglob("model.xml")
    assert sorted(path.name for path in xml.parent.parent.iterdir()) == [xml.parent.name]  # no scratch is left
    written = xml.stat().st_mtime_ns
    load_encoder(folder)
    assert xml.stat().st_mtime_ns == written
    assert (made.name, made.fingerprint) == (folder, encoder.fingerprint)
    assert np.allclose(made.encode(TEXTS), encoder.encode(TEXTS), atol=1e-3)


def test_a_query_imports_no_pytorch_and_tells_nobody(encoder: Encoder) -> None:
    code = (
        "import sys; from models.embedding import load_encoder; load_encoder().encode(['waiting times']); "
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules], "
        "sys.modules['openvino_telemetry'])"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "[] None\n", done.stderr


ALL_AT_ONCE = """
import sys, threading
from models.embedding import load_encoder

encoder, gate = load_encoder(), threading.Barrier(8)

def ask():
    gate.wait()
    encoder.encode(["waiting times"])

sys.setswitchinterval(1e-5)
threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def test_the_first_questions_may_come_all_at_once() -> None:
    subprocess.run([sys.executable, "-c", ALL_AT_ONCE], check=True, timeout=120, cwd=ROOT)
