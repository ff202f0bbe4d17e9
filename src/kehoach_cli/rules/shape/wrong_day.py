"""Ngày không có trong lịch hoặc viết sai dạng

Trong tệp, ngày viết theo dạng năm-tháng-ngày để không thể lẫn ngày với tháng, và phải là ngày có thật, từ năm 1900
đến năm 2200.

Sai:
    date: 31/9/2023

Đúng:
    date: 2023-09-30
"""
