"""Generated from zh/PDF.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'<fonts,> <is|are> not embedded, <where!>. <remedy!>': '字体 <fonts,> 没有嵌入（<where!>）。<remedy!>',
              '<fonts,> <is a Type 3 font|are Type 3 fonts>, <where!>. <remedy!>': '<fonts,> 是 Type 3 '
                                                                                   '字体（<where!>）。<remedy!>',
              'in the figure "<figure>"': '在图“<figure>”中',
              'on page <page#>': '第 <page#> 页',
              'on pages <pages,>': '第 <pages,> 页',
              'on <number#> pages, first on page <page#>': '共 <number#> 页，首次出现在第 <page#> 页',
              'The whole font "<name>" is embedded. Embed only the characters that the text uses.': '字体“<name>”整个嵌入了。请只嵌入正文用到的字符。',
              'The file has <number> attached file<s|>: <attachments,>. Upload them separately.': '文件带有 '
                                                                                                  '<number> '
                                                                                                  '个附件：<attachments,>。请单独上传。',
              'The file has embedded thumbnails of its pages. Export it without them.': '文件里嵌有页面缩略图。请导出不带缩略图的文件。',
              'The file has <number> bookmark<s|> of its first level<because!>. Export it without bookmarks.': '文件有 '
                                                                                                               '<number> '
                                                                                                               '个一级书签<because!>。请导出不带书签的文件。',
              'The properties of the file name the author "<author>". Delete the name.': '文件属性里写着作者“<author>”。请删除姓名。',
              'The file needs a password to open. Export it without one.': '打开文件需要密码。请导出没有密码的文件。',
              'The file contains JavaScript. Remove it, and export the file again.': '文件里有 '
                                                                                     'JavaScript。请删除后重新导出。',
              'The file contains a form. Remove it, and export the file again.': '文件里有表单。请删除后重新导出。',
              'The file contains <words!>. Remove it, and export the file again.': '文件里有<words!>。请删除后重新导出。',
              'The file has <number> link<s|><because!>. Export it without links.': '文件有 <number> '
                                                                                    '个链接<because!>。请导出不带链接的文件。',
              'The title in the properties of the file is "<title>". Write the title of the paper.': '文件属性里的标题是“<title>”。请改为论文题目。',
              'The file is encrypted, although it opens without a password. Export it without protection.': '文件虽然不用密码就能打开，但是加了密。请导出不加保护的文件。',
              'The page is <inches>, which is neither Letter (8.5 × 11 in) nor A4 (8.27 × 11.69 in). Set the paper size of the template.': '页面是 '
                                                                                                                                           '<inches>，既不是 '
                                                                                                                                           'Letter（8.5 '
                                                                                                                                           '× '
                                                                                                                                           '11 '
                                                                                                                                           'in）也不是 '
                                                                                                                                           'A4（8.27 '
                                                                                                                                           '× '
                                                                                                                                           '11.69 '
                                                                                                                                           'in）。请设置模板规定的纸张。',
              'This page is <x>, but the first page is <xx>. Give all pages one size.': '这一页是 <x>，而第一页是 '
                                                                                        '<xx>。所有页面的大小要一致。',
              'The left margin is <margin> in, but <asks!>. Delete the code or the settings that change the page.': '左边距是 '
                                                                                                                    '<margin> '
                                                                                                                    'in，而<asks!>。请删除修改页面的代码或设置。',
              'The right margin is <margin> in, but <asks!>. Delete the code or the settings that change the page.': '右边距是 '
                                                                                                                     '<margin> '
                                                                                                                     'in，而<asks!>。请删除修改页面的代码或设置。',
              'The top margin is <margin> in, but <asks!>. Delete the code or the settings that change the page.': '上边距是 '
                                                                                                                   '<margin> '
                                                                                                                   'in，而<asks!>。请删除修改页面的代码或设置。',
              'The bottom margin is <margin> in, but <asks!>. Delete the code or the settings that change the page.': '下边距是 '
                                                                                                                      '<margin> '
                                                                                                                      'in，而<asks!>。请删除修改页面的代码或设置。',
              'The gutter between the columns is <gutter> in, but <asks!>. Delete the code or the settings that change the columns.': '栏间距是 '
                                                                                                                                      '<gutter> '
                                                                                                                                      'in，而<asks!>。请删除修改分栏的代码或设置。',
              "IEEE's templates have <limit> in or more": 'IEEE 的模板至少 <limit> in',
              '<label?> asks for <limit> in or more <because!>': '<label?>要求至少 <limit> in<because!>',
              'This text runs off the page at the bottom. Make the figure or the table above it smaller.': '这段文字超出了页面底部。请缩小它上面的图或表格。',
              'This text is near the edge of the page at the bottom. Make the figure or the table above it smaller.': '这段文字太靠近页面底部。请缩小它上面的图或表格。',
              'This text runs off the page, <over> in beyond the left edge of the other text.<rest!>': '这段文字超出了页面，比其他文字的左边缘多出 '
                                                                                                       '<over> '
                                                                                                       'in。<rest!>',
              'This text runs off the page, <over> in beyond the right edge of the other text.<rest!>': '这段文字超出了页面，比其他文字的右边缘多出 '
                                                                                                        '<over> '
                                                                                                        'in。<rest!>',
              'This text runs <over> in beyond the left edge of the other text.<rest!>': '这段文字比其他文字的左边缘多出 '
                                                                                         '<over> in。<rest!>',
              'This text runs <over> in beyond the right edge of the other text.<rest!>': '这段文字比其他文字的右边缘多出 '
                                                                                          '<over> in。<rest!>',
              'This text runs off the page, <over> in beyond the left edge of the other text, and so do <count> line<s|> more on this page.<rest!>': '这段文字超出了页面，比其他文字的左边缘多出 '
                                                                                                                                                     '<over> '
                                                                                                                                                     'in，本页另有 '
                                                                                                                                                     '<count> '
                                                                                                                                                     '行也是如此。<rest!>',
              'This text runs off the page, <over> in beyond the right edge of the other text, and so do <count> line<s|> more on this page.<rest!>': '这段文字超出了页面，比其他文字的右边缘多出 '
                                                                                                                                                      '<over> '
                                                                                                                                                      'in，本页另有 '
                                                                                                                                                      '<count> '
                                                                                                                                                      '行也是如此。<rest!>',
              'This text runs <over> in beyond the left edge of the other text, and so do <count> line<s|> more on this page.<rest!>': '这段文字比其他文字的左边缘多出 '
                                                                                                                                       '<over> '
                                                                                                                                       'in，本页另有 '
                                                                                                                                       '<count> '
                                                                                                                                       '行也是如此。<rest!>',
              'This text runs <over> in beyond the right edge of the other text, and so do <count> line<s|> more on this page.<rest!>': '这段文字比其他文字的右边缘多出 '
                                                                                                                                        '<over> '
                                                                                                                                        'in，本页另有 '
                                                                                                                                        '<count> '
                                                                                                                                        '行也是如此。<rest!>',
              ' Break the formula or the line, or make the table narrower.': '请给公式或文字换行，或者缩窄表格。',
              'This text runs over the gutter and over the words of the other column. Break the formula or the line, or make the table narrower.': '这段文字越过栏间距，压住了另一栏的文字。请给公式或文字换行，或者缩窄表格。',
              'The file has PDF version <version>. Export it as version 1.4 to 1.7.': '文件的 PDF 版本是 '
                                                                                      '<version>。请导出为 1.4 到 '
                                                                                      '1.7 版。',
              'The pages are pictures, so their words cannot be searched. Export the paper from the program that wrote it.': '页面都是图片，里面的文字无法搜索。请用写论文的软件直接导出。',
              'The words of the file cannot be searched, because its fonts do not say which letters they print. Export it with fonts that have Unicode tables.': '文件里的文字无法搜索，因为字体没有说明对应哪些字母。请用带 '
                                                                                                                                                                 'Unicode '
                                                                                                                                                                 '映射表的字体导出。',
              'The text of <words!> cannot be searched, because a picture covers the page. Typeset it.': '<words!>的文字无法搜索，因为整页盖着一张图片。请用文字排版。',
              'page <page#>': '第 <page#> 页',
              'pages <pages,>': '第 <pages,> 页',
              '<number#> pages, first on page <page#>': '共 <number#> 页（首次出现在第 <page#> 页）',
              'The cross-reference is printed as "<text>", because its target is unknown. Correct the label or the key, and compile again until it is a number.': '交叉引用显示为了“<text>”，因为找不到目标。请改正标签，重新编译，直到显示编号。',
              'The citation is printed as "<text>", because its target is unknown. Correct the label or the key, and compile again until it is a number.': '文献引用显示为了“<text>”，因为找不到目标。请改正文献的键名，重新编译，直到显示编号。',
              'LaTeX printed question marks for <unread,>. Run BibTeX, and LaTeX twice.': 'LaTeX 对 <unread,> '
                                                                                          '显示了问号。请运行 '
                                                                                          'BibTeX，再运行两次 '
                                                                                          'LaTeX。',
              'The numbers of cross-references have changed. Run LaTeX again.': '交叉引用的编号有变动。请再运行一次 LaTeX。',
              'The file has page numbers, on <number> page<s|>. Turn them off.': '文件有 <number> 页带有页码。请关闭页码。',
              'The file has page numbers, <where!>. Turn them off.': '文件带有页码（<where!>）。请关闭页码。',
              'This is <points> pt (<inches> in) too wide for its column. Break the formula or the line, or make the table narrower.': '这里比栏宽多出 '
                                                                                                                                       '<points> '
                                                                                                                                       'pt（<inches> '
                                                                                                                                       'in）。请给公式或文字换行，或者缩窄表格。',
              'A line or a float is <points> pt (<inches> in) too wide for its column. Break the formula or the line, or make the table narrower.': '有一行文字或一个浮动体比栏宽多出 '
                                                                                                                                                    '<points> '
                                                                                                                                                    'pt（<inches> '
                                                                                                                                                    'in）。请给公式或文字换行，或者缩窄表格。',
              'A line or a float ("<words>" in the log) is <points> pt (<inches> in) too wide for its column. Break the formula or the line, or make the table narrower.': '有一行文字或一个浮动体（日志里是“<words>”）比栏宽多出 '
                                                                                                                                                                           '<points> '
                                                                                                                                                                           'pt（<inches> '
                                                                                                                                                                           'in）。请给公式或文字换行，或者缩窄表格。'},
 'rules': {'PDF001': {'of': '9f26e2ce',
                      'title': '所有字体都嵌入 PDF 文件，并且只嵌入用到的字符。',
                      'why': '字体没有嵌入，换一台电脑就会被别的字体代替，公式会缺符号；IEEE PDF eXpress 会拒收。Helvetica、Times 等 PDF '
                             '标准字体也必须嵌入。问题通常出在插图上，信息里会写明是哪个文件。整个嵌入的字体只作提示，因为它只会让文件变大。\n'},
           'PDF002': {'of': 'b57c9ee3',
                      'title': 'PDF 文件里没有 Type 3 字体。',
                      'why': '这种字体是位图或图形，印刷和搜索的效果都差，许多投稿系统会拒收。它们来自 matplotlib（请设置 rcParams["pdf.fonttype"] = '
                             '42）、MATLAB，以及没有轮廓字体的 LaTeX。\n'},
           'PDF003': {'of': '46eaf661',
                      'title': 'PDF 文件没有密码、加密、表单、脚本、附件和缩略图。',
                      'why': '加锁的文件无法盖章、检查和索引；只限制打印的密码也算加锁。脚本和附件进不了 IEEE Xplore。请重新导出不带这些内容的文件。\n'},
           'PDF004': {'of': 'e9460584',
                      'title': '会议论文终稿的 PDF 没有书签和链接。',
                      'why': '论文集会重新制作书签，而原来的链接会失效。在 LaTeX 里请去掉 hyperref，或者给它加选项“draft”；在 Word '
                             '里请在导出选项中关闭这两项。期刊论文和送审稿可以保留链接。征稿要求文件可以另行规定。\n'},
           'PDF005': {'of': 'cb2de930',
                      'title': '每一页都是 Letter 或 A4，文字不超出页边距和栏宽。',
                      'why': '投稿系统会测量页边距、栏间距和超出的文字，不合格就退回。图里的文字、页眉、审稿用的行号和首页页脚的说明不计。IEEE '
                             '汇刊的成品尺寸也可以。征稿要求文件可以另行规定。\n'},
           'PDF006': {'of': '7f67d15a',
                      'title': 'PDF 文件是 1.4 到 1.7 版，文字可以搜索。',
                      'why': 'IEEE Xplore 会索引文件里的文字。扫描页没有文字，缺少 Unicode 映射的字体会得到错误的文字：请用写论文的软件直接导出。\n'},
           'PDF007': {'of': 'b32bbb88',
                      'title': '交叉引用和文献引用都显示为编号，而不是“??”或“[?]”。',
                      'why': 'LaTeX 遇到不认识或还没读到的标签和键名，就会显示问号：请改正名称，依次运行 LaTeX、BibTeX，再运行两次 LaTeX。在 Word '
                             '里请更新域。\n'},
           'PDF008': {'of': '71992f23',
                      'title': '会议论文终稿的 PDF 不带页码。',
                      'why': '页码由论文集统一编排。在 LaTeX 里请删除 \\pagestyle{plain} 和 \\thispagestyle{plain}，或者给 '
                             'IEEEtran 加选项“conference”。\n'},
           'PDF009': {'of': '1bc2cac0',
                      'title': '文件属性里的标题就是论文题目；双盲评审的文件不写作者。',
                      'why': '浏览器和搜索引擎会显示这个标题。Word 从文档属性里取标题和作者，LaTeX 从 hyperref 的 pdftitle 和 pdfauthor '
                             '里取。\n'},
           'PDF010': {'of': 'c2116db8',
                      'title': '文字、公式和表格都不超出栏宽。',
                      'why': 'LaTeX 的日志会逐个列出（“Overfull \\hbox”）。日志比稿件新时才读取，超出不到 10 pt 的不报告。公式请用 \\split 或 '
                             'multline 分行，网址用 \\url 才能断行，表格请减少或缩短列。\n'}}}
