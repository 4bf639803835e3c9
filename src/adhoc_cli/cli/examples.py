"""Commands as they are typed, below every help; a test types each of them."""

from collections.abc import Mapping, Sequence

EXAMPLES: Mapping[str, Sequence[str]] = {
    "": ("adhoc init roster --kabupaten Temanggung", "adhoc check roster", "adhoc help quota"),
    "init": (
        "adhoc init baru --kabupaten Temanggung",
        "adhoc init baru2 --kabupaten 33.23 --with-seats",
    ),
    "import": (
        'adhoc import "PPS Kledung 2024.xlsx"',
        'adhoc import "PPS Kledung 2024.xlsx" --as anggota --name anggota-kledung -o roster',
    ),
    "check": (
        "adhoc check roster",
        "adhoc check roster --by kecamatan",
        "adhoc check roster --select Q,V202 --limit 0",
        "adhoc check roster -o temuan.xlsx",
    ),
    "quota": ("adhoc quota roster --short", "adhoc quota roster --body PPS -o kuota.xlsx"),
    "members": (
        "adhoc members roster --region 33.23.17 --body PPK",
        "adhoc members roster --format csv-excel -o anggota-excel.csv",
    ),
    "checklist": (
        "adhoc checklist status roster --overdue",
        "adhoc checklist mark 33.23.17 PPK-06 -C roster --date 2024-06-10 --evidence foto",
    ),
    "checklist status": ("adhoc checklist status roster --region 33.23.17",),
    "checklist show": ("adhoc checklist show 33.23.17 -C roster",),
    "checklist mark": (
        "adhoc checklist mark 33.23.17 PPK-06 -C roster --date 2024-06-10 --evidence foto",
    ),
    "checklist unmark": ("adhoc checklist unmark 33.23.17 PPK-06 -C roster",),
    "checklist history": ("adhoc checklist history 33.23.17 -C roster",),
    "checklist message": ("adhoc checklist message --overdue -C roster",),
    "checklist print": ("adhoc checklist print -C roster --region 33.23.17 -o kledung.csv",),
    "checklist import": ("adhoc checklist import kledung.csv -C roster",),
    "bimtek": ("adhoc bimtek status roster",),
    "calendar": (
        "adhoc calendar roster --region 33.23.17",
        "adhoc calendar roster -o tenggat.ics",
    ),
    "replace": (
        "adhoc replace roster",
        "adhoc replace roster --region 33.23.02 --letter berita-acara",
    ),
    "message": (
        "adhoc message roster --about vacancy",
        "adhoc message roster --about data --region 33.23.17 --show-personal -o pesan.html",
    ),
    "honor": (
        "adhoc honor roster --month 2024-08",
        "adhoc honor roster --month 2024-08 --body PPS --region 33.23.17 -o honor.xlsx",
    ),
    "diff": ("adhoc diff roster-lama roster", "adhoc diff roster --since 2024-06-01"),
    "set": ('adhoc set 33.23.17 "Ibnu Pambudi" --sk 123/2024 -C roster',),
    "sheets": (
        "adhoc sheets out roster -o kerja.xlsx",
        "adhoc sheets in kerja.xlsx -C roster --dry-run",
    ),
    "undo": ("adhoc undo roster --dry-run", "adhoc undo roster"),
    "report": (
        "adhoc report roster -o laporan.html",
        "adhoc report roster --format text --only-changes --fail-on new",
        "adhoc report roster roster-lama -o provinsi.html",
    ),
    "rules": ("adhoc rules", "adhoc rules -o aturan.xlsx"),
    "explain": ("adhoc explain Q401", "adhoc explain seats-vacant", "adhoc explain PPK-02"),
    "profiles": ("adhoc profiles", "adhoc profiles pilkada-2024"),
    "schema": ("adhoc schema", "adhoc schema check"),
}


def examples_of(path: str) -> Sequence[str]:
    """Those of a command, else those of its group."""
    return EXAMPLES.get(path) or EXAMPLES.get(path.partition(" ")[0], ())
