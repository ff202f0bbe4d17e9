"""Write the templates that come with the project anew, after a change to the code that builds them.

python scripts/build_templates.py
"""

from pathlib import Path

from kehoach_cli.word.originals import KINDS, original

TEMPLATES = Path(__file__).parent.parent / "templates"


def main() -> None:
    TEMPLATES.mkdir(exist_ok=True)
    for kind in KINDS:
        path = TEMPLATES / f"{kind}.docx"
        path.write_bytes(original(kind))
        print(path)


if __name__ == "__main__":
    main()
