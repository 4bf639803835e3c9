"""One self-contained page: what stands on it (`page`), its pictures, and the file it becomes."""
