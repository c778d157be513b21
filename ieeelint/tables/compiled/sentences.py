"""Generated from sentences.toml by ``python -m ieeelint.tables``."""

TABLE = {'abbreviations': ['fig', 'figs', 'eq', 'eqs', 'eqn', 'eqns', 'ref', 'refs', 'sec', 'secs', 'sect', 'no',
                   'nos', 'vol', 'vols', 'pp', 'vs', 'cf', 'approx', 'resp', 'dr', 'prof', 'st', 'mr', 'mrs',
                   'ms', 'viz', 'ch', 'chap', 'app', 'alg', 'algs', 'tab', 'tabs', 'thm', 'lem', 'prop',
                   'def', 'cor', 'univ', 'dept', 'assoc', 'eds', 'esp', 'incl', 'excl', 'mt', 'jan', 'feb',
                   'mar', 'apr', 'jun', 'jul', 'aug', 'sept', 'sep', 'oct', 'nov', 'dec', 'wrt', 'aka',
                   'corr', 'proc', 'conf', 'trans', 'int'],
 'either_way': ['al', 'etc', 'inc', 'ltd', 'co', 'corp', 'jr', 'sr', 'ed', 'ext', 'max', 'min', 'avg', 'dc',
                'ac', 'rms'],
 'openers': ['The', 'This', 'These', 'Those', 'That', 'There', 'Then', 'They', 'Their', 'It', 'Its', 'We',
             'Our', 'Us', 'In', 'On', 'At', 'By', 'For', 'From', 'To', 'With', 'Without', 'Within', 'When',
             'While', 'Where', 'Which', 'Who', 'Why', 'What', 'How', 'If', 'As', 'An', 'And', 'But', 'Or',
             'So', 'Since', 'Such', 'After', 'Before', 'During', 'Both', 'Each', 'Every', 'Some', 'Most',
             'Many', 'All', 'Also', 'Although', 'Because', 'Despite', 'Due', 'Finally', 'First', 'Second',
             'Third', 'Further', 'Furthermore', 'Hence', 'However', 'Here', 'Instead', 'Let', 'Moreover',
             'Next', 'No', 'Not', 'Note', 'Now', 'Once', 'One', 'Only', 'Otherwise', 'Recall', 'Similarly',
             'Thus', 'Therefore', 'Two', 'Under', 'Unlike', 'Until', 'Using', 'Assume', 'Consider', 'Define',
             'Given', 'Suppose', 'Figure', 'Fig', 'Table', 'Equation', 'Section', 'Algorithm', 'Again']}
