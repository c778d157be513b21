"""Generated from zh/ANO.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'The author block names <words,>. Write "<nobody>", without affiliations and addresses.': '作者部分写了 '
                                                                                                        '<words,>。请写“<nobody>”，不写单位和地址。',
              'The running head names "<text>". Write "Anonymous", or the title of the paper.': '页眉写了“<text>”。请写“Anonymous”，或者写论文题目。',
              'This biography ("<name> …") identifies an author. Delete it until the review is over.': '这段作者简介（“<name> '
                                                                                                       '…”）会暴露作者。评审期间请删除。',
              'The Acknowledgment identifies the authors. Delete it for double-anonymous review and restore it afterward.': '致谢会暴露作者。双盲评审时请删除，之后再恢复。',
              'This sentence says who paid for the work, which identifies the authors. Delete it, and restore it after the review.': '这句话写明了资助方，会暴露作者。请先删除，评审后再恢复。',
              'This note says who the authors are. Delete it until the review is over.': '这条脚注写明了作者是谁。评审期间请删除。',
              'This note thanks people close to the authors. Delete it until the review is over.': '这条脚注感谢了与作者有关的人。评审期间请删除。',
              'This cites your own work in the first person. Write it in the third person.': '这里用第一人称引用了自己的工作。请改用第三人称。',
              'This cites a work by <shared,>, as in the author block, in the first person. Write it in the third person.': '这里用第一人称引用了 '
                                                                                                                            '<shared,> '
                                                                                                                            '的工作，而作者部分也有这个姓。请改用第三人称。',
              'This cites a work by its authors in the first person. Write it in the third person.': '这里用第一人称引用了作者自己的工作。请改用第三人称。',
              '"<address>" contains "<part>", which identifies the authors. Remove the address, or use an anonymous one.': '“<address>”里有“<part>”，会暴露作者。请删除网址，或者改用匿名网址。',
              'The sentence says that "<address>" is yours. Remove the address, or use an anonymous one.': '这句话说“<address>”是你的。请删除网址，或者改用匿名网址。',
              'The sentence seems to say that "<address>" is yours. Remove the address, or use an anonymous one.': '这句话好像在说“<address>”是你的。请删除网址，或者改用匿名网址。',
              '"<address>" leads to a person. Remove the address, or use an anonymous one.': '“<address>”会指向某个人。请删除地址，或者改用匿名地址。',
              '<name!>: "<words>" identifies the authors. Delete it.': '<name!>：“<words>”会暴露作者。请删除。',
              '<name!>: "<words>" identifies the authors. Remove it in Word (File > Info > Check for Issues > Inspect Document).': '<name!>：“<words>”会暴露作者。请在 '
                                                                                                                                   'Word '
                                                                                                                                   '里清除（文件 '
                                                                                                                                   '> '
                                                                                                                                   '信息 '
                                                                                                                                   '> '
                                                                                                                                   '检查问题 '
                                                                                                                                   '> '
                                                                                                                                   '检查文档）。',
              'Author of the PDF file': 'PDF 文件的作者',
              '<field> of the PDF file': 'PDF 文件的属性 <field>',
              'Person of a tracked change': '修订的作者',
              'Person of a comment': '批注的作者',
              '"<words>" is in the author block, so it identifies the authors here. Describe it without its name.': '“<words>”出现在作者部分，在这里会暴露作者。请不要写名称，换成描述性的说法。',
              '"<words>" is where you work, or who approved your study, so it identifies the authors here. Describe it without its name.': '“<words>”是你所在的单位，或者批准这项研究的机构，在这里会暴露作者。请不要写名称，换成描述性的说法。',
              'The definition of \\<macro> contains "<name>". Delete the name.': '\\<macro> '
                                                                                 '的定义里有“<name>”。请删除姓名。',
              'This comment or deleted text contains "<words>". Delete it.': '这条注释或删除的文字里有“<words>”。请删除。',
              'This comment or deleted text contains an author block. Delete it.': '这条注释或删除的文字里有作者部分。请删除。',
              'The name of this file contains "<part>". Rename the file.': '文件名里有“<part>”。请给文件改名。',
              'ieeelint cannot judge <things!>. Look at them yourself.': 'ieeelint 无法判断<things!>。请自己检查。',
              'the PDF file': 'PDF 文件',
              'supplementary files': '补充材料',
              '<number#> picture<s|> (logos, names, places)': '<number#> 张图片（标志、姓名、地点）',
              "<number#> citation<s|> of works by somebody with an author's surname": '<number#> '
                                                                                      '处引用（所引文献的作者与稿件作者同姓）',
              'the thumbnail of the first page (in the file)': '文件里的首页缩略图',
              'sentences that are not in English': '非英语的句子',
              'self-citations (the draft names no author)': '自引（稿件没有写作者）'},
 'rules': {'ANO001': {'of': 'a79a3384',
                      'title': '双盲评审的稿件，作者部分不写任何人。',
                      'why': '姓名请写“Anonymous Authors”，并删除单位、电子邮件地址和 ORCID。``--fix --unsafe-fixes '
                             '--anonymous`` 可以在稿件的副本里完成这些修改。\n'},
           'ANO002': {'of': '939c5da1', 'title': '双盲评审的稿件不写明资助方。', 'why': '资助方和项目编号会暴露实验室。请先删除这句话，终稿时再恢复。\n'},
           'ANO003': {'of': 'f31af578',
                      'title': '双盲评审的稿件用第三人称引用自己的工作。',
                      'why': '“Lima et al. [3] showed”看不出作者是谁，“in our previous work '
                             '[3]”则会暴露。如果所引文献的作者与稿件作者同姓，报告为错误；否则为警告，因为那也可能是团队里其他人的工作。\n'},
           'ANO004': {'of': 'ad5c2237',
                      'title': '双盲评审的稿件没有指向作者的网址。',
                      'why': '网址里有作者部分的姓名，或者句子说代码、数据、网页是你的，都会报告。请用匿名仓库，或者写明评审之后公开网址。\n'},
           'ANO005': {'of': 'c13140b6',
                      'title': '双盲评审的稿件，文件属性里不写任何人。',
                      'why': '审稿人能看到 PDF 和 Word 文件的作者、公司、最后修改者，以及修订和批注的作者。模板路径之类的信息里也可能有用户名。\n'},
           'ANO006': {'of': 'cbde04f3',
                      'title': '双盲评审的稿件，正文里不写作者和作者单位的名称。',
                      'why': '请写“our university”或“a university”，不写校名。被引文献的作者保留姓名：“A. Lima [3] found”。\n'},
           'ANO007': {'of': '2d2bb4a9',
                      'title': '双盲评审的稿件，页眉没有姓名，也没有关于作者的注释、作者简介和致谢。',
                      'why': '请先删除，终稿时再恢复。页眉请写“Anonymous et al.”。\n'},
           'ANO008': {'of': 'c30dd72c',
                      'title': '双盲评审的稿件，注释、已删除的文字和文件名里没有姓名。',
                      'why': '如果要提交 LaTeX 源文件或 Word 文件，审稿人就能看到它们。请删除注释，并给文件改名。\n'},
           'ANO009': {'of': 'a3876385',
                      'title': '有些会暴露作者的内容不在正文里，请自己检查。',
                      'why': '包括带标志或姓名的图片、PDF '
                             '文件、补充材料，以及引用自己文献的次数，即使用了第三人称。每篇双盲评审的稿件都会出现一次这条提示，因为没有工具能保证稿件完全匿名。\n'}}}
