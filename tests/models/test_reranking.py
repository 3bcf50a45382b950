from pathlib import Path

import pytest

from minutes.errors import ModelError
from models.reranking import load_reranker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cross-encoder of the smallest kind, with weights that mean nothing."""
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    words = "[PAD] [UNK] [CLS] [SEP] [MASK] bus school library".split()
    (tmp_path / "vocab.txt").write_text("\n".join(words))
    BertTokenizerFast(str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    sizes = {"hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1, "intermediate_size": 8}
    config = BertConfig(vocab_size=len(words), num_labels=1, initializer_range=1.0, **sizes)
    BertForSequenceClassification(config).save_pretrained(tmp_path)
    return tmp_path


def test_each_text_has_a_score(folder: Path) -> None:
    score = load_reranker(str(folder))
    first, second, again = score("school bus", ["bus", "library or school bus", "bus"])
    assert first == pytest.approx(again)
    assert first != pytest.approx(second)


@pytest.mark.parametrize(
    ("name", "says"), [("somebody/nowhere", "is not on this machine"), ("", "cannot be loaded")], ids=["hub", "folder"]
)
def test_a_model_that_is_missing_is_told_in_one_line(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(ModelError, match=f"{says}.*leave out --rerank") as told:
        load_reranker(name or str(tmp_path))
    assert "\n" not in str(told.value)
