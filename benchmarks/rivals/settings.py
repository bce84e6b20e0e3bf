"""The settings of the rivals: what ``startproject`` gives, and their tables."""

from benchmarks.settings import *  # noqa: F403
from benchmarks.settings import INSTALLED_APPS

ROOT_URLCONF = "benchmarks.rivals.urls"
WSGI_APPLICATION = "benchmarks.rivals.wsgi.application"
INSTALLED_APPS = [
    *INSTALLED_APPS,
    "django.contrib.sessions",
    "django.contrib.messages",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
REST_FRAMEWORK = {}
