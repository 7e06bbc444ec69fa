"""Tests with a real OpenSearch cluster on this machine: `pytest -m cluster`."""
