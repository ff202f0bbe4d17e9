"""Khóa không có trong mẫu

Tên khóa gõ sai thì giá trị của nó bị bỏ qua mà không ai biết, nên khóa lạ là lỗi. Câu báo gợi ý khóa gần giống nhất.

Sai:
    suport: [SBNDP]

Đúng:
    support: [SBNDP]
"""
