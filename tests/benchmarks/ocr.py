"""How much of scanned pages is read: python tests/benchmarks/ocr.py FOLDER

Every PDF below FOLDER that has a transcript beside it (the same name, .txt) is read and compared with it. What counts
is the share of the transcript's words that are missing: words are runs of letters and digits, case aside, and a word
that the transcript has three times must be read three times. A transcriber's own remarks count as missing, too, so the
best possible figure is not 0. Nothing here passes or fails.
"""

import re
import statistics
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from ingest import read


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).casefold()))


def missing(transcript: str, text: str) -> Counter[str]:
    """The words of the transcript that are not in the text, as often as they are missing."""
    return words(transcript) - words(text)


def measured(folder: Path) -> Iterator[tuple[str, float, float]]:
    """For each scan its name, the share of words missing (0 to 1) and seconds a page."""
    for path in sorted(folder.rglob("*.pdf")):
        beside = path.with_suffix(".txt")
        if not beside.exists():
            continue
        transcript = beside.read_text(encoding="utf-8")
        start = perf_counter()
        document = read(path)
        seconds = (perf_counter() - start) / (document.pages or 1)
        share = missing(transcript, document.text).total() / words(transcript).total()
        yield path.stem, share, seconds


def main(folder: Path) -> None:
    shares = []
    for name, share, seconds in measured(folder):
        sys.stdout.write(f"{name:<50}{share:>7.1%} missing{seconds:>7.1f} s a page\n")
        shares.append(share)
    if not shares:
        sys.exit(f"there are no PDFs with transcripts below {folder}; name a folder that holds some")
    sys.stdout.write(f"median {statistics.median(shares):.1%}, worst {max(shares):.1%}\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(f"usage: python {sys.argv[0]} FOLDER")
    main(Path(sys.argv[1]))
