"""Mã viết sai dạng

Mã gồm chữ in hoa không dấu và chữ số, nối bằng dấu gạch ngang hoặc dấu chấm, tối đa 40 ký tự. Mã không đổi theo tên,
không dùng lại.

Sai:
    id: cqs_01

Đúng:
    id: CQS-01
"""
