"""The topics of a report, in the order in which an office asks."""

from adhoc_cli.output.views.report.topics.coordination import COORDINATION, DEADLINES
from adhoc_cli.output.views.report.topics.findings import FILES, FINDINGS, UNCHECKED, WAIVERS
from adhoc_cli.output.views.report.topics.gaps import GAPS
from adhoc_cli.output.views.report.topics.people import SECRETARIATS, TRAINING, WOMEN_MEN
from adhoc_cli.output.views.report.topics.seats import SEATS

# News come before all of these, on the page "At a glance" too.
TOPICS = (
    GAPS, COORDINATION, DEADLINES, SEATS, FINDINGS, WOMEN_MEN, SECRETARIATS, TRAINING, WAIVERS,
    UNCHECKED, FILES,
)  # fmt: skip
