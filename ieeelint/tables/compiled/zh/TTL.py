"""Generated from zh/TTL.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'IEEE Xplore drops subtitles. Join this one to the title with a colon, or delete it.': 'IEEE '
                                                                                                     'Xplore '
                                                                                                     '不显示副标题。请用冒号把它接在题目后面，或者删除它。',
              'The title contains a citation. Delete it, and cite the work in the introduction.': '题目里有引用。请删除，改在引言里引用这篇文献。',
              'The title contains a formula. Use words.': '题目里有公式。请改用文字。',
              'The title has a footnote. Move funding information to <funding!> and everything else to the introduction.': '题目带有脚注。请把资助信息移到 '
                                                                                                                           '<funding!>，其余内容移到引言。',
              'The title has a footnote mark. Delete it, and move funding information to <funding!>.': '题目带有脚注标记。请删除它，并把资助信息移到 '
                                                                                                       '<funding!>。',
              '\\thanks': '\\thanks',
              'a box in the style "sponsors" at the bottom of the page': '页面底部使用样式“sponsors”的文本框',
              'The title contains the symbol "<character>". Delete it or use words.': '题目里有符号“<character>”。请删除它，或者改用文字。',
              'The title contains the symbol "<character>". Write "<word>".': '题目里有符号“<character>”。请写“<word>”。',
              'Spell out "<token>" in the title. IEEE avoids abbreviations there.<rest!>': '题目里的“<token>”请写全称，IEEE '
                                                                                           '的题目不用缩写。<rest!>',
              ' If it is a name, leave it.': '如果它是名称，保持原样即可。',
              'Write "using" in lowercase unless you mean "<noun> that uses".': '请写小写的“using”，除非你的意思是“<noun> '
                                                                                'that uses”。',
              'The title is in all capitals. Use title case.': '题目全是大写。请改为实词首字母大写。',
              'Capitalize <shown,> in the title.': '请把题目里<shown,>的首字母改为大写。',
              'Capitalize <shown,> in the title.<rest!>': '请把题目里<shown,>的首字母改为大写。<rest!>',
              'The title spells "<token>" out. Delete the abbreviation there.': '题目里写出了“<token>”的全称。请删除其中的缩写。'},
 'rules': {'TTL001': {'of': '4ee532d8',
                      'title': '论文题目没有另起一行的副标题。',
                      'why': 'IEEE Xplore 不显示副标题。请用冒号把副标题接在题目后面。只是为了让长题目两行均衡而换行，没有问题。\n'},
           'TTL002': {'of': 'fec6f666',
                      'title': '论文题目里没有公式、符号和特殊字符。',
                      'why': '搜索引擎和 IEEE Xplore 无法显示它们。请改用文字。带重音的字母、破折号，以及 C++、R&D '
                             '这样的名称没有问题；两个词之间的“&”请写“and”。ieeeconf 文档类模板里题目后的星号也没有问题，只要 \\thanks 里的说明以它开头。\n'},
           'TTL003': {'of': '029afa69',
                      'title': '论文题目不带脚注，也不带引用。',
                      'why': '请把资助信息移到 '
                             '\\thanks（它不带标记），其余内容移到引言。题目常常脱离论文单独出现，引用编号在那里没有意义：请写出文献的名称，或者在引言里引用。\n'},
           'TTL004': {'of': '3ee10891',
                      'title': '论文题目不用缩写，除非避免不了。',
                      'why': '请写全称。冒号前可以是论文提出的名称；人人都知道的缩写（LED、GPS、3D）也可以用。\n'},
           'TTL005': {'of': 'b0cb0adb',
                      'title': '题目中除冠词、并列连词和短介词外，单词首字母都大写。',
                      'why': '全部大写也不对。文档类不会改变大小写。\n'},
           'TTL006': {'of': 'd53eeaa1',
                      'title': '题目中的“Using”，只有能换成“That Uses”时才大写。',
                      'why': '“A Radar Using Two Antennas”是使用两根天线的雷达；而“Fault Detection using Wavelets”中，并不是 '
                             'detection 在使用什么。这取决于意思，所以只作提示。\n'}}}
