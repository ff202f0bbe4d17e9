"""What the child does with documents whose form is to be looked at."""

import codecs

from kehoach_cli.sandbox.child import Tasks
from kehoach_cli.sandbox.wire import Message
from kehoach_cli.word.form.form_check import check_form


def ready() -> Tasks:
    """Say what can be asked for, with nothing left to be imported behind the fence."""
    codecs.lookup("cp437")  # names in a ZIP archive
    return {"form": lambda message: Message({"checked": check_form(message.file)})}
