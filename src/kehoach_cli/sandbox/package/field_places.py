"""Know where readers of Word files look for the pieces of a field.

Some readers skip a piece in any other place and some count it: such a field has two codes.
The nesting follows ECMA-376 part 1, section 17.
"""

from kehoach_cli.sandbox.package.xml import MC, Element, w

_BRANCHES = (f"{{{MC}}}Choice", f"{{{MC}}}Fallback")
_AROUND = (*map(w, ("ins", "del", "moveFrom", "moveTo", "customXml", "sdtContent")), *_BRANCHES)
_STORIES = frozenset(map(w, ("body", "hdr", "ftr", "footnote", "endnote", "comment", "txbxContent")))
_AROUND_RUNS = frozenset((*map(w, ("p", "hyperlink", "smartTag", "fldSimple", "dir", "bdo")), *_AROUND))
_AROUND_BLOCKS = frozenset((*_STORIES, w("tc"), *_AROUND))
_PARENTS = {
    **dict.fromkeys(map(w, ("r", "hyperlink", "smartTag", "fldSimple", "dir", "bdo")), _AROUND_RUNS),
    **dict.fromkeys(map(w, ("p", "tbl")), _AROUND_BLOCKS),
    **dict.fromkeys(
        (*map(w, ("ins", "del", "moveFrom", "moveTo", "customXml", "sdt")), f"{{{MC}}}AlternateContent"),
        _AROUND_RUNS | _AROUND_BLOCKS | {w("tbl"), w("tr")},
    ),
    w("tr"): frozenset((w("tbl"), *_AROUND)),
    w("tc"): frozenset((w("tr"), *_AROUND)),
    w("sdtContent"): frozenset((w("sdt"),)),
    **dict.fromkeys(_BRANCHES, frozenset((f"{{{MC}}}AlternateContent",))),
}


def is_in_place(piece: Element) -> bool:
    """Whether the element is a child of a run and every ancestor up to the story is nested as the standard says."""
    here = piece.getparent()
    if here is None or here.tag != w("r"):
        return False
    while here.tag not in _STORIES:
        above = here.getparent()
        if above is None or above.tag not in _PARENTS.get(here.tag, ()):
            return False
        here = above
    return True
