"""Resolutions: from where to where the words of a decision reach, a module for each manner of telling it."""
