"""Một khóa xuất hiện hai lần trong bản ghi

Khi một khóa được viết hai lần, chỉ một giá trị được dùng và giá trị kia mất đi không ai hay. Thường gặp khi chép một
bản ghi rồi quên xóa dòng cũ.

Sai:
    due: Quý II/2023
    due: Quý III/2023

Đúng:
    due: Quý III/2023
"""
