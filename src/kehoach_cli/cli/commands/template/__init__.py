"""Mẫu Word của cơ quan: kiểm tra mẫu và thể thức văn bản, liệt kê các trường, tạo bản để sửa.

Mẫu là tệp Word bình thường, sửa bằng Word; chỗ cần điền viết bằng thẻ {{ tên }}.
"""

COMMANDS = {
    "check": "Kiểm tra mẫu trước khi dùng, hoặc soát thể thức một văn bản bất kỳ (--the-thuc)",
    "fields": "Liệt kê mọi tên dùng được trong mẫu: loại, ý nghĩa, giá trị hiện nay",
    "init": "Tạo bản sao mẫu gốc để cơ quan sửa",
}
