"""The bot as a process of its own, over HTTP, against a Bot API server that this project did not write."""
