"""Drawing pages: for a terminal, for a pipe, as Markdown, JSON or CSV."""
