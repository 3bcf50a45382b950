"""Sentence-transformers models of a few kilobytes with weights of chance, made in a folder."""

from pathlib import Path
from typing import Any


def tiny_model(
    folder: Path, *, pooling: str = "mean", dense: bool = False, prompts: dict[str, str] | None = None, seed: int = 1
) -> Any:
    """Save one in `folder` and return it loaded: vectors of 32 numbers, or of 16 with a dense layer."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import Dense, Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizerFast

    from models.manifest import folder_of, manifest

    torch.manual_seed(seed)
    sizes = {"hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
    base = folder.with_name(f"{folder.name}-base")
    BertModel(BertConfig(**sizes)).save_pretrained(base)  # type: ignore[arg-type]
    BertTokenizerFast.from_pretrained(folder_of(manifest()["encoder"])).save_pretrained(base)
    modules = [Transformer(str(base), max_seq_length=64), Pooling(32, pooling_mode=pooling)]
    if dense:
        modules.append(Dense(32, 16))
    model = SentenceTransformer(modules=modules, prompts=prompts, device="cpu")
    model.save(str(folder))
    return model
