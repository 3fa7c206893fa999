"""The command line: every command, its documented examples, and what it says when it cannot."""

from __future__ import annotations

import importlib
import io
import json
import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NOT_AN_ANSWER, valid_answers

import bfr_rules
from bfr_rules import bridge, cli
from bfr_rules.catalog import CALCULATORS, calculator, cited_keys
from bfr_rules.gate import UNSCREENED
from bfr_rules.screening import NOTHING

SLUGS = [each.slug for each in CALCULATORS]
each_slug = pytest.mark.parametrize("slug", SLUGS)


@pytest.fixture
def run(capsys):
    """Run the command line; give exit status, standard output and standard error."""

    def run(*arguments):
        try:
            status = cli.main(arguments)
        except SystemExit as leaving:
            status = leaving.code
        return status, *capsys.readouterr()

    return run


NOBODY = f"{UNSCREENED} (--standing)\n"


# list, sources, version ---------------------------------------------------------------------------


def test_list_names_every_calculator_and_its_question(run):
    status, out, err = run("list")
    assert (status, err) == (0, "")
    assert [line.split()[0] for line in out.splitlines()] == SLUGS
    assert all(str(each.question) in out for each in CALCULATORS)


def test_sources_lists_every_cited_work_once(run):
    status, out, err = run("sources")
    assert (status, err) == (0, "")
    assert tuple(line.split()[0] for line in out.splitlines()) == cited_keys()
    assert "Patterson et al. 2019" in out
    assert "https://doi.org/" in out


def test_version_is_the_one_of_the_package(run):
    assert run("--version") == (0, f"bfr-rules {bfr_rules.__version__}\n", "")


@pytest.mark.parametrize(
    "arguments", [(), ("answer",), ("ask", "no-such"), ("schema",), ("schema", "x")]
)
def test_an_unknown_command_is_refused_with_usage(run, arguments):
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith("usage: bfr-rules")


# ask ----------------------------------------------------------------------------------------------


def test_answer_is_readable(run):
    status, out, err = run("ask", "training-load", "one_rm=225 lb", "percent_1rm=30")
    assert (status, err) == (0, NOBODY)
    assert out.startswith(
        "Load the bar to 65 lb: 10 lb on each side\n\nAfter rounding this is: 28.9 %"
    )
    assert (
        "Why this answer\n- Your share of the 1RM = 30 % of 225 lb: 67.5 lb [patterson2019, " in out
    )
    assert "\nWhat to do next\n- Before the cuff goes on" in out


def test_band_cautions_and_tables_are_shown(run):
    _, out, _ = run("ask", "one-rm", "method=reserve", "repetitions=6")
    assert "Seven published formulas put it between" in out
    assert "\nCaution: A guess of repetitions left" in out
    _, out, _ = run("ask", "session", "scheme=3x15")
    assert "Every set by the clock\nExercise | Set | Repetitions | Starts | Ends\n" in out


def test_a_stop_shows_what_to_do_and_nothing_else(run):
    status, out, err = run("ask", "rest", "feeling=muscle")
    assert (status, err) == (3, NOBODY)
    assert out.splitlines()[0] == "Go to an emergency department now"
    assert out.count("\n- ") == 2
    assert "Why this answer" not in out


def test_bad_answers_exit_with_two_and_name_every_problem_on_standard_error(run):
    status, out, err = run("ask", "training-load", "one_rm=heavy", "percent_1rm=99", "colour=red")
    assert (status, out) == (2, "")
    assert [line.split(":")[0] for line in err.splitlines()] == ["colour", "one_rm", "percent_1rm"]


def test_json_is_the_response_of_the_bridge(run):
    given = {"load": "60 kg", "repetitions": "10"}
    status, out, err = run("ask", "one-rm", "--json", *(f"{k}={v}" for k, v in given.items()))
    assert (status, err) == (0, NOBODY)
    assert out == bridge.answer(json.dumps({"calculator": "one-rm", "answers": given})) + "\n"


def test_json_with_bad_answers_exits_with_two_and_gives_the_problems(run):
    status, out, _ = run("ask", "one-rm", "--json", "load=x")
    assert status == 2
    assert [each["name"] for each in json.loads(out)["problems"]] == ["load"]


@pytest.mark.parametrize("word", ["one_rm", "=100", ""])
def test_an_answer_without_a_name_is_refused_with_an_example(run, word):
    status, out, err = run("ask", "training-load", word)
    assert (status, out) == (2, "")
    assert f"“{word}” is not of the form name=value, for example one_rm=100" in err


def test_an_answer_may_hold_an_equals_sign_and_half_a_character(run):
    status, out, _ = run("ask", "session", "exercise_1_name=a=b\udce4")
    assert status == 0
    assert "a=b?" in out.encode("utf-8").decode("utf-8")


@each_slug
def test_every_calculator_answers_without_arguments(run, slug):
    status, out, err = run("ask", slug)
    now = bridge.ask(slug, {})
    assert (status, err) == (3 if now.stop else 0, NOBODY if calculator(slug).gated else "")
    assert out.startswith(str(now.headline))


# standing -----------------------------------------------------------------------------------------


HEALTHY = [
    f"{name}={' '.join(value) if isinstance(value, list) else value}"
    for name, value in NOTHING.items()
]


@pytest.fixture
def screened(run, tmp_path):
    """Screen somebody and keep what is printed in a file."""

    def screened(*more):
        names = {each.partition("=")[0] for each in more}
        answers = [each for each in HEALTHY if each.partition("=")[0] not in names]
        _, out, _ = run("ask", "screening", "--json", *answers, *more)
        (tmp_path / "standing.json").write_text(out, "utf-8")
        return str(tmp_path / "standing.json")

    return screened


def test_a_screening_goes_along_and_says_nothing_beside_the_answer(run, screened):
    status, out, err = run("ask", "session", "--standing", screened())
    assert (status, err) == (0, "")
    assert "screened" not in out


def test_a_stop_of_the_screening_ends_with_three_in_words_and_in_json(run, screened):
    file = screened("clots=clot")
    status, out, err = run("ask", "session", "--standing", file)
    assert (status, err, out.splitlines()[0]) == (3, "", "Not without a doctor")
    status, out, _ = run("ask", "session", "--json", "--standing", file)
    assert (status, json.loads(out)["outcome"]["gate"]) == (3, "doctor")


def test_limits_bind_and_are_printed(run, screened):
    file = screened("habits=untrained")
    status, out, err = run("ask", "session", "--standing", file, "exercises=2")
    assert (status, err) == (0, "")
    assert "Caution: Your limit holds: One exercise with the cuff in a session." in out
    assert "Limit: No set to failure, and no test to your limit. [domingos2018, " in out


def test_a_standing_is_read_from_standard_input_too(run, screened, monkeypatch):
    given = Path(screened("clots=clot")).read_text("utf-8")
    for text in (given, json.dumps(json.loads(given)["outcome"]["standing"])):
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        assert run("ask", "rest", "--standing", "-")[0] == 3


def test_a_screening_of_another_day_is_asked_again(run, screened):
    file = screened()
    status, out, _ = run("ask", "session", "--standing", file, "--today", "2126-01-01")
    assert (status, out.splitlines()[0]) == (3, "Screen again")


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "[" * 100_000, '{"level": "fine"}', '"none"', "null"]
)
def test_what_is_no_standing_is_refused_and_says_how_to_make_one(run, tmp_path, text):
    (tmp_path / "file").write_text(text, "utf-8")
    status, out, err = run("ask", "session", "--standing", str(tmp_path / "file"))
    assert (status, out) == (2, "")
    assert "holds no standing. Write one with: bfr-rules ask screening" in err


def test_a_file_that_is_not_there_and_a_day_that_is_none_are_refused(run, tmp_path):
    status, _, err = run("ask", "session", "--standing", str(tmp_path / "none"))
    assert (status, "cannot be read: No such file" in err) == (2, True)
    status, _, err = run("ask", "session", "--today", "tomorrow")
    assert (status, "“tomorrow” is not a date" in err) == (2, True)


# repeats ------------------------------------------------------------------------------------------


def test_ticks_of_a_list_add_up(run):
    _, out, _ = run("ask", "screening", "clots=clot", "clots=family-clot", *HEALTHY[1:-9])
    assert out.splitlines()[0] == "Not without a doctor"
    both = run("ask", "training-load", "plates=kg", "plates_kg=5", "plates_kg=2.5", "one_rm=157.5")
    assert both[1].startswith("Load the bar to 30 kg: 5 kg on each side")


def test_none_of_these_beside_a_tick_is_no_way_past_it(run):
    status, out, err = run("ask", "screening", *HEALTHY, "clots=clot")
    assert (status, out) == (2, "")
    assert "You ticked “none of these” and something else." in err


@pytest.mark.parametrize("word", ["rest_s=60", "exercises=2", "exercise_1_name=Curl"])
def test_any_other_answer_given_twice_is_refused(run, word):
    status, out, err = run("ask", "session", word, word)
    assert (status, out) == (2, "")
    assert "is answered twice" in err


def documented():
    """Find the commands that the package itself shows."""
    parser = cli._parser()
    (commands,) = parser._subparsers._group_actions
    shown = cli.__doc__ + commands.choices["ask"].epilog
    pieces = re.findall(r"bfr-rules (ask .*)|main\((\[.*?\])\)", shown)
    return [piece for pair in pieces for piece in pair if piece]


def test_documented_examples_run(run):
    examples = documented()
    assert len(examples) == 2
    for each in examples:
        words = json.loads(each) if each.startswith("[") else shlex.split(each)
        status, out, err = run(*words)
        assert (status, err) == (0, NOBODY)
        assert out.startswith("Load the bar to 30 kg: 5 kg on each side")


def test_installed_command_and_module_are_the_same():
    command = [sys.executable, "-c", "from bfr_rules.cli import main; raise SystemExit(main())"]
    command += ["ask", "rest", "rest_s=x"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == cli.BAD_ANSWERS
    assert done.stderr.startswith("rest_s: “x” is not a number.")


# terminals and pipes ------------------------------------------------------------------------------

COMMANDS = (
    "list",
    "sources",
    "schema plan",
    "ask training-load",
    "ask plan --json",
    "ask rest rest_s=x",
    "ask session exercise_1_name=🏋️",
    "--help",
)


def started(command, encoding="utf-8", **streams):
    return subprocess.Popen(
        [sys.executable, "-m", "bfr_rules", *command.split()],
        env={**os.environ, "PYTHONIOENCODING": encoding},
        stderr=subprocess.PIPE,
        **streams,
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_terminal_without_these_letters_shows_others(command, encoding):
    with started(command, encoding, stdout=subprocess.PIPE) as process:
        out, err = process.communicate()
    assert process.returncode in {0, cli.BAD_ANSWERS}
    assert b"Traceback" not in err
    shown = out.decode(encoding)
    assert shown or err
    if "--json" in command or "schema" in command:
        with started(command, stdout=subprocess.PIPE) as other:
            assert json.loads(shown) == json.loads(other.communicate()[0])


@pytest.mark.parametrize("command", COMMANDS)
def test_a_pipe_that_is_closed_ends_it_in_silence(command):
    with started(command, stdout=subprocess.PIPE) as process:
        process.stdout.close()
        err = process.stderr.read().decode()
    assert "Traceback" not in err
    assert "BrokenPipe" not in err
    assert process.returncode in {0, cli.BAD_ANSWERS, cli.NOBODY_READS}


def test_nobody_reads_on(monkeypatch, tmp_path):
    with (tmp_path / "out").open("w") as file:

        def closed(_text):
            raise BrokenPipeError

        gone = SimpleNamespace(write=closed, flush=lambda: None, fileno=file.fileno)
        monkeypatch.setattr(sys, "stdout", gone)
        assert cli.main(["list"]) == cli.NOBODY_READS


def test_only_letters_that_cannot_be_written_are_replaced():
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("utf-8", cli.ALIKE)
    assert "25 ≤ Überzug".encode("cp1252", cli.ALIKE) == "25 <= Überzug".encode("cp1252")


def test_the_package_is_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["bfr-rules", "-V"])
    with pytest.raises(SystemExit) as leaving:
        runpy.run_path(Path(cli.__file__).with_name("__main__.py"), run_name="__main__")
    assert leaving.value.code == 0
    assert capsys.readouterr().out == f"bfr-rules {bfr_rules.__version__}\n"
    assert importlib.import_module("bfr_rules.__main__").main is cli.main


def test_json_is_escaped_where_the_terminal_has_not_its_letters(run, monkeypatch):
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(encoding="ascii"))
    assert cli._json({"range": "20–40"}) == r'{"range": "20\u201340"}'


# schema -------------------------------------------------------------------------------------------


def validator(slug):
    return jsonschema.Draft202012Validator(cli.answers_schema(calculator(slug)))


@each_slug
def test_schema_is_json_schema_2020_12(run, slug):
    status, out, err = run("schema", slug)
    assert (status, err) == (0, "")
    schema = json.loads(out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema == cli.answers_schema(calculator(slug))


@each_slug
def test_schema_accepts_every_example_and_the_defaults(slug):
    asked = calculator(slug)
    for example in asked.examples:
        validator(slug).validate(dict(example.given))
    validator(slug).validate({each.name: each.default for each in asked.inputs})


@each_slug
@given(data=st.data())
def test_schema_accepts_what_the_rules_accept(slug, data):
    validator(slug).validate(data.draw(valid_answers(calculator(slug))))


@each_slug
def test_schema_refuses_unknown_questions_and_other_types(slug):
    accepts = validator(slug).is_valid
    assert not accepts({"colour": "red"})
    assert not accepts([])
    for each in calculator(slug).inputs:
        assert not accepts({each.name: None})
        assert not accepts({each.name: {"value": 1}})


@pytest.mark.parametrize(
    ("slug", "answers"),
    [
        ("one-rm", {"method": NOT_AN_ANSWER}),
        ("one-rm", {"repetitions": 13}),
        ("one-rm", {"repetitions": 5.5}),
        ("one-rm", {"load_unit": "stone"}),
        ("training-load", {"percent_1rm": 41}),
        ("training-load", {"percent_1rm": 9.9}),
        ("training-load", {"plates_kg": ["7"]}),
        ("training-load", {"plates_kg": ["20", "20"]}),
        ("session", {"exercises": 2}),
        ("session", {"exercise_1_name": "x" * 41}),
        ("rest", {"sessions_per_week": 0}),
    ],
)
def test_schema_refuses_what_is_plainly_wrong(slug, answers):
    assert not validator(slug).is_valid(answers)


@pytest.mark.parametrize("option", ["--standing", "--today"])
def test_an_option_that_is_there_twice_is_refused(run, option):
    """The last would win unseen: a stop, then a standing of somebody else, would be an answer."""
    status, out, err = run("ask", "session", option, "first", option, "second")
    assert (status, out) == (2, "")
    assert f"“{option}” is there twice, with “first” and “second”" in err
