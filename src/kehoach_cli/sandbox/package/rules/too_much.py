"""Tệp làm chương trình chạy quá lâu hoặc tốn quá nhiều bộ nhớ

Lập một báo cáo mất chưa đến một giây. Mẫu chạy quá 8 giây, cần quá 768 MiB bộ nhớ hay tạo ra văn bản khổng lồ là mẫu
viết sai (vòng lặp lồng nhau quá nhiều) hoặc cố tình phá máy; chương trình dừng nó lại. Văn bản đem soát thể thức dài
tới vài chục nghìn đoạn vẫn soát được; dài hơn nữa thì tách thành nhiều tệp. Sổ tính có quá nhiều ô cũng dừng lại như
vậy: chép vùng có số liệu sang một tệp mới.

Sai:
    {% for a in chi_tieu %}{% for b in chi_tieu %}{% for c in chi_tieu %}…

Đúng:
    {% for muc in chi_tieu %}…
"""

from kehoach_cli.sandbox.problems import FILE, WordFinding

CODE = "KH832"


_REMEDIES = {
    "templates": "Bớt vòng lặp lồng nhau và thẻ lặp lại trong mẫu",
    "forms": "Tách văn bản thành nhiều tệp rồi soát từng tệp",
    "tables": "Chép vùng có số liệu sang một tệp mới rồi chạy lại",
}


def finding(message: str, role: str = "templates") -> WordFinding:
    """The finding about a file that a child of this role has read."""
    return WordFinding(CODE, message, _REMEDIES[role], FILE)
