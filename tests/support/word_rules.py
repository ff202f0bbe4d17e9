"""The rules for Word files: every module that lies in one of their folders."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from kehoach_cli.cli.output.rule_pages import WORD_RULE_FOLDERS

FOLDERS = tuple(map(import_module, WORD_RULE_FOLDERS))
WORD_RULES: tuple[ModuleType, ...] = tuple(
    import_module(f"{folder.__name__}.{found.name}") for folder in FOLDERS for found in iter_modules(folder.__path__)
)
