"""What an operator types. The only code that knows typer, standard output and exit codes."""
