"""Running the bot: logs, metrics, menus, and keeping up with changed articles."""
