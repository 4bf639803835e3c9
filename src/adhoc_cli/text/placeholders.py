"""What stands where in the messages of rules, by the name of the param: ⟨wilayah⟩, ⟨place⟩."""

from __future__ import annotations

from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.translator import Translator
from adhoc_cli.text.words import Words

_PARAM = lazy_pattern(r"\{([a-z_]+)[^{}]*\}")


def with_names(template: Words, translator: Translator) -> str:
    """A template as it is told, with the name of each param where a finding puts its value. A
    param without a name here is shown by its own."""
    names, said = texts(translator.lang), translator.told(template.in_(translator.lang))
    return _PARAM.sub(lambda one: f"⟨{names.get(f'placeholder.{one[1]}', one[1])}⟩", said)
