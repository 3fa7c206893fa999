/* <bfr-embed calculator="training-load" theme="dark" answers="percent_1rm=30" locked="percent_1rm">
   shows a calculator of the guide in your page, as high as it is. */
(() => {
  const script = document.currentScript ?? document.querySelector("script[src$='/embed.js']");
  const guide = new URL(".", /** @type {HTMLScriptElement} */ (script).src);

  class BfrEmbed extends HTMLElement {
    static observedAttributes = ["calculator", "theme", "answers", "locked"];
    #frame = document.createElement("iframe");

    connectedCallback() {
      const frame = this.#frame;
      frame.title = this.getAttribute("title") ?? "Calculator";
      frame.loading = "lazy";
      frame.allow = "clipboard-write";
      frame.style.cssText = "display:block;width:100%;height:40rem;border:0";
      this.attributeChangedCallback();
      this.replaceChildren(frame);
      addEventListener("message", this);
    }

    disconnectedCallback() {
      removeEventListener("message", this);
    }

    attributeChangedCallback() {
      /** @param {string} name */
      const said = (name) => this.getAttribute(name) ?? "";
      const slug = said("calculator");
      const page = new URL(`embed/${encodeURIComponent(slug)}/`, guide);
      for (const name of ["theme", "locked"]) {
        if (said(name)) page.searchParams.set(name, said(name));
      }
      if (said("answers")) page.hash = `${slug}?${said("answers")}`;
      if (this.#frame.src !== page.href) this.#frame.src = page.href;
    }

    /** @param {MessageEvent} event */
    handleEvent({ source, origin, data }) {
      if (source !== this.#frame.contentWindow || origin !== guide.origin) return;
      const height = Number(data?.bfrHeight);
      if (height > 0) this.#frame.style.height = `${Math.ceil(height)}px`;
    }
  }

  if (!customElements.get("bfr-embed")) customElements.define("bfr-embed", BfrEmbed);
})();
