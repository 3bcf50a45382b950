"""Actions: tasks with who is to do them and by when, as minutes mark them and as they tell them in prose."""
