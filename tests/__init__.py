"""The tests. A slow machine is no failure, so properties have no deadline."""

from hypothesis import settings

settings.register_profile("patient", deadline=None, max_examples=50)
settings.load_profile("patient")
