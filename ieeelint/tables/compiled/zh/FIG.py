"""Generated from zh/FIG.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'Put the caption below the figure: captions go above tables only.': '请把图注放在图的下方：只有表题才放在上方。',
              'Delete "<typed>": the label is printed automatically.': '请删除“<typed>”：图号会自动生成。',
              'Delete "<strip>": an IEEE caption does not begin with an article.': '请删除“<strip>”：IEEE '
                                                                                   '的图注不以冠词开头。',
              'End the caption with a period.': '图注末尾要加句号。',
              'This figure has no caption. Add one below it, so that the text can cite it.': '这张图没有图注。请在图的下方加上图注，正文才能引用它。',
              'This picture has no caption. Add one below it in the style "<style>", so that the text can cite it.': '这张图片没有图注。请在下方加上图注，用样式“<style>”，正文才能引用它。',
              'This caption is empty. Write what the figure shows.': '图注是空的。请写明这张图展示了什么。',
              '<words> spans both columns. Use \\columnwidth, or figure* if the picture needs the whole width.': '<words> '
                                                                                                                 '横跨两栏。请用 '
                                                                                                                 '\\columnwidth；如果图确实需要整页宽度，请用 '
                                                                                                                 'figure*。',
              '<words> is wider than its column. Use <measure>, or figure* across both columns.': '<words> '
                                                                                                  '超出了栏宽。请用 '
                                                                                                  '<measure>，或用跨两栏的 '
                                                                                                  'figure*。',
              '<words> is wider than a column (3.5 in, 8.9 cm). Use \\columnwidth, or figure* across both columns.': '<words> '
                                                                                                                     '超出了栏宽（3.5 '
                                                                                                                     'in，即 '
                                                                                                                     '8.9 '
                                                                                                                     'cm）。请用 '
                                                                                                                     '\\columnwidth，或用跨两栏的 '
                                                                                                                     'figure*。',
              'This picture is <words> wide and fits in one column. Use figure, not figure*.': '这张图宽 '
                                                                                               '<words>，放得进单栏。请用 '
                                                                                               'figure，不要用 '
                                                                                               'figure*。',
              'Name the quantity on the axis, not only its symbol, as in "Magnetization, M", not "<words>".': '坐标轴要写出物理量的名称，不能只写符号：例如“Magnetization, '
                                                                                                              'M”，而不是“<words>”。',
              'Spell out the axis label: not every reader knows "<words>".': '坐标轴标签请写全称：并非每位读者都认识“<words>”。',
              'Name the quantity on the axis, not only its unit, as in "Magnetization (A/m)", not "<bare>".': '坐标轴要写出物理量的名称，不能只写单位：例如“Magnetization '
                                                                                                              '(A/m)”，而不是“<bare>”。',
              'Put the unit in parentheses: "<right>", not "<bare>".': '单位要放在圆括号里：写“<right>”，不写“<bare>”。',
              'Type of <size> points is too small for a figure. Use 8 points: \\footnotesize.': '图中的字号 '
                                                                                                '<size> pt '
                                                                                                '太小。请用 8 '
                                                                                                'pt：\\footnotesize。',
              'Type of <size> points is too large for a figure. Use 8 points: \\footnotesize.': '图中的字号 '
                                                                                                '<size> pt '
                                                                                                '太大。请用 8 '
                                                                                                'pt：\\footnotesize。',
              'Delete "<typed>": the letter of the part is printed automatically.': '请删除“<typed>”：子图的字母会自动生成。',
              'The caption names parts (a) and (b), but \\<name> without [] prints no letters. Write \\<name>[]{...}.': '图注提到了子图 '
                                                                                                                        '(a) '
                                                                                                                        '和 '
                                                                                                                        '(b)，但 '
                                                                                                                        '\\<name> '
                                                                                                                        '不带 '
                                                                                                                        '[] '
                                                                                                                        '就不会显示字母。请写成 '
                                                                                                                        '\\<name>[]{...}。',
              'Say in the caption what the parts (a), (b) ... show.': '请在图注里说明各子图 (a)、(b) 等分别展示了什么。',
              'Name the parts in order: (<right>) before (<letter>).': '请按顺序介绍子图：(<right>) 在 (<letter>) 之前。',
              'Write "<right>", not "<typed>": IEEE abbreviates the word, even at the start of a sentence.': '应写“<right>”，不写“<typed>”：IEEE '
                                                                                                             '一律用缩写，句首也不例外。',
              'Write "<right>", not "<typed>": Computer Society conference papers print the word in full.': '应写“<right>”，不写“<typed>”：Computer '
                                                                                                            'Society '
                                                                                                            '的会议论文不用缩写。',
              'Write "<right>", not "<typed>": the number has no parentheses.': '应写“<right>”，不写“<typed>”：图号不加括号。',
              '"\\<command>" prints "<printed>", but IEEE writes "<right>", even at the start of a sentence. <advice!>': '“\\<command>”显示为“<printed>”，而 '
                                                                                                                         'IEEE '
                                                                                                                         '写作“<right>”，句首也不例外。<advice!>',
              '"\\<command>" prints "<printed>", but Computer Society conference papers print "<right>". <advice!>': '“\\<command>”显示为“<printed>”，而 '
                                                                                                                     'Computer '
                                                                                                                     'Society '
                                                                                                                     '的会议论文写作“<right>”。<advice!>'},
 'rules': {'FIG001': {'of': 'fe5b7d5e',
                      'title': '正文引用图时写“Fig. 1”，句首也一样。',
                      'why': 'IEEE 在任何位置都用缩写，首字母大写，后加句点；只有 Computer Society 的会议论文写“Figure '
                             '1”。单写一个数字，读者不知道它是什么的编号。\\figurename~\\ref{...} 在任何文档类里都正确。\\autoref 和 \\Cref '
                             '会显示“Figure”，\\cref 会显示“fig.”，除非你改过它们的设置。\n'},
           'FIG002': {'of': '7b016ea4',
                      'title': '图注放在图的下方。',
                      'why': '表题在表格上方，图注在图的下方。请把 \\caption 和它的 \\label 移到浮动体里最后一张图之后。\n'},
           'FIG003': {'of': '4868b171',
                      'title': '图注首字母大写，不以冠词开头，末尾加句号，也不要手动输入“Fig. 1”。',
                      'why': '“Fig. 1.”由文档类自动生成，手动再写一遍就会重复。图注可以是短语，也可以是句子，末尾都有句号。\n'},
           'FIG004': {'of': '3bdba6a3',
                      'title': '每张图都要在正文中引用：引用先于图出现，并且按图号的顺序。',
                      'why': '读者应当先在正文里读到“Fig. 3”，再看到这张图。没有引用的图，编辑会删掉或者来问你；引用顺序不对的图，编辑会重新编号。LaTeX '
                             '可能把浮动体移到源文件之外的位置，所以图早于引用时只作提示。\n'},
           'FIG005': {'of': 'd00ca28e',
                      'title': '图放在一栏的顶部或底部，不要夹在正文中间。',
                      'why': '[h] 和 [H] 会把浮动体固定在声明的位置；用 [!t] 时，LaTeX 会把它移到栏顶。Computer Society 的会议允许用 '
                             '[h]。跨两栏的图无法使用 [h]，LaTeX 会把它推到论文末尾。\n'},
           'FIG006': {'of': 'fdcde3d1',
                      'title': '图要么不超过栏宽，要么横跨两栏。',
                      'why': '在双栏论文里，\\textwidth 是整页的宽度，这么宽的图会盖住旁边一栏。请用 \\columnwidth；宽图请用 figure*。\n'},
           'FIG007': {'of': '3690c552',
                      'title': '坐标轴要用文字说明，不能只写符号或缩写。',
                      'why': '不应让读者去查 M 是什么：请写“Magnetization”或“Magnetization, M”。\n'},
           'FIG008': {'of': '1d799699',
                      'title': '坐标轴标签先写物理量，再把单位放在圆括号里：Temperature (K)。',
                      'why': '只写单位，看不出画的是什么；“Temperature/K”读起来像一个比值。\n'},
           'FIG009': {'of': '842c4649',
                      'title': '图中的文字用 8 pt，与图注相同。',
                      'why': '\\tiny 只有 5 pt，打印出来看不清；在 IEEEtran 里 \\footnotesize 就是 8 pt。之后又缩放过的图不检查。\n'},
           'FIG010': {'of': '4072f485',
                      'title': '子图的 (a)、(b) 由文档类按顺序自动标注，并在图注中逐一说明。',
                      'why': '\\subfloat[]{...} 会自动生成字母，\\subfloat{...} 不会。请在各子图自己的图注或整张图的图注里说明每个子图。\n'}}}
