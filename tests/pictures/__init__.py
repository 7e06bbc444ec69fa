"""The pictures of conversations in the README."""
