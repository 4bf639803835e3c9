"""The examples of docs/cron.md do what the page says of them; the English page has the same.

They are run as they stand there, but for the paths. A program that is missing here is told as not
tested; on CI nothing may be missing.
"""

from __future__ import annotations

import configparser
import email
import email.policy
import fcntl
import re
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from adhoc_cli.rules.examples import Example
from adhoc_cli.text.words import Lang
from tests.docs.fences import fences, in_language
from tests.docs.office import MEMORY, VACANT, WORSE, Office, crontab, need

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="cron and systemd are of POSIX")
PAGE = Path("docs/cron.md")
TOLD = fences(PAGE)
TABLE = crontab(TOLD["crontab"])
MORNING, MONDAY, MONTHLY = range(3)
UNREADABLE = Example(files={"desa.csv": b"PK\x03\x04xlsx"})
languages = pytest.mark.parametrize("lang", ["id", "en"])


def test_by_hand_as_cron_would(office: Office) -> None:
    office.hold(VACANT)
    ran = office.shell(TOLD["by-hand"])
    assert (ran.code, ran.err) == (1, "")
    assert "Wonosari" in ran.out
    assert not (office.roster / MEMORY).exists(), "it leaves the memory alone"


# -- the crontab -----------------------------------------------------------------------------------


def test_the_crontab_is_one_that_cron_accepts() -> None:
    assert [job.when for job in TABLE.jobs] == ["0 6 * * *", "5 6 * * 1", "10 6 1 * *"]
    assert "@" in TABLE.variables["MAILTO"]
    assert not any(job.stdin for job in TABLE.jobs), "a percent sign that is not escaped"


@languages
def test_no_mail_comes_when_nothing_is_new(office: Office, lang: str) -> None:
    office.hold(VACANT)
    first = office.cron(TABLE, MORNING, ADHOC_LANG=lang)
    assert (first.code, first.err) == (1, "")
    assert "Wonosari" in first.out

    for _ in range(2):
        office.tomorrow()
        assert office.cron(TABLE, MORNING, ADHOC_LANG=lang) == (0, "", "")


@languages
def test_the_mail_holds_what_is_new_and_nothing_else(office: Office, lang: str) -> None:
    office.hold(VACANT)
    office.cron(TABLE, MORNING, ADHOC_LANG=lang)
    office.tomorrow()
    office.hold(WORSE)
    ran = office.cron(TABLE, MORNING, ADHOC_LANG=lang)
    assert (ran.code, ran.err) == (1, "")
    assert "PPK" in ran.out
    assert "Wonosari" not in ran.out, "known since yesterday"
    office.tomorrow()
    assert office.cron(TABLE, MORNING, ADHOC_LANG=lang).out == ""


@languages
def test_what_is_solved_is_told_and_is_no_failure(office: Office, lang: str) -> None:
    office.hold(VACANT)
    office.cron(TABLE, MORNING, ADHOC_LANG=lang)
    office.tomorrow()
    office.hold(Example())
    ran = office.cron(TABLE, MORNING, ADHOC_LANG=lang)
    assert (ran.code, ran.err) == (0, "")
    assert "Wonosari" in ran.out
    office.tomorrow()
    assert office.cron(TABLE, MORNING, ADHOC_LANG=lang) == (0, "", "")


@languages
def test_a_file_that_cannot_be_read_comes_by_mail_every_morning(office: Office, lang: str) -> None:
    office.hold(UNREADABLE)
    for _ in range(2):
        ran = office.cron(TABLE, MORNING, ADHOC_LANG=lang)
        assert ran.code == 3
        assert "desa.csv" in ran.err


@languages
def test_a_folder_that_is_gone_comes_by_mail(office: Office, lang: str) -> None:
    office.roster.rename(office.root / "elsewhere")
    ran = office.cron(TABLE, MORNING, ADHOC_LANG=lang)
    assert (ran.code, ran.out) == (3, "")
    assert "roster" in ran.err


def test_a_mistake_in_the_settings_comes_by_mail(office: Office) -> None:
    (office.roster / "adhoc.toml").write_text('profil = "tidak-ada"\n')
    ran = office.cron(TABLE, MORNING)
    assert (ran.code, ran.out) == (2, "")
    assert "adhoc.toml" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_monday_has_a_memory_of_its_own_and_keeps_seven_pages(office: Office) -> None:
    office.hold(VACANT)
    assert office.cron(TABLE, MORNING).err == ""
    for day in range(1, 9):
        office.day(f"2024-07-0{day}")
        assert office.cron(TABLE, MONDAY) == (0, "", "")
    pages = sorted(office.state.glob("*.html"))
    assert len(pages) == 7
    for page in pages:
        assert page.read_text(encoding="utf-8").rstrip().endswith("</html>")
        assert page.stat().st_mode & 0o777 == 0o600
    assert (office.state / "mingguan.json").stat().st_mode & 0o777 == 0o600
    assert (office.roster / MEMORY).stat().st_mode & 0o777 == 0o600


def test_monday_tells_what_the_mornings_told_already(office: Office) -> None:
    office.cron(TABLE, MONDAY)
    office.tomorrow()
    office.hold(VACANT)
    office.cron(TABLE, MORNING)
    office.tomorrow()
    office.cron(TABLE, MONDAY)
    page = office.state / "mingguan.html"
    later = office.shell(f"cat {page}").out
    office.tomorrow()
    office.cron(TABLE, MONDAY)
    assert later != page.read_text(encoding="utf-8"), "new on the first Monday, open on the next"


def test_the_workbook_bears_its_day_in_its_name(office: Office) -> None:
    from python_calamine import CalamineWorkbook

    assert office.cron(TABLE, MONTHLY) == (0, "", "")
    (book,) = office.state.glob("*.xlsx")
    assert re.fullmatch(r"provinsi-\d{4}-\d\d-\d\d\.xlsx", book.name)
    assert book.stat().st_mode & 0o777 == 0o600
    assert len(CalamineWorkbook.from_path(book).sheet_names) > 1
    assert not (office.roster / MEMORY).exists()


@languages
def test_the_quoted_mail_is_what_comes(office: Office, lang: Lang) -> None:
    told = fences(in_language(PAGE, lang))
    table = crontab(told["crontab"])
    assert table.variables["ADHOC_LANG"] == lang
    office.hold(VACANT)
    office.cron(table, MORNING)
    office.tomorrow()
    office.hold(Example(drop=("anggota:4",)))
    assert office.as_told(office.cron(table, MORNING).out) == told["mail-told"]


# -- chronic and cronic ----------------------------------------------------------------------------


@pytest.mark.parametrize("wrapper", ["chronic", "cronic"])
def test_the_whole_report_comes_only_with_news(office: Office, wrapper: str) -> None:
    need(wrapper)
    table = crontab({"chronic": TOLD["chronic"], "cronic": TOLD["cronic"]}[wrapper])
    office.hold(VACANT)
    office.cron(table)
    office.tomorrow()
    assert office.cron(table) == (0, "", ""), "a clean run has nothing on stderr"

    office.hold(WORSE)
    ran = office.cron(table)
    assert ran.code == (1 if wrapper == "chronic" else 0)  # cronic has told, and ends well
    assert "Wonosari" in ran.out, "what is open stands there too"


@pytest.mark.parametrize("wrapper", ["chronic", "cronic"])
def test_a_fault_is_let_through(office: Office, wrapper: str) -> None:
    need(wrapper)
    table = crontab({"chronic": TOLD["chronic"], "cronic": TOLD["cronic"]}[wrapper])
    office.hold(UNREADABLE)
    office.cron(table)
    again = office.cron(table)
    assert "desa.csv" in again.out + again.err


# -- mail ------------------------------------------------------------------------------------------


def mailed(office: Office) -> EmailMessage:
    """The message that was handed over to be sent."""
    written = (office.root / "msmtp.input").read_bytes()
    read = email.message_from_bytes(written, policy=email.policy.default)
    assert isinstance(read, EmailMessage)
    return read


def words_of(message: EmailMessage) -> str:
    """The text that a reader of the mail sees first."""
    text = message.get_body(("plain",))
    assert text is not None
    assert text.get_content_charset() == "utf-8"
    return str(text.get_content())


@languages
def test_the_mail_carries_the_whole_page(office: Office, lang: str) -> None:
    need("mutt")
    office.hold(VACANT)
    ran = office.shell(TOLD["mail-script"], {"ADHOC_LANG": lang})
    assert (ran.code, ran.out, ran.err) == (1, "", "")
    assert "sekretaris@kpu.example" in office.calls("msmtp")

    message = mailed(office)
    assert str(message["To"]) == "sekretaris@kpu.example"
    assert "adhoc@kpu.example" in str(message["From"])
    assert "Wonosari" in words_of(message)
    (page,) = message.iter_attachments()
    assert page.get_filename() == "laporan.html"
    assert page.get_content_type() == "text/html"
    assert page.get_content().encode() == (office.state / "laporan.html").read_bytes()


def test_without_news_no_mail_is_made(office: Office) -> None:
    need("mutt")
    office.shell(TOLD["mail-script"])
    office.forget("msmtp")
    assert office.shell(TOLD["mail-script"]) == (0, "", "")
    assert office.calls("msmtp") == []
    assert list(office.home.iterdir()) == [], "no copy of the mail is left at home"
    assert not list(office.state.glob("*.next"))


def test_a_mail_that_could_not_be_sent_is_news_again(office: Office) -> None:
    need("mutt")
    office.hold(VACANT)
    office.fails("msmtp", 75)
    refused = office.shell(TOLD["mail-script"])
    assert refused.code not in {0, 1}
    assert refused.err, "cron tells it"

    office.forget("msmtp")
    assert office.shell(TOLD["mail-script"]).code == 1
    assert "Wonosari" in words_of(mailed(office))


def test_what_msmtp_is_told_is_what_it_understands(office: Office) -> None:
    need("msmtp")
    settings = office.home / ".msmtprc"
    settings.write_text(TOLD["msmtprc"])
    settings.chmod(0o600)
    (office.home / ".config").mkdir()
    (office.home / ".config" / "msmtp-password").write_text("rahasia\n")
    ran = office.shell("msmtp --pretend sekretaris@kpu.example")
    assert (ran.code, ran.err) == (0, "")
    assert re.search(r"^host\s*= smtp\.kpu\.example$", ran.out, re.MULTILINE)
    assert re.search(r"^tls\s*= on$", ran.out, re.MULTILINE)


# -- flock, and the ping ---------------------------------------------------------------------------


def test_two_runs_never_meet(office: Office) -> None:
    need("flock")
    table = crontab(TOLD["flock"].replace("-w 60", "-w 0"))
    office.put("adhoc-mail", "#!/bin/sh\necho ran")
    with (office.state / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        assert office.cron(table).code == 4
    assert office.cron(table) == (0, "ran\n", "")


@pytest.mark.parametrize(
    ("example", "codes", "end"),
    [(Example(), (1, 0), ""), (VACANT, (1, 0), ""), (UNREADABLE, (3, 3), "/fail")],
    ids=["clean", "vacant", "unreadable"],
)
def test_the_ping_tells_a_run_from_a_fault(
    office: Office, example: Example, codes: tuple[int, int], end: str
) -> None:
    office.hold(example)
    for code in codes:
        office.forget("curl")
        ran = office.shell(TOLD["ping-script"], {"PATH": f"{office.programs}:/usr/bin:/bin"})
        assert ran.code in {code, 0}
        assert (ran.code == 3) == (end == "/fail")
        *options, url = office.calls("curl")
        assert url == f"https://hc.example/ping/your-own-uuid{end}"
        assert options == ["-fsS", "-o", "/dev/null", "--max-time", "10", "--retry", "3"]
        office.tomorrow()


# -- systemd ---------------------------------------------------------------------------------------


def units(office: Office) -> list[str]:
    """The unit files, each under the name that its first line gives."""
    files = []
    for text in (TOLD["service"], TOLD["timer"]):
        path = office.root / Path(text.partition("\n")[0]).name
        path.write_text(office.here(text))
        files.append(str(path))
    return files


def service(office: Office) -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, strict=False, allow_no_value=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    parser.read_string(office.here(TOLD["service"]))
    return parser["Service"]


def analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    need("systemd-analyze")
    return subprocess.run(
        ["systemd-analyze", *arguments], capture_output=True, encoding="utf-8", check=False
    )


def test_systemd_accepts_the_units(office: Office) -> None:
    done = analyze("verify", "--man=no", *units(office))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_timer_means_six_in_the_morning_in_jakarta() -> None:
    (when,) = re.findall(r"^OnCalendar=(.*)$", TOLD["timer"], re.MULTILINE)
    done = analyze("calendar", "--base-time=2024-06-10 00:00:00 UTC", when)
    assert done.returncode == 0, done.stderr
    assert "2024-06-10 23:00:00 UTC" in done.stdout


def test_the_service_is_closed_on_all_sides(office: Office) -> None:
    done = analyze("security", "--offline=yes", "--threshold=30", units(office)[0])
    assert done.returncode == 0, done.stdout


def test_the_service_runs_and_news_is_no_failure(office: Office) -> None:
    told = service(office)
    name, _, lang = told["Environment"].partition("=")
    office.hold(VACANT)
    codes = []
    for _ in range(2):
        codes.append(office.shell(told["ExecStart"], {name: lang}).code)
        office.tomorrow()
    assert codes == [1, 0]
    assert (office.state / "laporan.html").exists()
    assert not (office.roster / MEMORY).exists(), "the roster stays as it was"
    assert told["SuccessExitStatus"].split() == ["1"], "2, 3, 4 and 70 fail the unit"
    office.hold(UNREADABLE)
    assert office.shell(told["ExecStart"], {name: lang}).code == 3


# -- the memory, and the public --------------------------------------------------------------------


@languages
def test_a_damaged_memory_is_told_and_the_morning_goes_on(office: Office, lang: str) -> None:
    office.hold(VACANT)
    office.cron(TABLE, MORNING)
    (office.roster / MEMORY).write_bytes(b'{"half')
    ran = office.cron(TABLE, MORNING, ADHOC_LANG=lang)
    assert ran.code == 1
    assert MEMORY in ran.err
    assert (office.roster / f"{MEMORY}.rusak").read_bytes() == b'{"half'
    assert "Wonosari" in ran.out, "everything is new again"
    office.tomorrow()
    assert office.cron(TABLE, MORNING, ADHOC_LANG=lang) == (0, "", "")


def test_the_public_page_holds_nobody(office: Office) -> None:
    office.hold(VACANT)
    assert office.shell(TOLD["public"]) == (0, "", "")
    page = (office.state / "kursi.html").read_text(encoding="utf-8")
    assert "Wonosari" in page
    for person in ("Wagiman", "Sulastri", "Marsiyah", str(office.roster)):
        assert person not in page
