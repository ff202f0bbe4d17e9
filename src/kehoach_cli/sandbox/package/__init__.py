"""Open a stranger's archive (.docx): is it safe, and which parts are in it? `zipfile` is imported here alone.

`opening` follows `archive` (ZIP members) -> `parts` (the package); `rules` refuse, `allowed_parts`, `namespaces` and
`addresses` list what is safe; `xml` parses, `zipping` writes.
"""
