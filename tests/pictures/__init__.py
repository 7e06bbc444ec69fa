"""The README's pictures of a conversation."""
