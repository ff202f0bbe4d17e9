"""Dấu xung đột của git chưa xử lý

Khi hai người cùng sửa một chỗ, git ghi cả hai bản vào tệp, ngăn bằng các dòng <<<<<<<, =======, >>>>>>>. Phải có
người chọn bản đúng trước khi kế hoạch dùng được.

Sai:
    <<<<<<< HEAD
    due: Quý III/2023
    =======
    due: Quý IV/2023
    >>>>>>> so-tttt

Đúng:
    due: Quý IV/2023
"""
