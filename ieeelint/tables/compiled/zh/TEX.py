"""Generated from zh/TEX.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'The class "<name>" is not IEEE\'s. Write \\documentclass[<mode>]{IEEEtran}.': '文档类“<name>”不是 '
                                                                                             'IEEE 的。请写 '
                                                                                             '\\documentclass[<mode>]{IEEEtran}。',
              'The option "compsoc" is for venues of the Computer Society. Remove it for any other venue.': '选项“compsoc”只用于 '
                                                                                                            'Computer '
                                                                                                            'Society。投其他会议或期刊请去掉它。',
              'IEEE Access has its own class. Write \\documentclass{ieeeaccess}.': 'IEEE Access 有自己的文档类。请写 '
                                                                                   '\\documentclass{ieeeaccess}。',
              'The class has both <papers> and <papersx>. Keep the option that the venue asks for.': '文档类同时有 '
                                                                                                     '<papers> '
                                                                                                     '和 '
                                                                                                     '<papersx>。请只留投稿要求的那个选项。',
              'IEEE papers are set in 10 pt. Remove the class option <size>.': 'IEEE 论文用 10 pt。请去掉文档类选项 '
                                                                               '<size>。',
              'IEEE papers have two columns. Remove the class option onecolumn.': 'IEEE 论文分两栏。请去掉文档类选项 '
                                                                                  'onecolumn。',
              '"<name>" is not one of IEEE\'s classes. Use IEEEtran unless the venue requires this class.': '“<name>”不是 '
                                                                                                            'IEEE '
                                                                                                            '的文档类。除非投稿要求用它，否则请用 '
                                                                                                            'IEEEtran。',
              'The class has no mode option, so IEEEtran sets a journal paper. Write \\documentclass[conference]{IEEEtran}.': '文档类没有模式选项，IEEEtran '
                                                                                                                              '会按期刊论文排版。请写 '
                                                                                                                              '\\documentclass[conference]{IEEEtran}。',
              'The class has no mode option, so IEEEtran sets a journal paper. Write the option [journal] or [conference].': '文档类没有模式选项，IEEEtran '
                                                                                                                             '会按期刊论文排版。请写选项 '
                                                                                                                             '[journal] '
                                                                                                                             '或 '
                                                                                                                             '[conference]。',
              'The class is set up for a <written!> paper, but checked as a <checked!> paper. Write the option "<option>", or check with another profile.': '文档类按<written!>设置，而检查时按<checked!>。请写选项“<option>”，或者换一种类型检查。',
              'conference': '会议论文',
              'journal': '期刊论文',
              'access': 'IEEE Access 论文',
              'letters': '快报论文',
              'magazine': '杂志文章',
              'computer-society': 'Computer Society 论文',
              'This is the final version. Remove the class option <option>.': '这是终稿。请去掉文档类选项 <option>。',
              "IEEE's class sets the line spacing. Remove this.": '行距由 IEEE 的文档类设置。请去掉它。',
              "\\<name> is changed here. IEEE's class sets it. Remove this line.": '这里修改了 \\<name>，而它由 IEEE '
                                                                                   '的文档类设置。请删除这一行。',
              '\\textheight is changed here. Let the publisher balance the last page. Remove this line.': '这里修改了 '
                                                                                                          '\\textheight。最后一页的两栏由出版社对齐，请删除这一行。',
              'This shortens the page by hand to balance the last two columns. Set it last, when the text is final.': '这会手动缩短页面来对齐最后两栏。请等正文定稿后再设置。',
              'The package "setspace" is loaded, but nothing uses it. Remove it.': '加载了宏包“setspace”，却没有用到。请去掉它。',
              '<name> reduces the space in the list. Use the standard list environment: the class sets its space.': '<name> '
                                                                                                                    '会缩小列表的间距。请用标准的列表环境，间距由文档类设置。',
              'The package "setspace" changes the line spacing of captions. IEEE\'s class sets it. Remove the package and this setting of the captions.': '宏包“setspace”改变了图注和表题的行距，而它由 '
                                                                                                                                                          'IEEE '
                                                                                                                                                          '的文档类设置。请去掉这个宏包和这处设置。',
              'The package "<name>" <effect!>. IEEE\'s class sets the layout. Remove it.': '宏包“<name>”<effect!>，而版面由 '
                                                                                           'IEEE '
                                                                                           '的文档类设置。请去掉它。',
              'changes the margins': '会改变页边距',
              'changes the line spacing': '会改变行距',
              'replaces the Times fonts of the class': '会换掉文档类的 Times 字体',
              'replaces the fonts of formulas, which the class sets': '会换掉公式的字体，而它由文档类设置',
              'The line spacing is changed to <value>. <advice!>': '这里把行距改成了 <value>。<advice!>',
              '\\<name> increases the line spacing. <advice!>': '\\<name> 会增大行距。<advice!>',
              'The environment <name> changes the line spacing. <advice!>': '环境 <name> 会改变行距。<advice!>',
              '\\<name> sets one column. IEEE papers have two columns and the margins of the class. Remove this.': '\\<name> '
                                                                                                                   '会改为一栏。IEEE '
                                                                                                                   '论文分两栏，页边距由文档类设置。请去掉它。',
              '\\<name> sets other margins. IEEE papers have two columns and the margins of the class. Remove this.': '\\<name> '
                                                                                                                      '会改变页边距。IEEE '
                                                                                                                      '论文分两栏，页边距由文档类设置。请去掉它。',
              "multicols changes the columns. IEEE's class already sets two columns. Remove the environment.": 'multicols '
                                                                                                               '会改变分栏。IEEE '
                                                                                                               '的文档类已经分两栏。请去掉这个环境。',
              '\\<name> changes the margins or the spacing of the class. Remove it unless the venue requires it.': '\\<name> '
                                                                                                                   '会改变文档类的页边距或间距。除非投稿要求，否则请去掉它。',
              'This reduces the space in all lists. The class sets it. Remove this.': '这会缩小所有列表的间距，而它由文档类设置。请去掉它。',
              "This makes the type of the reference list smaller than IEEE's. Remove it.": '这会让参考文献的字号小于 '
                                                                                           'IEEE 的规定。请去掉它。',
              '"<join>" removes space. IEEE sets the spacing. Remove it.': '“<join>”会压缩间距，而间距由 IEEE 设置。请去掉它。',
              "\\enlargethispage makes this page longer than IEEE's pages. Remove it and shorten the text.": '\\enlargethispage '
                                                                                                             '会让这一页比 '
                                                                                                             'IEEE '
                                                                                                             '的页面长。请去掉它，并精简正文。',
              'Many paragraphs are tightened with \\looseness. Shorten the text instead.': '许多段落都用 '
                                                                                           '\\looseness '
                                                                                           '压缩了。请精简正文。',
              'The package "<name>" <effect!>. Remove it.': '宏包“<name>”<effect!>。请去掉它。',
              'The main font is changed here. IEEE prints in Times, which the class loads. Remove this.': '这里修改了正文字体。IEEE '
                                                                                                          '用 '
                                                                                                          'Times，由文档类加载。请去掉它。',
              'The main font is "<strip>". IEEE prints in Times. Write \\setmainfont{TeX Gyre Termes}.': '正文字体是“<strip>”。IEEE '
                                                                                                         '用 '
                                                                                                         'Times。请写 '
                                                                                                         '\\setmainfont{TeX '
                                                                                                         'Gyre '
                                                                                                         'Termes}。',
              'From here on, \\<name> changes the size of the text. IEEE papers keep the size of the class. Remove it, or put it in braces with the text that it is for.': '\\<name> '
                                                                                                                                                                           '从这里开始改变正文的字号。IEEE '
                                                                                                                                                                           '论文用文档类的字号。请去掉它，或者把它和要作用的文字一起放进花括号。',
              'The option "<option>" of "<name>" sets the whole text in sans serif. IEEE prints in Times. Remove the option.': '“<name>”的选项“<option>”会让全文变成无衬线字体。IEEE '
                                                                                                                               '用 '
                                                                                                                               'Times。请去掉这个选项。',
              'The package "<name>" moves floats in a way that IEEE\'s class does not expect. Check where they are in the PDF.': '宏包“<name>”移动浮动体的方式不符合 '
                                                                                                                                 'IEEE '
                                                                                                                                 '的文档类。请在 '
                                                                                                                                 'PDF '
                                                                                                                                 '里检查它们的位置。',
              'The package "subcaption" loads "caption", which replaces IEEE\'s captions. IEEE recommends \\usepackage[<subfigoptions>]{subfig}.': '宏包“subcaption”会加载“caption”，从而换掉 '
                                                                                                                                                   'IEEE '
                                                                                                                                                   '的图注。IEEE '
                                                                                                                                                   '建议用 '
                                                                                                                                                   '\\usepackage[<subfigoptions>]{subfig}。',
              'The placement [H] of the package "float" puts floats in the middle of a column. IEEE sets them at the top or bottom. Write [t] or [!t].': 'float '
                                                                                                                                                         '宏包的 '
                                                                                                                                                         '[H] '
                                                                                                                                                         '会把浮动体放在一栏的中间。IEEE '
                                                                                                                                                         '把它们放在栏的顶部或底部。请写 '
                                                                                                                                                         '[t] '
                                                                                                                                                         '或 '
                                                                                                                                                         '[!t]。',
              'The package "subfig" replaces IEEE\'s captions unless it has the option caption=false. Write \\usepackage[<subfigoptions>]{subfig}.': '宏包“subfig”如果不加选项 '
                                                                                                                                                     'caption=false，会换掉 '
                                                                                                                                                     'IEEE '
                                                                                                                                                     '的图注。请写 '
                                                                                                                                                     '\\usepackage[<subfigoptions>]{subfig}。',
              'The package "fixltx2e" undoes what "stfloats" does, and LaTeX no longer needs it. Remove it.': '宏包“fixltx2e”会抵消“stfloats”的作用，而且 '
                                                                                                              'LaTeX '
                                                                                                              '已经不需要它。请去掉它。',
              'The package "<name>" replaces IEEE\'s captions. Remove it.': '宏包“<name>”会换掉 IEEE 的图注。请去掉它。',
              'The package "<name>" is obsolete. Load <package> and write <command>.': '宏包“<name>”已经过时。请加载 '
                                                                                       '<package>，并写 '
                                                                                       '<command>。',
              'The package "<name>" is obsolete. Load <instead>.': '宏包“<name>”已经过时。请加载 <instead>。',
              'IEEE sets technical notes in 9 pt. Write \\documentclass[9pt,technote]{IEEEtran}.': 'IEEE '
                                                                                                   '的技术短文用 9 '
                                                                                                   'pt。请写 '
                                                                                                   '\\documentclass[9pt,technote]{IEEEtran}。',
              'Nothing in the draft needs \\IEEEoverridecommandlockouts. It is only for \\thanks and a few other commands. Remove it.': '稿件里没有内容需要 '
                                                                                                                                        '\\IEEEoverridecommandlockouts：它只用于 '
                                                                                                                                        '\\thanks '
                                                                                                                                        '等几个命令。请去掉它。',
              '\\IEEEoverridecommandlockouts is repeated. Delete the repetition.': '\\IEEEoverridecommandlockouts '
                                                                                   '重复了。请删除多余的。',
              'The mode <mode> prints a cover page only with \\IEEEpeerreviewmaketitle. Write that command after the index terms.': '<mode> '
                                                                                                                                    '模式要用 '
                                                                                                                                    '\\IEEEpeerreviewmaketitle '
                                                                                                                                    '才会印封面。请把这个命令写在关键词之后。',
              'The class disables \\<command> in conference mode: <what!>.': '在会议论文模式下，文档类会禁用 '
                                                                             '\\<command>：<what!>。',
              'its text is lost. Add \\IEEEoverridecommandlockouts after \\documentclass': '它的文字会丢失。请在 '
                                                                                           '\\documentclass '
                                                                                           '之后加上 '
                                                                                           '\\IEEEoverridecommandlockouts',
              'it prints a plain letter. Conference papers have no drop capital. Type the word instead': '它只显示普通字母。会议论文没有首字下沉，请直接输入这个词',
              'its text is lost. Conference papers have no biographies. Remove it': '它的文字会丢失。会议论文没有作者简介，请去掉它',
              'its text is lost. Add \\IEEEoverridecommandlockouts if the venue asks for this line': '它的文字会丢失。如果投稿要求有这一行，请加上 '
                                                                                                     '\\IEEEoverridecommandlockouts',
              'it does nothing. Add \\IEEEoverridecommandlockouts if the venue asks for the line': '它不起作用。如果投稿要求有这一行，请加上 '
                                                                                                   '\\IEEEoverridecommandlockouts',
              'its text is lost. Conference papers have no membership grades. Remove it': '它的文字会丢失。会议论文不写会员等级，请去掉它',
              'its text is lost. Add \\IEEEoverridecommandlockouts if you need it': '它的文字会丢失。如果需要，请加上 '
                                                                                    '\\IEEEoverridecommandlockouts',
              '\\label{<key>} is before the heading, so references print the number of the previous section. Move it right after the heading.': '\\label{<key>} '
                                                                                                                                                '写在标题之前，引用时会显示上一节的编号。请移到标题之后。',
              'The label "<key>" is already defined in line <line>. Rename one of them.': '标签“<key>”在第 '
                                                                                          '<line> '
                                                                                          '行已经定义过。请给其中一个改名。',
              'The label "<key>" is already defined in line <line> of <file>. Rename one of them.': '标签“<key>”在 '
                                                                                                    '<file> '
                                                                                                    '的第 '
                                                                                                    '<line> '
                                                                                                    '行已经定义过。请给其中一个改名。',
              '\\label{<key>} is before its caption, so references print the number of the section. Move it right after the caption.': '\\label{<key>} '
                                                                                                                                       '写在 '
                                                                                                                                       '\\caption '
                                                                                                                                       '之前，引用时会显示节的编号。请移到 '
                                                                                                                                       '\\caption '
                                                                                                                                       '之后。',
              'This <kind!> has a label but no caption, so references print the number of the section. Add a caption before the label.': '这个<kind!>有标签却没有 '
                                                                                                                                         '\\caption，引用时会显示节的编号。请在标签之前加上 '
                                                                                                                                         '\\caption。',
              'This reference has no key and prints "??". Write the key, or delete it.': '这处引用没有标签名，会显示为“??”。请写上标签名，或者删除引用。',
              'There is no label "<key>", so this reference prints "??". Add the label, or correct the key.': '没有标签“<key>”，这处引用会显示为“??”。请加上标签，或者改正名称。',
              'There is no label "<key>", so this reference prints "??". Did you mean "<similar>"?': '没有标签“<key>”，这处引用会显示为“??”。是不是想写“<similar>”？',
              'The package "cleveref" must be loaded after "hyperref", or its references print incorrectly. Move it after hyperref.': '宏包“cleveref”必须在“hyperref”之后加载，否则引用会显示错误的编号。请移到 '
                                                                                                                                      'hyperref '
                                                                                                                                      '之后。',
              'natbib cites by author and year, but IEEE cites by number. Write \\usepackage[numbers]{natbib}, or use the package cite.': 'natbib '
                                                                                                                                          '按作者和年份引用，而 '
                                                                                                                                          'IEEE '
                                                                                                                                          '按编号引用。请写 '
                                                                                                                                          '\\usepackage[numbers]{natbib}，或者用 '
                                                                                                                                          'cite '
                                                                                                                                          '宏包。',
              'Links print in color, but IEEE wants invisible links. Write hidelinks instead.': '链接显示为彩色，而 '
                                                                                                'IEEE '
                                                                                                '要求链接不可见。请改写 '
                                                                                                'hidelinks。',
              'hyperref draws a colored box around each link. Write hidelinks as its last option.': 'hyperref '
                                                                                                    '会给每个链接加彩色方框。请把 '
                                                                                                    'hidelinks '
                                                                                                    '写成它的最后一个选项。',
              'hyperref draws a colored box around each link. Write \\usepackage[hidelinks]{hyperref}.': 'hyperref '
                                                                                                         '会给每个链接加彩色方框。请写 '
                                                                                                         '\\usepackage[hidelinks]{hyperref}。',
              'The packages "cite" and "<name>" do not work together. Keep only one.': '宏包“cite”和“<name>”不能一起用。请只留一个。',
              '"<name>" is an absolute path. Write a path relative to the paper\'s folder.': '“<name>”是绝对路径。请写相对于论文文件夹的路径。',
              '"<name>" is outside the folder of the paper, so it is not sent with it. Copy it into the folder.': '“<name>”在论文文件夹之外，不会随论文一起提交。请复制到文件夹里。',
              'None of the <count> pictures is in the folder; "<name>" is the first. Send them with the paper.': '<count> '
                                                                                                                 '张图片都不在文件夹里，第一张是“<name>”。请随论文一起提交。',
              'minted runs a program while the paper is built, which publishers do not allow. Use listings, or send the cache with the option frozencache.': 'minted '
                                                                                                                                                             '在编译论文时会运行程序，出版社不允许。请用 '
                                                                                                                                                             'listings，或者加选项 '
                                                                                                                                                             'frozencache '
                                                                                                                                                             '并提交缓存。',
              'The picture "<name>" is not in the folder. Add it, or correct the name.': '图片“<name>”不在文件夹里。请加上它，或者改正文件名。',
              'The package file "<name>.sty" is not in the folder. Add it.': '宏包文件“<name>.sty”不在文件夹里。请加上它。',
              '"<name>" is an absolute path. Put the file in the folder of the paper.': '“<name>”是绝对路径。请把文件放进论文的文件夹。',
              'The included file "<name>" is not in the project. Add it, or correct the name.': '项目里没有要包含的文件“<name>”。请加上它，或者改正文件名。',
              'The bibliography file "<name>" is not in the project. Add it, or the .bbl file that BibTeX made from it.': '项目里没有参考文献文件“<name>”。请加上它，或者加上 '
                                                                                                                          'BibTeX '
                                                                                                                          '由它生成的 '
                                                                                                                          '.bbl '
                                                                                                                          '文件。',
              'The file is "<file>", and only Windows and macOS find it as "<name>". Write "<right>".': '文件名是“<file>”，写成“<name>”只有 '
                                                                                                        'Windows '
                                                                                                        '和 '
                                                                                                        'macOS '
                                                                                                        '能找到。请写“<right>”。',
              'The file is "<file>", and not every TeX system finds it as "<name>". Write "<right>".': '文件名是“<file>”，写成“<name>”有的 '
                                                                                                       'TeX '
                                                                                                       '找不到。请写“<right>”。',
              '<name> does not work in two columns: LaTeX stops. Write a tabular in a table, or in table* across both columns.': '<name> '
                                                                                                                                 '不能用于双栏：LaTeX '
                                                                                                                                 '会停止。请把 '
                                                                                                                                 'tabular '
                                                                                                                                 '放进 '
                                                                                                                                 'table，或者放进跨两栏的 '
                                                                                                                                 'table*。',
              'The package "<name>" has Type 3 fonts, which IEEE Xplore rejects. Load <package>, and write <command>.': '宏包“<name>”用 '
                                                                                                                        'Type '
                                                                                                                        '3 '
                                                                                                                        '字体，IEEE '
                                                                                                                        'Xplore '
                                                                                                                        '会拒收。请加载 '
                                                                                                                        '<package>，并写 '
                                                                                                                        '<command>。',
              'The package "<name>" has Type 3 fonts, which IEEE Xplore rejects. Remove it.': '宏包“<name>”用 '
                                                                                              'Type 3 '
                                                                                              '字体，IEEE '
                                                                                              'Xplore '
                                                                                              '会拒收。请去掉它。',
              'The package "<name>" has Type 3 fonts, which IEEE Xplore rejects. Load <package>.': '宏包“<name>”用 '
                                                                                                   'Type 3 '
                                                                                                   '字体，IEEE '
                                                                                                   'Xplore '
                                                                                                   '会拒收。请加载 '
                                                                                                   '<package>。',
              'changes the section headings': '会改变节标题',
              'changes paragraphs and lists': '会改变段落和列表',
              'shrinks the whole layout': '会压缩整个版面',
              'shrinks the space around headings': '会压缩标题的间距',
              'The package "<name>" has Type 3 fonts, which IEEE Xplore rejects. Load <package> or <other>.': '宏包“<name>”用 '
                                                                                                              'Type '
                                                                                                              '3 '
                                                                                                              '字体，IEEE '
                                                                                                              'Xplore '
                                                                                                              '会拒收。请加载 '
                                                                                                              '<package> '
                                                                                                              '或 '
                                                                                                              '<other>。'},
 'rules': {'TEX001': {'of': '5c819546',
                      'title': '文档类用 IEEEtran 或投稿要求的文档类，模式正确，10 pt，双栏。',
                      'why': '别的文档类排出的页面不一样，编辑会退稿。改变字号或栏数的选项也是如此；用 draftcls 或 peerreview 的审稿版本除外。\n'},
           'TEX002': {'of': '7a889b9e',
                      'title': '不要修改页边距、分栏和行距，也不要修改标题、浮动体和公式的间距。',
                      'why': '文档类让一卷里的所有页面看起来一致，页数限制也按它计算。编辑会测量页边距，并退回改过的论文。表格或浮动体内部的设置可以使用。\n'},
           'TEX003': {'of': 'f9789f3e',
                      'title': '不要用负的竖直间距或加长页面来节省篇幅。',
                      'why': '间距都由 IEEE 设置。排版时会去掉这些命令，论文就可能超出页数限制。请精简正文。\n'},
           'TEX004': {'of': '43cdedbc',
                      'title': '不要修改文档类的字体，也不要修改正文的字号。',
                      'why': 'IEEE 用 Times，由文档类加载。字体宏包或作用于全文的字号命令，会让页面变样，字数也不同。表格和图内部的字号可以改变。\n'},
           'TEX005': {'of': 'c6da6b3c',
                      'title': '不要加载会替换 IEEE 图注或浮动体的宏包。',
                      'why': 'caption 宏包以及所有加载它的宏包，会把 IEEE 的小字“Fig. 1.”排成大字“Fig. 1:”，除非稿件在其后恢复了 '
                             '\\@makecaption。子图请用 subfig 加选项 caption=false，这是 IEEE 的建议。许多已发表的论文用了 subcaption '
                             '和 [H]，所以对它们只作提示。\n'},
           'TEX006': {'of': '514a00e7',
                      'title': '不要使用文档类在当前模式下禁用的命令，除非解除禁用。',
                      'why': '在会议论文模式下，IEEEtran 会丢掉 \\thanks、作者简介等命令的文字，而且不报错；\\IEEEoverridecommandlockouts '
                             '可以恢复。peerreview 和 technote 模式需要相应的命令或选项。\n'},
           'TEX007': {'of': '5b3e4a23',
                      'title': '标签写在 \\caption 之后，不重名；每处引用都有对应的标签；编号与前面的单词用 ~ 连接。',
                      'why': '编号由 \\caption 产生，写在它之前的标签会得到节的编号。没有标签的引用会显示为“??”。~ 让“Fig.”和编号留在同一行。\n'},
           'TEX008': {'of': 'c250e356',
                      'title': '链接没有颜色和方框，引用显示为方括号编号。',
                      'why': 'IEEE 要求最终 PDF 里的链接不可见，而 hyperref 默认会给链接加彩色方框。要用方括号编号，请用 cite 宏包、带 numbers 选项的 '
                             'natbib，或者 biblatex 加 style=ieee。\n'},
           'TEX009': {'of': 'd2a83ba6',
                      'title': '稿件的各部分、参考文献文件和图片都在论文的文件夹里，用相对路径。',
                      'why': 'IEEE 用你提交的文件编译论文，绝对路径和文件夹之外的路径在那里不存在。在 IEEE '
                             '的机器上，“Rig.png”和“rig.png”是两个不同的文件。\n'},
           'TEX010': {'of': '20f777c7',
                      'title': 'longtable 环境不能用于双栏：LaTeX 会停止。',
                      'why': 'Pandoc 的表格都用它。请把 tabular 放进 table，或者放进跨两栏的 table*；超过一页的表格请拆开。\n'},
           'TEX011': {'of': '0ef9f115',
                      'title': '不要加载用位图字体的宏包：IEEE Xplore 拒收 Type 3 字体。',
                      'why': '这种字体在屏幕上不清晰。指示函数请加载 dsfont 并写 \\mathds{1}；空心字母请用 amssymb 的 \\mathbb。\n'}}}
