"""How the desk is set up: who comes in, for how long, and with which cookies.

All of Django's settings about sessions, forms and accounts are the desk's, since
nothing behind the public door has any of them (decision 21).
"""

from glossary import doors

DESK_URLCONF = "explainer.desk_urls"

# Django's own checks look here, and so do packages that sign people in: it is the
# list of the door that has something to protect.
MIDDLEWARE = [
    "glossary.desk.safety.DeskSafetyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "glossary.desk.safety.InPrivateMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "glossary.desk.fair_use.FairUseMiddleware",
    "glossary.desk.own_host.OwnHostMiddleware",
    "glossary.desk.speaking.LanguageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "glossary.desk.sessions.EndingMiddleware",
    "glossary.desk.sessions.SignInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
X_FRAME_OPTIONS = "DENY"

# No browser sends these cookies to a public address.
SESSION_COOKIE_NAME = "desk"
SESSION_COOKIE_PATH = doors.PREFIX
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "desk-form"
CSRF_COOKIE_PATH = doors.PREFIX
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # as long as the browser is open
CSRF_FAILURE_VIEW = "glossary.desk.errors.form_refused"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# An entry with sixty names and as many sources has some three thousand fields. Django
# has one limit for both doors: behind the public one bodies are small (serving.sizes).
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# A session ends when nobody has used it for an hour, when the browser is closed, and
# after a working day in any case.
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
LONGEST_SESSION = 12 * 60 * 60
PASSWORD_RESET_TIMEOUT = 24 * 60 * 60  # for which an invitation holds
LOGIN_URL = LOGIN_REDIRECT_URL = doors.PREFIX

# Some come in with a password alone, so it is long (NIST SP 800-63B-4).
_VALIDATORS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATORS}.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": f"{_VALIDATORS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATORS}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATORS}.NumericPasswordValidator"},
]
