"""Typed views of the tables about LaTeX source and Word styles."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.tables import Table, Words


class Classes:
    """Document classes, and packages that change the layout, the fonts or the floats."""

    def __init__(self, table: Table) -> None:
        self.profiles: dict[str, str] = table["profiles"]
        self.ieee = IeeeClasses(table["ieee"])
        self.layout = LayoutPackages(table["layout"])
        self.fonts = FontPackages(table["fonts"])
        self.floats = FloatPackages(table["floats"])
        self.notes = NotePackages(table["notes"])
        self.packages = PackageFacts(table["packages"])


class IeeeClasses:
    """IEEE's classes and their modes, and classes that are certainly not IEEE's."""

    def __init__(self, table: Table) -> None:
        self.classes: list[str] = table["classes"]
        self.modes: Words = frozenset(table["modes"])
        self.not_papers: Words = frozenset(table["not_papers"])
        self.foreign: Words = frozenset(table["foreign"])


class LayoutPackages:
    """Packages and lengths that change the page."""

    def __init__(self, table: Table) -> None:
        self.packages: list[str] = table["packages"]
        self.lengths: Words = frozenset(table["lengths"])
        self.effects: dict[str, str] = table["effects"]


class FontPackages:
    """Packages that replace Times, and the names of fonts that are Times."""

    def __init__(self, table: Table) -> None:
        self.packages: list[str] = table["packages"]
        self.formulas: list[str] = table["formulas"]
        self.sans_serif: list[str] = table["sans_serif"]
        self.sans_serif_options: Words = frozenset(table["sans_serif_options"])
        self.times: list[str] = table["times"]
        self.bitmap: dict[str, str] = table["bitmap"]


class FloatPackages:
    """Packages that redefine floats or captions."""

    def __init__(self, table: Table) -> None:
        self.caption_packages: list[str] = table["caption_packages"]
        self.obsolete: list[str] = table["obsolete"]
        self.debatable: list[str] = table["debatable"]


class PackageFacts:
    """Which packages and classes load others, and which commands go with a package."""

    def __init__(self, table: Table) -> None:
        self.plain_classes: Words = frozenset(table["plain_classes"])
        self.loaders: dict[str, list[str]] = table["loaders"]
        self.removable: dict[str, list[str]] = table["removable"]


class NotePackages:
    """Packages that print notes."""

    def __init__(self, table: Table) -> None:
        self.endnotes: list[str] = table["endnotes"]


class Latex:
    """Environments, packages and values in LaTeX source."""

    def __init__(self, table: Table) -> None:
        self.labels = LabelSources(table["labels"])
        self.spaces = SpacedEnvironments(table["spaces"])
        self.links = LinkColors(table["links"])


class LabelSources:
    """Labels that the draft itself does not define, and environments with numbered rows."""

    def __init__(self, table: Table) -> None:
        self.automatic_labels: Words = frozenset(table["automatic_labels"])
        self.external_packages: list[str] = table["external_packages"]
        self.numbering_environments: list[str] = table["numbering_environments"]


class SpacedEnvironments:
    """Environments in which space is used differently."""

    def __init__(self, table: Table) -> None:
        self.placing_environments: list[str] = table["placing_environments"]
        self.compact_lists: list[str] = table["compact_lists"]


class LinkColors:
    """Colors of links."""

    def __init__(self, table: Table) -> None:
        self.text_colors: Words = frozenset(table["text_colors"])


class WordStyles:
    """Paragraph styles, sizes and fonts of IEEE's Word templates."""

    def __init__(self, table: Table) -> None:
        self.conference: Words = frozenset(table["conference"])
        self.journal: Words = frozenset(table["journal"])
        self.harmless: Words = frozenset(table["harmless"])
        self.titles: Words = frozenset(table["titles"])
        self.authors: Words = frozenset(table["authors"])
        self.figure_captions: Words = frozenset(table["figure_captions"])
        self.table_captions: Words = frozenset(table["table_captions"])
        self.not_of_text: Words = frozenset(table["not_of_text"])
        self.components: Words = frozenset(table["components"])
        self.sizes: dict[str, float] = table["sizes"]
        self.styles: dict[str, str] = table["styles"]
        self.fonts = WordFonts(table["fonts"])
        self.telling: dict[str, list[str]] = table["telling"]
        self.transactions: dict[str, str] = table["transactions"]


class WordFonts:
    """Fonts that a Word draft may use."""

    def __init__(self, table: Table) -> None:
        self.text: list[str] = table["text"]
        self.special: list[str] = table["special"]
        self.code: list[str] = table["code"]
