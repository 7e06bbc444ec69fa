"""Add articles to a folder and remove them."""
