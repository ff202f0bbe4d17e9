"""Plan files: bytes on disk -> checked text -> data -> records, and back to the place of every field."""
