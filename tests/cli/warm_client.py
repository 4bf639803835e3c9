"""Asks a warm process (`warm.py`) for a run of adhoc, and ends as that ends.

It is started by itself, hundreds of times, and imports next to nothing.
"""

import _socket
import marshal
import os
import signal
import sys


def _open() -> list[int]:
    """Which of the three standard streams are open; the others are filled for the while."""
    there = []
    for number in (0, 1, 2):
        try:
            os.fstat(number)
            there.append(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # or the connection would stand there
    return there


there = _open()
mask = os.umask(0)
os.umask(mask)
request = marshal.dumps(
    (
        [os.fsencode(one) for one in sys.argv[2:]],
        dict(os.environb),
        os.getcwdb(),  # noqa: PTH109 - pathlib takes as long as all the rest
        there,
        mask,
    )
)
connection = _socket.socket(_socket.AF_UNIX)
connection.connect(sys.argv[1])
handles = b"".join(number.to_bytes(4, sys.byteorder) for number in there)
files = [(_socket.SOL_SOCKET, _socket.SCM_RIGHTS, handles)] if there else []
sent = connection.sendmsg([request], files)
while sent < len(request):
    sent += connection.send(request[sent:])
code = int(connection.recv(16))
if code < 0:
    if -code != signal.SIGKILL:
        signal.signal(-code, signal.SIG_DFL)
    os.kill(os.getpid(), -code)
os._exit(code)
