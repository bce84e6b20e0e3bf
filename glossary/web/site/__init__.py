"""Pages about the site: home, help, how it is made, what it keeps, its API."""
