"""Chữ để trống hoặc quá dài

Khóa có mặt thì phải có nội dung; chưa có thì xóa dòng hoặc ghi null. Một đoạn chữ dài tối đa 5.000 ký tự, một danh
sách có giới hạn riêng nêu trong câu báo.

Sai:
    name: ""

Đúng:
    name: Sở Y tế
"""
