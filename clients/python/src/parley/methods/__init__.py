"""Methods of the dialects, made by generate.py."""
