"""Every address of the site, room by room."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("goldthread.publishing.urls")),
    path("", include("goldthread.exchange.urls")),
    path("", include("goldthread.accounts.urls")),
    path("", include("goldthread.ui.urls")),
]
handler400 = "goldthread.ui.views.bad_request"
handler403 = "goldthread.ui.views.forbidden"
handler404 = "goldthread.ui.views.not_found"
handler500 = "goldthread.ui.views.problem"
