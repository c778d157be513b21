"""Generated from headings.toml by ``python -m ieeelint.tables``."""

TABLE = {'components': ['acknowledgment', 'acknowledgments', 'acknowledgement', 'acknowledgements', 'references',
                'bibliography'],
 'numbered': ['introduction', 'related work', 'related works', 'background', 'method', 'methods',
              'methodology', 'result', 'results', 'discussion', 'conclusion', 'conclusions', 'experiment',
              'experiments', 'evaluation'],
 'labels': ['Theorem', 'Lemma', 'Proof', 'Definition', 'Remark', 'Corollary', 'Proposition', 'Algorithm',
            'Table', 'Fig', 'Step', 'RQ']}
