"""Ký tự điều khiển trong tệp

Ký tự điều khiển (NUL, ESC, BEL và các ký tự tương tự) không hiện ra khi xem tệp nhưng có thể làm hỏng cách hiển thị
hoặc che bớt nội dung. Chúng thường lọt vào khi chép từ chương trình khác. Viết chúng bằng dấu \\ trong dấu nháy kép
cũng không được.

Sai:
    name: "Sở Y tế\\x1b[31m"

Đúng:
    name: Sở Y tế
"""
