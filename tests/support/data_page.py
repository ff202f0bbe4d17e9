"""The tables of a page that says what a plan's files hold."""

import re


def rows(page: str, section: str) -> list[list[str]]:
    """The rows of the tables below the heading `section`, without their headings."""
    text = re.split(rf"^##+ {re.escape(section)}\n", page, flags=re.MULTILINE)[1]
    text = re.split(r"^##+ ", text, flags=re.MULTILINE)[0]
    lines = [line for line in text.splitlines() if line.startswith("|")]
    heads = {lines[place - 1] for place, line in enumerate(lines) if line.startswith("|---")}
    kept = [line for line in lines if line not in heads and not line.startswith("|---")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in kept]
