"""One file a command. A file is only imported when its command is called."""
