"""Files: what can be sent, how, and until they are processed."""
