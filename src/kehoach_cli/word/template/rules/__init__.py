"""What a Word file must satisfy: one module per rule, with `CODE`, `SEVERITY` and a docstring, its public page.

KH801–KH810 are about the file itself, KH811–KH829 about the tags of a template, KH831–KH835 about what can only
show while a template is filled in.
"""
