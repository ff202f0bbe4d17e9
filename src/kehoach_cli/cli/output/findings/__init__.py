"""What checking found, in each of the shapes that people and programs read."""
