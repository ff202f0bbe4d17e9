"""Word files that were written to do harm, each with the code of the finding that it must give.

`language` runs or overloads the template language; `fields` and `links` lead out of the document; `vocabularies` and
`parts` bring in what acts; `archives` and `markup` are about the bytes around it; `everywhere` puts one of each class
into each part that a file may have.
"""

from collections.abc import Mapping

from tests.support.attacks import archives, everywhere, fields, language, links, markup, parts, vocabularies
from tests.support.attacks.attack import Attack

ATTACKS: Mapping[str, Attack] = {
    f"{module.__name__.rpartition('.')[2]}: {name}": attack
    for module in (language, fields, links, vocabularies, parts, archives, markup, everywhere)
    for name, attack in module.ATTACKS.items()
}
