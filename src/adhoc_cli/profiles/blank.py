"""A profile file to begin with: it names every key that a profile may have, and what it says."""

from pathlib import Path

from adhoc_cli.text.lazy import lazy_pattern
from adhoc_cli.text.translator import Translator

_FILE = Path(__file__).parent / "law" / "blank.toml"
_KEY = lazy_pattern(r"\{(\w+)\.(\w+)\}")


def blank_profile(name: str, translator: Translator) -> str:
    """The text of a profile file. "# " begins an explanation, "#" alone what does not hold yet."""
    text = _FILE.read_text(encoding="utf-8").replace("{name}", name)
    return _KEY.sub(lambda key: translator.say(f"keys.{key[1]}.{key[2]}", name=name), text)
