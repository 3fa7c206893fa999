"""The command line: every command, its documented examples, and what it says when it cannot."""

from __future__ import annotations

import importlib
import io
import json
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import jsonschema
import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st
from strategies import NOT_AN_ANSWER, valid_answers

import bfr_rules
from bfr_rules import bridge, cli
from bfr_rules.catalog import CALCULATORS, calculator, cited_keys
from bfr_rules.cli import completion, letters
from bfr_rules.gate import SCREEN_FIRST, UNSCREENED
from bfr_rules.schema import answers_schema, outcome_schema
from bfr_rules.screening.declaration import NOTHING
from bfr_rules.standing import Level, Standing
from bfr_rules.text import Text

SLUGS = [each.slug for each in CALCULATORS]
UNASKED = Standing(Level.UNSCREENED, Text("Nobody was asked"))
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
    answers = {"load": "60 kg", "repetitions": "10"}
    status, out, err = run("ask", "one-rm", "--json", *(f"{k}={v}" for k, v in answers.items()))
    assert (status, err) == (0, NOBODY)
    asked = {"calculator": "one-rm", "answers": answers, "standing": {"level": "unscreened"}}
    assert out == bridge.answer(json.dumps(asked)) + "\n"


def test_json_with_bad_answers_exits_with_two_and_gives_the_problems(run):
    status, out, _ = run("ask", "one-rm", "--json", "load=x")
    assert status == 2
    assert [each["name"] for each in json.loads(out)["problems"]] == ["load"]


def test_what_the_site_keeps_from_an_unscreened_reader_this_keeps_too(run):
    """A measured AOP makes a pressure: not before a screening, whatever is typed."""
    for slug in ("pressure", "plan"):
        status, out, err = run("ask", slug, *(["aop_mmhg=187"] if slug == "pressure" else []))
        assert (status, err) == (3, NOBODY)
        assert out.splitlines()[0] == str(SCREEN_FIRST.headline)
        assert "mmHg" not in out


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
    now = bridge.ask(slug, {}, UNASKED)
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
    shown = cli.__doc__ + commands.choices["ask"].epilog.partition("\n")[0]
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


# help, files, other ways in and out ---------------------------------------------------------------


@each_slug
def test_help_of_a_calculator_lists_every_question_with_what_may_be_chosen(run, slug):
    status, out, err = run("ask", slug, "--help")
    assert (status, err) == (0, "")
    assert str(calculator(slug).question) in out
    words = out.split()
    for each in calculator(slug).inputs:
        assert f"\n  {each.name}\n" in out
        assert {option.value for option in each.options} <= set(words)
    assert "3  after a stop" in out


def test_list_and_sources_as_json(run):
    assert [each["slug"] for each in json.loads(run("list", "--json")[1])] == SLUGS
    works = json.loads(run("sources", "--json")[1])
    assert tuple(each["key"] for each in works) == cited_keys()
    assert set(works[0]) == {"key", "short", "title", "year", "url"}
    assert json.loads(run("schema", "rest", "--json")[1]) == answers_schema(calculator("rest"))
    assert json.loads(run("schema", "rest", "--outcome")[1]) == outcome_schema()


LOAD = {"one_rm": 100, "percent_1rm": 30, "plates": "kg", "plates_kg": ["5", "2.5"]}


@pytest.mark.parametrize(
    "text", [json.dumps(LOAD), "one_rm=100\n\n percent_1rm=30\nplates=kg\nplates_kg=5 2.5\n"]
)
@pytest.mark.parametrize("words", [["-"], ["--answers", "-"], ["--answers", "FILE"]])
def test_answers_come_from_standard_input_or_a_file_as_json_or_lines(
    run, monkeypatch, tmp_path, text, words
):
    (tmp_path / "answers").write_text(text, "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    words = [str(tmp_path / "answers") if each == "FILE" else each for each in words]
    status, out, _ = run("ask", "training-load", *words)
    assert (status, out.splitlines()[0]) == (0, "Load the bar to 30 kg: 5 kg on each side")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('{"rest_s": 30, "rest_s": 60}', "“rest_s” is answered twice, with “30” and “60”"),
        ('{"rest_s": true}', "“rest_s” has an answer of another kind"),
        ('{"rest_s": null}', "“rest_s” has an answer of another kind"),
        ('{"rest_s": {"s": 30}}', "“rest_s” has an answer of another kind"),
        ('{"rest_s": [30]}', "“rest_s” has an answer of another kind"),
        ("[]", "the answers are a list"),
        ('{"rest_s": ', "the answers are not JSON"),
        ('{"rest_s": ' + "[" * 100_000, "the answers open too many brackets"),
        ("rest_s", "“rest_s” is not of the form name=value"),
    ],
)
def test_answers_that_cannot_be_read_are_refused_with_what_to_write(run, monkeypatch, text, says):
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    status, out, err = run("ask", "rest", "-")
    assert (status, out) == (2, "")
    assert says in err


def test_ticks_from_a_file_and_from_words_add_up_and_other_answers_do_not(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO('{"clots": ["family-clot"], "age": 30}'))
    out = run("ask", "screening", "-", "clots=clot", *HEALTHY[1:-9])[1]
    assert out.splitlines()[0] == "Not without a doctor"
    monkeypatch.setattr("sys.stdin", io.StringIO('{"age": 30}'))
    status, _, err = run("ask", "screening", "-", "age=31")
    assert (status, "“age” is answered twice" in err) == (2, True)


def test_standard_input_is_read_for_one_thing_alone(run):
    for words in (["-", "-"], ["-", "--standing", "-"], ["--answers", "-", "--standing", "-"]):
        status, out, err = run("ask", "rest", *words)
        assert (status, out) == (2, "")
        assert "standard input can be read once" in err


def test_a_file_that_is_no_text_is_refused(run, tmp_path):
    (tmp_path / "answers").write_bytes(b"\xff\xfe")
    status, _, err = run("ask", "rest", "--answers", str(tmp_path / "answers"))
    assert (status, "is not text in UTF-8" in err) == (2, True)


@pytest.mark.parametrize(
    ("name", "made"),
    [("mine.ics", "plan.ics"), ("MINE.CSV", "plan.csv"), ("plan-semicolon.csv",) * 2],
)
def test_output_keeps_a_file_of_the_plan_byte_for_byte(run, screened, tmp_path, name, made):
    words = ("ask", "plan", "--standing", screened())
    status, out, _ = run(*words, "--json", "-o", str(tmp_path / name))
    files = {each["name"]: each["text"] for each in json.loads(out)["outcome"]["files"]}
    assert status == 0
    assert (tmp_path / name).read_bytes() == files[made].encode()


def test_output_keeps_the_tables_of_any_answer_with_what_holds_for_it(run, screened, tmp_path):
    kept = tmp_path / "session.csv"
    status, _, _ = run(
        "ask", "session", "--standing", screened("habits=untrained"), "--output", str(kept)
    )
    text = kept.read_text("utf-8-sig")
    assert status == 0
    assert '"Exercise","Set","Repetitions","Starts","Ends"' in text
    assert '"Limit: One exercise with the cuff in a session."' in text
    run("ask", "session", "--output", str(kept))
    assert f'"{UNSCREENED}"' in kept.read_text("utf-8-sig")


def test_output_after_a_stop_keeps_nothing(run, tmp_path):
    assert run("ask", "plan", "-o", str(tmp_path / "plan.ics"))[0] == 3
    assert not list(tmp_path.iterdir())


def test_output_that_cannot_be_written_or_is_not_there_is_refused_before_the_answer(
    run, screened, tmp_path
):
    file = screened()
    for slug, name, says in (
        ("rest", "rest.ics", "this answer has no file for"),
        ("plan", "plan.pdf", "should end in .csv or .ics or .json"),
        ("session", "session", "should end in .csv"),
        ("plan", "no/such/folder.ics", "cannot be written: No such file"),
    ):
        status, out, err = run("ask", slug, "--standing", file, "-o", str(tmp_path / name))
        assert (status, out) == (2, "")
        assert says in err


# completion ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("bfr-rules s", ["schema", "sources"]),
        ("bfr-rules completion z", ["zsh"]),
        ("bfr-rules schema pressure", ["pressure", "pressure-explorer"]),
        ("bfr-rules ask rest rest_s=30 r", []),
        ("bfr-rules ask rest gui", ["guided="]),
        ("bfr-rules ask rest guided=", ["guided=no", "guided=yes"]),
        ("bfr-rules ask one-rm load_unit=", ["load_unit=kg", "load_unit=lb"]),
        ("bfr-rules ask rest --st", ["--standing"]),
        ("bfr-rules list ", []),
        ("bfr-rules ask no-such x", []),
    ],
)
def test_completion_offers_what_may_be_typed_next(run, line, found):
    assert run("complete", line) == (0, "".join(f"{each}\n" for each in found), "")


@pytest.mark.parametrize("shell", completion.SHELLS)
def test_completion_is_a_script_that_its_shell_can_read(run, shell):
    status, out, _ = run("completion", shell)
    assert (status, "bfr-rules complete" in out) == (0, True)
    if which := shutil.which(shell):
        subprocess.run([which, "-n"], input=out, text=True, check=True)


def test_bash_completes_names_and_what_stands_behind_the_equals_sign():
    offered = {
        "bfr-rules ask pressure lim": "limb=",
        "bfr-rules ask pressure limb=a": "arm",
        "bfr-rules as": "ask",
    }
    for line, word in offered.items():
        script = completion.SHELLS["bash"] + (
            "compopt() { :; }\n"
            f"COMP_LINE={shlex.quote(line)} COMP_POINT={len(line)} _bfr_rules\n"
            'echo "${COMPREPLY[@]}"'
        )
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", script],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PATH": path, "COMP_WORDBREAKS": " ="},
        )
        assert done.stdout.strip() == word, done.stderr


# terminals and pipes ------------------------------------------------------------------------------

COMMANDS = (
    "list --json",
    "list",
    "sources",
    "schema plan",
    "ask training-load",
    "ask session --json",
    "ask rest rest_s=x",
    "ask session exercise_1_name=🏋️",
    "--help",
    "ask screening --help",
    "completion zsh",
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
        b"\xff".decode("utf-8", letters.ALIKE)
    assert "25 ≤ Überzug".encode("cp1252", letters.ALIKE) == "25 <= Überzug".encode("cp1252")


def test_the_package_is_the_command(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["bfr-rules", "-V"])
    with pytest.raises(SystemExit) as leaving:
        runpy.run_path(Path(bfr_rules.__file__).with_name("__main__.py"), run_name="__main__")
    assert leaving.value.code == 0
    assert capsys.readouterr().out == f"bfr-rules {bfr_rules.__version__}\n"
    assert importlib.import_module("bfr_rules.__main__").main is cli.main


def test_json_is_escaped_where_the_terminal_has_not_its_letters(run, monkeypatch):
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(encoding="ascii"))
    assert letters.as_json({"range": "20–40"}) == r'{"range": "20\u201340"}'


# schema -------------------------------------------------------------------------------------------


def validator(slug):
    return jsonschema.Draft202012Validator(answers_schema(calculator(slug)))


@each_slug
def test_schema_is_json_schema_2020_12(run, slug):
    status, out, err = run("schema", slug)
    assert (status, err) == (0, "")
    schema = json.loads(out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema == answers_schema(calculator(slug))


@each_slug
def test_schema_accepts_every_example_and_the_defaults(slug):
    asked = calculator(slug)
    for example in asked.examples:
        validator(slug).validate(dict(example.given))
    validator(slug).validate({each.name: each.default for each in asked.inputs})


@each_slug
@given_any(data=st.data())
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
