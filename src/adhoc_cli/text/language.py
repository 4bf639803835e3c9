"""Which of the two languages is spoken, and what decided it. Nothing here keeps a state."""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from adhoc_cli.text.words import LANGUAGES, Lang

Origin = Literal["option", "environment", "folder", "locale", "default"]

OPTION = "--lang"
VARIABLE = "ADHOC_LANG"
# In the order of POSIX: the first that is set and not empty decides, whatever it says.
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


class Choice(NamedTuple):
    """A language, and what chose it."""

    lang: Lang
    origin: Origin


NO_CHOICE = Choice("id", "default")


def as_language(name: str | None) -> Lang | None:
    """The language that `id`, `EN` or a locale such as `id_ID.UTF-8` names, else None."""
    head = (name or "").strip().lower().replace("-", "_").partition("_")[0].partition(".")[0]
    return next((lang for lang in LANGUAGES if lang == head), None)


def option_value(arguments: Sequence[str], option: str) -> str | None:
    """The last value given to the long `option` before `--`, wherever it stands."""
    found: str | None = None
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == option and place + 1 < len(arguments):
            found = arguments[place + 1]
        elif argument.startswith(option + "="):
            found = argument[len(option) + 1 :]
    return found


def choose(
    arguments: Sequence[str], environment: Mapping[str, str], folder: str | None = None
) -> Choice:
    """Choose by `--lang`, else `ADHOC_LANG`, else `folder`, else the locale, else Indonesian.

    `folder` is what `bahasa` in `adhoc.toml` says. A word that is no language decides nothing.
    """
    if lang := as_language(option_value(arguments, OPTION)):
        return Choice(lang, "option")
    if lang := as_language(environment.get(VARIABLE)):
        return Choice(lang, "environment")
    if lang := as_language(folder):
        return Choice(lang, "folder")
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), None)
    if lang := as_language(locale):
        return Choice(lang, "locale")
    return NO_CHOICE
