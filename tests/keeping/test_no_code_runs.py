"""No document, catalogue or model makes Minutebook run anything, fetch anything or read another file."""

import ast
import io
import os
import pickle
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from library import Library
from minutes.errors import LibraryError, ModelError
from models.embedding import load_encoder
from tests.conftest import ROOT, SAMPLE

PACKAGES = ("minutes", "ingest", "extract", "index", "library", "models", "serve", "commands")
UNSAFE = {"pickle", "marshal", "shelve", "dill", "joblib", "cloudpickle", "yaml", "code", "imp"}
ARGUMENTS = {"allow_pickle", "shell", "trust_remote_code"}
CALLS = {"eval", "exec", "compile", "__import__"}

# Reads each file named, in a process that ends if anything is run, connected to or unpickled on the way.
READER = """
import os, sys
from pathlib import Path
from minutes.errors import InputError
from workers import extract_file

FORBIDDEN = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile", "socket.",
             "urllib.", "http.", "pickle.", "ftplib.", "webbrowser.", "ctypes.dlopen")

def watch(event, args):
    if event.startswith(FORBIDDEN):
        print("did", event, args, flush=True)
        os._exit(9)
    if event == "open" and "secret" in str(args[0]):
        print("opened", args[0], flush=True)
        os._exit(9)

for name in sys.argv[1:3]:  # what is imported when it is first needed
    extract_file(Path(name))
sys.addaudithook(watch)
for name in sys.argv[3:]:
    try:
        text = extract_file(Path(name))[0].text
    except InputError as error:
        text = str(error)
    assert "root:" not in text
    print(Path(name).name)
"""
PDF = """%PDF-1.7
1 0 obj <</Type /Catalog /Pages 2 0 R /OpenAction 5 0 R /AA <</WC 5 0 R>>
/Names <</JavaScript <</Names [(a) 6 0 R]>> /EmbeddedFiles <</Names [(a) 7 0 R]>>>>>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /AA <</O 5 0 R>>
/Annots [<</Type /Annot /Subtype /Link /Rect [0 0 300 300] /A <</S /URI /URI (http://127.0.0.1:9/)>>>>]
/Resources <</Font <</F <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>>>>>>> endobj
4 0 obj <</Length 58>> stream
BT /F 12 Tf 20 200 Td (RESOLVED: that it be agreed.) Tj ET
endstream endobj
5 0 obj <</S /Launch /F (/bin/sh) /Win <</F (cmd.exe)>>>> endobj
6 0 obj <</S /JavaScript /JS (app.launchURL("http://127.0.0.1:9/");)>> endobj
7 0 obj <</Type /Filespec /F (secret.txt) /EF <</F 4 0 R>>>> endobj
trailer <</Root 1 0 R /Size 8>>
%%EOF
"""
PAGE = """<!DOCTYPE html SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<html><head><script>fetch("http://127.0.0.1:9/")</script><link rel=stylesheet href="http://127.0.0.1:9/a.css">
<meta http-equiv=refresh content="0; url=http://127.0.0.1:9/"><base href="http://127.0.0.1:9/"></head>
<body><h1>Minutes &x;</h1><img src="http://127.0.0.1:9/a.png" onerror="alert(1)"><iframe src="secret.html"></iframe>
<object data="secret.pdf"></object><p>RESOLVED: that it be agreed.</p></body></html>"""


def with_parts(**parts: str | bytes) -> bytes:
    """The sample's Word document with other parts, named by what they are."""
    names = {
        "macros": "word/vbaProject.bin",
        "document": "word/document.xml",
        "settings": "word/settings.xml",
        "links": "word/_rels/document.xml.rels",
        "object": "word/embeddings/oleObject1.bin",
    }
    made = io.BytesIO()
    with zipfile.ZipFile(SAMPLE / "tolverbridge" / "2022-11-08.docx") as old, zipfile.ZipFile(made, "w") as new:
        given = {names[each]: content for each, content in parts.items()}
        for name in old.namelist():
            if name not in given:
                new.writestr(name, old.read(name))
        for name, content in given.items():
            new.writestr(name, content)
    return made.getvalue()


def part(name: str) -> str:
    with zipfile.ZipFile(SAMPLE / "tolverbridge" / "2022-11-08.docx") as packed:
        return packed.read(name).decode()


def hostile(folder: Path) -> list[Path]:
    entity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    remote = (
        '<Relationship Id="rIdX" TargetMode="External" Target="http://127.0.0.1:9/template.dotm" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
    )
    run = "<w:r><w:instrText>{}</w:instrText></w:r>".format
    field = f"""<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{run('DDEAUTO cmd.exe "/k calc"')}
        {run('INCLUDETEXT "secret.docx"')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:body>"""
    files: dict[str, bytes | str] = {
        "launch.pdf": PDF,
        "page.html": PAGE,
        "macros.docm": with_parts(macros=b"Attribute VB_Name", object=b"\xd0\xcf\x11\xe0"),
        "entity.docx": with_parts(document=part("word/document.xml").replace("?>", f"?>{entity}", 1)),
        "remote.docx": with_parts(
            links=part("word/_rels/document.xml.rels").replace("</Relationships>", remote),
        ),
        "fields.docx": with_parts(document=part("word/document.xml").replace("</w:body>", field)),
        "pickled.txt": pickle.dumps(Runs()),
        "pickled.pdf": b"%PDF-1.4\n" + pickle.dumps(Runs()),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    for name in ("secret.txt", "secret.html", "secret.docx", "secret.pdf"):
        (folder / name).write_text("root: not to be read")
    return [folder / name for name in files]


class Runs:
    """What writes a file when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch /tmp/minutebook-ran",)


def test_documents_run_and_fetch_nothing(tmp_path: Path) -> None:
    files, first = hostile(tmp_path), [SAMPLE / "tolverbridge" / name for name in ("2022-03-08.pdf", "2022-11-08.docx")]
    done = subprocess.run(
        [sys.executable, "-c", READER, *first, *files], cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.split()) == (0, [file.name for file in files]), done.stdout + done.stderr


def test_a_catalogue_is_never_unpickled(held: Library, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    np.savez(buffer, page=np.array([Runs()], dtype=object))
    with closing(sqlite3.connect(held.folder / "catalogue.sqlite")) as connection, connection:
        connection.execute("UPDATE contents SET words = ?", (buffer.getvalue(),))
    document = held.documents()[0].document
    assert document
    with pytest.raises(LibraryError, match="are damaged; restore a backup"):
        held.document(document.id)


@pytest.mark.parametrize("name", ["pytorch_model.bin", "model.pt", "1_Dense/pytorch_model.bin"])
def test_a_model_that_is_a_pickle_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(pickle.dumps(Runs()))
    with pytest.raises(ModelError, match="are a pickle, which can run code as it is read; name a model"):
        load_encoder(str(tmp_path))


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_unpickles_or_evaluates(package: str) -> None:
    for file in sorted((ROOT / package).rglob("*.py")):
        assert not list(unsafe(ast.parse(file.read_text(encoding="utf-8")))), file


def unsafe(tree: ast.Module) -> Iterator[str]:
    """What could run what a file says."""
    for node in ast.walk(tree):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        yield from (name for name in names if name.split(".")[0] in UNSAFE)
        if isinstance(node, ast.Call):
            yield from (node.func.id for _ in "1" if isinstance(node.func, ast.Name) and node.func.id in CALLS)
            yield from (each.arg for each in node.keywords if each.arg in ARGUMENTS and ast.literal_eval(each.value))
