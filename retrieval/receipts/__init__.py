"""Receipts: keep earlier versions of articles, and verify what a receipt says."""
