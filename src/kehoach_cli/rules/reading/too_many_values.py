"""Tệp có quá nhiều dữ liệu

Một tệp chứa tối đa 50.000 bản ghi và 500.000 giá trị; một bản ghi hay một danh sách trong bản ghi tối đa 10.000. Đó
là gấp trăm lần kế hoạch lớn nhất; nhiều hơn là do lỗi khi tạo tệp.

Sai:
    lead: [STTTT, STTTT, STTTT, …]     # hơn 10.000 mục

Đúng:
    lead: [STTTT]
"""
