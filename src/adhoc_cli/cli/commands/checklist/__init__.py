"""`adhoc checklist`: coordination; where no command is named, the progress."""

from adhoc_cli.cli.help_text import group

app = group(
    "checklist",
    {
        "status": f"{__name__}.status.status",
        "show": f"{__name__}.status.show",
        "mark": f"{__name__}.mark.mark",
        "unmark": f"{__name__}.mark.unmark",
        "history": f"{__name__}.status.history",
        "message": f"{__name__}.message.message",
        "print": f"{__name__}.sheets.sheets",
        "import": f"{__name__}.sheets.filled",
    },
    usual="status",
)
