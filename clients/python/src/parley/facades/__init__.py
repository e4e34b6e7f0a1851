"""Clients whose calls were published before."""
