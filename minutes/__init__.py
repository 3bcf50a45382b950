"""The words that every part of Minutebook speaks. Imports nothing else of ours."""
