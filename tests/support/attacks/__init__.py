"""Hostile Word files, each with the code of the finding that it must give.

`language`: tags that run code or never end. `fields`, `links`: addresses outside the document. `vocabularies`, `parts`:
active content. `archives`, `markup`: ZIP and XML tricks. `everywhere`: one attack of each class in every kind of part.
"""

from collections.abc import Mapping

from tests.support.attacks import archives, everywhere, fields, language, links, markup, parts, vocabularies
from tests.support.attacks.attack import Attack

ATTACKS: Mapping[str, Attack] = {
    f"{module.__name__.rpartition('.')[2]}: {name}": attack
    for module in (language, fields, links, vocabularies, parts, archives, markup, everywhere)
    for name, attack in module.ATTACKS.items()
}
