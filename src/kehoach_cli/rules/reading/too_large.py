"""Tệp lớn hơn 16 MiB

Một kế hoạch vài trăm chỉ tiêu, nhiệm vụ chỉ chừng vài trăm KiB. Tệp quá 16 MiB gần như chắc chắn không phải tệp kế
hoạch, nên không được đọc.

Sai:
    data/tasks.yaml: 21 MiB, gộp nhiệm vụ của nhiều kế hoạch

Đúng:
    2023/data/tasks.yaml: 180 KiB
    2024/data/tasks.yaml: 190 KiB
"""
