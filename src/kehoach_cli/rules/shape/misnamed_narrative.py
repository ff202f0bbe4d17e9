"""Tệp phần lời không mang tên một kỳ

Báo cáo của một kỳ lấy phần lời ở data/narrative, trong tệp mang tên kỳ đó: năm và quý (2023-Q3), nửa năm (2023-H1),
tháng (2023-09) hoặc cả năm (2023), đuôi .yaml. Tệp mang tên khác không báo cáo nào đọc, nên điều ghi trong đó bị bỏ
quên.

Sai:
    data/narrative/2023-Q9.yaml
    data/narrative/quy-3.yaml
    data/narrative/2023-Q3.yml

Đúng:
    data/narrative/2023-Q3.yaml
"""

from kehoach_cli.diagnostics import Severity

CODE = "KH211"
SEVERITY: Severity = "error"
