"""The child's handler that checks the form of a document."""

import codecs

from kehoach_cli.sandbox.child import Handlers
from kehoach_cli.sandbox.wire import Message
from kehoach_cli.word.form.form_check import check_form


def load_handlers() -> Handlers:
    """Return the handler by its task. Everything is imported by then: the sandbox forbids later imports."""
    codecs.lookup("cp437")  # names in a ZIP archive
    return {"form": lambda message: Message({"checked": check_form(message.file)})}
