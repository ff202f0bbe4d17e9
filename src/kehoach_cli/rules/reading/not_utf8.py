"""Tệp không phải tệp chữ bảng mã UTF-8

Tệp kế hoạch lưu bằng UTF-8 để chữ Việt đọc được như nhau trên mọi máy. Tệp lưu bằng UTF-16 hay một bảng mã cũ
(TCVN3, VNI, Windows-1258) sẽ thành chữ sai. Trong Notepad: chọn Lưu thành (Save As), mục Mã hóa (Encoding) chọn
UTF-8. Sổ tính Excel, văn bản Word, tệp PDF thì không lưu lại được như thế, kể cả khi tên có đuôi .yaml: phải ghi nội
dung vào tệp YAML.

Sai:
    Encoding: UTF-16 LE

Đúng:
    Encoding: UTF-8
"""
