"""A picture on a page, as a camera sees it."""

from __future__ import annotations

import base64

from playwright.sync_api import Page


def pixels(page: Page, png: bytes) -> memoryview:
    """Give a picture's brightness, row by row."""
    width, height, gray = page.evaluate(
        """async (png) => {
            const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
            const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const canvas = new OffscreenCanvas(picture.width, picture.height);
            const context = canvas.getContext("2d");
            context.drawImage(picture, 0, 0);
            const { data } = context.getImageData(0, 0, picture.width, picture.height);
            const gray = data.filter((_, at) => at % 4 === 1);
            let text = "";
            for (const value of gray) text += String.fromCharCode(value);
            return [picture.width, picture.height, btoa(text)];
        }""",
        base64.b64encode(png).decode(),
    )
    return memoryview(base64.b64decode(gray)).cast("B", (height, width))
