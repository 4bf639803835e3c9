"""The topics of a report, one file each: a declared table, and what each form says besides it."""
