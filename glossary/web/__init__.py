"""The pages: forms, views and what every answer carries for safety."""
