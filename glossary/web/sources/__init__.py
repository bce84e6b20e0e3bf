"""The documents that entries rest on, and the texts of those that may be shown."""
