"""Text in; terms, spans, dates and quantities out."""
