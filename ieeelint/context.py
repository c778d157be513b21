"""The context of a rule: the paper, and the settings of the run that a rule may need."""

from __future__ import annotations

from ieeelint.paper.index import Index
from ieeelint.paper.zones import AUTHOR
from ieeelint.profiles import Profile, detect, detect_word
from ieeelint.profiles import profile as profile_named
from ieeelint.venue import Venue
from ieeelint.vocabulary import Vocabulary

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ieeelint.identity import Identity
    from ieeelint.look_up.facts import LookUp
    from ieeelint.report.verify.mismatch import Mismatch
    from ieeelint.views.draft import Draft


class Context:
    """A draft in a run.

    ``paper`` is the document, ``index`` the index of its text, ``latex`` or ``word`` the view of
    its source, ``pdf`` and ``log`` those of its PDF file and log.  ``vocabulary`` holds the tables
    with the user's additions, ``profile`` the kind of publication, ``stage`` draft, review, or
    camera-ready, ``venue`` what the venue asks for.  ``all_references`` extends the rules about
    BibTeX files to entries that nothing cites; ``max_pages`` is the limit of the venue, 0 without
    one; ``copyright_line`` is the line of the venue, empty without one; ``results_lock`` is the
    path of the file of pinned results, empty without one; ``look_up`` asks about the works in the
    reference list, if the user wants that.

    Every argument after ``draft`` has a default, so that ``Context(read(path))`` is a complete
    context.
    """

    __slots__ = (
        "draft",
        "paper",
        "latex",
        "word",
        "pdf",
        "log",
        "vocabulary",
        "profile",
        "stage",
        "venue",
        "all_references",
        "max_pages",
        "copyright_line",
        "results_lock",
        "look_up",
        "_identity",
        "_index",
        "_mismatches",
    )

    def __init__(
        self,
        draft: Draft,
        *,
        vocabulary: Vocabulary | None = None,
        profile: Profile | None = None,
        stage: str = "draft",
        venue: Venue | None = None,
        all_references: bool = False,
        max_pages: int = 0,
        copyright_line: str = "",
        results_lock: str = "",
        look_up: LookUp | None = None,
    ) -> None:
        self.draft = draft
        self.paper = draft.paper
        self.latex = draft.latex
        self.word = draft.word
        self.pdf = draft.pdf
        self.log = draft.log
        self.vocabulary = vocabulary or Vocabulary()
        self.profile = profile or detected_profile(draft, self.vocabulary)
        self.stage = stage
        self.venue = venue or Venue()
        self.all_references = all_references
        self.max_pages = max_pages
        self.copyright_line = copyright_line
        self.results_lock = results_lock
        self.look_up = look_up
        self._identity: Identity | None = None
        self._index: Index | None = None
        self._mismatches: list[Mismatch] | None = None

    @property
    def index(self) -> Index:
        """The index of the text, made once."""
        if self._index is None:
            self._index = Index(self.paper, self.vocabulary)
        return self._index

    @property
    def says_anonymous(self) -> bool:
        """True if the author block says that the authors are not named."""
        return says_anonymous(self.draft, self.vocabulary)

    @property
    def identity(self) -> Identity:
        """What the draft says about its authors, found once."""
        if self._identity is None:
            from ieeelint.identity import Identity
            from ieeelint.views.hidden_text import hidden_authors
            from ieeelint.views.properties import authors_in_properties

            named, hidden = authors_in_properties(self.draft), hidden_authors(self.draft)
            self._identity = Identity(self.paper, self.vocabulary, named, hidden)
        return self._identity

    @property
    def mismatches(self) -> list[Mismatch]:
        """Where the paper disagrees with ``results_lock``, found once; empty without a lock."""
        if self._mismatches is None:
            self._mismatches = []
            if self.results_lock:
                from ieeelint.report.verify.mismatches import mismatches

                self._mismatches = list(mismatches(self.draft, self.results_lock))
        return self._mismatches


def detected_profile(draft: Draft, vocabulary: Vocabulary) -> Profile:
    """The profile that the document class, the Word styles, or the running heads of a PDF file
    show; "conference" without these.
    """
    if draft.latex is not None:
        options = [option for option, _ in draft.latex.class_options]
        return detect(draft.latex.class_name, options, vocabulary.classes.profiles)
    if draft.word is not None:
        styles = (paragraph.style.key for paragraph in draft.word.paragraphs)
        return detect_word(styles, vocabulary.word_styles.telling)
    if draft.pdf is not None and draft.pdf.layout.is_journal:
        return profile_named("journal")
    return profile_named("conference")


def says_anonymous(draft: Draft, vocabulary: Vocabulary) -> bool:
    """True if the author block says that the authors are not named."""
    block = " ".join(passage.plain for passage in draft.paper.passages_in(AUTHOR)).lower()
    return bool(block) and any(words in block for words in vocabulary.anonymity.anonymous)
