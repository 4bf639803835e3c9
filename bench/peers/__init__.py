"""The same counts by hand, with other tools: what `adhoc check` is measured against."""
