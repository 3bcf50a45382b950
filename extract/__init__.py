"""Takes the records from a document: a spaCy pipeline with a component for each kind, driven by rules that are data."""

from models.language import keep_torch_out

keep_torch_out()  # before anything here imports spaCy

from extract.pipeline import extract  # noqa: E402
from extract.profile import PLAIN, Profile, profile_of, read_profile  # noqa: E402

__all__ = ["PLAIN", "Profile", "extract", "profile_of", "read_profile"]
