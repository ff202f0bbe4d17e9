"""Quá nhiều lỗi, phần còn lại không nêu

Mỗi tệp, và mỗi loại lỗi, chỉ nêu 1.000 chỗ đầu; tệp Word: 200. Nhiều như vậy thường do một nguyên nhân chung: sai
một khóa ở mọi bản ghi, hoặc đổi tên cơ quan ở một tệp mà không đổi ở tệp kia. Sửa nguyên nhân đó rồi kiểm tra lại.

Sai:
    - id: NV-CQS-01
      nane: …              # «nane» ở cả hai nghìn bản ghi

Đúng:
    - id: NV-CQS-01
      name: …
"""
