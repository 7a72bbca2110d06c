"""Addresses of this room."""

from django.urls import URLPattern, path

from goldthread.ui import views

urlpatterns: list[URLPattern] = [
    path("accessibility/", views.accessibility, name="accessibility"),
    path("healthz", views.healthy, name="healthy"),
]
