"""Word documents, knowing nothing of plans: fill in an office's templates, check a document's form.

`render` is the program's side; `template`, `form` and `output` run in the sandbox's child.
"""
