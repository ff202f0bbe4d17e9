"""Không đọc được tệp

Mỗi kế hoạch gồm bốn tệp trong thư mục data: plan.yaml, agencies.yaml, indicators.yaml, tasks.yaml. Thiếu một tệp,
tệp không cho đọc, hoặc ở chỗ đó là thư mục, liên kết hay thiết bị thì không thể kiểm tra được; phần lời của báo cáo ở
data/narrative cũng vậy. Liên kết không được theo, để một kế hoạch nhận từ người khác không dẫn tới tệp nằm ngoài nó.

Sai:
    data/plan.yaml
    data/agencies.yaml
    data/indicators.yaml -> ../../noi-khac/chi-tieu.yaml

Đúng:
    data/plan.yaml
    data/agencies.yaml
    data/indicators.yaml
    data/tasks.yaml
"""
