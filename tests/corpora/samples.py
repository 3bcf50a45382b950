"""A small corpus of two bodies, and what its manifest says."""

import hashlib
from pathlib import Path

PARISH = """\
FENWOLD PARISH COUNCIL
Minutes of a meeting of the Amenities Committee held on 12 March 2024 in the Reading Room

Present: Cllr Ada Brindle (Chair), Cllr Tom Marsh

1. Bus shelter
RESOLVED: That the shelter in Mill Lane be repaired.
Action: The Clerk to ask for three quotations by 30 April 2024.

2. Finance
The Clerk reported on the year.

3. Allotments
Occupancy of the allotments was 91% in 2023/24.
"""
TRUST = """\
Minutes of the meeting held on 4 June 2024

Present: Ines Calder (Chair), Rob Tarn

1. Minutes
RESOLVED: That the minutes of 7 May 2024 be approved.

2. Waiting times
The average waiting time was 14 weeks in March 2024.

3. Next meeting
The next meeting is on 2 July 2024.
"""
FILES = {"fenwold/2024-03-12.txt": PARISH, "trust/2024-06-04.txt": TRUST}
MANIFEST = """\
schema = "minutebook-corpus/1"
name = "Fenwold and its trust"

# the parish
[[bodies]]
organisation = "Fenwold Parish Council"
gss = "E04000901"
region = "East of England"

[[bodies.documents]]
path = "fenwold/2024-03-12.txt"

[[bodies]]
organisation = "Fenwold Care Trust"
body = "Board"
region = "E12000006"
profile = { owners = ["almoner"] }

[[bodies.documents]]
path = "trust/2024-06-04.txt" # as handed over
licence = "OGL-UK-3.0"
"""


def corpus(folder: Path, text: str = MANIFEST) -> Path:
    """The manifest in a folder, with the files that it names."""
    for name, content in FILES.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    path = folder / "corpus.toml"
    path.write_text(text, encoding="utf-8")
    return path


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
