"""Pages as the program shows them, taken apart."""

import re


def words(page: str) -> list[str]:
    """The words, without what draws tables and headings."""
    plain = page.replace("<br>", " ").replace("\\", "")
    return [word for word in re.sub(r"[|#*–-]", " ", plain).casefold().split() if word != ":"]
