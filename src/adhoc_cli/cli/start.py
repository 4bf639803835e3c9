"""The beginning and the end of a run: every end has its exit code, and none shows a traceback.

Only the standard library and our own words are imported before `run` stands inside its `try`.
"""

from __future__ import annotations

import errno
import os
import sys
import warnings
from collections.abc import Sequence
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, NoReturn

from adhoc_cli.cli.exit_codes import End, Ended
from adhoc_cli.cli.language import say, speak
from adhoc_cli.cli.startup_cost import begin, leave
from adhoc_cli.cli.streams import OutputLost, open_streams, tell

if TYPE_CHECKING:
    import signal


def run() -> NoReturn:
    """Run adhoc as a program."""
    code: int = End.FAULT
    try:
        begin()  # a command calls `settle` once it has imported what it needs
        open_streams()
        _end_when_told()
        sys.excepthook = _fault
        sys.unraisablehook = lambda _: None
        if not sys.warnoptions and not _debugging():
            warnings.simplefilter("ignore")
        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        code = End.INTERRUPTED
    leave(code, _told_to_end())


def main(arguments: Sequence[str]) -> int:
    """Run adhoc with these arguments and give its exit code."""
    try:
        speak(arguments)
        code = call(arguments)
        sys.stdout.flush()
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is told, and has an exit code
        return _code_of(error)
    return code


def _code_of(error: BaseException) -> int:
    """The exit code of a run that an exception ended; what is to be said about it is said."""
    if isinstance(error, OutputLost):
        return output_lost(error.code)
    if isinstance(error, BrokenPipeError):  # only `output.write.deliver` lets it through
        return End.PIPE_CLOSED
    if isinstance(error, KeyboardInterrupt):
        tell(say("end.interrupted"))
        return End.INTERRUPTED
    if isinstance(error, SystemExit) and isinstance(error.code, int | None):
        return error.code or 0
    return _fault(type(error), error, error.__traceback__)


def call(arguments: Sequence[str]) -> int:
    """Parse the arguments and run the command; its own exit code comes back."""
    from typer import Abort, Exit

    from adhoc_cli.cli.refusal import UsageFault, usage_lines
    from adhoc_cli.cli.root import build
    from adhoc_cli.cli.typer_adapter import PROGRAM, VARIABLE, TyperException, complete

    command = build()
    try:
        if instruction := os.environ.get(VARIABLE):
            return complete(command, instruction)
        with command.make_context(PROGRAM, list(arguments)) as context:
            return int(command.invoke(context) or 0)
    except Exit as end:
        return end.exit_code
    except (Abort, EOFError):
        return End.INTERRUPTED
    except Ended as end:
        if end.text:
            tell(end.text)
        return end.code
    except (UsageFault, TyperException) as error:
        tell("\n".join(usage_lines(error)))
        return End.USAGE


def output_lost(code: int) -> int:
    """End after a write to standard output failed: a lost result is never a success."""
    if code == errno.EPIPE:
        return End.PIPE_CLOSED
    from adhoc_cli.text.system import reason_of

    reason = say("destination.closed") if code == errno.EBADF else reason_of(code)
    tell(say("end.output_lost", reason=reason))
    return End.USAGE


def _end_when_told() -> None:
    """End for SIGTERM, and for a terminal that is closed, as for Ctrl-C: what was begun is taken
    back. What whoever started us wants ignored, as nohup does, stays ignored."""
    import signal

    told = _told_to_end()
    ending = False

    def end(_number: int, _frame: FrameType | None) -> None:
        # systemd sends both: the second one must not disturb the end. It is heard and not ignored,
        # for Python complains on stderr of a signal that was on its way when it became ignored.
        nonlocal ending
        if not ending:
            ending = True
            raise KeyboardInterrupt

    for number in told:
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, end)


def _told_to_end() -> list[signal.Signals]:
    import signal

    names = ("SIGTERM", "SIGHUP")  # Windows has no SIGHUP
    return [getattr(signal, name) for name in names if hasattr(signal, name)]


def _debugging() -> bool:
    """Whether ADHOC_DEBUG=1 asks for the frames of a fault."""
    return os.environ.get("ADHOC_DEBUG") == "1"


def _fault(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> int:
    """Tell a fault of the program by kind and place, never with a value: it may be a person's."""
    from adhoc_cli.text.crash import place_of

    place = place_of(trace)
    if _debugging():
        _tell_frames(error)
    try:
        text = say("end.fault", kind=kind.__qualname__, place=place)
    except Exception:  # noqa: BLE001 - it may be the words themselves that are at fault
        text = f"adhoc: {kind.__qualname__} ({place})"
    tell(text)
    return End.FAULT


def _tell_frames(error: BaseException | None) -> None:
    """Tell the frames of an error and of what led to it, without the messages."""
    import traceback

    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        frames = "".join(traceback.format_tb(error.__traceback__))
        tell(frames + type(error).__qualname__)
        error = error.__cause__ or error.__context__
