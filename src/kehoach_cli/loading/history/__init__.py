"""A plan at an earlier revision, and who recorded what."""
