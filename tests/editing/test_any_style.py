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

from kehoach_cli.editing.places import EditRefused
from tests.support.styled_yaml import KEYS, StyledText, append, at, comments, paths, put, scalars, styled_texts, values

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


@given(styled_texts(), st.sampled_from(KEYS), st.one_of(records, values), st.booleans(), st.data())
def test_a_new_key(styled: StyledText, key: str, value: Data, as_item: bool, data: st.DataObject) -> None:  # noqa: FBT001
    """With the value, or with a list of it."""
    mappings = [path for path in [(), *paths(styled.data)] if isinstance(at(styled.data, path), dict)]
    path = data.draw(st.sampled_from(mappings))
    assume(key not in at(styled.data, path))
    edited = (append if as_item else put)(styled.source, (*path, key), value)

    expected = deepcopy(styled.data)
    at(expected, path)[key] = [value] if as_item else value
    assert plain(read(edited.text)) == expected
    assert comments(edited.text) == comments(styled.source.text)
    assert same_line_ends(styled.source.text, edited.text)
    left = iter(edited.text)
    assert all(mark in left for mark in styled.source.text), "nothing may go"


@given(styled_texts(), st.one_of(records, values), st.booleans(), st.data())
def test_where_a_value_is_empty(styled: StyledText, value: Data, as_item: bool, data: st.DataObject) -> None:  # noqa: FBT001
    """The value comes there, or a list of it."""
    empty = [path for path in paths(styled.data) if at(styled.data, path) is None]
    assume(empty)
    path = data.draw(st.sampled_from(empty))
    edited = (append if as_item else put)(styled.source, path, value)

    expected = deepcopy(styled.data)
    at(expected, path[:-1])[path[-1]] = [value] if as_item else value
    assert plain(read(edited.text)) == expected
    assert comments(edited.text) == comments(styled.source.text)
    assert same_line_ends(styled.source.text, edited.text)
    head, tail = kept(styled.source.text, edited.text)
    gone = styled.source.text[len(head) : len(styled.source.text) - len(tail)]
    assert gone.split("#")[0].strip() in ("", "~", "null"), "only the empty value may go"


@given(styled_texts(), st.data())
def test_what_is_not_there_is_refused(styled: StyledText, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(list(paths(styled.data))))
    with pytest.raises(EditRefused):
        append(styled.source, (*path, "không có", "x"), 1)
    with pytest.raises(EditRefused):
        append(styled.source, (*path, 99), 1)
