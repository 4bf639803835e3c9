"""The bundled reference of places, and resolving a kabupaten from a code or a name."""
