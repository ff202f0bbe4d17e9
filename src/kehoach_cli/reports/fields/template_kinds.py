"""The kinds of templates, each by the name of its file."""

REPORT, SUMMARY, LETTER = "bao-cao-quy", "bao-cao-tom-tat", "cong-van-don-doc"
KINDS = (REPORT, SUMMARY, LETTER)
