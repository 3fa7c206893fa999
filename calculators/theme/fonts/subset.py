"""Cut the site's fonts to the characters and axes that it uses.

    python calculators/theme/fonts/subset.py        with fonttools and brotli installed

The build takes the files that lie beside this one; it fails, and names this command, when a page has a character that
`characters.txt` lacks, so that none is ever shown in another font unseen. `fonts.json` says where each comes from.
"""

import json
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def main() -> None:
    """Write the fonts."""
    characters = (HERE / "characters.txt").read_text("utf-8")
    for font in json.loads((HERE.parent / "fonts.json").read_text("utf-8")):
        source = TTFont(ROOT / "node_modules" / font["from"], recalcTimestamp=False)
        options = Options()
        options.layout_features = ["*"]
        subsetter = Subsetter(options)
        subsetter.populate(text=characters)
        subsetter.subset(source)
        limits = {axis: tuple(ends) for axis, ends in font["axes"].items()}
        narrow = instantiateVariableFont(source, limits)
        narrow.flavor = "woff2"
        narrow.save(HERE / font["to"])


if __name__ == "__main__":
    main()
