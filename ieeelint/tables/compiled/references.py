"""Generated from references.toml by ``python -m ieeelint.tables``."""

TABLE = {'after_list': ['a', 'also', 'and', 'are', 'as', 'at', 'but', 'by', 'can', 'compare', 'compares', 'contain',
                'contains', 'demonstrate', 'depict', 'depicts', 'display', 'displays', 'do', 'for', 'from',
                'give', 'gives', 'have', 'if', 'illustrate', 'illustrates', 'in', 'indicate', 'indicates',
                'is', 'it', 'list', 'lists', 'of', 'on', 'or', 'plot', 'plots', 'present', 'presents',
                'report', 'reports', 'respectively', 'reveal', 'show', 'shows', 'suggest', 'summarize',
                'summarizes', 'that', 'the', 'then', 'this', 'to', 'was', 'we', 'were', 'when', 'where',
                'which', 'while', 'with'],
 'kinds': {'figure': ['fig', 'figs', 'figure', 'figures'],
           'table': ['table', 'tables', 'tab', 'tabs', 'tbl'],
           'equation': ['eq', 'eqs', 'eqn', 'eqns', 'equ', 'equs', 'equation', 'equations'],
           'section': ['sec', 'secs', 'sect', 'sects', 'section', 'sections', 'subsection', 'subsections',
                       'appendix', 'appendices', 'appendixes'],
           'algorithm': ['algorithm', 'algorithms', 'alg', 'algs'],
           'listing': ['listing', 'listings'],
           'theorem': ['theorem', 'theorems', 'lemma', 'lemmas', 'proposition', 'propositions', 'corollary',
                       'definition', 'definitions']}}
