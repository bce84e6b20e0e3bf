"""Database migrations, named for what they do."""
