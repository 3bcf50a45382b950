"""Which language models Minutebook uses, in which version, and how they are loaded."""
