"""Readers of article files: one small module per format, each of which yields `Article`s."""
