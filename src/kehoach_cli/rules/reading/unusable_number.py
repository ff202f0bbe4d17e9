"""Số không dùng được

Vô cực (.inf), không phải số (.nan) và số dài quá 40 chữ số không thể là số liệu của một chỉ tiêu.

Sai:
    value: .inf

Đúng:
    value: null
"""
