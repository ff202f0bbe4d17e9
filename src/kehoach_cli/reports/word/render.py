"""Filling a template with data."""

import io
from collections.abc import Mapping
from typing import Any


class TemplateProblem(Exception):
    """A template that cannot be filled; the message is Vietnamese."""


def render(template: bytes, context: Mapping[str, Any]) -> bytes:
    """The template with the context put in."""
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2.exceptions import TemplateError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    document = DocxTemplate(io.BytesIO(template))
    try:
        document.render(dict(context), environment)
    except TemplateError as error:
        raise TemplateProblem(str(error)) from error
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
