"""Reads the safe subset of YAML: bytes -> text (`text`) -> data (`events`), and a field's line and column (`locate`)."""
