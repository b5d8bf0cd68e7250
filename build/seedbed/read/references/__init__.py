"""References, which state a work on one line."""
