"""Sheets to fill in: one file a form, each turning the same pages into bytes."""
