"""Write the templates anew, after a change to scripts/originals: the package's own, and the copies in `templates/`.

python -m scripts.build_templates
"""

from pathlib import Path

from scripts.originals import BUILDERS

ROOT = Path(__file__).parent.parent
FOLDERS = (ROOT / "src" / "kehoach_cli" / "word_templates", ROOT / "templates")


def main() -> None:
    for kind, build in BUILDERS.items():
        content = build()
        for folder in FOLDERS:
            path = folder / f"{kind}.docx"
            path.write_bytes(content)
            print(path)


if __name__ == "__main__":
    main()
