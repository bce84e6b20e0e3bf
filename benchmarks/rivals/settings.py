"""The settings of the rivals: what ``startproject`` gives, their tables, and JSON."""

from benchmarks.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.rivals.urls"
WSGI_APPLICATION = "benchmarks.rivals.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
# Browsers get JSON too, not a page about it: that would take thrice as long.
REST_FRAMEWORK = {"DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"]}
