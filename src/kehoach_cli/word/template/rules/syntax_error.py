"""Thẻ viết sai cú pháp

Trong {{ }} là một tên hay một phép tính; trong {% %} là if, elif, else, endif, for … in …, endfor hoặc set
tên = giá trị.

Sai:
    {% if so_qua_han > %}…{% endif %}

Đúng:
    {% if so_qua_han > 0 %}…{% endif %}
"""

from collections.abc import Iterator

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.template.jinja_source import tag_source
from kehoach_cli.word.template.tags import Tag

CODE = "KH820"
# What a tag needs before and after it to be a complete template.
_AROUND = {
    "if": ("", "{% endif %}"),
    "elif": ("{% if 1 %}", "{% endif %}"),
    "else": ("{% if 1 %}", "{% endif %}"),
    "endif": ("{% if 1 %}", ""),
    "for": ("", "{% endfor %}"),
    "endfor": ("{% for x in y %}", ""),
}
_FORMS = {
    "if": "{% if điều kiện %}",
    "elif": "{% elif điều kiện %}",
    "else": "{% else %}",
    "endif": "{% endif %}",
    "for": "{% for tên in danh_sách %}",
    "endfor": "{% endfor %}",
    "set": "{% set tên = giá trị %}",
}


def check(tags: tuple[Tag, ...], environment: SandboxedEnvironment) -> Iterator[WordFinding]:
    """Find tags that Jinja cannot parse by themselves."""
    for tag in tags:
        before, after = _AROUND.get(tag.word, ("", "")) if tag.kind == "{%" else ("", "")
        try:
            environment.parse(before + tag_source(tag) + after)
        except TemplateSyntaxError:
            form = _FORMS.get(tag.word, "{{ tên }}") if tag.kind == "{%" else "{{ tên }}"
            yield WordFinding(CODE, f"Thẻ {tag.shown} viết sai cú pháp", f"Viết theo dạng {form}", tag.place)


def unread(place: Place) -> WordFinding:
    """Report tags that parse one by one but not together."""
    remedy = "Bỏ dần các thẻ để tìm thẻ gây lỗi, rồi viết lại thẻ đó đơn giản hơn"
    return WordFinding(CODE, "Chương trình không hiểu các thẻ ở đây", remedy, place)
