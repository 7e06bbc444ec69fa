"""
Converts public sets of questions into lines that the reader learns from.

A set has a module that knows its format, and nothing else: `convert` takes the set's files and yields lines. What
the sets share is in `documents`, and `catalogue` says from which repository and commit each is made.
"""
