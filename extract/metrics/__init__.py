"""Metrics: figures that measure something, with what, when, where and against what."""
