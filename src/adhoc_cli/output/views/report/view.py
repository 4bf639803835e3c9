"""The view of a report: every form of it is made only when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adhoc_cli.output.document import Document
from adhoc_cli.output.speaker import Speaker
from adhoc_cli.output.view import Records, View
from adhoc_cli.output.views.report.reported import Reported

if TYPE_CHECKING:
    from adhoc_cli.output.html.page import Page
    from adhoc_cli.output.view import Workbook


class ReportView(View):
    """A report, in the reader's language."""

    def __init__(self, reported: Reported, speaker: Speaker) -> None:
        self._reported = reported
        self.speaker = speaker

    @property
    def personal(self) -> bool:
        """One for the office names people, or may tomorrow: its file is for its owner only."""
        return not self._reported.public

    def document(self) -> Document:
        """For people to read: in a mail, on a screen, in a chat."""
        from adhoc_cli.output.views.report.document import document_of

        return document_of(self._reported, self.speaker)

    def data(self) -> dict[str, Any]:
        """The document `adhoc.report/1`."""
        from adhoc_cli.output.views.report.data import data_of

        return data_of(self._reported, self.speaker)

    def records(self) -> Records:
        """A row a kecamatan and body."""
        from adhoc_cli.output.views.report.data import records_of

        return records_of(self._reported.overview)

    def page(self) -> Page:
        """The page of `--format html`."""
        from adhoc_cli.output.views.report.page import page_of

        return page_of(self._reported, self.speaker)

    def workbook(self) -> Workbook:
        """The sheets of `--format xlsx`."""
        from adhoc_cli.output.views.report.workbook import workbook_of

        return workbook_of(self._reported, self.speaker)
