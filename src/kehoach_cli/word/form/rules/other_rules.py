"""Văn bản của Đảng

Văn bản có dòng “ĐẢNG CỘNG SẢN VIỆT NAM” ở đầu trình bày theo Hướng dẫn 36-HD/VPTW của Văn phòng Trung ương Đảng, không
theo Nghị định 30/2020/NĐ-CP, nên không được soát.

Sai:
    soát một công văn của tỉnh ủy

Đúng:
    soát một công văn của ủy ban nhân dân
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import Severity
from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.form.requirements import Form

CODE = "KH868"
SEVERITY: Severity = "warning"


def check(form: Form) -> Iterator[WordFinding]:
    if form.elements.party is not None:
        message = "Đây là văn bản của Đảng, không theo Nghị định 30/2020/NĐ-CP nên không được soát"
        yield WordFinding(CODE, message, "Soát theo Hướng dẫn 36-HD/VPTW", form.elements.party.place, SEVERITY)
