"""W001: a waiver past its last day, or one that matches no finding."""

from adhoc_cli.models.report import WaiverStatus, WaiverUse
from adhoc_cli.rules.api import Facts, Severity, Words, example
from adhoc_cli.rules.found import Finding, Found, Roster, described

_STALE = {WaiverStatus.EXPIRED: "expired", WaiverStatus.UNUSED: "unused"}


def check(roster: Roster) -> Found:
    """Stale waivers. One whose rule did not run may still be needed: it is not looked at."""
    looked_at = sum(waiver.status is not WaiverStatus.UNCHECKED for waiver in roster.waived)
    stale = [at for at, waiver in enumerate(roster.waived) if waiver.status in _STALE]
    return described(looked_at, stale, lambda at: _finding(roster, at, roster.waived[at]))


def _finding(roster: Roster, at: int, waiver: WaiverUse) -> Finding:
    about = tuple(part for part in (waiver.region, waiver.person) if part is not None)
    return Finding(
        file="adhoc.toml",
        line=roster.office.line(("pengecualian", at)),
        region=waiver.region,
        person=waiver.person,
        params={
            "variant": _STALE[waiver.status],
            "rule": waiver.code,
            "about": about,
            "until": waiver.until,
            # Typed freely, so that a long number in it may be somebody's.
            "reason": waiver.reason,
        },
    )


def _waiver(until: str, *, place: str = "33.23.01.2016") -> str:
    return (
        "[[pengecualian]]\n"
        'kode = "Q401"\n'
        f'wilayah = "{place}"\n'
        'alasan = "Calon PAW dilantik pekan depan"\n'
        f"sampai = {until}\n"
    )


TEXTS = """
title.id = Pengecualian tidak berlaku lagi
title.en = Stale waiver
why.id = Pengecualian menahan temuan yang sudah diketahui, dengan alasan dan batas waktu. Setelah
  lewat waktunya temuan itu dihitung lagi; yang tidak menahan apa-apa dapat menutupi temuan baru di
  kemudian hari.
why.en = A waiver holds back a finding that is known, with a reason and a last day. Past that day
  the finding counts again; one that holds nothing back may cover up a new finding later.
message.expired.id = pengecualian {rule} untuk {about} berakhir {until} ({reason})
message.expired.en = the waiver of {rule} for {about} ended on {until} ({reason})
message.unused.id = pengecualian {rule} untuk {about} tidak menahan temuan apa pun ({reason})
message.unused.en = the waiver of {rule} for {about} matches no finding ({reason})
fix.expired.id = Perbaiki temuannya; bila memang masih perlu, tulis tanggal dan alasan yang baru di
  adhoc.toml.
fix.expired.en = Mend the finding; if the waiver is still needed, write a new date and reason in
  adhoc.toml.
fix.unused.id = Hapus pengecualian ini dari adhoc.toml, atau betulkan kode, wilayah, atau orangnya.
fix.unused.en = Remove this waiver from adhoc.toml, or correct its code, place or person.
"""

FACTS = Facts(
    severity=Severity.WARNING,
    basis=Words("Ketentuan format adhoc-cli (adhoc.toml)", "adhoc-cli file format (adhoc.toml)"),
    passes=(
        example(),
        example(drop="9", settings=_waiver("2024-06-10")),
        # Q401 is off: whether there is such a finding is not known.
        example(settings='[aturan]\nQ401 = "nonaktif"\n\n' + _waiver("2024-12-31")),
    ),
    fails=(
        example(drop="9", settings=_waiver("2024-06-09"), at="adhoc.toml:1"),
        example(settings=_waiver("2024-12-31"), at="adhoc.toml:1"),
        example(
            drop="9",
            settings=_waiver("2024-12-31") + "\n" + _waiver("2024-12-31", place="33.23.01.2013"),
            at="adhoc.toml:7",
        ),
    ),
    last=True,
    tells_apart=("rule",),
)
