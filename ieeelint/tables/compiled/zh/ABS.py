"""Generated from zh/ABS.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'The abstract has <count> word<s|>. At least <least> are usual in <a|an> <name!> paper.': '摘要只有 '
                                                                                                        '<count> '
                                                                                                        '个词。<name!>一般至少 '
                                                                                                        '<least> '
                                                                                                        '个词。',
              'The abstract has <count> word<s|>. At most <most> are usual in <a|an> <name!> paper.': '摘要有 '
                                                                                                      '<count> '
                                                                                                      '个词。<name!>一般最多 '
                                                                                                      '<most> '
                                                                                                      '个词。',
              'conference': '会议论文',
              'journal': '期刊论文',
              'access': 'IEEE Access 论文',
              'letters': '快报论文',
              'magazine': '杂志文章',
              'computer-society': 'Computer Society 论文',
              'The abstract has <words> word<s|>, but <label?> asks for at least <least> <because!>.': '摘要有 '
                                                                                                       '<words> '
                                                                                                       '个词，而<label?>要求至少 '
                                                                                                       '<least> '
                                                                                                       '个词<because!>。',
              'The abstract has <words> word<s|>, but <label?> allows at most <most> <because!>.': '摘要有 '
                                                                                                   '<words> '
                                                                                                   '个词，而<label?>最多允许 '
                                                                                                   '<most> '
                                                                                                   '个词<because!>。',
              'The paper has no abstract. Add one: a single paragraph before the index terms.': '论文没有摘要。请在关键词之前加上一段摘要。',
              'The abstract is empty. Write it.': '摘要是空的。请写上摘要。',
              'The abstract has more than one paragraph. Delete the blank line before this word.': '摘要不止一段。请删除这个词前面的空行。',
              'The abstract has more than one paragraph. Delete the paragraph mark before this word.': '摘要不止一段。请删除这个词前面的段落标记。',
              'The abstract has more than one paragraph. Delete <command> before this word.': '摘要不止一段。请删除这个词前面的 '
                                                                                              '<command>。',
              'The abstract contains a displayed equation, figure, or table. Move it to the text.': '摘要里有行间公式、图或表格。请移到正文。',
              'This is a second abstract. IEEE prints only one.': '这是第二个摘要。IEEE 只刊登一个。',
              'The abstract contains a citation. Describe the work, or delete the citation.': '摘要里有引用。请用文字说明这篇文献，或者删除引用。',
              'The abstract has a footnote. Move it to the text or delete it.': '摘要带有脚注。请移到正文，或者删除。',
              'The abstract contains a formula. Use words.': '摘要里有公式。请改用文字。',
              'The abstract contains the symbol "<character>". Delete it.': '摘要里有符号“<character>”。请删除。',
              'Spell out "<token>" in the abstract, or define it there. Readers see the abstract without the paper.': '摘要里的“<token>”请写全称，或者在摘要里给出定义。读者看到的摘要往往脱离论文。'},
 'rules': {'ABS001': {'of': '414e58f5', 'title': '论文有且只有一个摘要：一个段落，没有行间公式、表格和图。'},
           'ABS002': {'of': '5ec64dea',
                      'title': '摘要里没有公式和符号。',
                      'why': '检索系统以纯文本显示摘要。请用文字；带单位的数字没有问题。单个变量只作提示。\n'},
           'ABS003': {'of': 'a6174aea', 'title': '摘要里没有脚注和引用。', 'why': '读者看到的摘要往往脱离论文。请用文字说明所引的文献。\n'},
           'ABS004': {'of': '826228e1',
                      'title': '摘要的长度符合论文类型：期刊论文 150 到 250 个词。',
                      'why': '会议可能另有规定，所以对会议论文只作提示。如果征稿要求文件里写了限制，则给出警告。\n'},
           'ABS005': {'of': '0d7ffd67', 'title': '摘要里的缩写都在摘要里定义。', 'why': '读者看到的摘要往往脱离论文。请给出定义，或者写全称。\n'}}}
