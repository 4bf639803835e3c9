"""`adhoc bimtek`: training; where no command is named, who came."""

from adhoc_cli.cli.help_text import group

app = group(
    "bimtek",
    {"status": f"{__name__}.status.status", "print": f"{__name__}.sheets.sheets"},
    usual="status",
)
