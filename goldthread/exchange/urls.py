"""Addresses of the review of uploaded papers."""

from django.urls import URLPattern, path

from goldthread.exchange import views, views_template

urlpatterns: list[URLPattern] = [
    path("imports/", views.imports, name="imports"),
    path("imports/template/", views_template.template, name="import-template"),
    path("imports/template/workbook/", views_template.template_workbook, name="import-template-workbook"),
    path("imports/template/returned/<int:pk>/", views_template.returned_workbook, name="import-template-returned"),
    path("imports/<int:pk>/", views.one_import, name="import"),
    path("imports/<int:pk>/destination/", views.destination, name="import-destination"),
    path("imports/<int:pk>/rows/", views.rows, name="import-rows"),
    path("imports/<int:pk>/rows/<int:place>/", views.row, name="import-row"),
    path("imports/<int:pk>/measures/", views.measures, name="import-measures"),
    path("imports/<int:pk>/trial/", views.trial, name="import-trial"),
    path("imports/<int:pk>/not-recognised/", views.not_recognised, name="import-not-recognised"),
    path("imports/<int:pk>/original/", views.original, name="import-original"),
    path("imports/<int:pk>/put-aside/", views.put_aside, name="import-put-aside"),
]
