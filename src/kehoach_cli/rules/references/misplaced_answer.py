"""Báo cáo không ứng với bản ghi nào

Mỗi dòng trong data/answers là báo cáo của một cơ quan về một chỉ tiêu, nhiệm vụ của Kế hoạch: chỉ tiêu thì ghi số liệu,
nhiệm vụ thì ghi tình trạng; đề mục không có báo cáo. Dòng sai thì không được tính vào đâu.

Sai:
    - {record: CQS-33, state: done, date: 2023-09-30, source: BC 1/SYT}

Đúng:
    - {record: CQS-03, numerator: 45, denominator: 120, date: 2023-09-30, source: BC 1/SYT}
"""
