"""Django's backend for SQLite, which notices that another file has taken the place."""
