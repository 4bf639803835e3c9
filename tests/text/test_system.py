"""What the system says, in both languages."""

from __future__ import annotations

import errno

import pytest

from adhoc_cli.text.catalogue import texts
from adhoc_cli.text.system import number_of, reason_of

_USUAL = (
    errno.EACCES, errno.EPERM, errno.ENOENT, errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO,
    errno.EBUSY, errno.ETXTBSY, errno.EISDIR, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EMFILE,
)  # fmt: skip


@pytest.mark.parametrize("number", _USUAL)
def test_what_is_usual_is_said_without_its_code(number: int) -> None:
    said = reason_of(OSError(number, "what the system says"))
    for text in said:
        assert "system says" not in text
        assert errno.errorcode[number] not in text
    assert said.id != said.en


def test_every_text_is_of_an_error_that_there_is() -> None:
    names = {key.partition(".")[2] for key in texts("id") if key.startswith("system.")}
    assert names - {"other", "denied_or_open", "long_path"} <= set(errno.errorcode.values())


def test_what_is_not_usual_is_said_with_its_code() -> None:
    assert "EXDEV" in reason_of(errno.EXDEV).id
    assert "9999" in reason_of(9999).en


def test_a_name_with_nul_cannot_be_used() -> None:
    assert reason_of(ValueError("embedded null byte")) == reason_of(errno.ENAMETOOLONG)


@pytest.mark.parametrize("code", [32, 33])
def test_windows_says_no_permission_of_a_file_that_is_open(code: int) -> None:
    error = PermissionError(errno.EACCES, "being used by another process")
    error.winerror = code  # type: ignore[attr-defined,unused-ignore]  # Windows has it
    assert number_of(error) == errno.EBUSY
    assert "Excel" in reason_of(error).id
