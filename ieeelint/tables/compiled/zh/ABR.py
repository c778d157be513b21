"""Generated from zh/ABR.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'Define "<token>" at its first use: spell it out, followed by "(<token>)".<rest!>': '“<token>”首次出现时要给出定义：先写全称，再写“(<token>)”。<rest!>',
              ' If it is a name, leave it.': '如果它是名称，保持原样即可。',
              '"<shown>" is used here before its definition. Move "<expansion> (<asdefined>)" to this first use.': '“<shown>”在定义之前就用了。请把“<expansion> '
                                                                                                                   '(<asdefined>)”移到这个首次出现的位置。',
              '"<token>" is probably a slip for "<meant>". If not, define it.': '“<token>”可能是“<meant>”的笔误。如果不是，请给出定义。',
              'Define "<token>" at its first use. If it means "<meaning>", write "<meaning> (<token>)".<rest!>': '“<token>”首次出现时要给出定义。如果指的是“<meaning>”，请写“<meaning> '
                                                                                                                 '(<token>)”。<rest!>',
              '"<token>" is defined only in the abstract. Define it again here, at its first use in the body: "<expansion> (<asdefined>)".': '“<token>”只在摘要里定义过。请在这里（正文中首次出现处）再定义一次：“<expansion> '
                                                                                                                                             '(<asdefined>)”。',
              '"<token>" is defined only in the <zone!>. Define it again here, at its first use in the body: "<expansion> (<asdefined>)".': '“<token>”只在<zone!>里定义过。请在这里（正文中首次出现处）再定义一次：“<expansion> '
                                                                                                                                            '(<asdefined>)”。',
              'title': '题目',
              'caption': '图注或表题',
              'footnote': '脚注',
              'keywords': '关键词',
              'acknowledgment': '致谢',
              'biography': '作者简介',
              '"<token>" is spelled out only in the abstract. After it, write \\<lower>resetall, so that the body spells it out, too.': '“<token>”只在摘要里写过全称。请在摘要后写 '
                                                                                                                                        '\\<lower>resetall，正文才会再写一次全称。',
              '"<token>" is already defined. Use <define> at the first definition, too, or <onlyshort> here.': '“<token>”已经定义过。第一次定义处也请用 '
                                                                                                               '<define>，或者在这里用 '
                                                                                                               '<onlyshort>。',
              '"<token>" is already defined. Write only "<short>" here.': '“<token>”已经定义过。这里只写“<short>”。',
              '"<token>" is already defined. Write <onlyshort> here.': '“<token>”已经定义过。这里请写 <onlyshort>。',
              '"<token>" is defined but never used again. Omit the abbreviation: write only "<expansion>".': '“<token>”定义之后再没用过。请去掉缩写，只写“<expansion>”。',
              'These words are abbreviated "<other>" elsewhere. If "<token>" is a slip, write "<other>".': '这些词在别处缩写为“<other>”。如果“<token>”是笔误，请写“<other>”。',
              '"<token>" already means "<expansion>". Use another abbreviation, or spell out "<expansionx>".': '“<token>”已经表示“<expansion>”。请换一个缩写，或者写出“<expansionx>”的全称。',
              '"<expansion>" is already abbreviated "<token>". Use one abbreviation for it.': '“<expansion>”已经缩写为“<token>”。请统一用一个缩写。',
              '"<token>" needs no definition. Write only "<style>".': '“<token>”不需要定义。只写“<style>”。',
              '"<token>" needs no definition. Write only the abbreviation, which IEEE prints "<style>".': '“<token>”不需要定义。只写缩写，IEEE '
                                                                                                          '写作“<style>”。',
              'Write "<token>s" if you mean several: the plural of an abbreviation takes no apostrophe.': '如果是复数，请写“<token>s”：缩写的复数不加撇号。',
              'Write "<number>s": a decade takes no apostrophe.': '请写“<number>s”：年代不加撇号。'},
 'rules': {'ABR001': {'of': 'f286f3f0',
                      'title': '缩写在正文首次出现时要定义，即使摘要里已经定义过。',
                      'why': '先写全称，再在圆括号里写缩写：“a self-organizing map '
                             '(SOM)”。人人都知道的缩写不需要定义。只出现一两次的未定义词只作提示，因为它更可能是专有名称。你可以在设置里扩充词表：缩写用 abbreviations '
                             '的 tier_b 和 tier_c，名称用 acronym_names。打开 strict-abbreviations 后，只有 IEEE '
                             '自己列出的缩写不需要定义。\n'},
           'ABR002': {'of': '2e2f177f',
                      'title': '摘要里定义过的缩写，在正文首次出现时要再定义一次。',
                      'why': '有的读者只看摘要，有的读者只看正文。用 glossaries 宏包时，请在摘要后写 \\glsresetall，用 acro 时写 '
                             '\\acresetall：所有缩写就会重新定义一次。\n'},
           'ABR003': {'of': '62ad7190',
                      'title': '正文里一个缩写只定义一次，而且只在后面还会用到时才定义。',
                      'why': '定义之后只写缩写。只用一次的术语请写全称。\n'},
           'ABR004': {'of': '0914a5c1',
                      'title': '一个缩写只有一个含义，一个术语只有一个缩写。',
                      'why': '请给其中一个改名，或者写全称。资助机构的名称和作者简介里的名称不算。\n'},
           'ABR005': {'of': '069e0398',
                      'title': 'IEEE、SI、MKS、CGS、ac、dc 和 rms 不需要定义。',
                      'why': 'IEEE 出版物的读者都认识它们。只写缩写即可。\n'},
           'ABR006': {'of': '49b66d84',
                      'title': '缩写和年代的复数只加 s，不加撇号。',
                      'why': "“CPU's”是所有格：CPU 的。只有后面不接名词时才会报告。\n"}}}
