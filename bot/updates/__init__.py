"""How updates arrive: polling or webhook, order, limits, retries, confirmation."""
