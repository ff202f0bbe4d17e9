"""What may stand in each file of a plan: Pydantic models, with the Vietnamese description of every key."""
