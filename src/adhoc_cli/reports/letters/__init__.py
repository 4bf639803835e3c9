"""Draft texts about a vacancy, from templates that an office can word itself: `write.Writer`."""
