"""Generated from zh/KWD.toml by ``python -m ieeelint.tables``."""

TABLE = {'messages': {'Put the index terms into \\begin{IEEEkeywords}. The class prints the label.': '请把关键词放进 '
                                                                                             '\\begin{IEEEkeywords}，标号由文档类自动生成。',
              'Give the index terms the style "Keywords".': '请给关键词用样式“Keywords”。',
              'The paper has no index terms. Add three to ten in the style "<style>".': '论文没有关键词。请用样式“<style>”加上三到十个。',
              'The paper has no index terms. Add three to ten in <where>.': '论文没有关键词。请在 <where> 里加上三到十个。',
              'Index terms are missing. Give three to ten; five is typical.': '缺少关键词。请给出三到十个，一般五个。',
              '<number> index term<s|> <is|are> too few. Give three to ten; five is typical.': '只有 <number> '
                                                                                               '个关键词，太少了。请给出三到十个，一般五个。',
              '<number> index term<s|> <is|are> too many. Give three to ten; five is typical.': '有 <number> '
                                                                                                '个关键词，太多了。请给出三到十个，一般五个。',
              'Index terms are missing: <label?> asks for <least> to <most> <because!>.': '缺少关键词：<label?>要求 '
                                                                                          '<least> 到 <most> '
                                                                                          '个<because!>。',
              '<number> index term<s|> <is|are> too few: <label?> asks for <least> to <most> <because!>.': '只有 '
                                                                                                           '<number> '
                                                                                                           '个关键词，太少了：<label?>要求 '
                                                                                                           '<least> '
                                                                                                           '到 '
                                                                                                           '<most> '
                                                                                                           '个<because!>。',
              '<number> index term<s|> <is|are> too many: <label?> asks for <least> to <most> <because!>.': '有 '
                                                                                                            '<number> '
                                                                                                            '个关键词，太多了：<label?>要求 '
                                                                                                            '<least> '
                                                                                                            '到 '
                                                                                                            '<most> '
                                                                                                            '个<because!>。',
              'The class prints the label of the index terms. Delete the typed label.': '关键词的标号由文档类生成。请删除手动输入的标号。',
              'The class prints the label "<keywordlabel>". Delete this redefinition.': '标号“<keywordlabel>”由文档类生成。请删除这处重定义。',
              'Separate the index terms with commas.': '关键词之间请用逗号分隔。',
              'Put a space after the comma.': '逗号后要有空格。',
              'The index terms contain a formula. Use words.': '关键词里有公式。请改用文字。',
              'Put the index terms in alphabetical order.': '请把关键词按字母顺序排列。'},
 'rules': {'KWD001': {'of': 'd5c30f26',
                      'title': '摘要之后是关键词（Index Terms）。',
                      'why': 'IEEE Xplore 用它们来索引论文。请放进 \\begin{IEEEkeywords} … \\end{IEEEkeywords}。\n'},
           'KWD002': {'of': '446db25c', 'title': '关键词的标号由文档类生成，不手动输入，也不改名。'},
           'KWD003': {'of': '5dff7580', 'title': '论文有三到十个关键词，一般五个。', 'why': '征稿要求文件可以另行规定，这时给出警告。\n'},
           'KWD004': {'of': '03dff848', 'title': '关键词用逗号分隔，不含公式；期刊论文的关键词按字母顺序排列。'}}}
