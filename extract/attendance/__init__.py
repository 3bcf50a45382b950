"""Who was there and who sent apologies, in every manner of setting lists of people."""
