"""Why an import stops before anything is written; the texts are `import.refused.…`."""

from collections.abc import Mapping
from typing import Any

# About what the operator asked for (exit 2); every other key is about a source (exit 3).
_ASKED = frozenset({
    "copies_file",
    "append_layout", "encoding_of_book", "encoding_unknown", "fewer_rows", "file_open",
    "folder_missing", "folder_link",
    "map_column", "map_header", "name", "name_not_read", "no_permission", "no_space",
    "not_a_folder", "own_workbook",
    "set_column", "set_value", "sheet_of_text", "sheet_unknown", "source_twice", "target_changed",
    "target_exists", "target_is_source", "target_link", "target_missing", "target_not_a_file",
    "url", "value_column", "write_failed",
})  # fmt: skip


class ImportRefused(Exception):  # noqa: N818 - a state of the operator's files, not an error of ours
    """The whole import is refused: a key and its data. Nothing was written."""

    def __init__(self, key: str, /, **params: Any) -> None:
        super().__init__(key)
        self.key = key
        self.params: Mapping[str, Any] = params

    @property
    def unreadable(self) -> bool:
        """Whether a source cannot be read (exit 3), rather than something being asked wrongly."""
        return self.key not in _ASKED
