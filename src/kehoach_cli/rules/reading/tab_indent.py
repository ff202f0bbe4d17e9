"""Thụt dòng bằng phím Tab

Độ thụt dòng cho biết dòng nào thuộc bản ghi nào, nên YAML chỉ nhận dấu cách. Đặt trình soạn thảo đổi Tab thành hai
dấu cách để không gặp lại.

Sai:
    - id: SYT
    →name: Sở Y tế

Đúng:
    - id: SYT
      name: Sở Y tế
"""
