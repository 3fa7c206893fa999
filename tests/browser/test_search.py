"""Search as a reader meets it: typed, pasted, by keyboard, without a result and without a net."""

from playwright.sync_api import expect

TYPED = {
    "how tite": "questions/pressure-and-cuffs/#q17",
    "acl": "questions/after-injury/#q49",
    "pressure calculater": "calculate/pressure/",
    "menopause": "risks/who-should-not/#a59",
}


def test_a_reader_who_types_finds_the_right_place(page):
    page.goto("/learn/")
    field = page.get_by_role("textbox", name="Search")
    field.click()
    for query, place in TYPED.items():
        field.fill("")
        field.press_sequentially(query)
        links = page.locator("[data-part=hits] a")
        page.wait_for_function(
            """(place) => [...document.querySelectorAll("[data-part=hits] a")].slice(0, 2).some(
                ({ href }) => href.endsWith(`/${place}`))""",
            arg=place,
        )
        expect(links.first).to_be_visible()


def test_what_is_pasted_or_dictated_is_searched_without_a_key(page):
    """A menu's paste, and dictation, change the field without any key."""
    page.goto("/")
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.evaluate(
        """(field) => {
            field.value = "thrombosis";
            field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
        }"""
    )
    expect(page.locator("[data-part=hits] a").first).to_be_visible()
    expect(page.locator("[data-part=says]").first).to_contain_text("results")


def test_where_nothing_is_found_there_are_ways_on(page):
    page.goto("/")
    field = page.get_by_role("textbox", name="Search")
    field.click()
    often = page.get_by_role("navigation", name="Often looked for")
    expect(often).to_be_visible()
    field.fill("clot")
    expect(often).to_be_hidden()
    field.fill("xylophone")
    expect(page.get_by_text("Nothing found for “xylophone”")).to_be_visible()
    expect(often.get_by_role("link")).not_to_have_count(0)
    often.get_by_role("link", name="Who should not").click()
    page.wait_for_url("**/risks/who-should-not/")


def looked_up(page, words):
    """Type words by the keyboard alone, and give the field and the first result."""
    page.goto("/")
    field = page.get_by_role("textbox", name="Search")
    field.focus()
    page.keyboard.type(words)
    first = page.locator("[data-part=hits] a").first
    expect(first).to_be_visible()
    return field, first


def test_search_works_by_keyboard_alone(page):
    field, first = looked_up(page, "clot")
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(first).to_be_hidden()
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_visible()
    field.press("Enter")
    page.wait_for_url("**#*")
    expect(page.locator("[data-part=hits] a").first).to_be_hidden()


def test_the_keyboard_stays_among_results_that_others_replace(page):
    field, first = looked_up(page, "blood")
    before = first.get_attribute("href")
    # In one go, as on a slow phone: the last letters are looked up once the reader has gone down.
    field.evaluate("""(field) => {
        field.value = "blood clot";
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        const down = { key: "ArrowDown", bubbles: true, cancelable: true };
        field.dispatchEvent(new KeyboardEvent("keydown", down));
    }""")
    expect(first).not_to_have_attribute("href", before)
    expect(first).to_be_focused()


def test_a_search_that_cannot_be_loaded_says_so_and_tries_again(page, allowed_errors):
    allowed_errors.append("Failed to load resource")
    page.route("**/assets/search/index.json", lambda route: route.abort())
    page.goto("/")
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.fill("clot")
    expect(page.get_by_text("The search could not be loaded")).to_be_visible()
    expect(page.get_by_role("navigation", name="Often looked for")).to_be_visible()
    page.unroute("**/assets/search/index.json")
    field.fill("clots")
    expect(page.locator("[data-part=hits] a").first).to_be_visible()


def test_what_is_looked_for_never_goes_into_an_address(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    field = page.get_by_role("textbox", name="Search")
    field.click()
    field.fill("thrombosis")
    expect(page.locator("[data-part=hits] a").first).to_be_visible()
    assert not [url for url in [*asked, page.url] if "thrombosis" in url]
