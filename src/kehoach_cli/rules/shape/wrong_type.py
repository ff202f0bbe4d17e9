"""Giá trị không đúng loại

Chỗ cần danh sách lại ghi một chữ, chỗ cần chữ lại ghi một số, hoặc cả tệp không phải danh sách bản ghi.

Sai:
    lead: STTTT

Đúng:
    lead: [STTTT]
"""
