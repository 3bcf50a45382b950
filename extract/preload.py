"""Loads the pipeline and the parser when imported, once for all workers that are forked from the process that does."""

from extract.pipeline import pipeline
from extract.profile import PLAIN
from models.language import parser

pipeline(PLAIN)
parser()
