"""An article in two versions, as the reader learns from."""

FERRY = """title: Ferry strike enters second week
date: 2031-05-12
kind: local news

The strike began {1:after the operator cut night pay|a day before the operator cut night pay}, the harbour office said.

“We will not sail {2:until the rota is withdrawn|while the rota is discussed},” said Ana Dreyer.
---
1 | why | after the operator cut night pay | - | what made the crews walk out
2 | what | until the rota is withdrawn | while the rota is discussed | how long will they stay ashore
"""
