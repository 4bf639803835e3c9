"""The chapters of the report's page: one file a chapter, each turning the result into blocks."""
