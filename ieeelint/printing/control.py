"""The settings of a reference list in an ``@IEEEtranBSTCTL`` entry."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.paper.entries import Entry


class Control:
    """What an ``@IEEEtranBSTCTL`` entry sets."""

    def __init__(self) -> None:
        self.article_number = True
        self.paper = True
        self.url = True
        self.most_names = 0  # before et al. is forced; 0 for never
        self.names_shown = 1
        self.dashes = True
        self.url_prefix = "[Online]. Available:"

    def read(self, entry: Entry) -> None:
        """Apply the fields of a control entry."""

        def flag(name: str, now: bool) -> bool:
            word = entry.value(name).lower()
            return word == "yes" if word in ("yes", "no") else now

        self.article_number = flag("ctluse_article_number", self.article_number)
        self.paper = flag("ctluse_paper", self.paper)
        self.url = flag("ctluse_url", self.url)
        self.dashes = flag("ctldash_repeated_names", self.dashes)
        if flag("ctluse_forced_etal", self.most_names > 0):
            most = entry.value("ctlmax_names_forced_etal")
            self.most_names = int(most) if most.isdecimal() else self.most_names or 10
        shown = entry.value("ctlnames_show_etal")
        self.names_shown = int(shown) if shown.isdecimal() else self.names_shown
        self.url_prefix = entry.value("ctlname_url_prefix") or self.url_prefix
