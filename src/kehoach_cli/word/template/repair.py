"""Repair what filling in leaves and Word cannot open: empty cells, tables without rows, repeated ids."""

from kehoach_cli.sandbox.package.xml import W14, WP, Element, attribute, number, w

# These must end in a paragraph (ECMA-376 part 1, §17.4.65 for cells).
_NEED_PARAGRAPH = (w("tc"), w("txbxContent"), w("hdr"), w("ftr"), w("footnote"), w("endnote"))
_MOST_COLUMNS = 63  # the most that Word allows
_PARAGRAPH_IDS = (f"{{{W14}}}paraId", f"{{{W14}}}textId")


def repair(root: Element) -> None:
    """Repair one part's tree in place."""
    _drop_empty_tables(root)
    for block in root.iter(*_NEED_PARAGRAPH):
        last = next(iter(block[::-1]), None)
        if last is None or last.tag not in (w("p"), w("sdt")):
            block.append(block.makeelement(w("p")))
    _fit_grids(root)
    for paragraph in root.iter(w("p"), w("tr")):
        for name in _PARAGRAPH_IDS:
            paragraph.attrib.pop(name, None)
    for order, drawing in enumerate(root.iter(f"{{{WP}}}docPr"), 1):
        drawing.set("id", str(order))
    _drop_repeated_bookmarks(root)


def _drop_empty_tables(root: Element) -> None:
    for row in list(root.iter(w("tr"))):
        if next(row.iter(w("tc")), None) is None:
            _remove(row)
    for table in list(root.iter(w("tbl"))):
        if next(table.iter(w("tr")), None) is None:
            _remove(table)


def _fit_grids(root: Element) -> None:
    """If a row now has more cells than its table's grid has columns, add columns and share the width equally."""
    for table in root.iter(w("tbl")):
        grid = table.find(w("tblGrid"))
        if grid is None:
            continue
        columns = grid.findall(w("gridCol"))
        wanted = max((_columns(row) for row in table.iterchildren(w("tr"))), default=0)
        if len(columns) < wanted <= _MOST_COLUMNS:
            total = round(sum(number(attribute(column, "w")) for column in columns))
            for _ in range(wanted - len(columns)):
                grid.append(grid.makeelement(w("gridCol")))
            for column in grid.findall(w("gridCol")):
                column.set(w("w"), str(total // wanted))


def _columns(row: Element) -> int:
    count = 0
    for cell in row.iterchildren(w("tc")):
        span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
        count += max(1, min(_MOST_COLUMNS, round(number(attribute(span, "val"), 1)))) if span is not None else 1
    return count


def _drop_repeated_bookmarks(root: Element) -> None:
    """Keep the first of the bookmarks that a loop repeated, and give each kept one its own id."""
    seen: set[str] = set()
    repeated: list[Element] = []
    open_ids: dict[str, str | None] = {}
    given = 0
    for mark in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
        old = attribute(mark, "id") or ""
        if mark.tag == w("bookmarkStart"):
            name = attribute(mark, "name") or ""
            if name in seen:
                open_ids[old] = None
                repeated.append(mark)
                continue
            seen.add(name)
            given += 1
            open_ids[old] = str(given)
            mark.set(w("id"), str(given))
        else:
            new = open_ids.pop(old, None)
            if new is None:
                repeated.append(mark)
            else:
                mark.set(w("id"), new)
    for mark in repeated:
        _remove(mark)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
