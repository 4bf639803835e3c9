"""What is to be written into a cell of a member: read by the row model first."""

from adhoc_cli.editing.faults import EditRefused
from adhoc_cli.intake.repair import CellDoctor
from adhoc_cli.models.codes import level_of
from adhoc_cli.models.columns import columns_of
from adhoc_cli.models.rows import Anggota
from adhoc_cli.models.vocabulary import Vocabulary
from adhoc_cli.profiles.model import Profile
from adhoc_cli.roster.leaving import LEAVES


def written(column: str, text: str, vocabulary: Vocabulary) -> str:
    """The text that says `text` in a column: a date in ISO form, a known word in its canonical
    spelling, nothing where nothing is meant.

    Raises `EditRefused` for what the column does not take.
    """
    spec = columns_of(Anggota)[column]
    fixed = CellDoctor(spec, vocabulary).fixed(text)
    if fixed.fault is not None:
        raise EditRefused("value", fault=fixed.fault)
    if fixed.kept == "phone_kept":  # an import leaves it to the check; this one is typed now
        raise EditRefused("phone", column=column)
    if not fixed.text and spec.required:
        raise EditRefused("required", column=column)
    if fixed.text and not fixed.text.isprintable():
        raise EditRefused("characters", column=column)
    return fixed.text


def refuse_misplaced(profile: Profile, body: str, code: str) -> None:
    """Raise `EditRefused` where the place of a dotted code is none that the body serves in: a
    kecamatan for a PPS. A body that the profile does not know is left to the check."""
    known = profile.badan.get(body)
    if known is not None and known.level != level_of(code):
        raise EditRefused("misplaced", code=code, body=body, level=known.level)


def day_column(status: str | None, so_far: str) -> str:
    """The column in which the day of a change stands: the first day of duty or the last one.

    Raises `EditRefused` where neither is meant: of a reserve, of somebody who is suspended, and of
    a member who serves `so_far` and gets no other `status`.
    """
    if status == "aktif":
        return "tanggal_mulai"
    if (status or so_far) in LEAVES:
        return "tanggal_selesai"
    raise EditRefused("day", status=status or so_far)
