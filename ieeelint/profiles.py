"""Profiles: kinds of publication, detected from the document class or the Word styles."""

from __future__ import annotations

from ieeelint.tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Profile:
    """The requirements of a kind of publication.

    ``figure_word`` is "Fig." or "Figure"; ``table_numbers`` is "roman" or
    "arabic"; ``abstract_words`` is the minimum and the maximum number of words;
    ``keyword_label`` is the label of the index terms; ``off`` are the codes of rules that do not
    hold for it.
    """

    def __init__(
        self, name: str, is_conference: bool, is_compsoc: bool, anonymous: bool = False
    ) -> None:
        facts = table("profiles")[name]
        self.name = name
        self.is_conference = is_conference
        self.is_journal = not is_conference
        self.is_compsoc = is_compsoc
        self.anonymous = anonymous
        self.peer_review = False
        self.figure_word: str = "Figure" if is_compsoc and is_conference else facts["figure_word"]
        self.table_numbers: str = "arabic" if is_compsoc else facts["table_numbers"]
        self.keyword_label: str = facts["keyword_label"]
        self.abstract_words: tuple[int, int] = tuple(facts["abstract_words"])
        self.sorted_keywords: bool = facts["sorted_keywords"]
        self.off: frozenset[str] = frozenset(facts.get("off", ()))

    def anonymized(self) -> Profile:
        """The same profile for double-anonymous review."""
        other = Profile(self.name, self.is_conference, self.is_compsoc, True)
        other.peer_review = self.peer_review
        return other


def profile(name: str) -> Profile:
    """The profile with this name.  Raises KeyError if there is none."""
    return Profile(name, name == "conference", name == "computer-society")


def detect(class_name: str, options: Iterable[str], classes: Mapping[str, str]) -> Profile:
    """The profile for a document class and its options.

    ``classes`` maps names of classes, in lowercase, to names of profiles.
    """
    class_options = set(options)
    name = class_name.rpartition("/")[2].lower()
    compsoc = "compsoc" in class_options
    if classes.get(name, "ieeetran") != "ieeetran":
        detected = profile(classes[name])
    elif "conference" in class_options or not class_options & {
        "journal",
        "technote",
        "peerreview",
        "peerreviewca",
        "lettersize",
    }:
        # IEEEtran without a mode is for a journal; other classes are most likely for a conference
        is_journal = name == "ieeetran" and "conference" not in class_options
        chosen = "computer-society" if compsoc else "journal" if is_journal else "conference"
        detected = Profile(chosen, not is_journal, compsoc)
    else:
        detected = Profile("computer-society" if compsoc else "journal", False, compsoc)
    detected.peer_review = bool(class_options & {"peerreview", "peerreviewca"})
    return detected


def detect_word(styles: Iterable[str], templates: Mapping[str, Iterable[str]]) -> Profile:
    """The profile whose template has these paragraph styles (lowercase, without spaces).

    ``templates`` maps names of profiles to the styles that only their template has.
    """
    used = set(styles)
    for name, typical_styles in templates.items():
        if used & set(typical_styles):
            return profile(name)
    return profile("conference")
