"""How fast a folder is ingested beside LlamaIndex: python -m tests.benchmarks.whole [FOLDER] [--llamaindex PYTHON]

Both read, split, embed with the same model and fill a Chroma, each as a process of its own and into an empty folder.
LlamaIndex cuts each chunk off at 256 word pieces and takes out no records; Minutebook embeds all text. PYTHON is that
of an environment with what `llamaindex.py` imports. Files that LlamaIndex does not read are left out for both. Nothing
here passes or fails.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from models.embedding import load_encoder
from models.manifest import folder_of, manifest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpora" / "sample"
UNREAD = 1  # the exit code where a file could not be read, or in part only
READ_BY_BOTH = (".pdf", ".docx", ".html", ".htm", ".txt", ".md")
NEEDED = "import chromadb, docx2txt, llama_index.core, llama_index.embeddings.huggingface, llama_index.readers.file"
MISSING = (
    "LlamaIndex: not installed; run, in an environment of its own: pip install torch==2.13.0 llama-index-core "
    "llama-index-embeddings-huggingface llama-index-vector-stores-chroma llama-index-readers-file docx2txt, "
    "and name its python with --llamaindex"
)


def seconds(command: Sequence[str | Path], *, ends: Sequence[int] = (0,)) -> float:
    """How long a program runs that is to end with one of these codes."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "HF_HUB_OFFLINE": "1"}
    start = perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if done.returncode not in ends:
        sys.exit(f"{command[0]} ended with {done.returncode}")
    return perf_counter() - start


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--llamaindex", type=Path, metavar="PYTHON", default=sys.executable)
    arguments = parser.parse_args()
    load_encoder()  # converts the model if that was never done, which is no part of the speed
    with tempfile.TemporaryDirectory() as scratch:
        documents = Path(scratch, "documents")
        files = [path for path in sorted(arguments.folder.rglob("*")) if path.suffix.lower() in READ_BY_BOTH]
        for number, path in enumerate(files):
            documents.mkdir(exist_ok=True)
            shutil.copy(path, documents / f"{number}{path.suffix}")
        run = "import cli; cli.main()"
        ingest = [sys.executable, "-c", run, "ingest", documents, "--library", Path(scratch, "library")]
        ours = seconds(ingest, ends=(0, UNREAD))
        say(f"{len(files)} documents: minutebook ingest {ours:.1f} s")
        if subprocess.run([arguments.llamaindex, "-c", NEEDED], capture_output=True, check=False).returncode:
            say(MISSING)
            return
        script, model = Path(__file__).with_name("llamaindex.py"), folder_of(manifest()["encoder"])
        theirs = seconds([arguments.llamaindex, script, documents, model, Path(scratch, "chroma")])
        say(f"LlamaIndex {theirs:.1f} s: {theirs / ours:.2f} x")


if __name__ == "__main__":
    main()
