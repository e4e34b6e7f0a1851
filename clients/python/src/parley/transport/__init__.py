"""Requests: connections, time limits, retries, failures."""
