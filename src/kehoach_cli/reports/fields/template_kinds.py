"""The kinds of templates; each is the name of its file without `.docx`."""

REPORT, SUMMARY, LETTER, FORM = "bao-cao-quy", "bao-cao-tom-tat", "cong-van-don-doc", "phieu-bao-cao"
KINDS = (REPORT, SUMMARY, LETTER, FORM)
