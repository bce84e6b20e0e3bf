"""A third language: one small module and one line of settings."""
