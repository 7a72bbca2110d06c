"""Every fault of a bundle has its place and a sentence that says the remedy; then nothing is imported."""

import json
from typing import Any

import pytest

from goldthread.accounts.models import User
from goldthread.exchange.actions import import_from_command_line
from goldthread.exchange.problems import BundleProblems
from goldthread.plan.models import Measure
from tests.exchange.bundles import MEASURE, NOW, RETURN, a_bundle, changed, without

pytestmark = pytest.mark.django_db
OBJECTIVE = ("plans", 0, "objectives", 0)
AT_MEASURE = "plans[0].objectives[0].measures[0]"
AT_RETURN = "rounds[0].returns[0]"
FORMS = (
    "Write a form like 2023/24, 2023/24 Q3, 2023/24 academic year, Autumn term 2023, 2024, March 2024, 31 March 2024."
)


def problems(bundle: str | bytes | dict[str, Any]) -> list[str]:
    """Return what is wrong with a bundle that must leave nothing behind."""
    text = bundle if isinstance(bundle, str | bytes) else json.dumps(bundle)
    with pytest.raises(BundleProblems) as found:
        import_from_command_line(bundle=text, at=NOW)
    assert not User.objects.exists()
    assert not Measure.objects.exists()
    return [str(problem) for problem in found.value.problems]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("not json", "line 1, column 1: Expecting value"),
        ("", "line 1, column 1: Expecting value"),
        ("[1]", "it does not begin with “{”"),
        (b"\xff\xfe{", "its text is not UTF-8"),
        ('{"a": NaN}', "NaN is not a value of JSON"),
        ("[" * 100_000, "it is nested too deeply"),
    ],
)
def test_what_is_not_json_is_refused(text: str | bytes, why: str) -> None:
    assert problems(text) == [f"The file is not JSON: {why}. Choose a file that goldthread export wrote."]


def test_a_field_that_stands_twice_is_refused() -> None:
    text = '{"format": "goldthread-bundle", "version": 1, "version": 1}'

    assert problems(text) == ["The field “version” stands twice in one group. Keep one of the two."]


@pytest.mark.parametrize(
    ("bundle", "message"),
    [
        ({}, "format: It says nothing, not “goldthread-bundle”. Choose a file that goldthread export wrote."),
        (
            a_bundle(format="spreadsheet"),
            "format: It says “spreadsheet”, not “goldthread-bundle”. Choose a file that goldthread export wrote.",
        ),
        (
            a_bundle(version=2),
            "version: The bundle is of version “2”, and this Goldthread reads version 1. "
            "Export it again with a Goldthread of this version, or install the one that wrote it.",
        ),
        (
            without("version"),
            "version: No version is stated, and this Goldthread reads version 1. "
            "Export it again with a Goldthread of this version, or install the one that wrote it.",
        ),
    ],
)
def test_a_bundle_of_another_kind_or_version_is_refused(bundle: dict[str, Any], message: str) -> None:
    assert problems(bundle) == [message]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        ("abc", '“abc” is not a number. Write digits as text, such as "92.5".'),
        ("1,000", '“1,000” is not a number. Write digits as text, such as "92.5".'),
        ("NaN", '“NaN” is not a number. Write digits as text, such as "92.5".'),
        ("", '“” is not a number. Write digits as text, such as "92.5".'),
        (92.5, '92.5 stands without quotes. Write it as text, "92.5", to keep its printed places.'),
    ],
)
def test_a_value_that_is_no_decimal_text_is_refused(value: Any, sentence: str) -> None:
    bundle = changed(*RETURN, "current", "value", to=value)

    assert problems(bundle) == [f"{AT_RETURN}.current.value: {sentence}"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"status": "not reported"},
            "The figure is 92.250, but its status says “not reported”. Remove one of the two.",
        ),
        ({"numerator": "4"}, "A numerator and a denominator come together. Give both or neither."),
        ({"numerator": "4", "denominator": "0"}, "The denominator is 0. It must be above zero."),
        ({"value": None}, "A provisional figure needs a value. Enter it, or say why there is none."),
    ],
)
def test_an_impossible_figure_is_refused(changes: dict[str, Any], sentence: str) -> None:
    figure = a_bundle()["rounds"][0]["returns"][0]["current"] | changes

    assert problems(changed(*RETURN, "current", to=figure)) == [f"{AT_RETURN}.current: {sentence}"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"value": None}, "A target in state “number” needs a value."),
        ({"state": "range"}, "A target in state “range” has no value."),
        (
            {"state": "range", "value": None, "low": "9", "high": "2"},
            "The range runs from 9 down to 2. Put the lower end first.",
        ),
        ({"year": "2023/24 Q1"}, "A target is for a year, and “2023/24 Q1” is not one that can be reported."),
    ],
)
def test_an_impossible_target_is_refused(changes: dict[str, Any], sentence: str) -> None:
    target = {"year": "2023/24", "state": "number", "value": "95"} | changes

    assert problems(changed(*MEASURE, "targets", to=[target])) == [f"{AT_MEASURE}.targets[0]: {sentence}"]


@pytest.mark.parametrize(
    ("bundle", "message"),
    [
        (
            changed(*MEASURE, "measure", to="repair"),
            f"{AT_MEASURE}.measure: “repair” is not a measure. Did you mean “repairs”?",
        ),
        (
            changed(*RETURN, "ref", to="HOU01 11"),
            f"{AT_RETURN}.ref: “HOU01 11” is not a measure of plan “2023-24”. Did you mean “HOU01 01”?",
        ),
        (
            changed("rounds", 0, "milestone_returns", 0, "ref", to="HOU01b"),
            "rounds[0].milestone_returns[0].ref: “HOU01b” is not a milestone of plan “2023-24”. "
            "Did you mean “HOU01a”?",
        ),
        (
            changed(*RETURN, "ref", to="HOU01 02"),
            "rounds[0].returns[1].ref: “HOU01 02” stands at rounds[0].returns[0] already. "
            "A round has one return for each.",
        ),
        (
            changed(*MEASURE, "source", to={"document": "packs", "line": 1}),
            f"{AT_MEASURE}.source.document: “packs” is not a listed document. Did you mean “pack”?",
        ),
        (
            changed(*MEASURE, "source", "line", to=0),
            f"{AT_MEASURE}.source.line: “0” is too low: it must be 1 or more.",
        ),
        (
            changed(*MEASURE, "source", "line", to="12"),
            f"{AT_MEASURE}.source.line: “12” is not a whole number. Write it without quotes, such as 12.",
        ),
        (
            changed(*OBJECTIVE, "priorities", to=["P2"]),
            "plans[0].objectives[0].priorities[0]: “P2” is not a priority of this plan. There are: P1.",
        ),
        (
            changed(*OBJECTIVE, "areas", to=[4]),
            "plans[0].objectives[0].areas[0]: “4” is not an area of focus of this plan. There are: 3.",
        ),
        (
            changed("rounds", 0, "plan", to="2023-25"),
            "rounds[0].plan: “2023-25” is not a plan. Did you mean “2023-24”?",
        ),
        (
            changed("council", "units", 1, "parent", to="Peoples"),
            "council.units[1].parent: “Peoples” is not a part of the council listed before. Did you mean “People”?",
        ),
    ],
)
def test_what_is_named_must_exist(bundle: dict[str, Any], message: str) -> None:
    assert problems(bundle) == [message]


@pytest.mark.parametrize(
    ("bundle", "message"),
    [
        (
            changed(*OBJECTIVE, "milestones", to=a_bundle()["plans"][0]["objectives"][0]["milestones"] * 2),
            "plans[0].objectives[0].milestones[1].ref: “HOU01a” stands at plans[0].objectives[0].milestones[0] "
            "already. Number the second with “occurrence”.",
        ),
        (
            changed("rounds", to=a_bundle()["rounds"] * 2),
            "rounds[1].period: “2023/24 Q3” stands at rounds[0] already. Keep one of the two.",
        ),
        (
            changed(
                *MEASURE, "actuals", to=[{"period": form, "status": "suppressed"} for form in ("21/22", "2021/22")]
            ),
            f"{AT_MEASURE}.actuals[1].period: “2021/22” stands at {AT_MEASURE}.actuals[0] already. "
            "Keep one of the two.",
        ),
        (
            changed(*MEASURE, "targets", to=[{"year": form, "state": "not set"} for form in ("23/24", "2023/24")]),
            f"{AT_MEASURE}.targets[0].replaced_at: Two targets for 2023/24 stand. "
            "Say when this one was replaced: the moment the next was set.",
        ),
        (
            changed(*RETURN, "current", "parts", to=[{"label": "A", "value": "1", "unit": "count"}] * 2),
            f"{AT_RETURN}.current.parts[1].label: “A” stands at {AT_RETURN}.current.parts[0] already. "
            "Keep one of the two.",
        ),
    ],
)
def test_what_stands_twice_is_refused(bundle: dict[str, Any], message: str) -> None:
    assert problems(bundle) == [message]


@pytest.mark.parametrize(
    ("bundle", "message"),
    [
        (
            changed("measures", 0, "unit", to="percents"),
            "measures[0].unit: “percents” is not known here. Did you mean “percent”? Choose one of: "
            "count, percent, rate per 10,000, rate, £, £'000, days, hours, score.",
        ),
        (changed("measures", 0, "title", to=""), "measures[0].title: “” is empty. Enter it."),
        (changed("measures", 0, "title", to=5), "measures[0].title: “5” is not text. Write it between quotes."),
        (
            changed("measures", 0, "title", to="a\x00b"),
            "measures[0].title: It holds the control character U+0000. Remove it.",
        ),
        (
            changed("council", "name", to="\ud800"),
            "council.name: It holds the control character U+D800. Remove it.",
        ),
        (
            changed("measures", 0, "total_of_parts", to="yes"),
            "measures[0].total_of_parts: “yes” is not true or false. Write one of them without quotes.",
        ),
        (
            changed("measures", 0, "tolerance", to={"kind": "share", "value": "-1"}),
            "measures[0].tolerance: The tolerance is -1. It must be a number, zero or more.",
        ),
        (
            changed("rounds", 0, "period", to="Q5 23/24"),
            "rounds[0].period: “Q5 23/24” is not a period: there is no quarter 5: quarters are numbered 1 to 4. "
            f"{FORMS}",
        ),
        (
            changed("rounds", 0, "meeting", to="15/07/2024"),
            "rounds[0].meeting: “15/07/2024” is not a date. Write year, month and day, such as 2023-12-31.",
        ),
        (
            changed("rounds", 0, "meeting", to="2024-02-30"),
            "rounds[0].meeting: “2024-02-30” is not a day of the calendar. Check the month and the day.",
        ),
        (
            changed("plans", 0, "last_year", to="2022/23"),
            "plans[0]: The plan runs from 2023/24 back to 2022/23. Put the first first.",
        ),
        (
            changed(*RETURN, "comentary", to="Better."),
            f"{AT_RETURN}.comentary: The bundle has no such field here. Did you mean “commentary”?",
        ),
        (without(*RETURN, "current"), f"{AT_RETURN}.current: It is missing. It says: This period's figure."),
    ],
)
def test_a_field_of_another_kind_is_refused(bundle: dict[str, Any], message: str) -> None:
    assert problems(bundle) == [message]


def test_every_problem_is_listed_at_once() -> None:
    bundle = changed(*RETURN, "current", "value", to="abc")
    bundle["measures"][1]["polarity"] = "lower"
    bundle["rounds"][0]["returns"][1]["ref"] = "HOU01 99"
    bundle["plans"][0]["objectives"][0]["measures"][0]["targets"][0]["value"] = None

    assert [problem.split(":")[0] for problem in problems(bundle)] == [
        "measures[1].polarity",
        f"{AT_MEASURE}.targets[0]",
        f"{AT_RETURN}.current.value",
        "rounds[0].returns[1].ref",
    ]


def test_a_file_of_an_edition_that_was_changed_is_refused() -> None:
    file = {"format": "pdf", "sha256": "0" * 64, "content": "eA=="}
    edition = {"number": 1, "published_at": "2024-07-15T12:00:00+00:00", "checksum": "0" * 64, "files": [file]}

    found = problems(changed("rounds", 0, "editions", to=[edition]))

    assert found == [
        "rounds[0].editions[0].files[0]: The pdf file has the checksum "
        "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881, but "
        f"{'0' * 64} is stated. The file was changed or cut short: export the bundle again."
    ]
