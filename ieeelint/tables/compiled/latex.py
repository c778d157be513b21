"""Generated from latex.toml by ``python -m ieeelint.tables``."""

TABLE = {'labels': {'automatic_labels': ['lastpage', 'totpages'],
            'external_packages': ['xr', 'xr-hyper', 'zref-xr'],
            'numbering_environments': ['algorithmic', 'algorithmicx', 'tabular', 'tabular*', 'tabularx',
                                       'enumerate', 'itemize', 'lstlisting']},
 'spaces': {'placing_environments': ['tikzpicture', 'pgfpicture', 'picture', 'overpic', 'minipage', 'tabular',
                                     'tabular*', 'tabularx', 'array', 'algorithmic', 'titlepage',
                                     'IEEEbiography', 'IEEEbiographynophoto'],
            'compact_lists': ['compactitem', 'compactenum', 'compactdesc']},
 'links': {'text_colors': ['black', '.', 'true', '', 'none', '[rgb]{0,0,0}']}}
