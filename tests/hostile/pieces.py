"""Bytes that YAML, numbers, days, deadlines, remarks and the reader of files have rules about."""

_MARKS = (
    "\t",
    "\n",
    "\r",
    " ",
    "  ",
    "-",
    "- ",
    ":",
    ": ",
    ",",
    "#",
    " #",
    "?",
    "? ",
    "@",
    "`",
    "'",
    '"',
    "|",
    "|-\n",
    ">",
    "%",
)
_OPEN_AND_CLOSED = ("[", "]", "{", "}", "{a: ", "[[", "}}")
_OUTSIDE_THE_SUBSET = ("&a ", "*a", "!", "!!str ", "<<: ", "---\n", "...\n", "%YAML 1.1\n")
_VALUES = (
    "null",
    "~",
    "true",
    "no",
    ".inf",
    ".nan",
    "1e999",
    "1e99999999999999999999",
    "0x1F",
    "-0",
    "9" * 50,
    "29,2",
    "1_0",
    "0.3",
    "292",
)
_DAYS = ("2023-02-30", "0000-00-00", "1/7/2023", "2032-06-30", "Quý V/2023", "Quý I/2023", "external:", "external: a")
_KEYS = ("  id: A\n", "  due: 2022\n", "  updates: []\n", "  lead: [A]\n", "    corrects: 2023-06-30\n", "- {id: A}\n")
_REMARKS = (
    "# kehoach: ignore KH302 x\n",
    "# kehoach: ignore\n",
    "checks: {KH603: off}\n",
    "# kehoach: ignore KH603 vì thế\n",
)
_CONFLICTS = ("<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n")
_ESCAPED = ("\\x00", "\\ud800", "\\e[2J", "\\N", "\\")
_LETTERS = (
    "\ufeff",
    "\u2028",
    "\u202e",
    "\u200b",
    "\u0301",
    "\u0323\u0302",
    "😀",
    "ệ",
    "\uffff",
    "\u0085",
    "\u00a0",
    "thuwcj",
)

_TEXTS = (
    *(*_MARKS, *_OPEN_AND_CLOSED, *_OUTSIDE_THE_SUBSET, *_VALUES, *_DAYS),
    *(*_KEYS, *_REMARKS, *_CONFLICTS, *_ESCAPED, *_LETTERS),
)
_NO_TEXT = (b"\x00", b"\x1b[2J", b"\x7f", b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80")

PIECES = (*(text.encode() for text in _TEXTS), *_NO_TEXT)
