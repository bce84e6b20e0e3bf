"""The people who work on the glossary. Readers have no account."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody who writes, reviews or publishes.

    A model of our own from the first migration on, as Django advises: it cannot
    be put in later without pain.
    """
