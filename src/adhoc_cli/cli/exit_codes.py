"""How a run ends: the exit codes, which every command keeps."""

from enum import IntEnum


class End(IntEnum):
    """The exit codes."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2  # also configuration, profile, and a result that could not be written
    UNREADABLE = 3
    LOCKED = 4
    FAULT = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141  # 128 + SIGPIPE, what a shell reports for cat and grep


class Ended(Exception):  # noqa: N818 - an end with a reason, not an error of ours
    """The run ends here with this exit code; the text for stderr is in the language of the run, and
    empty where everything is told."""

    def __init__(self, code: End, text: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.text = text
