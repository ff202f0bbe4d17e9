"""The rules for Word files: every module that lies in one of their folders."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from kehoach_cli.sandbox.package import rules as package_rules
from kehoach_cli.word.form import rules as form_rules
from kehoach_cli.word.template import rules as template_rules

FOLDERS = (package_rules, template_rules, form_rules)
WORD_RULES: tuple[ModuleType, ...] = tuple(
    import_module(f"{folder.__name__}.{found.name}") for folder in FOLDERS for found in iter_modules(folder.__path__)
)
