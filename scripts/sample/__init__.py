"""The parts of make_sample: real places, invented people, the clean roster, the plants."""
