"""Reads questions: words in, a `Query` out."""
