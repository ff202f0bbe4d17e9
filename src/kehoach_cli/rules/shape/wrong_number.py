"""Số viết như chữ

Trong tệp, số viết với dấu chấm thập phân, không có dấu nháy, dấu phẩy hay dấu %. Số 29,2 viết 29.2; khi báo cáo,
kehoach viết lại theo cách của văn bản hành chính.

Sai:
    value: 29,2%

Đúng:
    value: 29.2
"""
