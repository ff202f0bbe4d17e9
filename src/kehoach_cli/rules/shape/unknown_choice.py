"""Giá trị không nằm trong các giá trị dùng được

Một số khóa chỉ nhận vài giá trị, như direction (increase, decrease) hay state (not_started, in_progress,
submitted, done, paused, cancelled). Câu báo liệt kê đủ các giá trị; viết state bằng tiếng Việt thì câu báo nêu mã phải
ghi.

Sai:
    state: xong

Đúng:
    state: done
"""
