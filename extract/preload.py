"""Loads the pipeline and the parser when imported, once for all workers that are forked from the process that does."""

from extract.pipeline import pipeline
from models.language import parser

pipeline()
parser()
