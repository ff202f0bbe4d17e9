"""Khóa không phải là chữ

Tên khóa là một từ như name, lead, due. Số làm tên khóa thường là do viết dấu phẩy thập phân trong ngoặc nhọn: ở đó
dấu phẩy ngăn hai mục.

Sai:
    - {value: 45,5, date: 2023-09-30}

Đúng:
    - {value: 45.5, date: 2023-09-30}
"""
