"""Makes Python of OpenAPI documents; see `generate.py`."""
