"""Dữ liệu lồng nhau quá 50 tầng

Bản ghi của kế hoạch chỉ lồng vài tầng. Dữ liệu lồng sâu hơn 50 tầng là do lỗi khi tạo tệp, hoặc do có người cố ý làm
treo chương trình.

Sai:
    lead: [[[[[[ … ]]]]]]

Đúng:
    lead: [STTTT]
"""
