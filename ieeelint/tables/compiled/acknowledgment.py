"""Generated from acknowledgment.toml by ``python -m ieeelint.tables``."""

TABLE = {'network_terms': ['frame', 'packet', 'message', 'signal', 'positive', 'negative', 'selective', 'timeout',
                   '(ack', 'block', 'bit'],
 'sponsors': ['Grant', 'Grants', 'Award', 'Awards', 'Foundation', 'Funding', 'Fund', 'Council', 'Agency',
              'Ministry', 'Government', 'University', 'Institute', 'Program', 'Programme', 'Commission',
              'Union', 'Department', 'Laboratory', 'Laboratories', 'Research', 'Science', 'Office', 'Project',
              'Scholarship', 'Centre', 'Center', 'Corporation', 'Inc', 'Ltd', 'NSF', 'NIH', 'DARPA', 'ERC',
              'DFG', 'EPSRC', 'NSFC', 'CNPq', 'CAPES', 'FCT', 'grant', 'award'],
 'people': ['author', 'authors', 'colleague', 'colleagues', 'engineer', 'engineers', 'expert', 'experts',
            'family', 'friends', 'member', 'members', 'parents', 'people', 'researcher', 'researchers',
            'scientists', 'staff', 'student', 'students', 'supervisor', 'supervisors', 'technicians',
            'volunteers'],
 'back_matter': ['appendi', 'reference', 'biograph', 'author', 'declaration', 'funding', 'data avail',
                 'conflict', 'credit', 'supplement', 'availab', 'contribut', 'nomenclature', 'disclosure',
                 'ethic']}
