"""An app sends a text, or finds terms in it by itself."""
