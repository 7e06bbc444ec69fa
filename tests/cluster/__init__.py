"""A real cluster of OpenSearch on this machine, and what is asked of it: `pytest -m cluster`."""
