"""Generated from zh/FTN.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'This footnote mark is typed by hand. Use \\footnote, which sets the number and position.': '这个脚注标记是手动输入的。请用 '
                                                                                                          '\\footnote，编号和位置都由它设置。',
              'This footnote mark is typed by hand. Insert a footnote, which sets the number and position.': '这个脚注标记是手动输入的。请插入真正的脚注，编号和位置都由它设置。',
              'This footnote mark is typed by hand. <how>, which sets the number and position.': '这个脚注标记是手动输入的。请用 '
                                                                                                 '<how>，编号和位置都由它设置。',
              'IEEE prints footnotes, not endnotes. Use \\footnote.': 'IEEE 用脚注，不用尾注。请用 \\footnote。',
              'Footnotes have the numbers 1, 2, 3. Delete this change of \\thefootnote.': '脚注按 1、2、3 编号。请删除对 '
                                                                                          '\\thefootnote '
                                                                                          '的修改。',
              'This footnote has no mark. Use \\footnote, or \\footnotemark in the text.': '这个脚注没有标记。请用 '
                                                                                           '\\footnote，或者在正文里写 '
                                                                                           '\\footnotemark。',
              'Delete the "<after>" after the footnote mark: one is before it.': '请删除脚注标记后面的“<after>”：前面已经有一个。',
              'Do not put a footnote on a heading. Attach it to the text below.': '标题上不要加脚注。请把它加到下面的正文里。',
              'Put the footnote mark after the "<after>", not before it.': '脚注标记要放在“<after>”之后，不放在之前。',
              'A reference list has no footnotes. Write the words in the entry or in the text.': '参考文献列表里没有脚注。请把内容写进条目或正文。',
              'The mark <group> comes after <highest>. Number the marks in order.': '标记 <group> 排在 <highest> '
                                                                                    '之后。请按顺序编号。',
              'Delete the space before the footnote mark.': '请删除脚注标记前的空格。'},
 'rules': {'FTN001': {'of': '770fafa8',
                      'title': '脚注用 LaTeX 或 Word 的脚注功能，以上标的 1、2、3 编号。',
                      'why': '手动写的编号，在增加脚注后不会跟着变，脚注文字也不会排在栏的底部。字母和符号只用于表格和首页。\n'},
           'FTN002': {'of': '54ac30c5',
                      'title': '参考文献条目和标题上不加脚注。',
                      'why': '请把内容写进条目，或者把脚注加到标题下面的正文里。摘要和题目里的脚注由 ABS003 和 TTL003 报告。\n'},
           'FTN003': {'of': '3da9a01c',
                      'title': '脚注标记紧跟在词后面，放在标点之后，但放在破折号之前。',
                      'why': '标记按编号顺序出现。非英语论文里，标记可以放在标点之前。\n'}}}
