"""Tệp rỗng

Tệp không có dữ liệu nào, hoặc chỉ có ghi chú. Danh sách chưa có gì thì viết [] để thấy rõ là chủ ý.

Sai:
    # Các nhiệm vụ

Đúng:
    # Các nhiệm vụ: chưa giao
    []
"""
