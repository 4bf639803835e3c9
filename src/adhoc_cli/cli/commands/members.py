"""`adhoc members`: the roster itself, as a list, as contacts, or counted."""

from adhoc_cli.cli import lookups, option_values, options
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import DAY, FOLDER, RESULT, RosterOptions, roster_command
from adhoc_cli.cli.word import DOCX, attachment, refuse_of_word

_CARDS = "vcf"


@roster_command(*FOLDER, "region", "body", ..., *DAY, *RESULT)
def members(
    shared: RosterOptions,
    *,
    status: options.Statuses = None,
    columns: options.Columns = None,
    per: options.MembersPer = None,
    summary: options.Summary = False,
    template: options.LetterTemplate = None,
) -> int:
    """List the members of a roster folder."""
    statuses = option_values.split(status, "--status")
    wanted = option_values.split(columns, "--columns")
    cards = shared.form == _CARDS
    if summary:
        others = {"--format vcf": cards, "--format docx": shared.form == DOCX}
        _refuse_with_summary({**others, "--columns": wanted, "--per": per})
    if wanted and shared.form in (_CARDS, DOCX):
        refuse("usage.not_together", one="--columns", other=f"--format {shared.form}")
    if cards and not shared.personal:
        refuse("usage.vcf_personal")
    refuse_of_word(shared.form, shared.output, template)
    shared.enter()

    from adhoc_cli.output.views.headcount import HeadcountView
    from adhoc_cli.output.views.members import MembersView
    from adhoc_cli.reports.headcount import count_heads
    from adhoc_cli.reports.members import list_members

    known, fields = lookups.known_statuses(statuses), lookups.known_columns(wanted)
    roster, speaker = shared.open()
    place, bodies = shared.place_in(roster, speaker), shared.bodies_of(roster)
    name = shared.folder_name
    view: HeadcountView | MembersView
    if summary:
        heads = count_heads(roster, region=place, bodies=bodies, statuses=known)
        view = HeadcountView(heads, speaker, folder=name)
    else:
        listed = list_members(roster, region=place, bodies=bodies, statuses=known)
        word = attachment(roster, listed, template, shared) if shared.form == DOCX else b""
        view = MembersView(listed, speaker, folder=name, columns=fields, per=per, word=word)
    return shared.show(view, roster)


def _refuse_with_summary(others: dict[str, object]) -> None:
    """Refuse what has no meaning where people are counted."""
    for name, given in others.items():
        if given:
            refuse("usage.not_together", one="--summary", other=name)
