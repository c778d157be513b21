"""Generated from zh/VEN.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'The paper has <count> page<s|>, but the limit is <most> (max-pages). Shorten it.': '论文有 '
                                                                                                  '<count> '
                                                                                                  '页，而上限是 '
                                                                                                  '<most> '
                                                                                                  '页（max-pages）。请缩短。',
              'The paper has <count> page<s|>, but <label?> accepts at most <most> <because!>. Shorten it.': '论文有 '
                                                                                                             '<count> '
                                                                                                             '页，而<label?>最多接受 '
                                                                                                             '<most> '
                                                                                                             '页<because!>。请缩短。',
              'The paper has <count> page<s|>, but <label?> accepts at most <most>, <extra> for references alone included <because!>. Shorten it.': '论文有 '
                                                                                                                                                    '<count> '
                                                                                                                                                    '页，而<label?>最多接受 '
                                                                                                                                                    '<most> '
                                                                                                                                                    '页，其中 '
                                                                                                                                                    '<extra> '
                                                                                                                                                    '页只能放参考文献<because!>。请缩短。',
              'The paper is <names>, but <label?> accepts <accepted> <because!>. <remedy!>': '论文的纸张是 '
                                                                                             '<names>，而<label?>接受 '
                                                                                             '<accepted><because!>。<remedy!>',
              'Give the class the option "<paper>".': '请给文档类加选项“<paper>”。',
              'Use the template of the other size, or change the size of all pages.': '请换用那种纸张的模板，或者修改所有页面的大小。',
              '<label?> prints no biographies <because!>. Delete them.': '<label?>不刊登作者简介<because!>。请删除。',
              'The paper has no biographies for <count> author<s|>, but <label?> asks for one of each <because!>. Write the others.': '有 '
                                                                                                                                      '<count> '
                                                                                                                                      '位作者没有简介，而<label?>要求每位作者都有<because!>。请补上。',
              'The paper has <number> for <count> author<s|>, but <label?> asks for one of each <because!>. Write the others.': '作者简介不全（<number>，共 '
                                                                                                                                '<count> '
                                                                                                                                '位作者），而<label?>要求每位作者都有<because!>。请补上。'},
 'rules': {'VEN001': {'of': 'affa6f7d',
                      'title': '论文的页数不超过会议或期刊的上限。',
                      'why': '超页的论文投稿系统不收。上限写在征稿要求文件里，或者写在设置“max-pages”里。页数取自 PDF 文件、稿件旁的 LaTeX 日志，或者 Word '
                             '保存在稿件里的页数。只有参考文献的页，超过允许的数量才计入。\n'},
           'VEN002': {'of': '91ab2bd2',
                      'title': '论文的纸张大小符合会议或期刊的要求。',
                      'why': '在 LaTeX 里由 IEEEtran 的选项决定，默认是 US letter。\n'},
           'VEN003': {'of': '664f374f',
                      'title': '会议或期刊要求作者简介时，每位作者都有；不刊登作者简介时，一个也没有。',
                      'why': '双盲评审的稿件一律没有作者简介。\n'}}}
