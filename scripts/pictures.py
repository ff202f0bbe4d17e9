"""Draw the pictures in the README from the real program and the made-up year in `examples/`.

    python -m scripts.pictures

The terminal ones (SVG) are drawn by Rich from what a pseudo-terminal showed; a test compares them. The report's first
page (PNG) needs LibreOffice and pdftoppm, so it is drawn only where those are.
"""

import io
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path

from rich.console import Console
from rich.text import Text
from tests.support.terminal import in_terminal

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
WIDTH = 100
TERMINALS: Mapping[str, tuple[str, ...]] = {
    "gaps": ("gaps", "--plan", "examples", "--as-of", "2023-10-01", "--pillar", "KTS"),
    "overdue": ("overdue", "--plan", "examples", "--as-of", "2023-10-01"),
}
# A plain dark window, in place of Rich's own template, which would load its font from the network.
TEMPLATE = """\
<svg xml:space="preserve" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font: {char_height}px 'Cascadia Mono', Consolas, Menlo, 'DejaVu Sans Mono', monospace;
  line-height: {line_height}px;
}}
{styles}
</style>
<defs>
{lines}
</defs>
<rect width="100%" height="100%" rx="8" fill="#1e1e1e"/>
<g transform="translate(9, 20)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def terminal_picture(name: str) -> str:
    """The command and what it shows in a terminal of WIDTH columns, as SVG."""
    command = TERMINALS[name]
    with chdir(ROOT):
        shown = in_terminal(*command, width=WIDTH)
    console = Console(record=True, width=WIDTH, file=io.StringIO())
    console.print(Text(f"$ kehoach {' '.join(command)}"))
    console.print(Text.from_ansi(shown.rstrip()), no_wrap=True, crop=False)
    return console.export_svg(unique_id=name, code_format=TEMPLATE)


def draw_first_page(path: Path) -> None:
    """The first page of the third quarter's report, as PNG."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "bao-cao.docx"
        steps = [
            [sys.executable, "-m", "kehoach_cli", "report", "--plan", str(ROOT / "examples"), "--period", "2023-Q3"],
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(report)],
            ["pdftoppm", "-png", "-r", "75", "-f", "1", "-singlefile", str(report.with_suffix(".pdf"))],
        ]
        steps[0] += ["-o", str(report), "--yes"]  # what was sent of the quarter said something else
        steps[2] += [str(path.with_suffix(""))]
        for step in steps:
            subprocess.run(step, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - fixed words


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name in TERMINALS:
        (IMAGES / f"{name}.svg").write_text(terminal_picture(name), encoding="utf-8", newline="\n")
    if shutil.which("soffice") and shutil.which("pdftoppm"):
        draw_first_page(IMAGES / "bao-cao.png")
    else:
        print("LibreOffice or pdftoppm is not installed; the report's picture stays as it is", file=sys.stderr)


if __name__ == "__main__":
    main()
