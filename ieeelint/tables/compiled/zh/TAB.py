"""Generated from zh/TAB.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'title': '表题',
              'caption': '表题',
              'Put the title above the table: captions go below figures only.': '请把表题放在表格上方：只有图注才放在下方。',
              'Write "<right>", not "<typed>": tables have Roman numerals here.': '应写“<right>”，不写“<typed>”：这里的表格用罗马数字编号。',
              'Write "<right>", not "<typed>": tables have Arabic numerals here.': '应写“<right>”，不写“<typed>”：这里的表格用阿拉伯数字编号。',
              'Write "<right>", not "<typed>": spell out the word with a capital.': '应写“<right>”，不写“<typed>”：写全称，首字母大写。',
              '"\\<command>" prints "<printed>" here, but IEEE prints "<right>". <advice!>': '“\\<command>”在这里显示为“<printed>”，而 '
                                                                                             'IEEE '
                                                                                             '写作“<right>”。<advice!>',
              'This numbers tables 1, 2, 3, but IEEE numbers them I, II, III. Delete the line.': '这会让表格按 '
                                                                                                 '1、2、3 编号，而 '
                                                                                                 'IEEE 用 '
                                                                                                 'I、II、III。请删除这一行。',
              'This prints "<strip>" above tables, but IEEE prints "TABLE". Delete the line.': '这会在表格上方显示“<strip>”，而 '
                                                                                               'IEEE '
                                                                                               '用“TABLE”。请删除这一行。',
              '\\<name> changes the type of the table from 8 points. Use table*, fewer columns or shorter headers.': '\\<name> '
                                                                                                                     '会让表格的字号不再是 '
                                                                                                                     '8 '
                                                                                                                     'pt。请改用 '
                                                                                                                     'table*、减少列数或缩短表头。',
              '\\<name> changes the type of the table from 8 points. Use fewer columns or shorter headers.': '\\<name> '
                                                                                                             '会让表格的字号不再是 '
                                                                                                             '8 '
                                                                                                             'pt。请减少列数或缩短表头。',
              '\\textwidth spans both columns. Use table* or \\columnwidth.': '\\textwidth 横跨两栏。请用 table* 或 '
                                                                              '\\columnwidth。',
              '\\<name> is 5-point type, but IEEE tables have 8 points. Delete it: the class sets the size.': '\\<name> '
                                                                                                              '是 '
                                                                                                              '5 '
                                                                                                              'pt，而 '
                                                                                                              'IEEE '
                                                                                                              '的表格用 '
                                                                                                              '8 '
                                                                                                              'pt。请删除它：字号由文档类设置。',
              'This table is a picture. Type it as a table, so that its font fits and its numbers can be copied.': '这个表格是一张图片。请用真正的表格来写，这样字体才合适，数字也能复制。',
              'Put the unit in parentheses: "<right>", not "<strip>".': '单位要放在圆括号里：写“<right>”，不写“<strip>”。',
              'Mark this note with the superscript "<letter>", not "<label>": notes of tables have lowercase letters.': '表注请用上标字母“<letter>”，不用“<label>”：表注用小写字母标注。',
              'A footnote in a table is lost or printed far from it. Put a note with a superscript letter (a, b) under the table.': '表格里的脚注会丢失，或者排到很远的地方。请在表格下方写表注，并用上标字母（a、b）标注。',
              'Delete "<typed>": the label is printed automatically.': '请删除“<typed>”：表号会自动生成。',
              'Use title case for a table title. Capitalize <words,>.': '表题的实词首字母要大写：请改<words,>。',
              'Delete the final period: a table title has none.': '请删除末尾的句号：表题不加句号。',
              'This table has no title. Add one above it, so that the text can cite it.': '这个表格没有表题。请在表格上方加上表题，正文才能引用它。',
              'This table has no title. Add one above it in the style "<style>", so that the text can cite it.': '这个表格没有表题。请在上方加上表题，用样式“<style>”，正文才能引用它。',
              'This table title is empty. Say what the table lists.': '表题是空的。请写明表格列出了什么。'},
 'rules': {'TAB001': {'of': 'a3dac0f8',
                      'title': '表题放在表格上方。',
                      'why': '图注在图的下方，表题在表格上方。请把 \\caption 和它的 \\label 移到 tabular 之前。\n'},
           'TAB002': {'of': '37a4b2bd',
                      'title': '正文引用表格时写“Table I”：首字母大写，用罗马数字。',
                      'why': 'IEEEtran 用罗马数字给表格编号；Computer Society 的论文和 IEEE Access '
                             '用阿拉伯数字。数字前写“Tab.”“table”或“TABLE”都不合 IEEE 的规范。请用 \\ref 引用，编号才始终与表格一致。\n'},
           'TAB003': {'of': '48ccbada',
                      'title': '每个表格都要在正文中引用：引用先于表格出现，并且按编号顺序。',
                      'why': '读者应当先在正文里读到“Table II”，再看到这个表格。LaTeX 可能把浮动体移到源文件之外的位置，所以表格早于引用时只作提示。\n'},
           'TAB004': {'of': 'da209948',
                      'title': '表格放在一栏的顶部或底部，宽表格横跨两栏，并且不要缩放。',
                      'why': '[h] 和 [H] 会把表格固定在声明的位置。\\resizebox 会改变 IEEE 规定的 8 pt 字号：请用 table*，或者减少列数。\n'},
           'TAB005': {'of': '3cdb101f',
                      'title': '表注用上标小写字母标注，放在表格下方。',
                      'why': '数字看起来像指数；浮动体里的 \\footnote 会丢失，或者排到另一栏的底部。请在单元格里和最后一行的表注前写 $^{\\mathrm{a}}$。\n'},
           'TAB006': {'of': 'f8c43f9b',
                      'title': '表题的写法与标题相同：实词首字母大写，末尾不加句号，不手动输入“TABLE I”。',
                      'why': '标号由文档类自动生成，表题也由它排成小型大写字母，所以不要手动全部大写。\n'},
           'TAB007': {'of': 'f78cfc7e',
                      'title': '表格要用真正的表格来写，不用图片；表头里的单位放在圆括号里。',
                      'why': '图片里的字号和字体都不对，数字也无法搜索、复制或朗读。\n'}}}
