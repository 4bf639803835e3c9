"""`adhoc sheets`: the roster to Excel and back."""

from adhoc_cli.cli.help_text import group

app = group("sheets", {"out": f"{__name__}.out.out", "in": f"{__name__}.in_.in_"})
