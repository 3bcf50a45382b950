"""Figures in a sentence: value, range, magnitude and what stands right beside them; what is no measure is left out."""
