"""Generated from zh/BIB.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'The field <words> is empty, but @<kind> needs it. Fill it in.': '字段 <words> 是空的，而 @<kind> '
                                                                               '需要它。请填写。',
              'The field "<name>" is empty, but @<kind> needs it. Fill it in.': '字段“<name>”是空的，而 @<kind> '
                                                                                '需要它。请填写。',
              'This @<kind> needs the field "<name>". <advice!>': '这个 @<kind> 需要字段“<name>”。<advice!>',
              'This @<kind> needs the fields <names,>. <advice!>': '这个 @<kind> 需要字段 <names,>。<advice!>',
              'Add it.': '请补上。',
              'Add them.': '请补上。',
              'Add <it|them>, or change @<kind> to the type of this work, such as @book, @manual, or @misc.': '请补上，或者把 '
                                                                                                              '@<kind> '
                                                                                                              '改为与文献相符的类型，例如 '
                                                                                                              '@book、@manual '
                                                                                                              '或 '
                                                                                                              '@misc。',
              'Add <it|them>, or, for a preprint, write @misc with year and note = {arXiv:…}.': '请补上；如果是预印本，请写 '
                                                                                                '@misc，并加上 '
                                                                                                'year 和 note '
                                                                                                '= '
                                                                                                '{arXiv:…}。',
              'Its "<field>" belongs to @<kind>: write @<kind>.': '其中的“<field>”是 @<kind> 的字段：请写 @<kind>。',
              'Add it; for a standard without authors, write @standard.': '请补上；没有作者的标准请写 @standard。',
              'Add it; an organization is an author, too: author = {{…}}.': '请补上；机构也是作者：author = {{…}}。',
              'This entry prints nothing: it has no author, title, or year.': '这个条目不会输出任何内容：没有 author、title '
                                                                              '和 year。',
              'Its "journal" is a conference: write booktitle, not journal.': '其中的“journal”其实是会议：请写 '
                                                                              'booktitle，不写 journal。',
              'This entry has a month but not a year. Add the year.': '这个条目有 month，却没有 year。请补上 year。',
              'IEEEtran.bst has no entry type @<kind>, and prints it as @misc. Write <better,>.': 'IEEEtran.bst '
                                                                                                  '没有条目类型 '
                                                                                                  '@<kind>，会按 '
                                                                                                  '@misc '
                                                                                                  '处理。请写 '
                                                                                                  '<better,>。',
              'There is no entry type @<kind>. It prints as @misc: write @<other>.': '没有条目类型 @<kind>，会按 '
                                                                                     '@misc 处理。请写 @<other>。',
              'There is no entry type @<kind>. It prints as @misc; did you mean "<other>"?': '没有条目类型 '
                                                                                             '@<kind>，会按 '
                                                                                             '@misc '
                                                                                             '处理。是不是想写“<other>”？',
              'There is no entry type @<kind>. It prints as @misc.': '没有条目类型 @<kind>，会按 @misc 处理。',
              'BibTeX does not print <shown,>: only biblatex does. Write <better,>.': 'BibTeX 不会输出 '
                                                                                      '<shown,>，只有 biblatex '
                                                                                      '会。请写 <better,>。',
              'BibTeX does not print <shown,>: only biblatex does. Write <better,>, or print the list with biblatex.': 'BibTeX '
                                                                                                                       '不会输出 '
                                                                                                                       '<shown,>，只有 '
                                                                                                                       'biblatex '
                                                                                                                       '会。请写 '
                                                                                                                       '<better,>，或者改用 '
                                                                                                                       'biblatex。',
              'The style "<style>" numbers references as IEEE does but prints them differently. Write \\bibliographystyle{IEEEtran}.': '样式“<style>”的编号方式与 '
                                                                                                                                       'IEEE '
                                                                                                                                       '相同，但条目的写法不同。请写 '
                                                                                                                                       '\\bibliographystyle{IEEEtran}。',
              'Put <names> first: BibTeX needs its macros before the entries that use them.': '请把 <names> '
                                                                                              '放在最前面：BibTeX '
                                                                                              '要先读到宏，才能处理用到宏的条目。',
              'The style prints "<words>" as "<printed>". Write <braces,> to keep the capitals.': '参考文献样式会把“<words>”显示为“<printed>”。请写 '
                                                                                                  '<braces,> '
                                                                                                  '来保留大写。',
              'Double braces print the title as typed. Put only names and acronyms in braces: the style prints the rest in lowercase.': '双层花括号会让标题原样显示。请只给名称和缩写词加花括号，其余由样式改为小写。',
              'Write "<pages>": the style writes "p." instead of "pp." for a typed dash.': '请写“<pages>”：如果直接输入破折号，样式会写“p.”而不是“pp.”。',
              'Write "<pages>": three hyphens print as an em dash.': '请写“<pages>”：三个连字符会显示为长破折号。',
              'Write "<pages>": the style prints the spaces around the dash.': '请写“<pages>”：样式会把破折号两侧的空格原样显示。',
              'Write the year with four digits, not "<words>".': '年份要写四位数字，不写“<words>”。',
              'The style prints "<printed> ed." Write only the number of the edition, such as edition = {2}.': '参考文献样式会显示为“<printed> '
                                                                                                               'ed.”。请只写版次的数字，例如 '
                                                                                                               'edition '
                                                                                                               '= '
                                                                                                               '{2}。',
              'Delete "pp." here: the style adds it.': '请删除这里的“pp.”：样式会自动加上。',
              'Write month = <macro>, without braces: the style defines this macro.': '请写 month = '
                                                                                      '<macro>，不加花括号：这是样式定义的宏。',
              'Write month = {<label>}, as IEEE prints quarters.': '请写 month = {<label>}，这是 IEEE 对季度的写法。',
              'Write months as macros: month = jul # "/" # aug for two months, or month = "10~" # jul for a day.': '月份请写成宏：两个月写 '
                                                                                                                   'month '
                                                                                                                   '= '
                                                                                                                   'jul '
                                                                                                                   '# '
                                                                                                                   '"/" '
                                                                                                                   '# '
                                                                                                                   'aug，具体日期写 '
                                                                                                                   'month '
                                                                                                                   '= '
                                                                                                                   '"10~" '
                                                                                                                   '# '
                                                                                                                   'jul。',
              'Abbreviate the title as IEEE does: <better>.': '刊名请按 IEEE 的写法缩写：<better>。',
              'Abbreviate the title as IEEE does: "<better>".': '刊名请按 IEEE 的写法缩写：“<better>”。',
              '"and others" prints "et al.", which IEEE uses only for six or more authors. If this work has fewer, list all of them.': '“and '
                                                                                                                                       'others”会显示为“et '
                                                                                                                                       'al.”，而 '
                                                                                                                                       'IEEE '
                                                                                                                                       '只在作者有六位或更多时才用。作者较少时请全部列出。',
              '"and others" after <number> authors prints "et al." IEEE lists all authors, or prints only the first and "et al." if there are six or more.': '在 '
                                                                                                                                                             '<number> '
                                                                                                                                                             '位作者之后写“and '
                                                                                                                                                             'others”会显示为“et '
                                                                                                                                                             'al.”。IEEE '
                                                                                                                                                             '要么列出全部作者，要么（有六位或更多时）只写第一位再加“et '
                                                                                                                                                             'al.”。',
              'BibTeX reads "et al." as a name. List all authors; if there are six or more, you may write the first and "and others".': 'BibTeX '
                                                                                                                                        '会把“et '
                                                                                                                                        'al.”当成姓名。请列出全部作者；作者有六位或更多时，可以写第一位再加“and '
                                                                                                                                        'others”。',
              'Join names with "and", not with "<group>".': '姓名之间用“and”连接，不用“<group>”。',
              'Join names with "and": <names>. A comma belongs only between surname and given name.': '姓名之间用“and”连接：<names>。逗号只用在姓和名之间。',
              'Put braces around an organization: {<name>}. Without them, it prints as a person: "<initials> <last>".': '机构名称要加花括号：{<name>}。否则会当成人名，显示为“<initials> '
                                                                                                                        '<last>”。',
              'Put braces around an organization: {<name>}. Without them, it prints as a person: "<printed>".': '机构名称要加花括号：{<name>}。否则会当成人名，显示为“<printed>”。',
              'If the words after ";" are an affiliation, delete them. Join names with "and".': '如果“;”后面是单位，请删除。姓名之间用“and”连接。',
              '<style>.bst does not print <words!>, but IEEE wants <it|them> in print. Put <it|them> into note: note = {doi: …}.': '<style>.bst '
                                                                                                                                   '不会输出 '
                                                                                                                                   '<words!>，而 '
                                                                                                                                   'IEEE '
                                                                                                                                   '要求输出。请写进 '
                                                                                                                                   'note：note '
                                                                                                                                   '= '
                                                                                                                                   '{doi: '
                                                                                                                                   '…}。',
              '<field> (<number#> entry)': '<field>（<number#> 个条目）',
              '<field> (<number#> entries)': '<field>（<number#> 个条目）',
              'A preprint is not a journal article. Write @misc with year and note = {arXiv:…}.': '预印本不是期刊论文。请写 '
                                                                                                  '@misc，并加上 '
                                                                                                  'year 和 '
                                                                                                  'note = '
                                                                                                  '{arXiv:…}。',
              'The key "<key>" is already used in line <line>, so BibTeX drops this entry. Rename or delete it.': '键名“<key>”在第 '
                                                                                                                  '<line> '
                                                                                                                  '行已经用过，BibTeX '
                                                                                                                  '会丢掉这个条目。请改名或删除。',
              'This entry has the DOI of "<key>", but another title. Correct the DOI in one of them.': '这个条目的 '
                                                                                                       'DOI '
                                                                                                       '与“<key>”相同，标题却不同。请改正其中一个 '
                                                                                                       'DOI。',
              'This is the same work as "<key>". Keep one entry, and cite only that.': '这和“<key>”是同一篇文献。请只保留一个条目，引用也只用它。',
              'This is a preprint of "<key>", which is published. Cite only that.': '这是“<key>”的预印本，而后者已经发表。请只引用后者。',
              'Abbreviate the words as IEEE does: "<better>".': '请按 IEEE 的写法缩写：“<better>”。',
              'Abbreviate the words as IEEE does: <better>.': '请按 IEEE 的写法缩写：<better>。',
              'The year <year> is in the future. Correct it.': '年份 <year> 还没有到。请改正。',
              'The DOI has the year <match>, but the entry has <year>. Correct one of them.': 'DOI 里的年份是 '
                                                                                              '<match>，而条目里写的是 '
                                                                                              '<year>。请改正其中一个。',
              'The pages run backward: <match> is before <matchx>. Correct them.': '页码前后颠倒：<match> 在 '
                                                                                   '<matchx> 之前。请改正。',
              'This preprint is of 20<match>, but the year of the entry is <year>. Correct one of them.': '这篇预印本是 '
                                                                                                          '20<match> '
                                                                                                          '年的，而条目里的年份是 '
                                                                                                          '<year>。请改正其中一个。',
              'A digit of this <upper> is wrong: its check digit does not fit.': '这个 <upper> 有一位数字不对：校验码不符。',
              'This entry has no closing brace, so BibTeX loses the entries after it. Add the brace.': '这个条目缺少右花括号，BibTeX '
                                                                                                       '会丢掉后面的条目。请补上。',
              'This entry has no closing parenthesis, so BibTeX loses the entries after it. Add the parenthesis.': '这个条目缺少右圆括号，BibTeX '
                                                                                                                   '会丢掉后面的条目。请补上。',
              'This @<kind> entry has no key, so you cannot cite it. Begin it with @<kind>{key,': '这个 '
                                                                                                  '@<kind> '
                                                                                                  '条目没有键名，无法引用。请这样开头：@<kind>{key,',
              'BibTeX does not support comments inside an entry: it skips the rest of the entry. Move all comments out of the entry.': 'BibTeX '
                                                                                                                                       '不支持条目里的注释，会跳过这个条目的其余部分。请把注释都移到条目外面。',
              'BibTeX does not support comments: it reads this entry although "%" is before it, and stops here. Delete the "@" of the entry, or the entry.': 'BibTeX '
                                                                                                                                                             '不支持注释：前面虽然有“%”，它仍会读这个条目，并在这里停止。请删除条目的“@”，或者删除整个条目。',
              'The field "<name>" has no readable value. Put its value in braces.': '字段“<name>”的值无法读取。请给值加上花括号。',
              'This entry has two fields "<name>"; BibTeX uses the first. Delete one of them.': '这个条目有两个“<name>”字段，BibTeX '
                                                                                                '只用第一个。请删除一个。',
              'A comma is missing after the field "<name>". Add it.': '字段“<name>”后面缺少逗号。请补上。',
              'BibTeX reads only a part of the field "<name>". Put its whole value in one pair of braces.': 'BibTeX '
                                                                                                            '只读到字段“<name>”的一部分。请把整个值放在一对花括号里。',
              'The field name "<name>" contains a space, so BibTeX skips the rest of the entry. Write one word, or delete the field.': '字段名“<name>”里有空格，BibTeX '
                                                                                                                                       '会跳过这个条目的其余部分。请写成一个词，或者删除这个字段。',
              'This is not a field, so BibTeX skips the rest of the entry. Delete it, or write a name, an equals sign, and a value in braces.': '这不是字段，BibTeX '
                                                                                                                                                '会跳过这个条目的其余部分。请删除，或者写成“字段名 '
                                                                                                                                                '= '
                                                                                                                                                '{值}”。',
              'The macro "<name>" is not defined. Write <month>, the macro of this month.': '宏“<name>”没有定义。请写这个月份的宏 '
                                                                                            '<month>。',
              'The macro "<name>" is not defined. Put the text in braces, or define the macro with @string.': '宏“<name>”没有定义。请把文字放进花括号，或者用 '
                                                                                                              '@string '
                                                                                                              '定义这个宏。',
              'The macros up to "<name>" stand for over <number> characters, so the rest is not read. Define macros by short texts, not by several other macros.': '到“<name>”为止的宏展开后超过 '
                                                                                                                                                                   '<number> '
                                                                                                                                                                   '个字符，其余部分不再读取。请用短文字定义宏，不要层层套用别的宏。',
              'This file is a Git LFS pointer, not the file itself; fetch the file with "git lfs pull".': '这个文件只是 '
                                                                                                          'Git '
                                                                                                          'LFS '
                                                                                                          '的指针，不是文件本身；请用“git '
                                                                                                          'lfs '
                                                                                                          'pull”取得文件。',
              'This file is a web page, not a BibTeX file; download the file itself.': '这个文件是网页，不是 BibTeX '
                                                                                       '文件；请下载文件本身。',
              'This file is a PDF file, not a BibTeX file.': '这个文件是 PDF，不是 BibTeX 文件。'},
 'rules': {'BIB001': {'of': '8fb8a22f',
                      'title': '每个被引用的条目都用样式支持的类型，并且有该类型所需的字段。',
                      'why': '缺少字段时，BibTeX 会给出警告，并输出的文献会缺内容。如果文献本来就没有这个字段，说明类型不对。通过 crossref '
                             '继承的字段也算。biblatex 的类型更多，字段名也不同：IEEEtran.bst 会把这些类型按 @misc 处理，也不输出 journaltitle '
                             '里的刊名和 date 里的年份。\n'},
           'BIB002': {'of': 'c31f4435',
                      'title': '参考文献样式用 IEEEtran，刊名宏文件排在用到它的文件之前。',
                      'why': 'ieeetr 和 unsrt 的编号方式与 IEEE 相同，但姓名和月份的缩写不同。BibTeX 按顺序读文件：在 IEEEabrv '
                             '定义之前使用的宏不会输出任何内容。\n'},
           'BIB003': {'of': '9e9a6b42',
                      'title': '标题里的专有名称、缩写词、带大写的字母和公式要加花括号，但不给整个标题加。',
                      'why': '除首字母和冒号后的字母外，IEEEtran.bst '
                             '会把标题改为小写：“MIMO”会显示为“mimo”，“C++”显示为“c++”，“$H_2$”显示为“$h_2$”。书名保留大写。普通单词只会失去标题式的大写。如果标题本来就是句子式大小写，而某个大写的词在论文的其他标题和正文里从不小写，它就是名称。样式还会把 '
                             'note 的首字母改为小写：“DOI”会显示为“dOI”。给整个标题加双层花括号会原样显示；如果是每个实词都大写的标题，这样就不对，因为 IEEE '
                             '用句子式大小写。\n'},
           'BIB004': {'of': 'b483e3fe',
                      'title': '页码范围用连字符且不加空格，月份用宏，年份写四位数字，版次写数字。',
                      'why': '样式会把一个或两个连字符显示为短破折号，空格和三个连字符则原样显示；直接输入破折号时，前面会写成“p.”。月份请写 jan、feb … dec '
                             '这些宏，不加花括号，样式会输出 IEEE 的缩写。\n'},
           'BIB005': {'of': '6b4a105d',
                      'title': 'IEEE 期刊和杂志的名称按 IEEE 的写法缩写。',
                      'why': '有些刊名 IEEE 用过几种写法，都可以。如果 \\bibliography 里 IEEEabrv 排在论文自己的文件之前，而且宏输出的就是 IEEE '
                             '现在的写法，请直接写宏，不加花括号。其他出版社的刊名不检查。\n'},
           'BIB006': {'of': '1669f9e8',
                      'title': '作者姓名用“and”连接，机构加花括号，并列出全部作者。',
                      'why': 'BibTeX 把逗号前的词当成姓，所以用逗号连接的姓名会混在一起。“and others”会显示为 et '
                             'al.，只用于六位及以上作者，并且写在第一位之后。“World Health Organization”不加花括号，会显示为“W. H. '
                             'Organization”。“Dr.”之类的头衔，以及数据库加在姓名后的编号，都会当成姓名的一部分输出。BibTeX 按字节处理：名的首字母如果不是 '
                             'ASCII 字母，会整个输出，或者只输出半个。\n'},
           'BIB007': {'of': 'fd0f7f72',
                      'title': '样式不会输出的字段会报告，所有条目合并为一次。',
                      'why': 'IEEEtran.bst 不输出 doi 和 eprint 字段，而 IEEE 两者都要求输出。请写进 note（note = {doi: '
                             '10.1109/…} 或 note = {arXiv:2401.00001}），或者换用会输出它们的样式。\n'},
           'BIB008': {'of': 'c491c9d1',
                      'title': '同一篇文献不列两次，同一个键名不用两次；TeX 的特殊字符要转义，网址里的除外。',
                      'why': '两个被引用的条目，如果 DOI '
                             '相同，或者标题、年份和作者都相同，而网址、卷号或页码没有不同，就是同一篇文献。已发表文献的预印本如果也被引用，只作提示。键名重复时，BibTeX '
                             '只保留第一个条目。\n'},
           'BIB009': {'of': '3e137a4a',
                      'title': 'BibTeX 能读懂每个条目：花括号成对，字段用逗号隔开，宏都有定义。',
                      'why': '出错之后，BibTeX 会跳到下一个条目，或者把后面的文字当成这个条目的一部分。没有被引用的条目，其字段不检查。\n'},
           'BIB010': {'of': '4c034163',
                      'title': '期刊名和会议名里的单词按 IEEE 的缩写表缩写。',
                      'why': 'IEEE 不用 ISO '
                             '4，而用自己的缩写：写“Nat.”不写“Natl.”，写“Statist.”不写“Stat.”；表里没有的词写全称，只有一个词的刊名也写全称。虚词省略。会议名以“Proc.”开头，届数写数字：“Proc. '
                             '31st Int. Conf. Flow”。IEEE 自己的刊名由 BIB005 检查。\n'},
           'BIB011': {'of': 'da3c64bc',
                      'title': '条目里的数字互相一致：页码从小到大，年份不在将来，也不早于预印本编号或 DOI 里的年份，校验码正确。',
                      'why': 'arXiv 预印本的编号以年份和月份开头，IEEE 的 DOI 大多含有年份。ISSN 或 ISBN 的校验码不对，说明有一位数字写错了。\n'}}}
