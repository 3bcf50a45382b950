from pathlib import Path

import pytest

from minutes.errors import ModelError
from models.manifest import Entry, folder_of, manifest


@pytest.mark.parametrize("role", ["encoder", "parser"])
def test_the_models_installed_are_the_ones_expected(role: str) -> None:
    entry = manifest()[role]
    assert all((folder_of(entry) / file).is_file() for file in entry.files)


@pytest.mark.parametrize(
    ("package", "folder", "message"),
    [
        ("no_such_package", "x", "is not installed; run: pip install some-model==1"),
        ("models", ".", "is not the file expected .* run: pip install --force-reinstall some-model==1"),
        ("models", "nowhere", "cannot be read .*; install the model anew"),
    ],
)
def test_a_model_that_is_missing_or_another(package: str, folder: str, message: str) -> None:
    entry = Entry(
        name="some model",
        package=package,
        requirement="some-model==1",
        folder=folder,
        licence="MIT",
        files={"manifest.toml": "0" * 64},
    )
    with pytest.raises(ModelError, match=message):
        folder_of(entry)


def test_the_packages_are_pinned_to_what_the_manifest_names() -> None:
    project = (Path(__file__).parents[2] / "pyproject.toml").read_text()
    assert all(f'"{entry.requirement}"' in project for entry in manifest().values())
