"""Thiếu khóa bắt buộc

Bản ghi thiếu một khóa mà báo cáo không thể thiếu, như tên, đơn vị tính hay cơ quan chủ trì. Kế hoạch để trống chỗ đó
thì vẫn ghi khóa với giá trị null hoặc [], để thấy rõ là văn bản không có chứ không phải nhập sót.

Sai:
    - id: NV-CQS-05
      name: Triển khai kho dữ liệu điện tử

Đúng:
    - id: NV-CQS-05
      name: Triển khai kho dữ liệu điện tử
      lead: [STTTT]
"""
