"""The application object: Django, with complete public answers held in front."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "explainer.settings")

django_application = get_wsgi_application()

from glossary.answers import HeldAnswers  # noqa: E402  (settings must be ready)

application = HeldAnswers(django_application)
