"""Terms of the glossary, in Chromium."""

from playwright.sync_api import expect


def test_a_term_shows_what_it_means_where_it_is_read(page):
    page.goto("/do/first-session/")
    term = page.locator("a.bfr-term").first
    meant = page.locator(f"#{term.get_attribute('aria-describedby')}")
    expect(meant).to_be_hidden()
    words = meant.locator("strong").text_content()
    term.focus()
    page.keyboard.press("Enter")
    note = page.get_by_role("dialog", name=f"Term: {term.inner_text()}")
    expect(note).to_be_focused()
    expect(note).to_contain_text(words)
    expect(note.get_by_role("link", name="More")).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    expect(term).to_be_focused()


def test_without_javascript_a_term_leads_to_its_entry(browser, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto("/do/first-session/")
    term = page.locator("a.bfr-term").first
    slug = term.get_attribute("href").partition("#")[2]
    term.click()
    expect(page.locator(f"#{slug}")).to_be_in_viewport()
    context.close()
