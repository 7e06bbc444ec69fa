"""Tests of the bot as a separate process, over HTTP, with a Bot API server from another project."""
