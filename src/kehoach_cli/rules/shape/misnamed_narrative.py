"""Tệp không mang tên một kỳ hoặc một cơ quan

Báo cáo của một kỳ lấy phần lời ở data/narrative, trong tệp mang tên kỳ đó: năm và quý (2023-Q3), nửa năm (2023-H1),
tháng (2023-09) hoặc cả năm (2023), đuôi .yaml. Báo cáo của một cơ quan ở data/answers, trong tệp mang mã của cơ quan
trong agencies.yaml (SYT.yaml). Tệp mang tên khác không báo cáo nào đọc, nên điều ghi trong đó bị bỏ quên.

Sai:
    data/narrative/2023-Q9.yaml
    data/narrative/quy-3.yaml
    data/narrative/2023-Q3.yml
    data/answers/so-y-te.yaml

Đúng:
    data/narrative/2023-Q3.yaml
    data/answers/SYT.yaml
"""
