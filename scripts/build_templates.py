"""Write the templates that the program comes with, and the copies in `templates/`, after a change to the builder.

python -m scripts.build_templates
"""

from pathlib import Path

from scripts.originals import BUILDERS

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "src" / "kehoach_cli" / "originals", ROOT / "templates")


def main() -> None:
    for kind, build in BUILDERS.items():
        for folder in FOLDERS:
            path = folder / f"{kind}.docx"
            path.write_bytes(build())
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
