"""Addresses of this room."""

from django.urls import URLPattern, path

from goldthread.accounts import views

urlpatterns: list[URLPattern] = [
    path("sign-in/", views.sign_in, name="sign-in"),
    path("sign-out/", views.sign_out, name="sign-out"),
    path("account/", views.account, name="account"),
    path("roles/", views.roles, name="roles"),
]
