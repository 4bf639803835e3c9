"""Files on the disk: whole or not at all, their owner's where they name people, old ones kept."""
