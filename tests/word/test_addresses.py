"""Which addresses a document may lead to, in every spelling."""

import pytest

from kehoach_cli.sandbox.package.addresses import is_inert, is_safe


@pytest.mark.parametrize(
    "address",
    [
        "http://x.vn",
        "HTTPS://Tinh.Gov.VN/van-ban?so=1&nam=2023#muc-2",
        "https://x.vn:8443/a/b.pdf",
        "https://x.vn/tệp-đính-kèm_(1).pdf",
        "https://x.vn/a%20b",
        "https://cổng-thông-tin.vn/",
        "mailto:vanthu@tinh.gov.vn",
        "mailto:a@x.vn,b@x.vn?subject=B%C3%A1o%20c%C3%A1o&cc=c@x.vn",
        "#_Toc1",
    ],
)
def test_the_web_a_mailbox_and_a_bookmark_are_safe(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "file:///c:/windows/system32/cmd.exe",
        "FILE://server/share",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "%66ile:///c:/x",
        "mhtml:https://x.vn/a.mht",
        "ms-word:ofe|u|https://x.vn/a.docx",
        "ms-msdt:/id",
        "search-ms:query=x&crumb=location:\\\\x.vn\\a",
        "macro:///a.b.c",
        "vnd.sun.star.script:a.py$b?language=Python&location=user",
        "data:text/html,x",
        "ldap://x.vn",
        "\\\\server\\share\\x.exe",
        "//x.vn/a",
        "c:\\x.exe",
        "c:/x.exe",
        "x.exe",
        "../x.exe",
        "#",
        "#a b",
        "#file:///c:/x",
        # needs trimming, decoding or repair
        " https://x.vn",
        "https://x.vn ",
        "\thttps://x.vn",
        "https://x.vn/a b",
        "https://x.vn/a\u00a0b",
        "https://x.vn/\u200bb",
        "https://x.vn/\u202eb",
        "https://x.vn/\x00b",
        'https://x.vn/" "file:///c:/x',
        "https://x.vn/“a”",
        "https://x.vn\\@y.vn",
        "https:\\\\x.vn",
        "https:x.vn",
        "https:/x.vn",
        "https:///x.vn",
        "https://",
        "https://:80",
        # the host differs from the one that it seems to be
        "https://tinh.gov.vn@y.vn",
        "https://tinh.gov.vn:80@y.vn",
        "https://x.vn%2f@y.vn",
        "https://x%2evn",
        "https://x.vn:port",
        "https://[::1]/",
        "mailto:",
        "mailto:a@x.vn?attach=c:/x",
        "mailto:a@x.vn?subject=a&attachment=//server/x",
        "mailto:a@x.vn?%61ttach=x",
        "mailto://x.vn",
    ],
)
def test_anything_else_is_not(address: str) -> None:
    assert not is_safe(address)


@pytest.mark.parametrize("text", ["", "_Toc1", "Mục tiêu: đến 2025", "1. Chung|outline", "_blank", "https://x.vn/a"])
def test_a_bookmark_a_frame_and_a_tooltip_may_say_what_no_reader_takes_for_an_address(text: str) -> None:
    assert is_inert(text)


@pytest.mark.parametrize(
    "text", ["file:///x", " javascript:x", "c:/x", "\\\\server", "/x", 'a" "file:///x', "a\tb", "https://x.vn@y.vn"]
)
def test_but_not_what_one_might(text: str) -> None:
    assert not is_inert(text)
