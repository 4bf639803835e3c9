"""Row models, their types, findings and reports: pydantic, no pandas, no files."""
