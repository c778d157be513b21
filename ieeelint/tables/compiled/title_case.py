"""Generated from title_case.toml by ``python -m ieeelint.tables``."""

TABLE = {'lower': ['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'in', 'nor', 'of', 'on', 'or', 'the', 'to',
           'up'],
 'either_way': ['with', 'from', 'into', 'onto', 'over', 'under', 'upon', 'via', 'per', 'than', 'that',
                'about', 'above', 'across', 'after', 'against', 'along', 'among', 'around', 'before',
                'behind', 'below', 'beneath', 'beside', 'between', 'beyond', 'during', 'except', 'inside',
                'like', 'near', 'off', 'out', 'past', 'since', 'through', 'throughout', 'till', 'toward',
                'towards', 'until', 'versus', 'vs', 'vs.', 'within', 'without', 'if', 'so', 'yet', 'when',
                'while', 'whether', 'because', 'using', 'based-on', 'its', 'et', 'al', 'al.', 'i.e', 'i.e.',
                'e.g', 'e.g.', 'de', 'la', 'von', 'van', 'der'],
 'always_right': ['k', 'n', 'm', 'd', 'c', 'p', 't', 'pp', 'vs', 'ac', 'dc', 'rf', 'rms', 'mm', 'cm', 'nm',
                  'km', 'ms', 'ns', 'ps', 'fs', 'kg', 'mg', 'mol', 'dpi', 'rpm', 'ppm'],
 'name_particles': ['van', 'von', 'de', 'der', 'del', 'della', 'di', 'da', 'dos', 'el', 'al', 'le', 'la']}
