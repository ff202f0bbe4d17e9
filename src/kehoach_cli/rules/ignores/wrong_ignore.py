"""Khai báo bỏ qua viết sai, hoặc mã không bỏ qua được

Mã trong ghi chú hoặc trong checks: của plan.yaml không có, hoặc thuộc nhóm không thể bỏ qua: KH1xx (không đọc được
tệp), KH7xx (so với phiên bản trước: một thay đổi không tự xin bỏ qua cho mình được) và KH9xx (chính các khai báo bỏ
qua).

Sai:
    checks:
      KH52: off

Đúng:
    checks:
      KH502: off
"""
