"""What stands where in the messages of rules, by the name of the param: ⟨wilayah⟩, ⟨place⟩."""

from __future__ import annotations

import re

from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.words import Lang, Words

_PARAM = re.compile(r"\{([a-z_]+)[^{}]*\}")


def with_names(template: Words, lang: Lang) -> str:
    """A template in one language, with the name of each param where a finding puts its value. A
    param without a name here is shown by its own."""
    names = texts(lang)
    return _PARAM.sub(
        lambda param: f"⟨{names.get(f'placeholder.{param[1]}', param[1])}⟩", template.in_(lang)
    )
