"""Views that do behind the public door what only the desk may do."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_protect, ensure_csrf_cookie

from glossary.models import User


def sets_a_cookie(request):
    response = HttpResponse("done")
    response.set_cookie("reader", "1")
    return response


def sets_a_header(request):
    return HttpResponse("done", headers={"Set-Cookie": "reader=1"})


def deletes_a_cookie(request):
    response = HttpResponse("done")
    response.delete_cookie("reader")
    return response


@ensure_csrf_cookie
def asks_for_a_token(request):
    return HttpResponse("done")


@csrf_protect
def makes_a_token(request):
    from django.middleware.csrf import get_token

    return HttpResponse(get_token(request))


def uses_the_session(request):
    request.session["reader"] = 1
    return HttpResponse("done")


def asks_who_is_there(request):
    return HttpResponse(str(request.user.pk))


def signs_in(request):
    login(request, User.objects.create_user("reader"))
    return HttpResponse("done")


def leaves_a_message(request):
    messages.info(request, "Hello")
    return HttpResponse("done")


def reads_cookies(request):
    return HttpResponse(repr(dict(request.COOKIES)))


SETTING = (
    sets_a_cookie,
    sets_a_header,
    deletes_a_cookie,
    asks_for_a_token,
    makes_a_token,
)
TOUCHING = (uses_the_session, asks_who_is_there, signs_in, leaves_a_message)

urlpatterns = [
    path(view.__name__, view, name=view.__name__)
    for view in (*SETTING, *TOUCHING, reads_cookies)
]
