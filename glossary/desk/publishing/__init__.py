"""From what is approved to what readers see, and back."""

from glossary.desk.publishing import erasing

ROUTES = (*erasing.ROUTES,)
ways = erasing.ways
