"""The areas of the rules, and the modules of each area."""

from __future__ import annotations

# Prefix of an area -> its subject, and the modules of its rules.
AREAS: dict[str, tuple[str, tuple[str, ...]]] = {
    "SRC": (
        "Reading the files",
        (
            "sources.src001_002_files",
            "sources.src003to005_checks",
            "sources.src006_local_rules",
        ),
    ),
    "TTL": (
        "Title",
        (
            "title.ttl001to003_form",
            "title.ttl004to006_words",
        ),
    ),
    "AUT": (
        "Authors and affiliations",
        (
            "authors.aut001_002_blocks",
            "authors.aut003_lines",
            "authors.aut004_005_rows",
            "authors.aut006_007_additions",
            "authors.aut008_email",
            "authors.aut009_biographies",
            "authors.aut010_corresponding",
        ),
    ),
    "ABS": (
        "Abstract",
        (
            "abstract.abs001_004_form",
            "abstract.abs002_003_contents",
            "abstract.abs005_abbreviations",
        ),
    ),
    "KWD": (
        "Keywords",
        ("keywords.kwd001to004_keywords",),
    ),
    "HDG": (
        "Headings",
        (
            "headings.hdg001_abbreviations",
            "headings.hdg002to004_structure",
            "headings.hdg005_006_style",
            "headings.hdg007_008_empty",
        ),
    ),
    "TXT": (
        "Text and wording",
        (
            "text.txt001_002_layout",
            "text.txt003_tabs",
            "text.txt004_spelling",
            "text.txt005_latin",
            "text.txt006_data",
            "text.txt007_subscript_zero",
            "text.txt008_010_wording",
            "text.txt009_homophones",
            "text.txt011_punctuation",
            "text.txt012_dashes",
            "text.txt013_contractions",
            "text.txt014_quotes",
            "text.txt015_spaces",
            "text.txt016_capitals",
            "text.txt017_markdown",
            "text.txt018_misspellings",
        ),
    ),
    "ABR": (
        "Abbreviations",
        (
            "abbreviations.abr001_undefined",
            "abbreviations.abr002_abstract_only",
            "abbreviations.abr003_004_meanings",
            "abbreviations.abr005_needless",
            "abbreviations.abr006_plurals",
        ),
    ),
    "UNT": (
        "Units and numbers",
        (
            "units.unt001_002_006_symbols",
            "units.unt003_004_spelling",
            "units.unt005_leading_zero",
            "units.unt007_013_spacing",
            "units.unt008_009_012_form",
            "units.unt010_011_numbers",
        ),
    ),
    "EQN": (
        "Equations",
        (
            "equations.eqn001_numbers",
            "equations.eqn002_references",
            "equations.eqn003_sentence_start",
            "equations.eqn004_punctuation",
            "equations.eqn005_definitions",
            "equations.eqn006_minus",
            "equations.eqn007_letters",
            "equations.eqn008_environments",
            "equations.eqn009_word_layout",
            "equations.eqn010_typed_numbers",
            "equations.eqn011_shape",
        ),
    ),
    "FIG": (
        "Figures",
        (
            "figures.fig001_references",
            "figures.fig002_005_floats",
            "figures.fig003_captions",
            "figures.fig004_cited",
            "figures.fig006_widths",
            "figures.fig007_008_axis_labels",
            "figures.fig009_type",
            "figures.fig010_parts",
        ),
    ),
    "TAB": (
        "Tables",
        (
            "tables.tab001_003_floats",
            "tables.tab002_references",
            "tables.tab004_007_placement",
            "tables.tab005_notes",
            "tables.tab006_captions",
        ),
    ),
    "FTN": (
        "Footnotes",
        ("footnotes.ftn001_native", "footnotes.ftn002_003_position"),
    ),
    "ACK": (
        "Acknowledgment",
        (
            "acknowledgment.ack001to004_acknowledgment",
            "acknowledgment.ack005_ai_disclosure",
        ),
    ),
    "ANO": (
        "Double-anonymous review",
        (
            "anonymity.ano001_authors",
            "anonymity.ano002_funding",
            "anonymity.ano003_self_citations",
            "anonymity.ano004_addresses",
            "anonymity.ano005_properties",
            "anonymity.ano006_names",
            "anonymity.ano007_notes",
            "anonymity.ano008_comments",
            "anonymity.ano009_unjudged",
        ),
    ),
    "REF": (
        "Citations and references",
        (
            "references.ref001_order",
            "references.ref002_punctuation",
            "references.ref003_004_wording",
            "references.ref005to007_009_state",
            "references.ref008_titles",
            "references.ref010_cited",
            "references.ref011_form",
            "references.ref012_details",
            "references.ref013_groups",
            "references.ref014_space",
            "references.ref015_print",
            "references.ref016_looked_up",
            "references.ref017_names",
        ),
    ),
    "BIB": (
        "BibTeX files",
        (
            "bibtex.bib001_fields",
            "bibtex.bib002_style",
            "bibtex.bib003_titles",
            "bibtex.bib004_dates",
            "bibtex.bib005_journals",
            "bibtex.bib006_authors",
            "bibtex.bib007_unprinted",
            "bibtex.bib008_duplicates",
            "bibtex.bib009_syntax",
            "bibtex.bib010_title_words",
            "bibtex.bib011_facts",
        ),
    ),
    "RES": (
        "Results",
        ("results.res001to007_results",),
    ),
    "VEN": (
        "Limits of the venue",
        ("venue.ven001to003_limits",),
    ),
    "TPL": (
        "Leftover template text",
        (
            "template.tpl001to003_leftovers",
            "template.tpl004_samples",
            "template.tpl005_markers",
            "template.tpl006_chat_text",
            "template.tpl007_copyright_line",
        ),
    ),
    "WRD": (
        "Word files",
        (
            "word.wrd001_002_styles",
            "word.wrd003_formatting",
            "word.wrd004_page",
            "word.wrd005_debris",
            "word.wrd006_numbers",
        ),
    ),
    "TEX": (
        "LaTeX source",
        (
            "latex.tex001_class",
            "latex.tex002_layout",
            "latex.tex003_squeezing",
            "latex.tex004_fonts",
            "latex.tex005_captions",
            "latex.tex006_modes",
            "latex.tex007_labels",
            "latex.tex008_links",
            "latex.tex009_files",
            "latex.tex010_011_packages",
        ),
    ),
    "PDF": (
        "PDF files",
        (
            "pdf.pdf001_002_fonts",
            "pdf.pdf003_004_009_contents",
            "pdf.pdf005_geometry",
            "pdf.pdf006_text",
            "pdf.pdf007_008_printed",
            "pdf.pdf010_overfull",
        ),
    ),
    "GFX": (
        "Graphics files",
        (
            "gfx.gfx001to003_bitmaps",
            "gfx.gfx004_005_files",
        ),
    ),
}
