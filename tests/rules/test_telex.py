"""What was typed in Telex with the input method off, word by word and in sentences."""

import pytest

from kehoach_cli.rules.registry import rule
from kehoach_cli.rules.rule import subject_of
from kehoach_cli.rules.wording.telex import read_telex
from tests.support.loaded import load_texts
from tests.support.plans import TASKS


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("thuwcj", "thực"),
        ("hieenj", "hiện"),
        ("DDaaus", "Đấu"),
        ("nguwowif", "người"),
        ("nguowif", "người"),
        ("hoaf", "hòa"),
        ("toanf", "toàn"),
        ("quaan", "quân"),
        ("giowf", "giờ"),
        ("tieesn", "tiến"),
        ("baf", "bà"),
        ("ngoaif", "ngoài"),
    ],
)
def test_syllables_are_read(typed: str, meant: str) -> None:
    reading = read_telex(typed)
    assert reading is not None
    assert reading.word == meant


@pytest.mark.parametrize("word", ["ban", "web", "google", "strength", "sacf", "meeting", "sass", "zalo", "xyz", "a"])
def test_what_spells_no_syllable_with_a_mark_is_left(word: str) -> None:
    assert read_telex(word) is None


def said_of(name: str) -> list[str]:
    loaded = load_texts(tasks=TASKS.replace("Ban hành kế hoạch dữ liệu mở", f'"{name}"'))
    assert loaded.plan is not None
    check = rule("KH604").check
    assert check is not None
    return [f"{finding.message}. {finding.remedy}" for finding in check(subject_of(loaded.plan, loaded.ids))]


@pytest.mark.parametrize(
    ("name", "typed", "meant"),
    [
        ("Ban hành thuwcj hieenj kế hoạch", "thuwcj hieenj", "thực hiện"),
        ("Ban hành, DDaauf tuw. Kế hoạch", "DDaauf tuw", "Đầu tư"),
        ("Kees hoachj naaus", "Kees hoachj naaus", "Kế hoạch nấu"),
        ("dduwowcj " * 12, " ".join(["dduwowcj"] * 8), " ".join(["được"] * 8)),
        ("thuwcj hieenj rồi thuwcj", "thuwcj hieenj", "thực hiện"),
        ("Hội book hocj motj", "hocj motj", "học mọt"),
        ("Hội book banf lanr", "banf lanr", "bàn lản"),
    ],
)
def test_a_run_of_words_is_named_with_what_it_was_to_be(name: str, typed: str, meant: str) -> None:
    assert said_of(name) == [
        f"Chữ «{typed}» gõ Telex chưa thành dấu. Có phải là «{meant}»? Gõ lại khi bộ gõ tiếng Việt đang bật"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "Họp qua Google Meet, Zoom; phần mềm iOffice, cloud computing",
        "Tệp aas.ddocx ở https://ddau.tuw.vn/ddaauf/tuw_x và dduwowcj@tuw.vn",
        "Khoảng đoàn thuyền, khuyến khích, ngoằn ngoèo",  # letters of Telex beside accents begin no word
        "Hội book banf; book bans lans; book mes nas",  # one word may be chance, and so may an s at the end
        "Hệ thống eeoffice, SEE, AAA, root, book, food, speed",
    ],
)
def test_other_languages_and_addresses_are_left(name: str) -> None:
    assert said_of(name) == []


def test_a_key_pressed_once_more_is_named() -> None:
    assert said_of("Điềuf hành") == ["Chữ «Điềuf» thừa phím dấu ở cuối. Có phải là «Điều»? Xóa chữ cái thừa ở cuối"]
