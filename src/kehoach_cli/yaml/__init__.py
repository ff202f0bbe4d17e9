"""Reads a safe subset of YAML: bytes -> text (`text`) -> data (`events`), and finds a field's position (`locate`)."""
