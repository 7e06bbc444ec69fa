"""Languages as data: one module each."""
