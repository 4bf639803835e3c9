"""What the system says of a file, in both languages: its own words are English, or whatever the
machine was set up with."""

import errno
import os

from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.words import Words

# Those that have a text of their own, by their names.
_SAID = {
    "EACCES", "EAGAIN", "EBUSY", "EEXIST", "EFBIG", "EHOSTUNREACH", "EIO", "EISDIR", "ELOOP",
    "EMFILE", "ENAMETOOLONG", "ENOENT", "ENOLCK", "ENOMEM", "ENOSPC", "ENOTDIR", "ENOTEMPTY",
    "EROFS", "ESTALE", "ETIMEDOUT",
}  # fmt: skip
# Numbers that mean the same to whoever has to mend it.
_AS = {
    errno.EPERM: errno.EACCES,
    errno.EDQUOT: errno.ENOSPC,
    errno.ETXTBSY: errno.EBUSY,
    errno.ENFILE: errno.EMFILE,
    errno.EINVAL: errno.ENAMETOOLONG,
}
# Of Windows: another program has the file open, or a part of it. As POSIX has it: no permission.
_SHARING = {32, 33}
_LONGEST_PATH = 260  # characters; what Windows takes unless it was set up for more


def number_of(error: OSError) -> int:
    """The number of the system's error; EBUSY where another program has the file open."""
    if getattr(error, "winerror", None) in _SHARING:
        return errno.EBUSY
    return error.errno or errno.EIO


def write_refusal(error: OSError) -> str | None:
    """Why nothing could be written, as the end of a key: `no_permission`, `no_space`; else None."""
    kind = _AS.get(error.errno or 0, error.errno)
    if kind in (errno.EACCES, errno.EROFS):
        return "no_permission"
    return "no_space" if kind == errno.ENOSPC else None


def reason_of(error: OSError | ValueError | int) -> Words:
    """Why the system refused, by its error or the number of one. `ValueError`: a name with NUL."""
    if isinstance(error, ValueError):
        number = errno.ENAMETOOLONG
    else:
        number = error if isinstance(error, int) else number_of(error)
    if not isinstance(error, int) and too_long(error):
        return _said("system.long_path")
    name = errno.errorcode.get(_AS.get(number, number), "")
    if name == "EACCES" and os.name == "nt":  # it says the same of a file that is open elsewhere
        return _said("system.denied_or_open")
    if name in _SAID:
        return _said(f"system.{name}")
    code = errno.errorcode.get(number, str(number))
    other = _said("system.other")
    return Words(other.id.format(code=code), other.en.format(code=code))


def too_long(error: OSError | ValueError) -> bool:
    """Whether Windows calls a path missing because it is too long for it."""
    names = (getattr(error, "filename", None), getattr(error, "filename2", None))
    longest = max(len(os.path.abspath(str(name or ""))) for name in names)  # noqa: PTH100 - of nothing, too
    return os.name == "nt" and isinstance(error, FileNotFoundError) and longest >= _LONGEST_PATH


def _said(key: str) -> Words:
    return Words(texts("id")[key], texts("en")[key])
