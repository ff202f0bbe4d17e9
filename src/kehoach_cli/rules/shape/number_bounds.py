"""Số ngoài khoảng cho phép

Số liệu có dưới 16 chữ số và tối đa 10 chữ số sau dấu chấm; năm của Kế hoạch từ 1900 đến 2200. Đại lượng lớn hơn thì
dùng đơn vị tính lớn hơn.

Sai:
    unit: đồng
    value: 98765432109876543

Đúng:
    unit: tỷ đồng
    value: 98765432.1
"""
