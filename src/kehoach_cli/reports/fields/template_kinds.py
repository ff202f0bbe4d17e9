"""The kinds of templates; each is the name of its file without `.docx`."""

REPORT, SUMMARY, LETTER = "bao-cao-quy", "bao-cao-tom-tat", "cong-van-don-doc"
KINDS = (REPORT, SUMMARY, LETTER)
