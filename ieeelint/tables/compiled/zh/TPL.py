"""Generated from zh/TPL.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'This is guidance text of the <template?>. Delete the paragraph; IEEE does not publish papers that contain it.': '这是<template?>里的说明文字。请删除这个段落，IEEE '
                                                                                                                               '不发表带有说明文字的论文。',
              'template': '模板',
              'This is a placeholder that "ieeelint init" wrote. Replace it with your own.': '这是“ieeelint '
                                                                                             'init”写入的占位文字。请换成你自己的内容。',
              '<number> of <total> sentences of this draft are still those of the <template?>. Write your paper over them. Until then, other findings are left out.': '这篇稿件的 '
                                                                                                                                                                      '<total> '
                                                                                                                                                                      '句话里，还有 '
                                                                                                                                                                      '<number> '
                                                                                                                                                                      '句是<template?>原来的文字。请换成你的论文。在此之前，其他问题不显示。',
              '"<words>" is a placeholder of the template. Replace it with your own words, or delete the unused author.': '“<words>”是模板里的占位文字。请换成你自己的内容，或者删除没有用到的作者。',
              '"<words>" is a placeholder of the template. Replace it with your own words, or delete it.': '“<words>”是模板里的占位文字。请换成你自己的内容，或者删除。',
              '"<words>" is a label of the template. Delete it.': '“<words>”是模板里的标签。请删除。',
              '"<group>" is the template\'s number for the author. Delete it.': '“<group>”是模板给作者加的序号。请删除。',
              "These are the template's sample keywords. Replace them with your own.": '这些是模板里的示例关键词。请换成你自己的。',
              '"<words>" is a style hint of the template. Delete it.': '“<words>”是模板里的样式提示。请删除。',
              'This is a sample caption of the template. Replace the sample with your own.': '这是模板里的示例图注或表题。请把示例换成你自己的。',
              'This is the sample table of the template. Replace it with your own.': '这是模板里的示例表格。请换成你自己的。',
              'This is a sample reference of the template. Delete it, or replace it with your own.': '这是模板里的示例文献。请删除，或者换成你自己的。',
              '\\<name> marks unfinished work or prints filler text. Delete it.': '\\<name> '
                                                                                  '表示尚未完成的内容，或者会显示填充文字。请删除。',
              '\\<name> prints a note of an author. Settle the note and delete it.': '\\<name> '
                                                                                     '会显示作者的批注。请处理完批注并删除它。',
              'The text is colored, as in a draft with marked changes. Set it in black for publication.': '这里的文字是彩色的，像是标出修改的稿件。发表时请设为黑色。',
              '"<word>" marks unfinished work. Finish it and delete the marker.': '“<word>”表示尚未完成的内容。请写完并删除这个标记。',
              'A letter to the reviewers is not part of the paper. Move it to a separate file.': '给审稿人的信不属于论文。请移到单独的文件。',
              '"<phrase>" is filler text. Replace it with your own.': '“<phrase>”是填充文字。请换成你自己的内容。',
              '"<group>" marks unfinished work. Finish it and delete the question marks.': '“<group>”表示尚未完成的内容。请写完并删除问号。',
              '"<words>" holds the place of a title. Write the title of the paper.': '“<words>”是题目的占位文字。请写上论文题目。',
              '"<x>" is an unresolved cross-reference or citation. Refer to an existing label or key.': '“<x>”是没有解析的交叉引用或文献引用。请引用已有的标签或键名。',
              'This is the notice at the end of the template. Delete it; IEEE does not publish papers that contain it.': '这是模板末尾的说明。请删除，IEEE '
                                                                                                                         '不发表带有它的论文。',
              '"<words>" is an answer to the user of a chat program. Delete it.': '“<words>”是聊天程序对用户的答复。请删除。',
              '"<words>" is text of another program\'s window. Delete it.': '“<words>”是别的程序界面上的文字。请删除。',
              '"<words>" is a mark of a chat program. Delete it, and cite the source that it stands for.': '“<words>”是聊天程序的标记。请删除，并引用它所代表的来源。',
              '"<words>" is a placeholder. Replace it with your own words, or delete it.': '“<words>”是占位文字。请换成你自己的内容，或者删除。',
              '"<words>" is an instruction to a chat program, not a sentence of the paper. Delete it.': '“<words>”是给聊天程序的指令，不是论文里的句子。请删除。',
              '"<words>" is a remark about the length. Delete it.': '“<words>”是关于篇幅的说明。请删除。',
              'The paper has no copyright line. Put "<line>" into \\IEEEpubid.': '论文没有版权行。请把“<line>”写进 '
                                                                                 '\\IEEEpubid。',
              'The paper has no copyright line. Put "<line>" <because!> into \\IEEEpubid.': '论文没有版权行。请把“<line>”<because!>写进 '
                                                                                            '\\IEEEpubid。',
              'The paper has no copyright line. Put "<line>" into the first footer.': '论文没有版权行。请把“<line>”写进首页页脚。',
              'The paper has no copyright line. Put "<line>" <because!> into the first footer.': '论文没有版权行。请把“<line>”<because!>写进首页页脚。',
              'This is not the copyright line of the venue. Write "<line>".': '这不是投稿要求的版权行。请写“<line>”。',
              'This is not the copyright line of the venue. Write "<line>" <because!>.': '这不是投稿要求的版权行。请写“<line>”<because!>。',
              '"<words>" holds the place of a word. Write the word.': '“<words>”是占位用的。请写上真正的词。'},
 'rules': {'TPL001': {'of': 'b1723e59',
                      'title': '论文里没有模板的说明文字。',
                      'why': 'IEEE 不发表带有模板文字的论文。请删除整个段落。``ieeelint init`` '
                             '生成的稿件里的文字也算说明文字。注释不会显示，所以不计。终稿之前，模板的页眉和版权行只作提示。IEEE Access 等期刊的日期和 DOI '
                             '始终只作提示，因为由 IEEE 填写。\n'},
           'TPL002': {'of': '3aa4f819',
                      'title': '论文里没有模板的占位作者、单位、地址和关键词。',
                      'why': '请把占位文字换成真实内容，或者删除没有用到的作者块。\n'},
           'TPL003': {'of': 'f4f55b8a',
                      'title': '论文里没有 Word 模板的样式提示，例如“(Heading 1)”。',
                      'why': '模板在每个示例末尾的括号里写了样式名称。请删除这些提示。\n'},
           'TPL004': {'of': '2daf3f01',
                      'title': '论文里没有模板的示例文献、表格和图。',
                      'why': '请删除示例，或者换成你自己的。论文真有可能引用的文献，只有和别的示例一起出现时才报告。\n'},
           'TPL005': {'of': '5ee8c24a',
                      'title': '论文里没有填充文字，也没有未完成的标记。',
                      'why': '标记包括 TODO、FIXME、XXX、TBD、todo 批注、lorem ipsum、表示交叉引用未解析的“??”，以及“Working '
                             'title”之类的题目。请写完并删除标记。用颜色标出修改的句子只作提示。首页上由 IEEE '
                             '填写的日期不计。给审稿人的信应放在单独的文件里，信中的其他内容不再报告。\n'},
           'TPL006': {'of': 'ef65aaf3',
                      'title': '论文里没有聊天程序写给用户的文字，也没有它的标记和占位文字。',
                      'why': '答复（“I hope this helps!”）、按钮（“Regenerate '
                             'response”）、引用标记（“turn0search1”）、占位文字（“[Insert citation here]”）和指令（“Rewrite the '
                             'following '
                             'paragraph”）都不是论文的内容。请删除，并通读前后文。这条规则只指出这些文字，不判断论文是怎么写的。引文、斜体或代码字体的文字以及表格不检查。论文研究语言模型、对话或提示词时，只作提示；双盲评审稿件里的占位文字也只作提示。\n'},
           'TPL007': {'of': '9d57a3a8',
                      'title': '设置里写了“copyright”时，终稿要有投稿要求的版权行。',
                      'why': '在 LaTeX 里请写进 \\IEEEpubid，在 Word 里请写进首页页脚。空格和破折号的长度不计。模板里的版权行由 TPL001 报告。\n'}}}
