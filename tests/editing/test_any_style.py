"""What holds for an edit of any YAML text, however it is written.

The data are read back by ruamel's own parser in Python, which has no part in the edit.
"""

from copy import deepcopy
from io import StringIO
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from kehoach_cli.editing.operations import append, delete, set_value
from kehoach_cli.editing.places import EditRefused
from tests.support.styled_yaml import KEYS, StyledText, at, comments, paths, scalars, styled_texts, values

pytestmark = pytest.mark.slow

Data = Any
records = st.dictionaries(st.sampled_from(KEYS), scalars, min_size=1, max_size=4)


def read(text: str) -> Data:
    return YAML(typ="safe", pure=True).load(StringIO(text, newline=""))


def plain(data: Data) -> Data:
    """Dates as they are written: ruamel makes days of them."""
    if isinstance(data, dict):
        return {key: plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [plain(item) for item in data]
    return data.isoformat() if hasattr(data, "isoformat") else data


def kept(before: str, after: str) -> tuple[str, str]:
    """What the two texts have in common at their beginning and, behind that, at their end."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return before[:start], before[len(before) - end :]


def same_line_ends(before: str, after: str) -> bool:
    """Whether lines end as they did; a text of one line says nothing of that."""
    return "\r\n" not in before or "\n" not in after.replace("\r\n", "")


@given(styled_texts(), st.data())
def test_appending(styled: StyledText, data: st.DataObject) -> None:
    lists = [path for path in [(), *paths(styled.data)] if isinstance(at(styled.data, path), list)]
    assume(lists)
    path = data.draw(st.sampled_from(lists))
    item = data.draw(st.one_of(records, scalars))
    edited = append(styled.source, path, item)

    expected = deepcopy(styled.data)
    at(expected, path).append(item)
    assert plain(read(edited.text)) == expected
    assert comments(edited.text) == comments(styled.source.text)
    assert same_line_ends(styled.source.text, edited.text)
    assert edited.has_bom == styled.source.has_bom
    head, tail = kept(styled.source.text, edited.text)
    gone = styled.source.text[len(head) : len(styled.source.text) - len(tail)]
    assert gone.split("#")[0].strip() in ("", "[]", "]"), "only the brackets of an empty list may go"


@given(styled_texts(), st.data())
def test_setting_a_value(styled: StyledText, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(list(paths(styled.data))))
    value = data.draw(values)
    edited = set_value(styled.source, path, value)

    expected = deepcopy(styled.data)
    at(expected, path[:-1])[path[-1]] = value
    assert plain(read(edited.text)) == expected
    assert same_line_ends(styled.source.text, edited.text)
    if not isinstance(at(styled.data, path), dict | list):
        assert comments(edited.text) == comments(styled.source.text)
    else:
        assert set(comments(edited.text)) <= set(comments(styled.source.text))


@given(styled_texts(), st.sampled_from(KEYS), st.one_of(values, st.lists(records, min_size=1, max_size=2)), st.data())
def test_adding_a_key(styled: StyledText, key: str, value: Data, data: st.DataObject) -> None:
    mappings = [path for path in [(), *paths(styled.data)] if isinstance(at(styled.data, path), dict)]
    path = data.draw(st.sampled_from(mappings))
    assume(key not in at(styled.data, path))
    edited = set_value(styled.source, (*path, key), value)

    expected = deepcopy(styled.data)
    at(expected, path)[key] = value
    assert plain(read(edited.text)) == expected
    assert comments(edited.text) == comments(styled.source.text)
    assert same_line_ends(styled.source.text, edited.text)
    left = iter(edited.text)
    assert all(mark in left for mark in styled.source.text), "nothing may go"


@given(styled_texts(), st.data())
def test_deleting(styled: StyledText, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(list(paths(styled.data))))
    edited = delete(styled.source, path)

    expected = deepcopy(styled.data)
    del at(expected, path[:-1])[path[-1]]
    assert plain(read(edited.text)) == expected
    assert same_line_ends(styled.source.text, edited.text)
    head, tail = kept(styled.source.text, edited.text)
    gone = styled.source.text[len(head) : len(styled.source.text) - len(tail)]
    left = comments(edited.text)
    assert [each for each in comments(styled.source.text) if each in left or each in gone] == comments(
        styled.source.text
    )


@given(styled_texts(), st.data())
def test_what_is_not_there_is_refused(styled: StyledText, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(list(paths(styled.data))))
    with pytest.raises(EditRefused):
        delete(styled.source, (*path, "không có"))
    with pytest.raises(EditRefused):
        append(styled.source, (*path, 99), 1)
