"""The meeting: whose and which body's, on which day, where and from when to when, and who was in the chair."""
