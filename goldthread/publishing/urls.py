"""Addresses of the public pages."""

from django.urls import URLPattern, path

from goldthread.publishing import views, views_findings

urlpatterns: list[URLPattern] = [
    path("", views.home, name="home"),
    path("plans/", views.plan_list, name="plan"),
    path("plans/<slug:plan>/", views.plan, name="one-plan"),
    path("plans/<slug:plan>/objectives/<slug:ref>/", views.objective, name="objective"),
    path("plans/<slug:plan>/milestones/<slug:ref>/", views.one_milestone, name="milestone"),
    path("measures/", views.measures, name="measures"),
    path("measures/<slug:slug>/", views.one_measure, name="measure"),
    path("measures/<slug:slug>.csv", views.measure_csv, name="measure-csv"),
    path("measures/<slug:slug>.csv-metadata.json", views.measure_csv_metadata, name="measure-csv-metadata"),
    path("reports/", views.report_list, name="reports"),
    path("reports/<slug:round>/", views.report, name="report"),
    path("reports/<slug:round>/publish/", views.publish, name="publish"),
    path("reports/<slug:round>/correct/", views.correct, name="correct"),
    path("reports/<slug:round>/findings/", views_findings.round_findings, name="findings"),
    path("reports/<slug:round>/findings/<slug:fingerprint>/waive/", views_findings.waive, name="waive"),
    path(
        "reports/<slug:round>/findings/<slug:fingerprint>/withdraw/", views_findings.withdraw, name="withdraw-waiver"
    ),
    path(
        "reports/<slug:round>/editions/<int:number>/findings/",
        views_findings.edition_findings,
        name="edition-findings",
    ),
    path("reports/<slug:round>/editions/<int:number>/", views.report, name="edition"),
    path("reports/<slug:round>/editions/<int:number>/<str:name>", views.edition_file, name="edition-file"),
    path("search/", views.search, name="search"),
    path("rules/", views.judging, name="judging"),
    path("data/", views.open_data, name="open-data"),
    path("data/figures.csv", views.all_figures_csv, name="figures-csv"),
    path("data/figures.csv-metadata.json", views.all_figures_csv_metadata, name="figures-csv-metadata"),
]
