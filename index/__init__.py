"""Minutes to passages, passages to catalogue and vectors, and from there to hits."""
