"""Draws the pictures of conversations in the README."""
