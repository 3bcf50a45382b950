"""Whose document it is: the organisation and the body, as a careful reader of its first lines would name them."""
