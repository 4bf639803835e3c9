"""What an operator asks for, as typed results; nothing here prints."""
