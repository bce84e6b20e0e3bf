"""Django's backend for PostgreSQL, for which nobody waits too long."""
