"""`adhoc quota`: seats required, filled, vacant and in excess."""

from adhoc_cli.cli import offices, options, verdict
from adhoc_cli.cli.language import say
from adhoc_cli.cli.refusal import refuse
from adhoc_cli.cli.roster_options import DAY, FOLDERS, RESULT, RosterOptions, roster_command


@roster_command(*FOLDERS, "region", "body", ..., *DAY, "fail_on", *RESULT)
def quota(
    shared: RosterOptions, *, per: options.PerOption = None, short: options.Short = False
) -> int:
    """Count the seats of a roster folder."""
    if shared.several:
        offices.of_one_only({"--region": shared.region, "--per": per, "--short": short})
        return offices.show(shared, ())
    shared.enter()

    from adhoc_cli.output.views.quota import QuotaView
    from adhoc_cli.reports.quota import quota_of

    roster, speaker = shared.open()
    counted = quota_of(
        roster,
        per=per,
        bodies=shared.bodies_of(roster),
        short=short,
        region=shared.place_in(roster, speaker),
    )
    if counted.asks_too_low:
        bodies, unit = ", ".join(counted.left_out), say(f"unit.{counted.left_out_of}")
        refuse("usage.not_counted", bodies=bodies, unit=unit)
    shared.hand_over(QuotaView(counted, speaker, folder=shared.folder_name))
    return verdict.of_seats(counted.vacant + counted.excess, roster, speaker, shared.fail_on)
