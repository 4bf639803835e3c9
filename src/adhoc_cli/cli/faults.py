"""How an error of the packages below ends a run: its exit code, and what it says on stderr.

They are known by their names, for a command that needs none of them imports none. What is not
listed is a fault of ours.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from adhoc_cli.cli.exit_codes import End, Ended
from adhoc_cli.cli.language import lang, say, translator
from adhoc_cli.cli.refusal import UsageFault, error_line, quoted
from adhoc_cli.cli.streams import tell
from adhoc_cli.text.days import WIB
from adhoc_cli.text.system import reason_of
from adhoc_cli.text.translator import up_to

if TYPE_CHECKING:
    from adhoc_cli.checklist.faults import (
        Aside,
        Holder,
        JournalLocked,
        JournalUnreadable,
        JournalWriteError,
        MarkRefused,
    )
    from adhoc_cli.editing.faults import EditRefused
    from adhoc_cli.intake.init import InitRefused
    from adhoc_cli.intake.refused import ImportRefused
    from adhoc_cli.output.sink import DestinationError
    from adhoc_cli.profiles.faults import ConfigError
    from adhoc_cli.reports.letters.faults import TemplateFault
    from adhoc_cli.rules.registry import UnknownRule

# The option or argument that a column of the journal is typed with.
TYPED = {
    "operator": "--by", "kode_wilayah": "REGION", "butir": "ITEM", "tanggal": "--date",
    "bukti": "--evidence", "catatan": "--note",
}  # fmt: skip
_MOST_RULES = 10  # that a word may mean; `adhoc rules` lists them all
_LINKS = {errno.ELOOP, errno.EINVAL, errno.EISDIR}
_UNREADABLE = {
    "not_text": "journal.not_text",
    "column_missing": "journal.column",
    "header_repeated": "journal.twice",
    "file_too_large": "journal.too_large",
}


def end_of(error: Exception) -> Ended | UsageFault | None:
    """The end of the run that `error` stands for; None for a fault of ours."""
    for kind in type(error).__mro__:
        known = KNOWN.get(f"{kind.__module__}.{kind.__name__}")
        if known is not None:
            code, text = known
            said = text(error)
            if getattr(error, "unreadable", False):  # of an import: a source, not what was asked
                code = End.UNREADABLE
            return UsageFault(said) if code is None else Ended(code, error_line(said))
    return None


# -- settings, templates, options ------------------------------------------------------------------


def _located(error: ConfigError | TemplateFault) -> str:
    text = error.said(translator())
    return say("usage.located", place=error.place, text=text) if error.place else text


def _no_such_rule(error: UnknownRule) -> str:
    if error.several:
        titles = (f"{rule.code} {rule.title.in_(lang())}" for rule in error.several[:_MOST_RULES])
        return say("usage.several_rules", name=quoted([error.word]), rules="; ".join(titles))
    text = say("usage.rule", name=quoted([error.word]))
    if error.suggestion:
        return f"{text} {say('usage.meant', names=quoted([error.suggestion]))}"
    return f"{text} {say('usage.rules')}"


# -- files and folders -----------------------------------------------------------------------------


def destination(error: DestinationError) -> str:
    """Why a file could not be written."""
    return say(error.key, **error.params)


def _refused_init(refused: InitRefused) -> str:
    params = dict(refused.params)
    if "files" in params:
        params["files"] = quoted(params["files"])
    if "folder" in params:
        params["folder"] = quoted([params["folder"]])
    return say(f"init.refused.{refused.key}", **params)


def _refused_import(refused: ImportRefused) -> str:
    from adhoc_cli.intake.fault_texts import refused_text

    return refused_text(refused.key, refused.params, translator())


def why_not(refused: EditRefused) -> str:
    """Why an edit, or one row of it, is refused."""
    from adhoc_cli.intake.fault_texts import fault_text

    if refused.key != "value":
        return say(f"edit.refused.{refused.key}", **refused.params)
    reason = fault_text(refused.params["fault"], translator(), options=False)
    return say("edit.refused.value", why=reason.why, fix=reason.fix)


def _refused_edit(refused: EditRefused) -> str:
    return f"{why_not(refused)} {say('edit.nothing_written')}"


# -- the journal -----------------------------------------------------------------------------------


def _refused_mark(refusal: MarkRefused) -> str:
    """Why a mark was refused; the value is not repeated."""
    name = TYPED.get(refusal.column, refusal.column)
    return say(f"refused.{refusal.reason}", name=name, column=refusal.column, at=refusal.at)


def unreadable_journal(refusal: JournalUnreadable) -> str:
    """`koordinasi.csv:1: …`."""
    from adhoc_cli.checklist.layout import HEADER

    fault, header = refusal.fault, HEADER.decode()
    key = _UNREADABLE.get(fault.kind, "journal.other")
    what = say(key, column=up_to(str(fault.column or ""), 80))
    line = fault.line or 1
    return say("journal.unreadable", file=fault.file, line=line, what=what, header=header)


def holder_text(one: Holder | None) -> str:
    """Who holds a lock."""
    if one is None:
        return say("journal.somebody")
    host, since = up_to(one.host, 80), _moment(one.since)
    return say("journal.holder", pid=str(one.pid), host=host, since=since)


def _moment(text: str) -> datetime | str:
    """A moment that a lock names, or what stands there instead."""
    try:
        return datetime.fromisoformat(text).astimezone(WIB)
    except (ValueError, OverflowError):
        return up_to(text, 40)


def _locked(locked: JournalLocked) -> str:
    return say("journal.locked", holder=holder_text(locked.holder), waited=locked.waited)


def _not_written(failure: JournalWriteError) -> str:
    tell_aside(failure.aside)
    number = failure.errno
    if number is None:
        reason = say("journal.short_write")
    elif number in _LINKS:
        reason = say("journal.link")
    else:
        reason = translator().shown(reason_of(number))
    key = "journal.write" if failure.restored else "journal.not_restored"
    return say(key, file=failure.file, reason=reason)


def tell_aside(aside: Aside | None) -> None:
    """Tell that a torn last line was set aside."""
    if aside is not None:
        tell(say("journal.aside", file=aside.file, size=aside.size))


# By class: the exit code, None where the command line is to blame, and what says why.
KNOWN: dict[str, tuple[End | None, Callable[[Any], str]]] = {
    "adhoc_cli.profiles.faults.ConfigError": (End.USAGE, _located),
    "adhoc_cli.reports.letters.faults.TemplateFault": (End.USAGE, _located),
    "adhoc_cli.rules.registry.UnknownRule": (None, _no_such_rule),
    "adhoc_cli.output.sink.DestinationError": (End.USAGE, destination),
    "adhoc_cli.intake.init.InitRefused": (End.USAGE, _refused_init),
    "adhoc_cli.intake.refused.ImportRefused": (End.USAGE, _refused_import),
    "adhoc_cli.editing.faults.EditRefused": (End.USAGE, _refused_edit),
    "adhoc_cli.checklist.faults.MarkRefused": (None, _refused_mark),
    "adhoc_cli.checklist.faults.JournalLocked": (End.LOCKED, _locked),
    "adhoc_cli.checklist.faults.JournalUnreadable": (End.UNREADABLE, unreadable_journal),
    "adhoc_cli.checklist.faults.JournalWriteError": (End.USAGE, _not_written),
}
