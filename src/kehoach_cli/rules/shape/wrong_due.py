"""Không hiểu thời hạn

Thời hạn giữ đúng chữ của Kế hoạch: 15/10/2023, Tháng 9/2023, Quý II/2023, 6 tháng đầu năm 2023, Năm 2023. Đứng trước
có thể là trong, hoàn thành trong, đến hết, chậm nhất là ngày. «Trước ngày 15/10/2023» gồm cả ngày 15/10; «trước tháng
10/2023» là đến hết tháng 9. Kế hoạch một năm thì không phải ghi năm: Quý II, trước tháng 9.

Khoảng thời gian: tháng 3-5/2023, Quý II-III/2023, từ tháng 11/2023 đến tháng 2/2024, giai đoạn 2023-2025. Có hạn rồi
làm tiếp: 2023 và những năm tiếp theo. Kèm điều kiện: Quý III/2023 (sau khi có kinh phí).

Việc định kỳ: Hằng tuần, Hằng tháng, Hằng quý, 6 tháng/lần, Hằng năm; có ngày riêng thì trước ngày 25 hằng tháng,
ngày 15 tháng cuối quý, trước ngày 15/12 hằng năm. Không có ngày: Thường xuyên; Theo chương trình của Bộ; Sau khi có
hướng dẫn; Chưa xác định; chữ khác thì viết external: rồi đến chữ của Kế hoạch.

Sai:
    due: giữa năm

Đúng:
    due: 6 tháng đầu năm 2023
"""
