"""Generated from zh/common.toml by ``python -m ieeelint.tables``."""

TABLE = {'lists': {'and': '和', 'or': '或', 'comma': '、', 'more': '另外 <number> 个', 'quoted': '“\\1”'},
 'messages': {'figure': '图',
              'table': '表格',
              'section': '节',
              'equation': '公式',
              'an equation': '公式',
              'a section': '节',
              'a figure': '图',
              'a table': '表格',
              'reference': '参考文献',
              'caption': '图注',
              'title': '标题',
              'heading': '标题',
              'class': '文档类',
              'style': '样式',
              'the class': '文档类',
              'the style': '样式',
              'Write "<right>", not "<typed>": a space is missing.': '应写“<right>”，不写“<typed>”：中间少一个空格。',
              'This prints only a number. Write <better>.': '这里只会显示一个数字。请写 <better>。',
              'Write TeX instead of "<sign>": TeX stops at it outside a formula.': '请用 TeX 写法代替“<sign>”：TeX '
                                                                                   '在公式之外遇到它会停止编译。',
              'Write TeX instead of "<sign>": TeX prints it as it is.': '请用 TeX 写法代替“<sign>”：TeX 会把它原样显示。',
              'Write the character itself instead of "<sign>": TeX stops at it outside a formula.': '请直接输入这个字符，不要写“<sign>”：TeX '
                                                                                                    '在公式之外遇到它会停止编译。',
              'Write the character itself instead of "<sign>": TeX prints it as it is.': '请直接输入这个字符，不要写“<sign>”：TeX '
                                                                                         '会把它原样显示。',
              'Write a formula instead of "<sign>": TeX stops at it outside a formula.': '请写成公式，不要写“<sign>”：TeX '
                                                                                         '在公式之外遇到它会停止编译。',
              'Write a formula instead of "<sign>": TeX prints it as it is.': '请写成公式，不要写“<sign>”：TeX '
                                                                              '会把它原样显示。',
              'Write <better> instead of "<sign>": TeX stops at it outside a formula.': '请写 '
                                                                                        '<better>，不要写“<sign>”：TeX '
                                                                                        '在公式之外遇到它会停止编译。',
              'Write <better> instead of "<sign>": TeX prints it as it is.': '请写 <better>，不要写“<sign>”：TeX '
                                                                             '会把它原样显示。',
              'Write <better>, not "<sign>": TeX stops here or prints something else.': '请写 '
                                                                                        '<better>，不要写“<sign>”：TeX '
                                                                                        '会在这里停止编译，或者显示别的内容。',
              'Write the address without \\url: the style adds it.': '网址不要放进 \\url：参考文献样式会自动加上。',
              'Write "<x>", not "<shown>": an address prints as typed.': '请写“<x>”，不写“<shown>”：网址会原样显示。',
              'Do not type the <word!> in capitals. Use normal capitalization; the <maker!> sets its look.': '不要手动把<word!>全部大写。请用正常的大小写，样子由<maker!>决定。',
              'Begin the <word!> with a capital: "<right>".': '<word!>要以大写字母开头：“<right>”。',
              '"<shown>" names the program that copied the address. Delete it; the address works without it.': '“<shown>”是复制网址的程序加上的。请删除它，网址照样能打开。',
              '"<shown>" names the program that copied the address. <remedy!>': '“<shown>”是复制网址的程序加上的。<remedy!>',
              'The address of this link has "<match>", which names the program that copied it. <remedy!>': '这个链接的网址里有“<match>”，是复制网址的程序加上的。<remedy!>',
              'Delete it; the address works without it.': '请删除它，网址照样能打开。',
              '"<text>" is a placeholder. Write your own address, or delete it.': '“<text>”是占位文字。请写你自己的网址，或者删除它。',
              'There is no <name>: the draft has no figure with a caption. Correct the number, or add the caption.': '找不到 '
                                                                                                                     '<name>：文中没有带图注的图。请改正编号，或者补上图注。',
              'There is no <name>: the draft has one figure with a caption. Correct the number, or add the caption.': '找不到 '
                                                                                                                      '<name>：文中只有一张带图注的图。请改正编号，或者补上图注。',
              'There is no <name>: the draft has <count> figures with a caption. Correct the number, or add the caption.': '找不到 '
                                                                                                                           '<name>：文中只有 '
                                                                                                                           '<count> '
                                                                                                                           '张带图注的图。请改正编号，或者补上图注。',
              'There is no <name>: the draft has no table with a caption. Correct the number, or add the caption.': '找不到 '
                                                                                                                    '<name>：文中没有带表题的表格。请改正编号，或者补上表题。',
              'There is no <name>: the draft has one table with a caption. Correct the number, or add the caption.': '找不到 '
                                                                                                                     '<name>：文中只有一个带表题的表格。请改正编号，或者补上表题。',
              'There is no <name>: the draft has <count> tables with a caption. Correct the number, or add the caption.': '找不到 '
                                                                                                                          '<name>：文中只有 '
                                                                                                                          '<count> '
                                                                                                                          '个带表题的表格。请改正编号，或者补上表题。',
              'There is no <name> <number>: the last number of a section is <most>. Correct the number.': '找不到 '
                                                                                                          '<name> '
                                                                                                          '<number>：最后一节的编号是 '
                                                                                                          '<most>。请改正编号。',
              'There is no <name> <number>: the last number of an equation is <most>. Correct the number.': '找不到 '
                                                                                                            '<name> '
                                                                                                            '<number>：最后一个公式的编号是 '
                                                                                                            '<most>。请改正编号。',
              'There is no equation <match>: the last number of an equation is <most>. Correct the number.': '找不到公式 '
                                                                                                             '<match>：最后一个公式的编号是 '
                                                                                                             '<most>。请改正编号。',
              'There is no equation <match>: no equation has a number. Correct the number.': '找不到公式 '
                                                                                             '<match>：文中的公式都没有编号。请改正编号。',
              'TeX finds "<name>" on Windows and macOS only. Write "<same>".': 'TeX 只在 Windows 和 macOS '
                                                                               '上能找到“<name>”。请写“<same>”。',
              '"<name>" is a path on one computer, and TeX takes what follows a backslash for a command. Put the file in the folder of the paper.': '“<name>”是某一台电脑上的路径，而且 '
                                                                                                                                                    'TeX '
                                                                                                                                                    '会把反斜杠后面的内容当成命令。请把文件放进论文所在的文件夹。',
              'TeX takes "<command>" for a command, not for a part of a path. Write "<written>".': 'TeX '
                                                                                                   '会把“<command>”当成命令，而不是路径的一部分。请写“<written>”。',
              'The text never cites this figure. Cite it, as in "<name> shows".': '正文没有引用这张图。请引用它，例如“<name> '
                                                                                  'shows”。',
              'The text never cites this table. Cite it, as in "<name> shows".': '正文没有引用这个表格。请引用它，例如“<name> '
                                                                                 'shows”。',
              '<called> is first cited here, before <other>. Number them in the order of their first citations.': '<called> '
                                                                                                                  '在这里首次引用，早于 '
                                                                                                                  '<other>。请按首次引用的顺序编号。',
              '<called> is first cited here, after <other>. Number them in the order of their first citations.': '<called> '
                                                                                                                 '在这里首次引用，晚于 '
                                                                                                                 '<other>。请按首次引用的顺序编号。',
              '<name> comes before its first citation. Move it after the paragraph that first cites it.': '<name> '
                                                                                                          '出现在首次引用之前。请把它移到首次引用它的段落之后。',
              '"<text>" is typed here and breaks the order. Write \\ref, which prints the number of the float that you mean.': '“<text>”是手动输入的，打乱了引用顺序。请写 '
                                                                                                                               '\\ref，它会显示你所指的浮动体的编号。',
              '<name> comes before its first citation, the typed "<text>". Write \\ref there; if the number is right, move the float after that paragraph.': '<name> '
                                                                                                                                                             '出现在首次引用（手动输入的“<text>”）之前。请在那里写 '
                                                                                                                                                             '\\ref；如果编号没错，请把浮动体移到该段落之后。',
              '[<placement>] can place the figure in the middle of a column. IEEE puts figures at the top or bottom of a column: write [!t].': '[<placement>] '
                                                                                                                                               '可能把图放到一栏的中间。IEEE '
                                                                                                                                               '把图放在栏的顶部或底部：请写 '
                                                                                                                                               '[!t]。',
              '[<placement>] can place the table in the middle of a column. IEEE puts tables at the top or bottom of a column: write [!t].': '[<placement>] '
                                                                                                                                             '可能把表格放到一栏的中间。IEEE '
                                                                                                                                             '把表格放在栏的顶部或底部：请写 '
                                                                                                                                             '[!t]。',
              '[<placement>] leaves no place for a <word!> across both columns, which LaTeX then prints at the end of the paper. Write [!t].': '[<placement>] '
                                                                                                                                               '放不下跨两栏的<word!>，LaTeX '
                                                                                                                                               '会把它排到论文末尾。请写 '
                                                                                                                                               '[!t]。',
              'Text wraps around this figure, but IEEE columns have no wrapped floats. Use a plain figure with [!t].': '文字环绕着这张图，但 '
                                                                                                                       'IEEE '
                                                                                                                       '的双栏排版不用环绕。请用普通的 '
                                                                                                                       'figure '
                                                                                                                       '加 '
                                                                                                                       '[!t]。',
              'Text wraps around this table, but IEEE columns have no wrapped floats. Use a plain table with [!t].': '文字环绕着这个表格，但 '
                                                                                                                     'IEEE '
                                                                                                                     '的双栏排版不用环绕。请用普通的 '
                                                                                                                     'table '
                                                                                                                     '加 '
                                                                                                                     '[!t]。',
              'This figure does not float, so it may be in the middle of a column. Put it in a figure environment with [!t].': '这张图不是浮动体，可能落在一栏的中间。请把它放进带 '
                                                                                                                               '[!t] '
                                                                                                                               '的 '
                                                                                                                               'figure '
                                                                                                                               '环境。',
              'This table does not float, so it may be in the middle of a column. Put it in a table environment with [!t].': '这个表格不是浮动体，可能落在一栏的中间。请把它放进带 '
                                                                                                                             '[!t] '
                                                                                                                             '的 '
                                                                                                                             'table '
                                                                                                                             '环境。',
              'A line may break between "<plain>" and its number. Write <plain>~<text>.': '“<plain>”和它的编号之间可能断行。请写 '
                                                                                          '<plain>~<text>。',
              '[removed for review]': '[removed for review]',
              'This is a placeholder that "ieeelint init" wrote. Replace it with your own.': '这是 ieeelint '
                                                                                             'init '
                                                                                             '写入的占位文字。请换成你自己的内容。',
              '"<word>" is before the number of a figure. Correct the word or the reference.': '“<word>”后面的编号其实是图的编号。请改正这个词或这处引用。',
              '"<word>" is before the number of a table. Correct the word or the reference.': '“<word>”后面的编号其实是表格的编号。请改正这个词或这处引用。',
              '"<word>" is before the number of a section. Correct the word or the reference.': '“<word>”后面的编号其实是节的编号。请改正这个词或这处引用。',
              '"<word>" is before the number of an equation. Correct the word or the reference.': '“<word>”后面的编号其实是公式的编号。请改正这个词或这处引用。',
              '"<word>" is before the number of <other!>. Correct the word or the reference.': '“<word>”后面的编号其实是<other!>的编号。请改正这个词或这处引用。',
              'Delete "<words>": the style prints it as a part of the name, "<shown>".': '请删除“<words>”：参考文献样式会把它当成姓名的一部分，显示为“<shown>”。',
              'BibTeX cannot shorten "<token>", because it does not know the letter "<letter>", and may print half of it. Write it in Latin letters.': 'BibTeX '
                                                                                                                                                       '不认识字母“<letter>”，无法缩写“<token>”，可能只显示一半。请用拉丁字母拼写。',
              'BibTeX cannot shorten "<token>", because it does not know the letter "<letter>", and may print half of it. Write <better>.': 'BibTeX '
                                                                                                                                            '不认识字母“<letter>”，无法缩写“<token>”，可能只显示一半。请写 '
                                                                                                                                            '<better>。',
              'Only biblatex reads names in this form. Write the surname, a comma, and the given names.': '只有 '
                                                                                                          'biblatex '
                                                                                                          '能读这种写法的姓名。请写成：姓, '
                                                                                                          '名。',
              'BibTeX stops at a name that ends with a comma. Delete the comma.': '姓名以逗号结尾，BibTeX '
                                                                                  '会在这里停止。请删除逗号。',
              'Join names with "and". A name has one comma, between surname and given names, and a second only for a suffix such as "Jr."': '姓名之间用“and”连接。一个姓名里只有一个逗号，用在姓和名之间；第二个逗号只用于“Jr.”之类的后缀。',
              'Write the range with an en dash (<en>) without spaces.': '范围请用短破折号 (<en>)，前后不加空格。',
              'A range after "from" or "between" has no dash. Write "<new>".': '“from”或“between”之后的范围不用破折号。请写“<new>”。',
              'Write the range with an en dash: "<first>–<last>".': '范围请用短破折号：“<first>–<last>”。',
              'Write the range with an en dash (<new>).': '范围请用短破折号 (<new>)。',
              'This is the copyright line of the template. Replace it with the line that the conference gives you, or delete it.': '这是模板里的版权行。请换成会议给你的那一行，或者删除它。',
              "This is the template's running head. Write your own, or delete it.": '这是模板里的页眉标题。请写你自己的，或者删除它。',
              "This is the template's line for data of the publication. IEEE fills it in after acceptance; leave it.": '这一行留给出版信息，由 '
                                                                                                                       'IEEE '
                                                                                                                       '在录用后填写。请保持原样。',
              'Change the definition of \\<command>.': '请修改 \\<command> 的定义。',
              'Write <macros> in the preamble to fix all of them.': '在导言区写 <macros>，可以一次全部改正。',
              'Write <macros> after \\begin{document} to fix all of them.': '在 \\begin{document} 之后写 '
                                                                            '<macros>，可以一次全部改正。',
              '"<match>" is repeated. Delete the repetition.': '“<match>”重复了。请删除多余的一个。',
              '"<match>" is repeated. Delete the repetition, or write "<meant>".': '“<match>”重复了。请删除多余的一个，或者写“<meant>”。',
              'Write "<right>", not "<typed>": the headings have Roman numerals.': '应写“<right>”，不写“<typed>”：各节用罗马数字编号。',
              'Write "<right>", not "<shown>": a paper has sections.': '应写“<right>”，不写“<shown>”：论文里用的是节（section）。',
              'Write an author with initials before the surname: "<name>".': '作者的名字首字母要放在姓前面：“<name>”。',
              'Write "and" between the authors, not "&".': '作者之间写“and”，不写“&”。',
              'Write "and" before the last author: ", and <words>".': '最后一位作者前要写“and”：“, and <words>”。',
              'Write "and" before the last author: " and <words>".': '最后一位作者前要写“and”：“ and <words>”。',
              'Write a web page as: Accessed: Mar. 3, 2020. [Online]. Available: followed by its address.': '网页文献请写成：Accessed: '
                                                                                                            'Mar. '
                                                                                                            '3, '
                                                                                                            '2020. '
                                                                                                            '[Online]. '
                                                                                                            'Available: '
                                                                                                            '后面接网址。',
              'Write "[Online]. Available:" before the address of a web page, and the date of access before it: "Accessed: Mar. 3, 2020. [Online]. Available:".': '网页文献的网址前要写“[Online]. '
                                                                                                                                                                  'Available:”，再往前写访问日期：“Accessed: '
                                                                                                                                                                  'Mar. '
                                                                                                                                                                  '3, '
                                                                                                                                                                  '2020. '
                                                                                                                                                                  '[Online]. '
                                                                                                                                                                  'Available:”。',
              'Write <words,> in lowercase.': '请把<words,>改为小写。',
              'Put a space after "<word>": "<word> <number>".': '“<word>”后面要有空格：“<word> <number>”。',
              'There is no reference <shown>: the list has one entry. Add the entry, or correct the number.': '找不到参考文献 '
                                                                                                              '<shown>：列表里只有 '
                                                                                                              '1 '
                                                                                                              '条。请补上这一条，或者改正编号。',
              'There is no reference <shown>: the list has one entry (<number> citations lead nowhere). Add the entry, or correct the number.': '找不到参考文献 '
                                                                                                                                                '<shown>：列表里只有 '
                                                                                                                                                '1 '
                                                                                                                                                '条（共有 '
                                                                                                                                                '<number> '
                                                                                                                                                '处引用找不到文献）。请补上这一条，或者改正编号。',
              'There is no reference <shown>: the list has <most> entries. Add the entry, or correct the number.': '找不到参考文献 '
                                                                                                                   '<shown>：列表里只有 '
                                                                                                                   '<most> '
                                                                                                                   '条。请补上这一条，或者改正编号。',
              'There is no reference <shown>: the list has <most> entries (<number> citations lead nowhere). Add the entry, or correct the number.': '找不到参考文献 '
                                                                                                                                                     '<shown>：列表里只有 '
                                                                                                                                                     '<most> '
                                                                                                                                                     '条（共有 '
                                                                                                                                                     '<number> '
                                                                                                                                                     '处引用找不到文献）。请补上这一条，或者改正编号。',
              'The authors are in a table. Give each author a paragraph in the style "Author": <lines!>.': '作者放在了表格里。请让每位作者占一个段落，使用样式“Author”：<lines!>。',
              'The authors are not in separate blocks. Give each author one paragraph: <lines!>.': '作者没有分开。请让每位作者占一个段落：<lines!>。',
              'the name, the organization, the city and country, and the e-mail address on separate lines (Shift+Enter)': '姓名、单位、城市和国家、电子邮件地址各占一行（用 '
                                                                                                                          'Shift+Enter '
                                                                                                                          '换行）',
              'These <columns> columns for authors are empty. Delete them with their section break. The section of the authors needs one column for each author in a row.': '给作者留的这 '
                                                                                                                                                                            '<columns> '
                                                                                                                                                                            '栏是空的。请连同分节符一起删除。作者所在的节，栏数应等于一行里的作者人数。',
              'This section has <columns> columns for one author. Give it one column.': '这一节只有一位作者，却分了 '
                                                                                        '<columns> 栏。请改为一栏。',
              'This heading has the style "<name>". Give it <style!>.': '这个标题的样式是“<name>”。请改用<style!>。',
              'This heading has the style "<name>". Give it <style!>, and delete the typed "<typed>".': '这个标题的样式是“<name>”。请改用<style!>，并删除手动输入的“<typed>”。',
              'This heading has the style "<name>". Give it <style!>, and delete the "<end>" at its end.': '这个标题的样式是“<name>”。请改用<style!>，并删除末尾的“<end>”。',
              'This heading has the style "<name>". Give it <style!>, delete the typed "<typed>", and delete the "<end>" at its end.': '这个标题的样式是“<name>”。请改用<style!>，并删除手动输入的“<typed>”和末尾的“<end>”。',
              'the heading style of its level': '与级别对应的标题样式',
              'the style "<name>"': '样式“<name>”',
              'This heading and its text share a paragraph. End the heading with a return. Give it <style!>.': '这个标题和正文在同一个段落里。请在标题后按回车分段，并给标题用<style!>。',
              'This heading and its text share a paragraph. End the heading with a return. Give it <style!>, and delete the typed "<typed>".': '这个标题和正文在同一个段落里。请在标题后按回车分段，并给标题用<style!>，再删除手动输入的“<typed>”。',
              'This heading and its text share a paragraph. End the heading with a return. Give it <style!>, and delete the "<end>" at its end.': '这个标题和正文在同一个段落里。请在标题后按回车分段，并给标题用<style!>，再删除末尾的“<end>”。',
              'This heading and its text share a paragraph. End the heading with a return. Give it <style!>, delete the typed "<typed>", and delete the "<end>" at its end.': '这个标题和正文在同一个段落里。请在标题后按回车分段，并给标题用<style!>，再删除手动输入的“<typed>”和末尾的“<end>”。',
              'This caption has the style "<name>". Give it "<style>", which sets its size, position and number.': '这条图注（表题）的样式是“<name>”。请改用“<style>”，字号、位置和编号都由它设置。',
              'This caption has the style "<name>". Give it "<style>", which sets its size, position and number. Delete the typed "<typed>".': '这条图注（表题）的样式是“<name>”。请改用“<style>”，字号、位置和编号都由它设置；手动输入的“<typed>”请删除。',
              'This caption has the style "<name>". "Fig." has no number here: Give it "<style>", which sets its size, position and number. Delete the typed "<typed>".': '这条图注的样式是“<name>”，这里的“Fig.”没有编号。请改用“<style>”，字号、位置和编号都由它设置；手动输入的“<typed>”请删除。',
              'IEEE prints <label>, not "<typed>", which is typed by hand. Delete it; the style "<style>" prints the label.': 'IEEE '
                                                                                                                              '印<label>，而不是“<typed>”，而且它是手工输入的。请删除它；样式“<style>”会印出标号。',
              'A line break divides this paragraph. Put a return in its place, or a space if the sentence goes on.': '这个段落里有换行符。请改成回车另起一段；如果句子还没完，请改成空格。',
              'This paragraph goes on with the text above. Join them to one paragraph.': '这个段落是上文的后半部分。请把两段合成一段。',
              'This paragraph goes on with the caption above. Join them to one paragraph.': '这个段落是上一条图注（表题）的后半部分。请把两段合成一段。',
              '"<words>" has the style "<name>". Give it "<ownstyle>", the style of headings without a number.': '“<words>”的样式是“<name>”。请改用“<ownstyle>”，这是不编号标题的样式。',
              'This text has the style "<name>". End the heading with a return, and give the text "<style>".': '这段正文的样式是“<name>”。请在标题后按回车分段，并给正文用样式“<style>”。',
              'This text has the style "<name>". Give it "<style>"; if it begins with a heading, end that with a return.': '这段正文的样式是“<name>”。请改用“<style>”；如果段首是标题，请在标题后按回车分段。',
              'IEEE prints "<right>", not "<typed>", which Word\'s Insert Caption writes. Give the caption the style "<style>", and delete the label.': 'IEEE '
                                                                                                                                                        '印“<right>”，而不是 '
                                                                                                                                                        'Word“插入题注”写出的“<typed>”。请给这条图注（表题）用样式“<style>”，并删除手动的标号。',
              'The bold type of this heading is set by hand. Select it and press Ctrl+Space.': '这个标题的粗体是手动设置的。请选中它，按 '
                                                                                               'Ctrl+Space '
                                                                                               '清除。',
              'Empty paragraphs make space here<count!>. Delete them; the styles set the spacing.': '这里用空段落来留空<count!>。请删除它们，间距由样式设置。',
              ' (the first of <number#> locations)': '（共 <number#> 处，这是第一处）',
              'A line break at the end of a paragraph leaves an empty line. Delete it.': '段末的换行符会多出一个空行。请删除它。',
              'This paragraph has nothing but "<mark>". Delete it.': '这个段落里只有“<mark>”。请删除它。',
              'This is a manual page break. Delete it; IEEE fills the columns.': '这是手动分页符。请删除它，各栏由 IEEE 来排满。',
              'The header or footer has page numbers. Delete them; IEEE numbers the pages of the proceedings.': '页眉或页脚里有页码。请删除它们，论文集的页码由 '
                                                                                                                'IEEE '
                                                                                                                '编排。',
              '"<words>" is a separate heading here. Begin the text below it with "<label>" in italics, and delete the heading.': '“<words>”在这里单独成了一个标题。请在下面正文的开头写斜体的“<label>”，并删除这个标题。',
              'The run-in heading "<group>" is not in italics. Set it in italics.': '行首标题“<group>”不是斜体。请设为斜体。',
              'the venue': '会议或期刊',
              '(<key> in <file>)': '（见 <file> 的 <key>）',
              ' (<key> in <file>)': '（见 <file> 的 <key>）',
              'Export the file again with all fonts embedded; in Word, save it as PDF/A.': '请重新导出并嵌入全部字体；在 '
                                                                                           'Word 里请存为 PDF/A。',
              'Export "<file>" again with all fonts embedded.': '请重新导出“<file>”并嵌入全部字体。',
              'Export "<file>" again with outline fonts (TrueType or Type 1).': '请用轮廓字体（TrueType 或 Type '
                                                                                '1）重新导出“<file>”。',
              'Set <setting>, and save "<file>" again.': '请设置 <setting>，再重新保存“<file>”。',
              'Save it again with <command>.': '请用 <command> 重新保存。',
              'In LaTeX, load an outline font, such as \\usepackage{lmodern}, or install "cm-super".': '在 '
                                                                                                       'LaTeX '
                                                                                                       '里请加载轮廓字体，例如 '
                                                                                                       '\\usepackage{lmodern}，或者安装“cm-super”。',
              'The venue': '会议或期刊',
              'algorithm': '算法',
              'listing': '代码清单',
              'theorem': '定理',
              'Draw it again with cairo_pdf().': '请用 cairo_pdf() 重新绘制。',
              'Draw it again with cairo_pdf(), or run embedFonts("<file>").': '请用 cairo_pdf() 重新绘制，或者运行 '
                                                                              'embedFonts("<file>")。',
              'Draw it again with the terminal pdfcairo.': '请用 pdfcairo 终端重新绘制。',
              'Export "<file>" again from the program that drew it.': '请用绘图的软件重新导出“<file>”。',
              'Run gs again with <options>.': '请加上 <options> 重新运行 gs。',
              'This caption has the style "<name>". "Fig." has no number here: Give it "<style>", which sets its size, position and number.': '这条图注的样式是“<name>”，这里的“Fig.”没有编号。请改用“<style>”，字号、位置和编号都由它设置。',
              'This caption has the style "<name>". Give it "<style>", which sets its size, position and number. Delete the typed "<typed>" and the ")".': '这条图注（表题）的样式是“<name>”。请改用“<style>”，字号、位置和编号都由它设置；手动输入的“<typed>”和“)”请删除。'}}
