"""Ways to an entry: A to Z, topics, search, the map."""
