"""Facts' readings held against clauses: who acts, whether it is banned, which value the words carry."""
