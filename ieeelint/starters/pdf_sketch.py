r"""A PDF file as a few lines of text, for the rules' examples.

Without more, a sketch is a clean paper of one page in two columns. Words on its first line change
that: ``none`` (no text), ``columns=1``, ``size=a4`` or ``size=500x700``, ``side``, ``gutter`` and
``bottom`` in points, ``version``, ``numbers`` (page numbers), ``line-numbers``, and ``unmapped``
(characters without Unicode). Each other line adds something::

    [page]                            the next page, perhaps "turned", "empty", or with another size
    [font Helvetica missing] 60 700 10 Rate in Mb/s
    [image 300x200 jpeg] 60 400 252 168   also "flat" (one color), and "lines" (black and white)
    [journal]                         running heads
    [link]  [form]  [thumbnail]  [bookmark] Title  [javascript] code  [attachment] name
    [info Title] words  [locked owner]

The words after a font are set at x, y, and size in points: ``type3``, ``missing``, ``whole``,
``unused``, ``turned``, and ``figure=rate.pdf`` (in an included file) with ``maker=MATLAB``.
The numbers after a picture are x, y, width, and height.
"""

from __future__ import annotations

import re
import zlib

from ieeelint.starters.pdf_objects import Objects, gray_jpeg, literal

SIZES = {"letter": (612.0, 792.0), "a4": (595.28, 841.89)}
LINE = re.compile(r"\[([a-z]+)([^\]]*)\] ?(.*)")
PROSE = "water moves through narrow pipes more slowly than through wide ones and the law holds "
LEADING = 12
KINDS = frozenset(
    "page font image journal link form thumbnail bookmark javascript attachment info locked".split()
)


class Sheet:
    """One page: its size, content, and what it refers to."""

    def __init__(self, width: float, height: float, is_turned: bool) -> None:
        self.width = width
        self.height = height
        self.is_turned = is_turned
        self.content: list[str] = []
        self.fonts: dict[str, int] = {}
        self.objects: dict[str, int] = {}
        self.annotations: list[int] = []
        self.has_thumbnail = False

    def print(self, font: int, x: float, y: float, size: float, words: str, turned: bool) -> None:
        """Set words at a place."""
        name = f"F{font}"
        self.fonts[name] = font
        matrix = f"0 1 -1 0 {x:g} {y:g}" if turned else f"1 0 0 1 {x:g} {y:g}"
        self.content.append(f"BT /{name} {size:g} Tf {matrix} Tm {literal(words)} Tj ET")


class Sketch:
    """A sketch that becomes a file.  Raises ValueError for a line that means nothing."""

    def __init__(self, text: str) -> None:
        first, _, rest = text.partition("\n")
        self.options = _options(first)
        self.objects = Objects()
        self.times = self.objects.font("Times", self.options)
        self.sheets: list[Sheet] = []
        self.info: dict[str, str] = {}
        self.bookmarks: list[str] = []
        self.catalog: list[str] = []
        self.names: list[str] = []
        self.lock = ""
        lines = [line for line in rest.split("\n") if line.strip()]
        if not any(line.startswith("[page") for line in lines[:1]) or "none" not in self.options:
            self._page({})
        for line in lines:
            match = LINE.fullmatch(line)
            if match is None or match.group(1) not in KINDS:
                raise ValueError(f'a sketch of a PDF file has the line "{line}"')
            kind, options, words = match.groups()
            getattr(self, f"_{kind}")(_options(options), words.strip())

    def _page(self, options: dict[str, str], words: str = "") -> None:
        size = options.get("size", self.options.get("size", "letter"))
        width, height = SIZES.get(size) or tuple(float(side) for side in size.split("x"))
        sheet = Sheet(width, height, "turned" in options)
        self.sheets.append(sheet)
        if "none" in self.options or "empty" in options or sheet.is_turned:
            return
        columns = int(self.options.get("columns", "2"))
        side = float(self.options.get("side", "45"))
        gutter = float(self.options.get("gutter", "18"))
        bottom = float(self.options.get("bottom", "72"))
        room = (width - 2 * side - (columns - 1) * gutter) / columns
        prose = PROSE * 3
        for column in range(columns):
            x, y, number = side + column * (room + gutter), height - 64.0, 0
            while y > bottom:
                begin = (number * 7) % len(PROSE)
                number += 1
                count = int(room / 4.5)  # of characters at 10 pt
                words = f"i{prose[begin : begin + count - 2].strip():i<{count - 1}}"
                sheet.print(self.times, x, y, room / len(words) / 0.45, words, False)
                if "line-numbers" in self.options and not column:
                    sheet.print(self.times, x - 30, y, 6, str(number), False)
                y -= LEADING
        if "numbers" in self.options:
            sheet.print(self.times, width / 2, 40, 9, str(len(self.sheets)), False)

    def _journal(self, options: dict[str, str], words: str) -> None:
        for number, sheet in enumerate(self.sheets, 1):
            y = sheet.height - 36
            sheet.print(self.times, 45, y, 7, "IEEE TRANSACTIONS ON FLOW, VOL. 3, NO. 2", False)
            sheet.print(self.times, sheet.width - 50, y, 7, str(number), False)

    def _font(self, options: dict[str, str], words: str) -> None:
        sheet, (name, *states) = self.sheets[-1], list(options)
        font = self.objects.font(name, states)
        if "unused" in states:
            sheet.fonts[f"F{font}"] = font
            return
        x, y, size, printed = words.split(" ", 3)
        holder = Sheet(0, 0, False) if "figure" in options else sheet
        holder.print(font, float(x), float(y), float(size), printed, "turned" in options)
        if holder is not sheet:
            maker = self.objects.add(f"<< /Producer {literal(options.get('maker', ''))} >>")
            file = f"/PTEX.FileName {literal('./' + options['figure'])} /PTEX.InfoDict {maker} 0 R"
            content = "\n".join(holder.content).encode("cp1252")
            form = self.objects.stream(
                content,
                f"/Type /XObject /Subtype /Form /BBox [{x} {y} {float(x) + 200} {float(y) + 100}]"
                f" {file} /Resources << /Font << /F{font} {font} 0 R >> >>",
            )
            sheet.objects[f"X{form}"] = form
            sheet.content.append(f"/X{form} Do")

    def _image(self, options: dict[str, str], words: str) -> None:
        sheet, (pixels, *states) = self.sheets[-1], list(options)
        across, down = map(int, pixels.split("x"))
        x, y, width, height = map(float, words.split())
        bits = 1 if "lines" in states else 8
        row = b"\0" * (across // 8 + 1) if bits == 1 else (bytes(range(256)) * across)[:across]
        data, filters = zlib.compress(row * down), "/FlateDecode"
        if "jpeg" in states:
            data = gray_jpeg(across, down) if "flat" in states else b"\xff\xd8\xff\xd9"
            filters = "/DCTDecode"
        image = self.objects.stream(
            data,
            f"/Type /XObject /Subtype /Image /Width {across} /Height {down} /BitsPerComponent"
            f" {bits} /ColorSpace /DeviceGray /Filter {filters}",
        )
        sheet.objects[f"X{image}"] = image
        sheet.content.append(f"q {width:g} 0 0 {height:g} {x:g} {y:g} cm /X{image} Do Q")

    def _link(self, options: dict[str, str], words: str) -> None:
        self.sheets[-1].annotations.append(
            self.objects.add(
                "<< /Type /Annot /Subtype /Link /Rect [60 60 90 70] /A << /S /URI /URI"
                " (https://example.com) >> >>"
            )
        )

    def _form(self, options: dict[str, str], words: str) -> None:
        field = self.objects.add("<< /FT /Tx /T (name) >>")
        self.catalog.append(f"/AcroForm << /Fields [{field} 0 R] >>")

    def _thumbnail(self, options: dict[str, str], words: str) -> None:
        self.sheets[-1].has_thumbnail = True

    def _bookmark(self, options: dict[str, str], words: str) -> None:
        self.bookmarks.append(words)

    def _javascript(self, options: dict[str, str], words: str) -> None:
        self.catalog.append(f"/OpenAction << /S /JavaScript /JS {literal(words)} >>")

    def _attachment(self, options: dict[str, str], words: str) -> None:
        name = literal(words)
        self.names.append(f"/EmbeddedFiles << /Names [{name} << /Type /Filespec /F {name} >>] >>")

    def _info(self, options: dict[str, str], words: str) -> None:
        self.info[next(iter(options))] = words

    def _locked(self, options: dict[str, str], words: str) -> None:
        self.lock = next(iter(options))

    def file(self) -> bytes:
        """The bytes of the file."""
        objects = self.objects
        tree = objects.add("")
        pages = [self._sheet(sheet, tree) for sheet in self.sheets]
        kids = " ".join(f"{page} 0 R" for page in pages)
        objects.set(tree, f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>")
        entries = [f"/Type /Catalog /Pages {tree} 0 R", *self.catalog]
        if self.bookmarks:
            outlines = objects.add("")
            item = f"/Parent {outlines} 0 R /Dest [{pages[0]} 0 R /Fit]"
            first = objects.add(f"<< /Title {literal(self.bookmarks[0])} {item} >>")
            objects.set(outlines, f"<< /First {first} 0 R /Last {first} 0 R /Count 1 >>")
            entries.append(f"/Outlines {outlines} 0 R")
        if self.names:
            entries.append(f"/Names << {' '.join(self.names)} >>")
        info = objects.add(f"<< {' '.join(f'/{k} {literal(v)}' for k, v in self.info.items())} >>")
        data = objects.file(
            self.options.get("version", "1.5"), objects.add(f"<< {' '.join(entries)} >>"), info
        )
        return _locked(data, self.lock) if self.lock else data

    def _sheet(self, sheet: Sheet, tree: int) -> int:
        content = self.objects.stream("\n".join(sheet.content).encode("cp1252"))
        fonts = " ".join(f"/{name} {number} 0 R" for name, number in sheet.fonts.items())
        forms = " ".join(f"/{name} {number} 0 R" for name, number in sheet.objects.items())
        entries = f"/Annots [{' '.join(f'{each} 0 R' for each in sheet.annotations)}]"
        if sheet.has_thumbnail:
            image = "/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"
            entries += f" /Thumb {self.objects.stream(b'0', image)} 0 R"
        if sheet.is_turned:
            entries += " /Rotate 90"
        return self.objects.add(
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {sheet.width:g} {sheet.height:g}]"
            f" /Contents {content} 0 R {entries}"
            f" /Resources << /Font << {fonts} >> /XObject << {forms} >> >> >>"
        )


def _options(words: str) -> dict[str, str]:
    """The words of a line: ``columns=1`` as a pair, and a word alone with an empty value."""
    return {name: value for name, _, value in (word.partition("=") for word in words.split())}


def _locked(data: bytes, lock: str) -> bytes:
    """The file, encrypted with a password of the owner or of the user."""
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer, made = PdfWriter(clone_from=PdfReader(BytesIO(data))), BytesIO()
    writer.encrypt("secret" if lock == "user" else "", "secret", algorithm="RC4-128")
    writer.write(made)
    return made.getvalue()


def pdf_file(sketch: str) -> bytes:
    """The PDF file of a sketch.  Raises ValueError for a line that means nothing."""
    return Sketch(sketch).file()
