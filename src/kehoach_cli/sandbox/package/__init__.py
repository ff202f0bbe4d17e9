"""The file around a Word document: a ZIP archive of parts, opened only as far as it is known to be harmless."""
