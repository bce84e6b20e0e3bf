"""The glossary: entries, review, publishing, search, pages and the REST API."""
