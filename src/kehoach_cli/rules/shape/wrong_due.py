"""Không hiểu thời hạn

Thời hạn giữ đúng chữ của Kế hoạch nếu viết theo một trong các dạng đã biết: Quý II/2023, Tháng 9/2023, Năm 2023,
6 tháng đầu năm 2023, trước ngày 15/10/2023, Hàng tháng, Hàng quý, Thường xuyên. Thời hạn theo văn bản khác thì viết
external: rồi đến chữ của Kế hoạch.

Sai:
    due: giữa năm

Đúng:
    due: 6 tháng đầu năm 2023
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH205"
SEVERITY: Severity = "error"
