"""What each file of a plan may contain: Pydantic models, with a Vietnamese description of every key."""
