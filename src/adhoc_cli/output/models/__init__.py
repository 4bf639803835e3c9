"""What the commands say in JSON, as pydantic models: `schemas/` is made from them."""
