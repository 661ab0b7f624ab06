"""How the two databases came to be what they are: numbered, named steps. `kompas migrate` runs them."""
