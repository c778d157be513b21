"""What the arguments of commands are: words that print, or keys, lengths and names that do not.

Data only.  A command that stands in none of these lists and is no macro of the
draft prints its arguments.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# command -> number of mandatory arguments that print nothing (optional ones never print)
SILENT: dict[str, int] = {}
for _count, _names in (
    (
        0,
        """
        noindent indent centering raggedright raggedleft sloppy fussy newpage clearpage
        cleardoublepage pagebreak nopagebreak linebreak nolinebreak maketitle
        IEEEpeerreviewmaketitle tableofcontents listoffigures listoftables smallskip medskip
        bigskip hfill vfill hrule hrulefill dotfill null protect relax normalfont upshape
        normalsize small footnotesize scriptsize tiny large Large LARGE huge Huge rmfamily
        sffamily ttfamily mdseries boldmath unboldmath selectfont ignorespaces unskip
        makeatletter makeatother onecolumn twocolumn balance flushend flushbottom raggedbottom
        hline doublesinglehline IEEEQEDhere frontmatter mainmatter backmatter leavevmode strut
        allowbreak nobreak goodbreak filbreak break par@ samepage singlespacing doublespacing
        nonumber notag displaystyle textstyle scriptstyle scriptscriptstyle endhead
        endfirsthead endfoot endlastfoot IEEEoverridecommandlockouts overrideIEEEmargins
        glsresetall acresetall printglossaries printacronyms EOD tfootnoterule
        IEEEsettopmargin begingroup endgroup bgroup egroup titlepgskip
        IEEEdisplaynontitleabstractindextext IEEEraisesectionheading@ compsoctitle@
        IEEElabelindent leftmargin rightmargin itshape em bfseries slshape scshape it bf sc sl
        rm sf tt
        """,
    ),
    (
        1,
        """
        label vspace vspace* hspace hspace* usepackage RequirePackage pagestyle thispagestyle
        pagenumbering bibliographystyle graphicspath DeclareGraphicsExtensions hyphenation
        input@ includeonly cline linespread enlargethispage enlargethispage* pgfplotsset
        tikzset usetikzlibrary usepgfplotslibrary hypersetup lstset sisetup captionsetup
        geometry newcounter stepcounter refstepcounter newlength newsavebox usebox phantom
        vphantom hphantom index glossary newif IEEEpubid markright includepdf columnbreak@
        rule@ theoremstyle newtheoremstyle DeclareSIUnit@ makeindex bstctlcite nocite
        addtocategory addbibresource ExecuteBibliographyOptions DeclareLanguageMapping
        allowdisplaybreaks@ hyphenpenalty@ IEEEtriggeratref IEEEtriggercmd
        IEEEspecialpapernotice@ history doi jyear jvol jnum lstinputlisting verbatiminput
        bibitem@ xspaceaddexceptions setcitestyle setkeys specialissue crefalias@ SetKwInOut@
        date receiveddate accepteddate publisheddate newacronymstyle setacronymstyle
        loadglsentries makeglossaries glsaddall definecolor@ pdfbookmark@ renewcommandx pubid
        arraystretch@ IEEEaftertitletext@ eqmakebox@ PassOptionsToPackage@ epsfig psfig
        AtBeginDocument AtEndDocument DeclareUnicodeCharacter@ selectlanguage
        setdefaultlanguage setmainlanguage setotherlanguage setmainfont setsansfont
        setmonofont setCJKmainfont fontsize@ counterwithin@ ifCLASSOPTIONcaptionsoff@
        ieeenewtheorem bibdata bibstyle citation acresetall@ glsreset acuse glsunset
        glslocalreset vspacing setlist rowcolor columncolor cellcolor rowfont arrayrulecolor
        tabcolsep@ color pagecolor linethickness thicklines@ thinlines@ SetAlgoLined@ SetAlFnt
        SetAlCapFnt acsetup bmaketitle
        """,
    ),
    (
        2,
        """
        setlength addtolength setcounter addtocounter settowidth settoheight setstretch@
        newtheorem@ rule specialrule definecolor@ DeclareSIUnit PassOptionsToPackage
        PassOptionsToClass DeclareUnicodeCharacter markboth numberwithin counterwithin
        counterwithout fontsize crefformat Crefformat SetKwInOut SetKwFunction SetKw SetKwData
        SetKwProg SetKwInput lstdefinestyle lstdefinelanguage newmintinline setminted
        newminted newfloat floatname DeclareCaptionFont DeclareCaptionLabelFormat
        DeclareFieldFormat AtEveryBibitem crefalias IEEEeqnarraydefcol bookmark
        pgfmathsetmacro titlespacing titlespacing* addcontentsline@ colorlet floatstyle@ sbox
        savebox setbox@ renewlist newlist addto
        """,
    ),
    (
        3,
        """definecolor titleformat@ DeclareMathSymbol fancyhf@ crefname Crefname crefrangeformat
        addcontentsline DeclareCaptionType SetKwFor SetKwRepeat SetKwIF providecolor""",
    ),
    (4, "titlespacing@ SetKwIF@ titleformat@"),
):
    for _name in _names.split():
        SILENT[_name.rstrip("@")] = _count
SILENT["titleformat"] = 5
SILENT["setbox"] = 0

# Registers and primitives whose value may follow without an equals sign.
REGISTERS = _words(
    """
    hskip vskip kern parskip parindent baselineskip tolerance hbadness vbadness hfuzz vfuzz
    hyphenpenalty exhyphenpenalty clubpenalty widowpenalty displaywidowpenalty
    interdisplaylinepenalty interlinepenalty emergencystretch looseness penalty columnsep
    titlepgskip tabcolsep arraycolsep textfloatsep floatsep intextsep abovedisplayskip
    belowdisplayskip abovecaptionskip belowcaptionskip itemsep topsep partopsep
    baselinestretch lineskip lineskiplimit hoffset voffset topmargin textheight textwidth
    lower raise moveleft moveright pretolerance hangindent
    """
)

# command -> number of leading mandatory arguments that do not print, before those that do
LEADING_SILENT = {
    "textcolor": 1,
    "colorbox": 1,
    "fcolorbox": 2,
    "parbox": 1,
    "raisebox": 1,
    "makebox": 0,
    "framebox": 0,
    "resizebox": 2,
    "resizebox*": 2,
    "scalebox": 1,
    "rotatebox": 1,
    "multicolumn": 2,
    "multirow": 2,
    "adjustbox": 1,
    "foreignlanguage": 1,
    "href@": 0,
    "hyperref": 0,
    "hyperlink": 1,
    "hypertarget": 1,
    "texorpdfstring": 0,
    "subfloat": 0,
    "subfigure": 0,
    "subcaptionbox": 0,
    "IEEEeqnarraymulticol": 2,
    "shortstack": 0,
    "specialcell": 0,
    "makecell": 0,
    "thead": 0,
    "phantomsection": 0,
    "sidenote": 0,
    "selectfont": 0,
    "lowercase": 0,
    "uppercase": 0,
    "MakeUppercase": 0,
    "MakeLowercase": 0,
    "mbox": 0,
    "fbox": 0,
    "hbox": 0,
    "vbox": 0,
    "text": 0,
    "sout": 0,
    "hl": 0,
    "added": 0,
    "replaced": 0,
    "IEEEauthorrefmark": 1,
    "authorrefmark": 1,
    "minipage@": 1,
    "multirowcell": 1,
    "multirowthead": 1,
    "tablenotemark@": 0,
}

# Commands whose argument keeps its words but bears a style.
STYLES = {
    "textbf": "bold",
    "textit": "italic",
    "emph": "italic",
    "textsl": "italic",
    "textsc": "smallcaps",
    "textsuperscript": "superscript",
    "textsubscript": "subscript",
    "up": "superscript",
    "underline": "underline",
    "uline": "underline",
    "ul": "underline",
}
SWITCHES = {
    "bf": "bold",
    "bfseries": "bold",
    "it": "italic",
    "itshape": "italic",
    "em": "italic",
    "sl": "italic",
    "slshape": "italic",
    "sc": "smallcaps",
    "scshape": "smallcaps",
}

# Commands whose argument is code or a file name: one placeholder.
CODE_COMMANDS = _words(
    "texttt url nolinkurl path lstinline verb mintinline code file filename inlinecode ttt"
)

# Names that print as themselves however a draft typesets them.
LOGOS = _words("TeX LaTeX LaTeXe BibTeX XeTeX LuaTeX AmS")

CITATIONS = _words(
    """
    cite citep citet citealp citealt citeauthor citeyear citeyearpar citenum citen citeonline
    Cite Citep Citet Citeauthor parencite Parencite textcite Textcite autocite Autocite
    footcite footcitetext supercite fullcite footfullcite smartcite onlinecite shortcite
    citeasnoun citetext citedash cites parencites textcites autocites cite* citep* citet*
    citealp* citealt* citeauthor* parencite* autocite*
    """
)
AUTHOR_CITATIONS = _words(
    "citet Citet textcite Textcite citeauthor Citeauthor citet* citeauthor* citealt citealp"
    " citeasnoun textcites"
)
SILENT_CITATIONS = _words("nocite citetext")

REFERENCES = _words(
    """
    ref eqref autoref cref Cref vref Vref nameref pageref autopageref ref* subref subref*
    labelcref cpageref crefrange Crefrange vpageref fref Fref hyperref autoref* cref* Cref*
    thmref secref@ figref@ tabref@
    """
)

HEADING_LEVELS = {
    "part": 0,
    "chapter": 0,
    "section": 1,
    "subsection": 2,
    "subsubsection": 3,
    "paragraph": 4,
    "subparagraph": 5,
}

FIGURES = _words(
    "figure figure* wrapfigure wrapfigure* SCfigure SCfigure* sidewaysfigure sidewaysfigure*"
    " floatingfigure teaserfigure"
)
TABLES = _words(
    "table table* wraptable wraptable* SCtable SCtable* sidewaystable sidewaystable* longtable"
    " longtable* supertabular xltabular longtblr"
)
ALGORITHMS = _words("algorithm algorithm* algorithm2e algorithm2e* procedure function")
LISTINGS = _words("listing listing* codelisting")
SUBFLOATS = _words("subfigure subtable subfigure* subtable* subfloat minipage@")
TABULARS = _words(
    "tabular tabular* tabularx tabulary array@ tabu longtabu tblr longtable longtable* xltabular"
    " longtblr supertabular NiceTabular IEEEeqnarraybox@"
)
# longtable carries its own caption and cells: it is float and tabular at once.
LONG_TABLES = _words("longtable longtable* xltabular longtblr supertabular")
PICTURES = {
    "tikzpicture": "tikz",
    "pgfpicture": "tikz",
    "circuitikz": "tikz",
    "forest": "tikz",
    "tikzcd": "tikz",
    "picture": "picture",
    "pspicture": "picture",
    "overpic": "image",
    "dependency": "tikz",
    "quantikz": "tikz",
    "sequencediagram": "tikz",
    "ganttchart": "tikz",
    "axis": "pgfplots",
    "feynman": "tikz",
}
PSEUDO_CODE = _words("algorithmic algorithmicx algpseudocode pseudocode program")
LISTS = _words(
    """
    itemize enumerate description IEEEitemize IEEEenumerate IEEEdescription inparaenum
    compactitem compactenum compactdesc itemize* enumerate* enumerate* asparaenum trivlist
    list tablenotes
    """
)
# environment -> rows carry numbers
DISPLAYS = {
    "equation": 1,
    "equation*": 0,
    "displaymath": 0,
    "math": 0,
    "multline": 1,
    "multline*": 0,
    "align": 2,
    "align*": 0,
    "gather": 2,
    "gather*": 0,
    "flalign": 2,
    "flalign*": 0,
    "alignat": 2,
    "alignat*": 0,
    "eqnarray": 2,
    "eqnarray*": 0,
    "IEEEeqnarray": 2,
    "IEEEeqnarray*": 0,
    "dmath": 1,
    "dmath*": 0,
    "dgroup": 2,
    "dgroup*": 0,
    "empheq": 1,
    "numcases": 2,
}
# environments whose mandatory arguments after \begin{…} print nothing
ENVIRONMENT_ARGUMENTS = {
    "tabular": 1,
    "tabular*": 2,
    "tabularx": 2,
    "tabulary": 2,
    "tblr": 1,
    "longtblr": 1,
    "longtable": 1,
    "longtable*": 1,
    "xltabular": 2,
    "supertabular": 1,
    "NiceTabular": 1,
    "tabu": 1,
    "longtabu": 1,
    "array": 1,
    "minipage": 1,
    "wrapfigure": 2,
    "wraptable": 2,
    "floatingfigure": 1,
    "thebibliography": 1,
    "multicols": 1,
    "adjustbox": 1,
    "alignat": 1,
    "alignat*": 1,
    "IEEEeqnarray": 1,
    "IEEEeqnarray*": 1,
    "spacing": 1,
    "list": 2,
    "adjustwidth": 2,
    "overpic": 1,
    "subfigure": 1,
    "subtable": 1,
    "sidewaysfigure": 0,
    "otherlanguage": 1,
    "CJK": 2,
    "CJK*": 2,
    "tcolorbox": 0,
    "mdframed": 0,
    "changemargin": 2,
    "empheq": 1,
    "numcases": 1,
    "textblock": 1,
    "textblock*": 1,
}
THEOREMS = _words(
    """
    theorem lemma proposition corollary definition remark example assumption claim conjecture
    proof IEEEproof observation problem property fact note case axiom hypothesis exercise prop
    lem thm cor defn rem
    """
)
ABSTRACTS = _words("abstract IEEEabstract onecolabstract abstract*")
KEYWORD_ENVIRONMENTS = _words(
    "IEEEkeywords keywords keyword IndexTerms indexterms kwd IEEEindexterms"
)
