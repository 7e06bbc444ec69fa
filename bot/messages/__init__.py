"""Pure functions from records to messages: text, entities and keyboards."""
