"""Generated from zh/REF.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'The style "<style>" does not cite by number. IEEE numbers references in the order of citation. Write \\bibliographystyle{IEEEtran}.': '样式“<style>”不用编号引用。IEEE '
                                                                                                                                                     '按引用顺序给文献编号。请写 '
                                                                                                                                                     '\\bibliographystyle{IEEEtran}。',
              'The style "<style>" sorts the reference list by author. IEEE numbers references in the order of citation. Write \\bibliographystyle{IEEEtran}.': '样式“<style>”按作者给参考文献排序。IEEE '
                                                                                                                                                                '按引用顺序给文献编号。请写 '
                                                                                                                                                                '\\bibliographystyle{IEEEtran}。',
              "biblatex prints IEEE's style only with the option style=ieee. Write it.": 'biblatex 要加选项 '
                                                                                         'style=ieee，才会按 '
                                                                                         'IEEE 的样式输出。请加上。',
              'IEEE cites by number in brackets on the line, [<number>], not by raised number (<numberx> in all).': 'IEEE '
                                                                                                                    '引用文献用与正文齐平的方括号编号 '
                                                                                                                    '[<number>]，不用上标编号（共 '
                                                                                                                    '<numberx> '
                                                                                                                    '处）。',
              'IEEE cites by number in brackets, [1], not by author and year (<number> citations).': 'IEEE '
                                                                                                     '引用文献用方括号编号 '
                                                                                                     '[1]，不用作者加年份（共 '
                                                                                                     '<number> '
                                                                                                     '处）。',
              'IEEE cites by number. Load biblatex with style=ieee.': 'IEEE 用编号引用文献。请给 biblatex 加上 '
                                                                      'style=ieee。',
              '<option> sorts the reference list. IEEE lists references in the order of citation. Write sorting=none.': '<option> '
                                                                                                                        '会给参考文献排序。IEEE '
                                                                                                                        '按引用顺序排列。请写 '
                                                                                                                        'sorting=none。',
              '[<number>] is cited here before [<expected>]. Sort the reference list by first citation.': '这里引用了 '
                                                                                                          '[<number>]，但 '
                                                                                                          '[<expected>] '
                                                                                                          '还没有引用过。请按首次引用的顺序排列参考文献。',
              'The option "<option>" of <name> removes the square brackets. Delete it.': '<name> '
                                                                                         '的选项“<option>”会去掉方括号。请删除它。',
              'Put the "<sign>" after the citation, not before it.': '“<sign>”要放在引用之后，不放在之前。',
              'The citation ends the sentence. Delete the comma before it.': '句子在引用处结束。请删除它前面的逗号。',
              'Do not begin a sentence with a bracket. Write "<word>" before it, or name the authors.': '不要用方括号开头。请在前面写“<word>”，或者写出作者姓名。',
              'Delete "<shown>": within a sentence, write only the number in brackets.': '请删除“<shown>”：句子中只写方括号里的编号。',
              'Do not begin a sentence with a bracket. Name the authors before it, or put it after the words that it supports.': '不要用方括号开头。请在前面写出作者姓名，或者把引用放到它所支持的内容之后。',
              'At the start of a sentence, write "<word>" in full.': '句首请写全称“<word>”。',
              'Write "<state>", not "<typed>".': '请写“<state>”，不写“<typed>”。',
              'Write "<state>" and its date, not "<typed>".': '请写“<state>”并加上日期，不写“<typed>”。',
              '<named> authors are named before "et al." List all authors or, with six or more authors, only the first and "et al."': '“et '
                                                                                                                                      'al.”前面写了 '
                                                                                                                                      '<named> '
                                                                                                                                      '位作者。请列出全部作者；作者有六位或更多时，只写第一位再加“et '
                                                                                                                                      'al.”。',
              'Cite the English translation first, then the original in brackets.': '请先引用英文译文，再在方括号里写原文。',
              'This work has <count> authors. List them all: "et al." is for six or more.': '这篇文献有 <count> '
                                                                                            '位作者。请全部列出：作者有六位或更多时才用“et '
                                                                                            'al.”。',
              'Write the title of an article in lowercase, except its first word, names and acronyms.': '论文标题请用小写，首词、专有名称和缩写词除外。',
              'The draft cites no other work, and has no reference list. Cite the works that it builds on, and list them here, at its end.': '稿件没有引用任何文献，也没有参考文献列表。请引用所依据的工作，并列在这里（文末）。',
              'IEEE does not use "<group>." Repeat the number of the reference.': 'IEEE '
                                                                                  '不用“<group>.”。请重复文献的编号。',
              'There is no reference "<key>": the citation prints as [?].': '没有文献“<key>”：引用会显示为 [?]。',
              'There is no reference "<key>": the citation prints as [?]. Did you mean "<similar>"?': '没有文献“<key>”：引用会显示为 '
                                                                                                      '[?]。是不是想写“<similar>”？',
              'This citation has no key and prints as [?]. Write the key, or delete it.': '这处引用没有键名，会显示为 '
                                                                                          '[?]。请写上键名，或者删除引用。',
              'The key "<key>" is used twice in the list. Rename or delete one.': '键名“<key>”在列表里用了两次。请改名或删除一个。',
              'References [<before>] and [<number>] are the same work. Delete one of them, and cite the other in its place.': '文献 '
                                                                                                                              '[<before>] '
                                                                                                                              '和 '
                                                                                                                              '[<number>] '
                                                                                                                              '是同一篇。请删除一个，引用都用另一个。',
              'Reference [<number>] is never cited. Cite it or delete it.': '文献 [<number>] 从未被引用。请引用它，或者删除。',
              'Reference [<number>] ("<key>") is never cited. Cite it or delete it.': '文献 '
                                                                                      '[<number>]（“<key>”）从未被引用。请引用它，或者删除。',
              'The draft has citations but no reference list. Add \\bibliography{…} or the environment thebibliography.': '稿件有引用，却没有参考文献列表。请加上 '
                                                                                                                          '\\bibliography{…} '
                                                                                                                          '或 '
                                                                                                                          'thebibliography '
                                                                                                                          '环境。',
              'The draft has citations but no reference list. Add the list at the end.': '稿件有引用，却没有参考文献列表。请在文末加上列表。',
              'The list is in another style. Write this reference as IEEE does: "<words>"': '参考文献列表用的是另一种格式。请按 '
                                                                                            'IEEE '
                                                                                            '的写法改为：“<words>”',
              'End the reference with a period.': '参考文献条目末尾要加句号。',
              'end the reference with a period': '条目末尾加句号',
              'No period follows a web address.': '网址后面不加句号。',
              'no period follows a web address': '网址后面不加句号',
              'Write the page range with an en dash: "<range>".': '页码范围请用短破折号：“<range>”。',
              'write the page range with an en dash: "<range>"': '页码范围用短破折号：“<range>”',
              'write "<right>", not "<wrong>"': '写“<right>”，不写“<wrong>”',
              'Write the page range with an en dash: "<range>"; <rest!>.': '页码范围请用短破折号：“<range>”；<rest!>。',
              'Write "<right>", not "<wrong>"; <rest!>.': '请写“<right>”，不写“<wrong>”；<rest!>。',
              'write the page range with an en dash: "<range>"; <rest!>': '页码范围用短破折号：“<range>”；<rest!>',
              'write "<right>", not "<wrong>"; <rest!>': '写“<right>”，不写“<wrong>”；<rest!>',
              'Write "<right>", not "<wrong>".': '请写“<right>”，不写“<wrong>”。',
              'Write "<right>", not "<wrong>". <rest!>': '请写“<right>”，不写“<wrong>”。<rest!>',
              'Put each citation in its own brackets: "<join>", not "<shown>".': '每个引用各用一对方括号：“<join>”，不写“<shown>”。',
              'A comma is missing between these brackets. Cite these works with one \\cite{…,…}.': '这些方括号之间缺少逗号。请用一个 '
                                                                                                   '\\cite{…,…} '
                                                                                                   '引用这些文献。',
              'Put a comma and a space between citations: "<right>", not "<wrong>".': '引用之间要有逗号和空格：“<right>”，不写“<wrong>”。',
              'Delete the spaces inside the brackets: "<right>".': '请删除方括号里的空格：“<right>”。',
              'Put a space before the citation: "<shown>".': '引用前面要有空格：“<shown>”。',
              'Of seven authors or more, name only the first: A. Lima et al.': '作者有七位或更多时，只写第一位，例如“A. Lima '
                                                                               'et al.”。',
              'Write the reference as IEEE prints it: "<quoted>"': '请写成 IEEE 的格式：“<quoted>”',
              'This reference is by <shown>, not by "<typed>" Correct the name or the citation.': '这篇文献的作者是 '
                                                                                                  '<shown>，不是“<typed>”。请改正姓名或引用编号。',
              'This reference is by <shown>, not by "<typed>" Correct the names or the citation.': '这篇文献的作者是 '
                                                                                                   '<shown>，不是“<typed>”。请改正姓名或引用编号。',
              'This reference has two authors: write "<shown>."': '这篇文献有两位作者：请写“<shown>.”',
              'The year is <year> here, but <yearx> in the reference list.': '这里的年份是 <year>，而参考文献列表里是 '
                                                                             '<yearx>。',
              'The first author of this reference is <people>: write "<shown>"': '这篇文献的第一作者是 '
                                                                                 '<people>：请写“<shown>”',
              'This reference has one author, <shown>: delete "et al."': '这篇文献只有一位作者 <shown>：请删除“et al.”。',
              'This reference has more than two authors: write "<shown>"': '这篇文献有两位以上的作者：请写“<shown>”',
              'Put the title of an article in quotation marks, and write the year without parentheses.': '论文标题要放在引号里，年份不加圆括号。',
              'Put the title of an article in quotation marks, and put the year at the end.': '论文标题要放在引号里，年份放在末尾。',
              'Put the title in quotation marks, and write the year without parentheses.': '标题要放在引号里，年份不加圆括号。',
              'Put the title in quotation marks, and put the year at the end.': '标题要放在引号里，年份放在末尾。',
              'Set the title of a book in italics, without quotation marks, then write city and publisher: Porto, Portugal: Rio Press, 2020.': '书名用斜体，不加引号，后面写城市和出版社：Porto, '
                                                                                                                                               'Portugal: '
                                                                                                                                               'Rio '
                                                                                                                                               'Press, '
                                                                                                                                               '2020.',
              'Put the title of the article in <marks!>: A. Lima, “Title,” J. Flow.': '论文标题要放在<marks!>里：A. '
                                                                                      'Lima, “Title,” J. '
                                                                                      'Flow.',
              'Put a comma after the authors, and the title of the article in <marks!>: A. Lima, “Title,” J. Flow.': '作者之后要加逗号，论文标题要放在<marks!>里：A. '
                                                                                                                     'Lima, '
                                                                                                                     '“Title,” '
                                                                                                                     'J. '
                                                                                                                     'Flow.',
              'double quotation marks': '双引号',
              'quotation marks': '引号',
              'Put the initials first: "<example>". The year comes last, and the title is in quotation marks.': '名的首字母放在姓前面：“<example>”。年份放在最后，标题放在引号里。',
              'Put the title of the book in italics, then write city and publisher: A. Lima, Title. Porto, Portugal: Rio Press, 2020.': '书名用斜体，后面写城市和出版社：A. '
                                                                                                                                        'Lima, '
                                                                                                                                        'Title. '
                                                                                                                                        'Porto, '
                                                                                                                                        'Portugal: '
                                                                                                                                        'Rio '
                                                                                                                                        'Press, '
                                                                                                                                        '2020.',
              'Put a comma after the authors, and the title of the book in italics, then write city and publisher: A. Lima, Title. Porto, Portugal: Rio Press, 2020.': '作者之后要加逗号；书名用斜体，后面写城市和出版社：A. '
                                                                                                                                                                       'Lima, '
                                                                                                                                                                       'Title. '
                                                                                                                                                                       'Porto, '
                                                                                                                                                                       'Portugal: '
                                                                                                                                                                       'Rio '
                                                                                                                                                                       'Press, '
                                                                                                                                                                       '2020.',
              'Write "and" before the last author: "<words>".': '最后一位作者前要写“and”：“<words>”。',
              'This work was retracted<where!>. Cite another work, or say in the text that it was retracted.': '这篇文献已被撤稿<where!>。请引用别的文献，或者在正文里说明它已被撤稿。',
              ' (notice: doi <notice>)': '（撤稿声明：doi <notice>）',
              'Crossref has no work with the DOI <doi>. Compare it with the paper.': 'Crossref 里没有 DOI 为 '
                                                                                     '<doi> 的文献。请与原文核对。',
              'The DOI <doi> is that of "<title>". Correct the DOI.': 'DOI <doi> 属于“<title>”。请改正 DOI。',
              'Add the DOI of this work: <doi>.': '请补上这篇文献的 DOI：<doi>。',
              'The year is <year> here, but <years> at Crossref.': '这里的年份是 <year>，而 Crossref 上是 <years>。',
              'The pages are <ours> here, but <value> at Crossref.': '这里的页码是 <ours>，而 Crossref 上是 <value>。',
              'The <words!> is <ours> here, but <value> at Crossref.': '这里的<words!>是 <ours>，而 Crossref 上是 '
                                                                       '<value>。',
              'volume': '卷号',
              'number': '期号',
              'issue': '期号',
              'article number': '文章编号',
              'Add the pages: <value>.': '请补上页码：<value>。',
              'Write the initials of an author before the surname: A. Lima.': '作者名的首字母要写在姓前面，例如“A. Lima”。',
              'IEEE cites by number in brackets on the line, not by raised number (<number#> in all).': 'IEEE '
                                                                                                        '引用文献用与正文齐平的方括号编号，不用上标编号（共 '
                                                                                                        '<number#> '
                                                                                                        '处）。',
              'This comma has no key after it and prints as [?]. Write the key, or delete it.': '这个逗号后面没有键名，会显示为 '
                                                                                                '[?]。请写上键名，或者删除逗号。',
              'No command cites reference [<number>] ("<key>"), but the text has the number [<number>] in typed brackets. Write \\cite{<key>} instead.': '没有命令引用文献 '
                                                                                                                                                         '[<number>]（“<key>”），但正文里手动写了编号 '
                                                                                                                                                         '[<number>]。请改写为 '
                                                                                                                                                         '\\cite{<key>}。',
              'A space is missing between these brackets. Cite these works with one \\cite{…,…}.': '这些方括号之间缺少空格。请用一个 '
                                                                                                   '\\cite{…,…} '
                                                                                                   '引用这些文献。',
              'The citation prints its own brackets. Delete the brackets around it.': '引用命令会自动加上方括号。请删除外面手动写的方括号。',
              'Type these brackets as "<right>".': '方括号请写成“<right>”。',
              'A period is before and after the citation. Delete the one before it.': '引用的前后各有一个句点。请删除前面的那个。'},
 'rules': {'REF001': {'of': '5887fe49',
                      'title': '引用用方括号编号，参考文献按首次引用的顺序排列。',
                      'why': '用 IEEEtran 样式（或 biblatex 加 style=ieee），LaTeX '
                             '会自动处理。手动输入的列表，请按首次引用的顺序排列；``ieeelint refs --sort citation -o sorted.tex '
                             'paper.tex`` 会写出一份排好序的副本。图、表格和脚注里的引用可早可晚，因为它们会移动位置。\n'},
           'REF002': {'of': 'f63ceb13', 'title': '句子的标点放在引用之后：“as shown [3].”。'},
           'REF003': {'of': '2d00fbe1',
                      'title': '句子中写“in [3]”，不写“in Ref. [3]”或“in reference [3]”。',
                      'why': '本身就叫 reference 的东西不会报告，例如基准电压“a voltage reference [3]”。\n'},
           'REF004': {'of': '1ee79227',
                      'title': '句首写“Reference [3]”，不用方括号开头。',
                      'why': '如果文献不是句子的主语，方括号应放到它所支持的内容之后。\n'},
           'REF005': {'of': '0468af3f',
                      'title': '列出全部作者；作者有六位或更多时，才用“et al.”代替第一位之外的作者。',
                      'why': '模板允许从六位作者起用“et al.”，新版指南要求超过六位。两者都只在前面写第一位作者。\n'},
           'REF006': {'of': '9eff6ff6',
                      'title': '尚未录用的文献，即使已经投稿，也写“unpublished”。',
                      'why': '期刊也接受“submitted for publication”。不写期刊名：它还没有录用这篇文献。\n'},
           'REF007': {'of': '224c81c3',
                      'title': '已经录用、等待发表的文献写“in press”。',
                      'why': '新版指南写“to be published”。两种都对；“to appear”和“accepted”不对。已经在线发表的文献有日期和 DOI：“early '
                             'access”。\n'},
           'REF008': {'of': 'df2b53d8',
                      'title': '论文标题里只有首词、专有名称、缩写词和元素符号大写。',
                      'why': '冒号后的第一个词也大写。书名、期刊名和会议名保留大写。\n'},
           'REF009': {'of': '198fc61b', 'title': '引用翻译的论文时，先写英文译文，再在方括号里写原文。'},
           'REF010': {'of': 'e83bc828',
                      'title': '每处引用在参考文献列表里都有条目，手动输入的每个条目都被引用。',
                      'why': '没有定义的引用会显示为 [?]。列表里键名不重复，文献不重复。IEEE 不用“ibid.”和“op. cit.”：请重复编号。\n'},
           'REF011': {'of': '56c3227e',
                      'title': '参考文献按 IEEE 的格式写：名的首字母在姓前面，最后一位作者前写“and”，标题放在引号里。',
                      'why': '期刊论文写成 A. Lima and B. Santos, “Title,” J. Abbrev., vol. 1, no. 2, pp. 3–9, '
                             'Mar. 2020. 书名用斜体，不加引号。网页文献以 Accessed: Mar. 3, 2020. [Online]. Available: '
                             '和网址结尾。每个条目只报告第一处错误。如果能确定每个词的含义，修复时会按 IEEE 的格式重写。如果整个列表用的是另一种格式，所有条目给出同样的信息。\n'},
           'REF012': {'of': '1b2ffda9',
                      'title': '页码范围用短破折号，月份用缩写，条目以句号结尾。',
                      'why': '月份写 Jan.、Feb.、Mar.、Apr.、May、Jun.、Jul.、Aug.、Sep.、Oct.、Nov. 和 Dec.；IEEEtran.bst '
                             '输出的 June、July 和 Sept. 也可以。网址后面不加句号。\n'},
           'REF013': {'of': '103f486b',
                      'title': '引用多篇文献时，各用一对方括号，中间用逗号：[1], [2]。',
                      'why': '在 LaTeX 里请把所有键名写进一个 \\cite。2025 年的指南不用范围：写 [1], [2], [3]。cite 宏包输出的 [1]–[3] '
                             '也可以。\n'},
           'REF014': {'of': '546f90f1',
                      'title': '引用前面有空格，方括号里没有空格：“as shown [3]”。',
                      'why': '在 LaTeX 里请用 ~，以免方括号出现在行首：shown~\\cite{b3}。宏包抬高的编号（例如选项“super”）不报告。\n'},
           'REF015': {'of': '569ab088',
                      'title': '参考文献与 IEEE 的排印格式完全一致，连逗号也一样。',
                      'why': '程序把条目拆成各个字段，再按 IEEE 2025 '
                             '年的指南排版；有差别就报告，并给出修复。条目里只要有一个词无法归入字段，就不检查；旧版指南的写法也不报告。作者有七位或更多时，只写第一位，再加“et '
                             'al.”。姓名、标题及其顺序由 REF011 检查。\n'},
           'REF016': {'of': '55d11580',
                      'title': '参考文献的 DOI、年份和卷期页码与文献相符，且文献没有被撤稿。',
                      'why': '这条规则只在使用 --look-up（查询 Crossref）或 --retractions（读取 Retraction Watch '
                             '的文件，不联网）时运行。--look-up 会发送文献的 DOI；没有 DOI 时发送标题和第一作者，稿件的其他内容一概不发。没有 DOI '
                             '的文献，只有标题、作者和年份都对应唯一一篇时才报告。请把每条建议与原文核对：记录由出版社提供。\n'},
           'REF017': {'of': '7ed5c3a6',
                      'title': '引用前面紧挨着的姓名，就是所引文献的作者。',
                      'why': '姓名不对，往往是编号不对，例如列表改过之后忘了更新。“et al.”代表第一作者之外的两位或更多作者。只比较紧挨着引用的姓名：“Lima et al. '
                             '[3]”“Lima and Costa [3]”。\n'}}}
