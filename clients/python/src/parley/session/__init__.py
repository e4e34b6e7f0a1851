"""Who is asking: keys, and people who log in."""
