"""The languages of the bot: catalogues of sentences, dates and numbers."""
