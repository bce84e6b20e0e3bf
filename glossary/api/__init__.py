"""The REST API: shapes and status codes."""
