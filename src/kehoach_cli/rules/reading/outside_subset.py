"""Cách viết YAML không dùng được trong tệp kế hoạch

YAML có những cách viết để dẫn từ chỗ này sang chỗ khác (&, *, <<), đặt kiểu (!) hay đổi cách đọc (%, ---). Tệp kế
hoạch không dùng chúng, để mỗi bản ghi đọc được ngay tại chỗ và để không ai gài được dữ liệu phình to vô hạn. Chữ
của Kế hoạch bắt đầu bằng một trong các dấu ấy thì đặt trong dấu nháy kép.

Sai:
    note: *Theo văn bản số 12

Đúng:
    note: "*Theo văn bản số 12"
"""
