"""The application object: two front doors, and complete answers held behind one."""

from __future__ import annotations

import os

import django
from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "explainer.settings")
django.setup(set_prefix=False)

from explainer.handlers import Handler, PublicHandler  # noqa: E402 (after the setup)
from glossary.answers import HeldAnswers, Unheld  # noqa: E402
from glossary.doors import Doors  # noqa: E402

django_application = PublicHandler(settings.PUBLIC_MIDDLEWARE, settings.ROOT_URLCONF)
desk_application = Handler(settings.MIDDLEWARE, settings.DESK_URLCONF)
application = Doors(HeldAnswers(django_application), Unheld(desk_application))
