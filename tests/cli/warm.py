"""Processes of the command that are there at once.

`adhoc` imports for half a second, and the tests start it hundreds of times. Here one process
imports everything once and then forks: each run is still a process of its own, with its own
arguments, environment, folder, open files and end. What is not the same: the imports have been
made, and a signal reaches the client. A test of those, of another Python or another locale starts
`PROGRAM`.

A run is asked for by `warm_client.py`, which stands where `adhoc` would in a command line.
"""

from __future__ import annotations

import atexit
import fcntl
import gc
import importlib
import marshal
import os
import pkgutil
import select
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from typing import NoReturn

_CLIENT = Path(__file__).with_name("warm_client.py")
# More than a command line and an environment may take on Linux in these tests.
_MOST = 1 << 20
# Names a file with code that is run before a command begins.
MEDDLED = "ADHOC_TEST_MEDDLED"
# Arguments, environment, folder, which of the standard streams are open, umask.
_Asked = tuple[list[bytes], dict[bytes, bytes], bytes, list[int], int]


@cache
def warm_program() -> list[str] | None:
    """The command line that runs adhoc in a fork; None where there is none."""
    if not hasattr(os, "fork"):
        return None
    place = f"{tempfile.mkdtemp(prefix='adhoc')}/s"
    server = subprocess.Popen(
        [sys.executable, "-P", __file__, place],
        env={"PATH": os.environ["PATH"]},
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert server.stdin is not None
    assert server.stdout is not None
    assert server.stdout.readline() == b"ready\n"
    atexit.register(server.communicate)  # it ends with its standard input
    return [sys.executable, "-I", "-S", str(_CLIENT), place]


def _serve(place: str) -> NoReturn:
    import adhoc_cli

    for module in pkgutil.walk_packages(adhoc_cli.__path__, "adhoc_cli."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    gc.collect()
    gc.freeze()
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(place)
    listener.listen(64)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while 0 not in (ready := select.select([listener.fileno(), 0], [], [], 1)[0]):
        if ready:
            connection, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                _keep(connection)
            connection.close()
        _reap()
    # Here and not in a test process, which may be killed at its end.
    shutil.rmtree(Path(place).parent)
    sys.exit()


def _reap() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return


def _keep(connection: socket.socket) -> NoReturn:
    """Run what is asked for, and tell how it ended."""
    data, handles, _, _ = socket.recv_fds(connection, _MOST, 3)
    while (asked := _loaded(data)) is None:
        data += connection.recv(_MOST)
    if (child := os.fork()) == 0:
        connection.close()
        _become(asked, handles)
    for handle in handles:
        os.close(handle)
    _, status = os.waitpid(child, 0)
    connection.sendall(str(os.waitstatus_to_exitcode(status)).encode())
    os._exit(0)


def _loaded(data: bytes) -> _Asked | None:
    try:
        return marshal.loads(data)  # type: ignore[no-any-return]  # what the client dumped
    except EOFError:
        return None


def _become(asked: _Asked, handles: list[int]) -> NoReturn:
    """The run: with the files, the folder and the environment of the client."""
    arguments, environment, folder, opened, mask = asked
    for number in (0, 1, 2):
        os.close(number)
    spare = [fcntl.fcntl(handle, fcntl.F_DUPFD, 32) for handle in handles]
    for handle in handles:
        os.close(handle)
    for number, handle in zip(opened, spare, strict=True):
        os.dup2(handle, number)
        os.close(handle)
    sys.stdin, sys.stdout, sys.stderr = (  # None for one that is closed, as Python has it
        stream if number in opened else None
        for number, stream in enumerate((sys.__stdin__, sys.__stdout__, sys.__stderr__))
    )
    os.chdir(folder)
    os.umask(mask)
    os.environb.clear()
    os.environb.update(environment)
    time.tzset()
    sys.argv = ["adhoc", *map(os.fsdecode, arguments)]
    if meddling := environment.get(MEDDLED.encode()):
        exec(Path(os.fsdecode(meddling)).read_text(), {"__name__": "sitecustomize"})
    from adhoc_cli.cli.start import run

    run()


if __name__ == "__main__":
    _serve(sys.argv[1])
