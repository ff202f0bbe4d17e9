"""The YAML parser's English complaints, said in Vietnamese for somebody who fills in a form."""

from kehoach_cli.diagnostics import Position

_TAB = (
    "KH106",
    "Dòng thụt vào bằng phím Tab",
    "Thay mỗi Tab bằng dấu cách: YAML chỉ nhận dấu cách ở đầu dòng",
)
_GENERAL = (
    "KH107",
    "Tệp viết sai cú pháp YAML ở chỗ này",
    "So dòng này với bản ghi bên cạnh: dấu hai chấm, dấu gạch đầu dòng, dấu nháy và độ thụt dòng phải giống nhau",
)

# A piece of the parser's sentence -> what is wrong and what to do.
_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "Dấu hai chấm đứng ở chỗ không được phép",
        "Nếu dấu hai chấm là một phần của câu thì đặt cả câu trong dấu nháy kép; nếu không thì xem lại độ thụt dòng",
    ),
    (
        "could not find expected ':'",
        "Thiếu dấu hai chấm sau khóa",
        "Viết mỗi mục theo dạng khóa: giá trị, có một dấu cách sau dấu hai chấm",
    ),
    (
        "did not find expected key",
        "Dòng này không thẳng cột với các khóa của bản ghi",
        "Thụt dòng này bằng đúng các khóa cùng bản ghi, và kiểm tra dấu nháy ở dòng trên đã đóng chưa",
    ),
    (
        "did not find expected '-' indicator",
        "Dòng này không thẳng cột với các mục của danh sách",
        "Bắt đầu mỗi mục bằng dấu gạch ngang, thẳng cột với các mục khác",
    ),
    (
        "block sequence entries are not allowed",
        "Dấu gạch đầu dòng đứng ở chỗ không được phép",
        "Xuống dòng rồi mới viết dấu gạch ngang, hoặc đặt câu bắt đầu bằng dấu gạch trong dấu nháy",
    ),
    (
        "did not find expected ',' or",
        "Danh sách trong ngoặc chưa được đóng hoặc thiếu dấu phẩy",
        "Ngăn các mục bằng dấu phẩy và đóng ngoặc ] hoặc }",
    ),
    (
        "found unexpected end of stream",
        "Tệp kết thúc khi một dấu nháy chưa được đóng",
        "Tìm dấu nháy mở mà chưa đóng và đóng lại",
    ),
    (
        "did not find expected node content",
        "Thiếu giá trị ở chỗ này",
        "Ghi giá trị, hoặc bỏ dấu phẩy thừa",
    ),
    (
        "found character that cannot start any token",
        "Giá trị bắt đầu bằng một dấu có nghĩa riêng trong YAML",
        "Đặt giá trị trong dấu nháy kép",
    ),
    (
        "found unknown escape character",
        "Dấu \\ trong dấu nháy kép không đi với ký tự này",
        "Dùng dấu nháy đơn thay cho nháy kép, hoặc viết \\\\",
    ),
)


def syntax_message(problem: str, text: str, at: Position) -> tuple[str, str, str]:
    """Code, message and remedy for the parser's complaint about the text at that place."""
    lines = text.splitlines()
    line = lines[at.line - 1] if at.line <= len(lines) else ""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or line[at.column - 1 : at.column] == "\t":
        return _TAB
    for piece, message, remedy in _KNOWN:
        if piece in problem:
            return "KH107", message, remedy
    return _GENERAL
