"""The list that is signed for honoraria, as A4 pages: a list for each body of a kecamatan."""

from collections.abc import Iterator, Sequence

from adhoc_cli.output.sheets.page import Cell, Page, Printed, Row
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.profiles.model import Profile
from adhoc_cli.reports.payees import Honor, Payee, PayList, Sum, sum_of
from adhoc_cli.text.days import MONTHS
from adhoc_cli.text.numerals import in_words
from adhoc_cli.text.words import Words

MOST_LINES = 15  # signatures on a page
_TALLEST = 10
_COLUMNS = ("number", "name", "post", "days", "amount", "tax", "received", "signature")
_WIDTHS = (8, 42, 28, 30, 21, 15, 18, 24)
_BLANK = "." * 12  # what no profile knows yet is filled in by hand, and never 0
_SIGNERS = ("officer", "treasurer")


def month_text(honor: Honor, speaker: Speaker) -> str:
    """The month in words: "Agustus 2024"."""
    first = honor.month.first
    return f"{MONTHS[first.month - 1][speaker.lang == 'en']} {first.year}"


def printed(
    honor: Honor, speaker: Speaker, *, letterhead: Sequence[str], profile: Profile
) -> Printed:
    """The pages: each list begins a new one, and each is totalled."""
    maker = _Maker(honor, speaker, letterhead, profile)
    pages = [page for one in honor.lists for page in maker.pages(one)]
    return Printed(speaker.say("honor.list"), speaker.lang, pages)


class _Maker:
    def __init__(
        self, honor: Honor, speaker: Speaker, letterhead: Sequence[str], profile: Profile
    ) -> None:
        self._honor, self._speaker, self._say = honor, speaker, speaker.say
        self._letterhead, self._profile = letterhead, profile

    def pages(self, one: PayList) -> Iterator[Page]:
        """The pages of one list; on the last of them stand its totals, and who signs."""
        parts = range(0, len(one.payees), MOST_LINES)
        for part, at in enumerate(parts, start=1):
            payees, is_last = one.payees[at : at + MOST_LINES], part == len(parts)
            rows = [self._row(number, each) for number, each in enumerate(payees, start=at + 1)]
            rows.append(self._total(self._say("honor.page_sum"), sum_of(payees)))
            rows += self._totals(one) if is_last else ()
            yield Page(
                self._letterhead,
                self._say("honor.list"),
                self._title(one.body),
                f"{one.body} · {self._speaker.place(one.kecamatan)}",
                self._say("honor.of_month", month=month_text(self._honor, self._speaker)),
                f"{self._honor.calendar.profile} · {part}/{len(parts)}",
                [self._say(f"honor.{column}") for column in _COLUMNS],
                _WIDTHS,
                rows,
                _TALLEST,
                "",
                (),
                self._foot(one) if is_last else (),
                "",
                [self._signature(who) for who in _SIGNERS] if is_last else (),
            )

    def _title(self, body: str) -> str:
        judul = self._profile.badan[body]
        return Words(judul.judul_id, judul.judul_en).in_(self._speaker.lang)

    def _row(self, number: int, one: Payee) -> Row:
        served, period = one.days
        place = one.region.name if one.region != one.kecamatan else ""
        tps = f"TPS {one.tps}" if one.tps is not None else ""
        days = self._say("honor.served", days=served.days, of=period.days)
        return (
            Cell(str(number), align="R"),
            Cell(one.name, bold=True),
            Cell(one.role, " ".join(filter(None, (tps, place)))),
            Cell(f"{served.first:%d/%m/%Y} - {served.last:%d/%m/%Y}", days, small=True),
            self._money(one.amount),
            self._money(one.tax),
            self._money(one.net),
            Cell(f"{number}.", align="L" if number % 2 else "C"),
        )

    def _money(self, amount: int | None, *, bold: bool = False) -> Cell:
        if amount is None:
            return Cell(_BLANK, small=True)
        return Cell(self._speaker.number(amount), bold=bold, align="R")

    def _total(self, label: str, total: Sum) -> Row:
        count = self._speaker.number(total.people)
        people = Cell(self._say("honor.people", count=count, n=total.people))
        sums = [self._money(one, bold=True) for one in (total.amount, total.tax, total.net)]
        return (Cell(), Cell(label, bold=True), people, Cell(), *sums, Cell())

    def _totals(self, one: PayList) -> Iterator[Row]:
        """That of the list, and below the last list of a kecamatan that of the kecamatan."""
        yield self._total(self._say("honor.list_sum", body=one.body), one.sum)
        theirs = [other for other in self._honor.lists if other.kecamatan == one.kecamatan]
        if theirs[-1] == one and len(theirs) > 1:
            name = one.kecamatan.name or one.kecamatan.code
            total = sum((other.sum for other in theirs), Sum())
            yield self._total(self._say("honor.kecamatan_sum", name=name), total)

    def _foot(self, one: PayList) -> Sequence[str]:
        """The total in words, and that the tax is not regulated."""
        words = in_words(one.sum.amount, self._speaker.lang)
        said = self._say("honor.in_words", words=words[:1].upper() + words[1:])
        return (said, self._say("honor.before_tax")) if one.sum.untaxed else (said,)

    def _signature(self, who: str) -> tuple[str, str]:
        return self._say(f"honor.signer.{who}"), self._say("honor.nip")
