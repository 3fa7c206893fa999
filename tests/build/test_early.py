"""A calculator's page starts Python from its head, before its scripts have come."""

import json

from calculators.build import early
from calculators.build.headers import FIRST


def test_only_a_calculators_page_starts_python_in_its_head(tmp_path):
    runtime = {"base": "../../assets/runtime/0/", "files": {"<": 1}}
    told = json.dumps(runtime).replace('"', "&#34;").replace("<", "&lt;")
    for name in ("calculate/rest", "learn/rest"):
        (tmp_path / name).mkdir(parents=True)
        body = f'<bfr-calculator slug="rest" data-runtime="{told}">'
        (tmp_path / name / "index.html").write_text(f"<head>{FIRST}</head>{body}", "utf-8")
    early.write(tmp_path)
    head = (tmp_path / "calculate/rest/index.html").read_text("utf-8").partition("</head>")[0]
    said = head.partition('id="bfr-runtime">')[2].partition("</script>")[0]
    assert json.loads(said) == runtime
    assert "<" not in said
    assert "new Worker(" in head
    assert "new Worker(" not in (tmp_path / "learn/rest/index.html").read_text("utf-8")
