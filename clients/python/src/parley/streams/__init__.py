"""Streams of events over as many connections as it takes."""
