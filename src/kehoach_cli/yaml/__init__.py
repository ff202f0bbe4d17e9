"""YAML text -> data with places. Only the safe subset of YAML is read."""
