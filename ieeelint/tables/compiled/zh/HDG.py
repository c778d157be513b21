"""Generated from zh/HDG.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'Spell out "<token>" in the heading, or define it earlier in the text.': '标题里的“<token>”请写全称，或者在前面的正文里先给出定义。',
              'This heading is a sentence. Give it the style "<ownstyle>", or shorten it and spell out "<token>".': '这个标题是一个句子。请给它用样式“<ownstyle>”，或者缩短它并写出“<token>”的全称。',
              'Delete the typed "<typed>". This heading has no number in IEEE papers.': '请删除手动输入的“<typed>”。这个标题在 '
                                                                                        'IEEE 论文里不编号。',
              'Delete the typed "<typed>". The <maker!> numbers the headings.': '请删除手动输入的“<typed>”。标题由<maker!>自动编号。',
              'Delete the typed "<typed>", and press Ctrl+Q in this heading, which turns its automatic number on again.': '请删除手动输入的“<typed>”，再在这个标题里按 '
                                                                                                                          'Ctrl+Q，恢复自动编号。',
              'Delete the typed "<typed>", and give it the style "<style>" of the IEEE template, which has numbers.': '请删除手动输入的“<typed>”，并给标题用 '
                                                                                                                      'IEEE '
                                                                                                                      '模板里带编号的样式“<style>”。',
              'This heading of level <level> follows level <previous> directly. Make it level <previousx>.': '这个 '
                                                                                                             '<level> '
                                                                                                             '级标题直接跟在 '
                                                                                                             '<previous> '
                                                                                                             '级标题后面。请改为 '
                                                                                                             '<previousx> '
                                                                                                             '级。',
              'This is the only heading of its level in the section. Merge its text into the section, or add a second heading.': '这一节里同级的标题只有这一个。请把它的内容并入本节，或者再加一个标题。',
              'The heading "<words>" has no number in IEEE papers. Write \\section*.': '标题“<words>”在 IEEE '
                                                                                       '论文里不编号。请写 '
                                                                                       '\\section*。',
              'The heading "<words>" has no number in IEEE papers. Give it the style "<style>".': '标题“<words>”在 '
                                                                                                  'IEEE '
                                                                                                  '论文里不编号。请给它用样式“<style>”。',
              'The heading "<words>" needs a number. Write \\section without the star.': '标题“<words>”需要编号。请写不带星号的 '
                                                                                         '\\section。',
              'The heading "<words>" needs a number. Press Ctrl+Q in this heading, which turns its automatic number on again.': '标题“<words>”需要编号。请在这个标题里按 '
                                                                                                                                'Ctrl+Q，恢复自动编号。',
              'The heading "<words>" needs a number. Give it the style "<style>" of the IEEE template, which has numbers.': '标题“<words>”需要编号。请给它用 '
                                                                                                                            'IEEE '
                                                                                                                            '模板里带编号的样式“<style>”。',
              'The heading is in all capitals. Use title case; the <maker!> sets capitals.': '标题全是大写。请用实词首字母大写的写法，全大写的样子由<maker!>决定。',
              'Capitalize <shown,> in this heading.': '请把这个标题里<shown,>的首字母改为大写。',
              'Delete the "<bare>" at the end of the heading.': '请删除标题末尾的“<bare>”。',
              '"<words>" looks like a heading. Use a sectioning command, not bold type.': '“<words>”看起来是标题。请用章节命令，不要只用粗体。',
              '"<words>" looks like a heading. Use a heading style, not bold type.': '“<words>”看起来是标题。请用标题样式，不要只用粗体。',
              'The class prints the word Abstract. Delete this redefinition.': '文档类会自动生成 Abstract '
                                                                               '这个词。请删除这处重定义。',
              'The class prints the word Abstract. Delete the typed word.': '文档类会自动生成 Abstract '
                                                                            '这个词。请删除手动输入的这个词。',
              'This section has no text. Write it, or delete the heading.': '这一节没有正文。请写上正文，或者删除标题。',
              'No text is between "<plain>" and this heading. Add a sentence.': '“<plain>”和这个标题之间没有正文。请加一句话。'},
 'rules': {'HDG001': {'of': '14e30735',
                      'title': '标题里不用缩写，除非避免不了。',
                      'why': '请写全称。标题之前的正文已经定义过的缩写，以及领域内人人都知道的缩写，可以使用；标题下的正文最先引用的那篇文献，其题目里的缩写也可以。\n'},
           'HDG002': {'of': '793a7d31', 'title': '标题的编号由文档类或列表样式生成，不手动输入。', 'why': '手动输入的编号会和自动编号重复。请删除它。\n'},
           'HDG003': {'of': '191d4090', 'title': '标题不跳级；一节要么没有小节，要么至少有两个小节。', 'why': '只有一个小节时，请把它并入所在的节。\n'},
           'HDG004': {'of': '26c17bb2',
                      'title': 'Acknowledgment（致谢）和 References（参考文献）的标题不编号，其他标题都编号。',
                      'why': '请写 \\section*{Acknowledgment}。参考文献的标题由参考文献环境自动生成。\n'},
           'HDG005': {'of': '738aa1d1',
                      'title': '行首标题 Abstract 和 Index Terms 由文档类以斜体显示。',
                      'why': '不要手动输入这些词，也不要重定义，环境会自动生成。\n'},
           'HDG006': {'of': 'a289470c',
                      'title': '标题用标题样式，实词首字母大写；不全部大写，不用粗体，末尾不加句号。',
                      'why': '除冠词、并列连词和短介词外，单词首字母都要大写。四个字母及以上的介词，以及连字符后的第二部分，大小写均可。\n'},
           'HDG007': {'of': '24e9c856', 'title': '每一节都要有正文。请写上正文，或者删除标题。'},
           'HDG008': {'of': 'da967255',
                      'title': '一节的标题和它第一个小节的标题之间要有正文。',
                      'why': '有些出版社要求用一句话说明本节的内容。IEEE 没有这个要求，所以这条规则默认关闭。\n'}}}
