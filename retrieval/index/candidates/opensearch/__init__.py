"""
Candidates in an OpenSearch cluster. Texts and exact scores stay in the database.

`settings` names the cluster, `client` calls it, `errors` says what went wrong, and `store` keeps
and searches the candidates there.
"""
