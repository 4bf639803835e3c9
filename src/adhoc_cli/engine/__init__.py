"""How rules run, never which: order, gate, isolate a crash, count, sample."""
