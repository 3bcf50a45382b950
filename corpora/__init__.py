"""Corpora: the manifest that names one, what is built from it, and the sample corpus."""
