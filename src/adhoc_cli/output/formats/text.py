"""`--format text`: what `plain` writes, under the name that scripts for a mail use."""

from adhoc_cli.output.formats.api import Format
from adhoc_cli.output.formats.plain import write

FORMAT = Format("text", "txt", write, order=10, machine=False, only=("report",))
