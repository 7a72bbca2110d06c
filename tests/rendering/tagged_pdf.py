"""Reads a tagged PDF as a screen reader does: its structure tree, and the text that each part of it holds."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass
class Tag:
    """One element of the structure tree: its kind, its text, its alternative text, its attributes, its children."""

    kind: str
    text: str = ""
    alternative: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    children: list["Tag"] = field(default_factory=list)

    def all(self, *kinds: str) -> Iterator["Tag"]:
        """Yield every element of these kinds, this one and those below it, in reading order."""
        if self.kind in kinds:
            yield self
        for child in self.children:
            yield from child.all(*kinds)


def read(content: bytes) -> tuple[pikepdf.Pdf, Tag]:
    """Return the file and the root of its structure tree."""
    pdf = pikepdf.open(io.BytesIO(content))
    texts = {page.objgen: page_text(page) for page in pdf.pages}
    return pdf, _tag(pdf.Root.StructTreeRoot, texts=texts, page=None)


def _tag(element: Any, *, texts: Any, page: Any) -> Tag:
    page = element.get("/Pg", page)
    tag = Tag(kind=str(element.get("/S", "/Root")).removeprefix("/"), alternative=str(element.get("/Alt", "")))
    for owned in _listed(element, "/A"):
        tag.attributes |= {str(name).removeprefix("/"): value for name, value in owned.items()}
    for child in _listed(element, "/K"):
        if isinstance(child, int):
            tag.text += texts[page.objgen].get(child, "")
        elif "/S" in child:
            tag.children.append(_tag(child, texts=texts, page=page))
            tag.text += tag.children[-1].text
        elif child.get("/Type") == "/MCR":
            tag.text += texts[child.get("/Pg", page).objgen].get(child.MCID, "")
    return tag


def _listed(element: Any, name: str) -> list[Any]:
    value = element.get(name)
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def page_text(page: Any) -> dict[int, str]:
    """Return the text of each marked piece of a page by its number; -1 is what is outside the reading order."""
    fonts = {str(name): _letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    marked: list[int] = []
    letters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                number = operands[1].get("/MCID", -1) if len(operands) > 1 and hasattr(operands[1], "get") else -1
                marked.append(int(number))
            case "EMC":
                marked.pop()
            case "Tf":
                letters = fonts[str(operands[0])]
            case "Tj" | "TJ":
                strings = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
                codes = b"".join(bytes(each) for each in strings if isinstance(each, pikepdf.String))
                said = "".join(letters.get(int.from_bytes(codes[at : at + 2]), "?") for at in range(0, len(codes), 2))
                if marked:
                    texts[marked[-1]] = texts.get(marked[-1], "") + said
    return texts


def _letters(font: Any) -> dict[int, str]:
    """Return what each code of a font stands for, from its map to Unicode."""
    stated = font.ToUnicode.read_bytes().decode()
    letters = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", stated, re.DOTALL):
        for code, letter in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            letters[int(code, 16)] = _unicode(letter)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", stated, re.DOTALL):
        for first, last, letter in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for place in range(int(last, 16) - int(first, 16) + 1):
                letters[int(first, 16) + place] = chr(ord(_unicode(letter)) + place)
    return letters


def _unicode(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")
