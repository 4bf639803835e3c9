"""The formats of every command, as the folder of formats has them."""

from __future__ import annotations

from adhoc_cli.output.formats import choose, names

# Those that a screen can show.
TEXT_FORMS = tuple(name for name in names() if not choose(name, is_terminal=False).binary)
