"""Sai cú pháp YAML

Chỗ này không đọc được thành dữ liệu: thường là dấu hai chấm hoặc dấu nháy trong câu, ngoặc chưa đóng, hoặc dòng
không thẳng cột. Câu báo nói rõ là trường hợp nào. Chỗ sai có khi nằm ở dòng ngay trên dòng được chỉ.

Sai:
    name: Xây dựng kế hoạch: giai đoạn 2

Đúng:
    name: "Xây dựng kế hoạch: giai đoạn 2"
"""
