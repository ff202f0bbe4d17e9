"""Ghi chú bỏ qua không nêu lý do

Ai đọc tệp sau này cần biết vì sao một cảnh báo được bỏ qua. Ghi chú không có lý do thì không có tác dụng: cảnh báo
vẫn được nêu.

Sai:
    due: Quý I/2023  # kehoach: ignore KH502

Đúng:
    due: Quý I/2023  # kehoach: ignore KH502 đúng như Phụ lục II của Quyết định
"""
